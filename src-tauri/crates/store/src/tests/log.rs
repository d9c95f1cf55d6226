//! The activity log, the openings and the drafts.

use super::*;
use daybook_domain::log::{BackupReason, Happening, OpenedBy};
use serde_json::json;

#[test]
fn the_log_tells_what_happened_and_no_line_of_it_changes_or_is_undone() {
    let mut here = Here::with_school().restart();
    here.vault.note(&Happening::Exported { what: "everything".into() }, at("2026-11-03")).unwrap();
    here.vault.undo(at("2026-11-03")).unwrap();
    let lines = here.vault.read().log().list().unwrap();
    let kinds: Vec<Happening> = lines.iter().map(|line| line.happening.clone()).collect();
    assert_eq!(
        kinds,
        [
            Happening::BackedUp { why: BackupReason::FirstChange, rows: 22 },
            Happening::Exported { what: "everything".into() },
            Happening::Opened { by: OpenedBy::Passphrase },
            Happening::Locked { why: LockReason::Asked },
            Happening::BackedUp { why: BackupReason::Lock, rows: 22 },
            Happening::Made,
        ]
    );
    assert_eq!(
        (lines[1].at, lines[1].who.as_str(), lines[1].computer.as_str()),
        (at("2026-11-03"), "asha", "OFFICE-7")
    );
    let changed = here.vault.connection().execute("UPDATE log SET who = 'nobody'", []).unwrap_err();
    assert_eq!(crate::failure::plain(changed).code, "log.stays");
}

#[test]
fn every_operation_says_from_whose_account() {
    let mut here = Here::with_school();
    let who: String = here.vault.connection().query_row("SELECT DISTINCT who FROM op", [], |row| row.get(0)).unwrap();
    assert_eq!(who, "asha");
}

#[test]
fn drafts_come_back_after_locking_and_go_when_they_are_dropped() {
    let mut here = Here::empty();
    let undo = here.vault.undo_state().unwrap();
    here.vault.keep_draft("pupil 4", Some(&json!({ "surname": "Nguy" })), at("2026-11-02")).unwrap();
    here.vault.keep_draft("pupil 4", Some(&json!({ "surname": "Nguyễn" })), at("2026-11-02")).unwrap();
    here.vault.keep_draft("entry", Some(&json!("15m")), at("2026-11-02")).unwrap();
    assert_eq!(here.vault.undo_state().unwrap(), undo, "a draft is no operation");
    let mut here = here.restart();
    assert_eq!(here.vault.read().drafts().all().unwrap()["pupil 4"], json!({ "surname": "Nguyễn" }));
    here.vault.keep_draft("pupil 4", None, at("2026-11-02")).unwrap();
    let drafts = here.vault.read().drafts().all().unwrap();
    assert_eq!(drafts.keys().collect::<Vec<_>>(), ["entry"]);
}

#[test]
fn every_opening_leaves_a_mark_of_its_own() {
    let mut here = Here::with_school().restart();
    let marks: Vec<(String, i64)> = here
        .vault
        .connection()
        .prepare("SELECT mark, last_op FROM opening ORDER BY id")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(marks.len(), 2);
    assert_ne!(marks[0].0, marks[1].0);
    assert!(marks[0].1 < marks[1].1, "what was done in between");
}
