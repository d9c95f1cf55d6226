//! The passphrase and the recovery key: changed, forgotten, printed, mistyped.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS};
use serde_json::{Value, json};

const OTHER: &str = "saffron glacier thimble envoy";

fn make_key(desk: &mut Desk) -> Vec<String> {
    let made = desk.ask("recovery_key_make", json!({ "passphrase": WORDS }));
    made["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap().to_owned()).collect()
}

fn unlock(desk: &mut Desk, words: &str) -> Value {
    desk.ask("vault_lock", json!({}));
    desk.ask("vault_unlock", json!({ "passphrase": words }))
}

fn refused_unlock(desk: &mut Desk, words: &str) -> String {
    desk.ask("vault_lock", json!({}));
    desk.refused("vault_unlock", json!({ "passphrase": words }))
}

#[test]
fn a_passphrase_is_changed_and_everything_is_as_it_was() {
    let mut desk = Desk::set_up();
    let before = desk.picture();
    let keys = desk.ask("keys", json!({}));
    assert_eq!(
        keys,
        json!({ "recovery_made_at": null, "passphrase_set_at": "2026-11-02T08:00:00", "opened_by": "passphrase" })
    );
    desk.at_time("2026-11-03T09:30:00");
    let keys = desk.ask("passphrase_change", json!({ "old": WORDS, "new": OTHER }));
    assert_eq!(keys["passphrase_set_at"], "2026-11-03T09:30:00");
    assert_eq!(refused_unlock(&mut desk, WORDS), "vault.wrong_passphrase");
    assert_eq!(unlock(&mut desk, OTHER)["state"], "open");
    assert_eq!(desk.picture(), before);
}

#[test]
fn a_passphrase_that_cannot_be_changed_stays_what_it_was() {
    let mut desk = Desk::set_up();
    for (old, new, code, field) in [
        (json!(WORDS), "password1", "vault.weak_passphrase", "new"),
        (json!(WORDS), WORDS, "keys.same_passphrase", "new"),
        (json!(null), OTHER, "keys.old_needed", "old"),
        (json!("walnut tandem orbit"), OTHER, "vault.wrong_passphrase", "old"),
    ] {
        let fault = desk.tries("passphrase_change", json!({ "old": old, "new": new })).unwrap_err();
        assert_eq!((&*fault.code, fault.field.as_deref()), (code, Some(field)));
    }
    assert_eq!(unlock(&mut desk, WORDS)["state"], "open");
    desk.ask("vault_close", json!({}));
    for (command, args) in [
        ("keys", json!({})),
        ("passphrase_change", json!({ "old": WORDS, "new": OTHER })),
        ("recovery_key_make", json!({ "passphrase": WORDS })),
        ("database_key", json!({ "passphrase": WORDS })),
        ("recovery_sheet_preview", json!({ "groups": [] })),
    ] {
        assert_eq!(desk.refused(command, args), "session.closed", "{command}");
    }
}

#[test]
fn who_forgot_the_words_comes_in_with_the_printed_key_and_sets_new_ones() {
    let mut desk = Desk::set_up();
    let key = make_key(&mut desk);
    assert_eq!((key.len(), key.iter().all(|group| group.len() == 4)), (9, true));
    assert_eq!(desk.ask("keys", json!({}))["recovery_made_at"], "2026-11-02T08:00:00");
    let mut slip = key.clone();
    slip[4] = format!("{}U", &slip[4][..3]);
    let fault = {
        desk.ask("vault_lock", json!({}));
        desk.tries("vault_unlock", json!({ "passphrase": slip.join("-") })).unwrap_err()
    };
    assert_eq!(&*fault.code, "vault.recovery_mistyped");
    assert!(fault.message.contains("in group 5"), "{}", fault.message);
    assert_eq!(unlock(&mut desk, &key.join(" ").to_lowercase())["state"], "open");
    assert_eq!(desk.ask("keys", json!({}))["opened_by"], "recovery");
    desk.ask("passphrase_change", json!({ "old": null, "new": OTHER }));
    assert_eq!(desk.ask("keys", json!({}))["opened_by"], "passphrase");
    assert_eq!(refused_unlock(&mut desk, WORDS), "vault.wrong_passphrase");
    assert_eq!(unlock(&mut desk, OTHER)["state"], "open");
}

#[test]
fn a_new_recovery_key_takes_the_place_of_the_old_one() {
    let mut desk = Desk::set_up();
    let (first, second) = (make_key(&mut desk), make_key(&mut desk));
    assert_eq!(refused_unlock(&mut desk, &first.join("-")), "vault.wrong_recovery_key");
    assert_eq!(unlock(&mut desk, &second.join("-"))["state"], "open");
}

#[test]
fn the_sheet_is_set_and_saved_for_the_key_of_this_daybook_only() {
    let mut desk = Desk::set_up();
    let (old, key) = (make_key(&mut desk), make_key(&mut desk));
    let view = desk.ask("recovery_sheet_preview", json!({ "groups": key }));
    assert_eq!(view["file"], "Recovery key 2026-11-02.pdf");
    let pages = view["pages"].as_array().unwrap();
    assert!(pages.len() == 1 && pages[0].as_str().unwrap().starts_with("<svg"));
    let path = desk.dir().join("sheet.pdf");
    for (groups, code) in [
        (json!(old), "vault.wrong_recovery_key"),
        (json!(["0000", "0000"]), "sheet.no_key"),
        (json!([]), "sheet.no_key"),
        (json!(["x".repeat(1_000_000)]), "sheet.no_key"),
    ] {
        assert_eq!(desk.refused("recovery_sheet_save", json!({ "groups": groups, "path": path })), code);
        assert!(!path.exists());
    }
    let saved = desk.ask("recovery_sheet_save", json!({ "groups": key, "path": path }));
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && saved["bytes"] == bytes.len());
    let nowhere = desk.dir().join("gone").join("sheet.pdf");
    assert_eq!(desk.refused("recovery_sheet_save", json!({ "groups": key, "path": nowhere })), "sheet.unwritable");
    let writes = json!({ "groups": key, "path": "a.pdf" });
    let to = daybook_app::commands::writes("recovery_sheet_save", &writes).map(|to| to.path);
    assert_eq!(to, Some("a.pdf"), "only where she chose");
}

#[test]
fn the_sheet_can_be_made_before_the_school_has_been_typed() {
    let mut desk = Desk::at("2026-11-02T08:00:00");
    let within = desk.dir().to_path_buf();
    desk.ask("vault_create", json!({ "within": within, "name": "Ash & Elm", "passphrase": WORDS }));
    let key = make_key(&mut desk);
    let path = desk.dir().join("sheet.pdf");
    desk.ask("recovery_sheet_save", json!({ "groups": key, "path": path }));
    assert!(path.is_file());
}

#[test]
fn the_database_key_is_shown_for_the_passphrase_alone() {
    let mut desk = Desk::set_up();
    let key = make_key(&mut desk).join("-");
    for words in ["walnut", key.as_str(), ""] {
        assert_eq!(desk.refused("database_key", json!({ "passphrase": words })), "vault.wrong_passphrase");
    }
    assert_eq!(desk.refused("database_key", json!({ "passphrase": WORDS })), "vault.wait");
    desk.at_time("2026-11-02T08:00:05");
    let shown = desk.ask("database_key", json!({ "passphrase": WORDS }));
    let digits = shown["key"].as_str().unwrap();
    assert!(digits.len() == 64 && digits.chars().all(|c| c.is_ascii_hexdigit()));
    assert_eq!(shown["pragmas"], json!([format!("PRAGMA key = \"x'{digits}'\";"), "PRAGMA cipher_compatibility = 4;"]));
}

#[test]
fn wrong_words_at_the_door_are_waited_for() {
    let mut desk = Desk::set_up();
    for _ in 0..3 {
        assert_eq!(refused_unlock(&mut desk, "walnut"), "vault.wrong_passphrase");
    }
    assert_eq!(refused_unlock(&mut desk, WORDS), "vault.wait");
    desk.at_time("2026-11-02T08:00:05");
    assert_eq!(unlock(&mut desk, WORDS)["state"], "open");
    assert!(!desk.vault().join("attempts.json").exists());
}

#[test]
fn locking_what_is_locked_leaves_it_chosen() {
    let mut desk = Desk::set_up();
    for _ in 0..3 {
        assert_eq!(desk.ask("vault_lock", json!({}))["state"], "locked");
    }
    assert_eq!(desk.ask("session", json!({}))["locked_because"], "asked");
}
