//! Tests on real encrypted files. They live inside the crate because outside it nobody holds the key.

mod backups;
mod check;
mod claims;
mod damage;
mod erase;
mod fixtures;
mod guards;
mod in_use;
mod journal;
mod keys;
mod keys_tampered;
mod lifecycle;
mod log;
mod look_back;
mod nouns;
mod plans;
mod pupils;
mod record;
mod recovery;
mod register;
mod replay;
mod restore;
mod schema;
mod second_place;
mod tasks;

use crate::{Cost, Op, Vault, Writer};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::Outcome;
use daybook_domain::activity::starting_activities;
use daybook_domain::clock::Clock;
use daybook_domain::entry::{EntryDetails, EntryKind, Place};
use daybook_domain::ids::{ActivityId, PupilId, SchoolId};
use daybook_domain::log::{LockReason, Sitting};
use daybook_domain::plan::BlockDetails;
use daybook_domain::pupil::{Flags, PupilDetails};
use daybook_domain::school::SchoolDetails;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Opens every vault made here.
pub const PASSPHRASE: &str = "five little ducks went out";

/// A vault in a folder that goes when the test does.
pub struct Here {
    pub vault: Vault,
    place: TempDir,
}

/// A day from its ISO text.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Eight in the morning of a day.
pub fn at(text: &str) -> NaiveDateTime {
    day(text).and_hms_opt(8, 0, 0).unwrap()
}

/// Somebody at a computer, at eight in the morning of 2 November 2026.
pub fn sitting() -> Sitting {
    Sitting { at: at("2026-11-02"), who: "asha".into(), computer: "OFFICE-7".into() }
}

/// Opens a vault with [`PASSPHRASE`].
pub fn open(folder: &Path) -> Outcome<Vault> {
    Vault::open(folder, PASSPHRASE, &sitting())
}

/// Creates a vault without anything in it.
pub fn create(folder: &Path, passphrase: &str) -> Outcome<Vault> {
    Vault::create(folder, passphrase, Cost::for_tests(), &sitting(), |_| Ok(()))
}

impl Here {
    /// A new vault without anything in it.
    pub fn empty() -> Self {
        let place = TempDir::new().unwrap();
        let vault = create(&place.path().join("Schüler Łódź.daybook"), PASSPHRASE).unwrap();
        Self { vault, place }
    }

    /// A new vault with a school, the kinds of work and one pupil.
    pub fn with_school() -> Self {
        let mut here = Self::empty();
        here.does(|tx| {
            let school = tx.schools().insert(&SchoolDetails {
                name: "St Osyth's".into(),
                senco: "A Person".into(),
                head: String::new(),
            })?;
            for activity in starting_activities() {
                tx.activities().insert(&activity)?;
            }
            tx.pupils().insert(&pupil("Nguyễn", "Zoë"), school)
        });
        here
    }

    /// Does one operation that must succeed.
    pub fn does<T>(&mut self, work: impl FnOnce(&Writer<'_>) -> Outcome<T>) -> T {
        self.tries(work).unwrap()
    }

    /// Tries one operation.
    pub fn tries<T>(&mut self, work: impl FnOnce(&Writer<'_>) -> Outcome<T>) -> Outcome<T> {
        self.vault.transact(Op::new("test", "Do something"), at("2026-11-02"), work).map(|changed| changed.value)
    }

    /// The code of the fault of an operation that must fail.
    pub fn refuses<T: std::fmt::Debug>(&mut self, work: impl FnOnce(&Writer<'_>) -> Outcome<T>) -> String {
        self.tries(work).unwrap_err().code.into_owned()
    }

    /// Locks the vault and opens it again, as after a restart.
    pub fn restart(self) -> Self {
        let folder = self.folder();
        self.vault.lock(LockReason::Asked, at("2026-11-02"));
        Self { vault: open(&folder).unwrap(), place: self.place }
    }

    pub fn folder(&self) -> PathBuf {
        self.vault.folder().to_owned()
    }

    /// Locks the vault; the folder stays until what is returned is dropped.
    pub fn lock(self) -> (PathBuf, TempDir) {
        let folder = self.folder();
        self.vault.lock(LockReason::Asked, at("2026-11-02"));
        (folder, self.place)
    }

    /// Every row of every table but the journal, as text.
    pub fn dump(&mut self) -> String {
        let connection = self.vault.connection();
        let mut text = String::new();
        for table in crate::schema::tables(connection).unwrap() {
            if crate::schema::UNJOURNALLED.contains(&table.as_str()) {
                continue;
            }
            let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let values: Vec<_> = (0..columns).map(|i| row.get::<_, rusqlite::types::Value>(i).unwrap()).collect();
                text.push_str(&format!("{table} {values:?}\n"));
            }
        }
        text
    }
}

pub const SCHOOL: SchoolId = SchoolId(1);
pub const PUPIL: PupilId = PupilId(1);

pub fn pupil(surname: &str, forename: &str) -> PupilDetails {
    PupilDetails {
        surname: surname.into(),
        forename: forename.into(),
        preferred: String::new(),
        pronunciation: String::new(),
        born: Some(day("2018-03-04")),
        upn: String::new(),
        admission: String::new(),
        year_override: None,
        class: "Oak".into(),
        flags: Flags::default(),
        own_flags: Vec::new(),
        on_roll_from: None,
        on_roll_to: None,
        note: String::new(),
    }
}

pub fn block(date: &str) -> BlockDetails {
    BlockDetails {
        date: day(date),
        start: Clock::at(9, 0),
        minutes: 60,
        title: "Reviews".into(),
        activity: ActivityId(1),
        place: Place::School,
        pupils: vec![PUPIL],
    }
}

pub fn entry(date: &str) -> EntryDetails {
    EntryDetails {
        date: day(date),
        start: Some(Clock::at(10, 15)),
        minutes: 25,
        text: "A call from home".into(),
        activity: Some(ActivityId(5)),
        place: Place::School,
        kind: EntryKind::Interruption,
        block: None,
        interrupted_by: Some("office".into()),
        displaced: None,
        pupils: vec![PUPIL],
        private: false,
        provisional: false,
    }
}
