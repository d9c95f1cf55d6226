//! What must stay true of the shell whatever is added to it, read off its own sources.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the sources has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = here().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).replace("\r\n", "\n")
}

/// Every source of the shell by its file's name, those in folders too.
fn sources() -> Vec<(String, String)> {
    let (mut folders, mut found) = (vec![here().join("src")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.file_name().unwrap().to_string_lossy().into_owned(), read(&path)));
            }
        }
    }
    found
}

/// The lines that reach into the module, each with the line before it.
fn reaches(source: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let pairs = lines.windows(2).filter(|pair| pair[1].contains("drive::") || pair[1] == "mod drive;");
    pairs.map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

#[test]
fn nothing_that_drives_the_app_is_in_a_shipped_build() {
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("\ndrive = []\n"), "the feature turns nothing else on");
    assert!(!manifest.contains("default ="), "no feature is on by itself");
    let mut found = 0;
    for (file, source) in sources() {
        if file != "drive.rs" {
            assert!(!source.contains("DAYBOOK_"), "{file}: only drive.rs reads the environment of a test");
        }
        for (gate, line) in reaches(&source) {
            assert_eq!(gate, "#[cfg(feature = \"drive\")]", "{file}: `{line}` would be in every build");
            found += 1;
        }
    }
    assert!(found >= 6, "the module and its uses were found: {found}");
}

#[test]
fn the_window_may_call_the_shells_own_commands_and_hear_events_but_nothing_else() {
    let capability: Value = serde_json::from_str(&read("capabilities/main.json")).unwrap();
    let allowed: BTreeSet<&str> =
        capability["permissions"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let main = read("src/main.rs");
    let handled = main.split_once("generate_handler![").unwrap().1.split_once(']').unwrap().0;
    let commands = handled.split(',').filter_map(|path| path.trim().split("::").nth(1));
    let mut expected: BTreeSet<String> = commands.map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    expected.extend(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()]);
    assert_eq!(allowed, expected.iter().map(String::as_str).collect(), "one permission for each command of main.rs");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none(), "no page from elsewhere is given anything");
}

#[test]
fn the_pages_may_load_nothing_from_outside_the_app() {
    let config: Value = serde_json::from_str(&read("tauri.conf.json")).unwrap();
    let policy = config["app"]["security"]["csp"].as_object().unwrap();
    assert_eq!(policy["default-src"], "'self'");
    assert!(!policy.contains_key("script-src"), "scripts are held to default-src");
    let own = ["'self'", "'none'", "'unsafe-inline'", "data:", "blob:", "ipc:", "http://ipc.localhost"];
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap().split(' ') {
            assert!(own.contains(&source), "{directive} lets in {source}");
            assert!(source != "'unsafe-inline'" || directive == "style-src", "{directive} lets inline code in");
        }
    }
    assert!(config["build"].get("devUrl").is_none(), "every build serves the pages it embeds");
}

#[test]
fn the_title_never_changes() {
    let config: Value = serde_json::from_str(&read("tauri.conf.json")).unwrap();
    assert_eq!(config["app"]["windows"][0]["title"], "SENCO Daybook");
    for (file, source) in sources().into_iter().filter(|(file, _)| file != "dialog.rs") {
        assert!(!source.contains("set_title"), "{file}: a title could carry a child's name to the task bar");
    }
}
