//! The names of backups: when and why, so that a folder of them reads as a list.

use super::ENDING;
use chrono::NaiveDateTime;
use daybook_domain::log::BackupReason;
use std::path::{Path, PathBuf};

/// How the moment is written: no colon, which Windows keeps for itself.
const MOMENT: &str = "%Y-%m-%d %H-%M-%S";

/// The length of a moment so written, in bytes.
const LENGTH: usize = 19;

/// The words for each reason.
const WORDS: [(BackupReason, &str); 8] = [
    (BackupReason::FirstChange, "before-first-change"),
    (BackupReason::Lock, "on-lock"),
    (BackupReason::Migration, "before-migration"),
    (BackupReason::Import, "before-import"),
    (BackupReason::Restore, "before-restore"),
    (BackupReason::Erase, "after-erase"),
    (BackupReason::Repair, "before-repair"),
    (BackupReason::Asked, "as-asked"),
];

/// A name nobody has taken in a folder.
pub fn free(folder: &Path, at: NaiveDateTime, reason: BackupReason) -> PathBuf {
    let words = WORDS.iter().find(|(known, _)| *known == reason).map_or("", |(_, words)| *words);
    let name = format!("{} {words}", at.format(MOMENT));
    untaken(folder, &name)
}

/// A name nobody has taken for a copy of a backup: the one it has, if possible.
pub fn free_for(folder: &Path, copied: &Path) -> PathBuf {
    untaken(folder, &copied.file_stem().unwrap_or_default().to_string_lossy())
}

fn untaken(folder: &Path, name: &str) -> PathBuf {
    let named = |end: &str| folder.join(format!("{name}{end}.{ENDING}"));
    let mut path = named("");
    let mut number = 2;
    while path.symlink_metadata().is_ok() {
        path = named(&format!(" {number}"));
        number += 1;
    }
    path
}

/// The name of the folder into which the raw files go that no longer open.
pub fn kept(backups: &Path, at: NaiveDateTime) -> PathBuf {
    let named = |end: &str| backups.join(format!("kept {}{end}", at.format(MOMENT)));
    let mut path = named("");
    let mut number = 2;
    while path.symlink_metadata().is_ok() {
        path = named(&format!(" {number}"));
        number += 1;
    }
    path
}

/// When the raw files of such a folder were put there, as far as its name tells; none for what is no such folder.
pub fn read_kept(folder: &Path) -> Option<NaiveDateTime> {
    let name = folder.file_name()?.to_string_lossy().into_owned();
    let moment = name.strip_prefix("kept ")?.get(..LENGTH)?.to_owned();
    NaiveDateTime::parse_from_str(&moment, MOMENT).ok()
}

/// Whether a file is named as a backup.
pub fn is_backup(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending == ENDING)
}

/// When and why a backup was made, as far as its name tells.
pub fn read(path: &Path) -> (Option<NaiveDateTime>, Option<BackupReason>) {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let at = name.get(..LENGTH).and_then(|moment| NaiveDateTime::parse_from_str(moment, MOMENT).ok());
    let words = name.get(LENGTH..).unwrap_or_default().trim_start();
    let reason = WORDS.iter().find(|(_, known)| words.split(' ').next() == Some(known)).map(|(reason, _)| *reason);
    (at, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_when_and_why_and_no_name_is_taken_twice() {
        let folder = tempfile::tempdir().unwrap();
        let at: NaiveDateTime = "2026-11-21T16:05:33".parse().unwrap();
        for (reason, words) in WORDS {
            let path = free(folder.path(), at, reason);
            assert_eq!(path, folder.path().join(format!("2026-11-21 16-05-33 {words}.daybook-backup")));
            assert_eq!(read(&path), (Some(at), Some(reason)));
            std::fs::write(&path, b"").unwrap();
            let next = free(folder.path(), at, reason);
            assert_ne!(next, path);
            assert_eq!((read(&next), is_backup(&next)), ((Some(at), Some(reason)), true));
        }
    }

    #[test]
    fn other_names_tell_nothing() {
        for name in ["", "é", "2026-11-21 16-05-3é on-lock.daybook-backup", "my copy.daybook-backup", "2026"] {
            assert_eq!(read(Path::new(name)).0, None, "{name}");
        }
        assert!(!is_backup(Path::new("daybook.db")) && !is_backup(Path::new(".half.daybook-backup")));
    }
}
