//! Backups as they lie in a folder.

use super::envelope::{Envelope, newer};
use super::{About, names};
use crate::keys::KeySlots;
use crate::onlooker::Onlooker;
use crate::schema;
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::log::BackupReason;
use daybook_domain::{Fault, Outcome};
use std::path::{Path, PathBuf};

/// Whether a backup can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// It was read to its last byte.
    Whole,
    /// What it says of itself was read. The rest is read before it is used.
    Looked,
    /// It cannot be used, and why.
    Unusable(Fault),
}

/// A backup as it lies in a folder.
#[derive(Debug)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// How long it is, in bytes.
    pub bytes: u64,
    /// When it was made, by what it says or, where that cannot be read, by its name.
    pub made_at: Option<NaiveDateTime>,
    /// Why it was made, by the same.
    pub reason: Option<BackupReason>,
    /// What it says of itself, where that can be read.
    pub about: Option<About>,
    /// Whether it can be used.
    pub condition: Condition,
    slots: Option<KeySlots>,
}

impl Backup {
    /// Whether the words that open a vault today open this backup by itself.
    pub fn opens_as(&self, folder: &Path) -> bool {
        let current = KeySlots::read(folder).ok();
        current.zip(self.slots.as_ref()).is_some_and(|(current, slots)| current.share_words(slots))
    }
}

/// Looks at a backup, reading it to its last byte. Faults: those of one that cannot be used.
pub fn look(path: &Path, watch: &Onlooker) -> Outcome<Backup> {
    let backup = of_file(path, Some(watch));
    match &backup.condition {
        Condition::Unusable(fault) => Err(fault.clone()),
        Condition::Whole | Condition::Looked => Ok(backup),
    }
}

/// A backup that was made and read through just now.
pub fn made(path: &Path) -> Backup {
    let backup = of_file(path, None);
    match backup.condition {
        Condition::Looked => Backup { condition: Condition::Whole, ..backup },
        Condition::Whole | Condition::Unusable(_) => backup,
    }
}

/// The backups in a folder, newest first. The newest are read to their last byte, up to `through` bytes in all.
pub fn list(folder: &Path, through: u64, watch: &Onlooker) -> Vec<Backup> {
    let mut left = through;
    let mut backups: Vec<Backup> = paths(folder)
        .into_iter()
        .map(|path| {
            let bytes = path.metadata().map_or(u64::MAX, |metadata| metadata.len());
            let reads = bytes <= left;
            left = if reads { left - bytes } else { 0 };
            of_file(&path, reads.then_some(watch))
        })
        .collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.made_at));
    backups
}

/// The backups in a folder that are of those wanted, in no order. Nothing but what they say of themselves is read.
pub fn own(folder: &Path, wanted: impl Fn(&About) -> bool) -> Vec<(PathBuf, About)> {
    let about = |path: &Path| Some(Envelope::open(path).ok()?.about).filter(&wanted);
    paths(folder).into_iter().filter_map(|path| about(&path).map(|about| (path, about))).collect()
}

/// The newest backup in a folder that is of those wanted and not from after a moment.
pub fn newest_of(folder: &Path, wanted: impl Fn(&About) -> bool, until: NaiveDateTime) -> Option<Envelope> {
    // Their names begin with their moments, so the first that can be read is the newest.
    let own = |envelope: &Envelope| wanted(&envelope.about) && envelope.about.made_at <= until;
    paths(folder).into_iter().filter_map(|path| Envelope::open(&path).ok()).find(own)
}

/// Whether a backup was made on a day for a reason, by their names.
pub fn made_on(folder: &Path, day: NaiveDate, reason: BackupReason) -> bool {
    paths(folder)
        .iter()
        .map(|path| names::read(path))
        .any(|(at, why)| at.map(|at| at.date()) == Some(day) && why == Some(reason))
}

/// Files named as backups, by name, last first.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| names::is_backup(path) && path.is_file()).collect();
    // Without the ending, so that a second one of the same second comes after the first.
    paths.sort_unstable_by(|one, other| other.file_stem().cmp(&one.file_stem()));
    paths
}

fn of_file(path: &Path, through: Option<&Onlooker>) -> Backup {
    let bytes = path.metadata().map_or(0, |metadata| metadata.len());
    let (made_at, reason) = names::read(path);
    let mut backup = Backup {
        path: path.to_owned(),
        bytes,
        made_at,
        reason,
        about: None,
        condition: Condition::Looked,
        slots: None,
    };
    if let Err(fault) = read(&mut backup, through) {
        backup.condition = Condition::Unusable(fault);
    }
    backup
}

fn read(backup: &mut Backup, through: Option<&Onlooker>) -> Outcome<()> {
    let mut envelope = Envelope::open(&backup.path)?;
    backup.made_at = Some(envelope.about.made_at);
    backup.reason = Some(envelope.about.reason);
    backup.about = Some(envelope.about.clone());
    if envelope.about.schema > schema::NEWEST {
        return Err(newer());
    }
    backup.slots = Some(KeySlots::parse(&envelope.slots()?).map_err(|_| super::envelope::unreadable())?);
    if let Some(watch) = through {
        envelope.read_through(watch)?;
        backup.condition = Condition::Whole;
    }
    Ok(())
}
