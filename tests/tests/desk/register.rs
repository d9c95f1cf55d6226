//! A desk with a roll, and short ways to its records.

use super::{Desk, fixture, import};
use serde_json::{Value, json};

/// Everybody of a scope, as the list shows them.
pub fn roll(desk: &mut Desk, scope: &str) -> Vec<Value> {
    desk.ask("register", json!({ "query": { "scope": scope } }))["rows"].as_array().unwrap().clone()
}

/// What the activity log says, the newest first.
pub fn sentences(desk: &mut Desk) -> Vec<String> {
    let lines = desk.ask("activity_log", json!({}));
    lines.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap().to_owned()).collect()
}

/// A daybook with a roll, one child of which has a history.
pub fn with_roll() -> Desk {
    let mut desk = Desk::set_up();
    import(&mut desk, &fixture("primary-roll.csv"));
    desk.ask("status_set", json!({ "pupil": 1, "code": "K", "from": "2025-09-01", "reason": "seen by the EP: twice" }));
    desk.ask("status_set", json!({ "pupil": 1, "code": "E", "from": "2026-10-01", "reason": "" }));
    desk.ask("needs_set", json!({ "pupil": 1, "codes": ["ASD", "SLCN"], "from": "2025-09-01" }));
    desk.ask("needs_set", json!({ "pupil": 1, "codes": ["SLCN", "ASD"], "from": "2026-10-01" }));
    let mut details = desk.ask("pupil", json!({ "pupil": 1 }));
    details["note"] = json!("Likes trains.\n\nAsk his nan.");
    details["on_roll_from"] = json!("2022-09-05");
    save(&mut desk, 1, &details);
    desk
}

/// Keeps a pupil's details, whatever else the record holds.
pub fn save(desk: &mut Desk, pupil: i64, record: &Value) {
    let mut details = record.clone();
    for field in ["id", "case_code", "statuses", "needs", "notices"] {
        details.as_object_mut().unwrap().remove(field);
    }
    desk.ask("pupil_save", json!({ "pupil": pupil, "details": details }));
}

/// Something put on for a child, given by these.
pub fn provision(name: &str, staff: &str) -> Value {
    json!({
        "intervention": name, "area": "", "plan": null, "staff": staff, "group_name": "", "group_size": 1, "sessions": 1,
        "every_weeks": 1, "minutes": 20, "from": "2026-09-07", "weeks": 10, "to": null, "pence": null, "measure": "",
        "entry": "", "exit": "", "impact": ""
    })
}
