//! The file of a backup: a zip of three members, stored as they are.
//!
//! What is read may come from anybody: only these three members by these names, none of them packed, and never a path
//! from inside the file.

use super::about::{About, FORMAT};
use crate::failure::of_disk;
use crate::keys;
use crate::onlooker::Onlooker;
use daybook_domain::progress::Doing;
use daybook_domain::{Fault, Outcome};
use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const ABOUT: &str = "about.json";
const DATABASE: &str = "daybook.db";

/// Longer than what a backup says of itself will ever be, in bytes; its keys are held to the same.
const LONGEST: u64 = 64 * 1024;

/// How much is read or written between two looks at whether to go on, in bytes.
const PORTION: usize = 1024 * 1024;

/// The beginning of every zip file.
const ZIP: [u8; 4] = *b"PK\x03\x04";

/// A backup's file, opened for reading.
pub struct Envelope {
    archive: ZipArchive<BufReader<File>>,
    /// What it says of itself.
    pub about: About,
}

/// Writes a backup's file, to the disk.
pub fn write(path: &Path, about: &About, slots: &[u8], database: &Path, watch: &Onlooker) -> Outcome<()> {
    let length = database.metadata().map_err(|error| of_disk(&error))?.len();
    let said = serde_json::to_vec_pretty(about).map_err(|_| unreadable())?;
    let file = File::create_new(path).map_err(|error| of_disk(&error))?;
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(BufWriter::with_capacity(PORTION, file));
    for (name, bytes) in [(ABOUT, said.as_slice()), (keys::FILE, slots)] {
        zip.start_file(name, options).map_err(of_zip)?;
        zip.write_all(bytes).map_err(|error| of_disk(&error))?;
    }
    // Above 4 GiB a zip needs wider numbers, and it must be told before.
    zip.start_file(DATABASE, options.large_file(length > u64::from(u32::MAX))).map_err(of_zip)?;
    let mut from = File::open(database).map_err(|error| of_disk(&error))?;
    carry(&mut from, &mut zip, length, Doing::Packing, watch)?;
    let buffered = zip.finish().map_err(of_zip)?;
    let file = buffered.into_inner().map_err(|error| of_disk(error.error()))?;
    file.sync_all().map_err(|error| of_disk(&error))
}

impl Envelope {
    /// Opens a file and reads what it says of itself.
    ///
    /// Faults: `backup.missing`, `backup.foreign` (no backup at all), `backup.unreadable` (damaged or cut short),
    /// `backup.newer`.
    pub fn open(path: &Path) -> Outcome<Self> {
        let mut file = File::open(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => missing(),
            _ => of_disk(&error),
        })?;
        // A folder opens as a file on some systems and only its reading fails.
        let length = file.metadata().map_err(|error| of_disk(&error))?.len();
        let mut beginning = [0; 4];
        let read = file.read_exact(&mut beginning);
        if read.is_ok() && beginning != ZIP {
            return Err(foreign());
        }
        read.map_err(|_| unreadable())?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| unreadable())?;
        check_members(&mut archive, length)?;
        let said = member(&mut archive, ABOUT)?;
        /// What every layout says first.
        #[derive(serde::Deserialize)]
        struct Layout {
            format: u32,
        }
        let layout: Layout = serde_json::from_slice(&said).map_err(|_| unreadable())?;
        if layout.format > FORMAT {
            return Err(newer());
        }
        let mut about: About = serde_json::from_slice(&said).map_err(|_| unreadable())?;
        about.recount();
        Ok(Self { archive, about })
    }

    /// The keys as they were.
    pub fn slots(&mut self) -> Outcome<Vec<u8>> {
        member(&mut self.archive, keys::FILE)
    }

    /// How long the database in it is, in bytes.
    pub fn length(&mut self) -> Outcome<u64> {
        Ok(self.archive.by_name(DATABASE).map_err(|_| unreadable())?.size())
    }

    /// Reads it to its last byte. Fault: `backup.unreadable`.
    pub fn read_through(&mut self, watch: &Onlooker) -> Outcome<()> {
        self.slots()?;
        self.take_out(&mut std::io::sink(), Doing::Checking, watch)
    }

    /// Writes the database in it to a file that must not exist yet, to the disk.
    pub fn extract(&mut self, to: &Path, watch: &Onlooker) -> Outcome<()> {
        let mut file = File::create_new(to).map_err(|error| of_disk(&error))?;
        self.take_out(&mut file, Doing::Unpacking, watch)?;
        file.sync_all().map_err(|error| of_disk(&error))
    }

    fn take_out(&mut self, to: &mut impl Write, doing: Doing, watch: &Onlooker) -> Outcome<()> {
        let mut from = self.archive.by_name(DATABASE).map_err(|_| unreadable())?;
        let length = from.size();
        // The checksum is compared as the last byte is read.
        carry(&mut from, to, length, doing, watch)
    }
}

fn carry(from: &mut impl Read, to: &mut impl Write, length: u64, doing: Doing, watch: &Onlooker) -> Outcome<()> {
    let mut portion = vec![0; PORTION];
    let mut done = 0;
    loop {
        watch.tell(doing, done, length)?;
        let read = from.read(&mut portion).map_err(|error| of_reading(&error))?;
        if read == 0 {
            break;
        }
        to.write_all(portion.get(..read).unwrap_or_default()).map_err(|error| of_disk(&error))?;
        done += read as u64;
    }
    if done == length { Ok(()) } else { Err(unreadable()) }
}

fn check_members(archive: &mut ZipArchive<BufReader<File>>, length: u64) -> Outcome<()> {
    if archive.len() != 3 || archive.has_duplicate_names() {
        return Err(foreign());
    }
    let mut sum = 0_u64;
    for name in [ABOUT, keys::FILE, DATABASE] {
        let member = archive.by_name(name).map_err(|error| match error {
            zip::result::ZipError::FileNotFound => foreign(),
            _ => unreadable(),
        })?;
        if member.compression() != CompressionMethod::Stored || member.encrypted() || !member.is_file() {
            return Err(foreign());
        }
        if name != DATABASE && member.size() > LONGEST {
            return Err(foreign());
        }
        sum = sum.saturating_add(member.size());
    }
    if sum > length { Err(unreadable()) } else { Ok(()) }
}

fn member(archive: &mut ZipArchive<BufReader<File>>, name: &str) -> Outcome<Vec<u8>> {
    let member = archive.by_name(name).map_err(|_| unreadable())?;
    let mut bytes = Vec::new();
    member.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| of_reading(&error))?;
    Ok(bytes)
}

fn of_reading(error: &std::io::Error) -> Fault {
    // The zip's own complaints, such as a checksum that is not right, come as these.
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof | ErrorKind::Other => unreadable(),
        _ => of_disk(error),
    }
}

fn of_zip(error: zip::result::ZipError) -> Fault {
    match error {
        zip::result::ZipError::Io(error) => of_disk(&error),
        _ => Fault::new("backup.unwritten", "The backup could not be written. Nothing else was changed; try again."),
    }
}

fn missing() -> Fault {
    Fault::new(
        "backup.missing",
        "That backup is not there any more. Nothing was changed; check that its drive is connected.",
    )
    .at("path")
}

fn foreign() -> Fault {
    Fault::new("backup.foreign", "That file is not a backup of a daybook. Nothing was changed; choose another file.")
        .at("path")
}

/// The file is not what it was when it was written.
pub fn unreadable() -> Fault {
    Fault::new(
        "backup.unreadable",
        "That backup is damaged or was cut short, so it cannot be used. Nothing was changed; choose another backup.",
    )
    .at("path")
}

/// A newer version of the app wrote it.
pub fn newer() -> Fault {
    Fault::new(
        "backup.newer",
        "That backup was made by a newer version of the app. Nothing was changed; install the newer version to use it.",
    )
    .at("path")
}
