//! What is read of a child's rows: all of them, in words.

use super::third::ThirdParties;
use super::{Held, record};
use daybook_domain::ids::PupilId;
use daybook_domain::names::NameScan;
use daybook_domain::pupil::Pupil;
use daybook_store::Sheet;
use serde_json::{Value, json};
use std::sync::Arc;

/// A sheet of rows that hold a word of their own in each text that is not given.
fn sheet(table: &str, rows: Value, texts: &[&str]) -> Sheet {
    let rows: Vec<Value> = rows.as_array().unwrap().clone();
    let given = rows[0].as_object().unwrap().keys().cloned();
    let columns: Vec<String> = given.chain(texts.iter().map(|text| (*text).to_owned())).collect();
    let cell = |row: &Value, at: usize, column: &String| match row.get(column) {
        Some(cell) => cell.clone(),
        None => json!(format!("word-{table}-{column}-{at}")),
    };
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(at, row)| columns.iter().map(|column| cell(row, at, column)).collect()).collect();
    Sheet { table: table.to_owned(), columns, rows }
}

fn held() -> Held {
    let details = json!({
        "surname": "Moss", "forename": "Ada", "preferred": "", "pronunciation": "", "born": "2018-02-01", "upn": "",
        "admission": "", "year_override": null, "class": "4A", "own_flags": [], "note": "", "on_roll_from": null,
        "on_roll_to": null,
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    });
    let pupil = Pupil {
        id: PupilId(1),
        case_code: "C-0001".to_owned(),
        details: serde_json::from_value(details).unwrap(),
        statuses: Vec::new(),
        needs: Vec::new(),
    };
    let one = |table, row: Value, texts: &[&str]| sheet(table, json!([row]), texts);
    let spell = json!({ "id": 1, "from_date": "2025-09-01", "to_date": "2026-02-03", "code": "K" });
    let need = json!({ "id": 1, "rank": 1, "from_date": "2025-09-01", "to_date": null, "code": "SLCN" });
    let plan = json!({ "id": 7, "kind": "support", "from_date": "2025-09-02", "to_date": null });
    let cycle = json!({ "id": 8, "plan_id": 7, "number": 2, "from_date": "2025-09-03", "review_on": "2025-12-04", "reviewed_on": "2025-12-05" });
    let outcomes = json!([{ "id": 9, "cycle_id": 8, "rank": 1, "area": "", "progress": "some" }, { "id": 10, "cycle_id": 8, "rank": 2, "area": "", "progress": "" }]);
    let strategies = json!([{ "id": 1, "cycle_id": 8, "outcome_id": 9, "rank": 1 }, { "id": 2, "cycle_id": 8, "outcome_id": null, "rank": 2 }]);
    let provision = json!({
        "id": 1, "intervention_id": 3, "plan_id": 7, "group_size": 4, "sessions": 2, "every_weeks": 1, "minutes": 25,
        "from_date": "2025-09-06", "weeks": 11, "to_date": null, "pence": 1250
    });
    let assessment = json!({ "id": 1, "date": "2025-10-07", "kind": "screening" });
    let document = json!({ "id": 1, "date": "2025-10-08", "hash": null, "bytes": 0 });
    let task = json!({
        "id": 1, "template_id": 2, "occurs": null, "activity_id": 4, "appeared": "2025-10-01", "due": "2025-10-09",
        "first_due": "2025-10-02", "estimate": 35, "carries": 1, "stake": "child", "state": "delegated", "percent": null,
        "delegated_until": "2025-10-10", "settled_on": null, "split_from_id": null
    });
    let unknown = json!({ "id": 1, "number": 77 });
    Held {
        pupil,
        school: "Northgate".to_owned(),
        sheets: vec![
            one(
                "pupil",
                json!({ "id": 1, "born": "2018-02-01", "pupil_premium": 1, "year_override": null }),
                &[
                    "surname",
                    "forename",
                    "preferred",
                    "pronunciation",
                    "upn",
                    "admission",
                    "class",
                    "note",
                    "case_code",
                ],
            ),
            one("status", spell, &["reason"]),
            one("need", need, &[]),
            one("support_plan", plan, &["title", "why_ended"]),
            one("cycle", cycle, &["assess", "child_views", "family_views", "doing", "review"]),
            sheet("outcome", outcomes, &["text", "success", "came"]),
            sheet("strategy", strategies, &["text", "who", "place", "how_often"]),
            one("provision", provision, &["staff", "group_name", "measure", "entry", "exit", "impact"]),
            one(
                "profile",
                json!({ "pupil_id": 1, "agreed_on": "2025-11-12" }),
                &["admire", "important", "support", "hopes", "works", "avoid", "ask"],
            ),
            one("assessment", assessment, &["name", "score", "scale", "done_by", "note"]),
            one("document", document, &["name", "note", "link"]),
            one("task", task, &["title", "consequence", "note", "delegated_to", "why"]),
            one("letter_home", unknown, &["said_so"]),
        ],
        entries: one(
            "entry",
            json!({ "id": 1, "date": "2026-01-14", "minutes": 95, "activity_id": 4 }),
            &["text", "interrupted_by"],
        ),
        lists: vec![one("intervention", json!({ "id": 3 }), &["name"]), one("activity", json!({ "id": 4 }), &["name"])],
        flags: Vec::new(),
        staff: Vec::new(),
        files: Vec::new(),
    }
}

#[test]
fn everything_of_the_record_is_told_and_told_in_words() {
    let held = held();
    let mut others = ThirdParties::new(Arc::new(NameScan::new(&[])), &[], "C-0001".to_owned());
    let page = format!("{:?}", record::record(&held, &mut others, "2026-11-02".parse().unwrap()));
    for sheet in held.sheets.iter().chain([&held.entries]) {
        for cell in sheet.rows.iter().flatten().filter_map(Value::as_str).filter(|text| text.starts_with("word-")) {
            assert!(page.contains(cell), "{cell} is left out");
        }
    }
    for words in [
        "SEN support (K)",
        "2 February 2026",
        "Main need",
        "Round 2 of assess, plan, do, review",
        "Reviewed on",
        "Outcome 1 of round 2",
        "Some progress. word-outcome-came-0",
        "Done for all outcomes of round 2",
        "2 sessions a week, 25 minutes each, 4 children in a session",
        "11 school weeks",
        "£12.50 a session",
        "(screening)",
        "12 November 2025",
        "1 h 35 min",
        "With somebody else",
        "35 minutes",
        "9 October 2025",
        "Pupil premium",
        "word-intervention-name-0",
        "77",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    for inner in ["Rank", "rank", " of 2\"", "The one there is", "outcome_id", "Cycle"] {
        assert!(!page.contains(inner), "{inner} in {page}");
    }
    assert_eq!(page.matches("Also on record").count(), 1, "what has no place of its own is told at the end");
    assert_eq!(page.matches("word-letter_home").count(), 1);
}

#[test]
fn what_has_its_place_is_told_once() {
    let mut held = held();
    held.sheets.retain(|sheet| sheet.table != "letter_home");
    let mut others = ThirdParties::new(Arc::new(NameScan::new(&[])), &[], "C-0001".to_owned());
    let page = format!("{:?}", record::record(&held, &mut others, "2026-11-02".parse().unwrap()));
    assert!(!page.contains("Also on record"), "{page}");
    assert_eq!(page.matches("word-strategy-text-0").count(), 1);
    // Who did something is somebody else.
    assert!(page.contains("[[word-strategy-who-0]]") && page.contains("[[word-provision-staff-0]]"), "{page}");
}
