//! The timer through the commands: what it writes, what it asks about first, and what it outlives.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use daybook_app::LockReason;
use desk::{Desk, WORDS, entry};
use serde_json::{Value, json};

/// A kind of work.
const WORK: &str = "Annual reviews";

/// Something to begin, with a line alone.
fn on(how: &str, line: &str) -> Value {
    json!({ "how": how, "line": line, "who": null, "activity": null, "task": null, "block": null, "pupils": null })
}

fn with(mut ask: Value, field: &str, value: impl Into<Value>) -> Value {
    ask[field] = value.into();
    ask
}

/// Everything of a week, with who interrupted, and `?` where it waits to be classified.
fn written(desk: &mut Desk, date: &str) -> Vec<String> {
    let week = desk.ask("week", json!({ "date": date }));
    let entries = week["entries"].as_array().unwrap();
    let told = |entry: &Value| {
        let date: chrono::NaiveDate = entry["date"].as_str().unwrap().parse().unwrap();
        let start = entry["start"].as_u64().unwrap();
        let who = entry["interrupted_by"].as_str().map(|who| format!(" by {who}")).unwrap_or_default();
        format!(
            "{} {:02}:{:02}+{} {}{who}: {}{}",
            date.format("%a"),
            start / 60,
            start % 60,
            entry["minutes"],
            entry["kind"].as_str().unwrap(),
            entry["text"].as_str().unwrap(),
            if entry["provisional"] == json!(true) { "?" } else { "" },
        )
    };
    entries.iter().map(told).collect()
}

/// What is asked, as `lock 12:05-12:50 of text`.
fn asked(desk: &mut Desk) -> Vec<String> {
    let view = desk.ask("timer", json!({}));
    let time = |value: &Value| value.as_str().unwrap()[8..16].replace('T', " ");
    let told = |question: &Value| {
        let asked = &question["asked"];
        let why = asked["why"].as_str().unwrap();
        format!(
            "{why} {}-{} of {}",
            time(&asked["from"]),
            time(&asked["to"]),
            question["doing"]["text"].as_str().unwrap()
        )
    };
    view["asking"].as_array().unwrap().iter().map(told).collect()
}

/// What runs, the innermost last, with its minutes.
fn running(desk: &mut Desk) -> Vec<String> {
    let view = desk.ask("timer", json!({}));
    let told = |layer: &Value| format!("{} {}", layer["doing"]["text"].as_str().unwrap(), layer["minutes"]);
    view["layers"].as_array().unwrap().iter().map(told).collect()
}

fn answer(desk: &mut Desk, answer: Value, minutes: Value) -> Value {
    let first = desk.ask("timer", json!({}))["asking"][0]["asked"].clone();
    desk.ask("timer_answer", json!({ "asked": first, "answer": answer, "minutes": minutes }))
}

fn begun(line: &str) -> Desk {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-02T09:00:10");
    desk.ask("timer_begin", on("start", line));
    desk
}

#[test]
fn an_interruption_nests_returns_and_is_written_with_who_it_was() {
    let mut desk = Desk::set_up();
    let work = desk.activity(WORK);
    desk.at_time("2026-11-02T09:00:10");
    desk.ask("timer_begin", with(on("start", "report for Oak"), "activity", work));
    desk.at_time("2026-11-02T09:20:40");
    desk.ask("timer_begin", on("interrupt", "Mrs Cook phone about taxis"));
    assert_eq!(running(&mut desk), ["report for Oak 20", "Mrs Cook phone about taxis 0"]);
    desk.at_time("2026-11-02T09:31:00");
    let stopped = desk.ask("timer_stop", json!({ "all": false }));
    assert_eq!(stopped["undo"], "Timer stopped, 1 entry written");
    assert_eq!(running(&mut desk), ["report for Oak 20"]);
    desk.at_time("2026-11-02T10:00:00");
    desk.ask("timer_stop", json!({ "all": true }));
    let all = [
        "Mon 09:00+20 extra: report for Oak",
        "Mon 09:20+11 interruption by Mrs Cook: Mrs Cook phone about taxis?",
        "Mon 09:31+29 extra: report for Oak",
    ];
    assert_eq!(written(&mut desk, "2026-11-02"), all);
    assert_eq!(running(&mut desk), Vec::<String>::new());
    desk.ask("undo", json!({}));
    assert_eq!(written(&mut desk, "2026-11-02"), [all[1]], "the entries go");
    assert_eq!(running(&mut desk), Vec::<String>::new(), "and the timer stays stopped");
    desk.ask("redo", json!({}));
    assert_eq!(written(&mut desk, "2026-11-02"), all);
}

#[test]
fn an_interrupted_interruption_counts_as_one() {
    let mut desk = begun("report");
    for (at, line) in [("09:10", "Mr Reed at the door"), ("09:15", "Mrs Cook phone")] {
        desk.at_time(&format!("2026-11-02T{at}:00"));
        desk.ask("timer_begin", on("interrupt", line));
    }
    for at in ["09:20", "09:30", "09:40"] {
        desk.at_time(&format!("2026-11-02T{at}:00"));
        desk.ask("timer_stop", json!({ "all": false }));
    }
    assert_eq!(written(&mut desk, "2026-11-02").len(), 5);
    let week = desk.ask("week", json!({ "date": "2026-11-02" }));
    let by: Vec<String> = week["story"]["interrupters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| format!("{} {}x {}", each["who"].as_str().unwrap(), each["times"], each["figure"]["minutes"]))
        .collect();
    assert_eq!(by, ["Mr Reed 1x 15", "Mrs Cook 1x 5"]);
}

#[test]
fn a_switch_writes_what_it_ends_and_undo_leaves_what_runs() {
    let mut desk = begun("planning");
    assert_eq!(desk.refused("timer_begin", on("start", "more")), "timer.running");
    desk.at_time("2026-11-02T09:40:00");
    let switched = desk.ask("timer_begin", on("switch", "marking"));
    assert_eq!(switched["undo"], "Timer switched, 1 entry written");
    assert_eq!(written(&mut desk, "2026-11-02"), ["Mon 09:00+40 extra: planning?"]);
    desk.ask("undo", json!({}));
    assert_eq!(written(&mut desk, "2026-11-02"), Vec::<String>::new());
    assert_eq!(running(&mut desk), ["marking 0"]);
    desk.at_time("2026-11-02T09:50:00");
    desk.ask("timer_discard", json!({}));
    assert_eq!((running(&mut desk), written(&mut desk, "2026-11-02")), (vec![], vec![]));
    for (command, args) in
        [("timer_stop", json!({ "all": true })), ("timer_stop", json!({ "all": false })), ("timer_discard", json!({}))]
    {
        assert_eq!(desk.refused(command, args), "timer.not_running");
    }
    assert_eq!(desk.refused("timer_begin", on("interrupt", "phone")), "timer.not_running");
    assert_eq!(desk.refused("timer_begin", on("start", "  ")), "timer.empty");
    assert_eq!(desk.refused("timer_begin", on("start", &"x".repeat(1001))), "text.too_long");
    assert_eq!(running(&mut desk), Vec::<String>::new());
}

#[test]
fn a_planned_block_is_fulfilled_and_its_task_done() {
    let mut desk = Desk::set_up();
    let block = desk.lay("2026-11-02", 9 * 60, 60, "Review plan", WORK);
    let from_draft = with(on("start", ""), "block", block);
    desk.at_time("2026-11-02T08:10:00");
    desk.ask("timer_begin", from_draft.clone());
    desk.at_time("2026-11-02T08:20:00");
    desk.ask("timer_stop", json!({ "all": false }));
    // A plan that is not frozen is told nothing, and the time stands.
    assert_eq!(written(&mut desk, "2026-11-02"), ["Mon 08:10+10 extra: Review plan"]);
    let details = json!({
        "title": "chase report", "activity": desk.activity(WORK), "due": "2026-11-02", "estimate": 60, "pupil": null,
        "stake": "school", "consequence": "", "note": ""
    });
    let task = desk.ask("task_add", json!({ "template": null, "details": details }))["value"].clone();
    let laid = json!({ "task": task, "date": "2026-11-02", "start": 600, "minutes": 60 });
    desk.ask("task_plan", laid);
    desk.ask("week_freeze", json!({ "date": "2026-11-02" }));
    desk.at_time("2026-11-02T10:05:00");
    desk.ask("timer_begin", with(on("start", ""), "task", task.clone()));
    desk.at_time("2026-11-02T10:30:00");
    desk.ask("timer_begin", on("interrupt", "fire bell"));
    desk.at_time("2026-11-02T10:40:00");
    desk.ask("timer_stop", json!({ "all": false }));
    desk.at_time("2026-11-02T11:00:00");
    desk.ask("timer_stop", json!({ "all": false }));
    assert_eq!(
        written(&mut desk, "2026-11-02")[1..],
        [
            "Mon 10:05+25 changed: chase report",
            "Mon 10:30+10 interruption: fire bell?",
            "Mon 10:40+20 changed: chase report"
        ]
    );
    let task = desk.ask("task", json!({ "task": task }));
    assert_eq!(task["row"]["task"]["spent"], 45);
    assert_eq!(task["row"]["task"]["state"]["is"], "done");
    // At the minute it was planned for it went as planned.
    desk.at_time("2026-11-02T09:00:00");
    desk.ask("timer_begin", from_draft);
    desk.at_time("2026-11-02T10:00:00");
    desk.ask("timer_stop", json!({ "all": false }));
    assert_eq!(written(&mut desk, "2026-11-02")[1], "Mon 09:00+60 as_planned: Review plan");
}

#[test]
fn time_away_counts_nothing_until_somebody_says_what_it_was() {
    for (why, word) in [
        (LockReason::Idle, "idle"),
        (LockReason::Sleep, "sleep"),
        (LockReason::ScreenLocked, "lock"),
        (LockReason::Asked, "lock"),
    ] {
        for (was, entries) in [
            (json!({ "was": "this_work" }), vec!["Mon 09:00+240 extra: report?"]),
            (json!({ "was": "break" }), vec!["Mon 09:00+185 extra: report?", "Mon 12:50+10 extra: report?"]),
            (json!({ "was": "nothing" }), vec!["Mon 09:00+185 extra: report?", "Mon 12:50+10 extra: report?"]),
            (
                json!({ "was": "other", "line": "Mrs Cook phone about taxis" }),
                vec![
                    "Mon 09:00+185 extra: report?",
                    "Mon 12:05+45 interruption by Mrs Cook: Mrs Cook phone about taxis?",
                    "Mon 12:50+10 extra: report?",
                ],
            ),
        ] {
            let mut desk = begun("report");
            desk.at_time("2026-11-02T12:15:00");
            desk.away(why, "2026-11-02T12:05:30", "2026-11-02T12:50:00");
            assert_eq!(asked(&mut desk), [format!("{word} 02 12:05-02 12:50 of report")]);
            assert_eq!(running(&mut desk), ["report 185"]);
            answer(&mut desk, was, Value::Null);
            assert_eq!(asked(&mut desk), Vec::<String>::new());
            desk.at_time("2026-11-02T13:00:00");
            desk.ask("timer_stop", json!({ "all": true }));
            assert_eq!(written(&mut desk, "2026-11-02"), entries, "{word}");
        }
    }
}

#[test]
fn a_question_that_was_answered_or_is_answered_badly_changes_nothing() {
    let mut desk = begun("report");
    desk.at_time("2026-11-02T12:05:00");
    desk.away(LockReason::Asked, "2026-11-02T12:05:00", "2026-11-02T12:50:00");
    let ask = desk.ask("timer", json!({}))["asking"][0]["asked"].clone();
    let with = |answer: Value, minutes: Value| json!({ "asked": ask, "answer": answer, "minutes": minutes });
    let before = desk.ask("timer", json!({}));
    for (bad, code) in [
        (with(json!({ "was": "this_work" }), json!(46)), "timer.minutes"),
        (with(json!({ "was": "this_work" }), json!(0)), "timer.minutes"),
        (with(json!({ "was": "other", "line": " " }), Value::Null), "timer.empty"),
        (with(json!({ "was": "somewhere" }), Value::Null), "command.misread"),
    ] {
        assert_eq!(desk.refused("timer_answer", bad), code);
        assert_eq!(desk.ask("timer", json!({})), before);
    }
    desk.ask("timer_answer", with(json!({ "was": "nothing" }), Value::Null));
    assert_eq!(desk.refused("timer_answer", with(json!({ "was": "nothing" }), Value::Null)), "timer.answered");
}

#[test]
fn what_was_not_answered_before_the_stop_is_still_asked_after_it() {
    let mut desk = begun("report");
    desk.at_time("2026-11-02T12:05:00");
    desk.away(LockReason::Asked, "2026-11-02T12:05:00", "2026-11-02T12:50:00");
    desk.at_time("2026-11-02T13:00:00");
    desk.ask("timer_stop", json!({ "all": true }));
    desk.restart("2026-11-03T08:00:00");
    assert_eq!(asked(&mut desk), ["lock 02 12:05-02 12:50 of report"]);
    let kept = answer(&mut desk, json!({ "was": "this_work" }), Value::Null);
    assert_eq!(kept["undo"], "Time away, 1 entry written");
    assert_eq!(written(&mut desk, "2026-11-02")[1], "Mon 12:05+45 extra: report?");
    desk.ask("undo", json!({}));
    assert_eq!(written(&mut desk, "2026-11-02").len(), 2);
    assert_eq!(asked(&mut desk), Vec::<String>::new(), "what is undone is not asked again");
}

#[test]
fn it_goes_on_while_locked_closed_and_cut_off() {
    let mut desk = begun("report");
    desk.at_time("2026-11-02T09:30:00");
    desk.restart("2026-11-02T10:00:00");
    assert_eq!(asked(&mut desk), ["closed 02 09:30-02 10:00 of report"]);
    answer(&mut desk, json!({ "was": "nothing" }), Value::Null);
    desk.at_time("2026-11-02T10:20:00");
    desk.ask("capture", json!({ "line": "5m office", "minutes": null }));
    desk.cut_off("2026-11-02T11:00:00");
    assert_eq!(asked(&mut desk), ["closed 02 10:20-02 11:00 of report"], "she was seen last at twenty past");
    assert_eq!(running(&mut desk), ["report 50"]);
}

#[test]
fn a_timer_left_on_over_a_weekend_asks_and_writes_nothing_by_itself() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-06T16:00:00");
    desk.ask("timer_begin", on("start", "report"));
    // The computer never slept, and nothing locked it.
    desk.at_time("2026-11-09T08:00:00");
    desk.ask("timer_stop", json!({ "all": false }));
    assert_eq!(asked(&mut desk), ["long 06 16:00-09 08:00 of report"]);
    for week in ["2026-11-06", "2026-11-09"] {
        assert_eq!(written(&mut desk, week), Vec::<String>::new());
    }
    let first = desk.ask("timer", json!({}))["asking"][0]["asked"].clone();
    let whole = json!({ "asked": first, "answer": { "was": "this_work" }, "minutes": null });
    assert_eq!(desk.refused("timer_answer", whole), "timer.minutes");
    answer(&mut desk, json!({ "was": "this_work" }), json!(75));
    assert_eq!(written(&mut desk, "2026-11-06"), ["Fri 16:00+75 extra: report?"]);
}

#[test]
fn midnight_and_the_changes_of_the_clock() {
    for (from, to, minutes, ask, entries) in [
        ("2026-11-05T23:30", "2026-11-06T00:20", json!(null), Some("midnight"), vec!["Thu 23:30+30", "Fri 00:00+20"]),
        ("2026-11-05T23:30", "2026-11-06T00:00", json!(null), None, vec!["Thu 23:30+30"]),
        // 01:00 becomes 02:00, and 02:00 becomes 01:00.
        ("2027-03-28T00:30", "2027-03-28T02:30", json!(null), None, vec!["Sun 00:30+120"]),
        ("2027-10-31T00:30", "2027-10-31T01:30", json!(null), None, vec!["Sun 00:30+60"]),
        ("2027-10-31T01:40", "2027-10-31T01:10", json!(30), Some("clock_set_back"), vec!["Sun 01:40+30"]),
        ("2026-11-05T10:00", "2026-11-05T08:00", json!(15), Some("clock_set_back"), vec!["Thu 10:00+15"]),
    ] {
        let mut desk = Desk::set_up();
        desk.at_time(&format!("{from}:00"));
        desk.ask("timer_begin", on("start", "report"));
        desk.at_time(&format!("{to}:00"));
        desk.ask("timer_stop", json!({ "all": false }));
        assert_eq!(asked(&mut desk).first().map(|asked| asked.split(' ').next().unwrap().to_owned()).as_deref(), ask);
        if ask.is_some() {
            assert_eq!(written(&mut desk, &from[..10]), Vec::<String>::new(), "nothing is written before the answer");
            answer(&mut desk, json!({ "was": "this_work" }), minutes);
        }
        let expected: Vec<String> = entries.iter().map(|entry| format!("{entry} extra: report?")).collect();
        assert_eq!(written(&mut desk, &from[..10]), expected, "{from} to {to}");
    }
}

#[test]
fn a_daybook_nobody_touched_asks_when_somebody_does() {
    let mut desk = begun("report");
    desk.at_time("2026-11-02T10:00:00");
    let view = desk.ask("timer_untouched", json!({ "minutes": 25 }));
    assert_eq!(view["layers"][0]["minutes"], 35);
    assert_eq!(asked(&mut desk), ["idle 02 09:35-02 10:00 of report"]);
    desk.ask("timer_discard", json!({}));
    desk.ask("timer_untouched", json!({ "minutes": 4_000_000_000_u32 }));
    assert_eq!(running(&mut desk), Vec::<String>::new());
}

#[test]
fn a_week_closes_only_once_the_timers_time_of_it_is_written_down() {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-06T15:00:00");
    desk.ask("timer_begin", on("start", "report"));
    desk.at_time("2026-11-06T15:30:00");
    let (block, week) = (desk.lay("2026-11-06", 9 * 60, 60, "Review plan", WORK), json!({ "date": "2026-11-06" }));
    desk.ask("week_freeze", week.clone());
    desk.ask("block_as_planned", json!({ "block": block }));
    assert_eq!(desk.refused("week_close", week.clone()), "week.timer_runs");
    desk.ask("timer_stop", json!({ "all": false }));
    assert_ne!(desk.refused("week_close", week), "week.timer_runs");
}

#[test]
fn what_was_taken_away_meanwhile_holds_nobody_up() {
    let mut desk = Desk::set_up();
    let task = desk.ask("task_quick", json!({ "line": "chase report", "pupil": null }))["value"].clone();
    let block = desk.lay("2026-11-02", 9 * 60, 60, "Review plan", WORK);
    desk.ask("timer_begin", with(with(on("start", "report"), "task", task.clone()), "block", block));
    desk.ask("task_remove", json!({ "task": task }));
    desk.ask("block_remove", json!({ "block": block }));
    desk.at_time("2026-11-02T08:30:00");
    desk.ask("timer_stop", json!({ "all": false }));
    assert_eq!(written(&mut desk, "2026-11-02"), ["Mon 08:00+30 extra: report"]);
}

#[test]
fn before_there_is_a_school_there_is_no_timer() {
    let mut desk = Desk::at("2026-11-02T08:00:00");
    assert_eq!(desk.refused("timer", json!({})), "session.closed");
    let within = desk.dir().to_owned();
    desk.ask("vault_create", json!({ "within": within, "name": "My daybook", "passphrase": WORDS }));
    assert_eq!(desk.ask("timer", json!({}))["layers"], json!([]));
    assert_eq!(desk.refused("timer_begin", on("start", "report")), "school.missing");
}

#[test]
fn its_entries_tell_their_history_as_others_do() {
    let mut desk = Desk::set_up();
    let work = desk.activity(WORK);
    desk.ask("timer_begin", with(on("start", "report"), "activity", work));
    desk.at_time("2026-11-02T08:30:00");
    desk.ask("timer_stop", json!({ "all": false }));
    let timed = desk.ask("week", json!({ "date": "2026-11-02" }))["entries"][0]["id"].clone();
    let typed = entry("2026-11-02", Some(480), 30, "report", work, "extra");
    let typed = desk.ask("entry_add", json!({ "details": typed }))["value"].clone();
    let mut told = |entry: &Value| {
        let lines = desk.ask("history", json!({ "noun": "entry", "id": entry }));
        lines.as_array().unwrap().iter().map(|line| line["sentence"].clone()).collect::<Vec<_>>()
    };
    let (timed, typed) = (told(&timed), told(&typed));
    assert!(!timed.is_empty() && timed == typed, "{timed:?} {typed:?}");
}
