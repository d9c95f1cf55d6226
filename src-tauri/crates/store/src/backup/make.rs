//! Making a backup.

use super::about::{self, About};
use super::envelope::{Envelope, unreadable, write};
use super::steps::{Step, reached};
use super::{names, sweep};
use crate::failure::{damaged, of_disk, plain};
use crate::keys::{self, DatabaseKey, KeySlots};
use crate::onlooker::Onlooker;
use crate::platform::{rename_patiently, sync_folder};
use crate::vault::{BACKUPS, DATABASE, connect, copy_target, reads_on};
use chrono::NaiveDateTime;
use daybook_domain::log::BackupReason;
use daybook_domain::progress::Doing;
use daybook_domain::{Fault, Outcome};
use rusqlite::Connection;
use rusqlite::backup::StepResult;
use std::path::{Path, PathBuf};

/// Pages copied between two looks at whether to go on: 1 MiB.
const PAGES: i32 = 256;

/// What must be left over on a disk that a backup is written to, in bytes.
const SPARE: u64 = 1024 * 1024;

/// What a backup is made of.
pub struct Source<'v> {
    /// The vault's folder.
    pub folder: &'v Path,
    /// Its database, which nobody writes to in the meantime.
    pub connection: &'v Connection,
    /// What it is encrypted with.
    pub key: &'v DatabaseKey,
    /// What stands in for its `keys.json`, where that is missing or damaged.
    pub slots: Option<&'v [u8]>,
}

/// Makes a backup, whole or not at all.
///
/// Faults: `backup.no_room`, `vault.damaged`, `vault.no_keys`, `vault.keys_damaged`, `work.cancelled`, and those of the disk.
pub fn make(
    source: &Source<'_>,
    reason: BackupReason,
    at: NaiveDateTime,
    watch: &Onlooker,
) -> Outcome<(PathBuf, About)> {
    let backups = source.folder.join(BACKUPS);
    std::fs::create_dir_all(&backups).map_err(|error| of_disk(&error))?;
    check_room(&backups, needed(source.folder))?;
    let building = sweep::building(&backups)?;
    let copy = building.path().join(DATABASE);
    let about = About::of(source.connection, source.key, reason, at)?;
    copy_pages(source, &copy, watch)?;
    check_copy(&copy, source.key, &about, watch)?;
    reached(Step::Copied);
    let slots = match source.slots {
        Some(slots) => slots.to_vec(),
        None => std::fs::read(source.folder.join(keys::FILE)).map_err(|_| no_keys())?,
    };
    KeySlots::parse(&slots)?;
    let packed = building.path().join("packed");
    write(&packed, &about, &slots, &copy, watch)?;
    let mut read_back = Envelope::open(&packed)?;
    if read_back.about != about || read_back.slots()? != slots {
        return Err(unreadable());
    }
    read_back.read_through(watch)?;
    // Windows renames no file that is open.
    drop(read_back);
    reached(Step::Packed);
    let name = names::free(&backups, at, reason);
    rename_patiently(&packed, &name).and_then(|()| sync_folder(&backups)).map_err(|error| of_disk(&error))?;
    reached(Step::Named);
    Ok((name, about))
}

/// Copies page by page: whatever the write-ahead log holds is folded in, and the source stays as it is.
fn copy_pages(source: &Source<'_>, copy: &Path, watch: &Onlooker) -> Outcome<()> {
    let mut target = copy_target(copy, source.key)?;
    let backup = rusqlite::backup::Backup::new(source.connection, &mut target).map_err(plain)?;
    loop {
        let step = backup.step(PAGES).map_err(of_step)?;
        let pages = backup.progress();
        let count = |pages: i32| u64::try_from(pages).unwrap_or(0);
        watch.tell(Doing::Copying, count(pages.pagecount - pages.remaining), count(pages.pagecount))?;
        match step {
            StepResult::Done => break,
            StepResult::More => {}
            // Nobody else has the source or the copy open, so waiting would not help.
            _ => return Err(crate::failure::in_use()),
        }
    }
    // A damaged page is given as zeros and told at the next one that is read; after the last there is none.
    if reads_on(source.connection) { Ok(()) } else { Err(damaged()) }
}

/// After a page whose seal is broken every other one is refused, with the code of no fault in particular.
fn of_step(error: rusqlite::Error) -> Fault {
    match &error {
        rusqlite::Error::SqliteFailure(failure, _) if failure.extended_code == rusqlite::ffi::SQLITE_ERROR => damaged(),
        _ => plain(error),
    }
}

/// Opens a copy and holds it against what it is to hold.
pub fn check_copy(copy: &Path, key: &DatabaseKey, about: &About, watch: &Onlooker) -> Outcome<()> {
    let tables = about.rows.len() as u64;
    watch.tell(Doing::Checking, 0, tables)?;
    let connection = connect(copy, key)?;
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(plain)?;
    if found != "ok" || about::rows(&connection)? != about.rows {
        return Err(damaged());
    }
    drop(connection);
    watch.tell(Doing::Checking, tables, tables)
}

/// How much room the next backup needs at most while it is made, in bytes: a copy, and the file it is packed into.
pub fn needed(folder: &Path) -> u64 {
    let length = |name: &str| folder.join(name).metadata().map_or(0, |metadata| metadata.len());
    2 * (length(DATABASE) + length("daybook.db-wal")) + SPARE
}

/// How much is free on the disk of a folder, in bytes; none where nobody can tell, or there is no such folder.
pub fn free(folder: &Path) -> Option<u64> {
    // Windows tells of the disk on which a folder that is gone would be; a stick's letter may be another stick's by then.
    folder.is_dir().then(|| fs4::available_space(folder).ok()).flatten()
}

/// Refuses what would fill a disk. Where nobody can tell how much is free, it is tried.
pub fn check_room(folder: &Path, needed: u64) -> Outcome<()> {
    match free(folder) {
        Some(free) if free < needed => Err(Fault::new(
            "backup.no_room",
            format!(
                "There is not enough room on the disk: {} MB are needed and {} MB are free. \
                 Nothing was changed; make some room and try again.",
                needed.div_ceil(1_000_000),
                free / 1_000_000
            ),
        )),
        Some(_) | None => Ok(()),
    }
}

fn no_keys() -> Fault {
    Fault::new(
        "vault.no_keys",
        "The keys.json of this daybook is missing, and without it no backup opens, so none was made. \
         Nothing was changed; put the file of a copy in its place.",
    )
}
