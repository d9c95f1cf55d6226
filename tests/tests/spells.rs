//! What was written down wrongly of provision and needs over time is corrected in its place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use desk::register::with_roll;
use serde_json::{Value, json};

/// One pupil's spells of `statuses` or `needs`, oldest first, as `code from to`, with the rank of a need.
fn spells(desk: &mut Desk, of: &str) -> Vec<String> {
    let record = desk.ask("pupil", json!({ "pupil": 1 }));
    let spell = |s: &Value| {
        let said = |field: &str| s[field].as_str().unwrap_or("-").to_owned();
        let rank = s["rank"].as_i64().map(|rank| format!(" {rank}")).unwrap_or_default();
        format!("{} {} {}{rank}", said("code"), said("from"), said("to"))
    };
    let mut told: Vec<String> = record[of].as_array().unwrap().iter().map(spell).collect();
    told.sort_by_key(|spell| spell.split_once(' ').unwrap().1.to_owned());
    told
}

/// The number of the spell of `statuses` or `needs` that has this code and begins that day.
fn id(desk: &mut Desk, of: &str, code: &str, from: &str) -> Value {
    let record = desk.ask("pupil", json!({ "pupil": 1 }));
    let mut all = record[of].as_array().unwrap().iter();
    all.find(|spell| spell["code"] == code && spell["from"] == from).unwrap()["id"].clone()
}

/// K from 1 September 2025, E from 1 October 2026; SLCN and ASD changed places that day too.
#[test]
fn a_spell_is_corrected_in_its_place_and_the_one_before_it_follows() {
    let mut desk = with_roll();
    let (k, e) = (id(&mut desk, "statuses", "K", "2025-09-01"), id(&mut desk, "statuses", "E", "2026-10-01"));
    let save = |status: &Value, code: &str, from: &str| json!({ "pupil": 1, "status": status, "code": code, "from": from, "reason": " EP " });
    let before = spells(&mut desk, "statuses");
    let saved = desk.ask("status_save", save(&e, "E", "2026-09-21"));
    assert_eq!(saved["undo"], "SEN provision of C-0001 corrected");
    assert_eq!(spells(&mut desk, "statuses"), ["K 2025-09-01 2026-09-21", "E 2026-09-21 -"]);
    desk.ask("status_save", save(&e, "E", "2026-10-12"));
    assert_eq!(spells(&mut desk, "statuses"), ["K 2025-09-01 2026-10-12", "E 2026-10-12 -"]);
    let lines = desk.ask("history", json!({ "noun": "pupil", "id": 1 }));
    let told: Vec<&str> = lines.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap()).collect();
    assert!(
        told.iter().any(|said| said.contains("first day changed from 21 September 2026 to 12 October 2026")),
        "{told:?}"
    );
    assert!(told.iter().any(|said| said.contains("reason changed from") && said.contains("EP")), "{told:?}");
    desk.ask("undo", json!({}));
    desk.ask("undo", json!({}));
    assert_eq!(spells(&mut desk, "statuses"), before, "each is one step to undo");
    for (args, code, field) in [
        (save(&e, "E", "2025-09-01"), "status.overlap", "from"),
        (save(&k, "K", "2026-10-01"), "status.backwards", "from"),
        (save(&e, "K", "2026-10-01"), "status.same", "code"),
        (save(&k, "E", "2025-09-01"), "status.same", "code"),
        (save(&e, "Z", "2026-10-01"), "status.unknown", "code"),
        (save(&e, "E", "1926-10-01"), "record.date", "from"),
    ] {
        let fault = desk.tries("status_save", args.clone()).unwrap_err();
        assert_eq!((fault.code.as_ref(), fault.field.as_deref()), (code, Some(field)), "{args}");
    }
    assert_eq!(desk.refused("status_save", save(&json!(99), "E", "2026-10-01")), "store.gone");
    assert_eq!(spells(&mut desk, "statuses"), before);
    desk.ask("status_set", json!({ "pupil": 1, "code": "", "from": "2026-10-12", "reason": "" }));
    desk.ask("status_set", json!({ "pupil": 1, "code": "W", "from": "2026-10-26", "reason": "" }));
    let w = id(&mut desk, "statuses", "W", "2026-10-26");
    desk.ask("status_save", save(&w, "W", "2026-10-19"));
    assert_eq!(spells(&mut desk, "statuses")[1..], ["E 2026-10-01 2026-10-12", "W 2026-10-19 -"], "a gap stays one");
    assert_eq!(desk.refused("status_save", save(&w, "W", "2026-10-05")), "status.overlap");
}

#[test]
fn a_need_begins_on_another_day_and_what_changed_places_with_it_moves_along() {
    let mut desk = with_roll();
    let slcn = id(&mut desk, "needs", "SLCN", "2026-10-01");
    let save = |need: &Value, from: &str| json!({ "pupil": 1, "need": need, "from": from });
    let before = spells(&mut desk, "needs");
    desk.ask("need_save", save(&slcn, "2026-09-07"));
    let moved =
        ["ASD 2025-09-01 2026-09-07 1", "SLCN 2025-09-01 2026-09-07 2", "SLCN 2026-09-07 - 1", "ASD 2026-09-07 - 2"];
    assert_eq!(spells(&mut desk, "needs"), moved);
    desk.ask("undo", json!({}));
    assert_eq!(spells(&mut desk, "needs"), before);
    let first = id(&mut desk, "needs", "ASD", "2025-09-01");
    desk.ask("need_save", save(&first, "2025-06-02"));
    assert_eq!(spells(&mut desk, "needs")[..2], ["ASD 2025-06-02 2026-10-01 1", "SLCN 2025-09-01 2026-10-01 2"]);
    for (args, code) in [
        (save(&slcn, "2025-06-02"), "need.overlap"),
        (save(&first, "2026-10-01"), "need.backwards"),
        (save(&first, "1926-10-01"), "record.date"),
    ] {
        let fault = desk.tries("need_save", args.clone()).unwrap_err();
        assert_eq!((fault.code.as_ref(), fault.field.as_deref()), (code, Some("from")), "{args}");
    }
    assert_eq!(desk.refused("need_save", save(&json!(99), "2026-10-01")), "store.gone");
}

#[test]
fn a_lesser_need_is_never_left_without_the_one_before_it() {
    let mut desk = with_roll();
    desk.ask("needs_set", json!({ "pupil": 2, "codes": ["SLCN", "HI"], "from": "2026-03-03" }));
    let needs = desk.ask("pupil", json!({ "pupil": 2 }))["needs"].clone();
    let of = |code: &str| needs.as_array().unwrap().iter().find(|need| need["code"] == code).unwrap()["id"].clone();
    let save = |code: &str, from: &str| json!({ "pupil": 2, "need": of(code), "from": from });
    assert_eq!(desk.refused("need_save", save("SLCN", "2026-06-10")), "need.rank");
    assert_eq!(desk.refused("need_save", save("HI", "2026-01-12")), "need.rank");
    desk.ask("need_save", save("HI", "2026-06-10"));
    desk.ask("need_save", save("SLCN", "2026-06-10"));
}
