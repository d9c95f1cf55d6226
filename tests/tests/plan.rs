//! What happened stands beside the plan, and says of it only what can be so.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, calendar, entry, hours};
use serde_json::{Value, json};

const MONDAY: &str = "2026-11-02";

/// Tuesday evening of a frozen week with three blocks on its Monday and Tuesday: reviews, email, plans.
fn frozen() -> (Desk, [i64; 3]) {
    let mut desk = Desk::set_up();
    let blocks = [(MONDAY, 800, "Reviews"), (MONDAY, 870, "Email"), ("2026-11-03", 800, "Plans")]
        .map(|(date, start, title)| desk.lay(date, start, 60, title, "Email and messages"));
    desk.ask("week_freeze", json!({ "date": MONDAY }));
    desk.at_time("2026-11-03T17:00:00");
    (desk, blocks)
}

/// An entry of a planned block.
fn of_block(date: &str, start: u32, minutes: u32, kind: &str, block: i64) -> Value {
    let mut details = entry(date, Some(start), minutes, "Done", 1, kind);
    details["block"] = json!(block);
    details
}

/// Somebody broke in.
fn interruption(date: &str, start: u32, minutes: u32, displaced: Option<i64>) -> Value {
    let mut details = entry(date, Some(start), minutes, "Call", 1, "interruption");
    details["interrupted_by"] = json!("Head");
    details["displaced"] = json!(displaced);
    details
}

fn state(desk: &mut Desk, block: i64) -> String {
    let week = desk.ask("week", json!({ "date": MONDAY }));
    let blocks = week["blocks"].as_array().unwrap();
    blocks.iter().find(|each| each["id"] == block).unwrap()["state"]["is"].as_str().unwrap().to_owned()
}

fn the_entry(desk: &mut Desk, id: &Value) -> Value {
    let week = desk.ask("week", json!({ "date": MONDAY }));
    week["entries"].as_array().unwrap().iter().find(|each| each["id"] == *id).unwrap().clone()
}

#[test]
fn an_entry_says_of_the_plan_only_what_can_be_so() {
    let (mut desk, [reviews, email, plans]) = frozen();
    let later = desk.lay("2026-11-09", 800, 60, "Next week", "Email and messages");
    let refused = |desk: &mut Desk, details: Value| desk.refused("entry_add", json!({ "details": details }));
    assert_eq!(refused(&mut desk, interruption("2026-11-03", 800, 10, Some(reviews))), "entry.other_day");
    assert_eq!(refused(&mut desk, of_block("2026-11-03", 600, 10, "changed", later)), "entry.other_week");

    desk.ask("block_not_done", json!({ "block": email, "why": "", "still_needed": true }));
    assert_eq!(refused(&mut desk, of_block(MONDAY, 870, 60, "changed", email)), "block.not_done");

    desk.ask("block_as_planned", json!({ "block": reviews }));
    assert_eq!(refused(&mut desk, of_block(MONDAY, 700, 20, "changed", reviews)), "block.spoken");
    assert_eq!(refused(&mut desk, interruption(MONDAY, 700, 20, Some(reviews))), "block.happened");

    // Several pieces tell a changed block, on any day of the week; nothing else may join them.
    desk.ask("entry_add", json!({ "details": of_block("2026-11-03", 800, 20, "changed", plans) }));
    desk.ask("entry_add", json!({ "details": of_block(MONDAY, 700, 20, "changed", plans) }));
    assert_eq!(refused(&mut desk, of_block("2026-11-03", 800, 60, "as_planned", plans)), "block.spoken");
    assert_eq!(state(&mut desk, plans), "changed");
}

#[test]
fn only_what_went_as_planned_is_as_planned() {
    let (mut desk, [reviews, ..]) = frozen();
    let longer = of_block(MONDAY, 800, 75, "as_planned", reviews);
    let id = desk.ask("entry_add", json!({ "details": longer }))["value"].clone();
    assert_eq!(the_entry(&mut desk, &id)["kind"], "changed");
    assert_eq!(state(&mut desk, reviews), "changed");
    desk.ask("entry_save", json!({ "entry": id, "details": of_block(MONDAY, 800, 60, "as_planned", reviews) }));
    assert_eq!(state(&mut desk, reviews), "as_planned");
}

#[test]
fn nothing_is_said_of_a_plan_that_can_still_change() {
    let mut desk = Desk::set_up();
    let block = desk.lay(MONDAY, 480, 30, "Email", "Email and messages");
    assert_eq!(
        desk.refused("block_not_done", json!({ "block": block, "why": "", "still_needed": true })),
        "week.not_frozen"
    );
    for details in [of_block(MONDAY, 480, 20, "changed", block), interruption(MONDAY, 480, 20, Some(block))] {
        assert_eq!(desk.refused("entry_add", json!({ "details": details })), "week.not_frozen");
    }
}

#[test]
fn a_block_stays_displaced_while_anything_displaces_it() {
    let (mut desk, [reviews, ..]) = frozen();
    let add = |desk: &mut Desk, start| {
        desk.ask("entry_add", json!({ "details": interruption(MONDAY, start, 10, Some(reviews)) }))["value"].clone()
    };
    let (first, second) = (add(&mut desk, 800), add(&mut desk, 820));
    desk.ask("entry_remove", json!({ "entry": first }));
    assert_eq!(state(&mut desk, reviews), "not_done");
    desk.ask("block_reopen", json!({ "block": reviews }));
    assert_eq!(state(&mut desk, reviews), "open");
    assert_eq!(the_entry(&mut desk, &second)["displaced"], Value::Null, "it no longer says so");
    desk.ask("entry_remove", json!({ "entry": second }));
    assert_eq!(state(&mut desk, reviews), "open");
}

#[test]
fn an_interruption_cut_in_two_interrupts_and_displaces_once() {
    let (mut desk, [reviews, ..]) = frozen();
    let whole = interruption(MONDAY, 800, 60, Some(reviews));
    let whole = desk.ask("entry_add", json!({ "details": whole }))["value"].clone();
    let inner = entry(MONDAY, Some(820), 10, "Fire bell", 1, "extra");
    let inner = desk.ask("entry_add", json!({ "details": inner }))["value"].clone();
    desk.ask("overlap_settle", json!({ "keep": inner, "trim": whole }));
    let week = desk.ask("week", json!({ "date": MONDAY }));
    let entries = week["entries"].as_array().unwrap();
    assert_eq!(entries.iter().filter(|each| each["kind"] == "interruption").count(), 2);
    assert_eq!(entries.iter().filter(|each| each["displaced"] == reviews).count(), 1);
    let head = &week["story"]["interrupters"][0];
    assert_eq!((&head["times"], &head["figure"]["minutes"]), (&json!(1), &json!(50)));
}

#[test]
fn what_has_not_come_has_not_happened() {
    let (mut desk, [reviews, ..]) = frozen();
    desk.at_time("2026-11-01T12:00:00");
    let ahead = entry(MONDAY, Some(600), 10, "Soon", 1, "extra");
    assert_eq!(desk.refused("entry_add", json!({ "details": ahead })), "entry.future");
    let today = entry("2026-11-01", Some(1300), 10, "Later today", 1, "extra");
    let id = desk.ask("entry_add", json!({ "details": today }))["value"].clone();
    assert_eq!(desk.refused("entry_save", json!({ "entry": id, "details": ahead })), "entry.future");
    assert_eq!(desk.refused("block_as_planned", json!({ "block": reviews })), "block.future");
    let lunch = json!({ "mark": { "date": MONDAY, "name": "Lunch", "state": "missed", "taken": 0, "why": "" } });
    assert_eq!(desk.refused("break_mark", lunch), "break.future");
    desk.at_time("2026-11-02T08:00:00");
    desk.ask("block_as_planned", json!({ "block": reviews }));

    let later = "2026-11-09";
    assert_eq!(desk.refused("week_close", json!({ "date": later })), "week.not_over");
    desk.at_time("2026-11-12T17:00:00");
    assert_eq!(desk.refused("week_close", json!({ "date": later })), "week.not_over", "she works on Friday too");
    desk.at_time("2026-11-13T08:00:00");
    desk.ask("week_close", json!({ "date": later }));
}

#[test]
fn retired_kinds_of_work_stay_where_they_are_and_are_chosen_no_more() {
    let mut desk = Desk::set_up();
    let block = desk.lay(MONDAY, 480, 30, "Email", "Email and messages");
    let written = entry(MONDAY, Some(600), 10, "Email", 16, "extra");
    let id = desk.ask("entry_add", json!({ "details": written }))["value"].clone();
    let mut email = desk.ask("activities", json!({}))[15].clone();
    assert_eq!(email["name"], "Email and messages");
    email["retired"] = json!(true);
    desk.ask("activity_save", json!({ "activity": email }));

    assert_eq!(desk.refused("entry_add", json!({ "details": written })), "activity.retired");
    let mut moved = json!({ "date": MONDAY, "start": 500, "minutes": 30, "title": "Email", "activity": 16, "place": "school", "pupils": [] });
    assert_eq!(desk.refused("block_add", json!({ "details": moved })), "activity.retired");
    desk.ask("block_save", json!({ "block": block, "details": moved }));
    desk.ask("entry_save", json!({ "entry": id, "details": written }));
    moved["activity"] = json!(1);
    desk.ask("block_save", json!({ "block": block, "details": moved }));
    moved["activity"] = json!(16);
    assert_eq!(desk.refused("block_save", json!({ "block": block, "details": moved })), "activity.retired");
    desk.ask("undo", json!({}));

    desk.ask("week_copy", json!({ "from": MONDAY, "into": "2026-11-09" }));
    let week = desk.ask("week", json!({ "date": "2026-11-09" }));
    let notices: Vec<&Value> = week["blockers"].as_array().unwrap().iter().map(|each| &each["code"]).collect();
    assert!(notices.contains(&&json!("plan.retired")), "{notices:?}");
}

#[test]
fn a_closed_week_is_printed_as_it_was_whatever_changes_afterwards() {
    let (mut desk, [reviews, email, plans]) = frozen();
    desk.ask("pupil_add", json!({ "details": pupil("Nettle") }));
    desk.ask("status_set", json!({ "pupil": 1, "code": "K", "from": "2026-09-01", "reason": "" }));
    for block in [reviews, email, plans] {
        desk.ask("block_as_planned", json!({ "block": block }));
    }
    desk.at_time("2026-11-06T16:00:00");
    desk.ask("week_close", json!({ "date": MONDAY }));
    let told = |desk: &mut Desk| {
        let ask = json!({ "kind": "week_as_it_happened", "date": MONDAY, "options": {} });
        (desk.ask("week", json!({ "date": MONDAY }))["story"].clone(), desk.ask("pack_preview", ask)["hash"].clone())
    };
    let closed = told(&mut desk);

    let mut free = hours();
    free["days"][0]["teaching"] = json!([]);
    free["days"][1]["contracted"]["end"] = json!(900);
    desk.ask("hours_save", json!({ "hours": free }));
    let mut shut = calendar();
    shut["days_off"].as_array_mut().unwrap().push(json!({ "date": "2026-11-03", "kind": "closure", "name": "" }));
    desk.ask("calendar_save", json!({ "year": 2026, "calendar": shut }));
    let mut activity = desk.ask("activities", json!({}))[15].clone();
    (activity["name"], activity["purpose"], activity["other_role"]) = (json!("Other"), json!("staff"), json!(true));
    desk.ask("activity_save", json!({ "activity": activity }));
    desk.ask("status_set", json!({ "pupil": 1, "code": "", "from": "2026-10-01", "reason": "" }));
    assert_eq!(told(&mut desk), closed);
    let named = |list: &Value| list.as_array().unwrap().iter().any(|each| each["name"] == "Other");
    assert!(named(&desk.ask("activities", json!({}))), "it was renamed");
    assert!(
        !named(&desk.ask("week", json!({ "date": MONDAY }))["activities"]),
        "the closed week calls it what its story does"
    );
    assert!(
        named(&desk.ask("week", json!({ "date": "2026-11-09" }))["activities"]),
        "the next week calls it what it is now"
    );
}

fn pupil(surname: &str) -> Value {
    json!({
        "surname": surname, "forename": "Ada", "preferred": "", "born": "2018-03-04", "upn": "", "admission": "",
        "year_override": null, "class": "", "on_roll_from": null, "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    })
}

#[test]
fn hours_typed_from_the_wrong_day_can_be_taken_away() {
    let mut desk = Desk::set_up();
    let mut wrong = hours();
    wrong["from"] = json!("2026-12-01");
    desk.ask("hours_save", json!({ "hours": wrong }));
    assert_eq!(desk.ask("hours_list", json!({})).as_array().unwrap().len(), 2);
    desk.ask("hours_remove", json!({ "from": "2026-12-01" }));
    assert_eq!(desk.ask("hours_list", json!({})), json!([hours()]));
    assert_eq!(desk.refused("hours_remove", json!({ "from": hours()["from"] })), "hours.only");
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("hours", json!({ "date": "2026-12-01" })), wrong);
}

#[test]
fn a_task_without_a_kind_of_work_is_given_one_and_laid_in_one_step() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    let task = desk.ask("task_quick", json!({ "line": "ring the panel 20m fri", "pupil": null }))["value"].clone();
    let place = json!({ "task": task, "date": MONDAY, "start": 800, "minutes": 20 });
    assert_eq!(desk.refused("task_plan", place.clone()), "task.no_activity");
    let before = desk.ask("session", json!({}))["undo"]["undo"].clone();
    let activity = desk.activity("Outside agencies");
    let laid = json!({ "task": task, "date": MONDAY, "start": 800, "minutes": 20, "activity": activity });
    desk.ask("task_plan", laid);
    let view = desk.ask("task", json!({ "task": task }));
    assert_eq!((&view["row"]["task"]["activity"], view["blocks"].as_array().unwrap().len()), (&json!(activity), 1));
    desk.ask("undo", json!({}));
    let view = desk.ask("task", json!({ "task": task }));
    assert_eq!((&view["row"]["task"]["activity"], view["blocks"].as_array().unwrap().len()), (&Value::Null, 0));
    assert_eq!(desk.ask("session", json!({}))["undo"]["undo"], before, "one step took both back");
}
