//! Normal weeks: kept from a plan, laid into another week, called something else, taken away.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, calendar};
use serde_json::{Value, json};

const MONDAY: &str = "2026-11-02";
const NEXT: &str = "2026-11-09";

/// A week with teaching on Monday, a duty on Tuesday and a meeting on Thursday.
fn planned() -> (Desk, [i64; 3]) {
    let mut desk = Desk::set_up();
    let blocks = [
        desk.lay(MONDAY, 540, 90, "Year 6 maths", "Teaching and interventions"),
        desk.lay("2026-11-03", 630, 15, "Playground", "Managing teaching assistants"),
        desk.lay("2026-11-05", 930, 60, "", "Training staff"),
    ];
    (desk, blocks)
}

fn keep(desk: &mut Desk, name: &str, blocks: &[i64]) -> i64 {
    let ask = json!({ "date": "2026-11-04", "blocks": blocks, "name": name, "replace": false });
    desk.ask("normal_week_keep", ask)["value"].as_i64().unwrap()
}

fn lay(desk: &mut Desk, week: i64, date: &str) -> Value {
    desk.ask("normal_week_lay", json!({ "week": week, "date": date }))
}

/// Day, start and title of each block of a week.
fn plan(desk: &mut Desk, date: &str) -> Vec<(String, u64, String)> {
    let week = desk.ask("week", json!({ "date": date }));
    let one = |block: &Value| {
        let text = |field: &str| block[field].as_str().unwrap().to_owned();
        (text("date"), block["start"].as_u64().unwrap(), text("title"))
    };
    week["blocks"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn a_normal_week_is_laid_into_a_blank_week_and_taken_back_in_one_step() {
    let (mut desk, blocks) = planned();
    let week = keep(&mut desk, " Week A ", &blocks);
    let known = desk.ask("normal_weeks", json!({}));
    assert_eq!((&known[0]["name"], known[0]["blocks"].as_array().unwrap().len()), (&json!("Week A"), 3));
    let laid = lay(&mut desk, week, "2026-11-13");
    assert_eq!(laid["value"], json!({ "laid": 3, "left_out": [] }));
    assert_eq!(laid["undo"], "Normal week laid in the week of 9 November");
    let was: Vec<(String, u64, String)> = plan(&mut desk, MONDAY);
    let moved = |date: &str| date.replace("-11-05", "-11-12").replace("-11-03", "-11-10").replace("-11-02", "-11-09");
    let expected: Vec<_> = was.iter().map(|(date, start, title)| (moved(date), *start, title.clone())).collect();
    assert_eq!(plan(&mut desk, NEXT), expected);
    desk.ask("undo", json!({}));
    assert_eq!(plan(&mut desk, NEXT), []);
    assert_eq!(desk.ask("normal_weeks", json!({})), known, "the normal week itself stays");
}

#[test]
fn what_has_no_room_is_left_out_and_named_and_the_rest_is_laid() {
    let (mut desk, blocks) = planned();
    let week = keep(&mut desk, "Week A", &blocks);
    let mut dates = calendar();
    let closure = json!({ "date": "2026-11-12", "kind": "closure", "name": "Boiler" });
    dates["days_off"].as_array_mut().unwrap().push(closure);
    desk.ask("calendar_save", json!({ "year": 2026, "calendar": dates }));
    desk.lay(NEXT, 600, 60, "Governors", "Training staff");
    let laid = lay(&mut desk, week, NEXT)["value"].clone();
    assert_eq!(laid["laid"], 1);
    let left = laid["left_out"].as_array().unwrap();
    let told: Vec<(&Value, &Value)> = left.iter().map(|one| (&one["date"], &one["why"])).collect();
    let (taken, closed) =
        (json!({ "is": "taken", "title": "Governors" }), json!({ "is": "not_worked", "kind": "closure" }));
    assert_eq!(told, [(&json!(NEXT), &taken), (&json!("2026-11-12"), &closed)]);
    assert_eq!(plan(&mut desk, NEXT).len(), 2);

    // Laid a second time, everything stands in its own way: nothing is written, and there is nothing to undo.
    let again = lay(&mut desk, week, NEXT);
    assert_eq!((&again["value"]["laid"], &again["undo"]), (&json!(0), &Value::Null));
    let holiday = lay(&mut desk, week, "2026-12-21");
    assert_eq!(holiday["value"]["left_out"][0]["why"], json!({ "is": "not_worked", "kind": "holiday" }));
}

#[test]
fn a_kind_of_work_that_is_no_longer_offered_is_not_laid() {
    let (mut desk, blocks) = planned();
    let week = keep(&mut desk, "Week A", &blocks);
    let duties = desk.activity("Managing teaching assistants");
    let list = desk.ask("activities", json!({}));
    let mut activity = list.as_array().unwrap().iter().find(|one| one["id"] == duties).unwrap().clone();
    activity["retired"] = json!(true);
    desk.ask("activity_save", json!({ "activity": activity }));
    let laid = lay(&mut desk, week, NEXT)["value"].clone();
    assert_eq!((&laid["laid"], &laid["left_out"][0]["why"]), (&json!(2), &json!({ "is": "retired" })));
}

#[test]
fn a_frozen_plan_stays_as_it_was() {
    let (mut desk, blocks) = planned();
    let week = keep(&mut desk, "Week A", &blocks);
    desk.lay(NEXT, 900, 30, "Call", "Training staff");
    desk.ask("week_freeze", json!({ "date": NEXT }));
    assert_eq!(desk.refused("normal_week_lay", json!({ "week": week, "date": NEXT })), "block.frozen");
    assert_eq!(plan(&mut desk, NEXT).len(), 1);
    desk.ask("week_freeze", json!({ "date": MONDAY }));
    keep(&mut desk, "As it was frozen", &blocks[..1]);
}

#[test]
fn a_name_is_one_normal_week_and_takes_the_place_of_another_only_when_that_was_said() {
    let (mut desk, blocks) = planned();
    let week = keep(&mut desk, "Week A", &blocks);
    let ask = |name: &str, blocks: &[i64], replace: bool| json!({ "date": MONDAY, "blocks": blocks, "name": name, "replace": replace });
    assert_eq!(desk.refused("normal_week_keep", ask("week a", &blocks[..1], false)), "normal_week.taken");
    assert_eq!(desk.refused("normal_week_keep", ask("  ", &blocks, false)), "normal_week.name");
    assert_eq!(desk.refused("normal_week_keep", ask("Week B", &[], false)), "normal_week.empty");
    assert_eq!(desk.refused("normal_week_keep", ask("Week B", &[9999], false)), "normal_week.other_week");
    let replaced = desk.ask("normal_week_keep", ask("Week a", &blocks[..1], true));
    assert_eq!(replaced["value"], json!(week), "it is the same one, with other blocks");
    let known = desk.ask("normal_weeks", json!({}));
    assert_eq!((known.as_array().unwrap().len(), &known[0]["name"]), (1, &json!("Week a")));
    assert_eq!(known[0]["blocks"].as_array().unwrap().len(), 1);

    let other = keep(&mut desk, "Week B", &blocks[1..]);
    let rename = |week: i64, name: &str| json!({ "week": week, "name": name });
    assert_eq!(desk.refused("normal_week_rename", rename(other, "WEEK A")), "normal_week.taken");
    desk.ask("normal_week_rename", rename(other, "week b"));
    desk.ask("normal_week_remove", json!({ "week": week }));
    assert_eq!(desk.refused("normal_week_lay", json!({ "week": week, "date": NEXT })), "store.gone");
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("normal_weeks", json!({}))[0]["blocks"].as_array().unwrap().len(), 1, "with its blocks");
    desk.restart("2026-11-02T09:00:00");
    assert_eq!(desk.ask("normal_weeks", json!({})).as_array().unwrap().len(), 2);
}
