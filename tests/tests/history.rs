//! The history of each record, in sentences, from what was really done.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};

fn history(desk: &mut Desk, of: Value) -> Vec<String> {
    let lines = desk.ask("history", of);
    lines.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap().to_owned()).collect()
}

/// A desk with one pupil, on K since September with a need for speech.
fn supported() -> Desk {
    let mut desk = Desk::set_up();
    let details = json!({
        "surname": "Moss", "forename": "Ada", "preferred": "", "born": "2018-02-01", "upn": "", "admission": "",
        "year_override": null, "class": "Oak", "note": "", "on_roll_from": null, "on_roll_to": null,
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    });
    desk.ask("pupil_add", json!({ "details": details }));
    desk.ask("status_set", json!({ "pupil": 1, "code": "K", "from": "2026-09-01", "reason": "" }));
    desk.ask("needs_set", json!({ "pupil": 1, "codes": ["SLCN"], "from": "2026-09-01" }));
    desk
}

#[test]
fn a_pupil_s_history_names_the_change_the_day_and_the_account() {
    let mut desk = supported();
    desk.at_time("2026-11-03T09:15:00");
    desk.ask("needs_set", json!({ "pupil": 1, "codes": ["ASD"], "from": "2026-11-03" }));
    desk.ask("status_set", json!({ "pupil": 1, "code": "E", "from": "2026-11-03", "reason": "plan issued" }));
    assert_eq!(
        history(&mut desk, json!({ "noun": "pupil", "id": 1 })),
        [
            "SEN provision changed from SEN support (K) to Education, health and care plan (E), from 3 November 2026, because “plan issued”.",
            "Need changed from Speech, language and communication needs (SLCN) to Autistic spectrum disorder (ASD), from 3 November 2026.",
            "Need added: Speech, language and communication needs (SLCN), the primary need, from 1 September 2026.",
            "SEN provision set to SEN support (K), from 1 September 2026.",
            "Added to the roll: Ada Moss, C-0001.",
        ]
    );
    let lines = desk.ask("history", json!({ "noun": "pupil", "id": 1 }));
    assert_eq!((&lines[0]["at"], &lines[0]["who"]), (&json!("2026-11-03T09:15:00"), &json!("asha")));
    assert_eq!(lines[0]["undone"], false);
    desk.ask("undo", json!({}));
    let lines = desk.ask("history", json!({ "noun": "pupil", "id": 1 }));
    assert_eq!((&lines[0]["undone"], &lines[1]["undone"]), (&json!(true), &json!(false)));
}

#[test]
fn a_week_tells_of_its_plan_its_entries_and_its_breaks() {
    let mut desk = supported();
    let block = desk.lay("2026-11-02", 540, 60, "Reviews", "Annual reviews");
    desk.ask("week_freeze", json!({ "date": "2026-11-02" }));
    desk.ask("block_as_planned", json!({ "block": block }));
    desk.ask(
        "break_mark",
        json!({ "mark": { "date": "2026-11-02", "name": "Lunch", "state": "missed", "taken": 0, "why": "a fall" } }),
    );
    let said = history(&mut desk, json!({ "noun": "week", "date": "2026-11-04" }));
    assert_eq!(
        said,
        [
            "Lunch on Monday 2 November 2026: missed, because “a fall”.",
            "Reviews on 2 November 2026: Marked as done as planned.",
            "Entry “Reviews” (Annual reviews): Written down for Monday 2 November 2026, 09:00, 60 minutes: “Reviews” (Annual reviews).",
            "The plan was frozen.",
            "Reviews on 2 November 2026: Planned for Monday 2 November 2026, 09:00, 60 minutes: “Reviews” (Annual reviews).",
        ]
    );
    assert_eq!(history(&mut desk, json!({ "noun": "week", "date": "2026-11-11" })), Vec::<String>::new());
    assert_eq!(
        history(&mut desk, json!({ "noun": "block", "id": block })),
        [
            "Marked as done as planned.",
            "Planned for Monday 2 November 2026, 09:00, 60 minutes: “Reviews” (Annual reviews).",
        ]
    );
}

#[test]
fn the_school_its_dates_and_its_hours_have_a_history_too() {
    let mut desk = Desk::set_up();
    desk.ask(
        "school_save",
        json!({ "details": { "name": "Example Primary", "senco": "B. Senco", "head": "A. Head" } }),
    );
    assert_eq!(
        history(&mut desk, json!({ "noun": "school" })),
        ["SENCO changed from A. Senco to B. Senco.", "School added: Example Primary."]
    );
    let mut hours = desk::hours();
    hours["days"][1]["protected"] = json!([{ "start": 540, "end": 600 }]);
    desk.ask("hours_save", json!({ "hours": hours }));
    assert_eq!(
        history(&mut desk, json!({ "noun": "hours" })),
        [
            "Hours from 1 September 2026 changed: Tuesday protected SENCO time 09:00 to 10:30 taken away; Tuesday protected SENCO time 09:00 to 10:00 added.",
            "Hours written down, from 1 September 2026.",
        ]
    );
    let dates = history(&mut desk, json!({ "noun": "calendar" }));
    assert_eq!(dates.len(), 8);
    assert!(dates.contains(&"Added: INSET day on 2 September 2026 (Training).".to_owned()), "{dates:?}");
}

#[test]
fn every_record_of_the_sample_school_tells_its_history() {
    let mut desk = Desk::at("2026-11-20T16:00:00");
    desk.ask("sample_explore", json!({}));
    let mut told = 0;
    for id in 1..40 {
        told += history(&mut desk, json!({ "noun": "pupil", "id": id })).len();
        told += history(&mut desk, json!({ "noun": "block", "id": id })).len();
        told += history(&mut desk, json!({ "noun": "entry", "id": id })).len();
    }
    let week = history(&mut desk, json!({ "noun": "week", "date": "2026-11-11" }));
    assert!(told > 120 && week.len() > 20, "{told} {}", week.len());
    assert!(week.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains('_')), "{week:?}");
}
