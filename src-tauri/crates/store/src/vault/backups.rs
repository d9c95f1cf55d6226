//! When a vault makes its backups, and where they go.

use super::{BACKUPS, Vault, lies_in_vault};
use crate::backup::{self, About, Backup, Envelope, Line, SecondState, Source};
use crate::journal::Op;
use crate::keys;
use crate::onlooker::Onlooker;
use crate::sql::{Sql, read_json};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::log::{BackupReason, Happening};
use daybook_domain::{Fault, Outcome};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The name under which the second place is set.
const SECOND_PLACE: &str = "second_place";

impl Vault {
    /// Tells somebody how far backups and other long works are.
    pub fn watched_by(&mut self, watch: Onlooker) {
        self.watch = watch;
    }

    /// Makes a backup, and copies it to the second place where that is there. Logged either way.
    ///
    /// Faults: `backup.no_room`, `vault.damaged`, `vault.no_keys`, `work.cancelled`, and those of the disk. A second place
    /// that is away or full is no fault: [`Vault::second_place`] says so.
    pub fn back_up(&mut self, why: BackupReason, at: NaiveDateTime) -> Outcome<Backup> {
        let (path, carrying) = self.back_up_here(why, at)?;
        if let Some(carrying) = carrying {
            carrying.carry(&self.watch_of(why));
        }
        Ok(backup::made(&path))
    }

    /// Makes a backup beside the daybook, and gives what is still to be carried.
    fn back_up_here(&mut self, why: BackupReason, at: NaiveDateTime) -> Outcome<(PathBuf, Option<Carrying>)> {
        self.check_writable()?;
        let watch = self.watch_of(why);
        watch.begin();
        let source = Source { folder: &self.folder, connection: &self.connection, key: &self.key, slots: None };
        match keep_here(&source, why, at, &watch) {
            Ok((path, about, carrying)) => {
                // Any backup of a day that comes before its first change is the one that was to be made then.
                self.begun = Some(at.date());
                // It is made, whether or not the log takes its line.
                let _ = self.note(&Happening::BackedUp { why, rows: about.total }, at);
                Ok((path, carrying))
            }
            Err(fault) => {
                if fault.code != "work.cancelled" {
                    // A log that cannot be written either must not hide what went wrong.
                    let _ = self.note(&Happening::BackupFailed { why, code: fault.code.clone().into_owned() }, at);
                }
                Err(fault)
            }
        }
    }

    fn watch_of(&self, why: BackupReason) -> Onlooker {
        if by_itself(why) { self.watch.steadfast() } else { self.watch.clone() }
    }

    /// When and why the last backup failed, by its code; none where the last one was made.
    pub fn backup_trouble(&self) -> Outcome<Option<(NaiveDateTime, String)>> {
        let last = Sql(&self.connection).first(
            "SELECT at, happening FROM log WHERE json_extract(happening, '$.kind') IN ('backed_up', 'backup_failed')
             ORDER BY id DESC LIMIT 1",
            [],
            |row| Ok((row.get("at")?, read_json(row, "happening")?)),
        )?;
        Ok(last.and_then(|(at, happening)| match happening {
            Happening::BackupFailed { code, .. } => Some((at, code)),
            _ => None,
        }))
    }

    /// How many rows it holds, journal and log left out.
    pub fn rows(&self) -> Outcome<u64> {
        backup::own_rows(&self.connection)
    }

    fn line(&self) -> Line {
        Line::of(&self.connection, &self.key, &self.folder.join(BACKUPS))
    }

    /// Whether a backup is of this daybook.
    pub fn made(&self, about: &About) -> bool {
        about.vault == backup::mark(&self.key)
    }

    /// Where backups are copied to; none where none is set. Does not look whether it is there.
    pub fn copied_to(&self) -> Outcome<Option<PathBuf>> {
        second_place(&self.connection)
    }

    /// Where backups are copied to, how that place is, and when the newest there was made. None where none is set.
    pub fn second_place(&self) -> Outcome<Option<(PathBuf, SecondState, Option<NaiveDateTime>)>> {
        let Some(place) = second_place(&self.connection)? else { return Ok(None) };
        let (state, last) = backup::second_state(&place, &self.folder, backup::needed(&self.folder), &self.line());
        Ok(Some((place, state, last)))
    }

    /// Whether the second place is there and lacks the newest backup made since it was chosen: copying to it failed.
    pub fn second_place_trails(&self) -> Outcome<bool> {
        let Some((_, SecondState::Ready, there)) = self.second_place()? else { return Ok(false) };
        let chosen: Option<NaiveDateTime> = Sql(&self.connection).first(
            "SELECT at FROM op WHERE kind = 'second_place' ORDER BY id DESC LIMIT 1",
            [],
            |row| row.get(0),
        )?;
        let line = self.line();
        let here = backup::newest_of(&self.folder.join(BACKUPS), |about| line.holds(about), NaiveDateTime::MAX);
        let here = here.map(|newest| newest.about.made_at);
        // Choosing may be the day's first change, before which a backup is made at the same moment.
        Ok(here > there && here > chosen)
    }

    /// Sets where backups are copied to, or that they are not. Not undone by Undo.
    pub fn set_second_place(&mut self, place: Option<&Path>, at: NaiveDateTime) -> Outcome<()> {
        let text = match place.map(Path::to_str) {
            Some(None) => return Err(unusable()),
            Some(Some(text)) => {
                // A copy inside a daybook's own folder goes with it.
                if !Path::new(text).is_dir() || lies_in_vault(Path::new(text)) {
                    return Err(unusable());
                }
                Some(text)
            }
            None => None,
        };
        let op = match text {
            Some(_) => Op::lasting("second_place", "Choose a second place for backups"),
            None => Op::lasting("second_place", "Keep backups in one place"),
        };
        self.transact(op, at, |tx| tx.settings().set(SECOND_PLACE, &text)).map(|_| ())
    }

    /// Backs up before the day's first change. Whatever comes of it, the change goes on.
    pub(super) fn before_change(&mut self, at: NaiveDateTime) {
        if self.begun == Some(at.date()) {
            return;
        }
        // Whether or not it can be made: one that failed is not tried before each change of the day.
        self.begun = Some(at.date());
        if self.first_change_is_due(at.date()).unwrap_or(false) {
            let _ = self.back_up(BackupReason::FirstChange, at);
        }
    }

    /// Backs up what changed since the newest backup, and gives what is to be carried once the key is gone. Whatever comes
    /// of it, the vault locks.
    pub(super) fn before_lock(&mut self, at: NaiveDateTime) -> Outcome<Option<Carrying>> {
        let stand = backup::stand(&self.connection)?;
        let mut newest = backup::newest_of(&self.folder.join(BACKUPS), |about| self.made(about), at);
        // Words that were changed count: with the old ones nobody may be left who knows what opens the newest backup.
        let keys = std::fs::read(self.folder.join(keys::FILE)).unwrap_or_default();
        let same =
            |newest: &mut Envelope| newest.about.stand == stand && newest.slots().is_ok_and(|slots| slots == keys);
        if stand.newest.is_none() || newest.as_mut().is_some_and(same) {
            return Ok(None);
        }
        self.back_up_here(BackupReason::Lock, at).map(|(_, carrying)| carrying)
    }

    /// Whether something was written on another day and nothing yet on this one.
    fn first_change_is_due(&self, day: NaiveDate) -> Outcome<bool> {
        let stand = backup::stand(&self.connection)?;
        let Some((_, newest)) = stand.newest else { return Ok(false) };
        let days = [Some(newest), stand.undone.1];
        Ok(!days.into_iter().flatten().any(|at| at.date() == day) && !self.began(day))
    }

    /// Whether the backup before a day's first change is there already: doing again what was undone leaves no day behind.
    fn began(&self, day: NaiveDate) -> bool {
        backup::made_on(&self.folder.join(BACKUPS), day, BackupReason::FirstChange)
    }
}

/// Makes a backup of an open database, thins those there are, and copies it to the second place where that is there.
pub fn keep(source: &Source<'_>, why: BackupReason, at: NaiveDateTime, watch: &Onlooker) -> Outcome<(PathBuf, About)> {
    let (path, about, carrying) = keep_here(source, why, at, watch)?;
    if let Some(carrying) = carrying {
        carrying.carry(watch);
    }
    Ok((path, about))
}

fn keep_here(
    source: &Source<'_>,
    why: BackupReason,
    at: NaiveDateTime,
    watch: &Onlooker,
) -> Outcome<(PathBuf, About, Option<Carrying>)> {
    let (path, about) = backup::make(source, why, at, watch)?;
    let backups = source.folder.join(BACKUPS);
    // Before it is thinned: what goes here goes in the second place too.
    let line = Line::of(source.connection, source.key, &backups);
    backup::thin(&backups, &line, at.date());
    let carrying = second_place(source.connection).ok().flatten().map(|place| Carrying {
        backup: path.clone(),
        place,
        folder: source.folder.to_owned(),
        line,
        today: at.date(),
    });
    Ok((path, about, carrying))
}

/// A finished backup that is still to be carried to the second place. It is encrypted, so carrying needs no key.
pub(super) struct Carrying {
    backup: PathBuf,
    place: PathBuf,
    folder: PathBuf,
    line: Line,
    today: NaiveDate,
}

impl Carrying {
    /// The backup stands whatever comes of it; how the second place is, is looked at whenever somebody asks.
    ///
    /// Whoever calls holds the vault's lock.
    pub(super) fn carry(&self, watch: &Onlooker) {
        let _ = backup::carry(&self.backup, &self.place, (&self.folder, &self.line), self.today, watch);
    }
}

fn second_place(connection: &Connection) -> Outcome<Option<PathBuf>> {
    let set: Option<String> =
        Sql(connection).first("SELECT value FROM setting WHERE key = ?1", [SECOND_PLACE], |row| row.get(0))?;
    let set: Option<Option<String>> = set.and_then(|text| serde_json::from_str(&text).ok());
    Ok(set.flatten().map(PathBuf::from))
}

/// Whether a backup makes itself. Nobody waits for it, so nobody cancels it.
fn by_itself(why: BackupReason) -> bool {
    use BackupReason::{Asked, Erase, FirstChange, Import, Lock, Migration, Repair, Restore};
    match why {
        FirstChange | Lock | Migration => true,
        Import | Restore | Erase | Repair | Asked => false,
    }
}

fn unusable() -> Fault {
    Fault::new(
        "backup.second_place",
        "Backups cannot be copied to that folder: it is not there, or it is inside a daybook's own folder. \
         Nothing was changed; choose a folder on another drive.",
    )
    .at("folder")
}
