//! The pages: their packages, and the folder of built pages that the app embeds.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::shell::{npm, root, run};

/// What the built pages are made from.
const SOURCES: &[&str] =
    &["src", "public", "index.html", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.config.ts"];

/// Installs the packages when the lock file is newer than what is installed.
pub fn install() -> Result<()> {
    let ui = root().join("ui");
    let installed = changed(&ui.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&ui.join("package-lock.json")) {
        return Ok(());
    }
    println!("Installing the packages of the pages");
    run(npm().args(["ci", "--no-audit", "--no-fund"])).context("The packages of the pages could not be installed.")
}

/// Builds the pages when a source is newer than what was built.
pub fn build_when_stale() -> Result<()> {
    let ui = root().join("ui");
    let built = changed(&ui.join("dist/index.html"));
    let newest = SOURCES.iter().filter_map(|source| newest(&ui.join(source))).max();
    if built.is_some() && built >= newest {
        return Ok(());
    }
    println!("Building the pages");
    run(npm().args(["run", "build"]))
}

/// Runs one of the checks that the pages' own `package.json` names.
pub fn check(script: &str) -> Result<()> {
    run(npm().args(["run", script]))
}

fn newest(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = std::fs::read_dir(path) else { return changed(path) };
    entries.flatten().filter_map(|entry| newest(&entry.path())).chain(changed(path)).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|about| about.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_file_of_a_tree_is_found_however_deep() {
        let folder = std::env::temp_dir().join(format!("xtask-newest-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("a/b")).unwrap();
        let deep = folder.join("a/b/deep.ts");
        let later = SystemTime::now() + std::time::Duration::from_secs(60);
        std::fs::File::create(&deep).unwrap().set_modified(later).unwrap();
        let found = newest(&folder);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, Some(later), "the deepest file is the newest");
        assert_eq!(newest(&folder), None, "nothing is newer than a folder that is not there");
    }
}
