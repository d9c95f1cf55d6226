//! Two schools in one daybook, one in sight at a time.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};

const DAY: &str = "2026-11-03";

fn details(name: &str) -> Value {
    json!({ "details": { "name": name, "senco": "A. Senco", "head": "" } })
}

fn shown(desk: &mut Desk) -> String {
    desk.ask("session", json!({}))["school"]["name"].as_str().unwrap().to_owned()
}

/// A daybook of two schools, the second of which is in sight and has hours on Tuesday and Thursday.
fn of_two() -> (Desk, i64) {
    let mut desk = Desk::set_up();
    desk.lay(DAY, 540, 60, "Plans", "SEN Support plans and reviews");
    let second = desk.ask("school_add", details("Hillside Infants"))["value"].as_i64().unwrap();
    let span = json!({ "start": 480, "end": 960 });
    let day =
        |on: bool| json!({ "contracted": on.then(|| span.clone()), "teaching": [], "protected": [], "breaks": [] });
    let days: Vec<Value> = (0..7).map(|weekday| day(weekday == 1 || weekday == 5)).collect();
    desk.ask("hours_save", json!({ "hours": { "from": "2026-09-01", "days": days } }));
    (desk, second)
}

#[test]
fn each_school_has_its_own_dates_hours_weeks_and_register() {
    let (mut desk, _) = of_two();
    assert_eq!(shown(&mut desk), "Hillside Infants");
    assert_eq!(desk.ask("calendar", json!({ "year": 2026 }))["half_terms"], json!([]));
    assert_eq!(desk.ask("week", json!({ "date": DAY }))["blocks"], json!([]), "the other's plan is the other's");
    desk.lay(DAY, 540, 30, "Play and speech", "Outside agencies");
    desk.ask("school_choose", json!({ "school": 1 }));
    assert_eq!(shown(&mut desk), "Example Primary");
    let blocks = desk.ask("week", json!({ "date": DAY }))["blocks"].clone();
    let titles: Vec<&str> = blocks.as_array().unwrap().iter().map(|block| block["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Plans"]);
    assert_ne!(desk.ask("calendar", json!({ "year": 2026 }))["half_terms"], json!([]));
    desk.restart("2026-11-03T08:00:00");
    assert_eq!(shown(&mut desk), "Example Primary", "it is remembered which was in sight");
}

#[test]
fn days_are_told_and_hours_given_twice_are_said() {
    let (mut desk, second) = of_two();
    let rows = desk.ask("schools", json!({}));
    assert_eq!((rows[0]["chosen"].clone(), rows[1]["chosen"].clone()), (json!(false), json!(true)));
    assert_eq!((rows[1]["school"]["id"].clone(), rows[1]["weekdays"].clone()), (json!(second), json!([1, 5])));
    assert_eq!((rows[0]["clashes"].clone(), rows[1]["clashes"].clone()), (json!([1]), json!([1])), "Tuesday at both");
}

#[test]
fn undo_goes_back_to_the_school_before_it_touches_anything_there() {
    let (mut desk, _) = of_two();
    desk.lay(DAY, 540, 30, "Play and speech", "Outside agencies");
    desk.ask("undo", json!({}));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("hours_list", json!({})), json!([]));
    assert_eq!(shown(&mut desk), "Hillside Infants");
    desk.ask("undo", json!({}));
    assert_eq!(shown(&mut desk), "Example Primary");
    let plans = |desk: &mut Desk| desk.ask("week", json!({ "date": DAY }))["blocks"].as_array().unwrap().len();
    assert_eq!(plans(&mut desk), 1);
    desk.ask("undo", json!({}));
    assert_eq!(plans(&mut desk), 0);
    assert_eq!(
        desk.ask("schools", json!({})).as_array().unwrap().len(),
        2,
        "a school that was added stays until it is taken away"
    );
    for _ in 0..4 {
        desk.ask("redo", json!({}));
    }
    assert_eq!(shown(&mut desk), "Hillside Infants");
    assert_eq!(plans(&mut desk), 1);
}

#[test]
fn a_school_goes_only_where_no_work_was_kept_for_it() {
    let (mut desk, second) = of_two();
    assert_eq!(desk.refused("school_add", details(" hillside INFANTS")), "school.twice");
    assert_eq!(desk.refused("school_remove", json!({ "school": 1 })), "school.in_use");
    assert_eq!(desk.refused("school_choose", json!({ "school": 99 })), "store.gone");
    desk.ask("school_remove", json!({ "school": second }));
    assert_eq!(shown(&mut desk), "Example Primary");
    assert_eq!(desk.refused("school_remove", json!({ "school": 1 })), "school.last");
    desk.ask("undo", json!({}));
    assert_eq!(shown(&mut desk), "Hillside Infants");
    assert_eq!(desk.ask("hours_list", json!({})).as_array().unwrap().len(), 1, "with its hours");
}

#[test]
fn what_is_typed_timed_or_moved_up_in_one_school_is_not_the_others() {
    let (mut desk, _) = of_two();
    desk.ask("draft_keep", json!({ "key": "school", "value": { "name": "Hillside" } }));
    desk.ask("timer_begin", json!({ "how": "start", "line": "phone calls", "who": null, "activity": null, "task": null, "block": null, "pupils": null }));
    assert_eq!(desk.refused("school_choose", json!({ "school": 1 })), "school.timer_runs");
    assert_eq!(desk.refused("school_add", details("Third")), "school.timer_runs");
    desk.ask("timer_discard", json!({}));
    desk.ask("school_choose", json!({ "school": 1 }));
    assert_eq!(desk.ask("drafts", json!({})), json!({}), "a form of one school is not taken up in another");
    desk.ask("school_choose", json!({ "school": 2 }));
    assert_eq!(desk.ask("drafts", json!({}))["school"]["name"], "Hillside");
}

#[test]
fn a_step_to_another_school_can_be_asked_to_stay_and_never_leaves_a_timer_behind() {
    let (mut desk, _) = of_two();
    assert_eq!(desk.ask("session", json!({}))["undo"]["undo"], "Hours changed · Hillside Infants");
    desk.ask("undo", json!({ "stay": true }));
    assert_eq!(desk.ask("session", json!({}))["undo"]["undo"], "Went to Hillside Infants");
    assert_eq!(desk.refused("undo", json!({ "stay": true })), "undo.leads_away");
    assert_eq!(shown(&mut desk), "Hillside Infants");
    desk.ask("timer_begin", json!({ "how": "start", "line": "phone calls", "who": null, "activity": null, "task": null, "block": null, "pupils": null }));
    assert_eq!(desk.refused("undo", json!({})), "school.timer_runs");
    desk.ask("timer_discard", json!({}));
    desk.ask("undo", json!({}));
    assert_eq!(shown(&mut desk), "Example Primary");
    assert_eq!(desk.refused("redo", json!({ "stay": true })), "undo.leads_away");
}
