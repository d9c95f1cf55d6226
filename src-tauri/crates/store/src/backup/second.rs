//! The second place: a USB stick, a shared drive. It may be away or full at any time, and that stops nobody.

use super::envelope::Envelope;
use super::make::check_room;
use super::sweep::{self, thin};
use super::{Line, list, names};
use crate::failure::of_disk;
use crate::onlooker::Onlooker;
use crate::platform::{rename_patiently, sync_folder};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::progress::Doing;
use daybook_domain::{Fault, Outcome};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// How much is carried between two looks at whether to go on, in bytes.
const PORTION: usize = 1024 * 1024;

/// How the second place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondState {
    /// Backups are copied there.
    Ready,
    /// It is not there now, or cannot be written to.
    Absent,
    /// The next backup has no room there.
    Full,
}

/// The folder of one daybook's backups in the second place: two daybooks may share a stick.
pub fn folder_in(place: &Path, vault: &Path) -> PathBuf {
    place.join(format!("{} backups", vault.file_stem().unwrap_or_default().to_string_lossy()))
}

/// Carries a backup to the second place, reads it there, and thins what is there.
///
/// Faults: `backup.second_absent`, `backup.no_room`, and those of the disk. The backup itself stands in any case.
pub fn carry(
    backup: &Path,
    place: &Path,
    (vault, line): (&Path, &Line),
    today: NaiveDate,
    watch: &Onlooker,
) -> Outcome<PathBuf> {
    if !place.is_dir() {
        return Err(Fault::new(
            "backup.second_absent",
            "The second place for backups is not there. The backup was kept beside the daybook; \
             connect the drive, and the next backup is copied again.",
        ));
    }
    let folder = folder_in(place, vault);
    std::fs::create_dir_all(&folder).map_err(|error| of_disk(&error))?;
    sweep::sweep(&folder);
    let length = backup.metadata().map_err(|error| of_disk(&error))?.len();
    check_room(&folder, length)?;
    let building = sweep::building(&folder)?;
    let copy = building.path().join("copy");
    copy_file(backup, &copy, length, watch)?;
    Envelope::open(&copy)?.read_through(watch)?;
    let name = names::free_for(&folder, backup);
    rename_patiently(&copy, &name).map_err(|error| of_disk(&error))?;
    // Some shared drives cannot sync a folder; the file itself is on the disk.
    let _ = sync_folder(&folder);
    thin(&folder, line, today);
    Ok(name)
}

/// How the second place is, and when the newest backup of the line there was made.
pub fn state(place: &Path, vault: &Path, needed: u64, line: &Line) -> (SecondState, Option<NaiveDateTime>) {
    if !place.is_dir() {
        return (SecondState::Absent, None);
    }
    let newest = list::newest_of(&folder_in(place, vault), |about| line.holds(about), NaiveDateTime::MAX);
    let last = newest.map(|newest| newest.about.made_at);
    let state = if check_room(place, needed).is_err() { SecondState::Full } else { SecondState::Ready };
    (state, last)
}

fn copy_file(from: &Path, to: &Path, length: u64, watch: &Onlooker) -> Outcome<()> {
    let copied = |error: std::io::Error| of_disk(&error);
    let (mut from, mut to) = (File::open(from).map_err(copied)?, File::create_new(to).map_err(copied)?);
    let (mut portion, mut done) = (vec![0; PORTION], 0);
    loop {
        watch.tell(Doing::Carrying, done, length)?;
        let read = from.read(&mut portion).map_err(copied)?;
        if read == 0 {
            break;
        }
        to.write_all(portion.get(..read).unwrap_or_default()).map_err(copied)?;
        done += read as u64;
    }
    to.sync_all().map_err(copied)
}
