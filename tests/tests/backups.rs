//! Backups as a person meets them: made by themselves, listed, and a daybook put back from one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS, fixture, import};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn reasons(view: &Value) -> Vec<&str> {
    view["rows"].as_array().unwrap().iter().map(|row| row["reason"].as_str().unwrap()).collect()
}

fn restore(path: &Value) -> Value {
    json!({ "path": path, "secret": WORDS, "into": null, "confirm_smaller": false })
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn backups_make_themselves_and_are_listed_open_and_locked() {
    let mut desk = Desk::set_up();
    assert_eq!(desk.ask("backups", json!({}))["rows"], json!([]));
    import(&mut desk, &fixture("primary-roll.csv"));
    desk.restart("2026-11-03T08:10:00");
    desk.lay("2026-11-03", 540, 60, "Reviews", "Annual reviews");
    desk.lay("2026-11-03", 600, 30, "Reviews", "Annual reviews");
    let view = desk.ask("backups", json!({}));
    assert_eq!(reasons(&view), ["first-change", "lock", "import"], "newest first");
    let (newest, oldest) = (&view["rows"][0], &view["rows"][2]);
    assert!(newest["pupils"].as_u64().unwrap() > 100 && oldest["pupils"] == 0, "before the import there was nobody");
    for field in ["readable", "read_through", "opens_with_current_words", "ours"] {
        assert_eq!(newest[field], true, "{field}");
    }
    assert_eq!((&newest["place"], &view["trouble"], &view["second"]), (&json!("here"), &json!(null), &json!(null)));
    assert!(view["free_bytes"].as_u64().unwrap() > view["needed_bytes"].as_u64().unwrap());
    desk.ask("vault_lock", json!({}));
    let locked = desk.ask("backups", json!({}));
    assert_eq!(reasons(&locked), ["lock", "first-change", "lock", "import"]);
    assert_eq!(locked["rows"][0]["ours"], json!(null), "nobody can tell without the key");
    assert_eq!(desk.refused("backup_now", json!({})), "session.locked");
    desk.ask("vault_close", json!({}));
    assert_eq!(desk.refused("backups", json!({})), "session.closed");
    let looked = desk.ask("backup_look", json!({ "path": newest["path"] }));
    assert_eq!((&looked["pupils"], &looked["place"]), (&newest["pupils"], &json!("elsewhere")));
}

#[test]
fn a_daybook_goes_back_to_a_backup_open_or_locked_and_forth_again() {
    let mut desk = Desk::set_up();
    let empty = desk.ask("backup_now", json!({}));
    assert_eq!((&empty["reason"], &empty["place"]), (&json!("asked"), &json!("here")));
    let before = desk.picture();
    let block = desk.lay("2026-11-02", 540, 60, "Reviews", "Annual reviews");
    let after = desk.picture();
    assert_ne!(before, after);
    let view = desk.ask("backup_restore", restore(&empty["path"]));
    assert_eq!(view["state"], "open");
    assert_eq!(desk.picture(), before);
    let rows = desk.ask("backups", json!({}));
    let kept = rows["rows"].as_array().unwrap().iter().find(|row| row["reason"] == "restore").unwrap().clone();
    desk.ask("vault_lock", json!({}));
    assert_eq!(desk.ask("backup_restore", restore(&kept["path"]))["state"], "open");
    assert_eq!(desk.picture(), after);
    desk.ask("block_remove", json!({ "block": block }));
    let log = desk.ask("activity_log", json!({}));
    let told = |line: &&Value| line["sentence"].as_str().unwrap().starts_with("Brought back from the backup of ");
    let restored = log.as_array().unwrap().iter().filter(told).count();
    assert_eq!(restored, 1, "what was brought back knows of its own way back alone");
}

#[test]
fn what_is_refused_leaves_the_daybook_open_as_it_was() {
    let mut desk = Desk::set_up();
    let empty = desk.ask("backup_now", json!({}));
    import(&mut desk, &fixture("primary-roll.csv"));
    let before = desk.picture();
    assert_eq!(desk.refused("backup_restore", restore(&empty["path"])), "restore.smaller");
    let wrong = json!({ "path": empty["path"], "secret": "other words", "into": null, "confirm_smaller": true });
    assert_eq!(desk.refused("backup_restore", wrong), "vault.wrong_passphrase");
    let list = fixture("primary-roll.csv");
    assert_eq!(desk.refused("backup_restore", restore(&json!(list))), "backup.foreign");
    assert_eq!(desk.refused("backup_look", json!({ "path": list })), "backup.foreign");
    assert_eq!(desk.refused("backup_look", json!({ "path": "x".repeat(5_000) })), "text.too_long");
    assert_eq!(desk.ask("session", json!({}))["state"], "open");
    assert_eq!(desk.picture(), before);
    let sure = json!({ "path": empty["path"], "secret": WORDS, "into": null, "confirm_smaller": true });
    desk.ask("backup_restore", sure);
    assert_eq!(desk.ask("register", json!({ "query": { "scope": "roll" } }))["rows"], json!([]));
}

#[test]
fn on_a_new_computer_a_backup_is_all_it_takes() {
    let mut desk = Desk::set_up();
    import(&mut desk, &fixture("primary-roll.csv"));
    let before = desk.picture();
    let made = desk.ask("backup_now", json!({}));
    let file = PathBuf::from(made["path"].as_str().unwrap());
    let mut other = Desk::at("2026-11-04T08:00:00");
    let stick = other.dir().join("from the stick.daybook-backup");
    std::fs::copy(file, &stick).unwrap();
    let within = other.dir().to_path_buf();
    let ask = |name: &str, secret: &str| json!({ "path": stick, "secret": secret, "into": { "within": within, "name": name }, "confirm_smaller": false });
    assert_eq!(other.refused("backup_restore", ask("My/daybook", WORDS)), "vault.bad_name");
    assert_eq!(other.refused("backup_restore", ask("My daybook", "other words")), "vault.wrong_passphrase");
    assert_eq!(other.refused("backup_restore", restore(&json!(stick))), "session.closed");
    assert_eq!(names(&within), ["from the stick.daybook-backup"]);
    let view = other.ask("backup_restore", ask("My daybook", WORDS));
    assert_eq!((&view["state"], &view["vault"]["name"]), (&json!("open"), &json!("My daybook")));
    assert_eq!(view["recent"][0]["name"], "My daybook");
    assert_eq!(other.picture(), before);
    assert_eq!(other.refused("backup_restore", ask("My daybook", WORDS)), "vault.exists");
}

#[test]
fn a_second_place_is_chosen_and_told_of() {
    let mut desk = Desk::set_up();
    let stick = desk.dir().join("stick");
    assert_eq!(desk.refused("second_place_set", json!({ "folder": stick })), "backup.second_place");
    std::fs::create_dir(&stick).unwrap();
    let view = desk.ask("second_place_set", json!({ "folder": stick }));
    assert_eq!((&view["second"]["state"], &view["second"]["last"]), (&json!("ready"), &json!(null)));
    desk.ask("backup_now", json!({}));
    let view = desk.ask("backups", json!({}));
    let places: Vec<&str> = view["rows"].as_array().unwrap().iter().map(|row| row["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["here", "second"]);
    assert_eq!(view["second"]["last"], view["rows"][1]["made_at"]);
    let restored = desk.ask("backup_restore", restore(&view["rows"][1]["path"]));
    assert_eq!(restored["state"], "open", "from the second place as well");
    std::fs::rename(&stick, desk.dir().join("pulled out")).unwrap();
    let view = desk.ask("backups", json!({}));
    assert_eq!((&view["second"]["state"], &view["trouble"]), (&json!("absent"), &json!(null)));
    let view = desk.ask("second_place_set", json!({ "folder": null }));
    assert_eq!(view["second"], json!(null));
}

#[test]
fn a_second_place_that_takes_no_backup_is_told_of() {
    let mut desk = Desk::set_up();
    let stick = desk.dir().join("stick");
    std::fs::create_dir(&stick).unwrap();
    desk.ask("second_place_set", json!({ "folder": stick }));
    let (blocked, away) = (stick.join("My daybook backups"), desk.dir().join("away"));
    std::fs::write(&blocked, b"").unwrap();
    desk.at_time("2026-11-02T09:00:00");
    desk.ask("backup_now", json!({}));
    let view = desk.ask("backups", json!({}));
    let told = view["trouble"].as_str().unwrap();
    assert!(told.contains("second place"), "{told}");
    assert_eq!(view["second"]["state"], "behind", "and it is not called ready there");
    std::fs::rename(&blocked, away).unwrap();
    desk.at_time("2026-11-02T10:00:00");
    desk.ask("backup_now", json!({}));
    let view = desk.ask("backups", json!({}));
    assert_eq!((&view["trouble"], &view["second"]["state"]), (&json!(null), &json!("ready")));
}

#[test]
fn guessing_at_a_backup_is_slowed_down_as_at_the_door() {
    let mut desk = Desk::set_up();
    let path = desk.ask("backup_now", json!({}))["path"].clone();
    desk.ask("vault_lock", json!({}));
    let into = json!({ "within": desk.dir(), "name": "Copy" });
    let ask = |secret: &str| json!({ "path": path, "secret": secret, "into": into, "confirm_smaller": false });
    for _ in 0..3 {
        assert_eq!(desk.refused("backup_restore", ask("not these words")), "vault.wrong_passphrase");
    }
    assert_eq!(desk.refused("backup_restore", ask(WORDS)), "vault.wait");
    desk.at_time("2026-11-02T08:00:30");
    assert_eq!(desk.ask("backup_restore", ask(WORDS))["state"], "open");
    desk.ask("vault_open", json!({ "folder": desk.vault(), "passphrase": WORDS }));
    let log = desk.ask("activity_log", json!({}));
    assert!(log.to_string().contains("Words that do not open it were tried 3 times."), "{log}");
}

#[test]
fn a_backup_that_could_not_be_made_is_told() {
    let mut desk = Desk::set_up();
    let keys = desk.vault().join("keys.json");
    let good = std::fs::read(&keys).unwrap();
    std::fs::remove_file(&keys).unwrap();
    desk.at_time("2026-11-03T08:00:00");
    desk.lay("2026-11-03", 540, 60, "Reviews", "Annual reviews");
    let told = desk.ask("backups", json!({}))["trouble"].as_str().unwrap().to_owned();
    assert!(told.starts_with("The backup of 3 November 2026") && told.contains("keys.json"), "{told}");
    desk.ask("vault_lock", json!({}));
    assert!(desk.ask("backups", json!({}))["trouble"].as_str().unwrap().contains("keys.json"), "locked as well");
    std::fs::write(&keys, good).unwrap();
    desk.ask("vault_unlock", json!({ "passphrase": WORDS }));
    desk.ask("backup_now", json!({}));
    assert_eq!(desk.ask("backups", json!({}))["trouble"], json!(null));
}
