//! Cut off at every point.

use super::*;
use crate::prefs::Prefs;
use crate::{Config, Cost, LockReason};
use chrono::NaiveDateTime;
use serde_json::{Value, json};

const WORDS: &str = "walnut tandem orbit quilt";

/// A session that keeps its own files here, with no daybook open.
pub(crate) fn session(place: &Path) -> Session {
    let now: NaiveDateTime = "2026-11-20T16:00:00".parse().unwrap();
    Session::new(Config {
        config_dir: place.join("config"),
        home: place.to_path_buf(),
        now: Box::new(move || now),
        who: "asha".into(),
        computer: "OFFICE-7".into(),
        cost: Some(Cost::for_tests()),
        onlooker: Default::default(),
    })
}

fn make(session: &mut Session, place: &Path, name: &str) {
    session.call("vault_create", json!({ "within": place, "name": name, "passphrase": WORDS })).unwrap();
}

fn open(session: &mut Session, place: &Path, name: &str) {
    let folder = place.join(format!("{name}.daybook"));
    session.call("vault_open", json!({ "folder": folder, "passphrase": WORDS })).unwrap();
}

/// How often the log says that something was cut off.
fn told(session: &mut Session) -> usize {
    let log = session.call("activity_log", json!({})).unwrap();
    let said = |line: &&Value| line["sentence"].as_str().unwrap().contains("cut off half-way");
    log.as_array().unwrap().iter().filter(said).count()
}

#[test]
fn what_a_crash_cut_off_goes_at_the_next_opening_and_its_own_log_says_so() {
    let place = tempfile::tempdir().unwrap();
    let (stick, away) = (place.path().join("stick"), place.path().join("away"));
    std::fs::create_dir(&stick).unwrap();
    let mut before = session(place.path());
    make(&mut before, place.path(), "Other");
    make(&mut before, place.path(), "Ours");
    // Never dropped, as in a crash.
    let building = begin(&mut before, &stick).unwrap();
    let half = building.path().to_owned();
    building.keep();
    std::fs::write(half.join("pupil.csv"), "names").unwrap();
    drop(before);
    std::fs::rename(&stick, &away).unwrap();
    let mut after = session(place.path());
    open(&mut after, place.path(), "Ours");
    assert_eq!(told(&mut after), 0, "the stick is away");
    std::fs::rename(&away, &stick).unwrap();
    open(&mut after, place.path(), "Other");
    assert!(!half.exists(), "whichever is opened");
    assert_eq!(told(&mut after), 0, "it is not of this one");
    drop(after);
    let mut after = session(place.path());
    open(&mut after, place.path(), "Ours");
    assert_eq!(told(&mut after), 1);
    after.lock(LockReason::Asked);
    after.call("vault_unlock", json!({ "passphrase": WORDS })).unwrap();
    assert_eq!((told(&mut after), after.prefs.exporting.len()), (1, 0), "said once");
}

#[test]
fn what_is_written_whole_or_fails_is_not_remembered_and_nothing_else_is_ever_taken_away() {
    let place = tempfile::tempdir().unwrap();
    let mut session = session(place.path());
    make(&mut session, place.path(), "Ours");
    let done = session.call("export_everything", json!({ "folder": place.path() })).unwrap();
    assert!(session.prefs.exporting.is_empty());
    session.call("export_everything", json!({ "folder": place.path().join("gone") })).unwrap_err();
    assert!(session.prefs.exporting.is_empty());
    let hers = place.path().join("hers");
    std::fs::create_dir(&hers).unwrap();
    session.prefs.exporting.insert(hers.clone(), HalfWritten::default());
    sweep(&mut session);
    assert!(hers.is_dir() && Path::new(done["folder"].as_str().unwrap()).is_dir());
    assert_eq!(told(&mut session), 0);
}

/// Every point at which saving a file can be cut off: before its temporary name is, half-way, before its real name, and after.
#[test]
fn a_file_cut_off_at_any_point_leaves_nothing_beside_it_and_what_was_there_before() {
    for (point, written, named) in [
        ("noted", None, false),
        ("half-way", Some("na"), false),
        ("whole", Some("names"), false),
        ("named", None, true),
    ] {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("out");
        std::fs::create_dir(&out).unwrap();
        std::fs::write(out.join("list.csv"), if named { "names" } else { "older" }).unwrap();
        let mut before = session(place.path());
        make(&mut before, place.path(), "Ours");
        let of = first_opening(&mut before);
        let half = out.join(".writing-a1b2c3");
        remember(&mut before, &of, &half);
        if let Some(text) = written {
            std::fs::write(&half, text).unwrap();
        }
        drop(before);
        let mut after = session(place.path());
        open(&mut after, place.path(), "Ours");
        let names: Vec<_> = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["list.csv"], "{point}");
        let there = std::fs::read_to_string(out.join("list.csv")).unwrap();
        assert_eq!(there, if named { "names" } else { "older" }, "{point}");
        assert_eq!(told(&mut after), usize::from(written.is_some()), "{point}");
        assert!(after.prefs.exporting.is_empty(), "{point}");
    }
}

#[test]
fn a_file_that_is_saved_or_refused_is_not_remembered() {
    let place = tempfile::tempdir().unwrap();
    let mut session = session(place.path());
    make(&mut session, place.path(), "Ours");
    let config = session.config.config_dir.clone();
    save(&mut session, &place.path().join("list.csv"), b"names", Whom::Owner).unwrap();
    assert!(Prefs::read(&config).exporting.is_empty());
    save(&mut session, &place.path().join("gone").join("list.csv"), b"names", Whom::Owner).unwrap_err();
    assert!(Prefs::read(&config).exporting.is_empty());
}
