//! Keeping what is there before a restore, whatever state it is in: as a backup, or raw.

use super::{BESIDE, Restore};
use crate::backup::{About, Source};
use crate::keys;
use crate::onlooker::Onlooker;
use crate::vault::open::connect_whole;
use crate::vault::{DATABASE, backups, raw};
use daybook_domain::Outcome;
use daybook_domain::log::{BackupReason, Sitting};

/// All that makes a vault, but for its backups.
const EVERYTHING: [&str; 5] = [DATABASE, BESIDE[0], BESIDE[1], BESIDE[2], keys::FILE];

/// What stops a restore while it keeps what is there: no room for it, somebody who has it open, or somebody's own word.
const STOPS: [&str; 5] = ["backup.no_room", "store.disk_full", "vault.in_use", "work.cancelled", "restore.smaller"];

/// Keeps what is there, whatever state it is in. Gives what the backup of it says, where it could be opened.
pub fn keep_what_is_there(
    ready: &Restore,
    confirm_smaller: bool,
    sitting: &Sitting,
    watch: &Onlooker,
) -> Outcome<Option<About>> {
    let Restore { folder, slots, .. } = ready;
    let database = folder.join(DATABASE);
    let mut kept = None;
    // Opening a database plays what lies beside it in, or throws it away, so what a crash left is copied before.
    let left = folder.join(BESIDE[0]).metadata().is_ok_and(|log| log.len() > 0);
    let before = if left { Some(raw::take(folder, &EVERYTHING)?) } else { None };
    if database.exists() {
        match back_up(ready, confirm_smaller, sitting, watch) {
            Ok(about) => kept = Some(about),
            Err(fault) if STOPS.contains(&fault.code.as_ref()) => return Err(fault),
            // Its own key does not open it, some of its pages are gone, or the drive reads no more: whatever it is, what is
            // being restored is the way out of it, and what is there is kept raw.
            Err(_) => {}
        }
    }
    let raw = match (&kept, slots, before) {
        (None, _, Some(before)) => before,
        (None, _, None) => raw::take(folder, &EVERYTHING)?,
        (Some(_), Some(_), _) => raw::take(folder, &[keys::FILE])?,
        (Some(_), None, _) => return Ok(kept),
    };
    raw::keep(&raw, folder, sitting.at)?;
    Ok(kept)
}

/// Backs up the database that is there, and closes it with nothing left beside it.
fn back_up(ready: &Restore, confirm_smaller: bool, sitting: &Sitting, watch: &Onlooker) -> Outcome<About> {
    let connection = connect_whole(&ready.folder.join(DATABASE), &ready.key)?;
    let there = About::of(&connection, &ready.key, BackupReason::Restore, sitting.at)?;
    if !confirm_smaller {
        ready.check_fuller(there.total)?;
    }
    let source =
        Source { folder: &ready.folder, connection: &connection, key: &ready.key, slots: ready.slots.as_deref() };
    let (_, about) = backups::keep(&source, BackupReason::Restore, sitting.at, watch)?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(crate::failure::plain)?;
    Ok(about)
}
