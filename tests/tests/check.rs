//! A check of the daybook, in plain words.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS};
use serde_json::{Value, json};

#[test]
fn a_healthy_sample_school_has_no_finding() {
    let mut desk = Desk::at("2026-11-20T16:00:00");
    desk.ask("sample_explore", json!({}));
    let view = desk.ask("check", json!({}));
    assert_eq!(view, json!({ "findings": [], "checked_at": "2026-11-20T16:00:00" }));
    desk.ask("undo", json!({}));
    desk.ask("capture", json!({ "line": "10m door", "minutes": null }));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("check", json!({}))["findings"], json!([]), "after undo");
    let log = desk.ask("activity_log", json!({}));
    assert_eq!(log[0]["sentence"], "The daybook was checked: nothing was found.");
}

#[test]
fn a_choice_that_was_never_offered_settles_nothing() {
    let mut desk = Desk::set_up();
    for (id, choice) in [("entry [1]", "journal"), ("op [1]", "remove"), ("", "stands"), ("school [1]", "burn")] {
        assert_eq!(desk.refused("check_settle", json!({ "id": id, "choice": choice })), "check.unknown");
    }
}

/// Flips a byte in the middle of the last page, which holds none of the list of tables.
fn spoil(desk: &Desk) {
    let file = desk.vault().join("daybook.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() - 2000;
    bytes[middle] ^= 1;
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_damaged_daybook_opens_to_read_and_refuses_every_write() {
    let mut desk = Desk::set_up();
    desk.ask("vault_lock", json!({}));
    spoil(&desk);
    let open = json!({ "folder": desk.vault(), "passphrase": WORDS });
    // Whether it still opens to write depends on which pages were hit.
    let _ = desk.tries("vault_open", open.clone());
    let view = desk.ask("vault_open_read_only", open);
    assert_eq!((&view["state"], &view["read_only"]), (&json!("open"), &json!(true)));
    let school = json!({ "details": { "name": "Another", "senco": "", "head": "" } });
    assert_eq!(desk.refused("school_save", school), "vault.read_only_open");
    assert_eq!(desk.refused("undo", json!({})), "vault.read_only_open");
    assert_eq!(desk.refused("draft_keep", json!({ "key": "a", "value": 1 })), "vault.read_only_open");
    let view: Value = desk.ask("check", json!({}));
    assert!(view["findings"].is_array());
}
