//! What goes: backups that are no longer needed, and what a crash left half made.

use super::{Line, list, names};
use crate::failure::of_disk;
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::backups::{Kept, thinned};
use std::path::Path;
use tempfile::TempDir;

/// How the names of things half made begin.
const BUILDING: &str = ".building-";

/// A folder for something half made. It goes when what is returned does.
pub fn building(folder: &Path) -> Outcome<TempDir> {
    tempfile::Builder::new().prefix(BUILDING).tempdir_in(folder).map_err(|error| of_disk(&error))
}

/// Clears away what a crash left half made. Whoever calls holds the vault's lock, so nobody else is at work there.
pub fn sweep(backups: &Path) {
    let Ok(entries) = std::fs::read_dir(backups) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(BUILDING)) {
        // What cannot be cleared away now is encrypted and in nobody's way.
        let _ = std::fs::remove_dir_all(entry.path());
    }
}

/// Thins the backups of one line in a folder. Those of others, and those that cannot be read, stay.
pub fn thin(folder: &Path, line: &Line, today: NaiveDate) {
    let own = list::own(folder, |about| line.holds(about));
    let kept: Vec<Kept> =
        own.iter().map(|(_, about)| Kept { made_at: about.made_at, reason: about.reason, rows: about.total }).collect();
    for path in thinned(&kept, today).into_iter().filter_map(|at| own.get(at)).map(|(path, _)| path) {
        debug_assert!(names::is_backup(path), "only what is named as a backup");
        // One that cannot be taken away now goes the next time.
        let _ = std::fs::remove_file(path);
    }
}
