//! Dates out to other calendars, and meetings of other calendars in as suggestions.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, entry};
use serde_json::{Value, json};
use std::path::PathBuf;

const MONDAY: &str = "2026-11-02";

/// A calendar file with these events: when each begins and ends, in London, and what it is called.
fn file(desk: &Desk, events: &[(&str, &str, &str)]) -> PathBuf {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (at, (begins, ends, title)) in events.iter().enumerate() {
        text += &format!(
            "BEGIN:VEVENT\r\nUID:{at}@example\r\nDTSTART;TZID=Europe/London:{begins}\r\nDTEND;TZID=Europe/London:{ends}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        );
    }
    let path = desk.dir().join("meetings.ics");
    std::fs::write(&path, text + "END:VCALENDAR\r\n").unwrap();
    path
}

fn read(desk: &mut Desk, path: &PathBuf) -> Value {
    desk.ask("meetings_read", json!({ "date": "2026-11-04", "path": path }))
}

/// What was suggested, as it is asked to be taken.
fn asked(suggested: &[Value]) -> Vec<Value> {
    let one = |meeting: &Value| {
        let fields = ["date", "start", "minutes", "title", "block"];
        Value::Object(fields.iter().map(|field| ((*field).to_owned(), meeting[field].clone())).collect())
    };
    suggested.iter().map(one).collect()
}

fn take(desk: &mut Desk, meetings: &[Value], activity: i64) -> Value {
    desk.ask("meetings_take", json!({ "date": MONDAY, "meetings": asked(meetings), "activity": activity }))
}

fn add_pupil(desk: &mut Desk) -> String {
    let details = json!({
        "surname": "Okafor", "forename": "Maisie", "preferred": "", "pronunciation": "", "born": "2018-05-04", "upn": "",
        "admission": "", "year_override": null, "class": "3A", "on_roll_from": null, "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false },
        "own_flags": [],
    });
    let id = desk.ask("pupil_add", json!({ "details": details }))["value"].clone();
    desk.ask("pupil", json!({ "pupil": id }))["case_code"].as_str().unwrap().to_owned()
}

fn add_task(desk: &mut Desk, title: &str, due: &str, pupil: Value) {
    let details = json!({
        "title": title, "activity": 1, "due": due, "estimate": 60, "pupil": pupil, "stake": "school", "consequence": "",
        "note": "",
    });
    desk.ask("task_add", json!({ "template": null, "details": details }));
}

fn out(desk: &Desk, what: [bool; 3], names: bool) -> Value {
    let [tasks, reviews, blocks] = what;
    let path = desk.dir().join("dates.ics");
    json!({ "tasks": tasks, "reviews": reviews, "blocks": blocks, "from": MONDAY, "to": "2026-11-13", "names": names, "path": path })
}

#[test]
fn meetings_are_laid_on_a_plan_only_when_they_are_ticked_and_all_in_one_step() {
    let mut desk = Desk::set_up();
    desk.lay(MONDAY, 540, 60, "Reviews", "Annual reviews");
    let path = file(
        &desk,
        &[
            ("20261102T093000", "20261102T101500", "TAC meeting"),
            ("20261104T140000", "20261104T150000", "Governors"),
            ("20261109T140000", "20261109T150000", "Another week"),
            ("20261105T233000", "20261106T003000", "Over midnight"),
        ],
    );
    let view = read(&mut desk, &path);
    assert_eq!((&view["becomes"], &view["there"], &view["activity"]), (&json!("blocks"), &json!(0), &Value::Null));
    let meetings = view["meetings"].as_array().unwrap().clone();
    let told: Vec<_> = meetings.iter().map(|one| (&one["title"], &one["overlaps"], &one["not_taken"])).collect();
    assert_eq!(
        json!(told),
        json!([["TAC meeting", true, null], ["Governors", false, null], ["Over midnight", false, "past_midnight"]])
    );
    let plan = |desk: &mut Desk| desk.ask("week", json!({ "date": MONDAY }))["blocks"].as_array().unwrap().len();
    assert_eq!(plan(&mut desk), 1, "nothing is laid by reading");
    let activity = desk.activity("Meetings with parents");
    let done = take(&mut desk, &meetings[..2], activity);
    assert_eq!((&done["value"], &done["undo"]), (&json!(2), &json!("2 meetings laid on the plan")));
    assert_eq!(plan(&mut desk), 3);

    // Read again, they are on the week already, and the kind of work is remembered.
    let again = read(&mut desk, &path);
    assert_eq!((&again["there"], &again["activity"]), (&json!(2), &json!(activity)));
    desk.ask("undo", json!({}));
    assert_eq!(plan(&mut desk), 1);

    let all = json!({ "date": MONDAY, "meetings": asked(&meetings), "activity": activity });
    assert_eq!(desk.refused("meetings_take", all), "time.past_midnight");
    assert_eq!(plan(&mut desk), 1, "all or none");
}

#[test]
fn beside_a_frozen_plan_a_meeting_was_a_planned_block_or_it_came_on_top() {
    let mut desk = Desk::set_up();
    let review = desk.lay(MONDAY, 540, 60, "Reviews", "Annual reviews");
    let email = desk.lay("2026-11-03", 540, 60, "Email", "Email and messages");
    desk.ask("week_freeze", json!({ "date": MONDAY }));
    desk.at_time("2026-11-03T17:00:00");
    let path = file(
        &desk,
        &[
            ("20261102T090000", "20261102T100000", "Annual review"),
            ("20261103T090500", "20261103T095000", "Inbox"),
            ("20261103T140000", "20261103T143000", "Head"),
            ("20261105T140000", "20261105T150000", "Still to come"),
        ],
    );
    let view = read(&mut desk, &path);
    assert_eq!(view["becomes"], "entries");
    let meetings = view["meetings"].as_array().unwrap().clone();
    let told: Vec<_> = meetings.iter().map(|one| (&one["block"], &one["not_taken"])).collect();
    assert_eq!(json!(told), json!([[review, null], [email, null], [null, null], [null, "ahead"]]));
    let activity = desk.activity("Meetings with parents");
    take(&mut desk, &meetings[..3], activity);
    let week = desk.ask("week", json!({ "date": MONDAY }));
    let entries = week["entries"].as_array().unwrap();
    let kinds: Vec<_> = entries.iter().map(|one| (&one["kind"], &one["block"], &one["activity"])).collect();
    let (reviews, inbox) = (desk.activity("Annual reviews"), desk.activity("Email and messages"));
    assert_eq!(
        json!(kinds),
        json!([["as_planned", review, reviews], ["changed", email, inbox], ["extra", null, activity]])
    );
    let ahead = json!({ "date": MONDAY, "meetings": asked(&meetings[3..]), "activity": activity });
    assert_eq!(desk.refused("meetings_take", ahead), "entry.future");
    assert_eq!(read(&mut desk, &path)["there"], 3);
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("week", json!({ "date": MONDAY }))["entries"], json!([]));
}

#[test]
fn a_file_that_is_no_calendar_is_refused_in_a_sentence() {
    let mut desk = Desk::set_up();
    let path = desk.dir().join("not.ics");
    let ask = json!({ "date": MONDAY, "path": path });
    assert_eq!(desk.refused("meetings_read", ask.clone()), "ics.unreadable");
    for bytes in [b"".as_slice(), b"BEGIN:NOTHING", &[0xff, 0xfe, 0, 1, 2]] {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(desk.refused("meetings_read", ask.clone()), "ics.not_a_calendar", "{bytes:?}");
    }
    let activity = desk.activity("Email and messages");
    let none = json!({ "date": MONDAY, "meetings": [], "activity": activity });
    assert_eq!(desk.refused("meetings_take", none), "meetings.none");
    let other = json!([{ "date": "2026-11-09", "start": 540, "minutes": 60, "title": "x", "block": null }]);
    let other = json!({ "date": MONDAY, "meetings": other, "activity": activity });
    assert_eq!(desk.refused("meetings_take", other), "meetings.other_week");
}

#[test]
fn a_week_that_has_passed_takes_entries_and_a_closed_one_nothing() {
    let mut desk = Desk::set_up();
    let path = file(&desk, &[("20261104T140000", "20261104T150000", "Governors")]);
    desk.at_time("2026-11-16T09:00:00");
    let view = read(&mut desk, &path);
    assert_eq!((&view["becomes"], &view["meetings"][0]["not_taken"]), (&json!("entries"), &Value::Null));
    desk.lay(MONDAY, 540, 60, "Reviews", "Annual reviews");
    desk.ask("week_freeze", json!({ "date": MONDAY }));
    desk.ask("entry_add", json!({ "details": entry("2026-11-04", Some(840), 60, "Governors", 1, "extra") }));
    assert_eq!(read(&mut desk, &path)["there"], 1);
}

#[test]
fn dates_leave_with_case_codes_unless_names_are_asked_for() {
    let mut desk = Desk::set_up();
    let code = add_pupil(&mut desk);
    add_task(&mut desk, "Ring Maisie’s mum, then write; twice", "2026-11-05", Value::Null);
    add_task(&mut desk, "Review plan", "2026-11-06", json!(1));
    add_task(&mut desk, "Long after", "2027-03-01", Value::Null);
    let block = desk.lay("2026-11-03", 540, 50, "Observe Okafor", "Observing and assessing");
    let cycle = json!({
        "from": "2026-11-02", "review_on": "2026-11-11", "assess": "", "child_views": "", "family_views": "", "doing": "",
        "outcomes": [{ "id": null, "text": "Reads", "area": "communication", "success": "", "progress": "", "came": "" }],
        "strategies": [],
    });
    let form = json!({ "kind": "support", "title": "", "cycle": cycle });
    desk.ask("plan_add", json!({ "pupil": 1, "form": form }));
    let ask = out(&desk, [true, true, true], false);
    let saved = desk.ask("calendar_file_save", ask.clone());
    let unfolded = |path: &str| std::fs::read_to_string(path).unwrap().replace("\r\n ", "");
    let text = unfolded(saved["path"].as_str().unwrap());
    for (leaks, word) in [(false, "Maisie"), (false, "Okafor"), (true, code.as_str()), (false, "Long after")] {
        assert_eq!(text.contains(word), leaks, "{word} in {text}");
    }
    assert!(text.contains(&format!("SUMMARY:Due: Ring {code}’s mum\\, then write\\; twice")), "{text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20261111") && text.contains("SUMMARY:Review by today: "), "{text}");
    assert!(text.contains("DTSTART:20261103T090000Z") && text.contains(&format!("UID:block-{block}@")), "{text}");
    let log = desk.ask("activity_log", json!({}));
    let said = log[0]["sentence"].as_str().unwrap();
    assert!(
        said.starts_with("Saved as a file outside the daybook: a calendar of") && said.contains("case codes"),
        "{said}"
    );

    let named = desk.ask("calendar_file_save", out(&desk, [true, false, true], true));
    let text = unfolded(named["path"].as_str().unwrap());
    assert!(text.contains("Due: Review plan (Maisie Okafor)") && text.contains("Observe Okafor"), "{text}");

    // Read back by the app's own reader, a block comes on the same minute and as long.
    let mut other = Desk::set_up();
    let view = other.ask("meetings_read", json!({ "date": MONDAY, "path": named["path"] }));
    let back = view["meetings"].as_array().unwrap();
    let block = back.iter().find(|one| one["start"] == json!(540)).unwrap();
    assert_eq!(
        (&block["date"], &block["minutes"], &block["title"]),
        (&json!("2026-11-03"), &json!(50), &json!("Observe Okafor"))
    );
    assert_eq!(back.iter().filter(|one| one["not_taken"] == "no_time").count(), 2, "tasks take the whole day");
}

#[test]
fn nothing_is_saved_where_there_is_nothing_to_save() {
    let mut desk = Desk::set_up();
    let nothing = out(&desk, [false, false, false], false);
    assert_eq!(desk.refused("calendar_file_save", nothing), "calendar_file.nothing_chosen");
    let empty = out(&desk, [true, true, true], false);
    assert_eq!(desk.refused("calendar_file_save", empty.clone()), "calendar_file.empty");
    let mut backwards = empty.clone();
    backwards["to"] = json!("2026-11-01");
    assert_eq!(desk.refused("calendar_file_save", backwards), "calendar_file.range");
    desk.lay(MONDAY, 540, 60, "Reviews", "Annual reviews");
    let mut nowhere = empty;
    nowhere["path"] = json!(desk.dir().join("no such folder").join("dates.ics"));
    assert_eq!(desk.refused("calendar_file_save", nowhere), "file.unwritable");
    assert!(!desk.dir().join("dates.ics").exists());
}
