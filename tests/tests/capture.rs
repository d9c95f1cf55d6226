//! A line captured in haste: the day it lands on, the minute it began, and whom it is linked to.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};

fn line(line: &str) -> Value {
    json!({ "line": line, "minutes": null })
}

/// The only entry of a day.
fn only_entry(desk: &mut Desk, date: &str) -> Value {
    let day = desk.ask("day", json!({ "date": date }))["day"].clone();
    assert_eq!(day["entries"].as_array().unwrap().len(), 1, "one entry on {date}");
    day["entries"][0].clone()
}

#[test]
fn what_ended_after_midnight_belongs_to_the_day_it_began() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-04T00:03:00");
    desk.ask("capture", line("15m parent email"));
    let entry = only_entry(&mut desk, "2026-11-03");
    assert_eq!((&entry["start"], &entry["minutes"]), (&json!(1425), &json!(15)), "the last quarter of an hour of it");
    desk.at_time("2026-11-05T00:15:00");
    desk.ask("capture", line("15m parent email"));
    assert_eq!(only_entry(&mut desk, "2026-11-05")["start"], 0);
}

#[test]
fn a_start_that_runs_past_midnight_is_refused_and_so_is_an_endless_line() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-03T23:50:00");
    let before = desk.picture();
    assert_eq!(desk.refused("capture", line("23:50 15m parent email")), "capture.past_midnight");
    for command in ["capture", "capture_read"] {
        assert_eq!(desk.refused(command, line(&"the ".repeat(251))), "text.too_long");
    }
    assert_eq!(desk.picture(), before);
    desk.ask("capture", line("23:50 10m parent email"));
    assert_eq!(only_entry(&mut desk, "2026-11-03")["start"], 1430);
}

#[test]
fn an_hour_that_is_still_to_come_was_this_morning() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-03T07:40:00");
    let read = desk.ask("capture_read", line("6:30 30m planning @home"));
    assert_eq!(read["captured"]["start"], 390);
    desk.ask("capture", line("6:30 30m planning @home"));
    assert_eq!(only_entry(&mut desk, "2026-11-03")["start"], 390);
}

#[test]
fn an_adult_or_a_leaver_of_that_name_is_not_the_child() {
    let mut desk = Desk::set_up();
    let mut pupil = pupil("Maisie");
    desk.ask("pupil_add", json!({ "details": pupil }));
    desk.at_time("2026-11-03T10:00:00");
    let linked = |desk: &mut Desk, said: &str| {
        let read = desk.ask("capture_read", line(said))["pupils"].as_array().unwrap().len();
        desk.ask("capture", line(said));
        let entry = only_entry(desk, "2026-11-03");
        desk.ask("undo", json!({}));
        let linked = entry["case_codes"].as_array().unwrap().len();
        assert_eq!(read, linked, "{said}: what is shown is what is kept");
        linked
    };
    for (said, pupils) in [
        ("10m Mr Reed at the door", 0),
        ("10m Mr and Mrs Reed about lunch", 0),
        ("10m mum of Maisie", 1),
        ("10m Mr Reed about Maisie", 1),
        ("10m reed upset", 1),
    ] {
        assert_eq!(linked(&mut desk, said), pupils, "{said}");
    }
    pupil["on_roll_to"] = json!("2026-10-23");
    desk.ask("pupil_save", json!({ "pupil": 1, "details": pupil }));
    assert_eq!(linked(&mut desk, "10m Maisie upset"), 0, "she has left");
}

/// A frozen Tuesday with an annual review from nine to half past ten, and lunch duty at one.
fn frozen_tuesday() -> Desk {
    let mut desk = Desk::set_up();
    for (title, start, minutes) in [("Annual review", 540, 90), ("", 780, 30)] {
        let block = json!({ "date": "2026-11-03", "start": start, "minutes": minutes, "title": title, "activity": 1,
            "place": "school", "pupils": [] });
        desk.ask("block_add", json!({ "details": block }));
    }
    desk.at_time("2026-11-03T10:15:00");
    desk
}

#[test]
fn a_line_is_offered_what_was_planned_for_then() {
    let mut desk = frozen_tuesday();
    let planned = |desk: &mut Desk, said: Value| desk.ask("capture_read", said)["planned"].as_array().unwrap().clone();
    assert!(planned(&mut desk, line("20m office")).is_empty(), "a plan that can still change was not pushed aside");
    desk.ask("week_freeze", json!({ "date": "2026-11-03" }));
    let found = planned(&mut desk, line("20m office"));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0]["title"], &found[0]["start"], &found[0]["minutes"]),
        (&json!("Annual review"), &json!(540), &json!(90))
    );
    assert!(planned(&mut desk, line("7:30 20m office")).is_empty(), "before the plan began");
    let longer = json!({ "line": "9:00 office", "minutes": 300 });
    let titles: Vec<u64> = planned(&mut desk, longer).iter().map(|one| one["minutes"].as_u64().unwrap()).collect();
    assert_eq!(titles, [90, 30], "the longest share first");
    assert!(planned(&mut desk, line("23:50 45m office")).is_empty(), "a line that cannot be kept yet is still read");
}

#[test]
fn a_line_takes_the_place_of_a_block_and_names_whom_she_chose() {
    let mut desk = frozen_tuesday();
    desk.ask("week_freeze", json!({ "date": "2026-11-03" }));
    let pupils: Vec<Value> = ["Ada", "Ben"]
        .iter()
        .map(|forename| desk.ask("pupil_add", json!({ "details": pupil(forename) }))["value"].clone())
        .collect();
    let block = desk.ask("capture_read", line("20m office"))["planned"][0]["block"].clone();
    let kept = json!({ "line": "20m Ada upset", "minutes": null, "pupils": pupils, "displaced": block });
    desk.ask("capture", kept.clone());
    let entry = only_entry(&mut desk, "2026-11-03");
    assert_eq!(entry["displaced"], "Annual review");
    assert_eq!(entry["case_codes"].as_array().unwrap().len(), 2, "both whom she chose, not the one who is named");
    let state = |desk: &mut Desk| {
        let blocks = desk.ask("day", json!({ "date": "2026-11-03" }))["blocks"].clone();
        blocks.as_array().unwrap().iter().find(|one| one["id"] == block).unwrap()["state"]["is"].clone()
    };
    assert_eq!(state(&mut desk), "not_done");
    desk.ask("undo", json!({}));
    assert_eq!(state(&mut desk), "open", "one undo takes back both");
    // Nobody, though one is named.
    desk.ask("capture", json!({ "line": "20m Ada upset", "minutes": null, "pupils": [] }));
    assert_eq!(only_entry(&mut desk, "2026-11-03")["case_codes"], json!([]));
    desk.ask("undo", json!({}));
    desk.ask("block_as_planned", json!({ "block": block }));
    let before = desk.picture();
    assert_eq!(desk.refused("capture", kept), "block.happened");
    assert_eq!(desk.picture(), before);
}

fn pupil(forename: &str) -> Value {
    json!({
        "surname": "Reed", "forename": forename, "preferred": "", "born": "2017-03-01", "upn": "", "admission": "",
        "year_override": null, "class": "4B", "on_roll_from": "2022-09-01", "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    })
}

#[test]
fn a_task_in_a_line_keeps_in_its_title_what_follows_a_hash_and_is_no_code() {
    let mut desk = Desk::set_up();
    let line = json!({ "line": "review plan 40m fri #3", "pupil": null });
    let read = desk.ask("task_quick_read", line.clone());
    assert_eq!(read["quick"]["title"], "review plan #3");
    assert_eq!(read["tag"], "#3 is no provision code; kept in the title");
    desk.ask("task_quick", line);
    let rows = desk.ask("tasks", json!({ "scope": "open", "search": "" }))["rows"].take();
    assert_eq!(rows[0]["task"]["title"], "review plan #3");
}
