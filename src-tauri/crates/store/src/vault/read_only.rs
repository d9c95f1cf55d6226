//! A vault opened only to look, because it is damaged or its drive is write-protected: what can be read is taken into
//! memory, and the files are not touched.

use super::connect::{connect, memory};
use super::lock::Lock;
use super::open::check_parts;
use super::{DATABASE, LOG, Vault, raw};
use crate::failure::{damaged, of_disk, plain};
use crate::keys::{KeySlots, attempts};
use crate::onlooker::Onlooker;
use crate::salvage::Source;
use crate::schema;
use daybook_domain::log::Sitting;
use daybook_domain::{Fault, Outcome};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use tempfile::TempDir;

impl Vault {
    /// Opens what can be read of a vault that is damaged or cannot be written to, with its passphrase or its recovery key.
    ///
    /// Nothing of its folder is changed but the note of who has it open. Every write is refused: `vault.read_only_open`.
    /// Faults: `vault.damaged` where not even the list of its tables can be read or it is that of no daybook,
    /// `vault.newer`; the others are those of opening.
    pub fn open_read_only(folder: &Path, secret: &str, sitting: &Sitting) -> Outcome<Self> {
        check_parts(folder)?;
        let lock = match Lock::take(folder, sitting) {
            Err(fault) if fault.code == "store.read_only" => None,
            taken => Some(taken?).filter(|_| !is_protected(&folder.join(DATABASE))),
        };
        match lock {
            Some(lock) => look(folder, secret, sitting, lock, folder),
            None => look_at_protected(folder, secret, sitting),
        }
    }

    /// Whether it was opened only to look.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Refuses where it was opened only to look.
    pub(crate) fn check_writable(&self) -> Outcome<()> {
        if !self.read_only {
            return Ok(());
        }
        Err(Fault::new(
            "vault.read_only_open",
            "This daybook is open only to read. Nothing was changed; to write in it, go back to a backup if it is damaged, or \
             copy it to a drive that can be written to.",
        ))
    }
}

/// Opens what lies in a folder, `files` being that of the database.
fn look(folder: &Path, secret: &str, sitting: &Sitting, lock: Lock, files: &Path) -> Outcome<Vault> {
    let slots = KeySlots::read(folder)?;
    let ((key, by), _) = attempts::guard(folder, sitting.at, || slots.open(secret))?;
    let database = files.join(DATABASE);
    let open = || -> Outcome<Connection> {
        // SQLite takes an empty file for a database nobody has written to yet, and clears away what lies beside it.
        if database.metadata().map_or(0, |metadata| metadata.len()) == 0 {
            return Err(damaged());
        }
        let file = connect(&database, &key)?;
        // What was written last may stand beside the file: it is read from there, and left there.
        file.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(plain)?;
        file.execute_batch("PRAGMA query_only = ON").map_err(plain)?;
        schema::version(&file)?;
        // Without this table everything would seem to have been read, and an empty daybook be shown.
        let ours = schema::tables(&file).is_ok_and(|tables| tables.iter().any(|table| table == "op"));
        if ours { Ok(file) } else { Err(damaged()) }
    };
    let mut connection = memory()?;
    schema::migrate(&mut connection)?;
    Source::open(&open)?.copy(&mut connection).map_err(|_| damaged())?;
    connection.execute_batch("PRAGMA query_only = ON").map_err(plain)?;
    Ok(Vault {
        connection,
        _lock: lock,
        folder: folder.to_owned(),
        key,
        opened_by: by,
        sitting: sitting.clone(),
        read_only: true,
        watch: Onlooker::default(),
        begun: None,
    })
}

/// As [`look`], where nothing can be written beside the database, not even what SQLite needs to read it: a copy is opened,
/// encrypted like the original and gone with its folder as soon as it is read.
fn look_at_protected(folder: &Path, secret: &str, sitting: &Sitting) -> Outcome<Vault> {
    let lock = Lock::take_to_look(folder, sitting)?;
    let copied = || -> std::io::Result<TempDir> {
        let copies = tempfile::tempdir()?;
        for name in [DATABASE, LOG].into_iter().filter(|name| folder.join(name).is_file()) {
            raw::copy(&folder.join(name), &copies.path().join(name), false)?;
        }
        Ok(copies)
    };
    let copies = copied().map_err(|error| of_disk(&error))?;
    look(folder, secret, sitting, lock, copies.path())
}

/// Whether a file that is there cannot be written to.
pub fn is_protected(file: &Path) -> bool {
    let refused =
        |error: std::io::Error| matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    OpenOptions::new().write(true).open(file).err().is_some_and(refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Here, PASSPHRASE, sitting};
    use std::collections::BTreeMap;
    use std::ffi::{OsStr, OsString};
    use std::fs;

    fn files(folder: &Path) -> BTreeMap<OsString, Vec<u8>> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| (path.file_name().unwrap().to_owned(), fs::read(path).unwrap())).collect()
    }

    fn protect(folder: &Path, protected: bool) {
        for path in files(folder).keys().map(|name| folder.join(name)).chain([folder.to_owned()]) {
            let mut permissions = path.metadata().unwrap().permissions();
            #[cfg(unix)]
            std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, if protected { 0o555 } else { 0o755 });
            #[cfg(not(unix))]
            permissions.set_readonly(protected);
            fs::set_permissions(path, permissions).unwrap();
        }
    }

    #[test]
    fn what_lies_on_a_write_protected_drive_is_read_with_what_was_written_last() {
        let mut here = Here::with_school();
        here.does(|tx| tx.settings().set("late", &7));
        let stick = TempDir::new().unwrap();
        // As a crash left it, what was written last beside the file.
        for name in [DATABASE, LOG, "keys.json", "lock"] {
            fs::copy(here.folder().join(name), stick.path().join(name)).unwrap();
        }
        let before = files(stick.path());
        assert!(!before[OsStr::new(LOG)].is_empty());
        protect(stick.path(), true);
        // Who may do everything is not held up by what a file allows; for them it is called by its own name.
        let held_up = is_protected(&stick.path().join(DATABASE));
        let looks = if held_up { Vault::open_read_only } else { look_at_protected };
        let vault = looks(stick.path(), PASSPHRASE, &sitting()).unwrap();
        assert!(vault.is_read_only());
        assert_eq!(vault.read().settings().get::<i32>("late").unwrap(), Some(7));
        assert_eq!(looks(stick.path(), PASSPHRASE, &sitting()).unwrap_err().code, "vault.in_use");
        drop(vault);
        assert_eq!(looks(stick.path(), "other words", &sitting()).unwrap_err().code, "vault.wrong_passphrase");
        protect(stick.path(), false);
        let mut after = files(stick.path());
        // Who may do everything may count wrong words.
        let counted = after.remove(OsStr::new("attempts.json")).is_some();
        assert_eq!((counted, after), (!held_up, before), "nothing else was written");
        fs::remove_file(stick.path().join("lock")).unwrap();
        look_at_protected(stick.path(), PASSPHRASE, &sitting()).unwrap();
        assert!(!stick.path().join("lock").exists(), "where there is no lock none is made");
    }
}
