//! Building the file anew from its rows, where pages are damaged that hold none.
//!
//! What there was stays: the files are copied as they are into `backups` before anything takes their place, and the new
//! file gets its name by one rename. A crash before it leaves the old file, one after it the new.

use super::connect::{connect, make};
use super::{BACKUPS, DATABASE, Vault};
use crate::failure::{damaged, of_disk, plain};
use crate::platform::{rename_patiently, sync_folder};
use crate::salvage::Open;
use crate::schema::{count_rows, migrate};
use crate::vault::memory;
use crate::{backup, keys, salvage};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use std::path::Path;

impl Vault {
    /// Builds the file anew. Refused where a row cannot be read: `vault.damaged`.
    pub(crate) fn rebuild(&mut self, at: NaiveDateTime) -> Outcome<()> {
        let built = tempfile::Builder::new().prefix(".rebuilding-").tempdir_in(&self.folder);
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

/// Keeps the files as they are, whole or not, beside the backups, and puts the new one in their place.
fn put_rebuilt(folder: &Path, new: &Path, at: NaiveDateTime) -> Outcome<()> {
    let put = || -> std::io::Result<()> {
        keep_files(folder, at)?;
        for beside in ["daybook.db-wal", "daybook.db-shm"] {
            match std::fs::remove_file(folder.join(beside)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                Ok(()) | Err(_) => {}
            }
        }
        std::fs::OpenOptions::new().write(true).open(new)?.sync_all()?;
        rename_patiently(new, &folder.join(DATABASE))?;
        sync_folder(folder)
    };
    put().map_err(|error| of_disk(&error))
}

/// Copies the files of a vault that is closed, as they are, into a folder of their own beside the backups.
fn keep_files(folder: &Path, at: NaiveDateTime) -> std::io::Result<()> {
    let kept = backup::kept_name(&folder.join(BACKUPS), at);
    std::fs::create_dir_all(&kept)?;
    for name in [DATABASE, "daybook.db-wal", keys::FILE] {
        let (from, to) = (folder.join(name), kept.join(name));
        if from.is_file() && !to.exists() {
            std::fs::copy(&from, &to)?;
            std::fs::OpenOptions::new().write(true).open(&to)?.sync_all()?;
        }
    }
    sync_folder(&kept)
}
