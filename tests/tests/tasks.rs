//! Tasks: the catalogue, what falls due, the list, and what the plan and the time say of it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, entry};
use serde_json::{Value, json};

const MONDAY: &str = "2026-11-02";

fn line(title: &str, frequency: &str, anchor: Value) -> Value {
    json!({
        "title": title, "frequency": frequency, "estimate": 45, "basis": "own", "source": "", "activity": 1,
        "per": { "each": "school" }, "anchor": anchor, "lead_days": 0, "in_holidays": false, "carries": true,
        "stake": "school", "consequence": "", "from": MONDAY,
    })
}

fn keep(desk: &mut Desk, details: Value) -> i64 {
    desk.ask("template_save", json!({ "template": null, "details": details }))["value"].as_i64().unwrap()
}

fn listed(desk: &mut Desk, scope: &str) -> Vec<Value> {
    let view = desk.ask("tasks", json!({ "scope": scope, "search": "" }));
    view["rows"].as_array().unwrap().clone()
}

/// Titles and the days they are due.
fn due(desk: &mut Desk) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    listed(desk, "open").iter().map(|row| (text(&row["task"]["title"]), text(&row["task"]["due"]))).collect()
}

fn pair(title: &str, day: &str) -> (String, String) {
    (title.to_owned(), day.to_owned())
}

fn id(row: &Value) -> i64 {
    row["task"]["id"].as_i64().unwrap()
}

fn add(desk: &mut Desk, title: &str, due: Option<&str>) -> i64 {
    let details = json!({
        "title": title, "activity": 1, "due": due, "estimate": 60, "pupil": null, "stake": "school", "consequence": "",
        "note": "",
    });
    desk.ask("task_add", json!({ "template": null, "details": details }))["value"].as_i64().unwrap()
}

fn add_pupil(desk: &mut Desk, surname: &str, forename: &str) -> i64 {
    let details = json!({
        "surname": surname, "forename": forename, "preferred": "", "pronunciation": "", "born": "2018-05-04", "upn": "",
        "admission": "", "year_override": null, "class": "3A", "on_roll_from": null, "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false },
        "own_flags": [],
    });
    desk.ask("pupil_add", json!({ "details": details }))["value"].as_i64().unwrap()
}

fn state(desk: &mut Desk, task: i64) -> String {
    desk.ask("task", json!({ "task": task }))["row"]["task"]["state"]["is"].as_str().unwrap().to_owned()
}

#[test]
fn tasks_appear_when_they_are_due_and_never_twice() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    keep(&mut desk, line("TA meeting", "weekly", json!({ "on": "weekday", "weekday": 2 })));
    assert_eq!(due(&mut desk), [], "not before its day");
    for day in ["2026-11-04T08:00:00", "2026-11-04T12:00:00", "2026-11-05T08:00:00"] {
        desk.at_time(day);
        desk.ask("tasks_fall_due", json!({}));
        assert_eq!(due(&mut desk), [pair("TA meeting", "2026-11-04")], "{day}");
    }
    let again = desk.ask("tasks_fall_due", json!({}));
    assert_eq!((&again["value"], &again["undo"]), (&json!(0), &Value::Null), "nothing is written where nothing came");
    // What should have come while the daybook was not opened comes too.
    desk.at_time("2026-11-26T08:00:00");
    let came = desk.ask("tasks_fall_due", json!({}));
    assert_eq!(came["value"], json!(3), "{came}");
    assert_eq!(due(&mut desk).len(), 4);
}

#[test]
fn what_came_by_itself_is_no_step_of_hers() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    keep(&mut desk, line("TA meeting", "weekly", json!({ "on": "weekday", "weekday": 2 })));
    let hers = desk.ask("session", json!({}))["undo"].clone();
    desk.at_time("2026-11-04T08:00:00");
    let came = desk.ask("tasks_fall_due", json!({}));
    assert_eq!((&came["value"], &came["undo"]), (&json!(1), &Value::Null));
    assert_eq!(desk.ask("session", json!({}))["undo"], hers, "Undo offers what she did last");
    // The line goes, and with it what came of it; both come again.
    desk.ask("undo", json!({}));
    assert_eq!((due(&mut desk), desk.ask("catalogue", json!({}))["lines"].clone()), (Vec::new(), json!([])));
    desk.ask("redo", json!({}));
    assert_eq!(due(&mut desk), [pair("TA meeting", "2026-11-04")]);
    let again = desk.ask("tasks_fall_due", json!({}));
    assert_eq!(again["value"], json!(0), "and not twice");
}

#[test]
fn a_task_for_each_child_is_one_for_each_child_and_none_where_there_are_none() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    let mut each = line("Call home", "weekly", json!({ "on": "weekday", "weekday": 0 }));
    each["per"] = json!({ "each": "status", "code": "E" });
    keep(&mut desk, each);
    let catalogue = desk.ask("catalogue", json!({}));
    assert_eq!((&catalogue["lines"][0]["each"], &catalogue["lines"][0]["a_year"]), (&json!(0), &json!(0)));
    assert_eq!(due(&mut desk), []);
    let mut pupils = Vec::new();
    for (surname, code) in [("Ash", "E"), ("Bell", "K"), ("Cole", "E")] {
        let pupil = add_pupil(&mut desk, surname, "Robin");
        desk.ask("needs_set", json!({ "pupil": pupil, "codes": ["SLCN"], "from": MONDAY }));
        desk.ask("status_set", json!({ "pupil": pupil, "code": code, "from": MONDAY, "reason": "" }));
        pupils.push(pupil);
    }
    desk.ask("tasks_fall_due", json!({}));
    let rows = listed(&mut desk, "open");
    let whose: Vec<&Value> = rows.iter().map(|row| &row["child"]["id"]).collect();
    assert_eq!(whose, [&json!(pupils[0]), &json!(pupils[2])]);
    let catalogue = desk.ask("catalogue", json!({}));
    assert_eq!(catalogue["lines"][0]["each"], json!(2));
    assert!(catalogue["sums"][1]["minutes"].as_u64().unwrap() > 2 * 45 * 6, "{}", catalogue["sums"]);
}

#[test]
fn what_a_line_made_and_nobody_touched_follows_the_line() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    let mut details = line("Report", "weekly", json!({ "on": "weekday", "weekday": 4 }));
    details["lead_days"] = json!(10);
    let template = keep(&mut desk, details.clone());
    assert_eq!(due(&mut desk), [pair("Report", "2026-11-06")]);
    details["anchor"] = json!({ "on": "weekday", "weekday": 3 });
    desk.ask("template_save", json!({ "template": template, "details": details }));
    assert_eq!(due(&mut desk), [pair("Report", "2026-11-05"), pair("Report", "2026-11-12")]);
    let touched = id(&listed(&mut desk, "open")[0]);
    desk.ask("tasks_move", json!({ "tasks": [touched], "due": "2026-11-07" }));
    desk.ask("template_retire", json!({ "template": template, "retired": true }));
    assert_eq!(due(&mut desk), [pair("Report", "2026-11-07")], "what she moved is hers");
    desk.ask("undo", json!({}));
    assert_eq!(due(&mut desk).len(), 2);
    assert_eq!(desk.refused("task_remove", json!({ "task": touched })), "task.from_catalogue");
}

#[test]
fn one_change_to_many_is_one_step_to_undo() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-04T08:00:00");
    let tasks = ["One", "Two", "Three"].map(|title| add(&mut desk, title, Some("2026-11-03")));
    let moved = desk.ask("tasks_move", json!({ "tasks": tasks, "due": "2026-11-13" }));
    assert_eq!((&moved["value"], &moved["undo"]), (&json!(3), &json!("3 tasks moved")));
    let set = desk.ask("tasks_set_state", json!({ "tasks": tasks, "state": { "is": "not_done", "why": "cover" } }));
    assert_eq!(set["value"], json!(3));
    let not_doing = listed(&mut desk, "not_doing");
    assert_eq!(not_doing.len(), 3);
    assert_eq!(not_doing[0]["carried"], json!(0), "its week is not over");
    desk.at_time("2026-11-16T08:00:00");
    assert_eq!(listed(&mut desk, "not_doing")[0]["carried"], json!(2), "counted from the day it was due first");
    desk.ask("undo", json!({}));
    desk.ask("undo", json!({}));
    assert_eq!(due(&mut desk)[0].1, "2026-11-03");
    desk.ask("redo", json!({}));
    assert_eq!(due(&mut desk)[0].1, "2026-11-13");
    for (state, field) in [
        (json!({ "is": "part", "percent": 0 }), "task.percent"),
        (json!({ "is": "delegated", "to": " ", "until": null }), "task.no_one"),
    ] {
        assert_eq!(desk.refused("tasks_set_state", json!({ "tasks": tasks, "state": state })), field);
    }
}

#[test]
fn the_not_doing_list_begins_with_who_is_let_down_most() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-04T08:00:00");
    for (title, stake, due) in
        [("files", "school", "2026-11-02"), ("review", "law", "2026-11-03"), ("ahead", "law", "2026-11-20")]
    {
        let details = json!({
            "title": title, "activity": 1, "due": due, "estimate": 60, "pupil": null, "stake": stake, "consequence": "c",
            "note": "",
        });
        desk.ask("task_add", json!({ "template": null, "details": details }));
    }
    let titles: Vec<Value> = listed(&mut desk, "not_doing").iter().map(|row| row["task"]["title"].clone()).collect();
    assert_eq!(titles, ["review", "files"]);
    let view = desk.ask("tasks", json!({ "scope": "open", "search": "FILE" }));
    assert_eq!((view["rows"].as_array().unwrap().len(), &view["not_doing"]), (1, &json!(2)));
    assert_eq!(view["counts"][0], json!({ "group": "late", "tasks": 2, "minutes": 120 }));
}

#[test]
fn a_task_laid_on_the_plan_is_done_when_its_last_block_is() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    let task = add(&mut desk, "Support plan", Some("2026-11-06"));
    let lay = |desk: &mut Desk, date: &str| {
        let place = json!({ "task": task, "date": date, "start": 800, "minutes": 60 });
        desk.ask("task_plan", place)["value"].as_i64().unwrap()
    };
    let (first, second) = (lay(&mut desk, MONDAY), lay(&mut desk, "2026-11-03"));
    desk.ask("week_freeze", json!({ "date": MONDAY }));
    desk.at_time("2026-11-03T17:00:00");
    desk.ask("block_as_planned", json!({ "block": first }));
    let view = desk.ask("task", json!({ "task": task }));
    assert_eq!(view["row"]["task"]["state"], json!({ "is": "part", "percent": 50 }));
    assert_eq!((view["blocks"].as_array().unwrap().len(), view["entries"].as_array().unwrap().len()), (2, 1));
    desk.ask("block_as_planned", json!({ "block": second }));
    assert_eq!(state(&mut desk, task), "done");
    assert_eq!(desk.ask("task", json!({ "task": task }))["row"]["task"]["spent"], json!(120));
    desk.ask("undo", json!({}));
    assert_eq!(state(&mut desk, task), "part");
    desk.ask("block_reopen", json!({ "block": first }));
    assert_eq!(state(&mut desk, task), "open");
    desk.ask("block_not_done", json!({ "block": first, "why": "cover", "still_needed": true }));
    assert_eq!(state(&mut desk, task), "open", "another block of it may still come");
    desk.ask("block_not_done", json!({ "block": second, "why": "crisis", "still_needed": true }));
    assert_eq!(state(&mut desk, task), "not_done");
    assert_eq!(
        desk.refused("task_plan", json!({ "task": task, "date": MONDAY, "start": 900, "minutes": 10 })),
        "block.frozen"
    );
}

#[test]
fn whatever_tells_of_a_block_tells_of_its_task() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    let task = add(&mut desk, "Support plan", Some("2026-11-06"));
    let place = json!({ "task": task, "date": MONDAY, "start": 800, "minutes": 60 });
    let block = desk.ask("task_plan", place)["value"].clone();
    desk.ask("week_freeze", json!({ "date": MONDAY }));
    desk.at_time("2026-11-02T17:00:00");
    let spent = |desk: &mut Desk| desk.ask("task", json!({ "task": task }))["row"]["task"]["spent"].clone();
    // What broke in pushed the block out, and no longer did.
    let mut broke_in = entry(MONDAY, Some(800), 60, "Crisis", 1, "interruption");
    broke_in["displaced"] = block.clone();
    let crisis = desk.ask("entry_add", json!({ "details": broke_in }))["value"].clone();
    assert_eq!(state(&mut desk, task), "not_done");
    desk.ask("entry_remove", json!({ "entry": crisis }));
    assert_eq!(state(&mut desk, task), "open");
    // An entry that is said later to have been the block, cut in two, and said to have been something else.
    let mut details = entry(MONDAY, Some(830), 90, "Wrote it", 1, "extra");
    let written = desk.ask("entry_add", json!({ "details": details }))["value"].clone();
    (details["kind"], details["block"]) = (json!("changed"), block.clone());
    desk.ask("entry_save", json!({ "entry": written, "details": details }));
    assert_eq!((state(&mut desk, task).as_str(), spent(&mut desk)), ("done", json!(90)));
    let within = desk.ask("entry_add", json!({ "details": entry(MONDAY, Some(860), 10, "Call", 1, "interruption") }));
    desk.ask("overlap_settle", json!({ "keep": within["value"], "trim": written }));
    assert_eq!(spent(&mut desk), json!(80), "both pieces count");
    desk.ask("undo", json!({}));
    (details["kind"], details["block"]) = (json!("extra"), Value::Null);
    desk.ask("entry_save", json!({ "entry": written, "details": details }));
    assert_eq!((state(&mut desk, task).as_str(), spent(&mut desk)), ("open", json!(0)));
}

#[test]
fn estimates_learn_from_the_time_that_was_written_down() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T08:00:00");
    keep(&mut desk, line("Plan the week", "weekly", json!({ "on": "weekday", "weekday": 0 })));
    for (day, minutes) in [("2026-11-02", 400), ("2026-11-09", 380), ("2026-11-16", 420), ("2026-11-23", 90)] {
        desk.at_time(&format!("{day}T18:00:00"));
        desk.ask("tasks_fall_due", json!({}));
        let rows = listed(&mut desk, "open");
        let row = rows.iter().find(|row| row["task"]["due"] == day).unwrap();
        let written = desk.ask("entry_add", json!({ "details": entry(day, Some(480), minutes, "Plan", 1, "extra") }));
        desk.ask("entry_task", json!({ "entry": written["value"], "task": id(row) }));
        desk.ask("tasks_set_state", json!({ "tasks": [id(row)], "state": { "is": "done" } }));
    }
    let line = desk.ask("catalogue", json!({}))["lines"][0].clone();
    assert_eq!(line["learned"]["median"], json!(390));
    let minutes: Vec<Value> =
        line["learned"]["of"].as_array().unwrap().iter().map(|one| one["minutes"].clone()).collect();
    assert_eq!(minutes, [90, 420, 380, 400], "the four to look at, newest first");
}

#[test]
fn what_comes_ad_hoc_teaches_its_line_too() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T18:00:00");
    let template = keep(&mut desk, line("Crisis meeting", "ad_hoc", json!({ "on": "none" })));
    for minutes in [50, 90] {
        let details = json!({
            "title": "Crisis", "activity": 1, "due": null, "estimate": 60, "pupil": null, "stake": "child",
            "consequence": "", "note": "",
        });
        let task = desk.ask("task_add", json!({ "template": template, "details": details }))["value"].clone();
        let written = desk.ask("entry_add", json!({ "details": entry(MONDAY, None, minutes, "Met", 1, "extra") }));
        desk.ask("entry_task", json!({ "entry": written["value"], "task": task }));
        desk.ask("tasks_set_state", json!({ "tasks": [task], "state": { "is": "done" } }));
    }
    assert_eq!(desk.ask("catalogue", json!({}))["lines"][0]["learned"]["median"], json!(70));
    let nobody = json!({ "title": "x", "activity": 1, "due": null, "estimate": null, "pupil": null, "stake": "child", "consequence": "", "note": "" });
    assert_eq!(desk.refused("task_add", json!({ "template": 999, "details": nobody })), "store.gone");
    // It is her own: she added it, so she may take it away.
    let mine = desk.ask("task_add", json!({ "template": template, "details": nobody }))["value"].clone();
    desk.ask("task_remove", json!({ "task": mine }));
}

#[test]
fn one_line_becomes_a_task_for_the_child_it_names() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-04T08:00:00");
    let pupil = add_pupil(&mut desk, "Quillfeather", "Maisie");
    let other = add_pupil(&mut desk, "Brook", "Maisie");
    let line = json!({ "line": "review plan Maisie 40m fri #K", "pupil": null });
    let read = desk.ask("task_quick_read", line.clone());
    assert_eq!(
        read["quick"],
        json!({ "title": "review plan Maisie", "minutes": 40, "due": "2026-11-06", "code": "K", "unknown": null })
    );
    assert_eq!((&read["children"], &read["tag"]), (&json!([]), &json!("#K: nobody named here has SEN support")));
    desk.ask("needs_set", json!({ "pupil": pupil, "codes": ["SLCN"], "from": MONDAY }));
    desk.ask("status_set", json!({ "pupil": pupil, "code": "K", "from": MONDAY, "reason": "" }));
    let read = desk.ask("task_quick_read", line.clone());
    assert_eq!(read["children"][0]["id"], json!(pupil));
    assert_eq!(read["tag"], "#K: only children with SEN support");
    desk.ask("task_quick", line);
    desk.ask("task_quick", json!({ "line": "ring Maisie", "pupil": other }));
    desk.ask("task_quick", json!({ "line": "ring Maisie's mum", "pupil": null }));
    let rows = listed(&mut desk, "open");
    let children: Vec<&Value> = rows.iter().map(|row| &row["task"]["pupil"]).collect();
    assert_eq!(children, [&json!(pupil), &json!(other), &Value::Null], "where it may be either it is nobody's");
    assert_eq!(desk.refused("task_quick", json!({ "line": "40m fri", "pupil": null })), "task.no_title");
}

#[test]
fn a_task_is_split_and_its_pieces_know_it() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-04T08:00:00");
    let task = add(&mut desk, "EHC request", Some("2026-11-13"));
    let piece = |title: &str, minutes: u32| json!({ "title": title, "estimate": minutes, "due": null });
    let one = json!({ "task": task, "pieces": [piece("All", 600)] });
    assert_eq!(desk.refused("task_split", one), "task.pieces");
    let bad = json!({ "task": task, "pieces": [piece("Evidence", 200), piece(" ", 400)] });
    let fault = desk.tries("task_split", bad).unwrap_err();
    assert_eq!(fault.field.as_deref(), Some("pieces.1.title"));
    assert_eq!(due(&mut desk), [pair("EHC request", "2026-11-13")], "all or nothing");
    let split = json!({ "task": task, "pieces": [piece("Evidence", 200), piece("Form", 400)] });
    desk.ask("task_split", split);
    let view = desk.ask("task", json!({ "task": task }));
    assert_eq!(
        (&view["row"]["task"]["title"], &view["pieces"][0]["task"]["title"]),
        (&json!("Evidence"), &json!("Form"))
    );
    desk.ask("undo", json!({}));
    assert_eq!(due(&mut desk), [pair("EHC request", "2026-11-13")]);
}

#[test]
fn a_catalogue_starts_from_published_and_proposed_times() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-04T08:00:00");
    let offered = desk.ask("catalogue_offered", json!({}));
    let offered = offered.as_array().unwrap();
    assert!(offered.iter().all(|line| !line["details"]["source"].as_str().unwrap().is_empty()));
    let keys: Vec<&Value> = offered.iter().map(|line| &line["key"]).collect();
    let started = desk.ask("catalogue_start", json!({ "keys": keys }));
    assert_eq!(started["value"].as_u64().unwrap() as usize, offered.len());
    let again = desk.ask("catalogue_start", json!({ "keys": keys }));
    assert_eq!(again["value"], json!(0), "what is there is not added twice");
    assert_eq!(desk.refused("catalogue_start", json!({ "keys": ["nonsense"] })), "task.not_offered");
    let told = desk.ask("history", json!({ "noun": "catalogue" }));
    assert_eq!(told.as_array().unwrap().len(), offered.len());
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("catalogue", json!({}))["lines"], json!([]));
    assert_eq!(listed(&mut desk, "open").len(), 0, "what had come of it goes too");
}

#[test]
fn the_history_of_a_task_is_told_in_sentences() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-04T08:00:00");
    let task = add(&mut desk, "Ring EP", Some("2026-11-06"));
    for state in [
        json!({ "is": "part", "percent": 40 }),
        json!({ "is": "delegated", "to": "Mr Ash", "until": "2026-11-09" }),
        json!({ "is": "dropped", "why": "moved away" }),
    ] {
        desk.ask("tasks_set_state", json!({ "tasks": [task], "state": state }));
    }
    desk.ask("tasks_move", json!({ "tasks": [task], "due": "2026-11-20" }));
    let told = desk.ask("history", json!({ "noun": "task", "id": task }));
    let said: Vec<&str> = told.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap()).collect();
    assert_eq!(
        said,
        [
            "Day it is due changed from 6 November 2026 to 20 November 2026.",
            "Dropped, because “moved away”.",
            "Given to “Mr Ash” until 9 November 2026.",
            "Done in part: 40 of 100.",
            "Added: Ring EP.",
        ]
    );
}
