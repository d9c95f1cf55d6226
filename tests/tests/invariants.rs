//! The seven invariants of the house (see `src-tauri/ARCHITECTURE.md`), held against the source itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what went wrong by failing")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Files below a folder with one of these endings; built and fetched folders are passed over.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|_| panic!("{} is not a folder", next.display())) {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "target", "dist", "dist-mock", "gen"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let shown = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((shown, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds no {endings:?}: the test looks in the wrong place");
    found
}

/// Code without its comments, so that a word in a sentence is not taken for a use.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn holders(sources: &[(String, String)], word: &str) -> Vec<String> {
    let mut holders: Vec<String> =
        sources.iter().filter(|(_, text)| code(text).contains(word)).map(|(name, _)| name.clone()).collect();
    holders.sort();
    holders
}

fn manifest(package: &str) -> String {
    fs::read_to_string(root().join(package).join("Cargo.toml")).unwrap()
}

fn depends_on(package: &str, name: &str) -> bool {
    manifest(package)
        .lines()
        .any(|line| line.starts_with(&format!("{name}.")) || line.starts_with(&format!("{name} =")))
}

const CRATES: [&str; 7] = [
    "src-tauri",
    "src-tauri/crates/domain",
    "src-tauri/crates/store",
    "src-tauri/crates/exchange",
    "src-tauri/crates/pack",
    "src-tauri/crates/app",
    "tests",
];

#[test]
fn arrows_run_one_way() {
    for (package, may) in [
        ("src-tauri/crates/domain", &[][..]),
        ("src-tauri/crates/store", &["domain"]),
        ("src-tauri/crates/exchange", &["domain"]),
        ("src-tauri/crates/pack", &["domain"]),
        ("src-tauri/crates/app", &["domain", "store", "exchange", "pack"]),
        ("src-tauri", &["app"]),
    ] {
        for other in ["domain", "store", "exchange", "pack", "app", "tests"] {
            if depends_on(package, &format!("daybook-{other}")) {
                assert!(may.contains(&other), "{package} must not depend on {other}");
            }
        }
    }
}

#[test]
fn only_the_shell_knows_tauri_only_store_knows_sql_and_pack_keeps_its_libraries_apart() {
    for (library, owner) in [
        ("tauri", "src-tauri"),
        ("rusqlite", "src-tauri/crates/store"),
        ("printpdf", "src-tauri/crates/pack"),
        ("lopdf", "src-tauri/crates/pack"),
    ] {
        let owners: Vec<&str> = CRATES.into_iter().filter(|package| depends_on(package, library)).collect();
        assert_eq!(owners, [owner], "{library} belongs to one crate");
    }
    let pack = files("src-tauri/crates/pack/src", &[".rs"]);
    assert_eq!(holders(&pack, "printpdf::").len(), 1, "one module knows printpdf: {:?}", holders(&pack, "printpdf::"));
    assert_eq!(holders(&pack, "lopdf::").len(), 1, "one module knows lopdf: {:?}", holders(&pack, "lopdf::"));
    let sql = ["SELECT ", "INSERT INTO", "DELETE FROM", "UPDATE "];
    for folder in ["domain", "exchange", "pack", "app"] {
        let sources = files(&format!("src-tauri/crates/{folder}/src"), &[".rs"]);
        for word in sql {
            assert_eq!(holders(&sources, word), Vec::<String>::new(), "SQL outside the store");
        }
    }
}

#[test]
fn domain_reads_no_clock_and_no_file() {
    let sources = files("src-tauri/crates/domain/src", &[".rs"]);
    for word in [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "SystemTime",
        "Instant",
        "Utc::now",
        "Local::now",
        "Local::",
    ] {
        assert_eq!(holders(&sources, word), Vec::<String>::new(), "{word}: today is an argument");
    }
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let chrono = workspace.lines().find(|line| line.starts_with("chrono =")).unwrap();
    assert!(chrono.contains("default-features = false") && !chrono.contains("clock"), "chrono comes without its clock");
}

#[test]
fn every_write_goes_through_one_transaction() {
    let app = files("src-tauri/crates/app/src", &[".rs"]);
    // A `Writer` is made in one place, inside `transact`; the other maker of an `Access` gives a `Reader`.
    let store: Vec<_> = files("src-tauri/crates/store/src", &[".rs"])
        .into_iter()
        .filter(|(name, _)| !name.contains("/tests"))
        .collect();
    let makers = holders(&store, "Access::new(");
    assert_eq!(makers, ["src-tauri/crates/store/src/journal.rs", "src-tauri/crates/store/src/vault.rs"]);
    let (_, vault) = store.iter().find(|(name, _)| name.ends_with("src/vault.rs")).unwrap();
    assert!(vault.contains("pub fn read(&self) -> Reader<'_> {\n        Access::new(&self.connection)"));
    assert!(holders(&app, ".transact(").len() > 5, "use-cases write through transact");
    let writes =
        daybook_app::commands::all().into_iter().filter(|command| command.result.starts_with("Changed<")).count();
    assert!(writes > 20, "writes say what to reload: {writes}");
}

#[test]
fn every_part_of_a_long_work_has_words_on_the_screen() {
    let source = fs::read_to_string(root().join("src-tauri/crates/domain/src/progress.rs")).unwrap();
    let words = fs::read_to_string(root().join("ui/src/state/progress.svelte.ts")).unwrap();
    let parts: Vec<&str> =
        source.lines().filter_map(|line| line.trim().strip_suffix(',')).filter(|word| !word.contains(' ')).collect();
    assert!(parts.len() > 10, "{parts:?}");
    for part in parts {
        let mut key = String::new();
        for letter in part.chars() {
            if letter.is_uppercase() && !key.is_empty() {
                key.push('_');
            }
            key.extend(letter.to_lowercase());
        }
        assert!(words.contains(&format!("\n  {key}: \"")), "{part} has no words");
    }
}

#[test]
fn what_leaves_the_daybook_as_a_file_is_remembered_until_it_is_whole() {
    let app: Vec<_> = files("src-tauri/crates/app/src", &[".rs"])
        .into_iter()
        .filter(|(name, _)| !name.ends_with("tests.rs"))
        .map(|(name, text)| (name, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()))
        .collect();
    assert_eq!(holders(&app, "write_noted("), ["src-tauri/crates/app/src/safety/half_written.rs"]);
    // Preferences are the computer's own; what is exported into a folder is remembered with that folder.
    assert_eq!(holders(&app, "write_whole("), ["src-tauri/crates/app/src/prefs.rs"]);
    assert_eq!(holders(&app, "fs::write("), ["src-tauri/crates/app/src/safety/leave.rs"]);
}

#[test]
fn the_types_of_the_window_are_those_of_the_command_list() {
    daybook_tests::host::types::check().unwrap();
    let mut names: Vec<&str> = daybook_app::commands::all().iter().map(|command| command.name).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "a command has one name");
    let shell = files("src-tauri/src", &[".rs"]);
    for name in names.iter().filter(|name| name.contains('_') && **name != "sample_explore") {
        assert_eq!(holders(&shell, &format!("\"{name}\"")), Vec::<String>::new(), "the shell keeps no list of its own");
    }
}

#[test]
fn every_fault_has_a_code_and_a_plain_sentence() {
    let (mut codes, mut sentences) = (0, 0);
    for folder in
        ["src", "crates/domain/src", "crates/store/src", "crates/exchange/src", "crates/pack/src", "crates/app/src"]
    {
        for (name, text) in files(&format!("src-tauri/{folder}"), &[".rs"]) {
            for (at, _) in text.match_indices("Fault::new(") {
                let Some((code, rest)) = literal(&text[at + "Fault::new(".len()..]) else { continue };
                codes += 1;
                let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                let good = code.split_once('.').is_some_and(|(noun, what)| word(noun) && word(what));
                assert!(good, "{name}: the code {code:?} is not `noun.what`");
                let rest = rest.trim_start().trim_start_matches(',').trim_start().trim_start_matches("format!(");
                if let Some((sentence, _)) = literal(rest) {
                    sentences += 1;
                    check_sentence(&name, &sentence);
                }
            }
        }
    }
    assert!(codes > 100 && sentences > 90, "{codes} codes, {sentences} sentences: the test looks in the wrong place");
}

/// The text of a string literal that code begins with, and what follows it.
fn literal(code: &str) -> Option<(String, &str)> {
    let inside = code.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    let mut letters = inside.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((text, &inside[at + 1..])),
            '\\' => match letters.next() {
                // A line that goes on below does so without the space it is indented by.
                Some((_, '\n')) => {
                    let mut ahead = letters.clone();
                    while ahead.next().is_some_and(|(_, letter)| letter.is_whitespace()) {
                        letters.next();
                    }
                }
                Some((_, escaped)) => text.push(escaped),
                None => return None,
            },
            letter => text.push(letter),
        }
    }
    None
}

fn check_sentence(name: &str, sentence: &str) {
    assert!(sentence.ends_with('.'), "{name}: {sentence:?} does not end as a sentence");
    assert!(
        sentence.starts_with(|c: char| c.is_uppercase() || c == '{' || c == '"'),
        "{name}: {sentence:?} does not begin as one"
    );
    let words: Vec<&str> = sentence.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    for word in ["error", "panic", "unwrap", "null", "None", "Option", "struct", "enum", "Vec", "usize", "invalid"] {
        assert!(!words.contains(&word), "{name}: {sentence:?} says {word:?}, which is no word of hers");
    }
}

#[test]
fn screens_reach_the_core_through_the_host_and_format_nothing_themselves() {
    for (name, text) in files("ui/src", &[".ts", ".svelte"]) {
        if !name.starts_with("ui/src/host/") {
            assert!(!text.contains("@tauri-apps/"), "{name} must go through ui/src/host");
        }
        if !name.starts_with("ui/src/format/") && !name.ends_with(".test.ts") {
            for word in ["new Date(", "Date.now", "Intl.", "toLocaleString", "toLocaleDateString", "toLocaleTimeString"]
            {
                assert!(!code(&text).contains(word), "{name} must format through ui/src/format, not {word}");
            }
        }
        assert!(!text.contains("document.title ="), "{name}: the title never changes");
    }
}

/// Where a panic is hushed and a window that does not open is told of: the one place that prints.
const HUSHED: &str = "src-tauri/src/main.rs";

#[test]
fn nothing_is_logged_and_no_title_holds_data() {
    assert!(root().join(HUSHED).is_file(), "{HUSHED} is not there any more");
    for folder in ["src-tauri/src", "src-tauri/crates"] {
        for (name, text) in files(folder, &[".rs"]) {
            // A build script speaks to cargo, not of pupils.
            if name.contains("/tests") || name.contains("/examples") || name.ends_with("build.rs") {
                continue;
            }
            for word in ["println!", "eprintln!", "print!(", "dbg!(", "tracing::", " log::", "window.set_title("] {
                assert!(name == HUSHED || !code(&text).contains(word), "{name} uses {word}");
            }
        }
    }
    let window = fs::read_to_string(root().join("src-tauri/tauri.conf.json")).unwrap();
    assert!(window.contains("\"title\": \"SENCO Daybook\""), "the window is called what the app is called");
}

#[test]
fn files_stay_short() {
    let long = |folder: &str, endings: &[&str], most: usize| {
        for (name, text) in files(folder, endings) {
            let lines = text.lines().count();
            // The one list of commands is read by looking up a name, and is never two.
            let most = if name.ends_with("app/src/commands.rs") { 600 } else { most };
            assert!(lines <= most, "{name} has {lines} lines: perhaps two files");
        }
    };
    long("src-tauri", &[".rs"], 400);
    long("tests", &[".rs"], 400);
    long("ui/src", &[".svelte"], 250);
}

#[test]
fn the_project_names_no_machine_and_no_host() {
    let mut texts = files("src-tauri", &[".rs", ".md", ".toml", ".json"]);
    texts.extend(files("ui/src", &[".ts", ".svelte", ".css"]));
    texts.extend(files("tests", &[".rs"]));
    for (name, text) in texts.iter().filter(|(name, _)| !name.ends_with("invariants.rs")) {
        for word in ["/work/", "/root/", "/tmp/"] {
            assert!(!text.contains(word), "{name} names a machine's path: {word}");
        }
    }
    assert!(!fs::read_to_string(Path::new(&root()).join("ui/package-lock.json")).unwrap().contains("\"resolved\""));
}
