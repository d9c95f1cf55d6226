//! What the daybook tells of itself: the activity log, on the screen and as a file, and drafts that outlive a lock.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS, fixture, import};
use serde_json::{Value, json};

fn sentences(desk: &mut Desk) -> Vec<String> {
    let lines = desk.ask("activity_log", json!({}));
    lines.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_log_tells_of_imports_packs_locks_and_files_and_names_no_pupil() {
    let mut desk = Desk::set_up();
    import(&mut desk, &fixture("primary-roll.csv"));
    let pupils = desk.ask("register", json!({ "query": { "scope": "roll" } }));
    desk.lay("2026-11-02", 540, 60, "Reviews", "Annual reviews");
    let pack = json!({ "kind": "week_plan", "date": "2026-11-02", "options": {} });
    desk.ask("pack_printed", pack);
    desk.restart("2026-11-03T08:10:00");
    let path = desk.dir().join("log.csv");
    let saved = desk.ask("activity_log_save", json!({ "path": path }));
    let said = sentences(&mut desk);
    assert_eq!(
        said[..5],
        [
            "Saved as a file outside the daybook: activity log.",
            "Opened with the passphrase.",
            "Locked: the app was closed.",
            "A backup was made on locking and read through: 715 rows.",
            "A pack was printed or saved: Week plan, without names.",
        ]
    );
    assert!(said[5].starts_with("A list was imported: "), "{}", said[5]);
    assert_eq!(said.last().unwrap(), "The daybook was made.");
    let file = std::fs::read_to_string(&path).unwrap();
    assert_eq!(saved["bytes"], file.len());
    assert!(
        file.starts_with("\u{feff}When,Computer account,Computer,What happened\r\n2026-11-03 08:10:00,asha,OFFICE-7,")
    );
    assert_eq!(file.lines().count(), said.len(), "a heading, and every line but that of its own saving");
    for pupil in pupils["rows"].as_array().unwrap() {
        for name in ["surname", "forename"] {
            let name = pupil[name].as_str().unwrap();
            assert!(!file.split(|c: char| !c.is_alphabetic()).any(|word| word == name), "the log names {name}");
        }
    }
}

#[test]
fn a_log_that_cannot_be_saved_says_so_and_tells_of_no_file() {
    let mut desk = Desk::set_up();
    let before = sentences(&mut desk);
    let nowhere = desk.dir().join("no such folder").join("log.csv");
    assert_eq!(desk.refused("activity_log_save", json!({ "path": nowhere })), "file.unwritable");
    assert_eq!(sentences(&mut desk), before);
}

#[test]
fn drafts_outlive_a_lock_and_end_when_they_are_dropped() {
    let mut desk = Desk::set_up();
    desk.ask("draft_keep", json!({ "key": "entry 4", "value": { "text": "Half a thou" } }));
    desk.ask("vault_lock", json!({}));
    assert_eq!(desk.refused("drafts", json!({})), "session.locked");
    desk.ask("vault_unlock", json!({ "passphrase": WORDS }));
    assert_eq!(desk.ask("drafts", json!({})), json!({ "entry 4": { "text": "Half a thou" } }));
    desk.ask("draft_keep", json!({ "key": "entry 4", "value": null }));
    assert_eq!(desk.ask("drafts", json!({})), json!({}));
}

#[test]
fn a_draft_has_its_limits() {
    let mut desk = Desk::set_up();
    let long = Value::String("x".repeat(300_000));
    assert_eq!(desk.refused("draft_keep", json!({ "key": "a", "value": long })), "draft.too_much");
    assert_eq!(desk.refused("draft_keep", json!({ "key": "k".repeat(201), "value": 1 })), "text.too_long");
    for i in 0..100 {
        desk.ask("draft_keep", json!({ "key": format!("form {i}"), "value": i }));
    }
    assert_eq!(desk.refused("draft_keep", json!({ "key": "one more", "value": 1 })), "draft.too_much");
    desk.ask("draft_keep", json!({ "key": "form 7", "value": "changed" }));
}
