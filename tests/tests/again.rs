//! The office's list comes every week: what it says again, what it corrects, and what it has not caught up with.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, mapping};
use serde_json::{Value, json};

/// Imports one pupil with this provision, its first day and these needs, as at a day. What is asked about stays as it is.
fn import(desk: &mut Desk, line: &str, as_at: &str) -> Result<Value, daybook_app::Fault> {
    import_with(desk, line, as_at, &json!([]))
}

/// As [`import`], taking what the daybook would keep because it is newer than the list.
fn import_and_take(desk: &mut Desk, line: &str, as_at: &str) -> Result<Value, daybook_app::Fault> {
    import_with(desk, line, as_at, &json!([{ "row": 2, "code": "newer_here" }]))
}

fn import_with(desk: &mut Desk, line: &str, as_at: &str, accepted: &Value) -> Result<Value, daybook_app::Fault> {
    let path = desk.dir().join("roll.csv");
    let head = "Surname,Forename,DOB,UPN,SEN Status,SEN Start Date,SEN Need";
    std::fs::write(&path, format!("{head}\nMoss,Ada,01/02/2018,B801200005001,{line}\n")).unwrap();
    let choices = json!({ "left_out": [], "accepted": accepted, "as_at": as_at });
    let view = desk.ask("import_preview", json!({ "path": path, "mapping": null, "choices": choices }));
    desk.tries(
        "import_commit",
        json!({ "path": path, "mapping": mapping(&view), "choices": choices, "fingerprint": view["fingerprint"] }),
    )
}

/// The one pupil's spells, oldest first, as `code from to`.
fn spells(desk: &mut Desk) -> Vec<String> {
    let record = desk.ask("pupil", json!({ "pupil": 1 }));
    let spell = |s: &Value| {
        format!("{} {} {}", s["code"].as_str().unwrap(), s["from"].as_str().unwrap(), s["to"].as_str().unwrap_or("-"))
    };
    record["statuses"].as_array().unwrap().iter().rev().map(spell).collect()
}

#[test]
fn a_list_corrected_the_same_day_takes_the_provision_back() {
    let mut desk = Desk::set_up();
    import(&mut desk, "K,,SLCN", "2026-11-02").unwrap();
    assert_eq!(spells(&mut desk), ["K 2026-11-02 -"]);
    import(&mut desk, "N,,SLCN", "2026-11-02").unwrap();
    assert_eq!(spells(&mut desk), ["K 2026-11-02 -"], "what began that day is not taken away unasked");
    import_and_take(&mut desk, "N,,SLCN", "2026-11-02").unwrap();
    assert_eq!(spells(&mut desk), Vec::<String>::new(), "what the office took back the same day never held");
}

#[test]
fn a_list_that_has_not_caught_up_opens_provision_anew_and_rewrites_nothing() {
    for code in ["K", "E"] {
        let mut desk = Desk::set_up();
        import(&mut desk, "K,01/09/2024,SLCN", "2026-11-02").unwrap();
        desk.ask("status_set", json!({ "pupil": 1, "code": "", "from": "2026-07-20", "reason": "" }));
        import(&mut desk, &format!("{code},01/09/2024,SLCN"), "2026-11-02").unwrap();
        assert_eq!(spells(&mut desk), ["K 2024-09-01 2026-07-20".to_owned(), format!("{code} 2026-11-02 -")]);
    }
}

#[test]
fn needs_of_a_list_dated_back_hold_from_the_day_the_last_began() {
    let mut desk = Desk::set_up();
    import(&mut desk, "K,01/09/2024,SLCN", "2026-11-02").unwrap();
    desk.ask("needs_set", json!({ "pupil": 1, "codes": ["SEMH", "SLCN"], "from": "2026-10-20" }));
    import(&mut desk, "K,01/09/2024,ASD", "2026-09-01").unwrap();
    let needs = desk.ask("pupil", json!({ "pupil": 1 }))["needs"].clone();
    assert_eq!(needs[0]["code"], "SEMH", "what is newer than the list stays");
    import_and_take(&mut desk, "K,01/09/2024,ASD", "2026-09-01").unwrap();
    let needs = desk.ask("pupil", json!({ "pupil": 1 }))["needs"].clone();
    assert_eq!((&needs[0]["code"], &needs[0]["from"]), (&json!("ASD"), &json!("2026-10-20")));
}

/// A desk with one pupil on K since September.
fn supported() -> Desk {
    let mut desk = Desk::set_up();
    import(&mut desk, "K,01/09/2026,SLCN", "2026-11-02").unwrap();
    desk
}

#[test]
fn codes_are_kept_as_the_rules_write_them() {
    let mut desk = supported();
    desk.ask("status_set", json!({ "pupil": 1, "code": " e ", "from": "2026-10-05", "reason": "" }));
    desk.ask("needs_set", json!({ "pupil": 1, "codes": [" semh"], "from": "2026-10-05" }));
    let record = desk.ask("pupil", json!({ "pupil": 1 }));
    assert_eq!((&record["statuses"][0]["code"], &record["needs"][0]["code"]), (&json!("E"), &json!("SEMH")));
    let twice = json!({ "pupil": 1, "codes": ["ASD", "asd "], "from": "2026-10-06" });
    assert_eq!(desk.refused("needs_set", twice), "need.twice");
}

#[test]
fn no_specialist_assessment_goes_with_sen_support_alone() {
    let mut desk = supported();
    let nsa = |from: &str| json!({ "pupil": 1, "codes": ["NSA"], "from": from });
    assert_eq!(desk.refused("needs_set", nsa("2026-08-01")), "need.not_beside", "before any provision");
    desk.ask("needs_set", nsa("2026-10-01"));
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 }))["notices"], json!([]));
    desk.ask("status_set", json!({ "pupil": 1, "code": "E", "from": "2026-10-05", "reason": "" }));
    assert_eq!(desk.refused("needs_set", nsa("2026-10-06")), "need.not_beside");
    let notices = desk.ask("pupil", json!({ "pupil": 1 }))["notices"].to_string();
    assert!(notices.contains("NSA does not go with Education, health and care plan (E)"), "{notices}");
}

#[test]
fn provision_without_a_primary_need_is_told_and_not_refused() {
    let mut desk = supported();
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 }))["notices"], json!([]));
    desk.ask("needs_set", json!({ "pupil": 1, "codes": [], "from": "2026-10-05" }));
    let notices = desk.ask("pupil", json!({ "pupil": 1 }))["notices"].clone();
    assert_eq!(notices, json!(["SEN support (K) needs a primary need, and none is set."]));
    desk.ask("status_set", json!({ "pupil": 1, "code": "W", "from": "2026-10-06", "reason": "" }));
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 }))["notices"], json!([]), "the watch list asks for none");
}

#[test]
fn a_wrong_spell_and_a_wrong_need_are_taken_away_after_other_work_and_come_back_by_undo() {
    let mut desk = supported();
    desk.ask("status_set", json!({ "pupil": 1, "code": "E", "from": "2026-10-05", "reason": "" }));
    desk.ask("needs_set", json!({ "pupil": 1, "codes": ["HI"], "from": "2026-10-05" }));
    desk.ask("capture", json!({ "line": "Something else", "minutes": 5 }));
    let record = desk.ask("pupil", json!({ "pupil": 1 }));
    desk.ask("status_remove", json!({ "pupil": 1, "status": record["statuses"][0]["id"] }));
    let removed = desk.ask("need_remove", json!({ "pupil": 1, "need": record["needs"][0]["id"] }));
    assert_eq!(removed["undo"], "Need removed from the record of C-0001");
    assert_eq!(spells(&mut desk), ["K 2026-09-01 -"]);
    let needs = desk.ask("pupil", json!({ "pupil": 1 }))["needs"].clone();
    assert_eq!(
        (needs.as_array().unwrap().len(), &needs[0]["code"], &needs[0]["to"]),
        (1, &json!("SLCN"), &Value::Null)
    );
    desk.ask("undo", json!({}));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 })), record);
}
