//! Putting a daybook back from a backup, in its place or as a new one.
//!
//! Everything that can fail is done in a folder of its own before anything that is there is touched. After that there is
//! one step that counts, the rename of the database. What a crash leaves, point by point:
//!
//! | after | on the disk | at the next opening |
//! |---|---|---|
//! | the backup was taken out, checked and brought to this version, in `backups/.building-*` | the old daybook | the old one; what was half made is swept away |
//! | what is there was kept, as a backup or, where it does not open, raw in `backups/kept ...` | the old daybook and the backup of it | the old one |
//! | `keys.json` came from the backup, only where it was missing or damaged | old database, keys that open the backup | the old one if they are its keys, else `vault.damaged` as before; restoring again goes on from here |
//! | the log beside a database that does not open was taken away, a copy of it being in `backups/kept ...` | a database that did not open and does not | `vault.damaged` as before; restoring again goes on from here |
//! | the rename | the new daybook, its log line in it | the new one |
//!
//! No write-ahead log may be there at the rename: it would be played into a database it is not of. That of a database that
//! opens is folded in and gone once it is closed, and this is looked at; that of one that does not open is copied and
//! taken away before. The rename comes last, so no crash leaves the new database beside an old log.
//!
//! As a new daybook, it is built whole under a temporary name beside its place and gets its name by one rename.

mod keep;

use super::connect::connect;
use super::create::{check_free, parent_of};
use super::lock::Lock;
use super::open::open_locked;
use super::{BACKUPS, DATABASE, Vault};
use crate::backup::{self, About, Envelope, Step, reached};
use crate::failure::of_disk;
use crate::keys::{self, DatabaseKey, KeySlots, attempts};
use crate::onlooker::Onlooker;
use crate::platform::{rename_patiently, sync_folder, write_whole};
use crate::{logbook, schema};
use chrono::NaiveDateTime;
use daybook_domain::log::{BackupReason, Happening, OpenedBy, Sitting};
use daybook_domain::progress::Doing;
use daybook_domain::{Fault, Outcome};
use keep::keep_what_is_there;
use rusqlite::Connection;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What may lie beside a database and belongs to it alone.
const BESIDE: [&str; 3] = ["daybook.db-wal", "daybook.db-shm", "daybook.db-journal"];

/// A backup of a vault that was taken out, checked and brought to this version, ready to be put in its place.
///
/// Nothing of the vault has been touched. Dropping it clears it away.
pub struct Restore {
    folder: PathBuf,
    building: TempDir,
    about: About,
    key: DatabaseKey,
    by: OpenedBy,
    /// How often a wrong secret was typed before.
    wrong: u32,
    /// The keys to be put in place, where those of the vault are missing or damaged.
    slots: Option<Vec<u8>>,
}

impl Restore {
    /// Takes a backup of the vault in a folder out and checks it. The vault may be open.
    ///
    /// The secret is one that opens the vault today; where its `keys.json` is missing or damaged, one that opened it when the
    /// backup was made. Faults: those of [`look_at_backup`](crate::look_at_backup), `vault.wrong_passphrase`,
    /// `vault.wrong_recovery_key`, `vault.recovery_mistyped`, `vault.wait`, `restore.other_daybook`, `backup.no_room`,
    /// `vault.missing`, `vault.not_a_vault`, `work.cancelled`.
    pub fn prepare(folder: &Path, file: &Path, secret: &str, at: NaiveDateTime, watch: &Onlooker) -> Outcome<Self> {
        let mut envelope = open(file)?;
        check_place(folder)?;
        let (known, slots) = match KeySlots::read(folder) {
            Ok(known) => (known, None),
            Err(fault) if ["vault.keys_damaged", "store.no_place"].contains(&fault.code.as_ref()) => {
                let bytes = envelope.slots()?;
                (KeySlots::parse(&bytes).map_err(|_| backup::unreadable())?, Some(bytes))
            }
            Err(fault) => return Err(fault),
        };
        let ((key, by), wrong) = attempts::guard(folder, at, || known.open(secret))?;
        if backup::mark(&key) != envelope.about.vault {
            return Err(other_daybook());
        }
        let backups = folder.join(BACKUPS);
        std::fs::create_dir_all(&backups).map_err(|error| of_disk(&error))?;
        backup::check_room(&backups, envelope.length()?)?;
        let building = backup::building(&backups)?;
        take_out(&mut envelope, &building.path().join(DATABASE), &key, watch)?;
        reached(Step::Unpacked);
        Ok(Self { folder: folder.to_owned(), building, about: envelope.about, key, by, wrong, slots })
    }

    /// What the backup says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Refuses a backup with less than half of what is there. Fault: `restore.smaller`.
    pub fn check_fuller(&self, there: u64) -> Outcome<()> {
        let total = self.about.total;
        if total.saturating_mul(2) >= there {
            return Ok(());
        }
        Err(Fault::new(
            "restore.smaller",
            format!(
                "That backup holds {total} rows and the daybook holds {there}, so less than half would be left. \
                 Nothing was changed; choose a fuller backup, or say that you mean this one."
            ),
        )
        .at("confirm_smaller"))
    }
}

impl Vault {
    /// Puts what was prepared in the place of the vault, which must not be open, and opens it.
    ///
    /// What is there is kept first: as a backup or, where it does not open or not all of it can be read, raw in a folder among the
    /// backups.
    /// Faults: `restore.smaller`, `vault.in_use`, `backup.no_room`, and those of the disk.
    pub fn restore(ready: Restore, confirm_smaller: bool, sitting: &Sitting, watch: &Onlooker) -> Outcome<Self> {
        let Restore { folder, .. } = &ready;
        let lock = Lock::take(folder, sitting)?;
        watch.tell(Doing::Restoring, 0, 3)?;
        let kept = keep_what_is_there(&ready, confirm_smaller, sitting, watch)?;
        reached(Step::Kept);
        // From here on nobody is asked whether to go on.
        let watch = watch.steadfast();
        watch.tell(Doing::Restoring, 1, 3)?;
        if let Some(slots) = &ready.slots {
            write_whole(&folder.join(keys::FILE), slots).map_err(|error| of_disk(&error))?;
            reached(Step::Keyed);
        }
        let taken_out = ready.building.path().join(DATABASE);
        finish(&taken_out, &ready.key, &ready.about, kept, sitting)?;
        clear_beside(folder)?;
        reached(Step::Cleared);
        watch.tell(Doing::Restoring, 2, 3)?;
        let placed = rename_patiently(&taken_out, &folder.join(DATABASE)).and_then(|()| sync_folder(folder));
        placed.map_err(|error| of_disk(&error))?;
        reached(Step::Placed);
        let Restore { folder, building, key, by, wrong, .. } = ready;
        drop(building);
        let mut vault = open_locked(&folder, key, by, sitting, lock)?;
        vault.tell_attempts(wrong, sitting.at)?;
        vault.note(&Happening::Opened { by }, sitting.at)?;
        Ok(vault)
    }

    /// Makes a new vault of a backup, of whichever daybook, and opens it. The secret is one that opened it when it was made.
    ///
    /// Wrong secrets count in the vault that the backup lies in. Faults: those of [`look_at_backup`](crate::look_at_backup),
    /// `vault.wrong_passphrase`, `vault.wrong_recovery_key`, `vault.recovery_mistyped`, `vault.wait`, `vault.exists`,
    /// `place.too_long`, `store.no_place`, `backup.no_room`, `work.cancelled`.
    pub fn restore_as_new(
        file: &Path,
        folder: &Path,
        secret: &str,
        sitting: &Sitting,
        watch: &Onlooker,
    ) -> Outcome<Self> {
        let mut envelope = open(file)?;
        check_free(folder)?;
        let parent = parent_of(folder)?;
        let slots = envelope.slots()?;
        let known = KeySlots::parse(&slots).map_err(|_| backup::unreadable())?;
        let (key, by) = match vault_of(file) {
            Some(vault) => attempts::guard(vault, sitting.at, || known.open(secret))?.0,
            None => known.open(secret)?,
        };
        let building =
            tempfile::Builder::new().prefix(".daybook-new-").tempdir_in(parent).map_err(|error| of_disk(&error))?;
        backup::check_room(parent, envelope.length()?)?;
        let database = building.path().join(DATABASE);
        take_out(&mut envelope, &database, &key, watch)?;
        std::fs::create_dir(building.path().join(BACKUPS)).map_err(|error| of_disk(&error))?;
        write_whole(&building.path().join(keys::FILE), &slots).map_err(|error| of_disk(&error))?;
        finish(&database, &key, &envelope.about, None, sitting)?;
        reached(Step::Cleared);
        // Windows renames no folder with an open file in it.
        rename_patiently(building.path(), folder).map_err(|error| of_disk(&error))?;
        // It has its real name now, so there is nothing left to clear away.
        let _ = building.keep();
        sync_folder(parent).map_err(|error| of_disk(&error))?;
        reached(Step::Placed);
        let mut vault = open_locked(folder, key, by, sitting, Lock::take(folder, sitting)?)?;
        vault.note(&Happening::Opened { by }, sitting.at)?;
        Ok(vault)
    }
}

/// Opens a backup's file, unless a newer version wrote it.
fn open(file: &Path) -> Outcome<Envelope> {
    let envelope = Envelope::open(file)?;
    if envelope.about.schema > schema::NEWEST { Err(backup::newer()) } else { Ok(envelope) }
}

/// The vault that a backup lies in, whose next opening tells of wrong secrets. Elsewhere there is nowhere to count them.
fn vault_of(file: &Path) -> Option<&Path> {
    let beside = file.parent()?;
    beside.parent().filter(|vault| beside.ends_with(BACKUPS) && vault.join(keys::FILE).is_file())
}

/// A folder that is a vault, or what is left of one.
fn check_place(folder: &Path) -> Outcome<()> {
    if !folder.is_dir() {
        return Err(Fault::new(
            "vault.missing",
            "There is no daybook at that place. Nothing was changed; check that the drive is connected, \
             or make a new daybook of the backup.",
        )
        .at("folder"));
    }
    if [DATABASE, keys::FILE, BACKUPS].iter().any(|part| folder.join(part).exists()) {
        return Ok(());
    }
    Err(Fault::new("vault.not_a_vault", "That folder is not a daybook. Nothing was changed.").at("folder"))
}

/// Takes the database out of a backup, holds it against what the backup says, and brings it to this version.
fn take_out(envelope: &mut Envelope, database: &Path, key: &DatabaseKey, watch: &Onlooker) -> Outcome<()> {
    envelope.extract(database, watch)?;
    backup::check_copy(database, key, &envelope.about, watch).map_err(of_backup)?;
    let mut connection = connect(database, key).map_err(of_backup)?;
    schema::version(&connection).map_err(of_backup)?;
    schema::migrate(&mut connection)
}

/// A daybook that is damaged, where it came out of a backup.
fn of_backup(fault: Fault) -> Fault {
    match fault.code.as_ref() {
        "vault.damaged" | "store.unreadable" | "store.gone" => backup::unreadable(),
        "vault.newer" => backup::newer(),
        _ => fault,
    }
}

/// Writes into what was taken out that it was restored, and closes it whole and on the disk.
///
/// Before it is in place, so that no crash leaves a daybook that does not know it was restored.
fn finish(database: &Path, key: &DatabaseKey, about: &About, kept: Option<About>, sitting: &Sitting) -> Outcome<()> {
    let connection: Connection = connect(database, key)?;
    if let Some(kept) = kept {
        let happening = Happening::BackedUp { why: BackupReason::Restore, rows: kept.total };
        logbook::note(&connection, sitting, sitting.at, &happening)?;
    }
    logbook::note(&connection, sitting, sitting.at, &Happening::Restored { of: about.made_at })?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(crate::failure::plain)?;
    connection.close().map_err(|(_, error)| crate::failure::plain(error))?;
    let log = database.with_extension("db-wal");
    if log.metadata().is_ok_and(|metadata| metadata.len() > 0) {
        return Err(of_disk(&std::io::ErrorKind::Other.into()));
    }
    let synced = OpenOptions::new().write(true).open(database).and_then(|file| file.sync_all());
    synced.map_err(|error| of_disk(&error))
}

/// Takes away what lies beside the database that is there. Everything of worth in it is folded in or copied by now.
fn clear_beside(folder: &Path) -> Outcome<()> {
    for name in BESIDE {
        match std::fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(of_disk(&error)),
            Ok(()) | Err(_) => {}
        }
    }
    sync_folder(folder).map_err(|error| of_disk(&error))
}

fn other_daybook() -> Fault {
    Fault::new(
        "restore.other_daybook",
        "That backup is of another daybook. Nothing was changed; make a new daybook of it instead.",
    )
    .at("path")
}
