//! A SENCO at her desk, for scenarios: a scratch folder, a fixed time, and every command by name.
#![allow(dead_code, reason = "each scenario uses the part of it that it needs")]

pub mod register;
pub mod two_schools;

use daybook_tests::host::Fixed;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Words that are hard enough to guess.
pub const WORDS: &str = "walnut tandem orbit cardigan";

/// A session in a scratch folder.
pub struct Desk {
    host: Fixed,
    dir: TempDir,
}

impl Desk {
    /// At this time, such as `2026-11-02T08:00:00`, with no daybook yet.
    pub fn at(now: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self { host: Fixed::at(dir.path(), now.parse().unwrap()), dir }
    }

    /// With a daybook, a school, its autumn and its hours, on Monday 2 November 2026 at eight.
    pub fn set_up() -> Self {
        let mut desk = Self::at("2026-11-02T08:00:00");
        desk.ask("vault_create", json!({ "within": desk.dir.path(), "name": "My daybook", "passphrase": WORDS }));
        desk.ask(
            "school_save",
            json!({ "details": { "name": "Example Primary", "senco": "A. Senco", "head": "A. Head" } }),
        );
        desk.ask("calendar_save", json!({ "year": 2026, "calendar": calendar() }));
        desk.ask("hours_save", json!({ "hours": hours() }));
        desk
    }

    /// Where the scratch folder is.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// The daybook's folder.
    pub fn vault(&self) -> PathBuf {
        self.dir.path().join("My daybook.daybook")
    }

    /// Runs a command that must succeed.
    #[track_caller]
    pub fn ask(&mut self, name: &str, args: Value) -> Value {
        match self.host.session.call(name, args) {
            Ok(value) => value,
            Err(fault) => panic!("{name} was refused: {fault}"),
        }
    }

    /// Runs a command, whatever comes of it.
    pub fn tries(&mut self, name: &str, args: Value) -> Result<Value, daybook_app::Fault> {
        self.host.session.call(name, args)
    }

    /// Runs a command that must be refused, and gives the code; the sentence is held to its form.
    #[track_caller]
    pub fn refused(&mut self, name: &str, args: Value) -> String {
        let fault = match self.host.session.call(name, args) {
            Ok(value) => panic!("{name} was not refused: {value}"),
            Err(fault) => fault,
        };
        assert!(
            fault.message.ends_with('.') && fault.message.len() > 20,
            "{}: {:?} is no sentence",
            fault.code,
            fault.message
        );
        assert!(fault.message.starts_with(char::is_uppercase), "{}: {:?}", fault.code, fault.message);
        fault.code.into_owned()
    }

    /// Moves the time.
    pub fn at_time(&mut self, now: &str) {
        self.host.set_now(now.parse().unwrap());
    }

    /// Ends the app and starts it again: a new session on the same files, with the daybook unlocked.
    pub fn restart(&mut self, now: &str) {
        self.host.session.lock(daybook_app::LockReason::Closed);
        self.host = Fixed::at(self.dir.path(), now.parse().unwrap());
        let folder = self.vault();
        self.ask("vault_open", json!({ "folder": folder, "passphrase": WORDS }));
    }

    /// Locks as the computer does when nobody has been there since then, and unlocks at another time.
    pub fn away(&mut self, why: daybook_app::LockReason, since: &str, back: &str) {
        self.host.session.lock_since(why, since.parse().unwrap());
        self.at_time(back);
        self.ask("vault_unlock", json!({ "passphrase": WORDS }));
    }

    /// Ends the app as a power cut does: nothing is told to the daybook before.
    pub fn cut_off(&mut self, now: &str) {
        self.host = Fixed::at(self.dir.path(), now.parse().unwrap());
        let folder = self.vault();
        self.ask("vault_open", json!({ "folder": folder, "passphrase": WORDS }));
    }

    /// The id of a kind of work.
    pub fn activity(&mut self, name: &str) -> i64 {
        let list = self.ask("activities", json!({}));
        list.as_array().unwrap().iter().find(|each| each["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"]
            .as_i64()
            .unwrap()
    }

    /// Lays a block and gives its id.
    pub fn lay(&mut self, date: &str, start: u32, minutes: u32, title: &str, activity: &str) -> i64 {
        let activity = self.activity(activity);
        let details = json!({ "date": date, "start": start, "minutes": minutes, "title": title, "activity": activity, "place": "school", "pupils": [] });
        self.ask("block_add", json!({ "details": details }))["value"].as_i64().unwrap()
    }

    /// Everything a scenario would notice if it changed.
    pub fn picture(&mut self) -> Value {
        json!({
            "register": self.ask("register", json!({ "query": { "scope": "roll" } })),
            "week": self.ask("week", json!({ "date": "2026-11-02" })),
            "calendar": self.ask("calendar", json!({ "year": 2026 })),
            "hours": self.ask("hours", json!({ "date": "2026-11-02" })),
        })
    }
}

/// An entry's arguments, to be changed where a scenario needs it.
pub fn entry(date: &str, start: Option<u32>, minutes: u32, text: &str, activity: i64, kind: &str) -> Value {
    json!({
        "date": date, "start": start, "minutes": minutes, "text": text, "activity": activity, "place": "school", "kind": kind,
        "block": null, "interrupted_by": null, "displaced": null, "pupils": [], "private": false, "provisional": false
    })
}

/// Half-terms and INSET days of 2026/27 as a school might have them.
pub fn calendar() -> Value {
    let terms = [
        ("Autumn 1", "2026-09-02", "2026-10-23"),
        ("Autumn 2", "2026-11-02", "2026-12-18"),
        ("Spring 1", "2027-01-04", "2027-02-12"),
        ("Spring 2", "2027-02-22", "2027-03-25"),
        ("Summer 1", "2027-04-12", "2027-05-28"),
        ("Summer 2", "2027-06-07", "2027-07-21"),
    ];
    json!({
        "half_terms": terms.map(|(name, first, last)| json!({ "name": name, "first": first, "last": last })),
        "days_off": [
            { "date": "2026-09-02", "kind": "inset", "name": "Training" },
            { "date": "2027-05-03", "kind": "bank_holiday", "name": "Early May" }
        ]
    })
}

/// 08:15 to 16:15 on weekdays, a lesson on Monday morning, protected time on Tuesday, break and lunch every day.
pub fn hours() -> Value {
    let days: Vec<Value> = (0..7)
        .map(|day| {
            if day > 4 {
                return json!({ "contracted": null, "teaching": [], "protected": [], "breaks": [] });
            }
            let morning = json!([{ "start": 540, "end": 630 }]);
            json!({
                "contracted": { "start": 495, "end": 975 },
                "teaching": if day == 0 { morning.clone() } else { json!([]) },
                "protected": if day == 1 { morning } else { json!([]) },
                "breaks": [
                    { "name": "Break", "span": { "start": 630, "end": 645 } },
                    { "name": "Lunch", "span": { "start": 735, "end": 780 } }
                ]
            })
        })
        .collect();
    json!({ "from": "2026-09-01", "days": days })
}

/// A file of the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// The mapping of a preview, to be committed as it was shown.
pub fn mapping(view: &Value) -> Value {
    let columns = view["preview"]["columns"].as_array().unwrap().iter();
    let columns: Vec<Value> =
        columns.map(|column| json!({ "heading": column["heading"], "field": column["field"] })).collect();
    json!({ "columns": columns })
}

/// Imports a list, accepting nothing that is offered, and gives the answer of the commit.
pub fn import(desk: &mut Desk, path: &Path) -> Value {
    let choices = json!({ "left_out": [], "accepted": [], "as_at": "2026-11-02" });
    let view = desk.ask("import_preview", json!({ "path": path, "mapping": null, "choices": choices }));
    let ask =
        json!({ "path": path, "mapping": mapping(&view), "choices": choices, "fingerprint": view["fingerprint"] });
    desk.ask("import_commit", ask)
}
