//! One person at one computer: which daybook is chosen, whether it is open, and what day it is.

use crate::prefs::Prefs;
use crate::wire::Parted;
use crate::{commands, pupil, safety, vaults};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::changed::Noun;
use daybook_domain::ids::SchoolId;
use daybook_domain::log::{LockReason, Sitting};
use daybook_domain::names::NameScan;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Cost, Onlooker, Vault};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;

/// What a host gives a session.
pub struct Config {
    /// Where the app keeps what belongs to the computer: recent daybooks, appearance, the sample school.
    pub config_dir: PathBuf,
    /// The folder new daybooks are offered in.
    pub home: PathBuf,
    /// Tells the time, local to the school.
    pub now: Box<dyn Fn() -> NaiveDateTime + Send>,
    /// The name of the computer account; empty where the system tells none.
    pub who: String,
    /// The name of the computer; empty where the system tells none.
    pub computer: String,
    /// What opening a daybook made here shall cost a guesser; none: tuned to this computer.
    pub cost: Option<Cost>,
    /// Told how far a long work is, such as a backup, and asked whether to go on.
    pub onlooker: Onlooker,
}

/// Whether a daybook is open.
pub(crate) enum State {
    /// No daybook has been chosen.
    Closed,
    /// One has been chosen; neither key nor data are in memory.
    Locked {
        /// Its folder.
        folder: PathBuf,
        /// Why it was locked; none where it was only chosen.
        why: Option<LockReason>,
    },
    /// One is open.
    Open(Box<Vault>),
}

/// One person's session. Holds at most one open daybook.
pub struct Session {
    pub(crate) config: Config,
    pub(crate) prefs: Prefs,
    pub(crate) state: State,
    /// The names of a school's pupils, ready to be looked for. None until asked for, after a write that touched a pupil,
    /// and whenever no daybook is open.
    pub(crate) names: Option<(SchoolId, Arc<NameScan>)>,
    /// What kept a backup from being made when the daybook was locked last.
    pub(crate) backup_trouble: Option<Fault>,
    /// What was found on opening: that it is a copy from before one that was open here.
    pub(crate) parted: Option<Parted>,
}

impl Session {
    /// A session with no daybook chosen. Unreadable preferences count as none.
    pub fn new(config: Config) -> Self {
        let prefs = Prefs::read(&config.config_dir);
        Self { config, prefs, state: State::Closed, names: None, backup_trouble: None, parted: None }
    }

    /// Runs one command of [`commands::all`] and gives its answer as JSON text, as the window takes it.
    pub fn tell(&mut self, name: &str, args: Value) -> Outcome<String> {
        if let Some(to) = commands::writes(name, &args) {
            safety::place::check_outside(&to)?;
        }
        let answer = commands::call(self, name, args)?;
        // Every write, undo and redo says which nouns it touched.
        if answer.wrote && touched(&answer.json).is_none_or(|nouns| nouns.contains(&Noun::Pupil)) {
            self.names = None;
        }
        Ok(answer.json)
    }

    /// Runs one command of [`commands::all`] and takes its answer apart, for whoever wants to look into it.
    pub fn call(&mut self, name: &str, args: Value) -> Outcome<Value> {
        let said = self.tell(name, args)?;
        serde_json::from_str(&said).map_err(|_| {
            Fault::new("command.answer", "The app could not read its own answer. What was saved is saved.")
        })
    }

    /// Locks an open daybook. With none open, nothing happens.
    pub fn lock(&mut self, why: LockReason) {
        vaults::lock_open(self, why);
    }

    /// Locks an open daybook at which nobody has been since then.
    pub fn lock_since(&mut self, why: LockReason, since: NaiveDateTime) {
        vaults::lock_since(self, why, Some(since));
    }

    pub(crate) fn now(&self) -> NaiveDateTime {
        (self.config.now)()
    }

    /// Who is at which computer, now.
    pub(crate) fn sitting(&self) -> Sitting {
        let Config { who, computer, .. } = &self.config;
        Sitting { at: self.now(), who: who.clone(), computer: computer.clone() }
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.now().date()
    }

    /// The open daybook, or the sentence that none is.
    pub(crate) fn vault(&mut self) -> Outcome<&mut Vault> {
        match &mut self.state {
            State::Open(vault) => Ok(vault),
            State::Locked { .. } => Err(Fault::new(
                "session.locked",
                "The daybook is locked. Unlock it to go on; everything saved is kept.",
            )),
            State::Closed => Err(Fault::new("session.closed", "No daybook is open. Make one or open one first.")),
        }
    }

    /// The names of everybody any school of the daybook ever had on roll: what leaves it names none of them by accident.
    pub(crate) fn everybodys_names(&mut self) -> Outcome<Arc<NameScan>> {
        let read = self.vault()?.read();
        let schools = read.schools().list()?;
        if schools.len() < 2 {
            return self.names();
        }
        let mut all = Vec::new();
        for school in schools {
            all.extend(read.pupils().names(school.id)?);
        }
        Ok(Arc::new(NameScan::new(&pupil::known(all))))
    }

    /// The names of everybody the school ever had on roll, ready to be looked for.
    pub(crate) fn names(&mut self) -> Outcome<Arc<NameScan>> {
        let school = self.school()?;
        if let Some((_, scan)) = self.names.as_ref().filter(|(whose, _)| *whose == school) {
            return Ok(Arc::clone(scan));
        }
        let scan = Arc::new(NameScan::new(&pupil::known(self.vault()?.read().pupils().names(school)?)));
        self.names = Some((school, Arc::clone(&scan)));
        Ok(scan)
    }

    /// The school that screens and packs speak of.
    pub(crate) fn school(&mut self) -> Outcome<SchoolId> {
        match self.vault()?.read().schools().current()? {
            Some(school) => Ok(school.id),
            None => Err(Fault::new("school.missing", "Type the school's name in Settings first. Nothing was changed.")),
        }
    }
}

/// The nouns that a write says it touched.
fn touched(said: &str) -> Option<Vec<Noun>> {
    #[derive(serde::Deserialize)]
    struct Touched {
        changed: Vec<Noun>,
    }
    serde_json::from_str::<Touched>(said).ok().map(|touched| touched.changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_are_made_ready_once_and_leave_memory_with_the_daybook() {
        let dir = tempfile::tempdir().unwrap();
        let now: NaiveDateTime = "2026-11-04T09:40:00".parse().unwrap();
        let mut session = Session::new(Config {
            config_dir: dir.path().join("config"),
            home: dir.path().to_path_buf(),
            now: Box::new(move || now),
            who: "asha".into(),
            computer: "OFFICE-7".into(),
            cost: Some(Cost::for_tests()),
            onlooker: Onlooker::default(),
        });
        session.call("sample_explore", json!({})).unwrap();
        let first = session.names().unwrap();
        session.call("capture", json!({ "line": "10m door", "minutes": null })).unwrap();
        assert!(Arc::ptr_eq(&first, &session.names().unwrap()), "an entry leaves names as they are");
        session.call("status_set", json!({ "pupil": 1, "code": "", "from": "2026-11-04", "reason": "" })).unwrap();
        assert!(session.names.is_none(), "a write that touched a pupil");
        session.names().unwrap();
        session.call("undo", json!({})).unwrap();
        assert!(session.names.is_none(), "undo");
        session.names().unwrap();
        session.lock(LockReason::Asked);
        assert!(session.names.is_none() && session.names().is_err(), "no name stays behind");
    }
}
