//! Building the file anew from its rows, where pages are damaged that hold none.
//!
//! Everything is done beside the old file before anything takes its place by one rename. What a crash leaves, point by point:
//!
//! | after | on the disk | at the next opening |
//! |---|---|---|
//! | the new file was built, in `.rebuilding-*`; what waited beside the old one is folded into it | the old file, whole as it was | the old one; what was half made is swept away |
//! | the old files were kept as they are, in `backups/kept ...` | the old file and a copy of it | the old one |
//! | the empty log beside the old file was taken away | the old file, which needs none | the old one |
//! | the rename | the new file | the new one |

use super::connect::{connect, make};
use super::{DATABASE, LOG, Vault, raw};
use crate::backup::{Step, reached};
use crate::failure::{damaged, io, of_disk, plain};
use crate::platform::{rename_patiently, sync_folder};
use crate::salvage::Open;
use crate::schema::{count_rows, migrate};
use crate::vault::memory;
use crate::{keys, salvage};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use std::path::Path;

/// How the names of files half built begin.
const REBUILDING: &str = ".rebuilding-";

/// Clears away what a crash left half built. Whoever calls holds the vault's lock.
pub fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(REBUILDING)) {
        // What cannot be cleared away now is encrypted and in nobody's way.
        let _ = std::fs::remove_dir_all(entry.path());
    }
}

impl Vault {
    /// Builds the file anew. Refused where a row would be lost: `vault.damaged`.
    pub(crate) fn rebuild(&mut self, at: NaiveDateTime) -> Outcome<()> {
        // None of what waits beside the file may be lost with the file it belongs to.
        self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(plain)?;
        let built = tempfile::Builder::new().prefix(REBUILDING).tempdir_in(&self.folder);
        let built = built.map_err(|error| of_disk(&error))?;
        let new = built.path().join(DATABASE);
        let mut into = make(&new, &self.key)?;
        migrate(&mut into)?;
        if !salvage::copy(&self.connection, &mut into)? {
            return Err(damaged());
        }
        let rows = count_rows(&into)?;
        into.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(plain)?;
        drop(into);
        let again = connect(&new, &self.key)?;
        if count_rows(&again)? != rows {
            return Err(damaged());
        }
        again.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(plain)?;
        drop(again);
        reached(Step::Rebuilt);
        let folder = self.folder.clone();
        // Windows replaces no file that is open.
        self.reopened(|_| put_rebuilt(&folder, &new, at))
    }

    /// Does something with the file closed, given a way to open it meanwhile, and opens it again.
    pub(crate) fn reopened<T>(&mut self, work: impl FnOnce(Open<'_>) -> Outcome<T>) -> Outcome<T> {
        let (database, key) = (self.folder.join(DATABASE), self.key.clone());
        drop(std::mem::replace(&mut self.connection, memory()?));
        let done = work(&|| connect(&database, &key));
        self.connection = connect(&database, &key)?;
        done
    }
}

/// Keeps the files as they are, whole or not, among the backups, and puts the new one in their place.
fn put_rebuilt(folder: &Path, new: &Path, at: NaiveDateTime) -> Outcome<()> {
    let log = folder.join(LOG);
    if log.metadata().is_ok_and(|metadata| metadata.len() > 0) {
        // Closing folds it in, and did not: it is no log of the new file, and must not be thrown away either.
        return Err(io());
    }
    raw::keep(&raw::take(folder, &[DATABASE, keys::FILE])?, folder, at)?;
    reached(Step::Kept);
    let put = || -> std::io::Result<()> {
        for beside in [log, folder.join("daybook.db-shm")] {
            match std::fs::remove_file(beside) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                Ok(()) | Err(_) => {}
            }
        }
        std::fs::OpenOptions::new().write(true).open(new)?.sync_all()?;
        reached(Step::Cleared);
        rename_patiently(new, &folder.join(DATABASE))?;
        sync_folder(folder)?;
        reached(Step::Placed);
        Ok(())
    };
    put().map_err(|error| of_disk(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_still_stands_beside_the_file_is_never_thrown_away() {
        let place = tempfile::tempdir().unwrap();
        let (folder, new) = (place.path(), place.path().join("new"));
        std::fs::create_dir(folder.join("backups")).unwrap();
        let log = folder.join(LOG);
        for (path, bytes) in [(&folder.join(DATABASE), "old"), (&new, "new"), (&log, "written last")] {
            std::fs::write(path, bytes).unwrap();
        }
        let at = "2026-11-02T08:00:00".parse().unwrap();
        assert_eq!(put_rebuilt(folder, &new, at).unwrap_err().code, "store.disk");
        assert_eq!(std::fs::read_to_string(&log).unwrap(), "written last");
        assert_eq!(std::fs::read_to_string(folder.join(DATABASE)).unwrap(), "old");
        std::fs::write(&log, "").unwrap();
        put_rebuilt(folder, &new, at).unwrap();
        assert_eq!(std::fs::read_to_string(folder.join(DATABASE)).unwrap(), "new");
    }
}
