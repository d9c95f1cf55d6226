//! Leaving with everything, two copies that parted, and what is to be known of a place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS};
use serde_json::{Value, json};
use std::path::Path;

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in ["daybook.db", "keys.json"] {
        std::fs::copy(from.join(file), to.join(file)).unwrap();
    }
}

fn open(desk: &mut Desk, folder: &Path) -> Value {
    desk.ask("vault_open", json!({ "folder": folder, "passphrase": WORDS }))
}

fn sentences(lines: &Value) -> Vec<&str> {
    lines.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap()).collect()
}

#[test]
fn two_copies_that_both_went_on_are_recognised_and_compared() {
    let mut desk = Desk::set_up();
    desk.ask("vault_lock", json!({}));
    let (ours, theirs) = (desk.vault(), desk.dir().join("Stick.daybook"));
    copy(&ours, &theirs);
    desk.at_time("2026-11-03T08:00:00");
    assert_eq!(open(&mut desk, &ours)["parted"], Value::Null);
    desk.ask("capture", json!({ "line": "10m door", "minutes": null }));
    desk.at_time("2026-11-04T08:00:00");
    let view = open(&mut desk, &theirs);
    assert_eq!(view["parted"], json!({ "since": "2026-11-03T08:00:00" }), "it does not know of Tuesday");
    desk.ask("capture", json!({ "line": "5m gate", "minutes": null }));
    desk.ask("capture", json!({ "line": "6m hall", "minutes": null }));
    let compared = desk.ask("parting", json!({ "folder": ours, "passphrase": WORDS }));
    assert_eq!((&compared["same"], &compared["parted_at"]), (&json!(true), &json!("2026-11-03T08:00:00")));
    assert_eq!((sentences(&compared["here"]).len(), sentences(&compared["there"]).len()), (2, 1));
    assert_eq!(compared["there"][0]["at"], "2026-11-03T08:00:00");
    assert_eq!(
        open(&mut desk, &ours)["parted"],
        json!({ "since": "2026-11-04T08:00:00" }),
        "nor does this of Wednesday"
    );
    desk.ask("vault_lock", json!({}));
    assert_eq!(desk.ask("vault_unlock", json!({ "passphrase": WORDS }))["parted"], Value::Null, "said once");
}

#[test]
fn going_back_to_a_backup_on_purpose_raises_no_alarm() {
    let mut desk = Desk::set_up();
    let old = desk.ask("backup_now", json!({}))["path"].clone();
    desk.ask("vault_lock", json!({}));
    desk.at_time("2026-11-03T08:00:00");
    desk.ask("vault_unlock", json!({ "passphrase": WORDS }));
    let mut back = json!({ "path": old, "secret": WORDS, "into": null, "confirm_smaller": true });
    assert_eq!(desk.ask("backup_restore", back.clone())["parted"], Value::Null, "she asked for it");
    assert_eq!(desk.ask("session", json!({}))["parted"], Value::Null);
    desk.ask("vault_lock", json!({}));
    assert_eq!(desk.ask("vault_unlock", json!({ "passphrase": WORDS }))["parted"], Value::Null, "nor the next time");
    back["into"] = json!({ "within": desk.dir(), "name": "Another" });
    assert_eq!(desk.ask("backup_restore", back)["parted"], Value::Null, "as a new daybook neither");
}

#[test]
fn what_is_open_only_to_read_is_saved_without_a_note() {
    let mut desk = Desk::set_up();
    desk.ask("vault_lock", json!({}));
    desk.ask("vault_open_read_only", json!({ "folder": desk.vault(), "passphrase": WORDS }));
    let path = desk.dir().join("log.csv");
    let saved = desk.ask("activity_log_save", json!({ "path": path }));
    assert_eq!(saved["bytes"].as_u64().unwrap(), path.metadata().unwrap().len());
    desk.ask("export_everything", json!({ "folder": desk.dir() }));
}

#[test]
fn another_daybook_is_no_copy() {
    let mut desk = Desk::set_up();
    let ours = desk.vault();
    desk.ask("vault_create", json!({ "within": desk.dir(), "name": "Other", "passphrase": WORDS }));
    let compared = desk.ask("parting", json!({ "folder": ours, "passphrase": WORDS }));
    assert_eq!(compared, json!({ "same": false, "parted_at": null, "here": [], "there": [] }));
}

#[test]
fn everything_leaves_in_one_folder_and_the_log_says_so() {
    let mut desk = Desk::at("2026-11-20T16:00:00");
    desk.ask("sample_explore", json!({}));
    let within = desk.dir().to_path_buf();
    let done = desk.ask("export_everything", json!({ "folder": within }));
    let folder = Path::new(done["folder"].as_str().unwrap());
    assert_eq!(folder.file_name().unwrap(), "SENCO Daybook export 2026-11-20 16-00-00");
    assert_eq!(std::fs::read_dir(folder).unwrap().count() as u64, done["files"].as_u64().unwrap());
    let pupils: Vec<Value> = serde_json::from_slice(&std::fs::read(folder.join("pupil.json")).unwrap()).unwrap();
    assert_eq!(pupils.len(), 214);
    let again = desk.ask("export_everything", json!({ "folder": within }));
    assert!(again["folder"].as_str().unwrap().ends_with("(2)"), "nothing is written over");
    let log = desk.ask("activity_log", json!({}));
    assert_eq!(log[0]["sentence"], "Saved as a file outside the daybook: everything.");
    assert_eq!(desk.refused("export_everything", json!({ "folder": within.join("nowhere") })), "export.unwritable");
    let left = std::fs::read_dir(&within)
        .unwrap()
        .filter(|e| e.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
    assert_eq!(left.count(), 0, "nothing half made stays");
}

#[test]
fn nothing_is_written_into_the_folder_of_a_daybook() {
    let mut desk = Desk::set_up();
    let ours = desk.vault();
    let other = desk.dir().join("Other.daybook");
    copy(&ours, &other);
    let before = std::fs::read(other.join("daybook.db")).unwrap();
    let backup = desk.ask("backup_now", json!({}))["path"].clone();
    let plain = ours.with_file_name("..").join(desk.dir().file_name().unwrap()).join(ours.file_name().unwrap());
    for folder in [ours.clone(), ours.join("backups"), plain, other.clone()] {
        let into = json!({ "within": folder, "name": "New" });
        for (name, args) in [
            ("export_everything", json!({ "folder": folder })),
            ("second_place_set", json!({ "folder": folder })),
            ("activity_log_save", json!({ "path": folder.join("daybook.db") })),
            ("vault_create", json!({ "within": folder, "name": "New", "passphrase": WORDS })),
            ("backup_restore", json!({ "path": backup, "secret": WORDS, "into": into, "confirm_smaller": false })),
        ] {
            assert_eq!(desk.refused(name, args), "place.inside", "{name} in {}", folder.display());
        }
    }
    assert!(std::fs::read(other.join("daybook.db")).unwrap() == before, "least of all over it");
    desk.ask("activity_log_save", json!({ "path": desk.dir().join("log.csv") }));
}

#[test]
fn a_place_that_is_copied_elsewhere_is_spoken_of() {
    let mut desk = Desk::at("2026-11-20T16:00:00");
    let said = desk.ask("place_advice", json!({ "folder": desk.dir().join("OneDrive - School") }));
    assert!(said["sentences"][0].as_str().unwrap().contains("OneDrive"), "{said}");
}
