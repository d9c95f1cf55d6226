//! Keeping files as they are, whole or not, beside the backups; and copying one of which a drive may not give every part.

use super::BACKUPS;
use crate::backup;
use crate::failure::of_disk;
use crate::platform::{rename_patiently, sync_folder};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use std::fs::File;
use std::io::{Read, Result, Seek, SeekFrom, Write};
use std::path::Path;
use tempfile::TempDir;

/// How much is read at a time, in bytes.
const PORTION: usize = 1024 * 1024;

/// What is given up where it cannot be read, in bytes: what drives read at a time, and a page of the database.
const SECTOR: usize = 4096;

/// What a folder of raw files is called until it is whole.
const RAW: &str = "kept";

/// Copies files of a vault that are there as they are, as far as they can be read, to the disk, into a folder among its
/// backups that goes with what is returned. Faults: `backup.no_room`, and those of the disk.
pub fn take(folder: &Path, names: &[&str]) -> Outcome<TempDir> {
    let files = || names.iter().map(|name| folder.join(name)).filter(|file| file.is_file());
    let backups = folder.join(BACKUPS);
    let length = files().map(|file| file.metadata().map_or(0, |metadata| metadata.len())).sum();
    std::fs::create_dir_all(&backups).map_err(|error| of_disk(&error))?;
    backup::check_room(&backups, length)?;
    let building = backup::building(&backups)?;
    let copies = building.path().join(RAW);
    let copied = || -> Result<()> {
        std::fs::create_dir(&copies)?;
        for file in files() {
            copy(&file, &copies.join(file.file_name().unwrap_or_default()), true)?;
        }
        sync_folder(&copies)
    };
    copied().map_err(|error| of_disk(&error))?;
    Ok(building)
}

/// Gives what was taken its name among the backups. No files, no folder.
pub fn keep(taken: &TempDir, folder: &Path, at: NaiveDateTime) -> Outcome<()> {
    let (copies, backups) = (taken.path().join(RAW), folder.join(BACKUPS));
    let named = || -> Result<()> {
        if std::fs::read_dir(&copies)?.next().is_none() {
            return Ok(());
        }
        rename_patiently(&copies, &backup::kept_name(&backups, at))?;
        sync_folder(&backups)
    };
    named().map_err(|error| of_disk(&error))
}

/// Copies a file, to the disk, and who may do what with it where `alike`. Where a part of it cannot be read, the copy has
/// zeros of the same length.
pub fn copy(from: &Path, to: &Path, alike: bool) -> Result<()> {
    let mut source = File::open(from)?;
    let metadata = source.metadata()?;
    let mut target = File::create_new(to)?;
    copy_readable(&mut source, metadata.len(), &mut target)?;
    if alike {
        target.set_permissions(metadata.permissions())?;
    }
    target.sync_all()
}

/// As many bytes go out as are named, whatever can be read.
fn copy_readable(from: &mut (impl Read + Seek), length: u64, to: &mut impl Write) -> Result<()> {
    let mut bytes = vec![0; PORTION];
    let mut at = 0;
    while at < length {
        let portion = portion(length - at, PORTION);
        if read_at(from, at, &mut bytes[..portion]).is_err() {
            // Once more in small, for all but the part that is bad.
            for (nth, sector) in bytes[..portion].chunks_mut(SECTOR).enumerate() {
                if read_at(from, at + (nth * SECTOR) as u64, sector).is_err() {
                    sector.fill(0);
                }
            }
        }
        to.write_all(&bytes[..portion])?;
        at += portion as u64;
    }
    Ok(())
}

fn portion(left: u64, most: usize) -> usize {
    usize::try_from(left).map_or(most, |left| left.min(most))
}

fn read_at(from: &mut (impl Read + Seek), at: u64, bytes: &mut [u8]) -> Result<()> {
    from.seek(SeekFrom::Start(at))?;
    from.read_exact(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, ErrorKind};

    /// A drive with a bad place.
    struct Bad {
        file: Cursor<Vec<u8>>,
        from: u64,
        to: u64,
    }

    impl Read for Bad {
        fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
            let at = self.file.position();
            if at < self.to && at + bytes.len() as u64 > self.from {
                return Err(ErrorKind::Other.into());
            }
            self.file.read(bytes)
        }
    }

    impl Seek for Bad {
        fn seek(&mut self, to: SeekFrom) -> Result<u64> {
            self.file.seek(to)
        }
    }

    #[test]
    fn all_but_the_bad_place_is_copied() {
        let whole: Vec<u8> = (0..2 * PORTION + 5000).map(|at| (at % 250) as u8 + 1).collect();
        for (from, to) in [(0, 0), (PORTION + 9000, PORTION + 9001), (0, 1), (whole.len() - 1, whole.len())] {
            let mut bad = Bad { file: Cursor::new(whole.clone()), from: from as u64, to: to as u64 };
            let mut copied = Vec::new();
            copy_readable(&mut bad, whole.len() as u64, &mut copied).unwrap();
            assert_eq!(copied.len(), whole.len());
            let differ: Vec<usize> = (0..whole.len()).filter(|at| copied[*at] != whole[*at]).collect();
            assert!(differ.len() <= SECTOR && differ.iter().all(|at| at / SECTOR == from / SECTOR), "{from}");
            assert_eq!(differ.is_empty(), from == to, "{from}");
        }
    }
}
