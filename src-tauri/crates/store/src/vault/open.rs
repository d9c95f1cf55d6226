//! Opening a vault: what is there, who has it, the key, the file, its version.

use super::connect::{check_length, connect};
use super::lock::Lock;
use super::{BACKUPS, DATABASE, Vault};
use crate::failure::{damaged, of_disk, plain};
use crate::keys::{self, DatabaseKey, KeySlots, attempts};
use crate::platform::{rename_patiently, sync_folder};
use crate::schema::{self, Version};
use crate::{logbook, openings};
use daybook_domain::log::{Happening, OpenedBy, Sitting};
use daybook_domain::{Fault, Outcome};
use rusqlite::Connection;
use std::fs::OpenOptions;
use std::path::Path;

/// Opens a vault with a passphrase or its recovery key.
pub fn open(folder: &Path, secret: &str, sitting: &Sitting) -> Outcome<Vault> {
    check_parts(folder)?;
    let slots = KeySlots::read(folder)?;
    // Before the secret is tried, which takes a while.
    let lock = Lock::take(folder, sitting)?;
    let ((key, by), wrong) = attempts::guard(folder, sitting.at, || slots.open(secret))?;
    let mut vault = open_locked(folder, key, by, sitting, lock)?;
    vault.tell_attempts(wrong, sitting.at)?;
    logbook::note(&vault.connection, sitting, sitting.at, &Happening::Opened { by })?;
    Ok(vault)
}

/// Opens a vault whose key is known, because its passphrase has just been set.
pub fn open_with_key(folder: &Path, key: DatabaseKey, sitting: &Sitting) -> Outcome<Vault> {
    open_locked(folder, key, OpenedBy::Passphrase, sitting, Lock::take(folder, sitting)?)
}

fn open_locked(folder: &Path, key: DatabaseKey, opened_by: OpenedBy, sitting: &Sitting, lock: Lock) -> Outcome<Vault> {
    let database = folder.join(DATABASE);
    let mut connection = connect_whole(&database, &key)?;
    if let Version::Older(version) = schema::version(&connection)? {
        back_up(connection, folder, &key, version)?;
        connection = connect_whole(&database, &key)?;
    }
    schema::migrate(&mut connection)?;
    openings::begin(&connection, sitting)?;
    Ok(Vault { connection, _lock: lock, folder: folder.to_owned(), key, opened_by, sitting: sitting.clone() })
}

pub fn check_parts(folder: &Path) -> Outcome<()> {
    if !folder.exists() {
        return Err(Fault::new(
            "vault.missing",
            "There is no daybook at that place. Nothing was changed; check that the drive is connected.",
        )
        .at("folder"));
    }
    match (folder.join(keys::FILE).is_file(), folder.join(DATABASE).is_file()) {
        (true, true) => Ok(()),
        (true, false) => Err(Fault::new(
            "vault.no_database",
            "The daybook.db of this daybook is missing. Nothing was changed; put the file of a copy in its place.",
        )),
        (false, true) => Err(Fault::new(
            "vault.no_keys",
            "The keys.json of this daybook is missing, and without it nothing opens. Nothing was changed; \
             put the file of a copy in its place.",
        )),
        (false, false) => {
            Err(Fault::new("vault.not_a_vault", "That folder is not a daybook. Nothing was changed.").at("folder"))
        }
    }
}

fn connect_whole(database: &Path, key: &DatabaseKey) -> Outcome<Connection> {
    let length = |path: &Path| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    // What a crash left in the write-ahead log is still to be added to the file, so its length says nothing then.
    let log = length(&database.with_extension("db-wal"));
    let before = length(database);
    // SQLite takes an empty file for a database nobody has written to yet.
    if before == 0 {
        return Err(damaged());
    }
    let connection = connect(database, key)?;
    if log == 0 {
        check_length(&connection, before)?;
    }
    Ok(connection)
}

/// Copies the file as it was before a migration touches it, and reads the copy before giving it its name.
fn back_up(connection: Connection, folder: &Path, key: &DatabaseKey, version: usize) -> Outcome<()> {
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(plain)?;
    let rows = schema::count_rows(&connection)?;
    // Another handle on an open database would let go the locks SQLite holds on it.
    drop(connection);
    let backups = folder.join(BACKUPS);
    std::fs::create_dir_all(&backups).map_err(|error| of_disk(&error))?;
    let copy = tempfile::Builder::new().prefix(".copying-").tempdir_in(&backups).map_err(|error| of_disk(&error))?;
    let partial = copy.path().join(DATABASE);
    std::fs::copy(folder.join(DATABASE), &partial).map_err(|error| of_disk(&error))?;
    let copied = connect_whole(&partial, key)?;
    if schema::count_rows(&copied)? != rows {
        return Err(damaged());
    }
    drop(copied);
    let put = || -> std::io::Result<()> {
        OpenOptions::new().write(true).open(&partial)?.sync_all()?;
        rename_patiently(&partial, &backups.join(format!("before-version-{}.db", version + 1)))?;
        sync_folder(&backups)
    };
    put().map_err(|error| of_disk(&error))
}
