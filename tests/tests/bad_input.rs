//! Bad input gets a sentence; what was there stays as it was.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS, calendar, entry, hours};
use serde_json::{Value, json};

fn preview(path: &std::path::Path) -> Value {
    json!({ "path": path, "mapping": null, "choices": { "left_out": [], "accepted": [], "as_at": "2026-11-02" } })
}

#[test]
fn files_that_are_no_list_are_refused_and_nothing_is_imported() {
    let mut desk = Desk::set_up();
    let before = desk.picture();
    let noise: Vec<u8> = (0..50_000_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for (name, bytes) in [
        ("empty.csv", Vec::new()),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("page.csv", b"<!doctype html><html><body>hello</body></html>".to_vec()),
        ("prose.csv", b"Dear Sir, thank you for your letter.".to_vec()),
        ("noise.csv", noise),
    ] {
        let path = desk.dir().join(name);
        std::fs::write(&path, bytes).unwrap();
        let code = desk.refused("import_preview", preview(&path));
        assert!(code.starts_with("import."), "{name}: {code}");
    }
    let missing = desk.dir().join("missing.csv");
    assert_eq!(desk.refused("import_preview", preview(&missing)), "import.unreadable");
    assert_eq!(desk.picture(), before);
}

#[test]
fn a_file_that_changed_since_it_was_looked_at_is_not_imported() {
    let mut desk = Desk::set_up();
    let path = desk.dir().join("roll.csv");
    std::fs::write(&path, "Surname,Forename,DOB\nMoss,Ada,01/02/2018\n").unwrap();
    let view = desk.ask("import_preview", preview(&path));
    std::fs::write(&path, "Surname,Forename,DOB\nMoss,Ada,01/02/2018\nFern,Bo,01/02/2018\n").unwrap();
    let columns: Vec<Value> = view["preview"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| json!({ "heading": c["heading"], "field": c["field"] }))
        .collect();
    let commit = json!({ "path": path, "mapping": { "columns": columns }, "choices": { "left_out": [], "accepted": [], "as_at": "2026-11-02" }, "fingerprint": view["fingerprint"] });
    assert_eq!(desk.refused("import_commit", commit), "import.file_changed");
    assert_eq!(desk.ask("register", json!({ "query": { "scope": "roll" } }))["in_scope"], 0);
}

#[test]
fn years_and_hours_that_cannot_be_are_refused_whole() {
    let mut desk = Desk::set_up();
    let before = desk.picture();
    let mut overlapping = calendar();
    overlapping["half_terms"][1]["first"] = json!("2026-10-20");
    assert_eq!(desk.refused("calendar_save", json!({ "year": 2026, "calendar": overlapping })), "calendar.overlap");
    let mut backwards = calendar();
    backwards["half_terms"][2]["last"] = json!("2026-12-31");
    assert_eq!(desk.refused("calendar_save", json!({ "year": 2026, "calendar": backwards })), "calendar.backwards");
    let mut impossible = calendar();
    impossible["half_terms"][0]["first"] = json!("2026-02-30");
    assert_eq!(desk.refused("calendar_save", json!({ "year": 2026, "calendar": impossible })), "command.misread");

    let mut late = hours();
    late["days"][0]["contracted"]["end"] = json!(1500);
    assert_eq!(desk.refused("hours_save", json!({ "hours": late })), "command.misread");
    let mut outside = hours();
    outside["days"][0]["teaching"][0]["end"] = json!(1000);
    assert_eq!(desk.refused("hours_save", json!({ "hours": outside })), "hours.outside");
    let mut twice = hours();
    twice["days"][1]["protected"][0]["end"] = json!(640);
    assert_eq!(desk.refused("hours_save", json!({ "hours": twice })), "hours.overlap");
    assert_eq!(desk.picture(), before);
}

#[test]
fn blocks_and_entries_across_midnight_are_refused() {
    let mut desk = Desk::set_up();
    let before = desk.picture();
    let activity = desk.activity("Email and messages");
    let block = json!({ "date": "2026-11-02", "start": 1400, "minutes": 60, "title": "Late", "activity": activity, "place": "home", "pupils": [] });
    assert_eq!(desk.refused("block_add", json!({ "details": block })), "time.past_midnight");
    let late = entry("2026-11-02", Some(1400), 60, "Late", activity, "extra");
    assert_eq!(desk.refused("entry_add", json!({ "details": late })), "time.past_midnight");
    let endless = entry("2026-11-02", None, 25 * 60, "Endless", activity, "extra");
    assert_eq!(desk.refused("entry_add", json!({ "details": endless })), "time.length");
    assert_eq!(desk.refused("capture", json!({ "line": "   ", "minutes": null })), "capture.empty");
    let nobody = entry("2026-11-02", None, 5, "Nobody", 9_999, "extra");
    assert!(!desk.refused("entry_add", json!({ "details": nobody })).is_empty(), "an unknown kind of work is refused");
    assert_eq!(desk.picture(), before);
}

#[test]
fn weak_words_bad_names_and_folders_that_are_no_daybook() {
    let mut desk = Desk::at("2026-11-02T08:00:00");
    let within = desk.dir().to_path_buf();
    for (name, words, code) in [
        ("Mine", "password1", "vault.weak_passphrase"),
        ("Mine", "", "vault.weak_passphrase"),
        ("a/b", WORDS, "vault.bad_name"),
        ("..", WORDS, "vault.bad_name"),
        ("CON", WORDS, "vault.bad_name"),
    ] {
        let ask = json!({ "within": within, "name": name, "passphrase": words });
        assert_eq!(desk.refused("vault_create", ask), code, "{name:?} {words:?}");
    }
    assert_eq!(std::fs::read_dir(&within).unwrap().count(), 0, "no daybook was made");
    assert_eq!(desk.refused("vault_open", json!({ "folder": within, "passphrase": WORDS })), "vault.not_a_vault");
    assert_eq!(desk.refused("session_begin", json!({})), "command.unknown");
    assert_eq!(desk.refused("vault_open", json!({ "folder": 7 })), "command.misread");
}

#[test]
fn a_daybook_with_a_file_missing_says_which() {
    for (file, code) in [("keys.json", "vault.no_keys"), ("daybook.db", "vault.no_database")] {
        let mut desk = Desk::set_up();
        desk.ask("vault_close", json!({}));
        let folder = desk.vault();
        std::fs::rename(folder.join(file), desk.dir().join("aside")).unwrap();
        assert_eq!(desk.refused("vault_open", json!({ "folder": folder, "passphrase": WORDS })), code);
        assert!(!folder.join(file).exists(), "nothing was made in its place");
        std::fs::rename(desk.dir().join("aside"), folder.join(file)).unwrap();
        assert_eq!(desk.ask("vault_open", json!({ "folder": folder, "passphrase": WORDS }))["state"], "open");
    }
}

#[test]
fn texts_too_long_to_keep_are_refused_at_their_field() {
    let mut desk = Desk::set_up();
    let before = desk.picture();
    let pupil = json!({
        "surname": "Moss", "forename": "Ada", "preferred": "", "born": "2018-02-01", "upn": "", "admission": "",
        "year_override": null, "class": "", "on_roll_from": null, "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    });
    for (field, most) in [
        ("surname", 100),
        ("forename", 100),
        ("preferred", 100),
        ("class", 100),
        ("upn", 100),
        ("admission", 100),
        ("note", 4000),
    ] {
        let mut details = pupil.clone();
        details[field] = json!("é".repeat(most + 1));
        let fault = desk.tries("pupil_add", json!({ "details": details })).unwrap_err();
        assert_eq!((&*fault.code, fault.field.as_deref()), ("text.too_long", Some(field)));
    }
    let mut nowhere = pupil.clone();
    nowhere["year_override"] = json!("Year 4");
    assert_eq!(desk.refused("pupil_add", json!({ "details": nowhere })), "pupil.year");
    for field in ["name", "senco", "head"] {
        let mut details = json!({ "name": "Oak", "senco": "", "head": "" });
        details[field] = json!("é".repeat(201));
        let fault = desk.tries("school_save", json!({ "details": details })).unwrap_err();
        assert_eq!((&*fault.code, fault.field.as_deref()), ("text.too_long", Some(field)));
    }
    let far = "x".repeat(1001);
    for (command, ask) in [
        ("vault_create", json!({ "within": far, "name": "Mine", "passphrase": WORDS })),
        ("vault_open", json!({ "folder": far, "passphrase": WORDS })),
        ("vault_choose", json!({ "folder": far })),
    ] {
        assert_eq!(desk.refused(command, ask), "text.too_long", "{command}");
    }
    assert_eq!(desk.picture(), before);

    let mut taught_below = pupil;
    taught_below["year_override"] = json!(" r ");
    let id = desk.ask("pupil_add", json!({ "details": taught_below }))["value"].clone();
    assert_eq!(desk.ask("pupil", json!({ "pupil": id }))["year_override"], "R", "as the rules write it");
    let reason = json!({ "pupil": id, "code": "K", "from": "2026-11-02", "reason": "x".repeat(401) });
    assert_eq!(desk.refused("status_set", reason), "text.too_long");
}

#[test]
fn a_timetable_goes_in_no_steps_but_those_offered() {
    let mut desk = Desk::set_up();
    let looks = desk.ask("session", json!({}))["appearance"].clone();
    for grid in [0, 1, 7, 60, 4_000_000_000_u32] {
        let mut asked = looks.clone();
        asked["grid"] = json!(grid);
        assert_eq!(desk.refused("appearance_save", asked), "appearance.grid", "{grid}");
    }
    for grid in [json!(-5), json!("5"), json!(7.5)] {
        let mut asked = looks.clone();
        asked["grid"] = grid.clone();
        assert!(desk.refused("appearance_save", asked).starts_with("command."), "{grid}");
    }
    assert_eq!(desk.ask("session", json!({}))["appearance"], looks, "it stays as it was");
}
