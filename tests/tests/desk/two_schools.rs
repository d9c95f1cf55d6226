//! Two schools in one daybook with the same kept for each, and every write that names some of it.

use super::register::provision;
use super::{Desk, calendar, entry, hours};
use serde_json::{Map, Value, json};

const DAY: &str = "2026-11-03";

/// In a week whose plan is not frozen.
const LATER: &str = "2026-11-10";

fn child(surname: &str) -> Value {
    json!({
        "surname": surname, "forename": "Bea", "preferred": "", "pronunciation": "", "born": "2018-05-04", "upn": "",
        "admission": "", "year_override": null, "class": "3A", "on_roll_from": null, "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false },
        "own_flags": [],
    })
}

fn plan(review_on: &str) -> Value {
    json!({ "kind": "support", "title": "", "cycle": {
        "from": "2026-09-07", "review_on": review_on, "assess": "", "child_views": "", "family_views": "", "doing": "",
        "outcomes": [{ "id": null, "text": "Asks", "area": "", "success": "", "progress": "", "came": "" }], "strategies": []
    } })
}

fn task(title: &str, pupil: Value) -> Value {
    json!({
        "title": title, "activity": 1, "due": DAY, "estimate": 60, "pupil": pupil, "stake": "school", "consequence": "",
        "note": "",
    })
}

fn line(title: &str, per: Value) -> Value {
    json!({
        "title": title, "frequency": "weekly", "estimate": 45, "basis": "own", "source": "", "activity": 1, "per": per,
        "anchor": { "on": "weekday", "weekday": 3 }, "lead_days": 0, "in_holidays": false, "carries": true,
        "stake": "school", "consequence": "", "from": "2026-11-02",
    })
}

fn block(date: &str, start: u32, pupils: Value) -> Value {
    json!({ "date": date, "start": start, "minutes": 30, "title": "Other", "activity": 1, "place": "school", "pupils": pupils })
}

fn happened(pupils: Value, start: u32) -> Value {
    let mut details = entry(DAY, Some(start), 30, "Talk", 1, "extra");
    details["pupils"] = pupils;
    details
}

fn result(score: &str) -> Value {
    json!({ "date": "2026-10-01", "kind": "assessment", "name": "Reading", "score": score, "scale": "", "done_by": "", "note": "" })
}

fn set_up_school(desk: &mut Desk, surname: &str) -> Map<String, Value> {
    let mut ids = Map::new();
    let mut add = |desk: &mut Desk, what: &str, command: &str, args: Value| {
        let id = desk.ask(command, args)["value"].clone();
        ids.insert(what.to_owned(), id.clone());
        id
    };
    let pupil = add(desk, "pupil", "pupil_add", json!({ "details": child(surname) }));
    desk.ask("status_set", json!({ "pupil": pupil, "code": "K", "from": "2026-09-07", "reason": "" }));
    desk.ask("needs_set", json!({ "pupil": pupil, "codes": ["SLCN"], "from": "2026-09-07" }));
    add(desk, "flag", "flag_save", json!({ "flag": null, "details": { "name": "Forces", "retired": false } }));
    let kind = json!({ "name": "Forest plan", "review_weeks": 6, "retired": false });
    add(desk, "plan_kind", "plan_kind_save", json!({ "kind": null, "details": kind }));
    add(desk, "plan", "plan_add", json!({ "pupil": pupil, "form": plan("2026-12-07") }));
    add(desk, "provision", "provision_add", json!({ "pupil": pupil, "details": provision("Talk", "TA") }));
    add(desk, "assessment", "assessment_add", json!({ "pupil": pupil, "details": result("81") }));
    let file = desk.dir().join("report.txt");
    std::fs::write(&file, b"a report").unwrap();
    let details = json!({ "name": "Report", "date": "2026-10-01", "note": "" });
    add(desk, "document", "document_keep", json!({ "pupil": pupil, "details": details, "path": file }));
    let query = json!({ "scope": "roll" });
    add(desk, "view", "view_save", json!({ "name": "All", "query": query }));
    add(
        desk,
        "template",
        "template_save",
        json!({ "template": null, "details": line("Drills", json!({ "each": "school" })) }),
    );
    add(desk, "task", "task_add", json!({ "template": null, "details": task("Write", pupil.clone()) }));
    let laid = add(desk, "block", "block_add", json!({ "details": block(LATER, 700, json!([pupil])) }));
    let week = json!({ "date": LATER, "blocks": [laid], "name": "Usual", "replace": false });
    add(desk, "normal_week", "normal_week_keep", week);
    add(desk, "entry", "entry_add", json!({ "details": happened(json!([pupil]), 600) }));
    add(desk, "second_entry", "entry_add", json!({ "details": happened(json!([pupil]), 610) }));
    let said = add(desk, "said_block", "block_add", json!({ "details": block(DAY, 720, json!([])) }));
    add(desk, "frozen_block", "block_add", json!({ "details": block(DAY, 800, json!([])) }));
    desk.ask("week_freeze", json!({ "date": DAY }));
    desk.ask("block_not_done", json!({ "block": said, "why": "", "still_needed": true }));
    ids.insert("intervention".to_owned(), desk.ask("interventions", json!({}))[0]["id"].clone());
    ids
}

/// A daybook of two schools with the same kept for each; the second is in sight.
pub fn of_two() -> (Desk, Map<String, Value>, Map<String, Value>) {
    let mut desk = Desk::set_up();
    desk.at_time("2026-11-03T16:00:00");
    let theirs = set_up_school(&mut desk, "Okafor");
    let school = json!({ "name": "Hillside Infants", "senco": "A. Senco", "head": "" });
    desk.ask("school_add", json!({ "details": school }));
    desk.ask("calendar_save", json!({ "year": 2026, "calendar": calendar() }));
    desk.ask("hours_save", json!({ "hours": hours() }));
    let ours = set_up_school(&mut desk, "Silva");
    (desk, theirs, ours)
}

/// Every write that names something, with what belongs to the other school; what stands beside it is ours.
pub fn asked(desk: &Desk, of: &Map<String, Value>, ours: &Map<String, Value>) -> Vec<(&'static str, Value)> {
    let id = |what: &str| of[what].clone();
    let (pupil, plan_id, task_id, ours_pupil) = (id("pupil"), id("plan"), id("task"), ours["pupil"].clone());
    let path = |name: &str| desk.dir().join(name);
    let note = json!({ "name": "Letter", "date": "2026-10-02", "note": "" });
    let paper = |what: Value| json!({ "of": what, "names": true, "path": path("paper.pdf") });
    let list = json!({ "what": "list", "query": { "scope": "roll" }, "pupils": [pupil] });
    let printed = |what: Value| json!({ "of": what, "names": true });
    let begin = |task: Value, block: Value, pupils: Value| json!({ "how": "start", "line": "talk", "who": null, "activity": null, "task": task, "block": block, "pupils": pupils });
    let mut flagged = child("Silva");
    flagged["own_flags"] = json!([of["flag"]]);
    let mut of_their_plan = provision("Talk", "TA");
    of_their_plan["plan"] = plan_id.clone();
    let mut of_their_block = happened(json!([]), 660);
    of_their_block["block"] = id("frozen_block");
    of_their_block["kind"] = json!("as_planned");
    let review = json!({ "reviewed_on": DAY, "review": "", "outcomes": [{ "outcome": of["plan"], "progress": "met", "came": "" }], "next": { "then": "ends", "why": "" } });
    let meeting = json!({ "date": DAY, "start": 800, "minutes": 30, "title": "TAC", "block": of["frozen_block"] });
    let piece = |title: &str| json!({ "title": title, "estimate": 30, "due": null });
    let class = json!({ "what": "class", "class": "9Z" });
    let flag = json!({ "what": "own_flag", "flag": of["flag"], "on": true });
    vec![
        ("view_save", json!({ "name": "Theirs", "query": { "scope": "roll", "own_flags": [of["flag"]] } })),
        ("view_remove", json!({ "view": of["view"] })),
        ("view_choose", json!({ "view": of["view"] })),
        ("pupils_set", json!({ "pupils": [pupil], "change": class })),
        ("pupils_set", json!({ "pupils": [ours_pupil], "change": flag })),
        ("paper_save", paper(list.clone())),
        ("paper_save", paper(json!({ "what": "plan", "plan": plan_id }))),
        ("paper_save", paper(json!({ "what": "profile", "pupil": pupil }))),
        ("paper_printed", printed(list)),
        ("paper_printed", printed(json!({ "what": "plan", "plan": plan_id }))),
        ("pupil_add", json!({ "details": flagged })),
        ("pupil_save", json!({ "pupil": ours_pupil, "details": flagged })),
        ("pupil_save", json!({ "pupil": pupil, "details": child("Renamed") })),
        ("status_set", json!({ "pupil": pupil, "code": "E", "from": DAY, "reason": "" })),
        ("needs_set", json!({ "pupil": pupil, "codes": ["ASD"], "from": DAY })),
        ("status_remove", json!({ "pupil": pupil, "status": 1 })),
        ("status_save", json!({ "pupil": pupil, "status": 1, "code": "K", "from": "2026-09-14", "reason": "" })),
        ("need_save", json!({ "pupil": pupil, "need": 1, "from": "2026-09-14" })),
        ("need_remove", json!({ "pupil": pupil, "need": 1 })),
        ("flag_save", json!({ "flag": of["flag"], "details": { "name": "Else", "retired": true } })),
        (
            "plan_kind_save",
            json!({ "kind": of["plan_kind"], "details": { "name": "Else", "review_weeks": 3, "retired": false } }),
        ),
        ("plan_add", json!({ "pupil": pupil, "form": plan("2026-12-14") })),
        ("plan_save", json!({ "plan": plan_id, "form": plan("2026-12-14") })),
        ("plan_review", json!({ "plan": plan_id, "review": review })),
        ("plan_end", json!({ "plan": plan_id, "on": DAY, "why": "" })),
        ("plan_remove", json!({ "plan": plan_id })),
        (
            "intervention_save",
            json!({ "intervention": of["intervention"], "details": { "name": "Else", "area": "", "retired": false } }),
        ),
        ("provision_add", json!({ "pupil": pupil, "details": provision("Talk", "TA") })),
        ("provision_add", json!({ "pupil": ours_pupil, "details": of_their_plan })),
        ("provision_save", json!({ "provision": of["provision"], "details": provision("Talk", "Else") })),
        ("provision_end", json!({ "provision": of["provision"], "on": DAY, "exit": "", "impact": "" })),
        ("provision_remove", json!({ "provision": of["provision"] })),
        (
            "profile_save",
            json!({ "pupil": pupil, "profile": { "admire": "Kind", "important": "", "support": "", "hopes": "", "works": "", "avoid": "", "ask": "", "agreed_on": null } }),
        ),
        ("assessment_add", json!({ "pupil": pupil, "details": result("82") })),
        ("assessment_save", json!({ "assessment": of["assessment"], "details": result("83") })),
        ("assessment_remove", json!({ "assessment": of["assessment"] })),
        ("document_link", json!({ "pupil": pupil, "details": note, "link": "S:\\letter.docx" })),
        ("document_keep", json!({ "pupil": pupil, "details": note, "path": path("report.txt") })),
        ("document_save", json!({ "document": of["document"], "details": note })),
        ("document_save_as", json!({ "document": of["document"], "path": path("paper.pdf") })),
        ("document_remove", json!({ "document": of["document"] })),
        ("register_export", json!({ "pupils": [pupil], "format": "csv", "path": path("paper.pdf") })),
        ("child_file", json!({ "pupil": pupil, "folder": desk.dir() })),
        ("child_erase", json!({ "pupil": pupil, "confirm": "C-0001", "delete_copies": false, "kept": [] })),
        ("normal_week_keep", json!({ "date": LATER, "blocks": [of["block"]], "name": "Theirs", "replace": false })),
        ("normal_week_lay", json!({ "week": of["normal_week"], "date": "2026-11-17" })),
        ("normal_week_rename", json!({ "week": of["normal_week"], "name": "Else" })),
        ("normal_week_remove", json!({ "week": of["normal_week"] })),
        ("meetings_take", json!({ "date": DAY, "meetings": [meeting], "activity": 1 })),
        ("block_add", json!({ "details": block(LATER, 700, json!([pupil])) })),
        ("block_save", json!({ "block": of["block"], "details": block(LATER, 720, json!([])) })),
        ("block_remove", json!({ "block": of["block"] })),
        ("block_as_planned", json!({ "block": of["frozen_block"] })),
        ("block_not_done", json!({ "block": of["frozen_block"], "why": "", "still_needed": true })),
        ("block_reopen", json!({ "block": of["said_block"] })),
        ("capture", json!({ "line": "10m door", "minutes": null, "pupils": [pupil] })),
        ("capture", json!({ "line": "10m door", "minutes": null, "displaced": of["frozen_block"] })),
        ("timer_begin", begin(task_id.clone(), Value::Null, Value::Null)),
        ("timer_begin", begin(Value::Null, id("block"), Value::Null)),
        ("timer_begin", begin(Value::Null, Value::Null, json!([pupil]))),
        ("entry_add", json!({ "details": happened(json!([pupil]), 660) })),
        ("entry_add", json!({ "details": of_their_block })),
        ("entry_save", json!({ "entry": of["entry"], "details": happened(json!([]), 660) })),
        ("entry_remove", json!({ "entry": of["entry"] })),
        ("overlap_settle", json!({ "keep": of["entry"], "trim": of["second_entry"] })),
        ("template_save", json!({ "template": of["template"], "details": line("Else", json!({ "each": "school" })) })),
        (
            "template_save",
            json!({ "template": null, "details": line("For one", json!({ "each": "pupil", "pupil": pupil })) }),
        ),
        ("template_retire", json!({ "template": of["template"], "retired": true })),
        ("task_add", json!({ "template": null, "details": task("Write", pupil.clone()) })),
        ("task_add", json!({ "template": of["template"], "details": task("Write", Value::Null) })),
        ("task_quick", json!({ "line": "review plan 40m fri", "pupil": pupil })),
        ("task_save", json!({ "task": task_id, "details": task("Else", Value::Null) })),
        ("tasks_set_state", json!({ "tasks": [task_id], "state": { "is": "not_done", "why": "" } })),
        ("tasks_move", json!({ "tasks": [task_id], "due": "2026-11-20" })),
        ("task_split", json!({ "task": task_id, "pieces": [piece("One"), piece("Two")] })),
        ("task_remove", json!({ "task": task_id })),
        ("task_plan", json!({ "task": task_id, "date": LATER, "start": 800, "minutes": 30 })),
        ("entry_task", json!({ "entry": of["entry"], "task": ours["task"] })),
        ("entry_task", json!({ "entry": ours["entry"], "task": task_id })),
    ]
}
