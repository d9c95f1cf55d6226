//! Opening a vault: what is there, who has it, the key, the file, its version.

use super::connect::{check_length, connect};
use super::lock::Lock;
use super::read_only::is_protected;
use super::{BACKUPS, DATABASE, Vault, backups, rebuild};
use crate::backup::{self, Source};
use crate::failure::{damaged, of_disk};
use crate::keys::{self, DatabaseKey, KeySlots, attempts};
use crate::onlooker::Onlooker;
use crate::schema::{self, Version};
use crate::{logbook, openings};
use daybook_domain::log::{BackupReason, Happening, OpenedBy, Sitting};
use daybook_domain::{Fault, Outcome};
use rusqlite::Connection;
use std::path::Path;

/// Opens a vault with a passphrase or its recovery key.
pub fn open(folder: &Path, secret: &str, sitting: &Sitting) -> Outcome<Vault> {
    check_parts(folder)?;
    let slots = KeySlots::read(folder)?;
    // Before the secret is tried, which takes a while.
    let lock = Lock::take(folder, sitting)?;
    if is_protected(&folder.join(DATABASE)) {
        return Err(of_disk(&std::io::ErrorKind::PermissionDenied.into()));
    }
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

pub fn open_locked(
    folder: &Path,
    key: DatabaseKey,
    opened_by: OpenedBy,
    sitting: &Sitting,
    lock: Lock,
) -> Outcome<Vault> {
    let database = folder.join(DATABASE);
    let mut connection = connect_whole(&database, &key)?;
    backup::sweep(&folder.join(BACKUPS));
    rebuild::sweep(folder);
    let backed_up = match schema::version(&connection)? {
        Version::Current => None,
        Version::Older(_) => {
            let source = Source { folder, connection: &connection, key: &key, slots: None };
            Some(backups::keep(&source, BackupReason::Migration, sitting.at, &Onlooker::default())?)
        }
    };
    schema::migrate(&mut connection)?;
    if let Some((_, about)) = backed_up {
        // The table it is logged in may only be there since the migration.
        let happening = Happening::BackedUp { why: BackupReason::Migration, rows: about.total };
        logbook::note(&connection, sitting, sitting.at, &happening)?;
    }
    openings::begin(&connection, sitting)?;
    let (folder, sitting) = (folder.to_owned(), sitting.clone());
    Ok(Vault {
        connection,
        _lock: lock,
        folder,
        key,
        opened_by,
        sitting,
        read_only: false,
        watch: Onlooker::default(),
        begun: None,
    })
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

pub fn connect_whole(database: &Path, key: &DatabaseKey) -> Outcome<Connection> {
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
