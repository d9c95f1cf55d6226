//! The office's list comes every week: what it says again, what it corrects, and what it has not caught up with.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};

/// Imports one pupil with this provision, its first day and these needs, as at a day.
fn import(desk: &mut Desk, line: &str, as_at: &str) -> Result<Value, daybook_app::Fault> {
    let path = desk.dir().join("roll.csv");
    let head = "Surname,Forename,DOB,UPN,SEN Status,SEN Start Date,SEN Need";
    std::fs::write(&path, format!("{head}\nMoss,Ada,01/02/2018,B801200005001,{line}\n")).unwrap();
    let choices = json!({ "left_out": [], "accepted": [], "as_at": as_at });
    let view = desk.ask("import_preview", json!({ "path": path, "mapping": null, "choices": choices }));
    let columns: Vec<Value> = view["preview"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| json!({ "heading": column["heading"], "field": column["field"] }))
        .collect();
    desk.tries(
        "import_commit",
        json!({ "path": path, "mapping": { "columns": columns }, "choices": choices, "fingerprint": view["fingerprint"] }),
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
    assert_eq!((&needs[0]["code"], &needs[0]["from"]), (&json!("ASD"), &json!("2026-10-20")));
}
