//! A table of changes and what is said of them; and that nothing else is ever said.

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A change of a row of a table; null: no row.
pub(super) fn change(table: &str, row: i64, before: Value, after: Value) -> RowChange {
    let cells = |value: Value| if let Value::Object(cells) = value { Some(cells) } else { None };
    RowChange { table: table.to_owned(), row, before: cells(before), after: cells(after) }
}

fn words() -> Words {
    let named = |names: &[(i64, &str)]| names.iter().map(|(id, name)| (*id, (*name).to_owned())).collect();
    Words {
        activities: named(&[(1, "SEND review"), (2, "Phone calls")]),
        pupils: named(&[(4, "Zoë Nguyễn"), (5, "Ada Moss")]),
        blocks: named(&[(7, "Reviews on 2 November 2026")]),
        hours: [(3, "2026-09-01".parse().unwrap())].into(),
        flags: named(&[(2, "Forces family")]),
        interventions: named(&[(3, "Language group")]),
        plan_kinds: [("own-4".to_owned(), "Forest plan".to_owned())].into(),
    }
}

fn said(changes: &[RowChange]) -> Vec<String> {
    tell(changes, &words(), false)
}

#[track_caller]
pub(super) fn check(changes: &[RowChange], sentences: &[&str]) {
    assert_eq!(said(changes), sentences);
}

fn status(code: &str, from: &str, to: Value, reason: &str) -> Value {
    json!({ "id": 1, "pupil_id": 4, "code": code, "from_date": from, "to_date": to, "reason": reason })
}

fn need(code: &str, rank: u32, from: &str, to: Value) -> Value {
    json!({ "id": 1, "pupil_id": 4, "code": code, "rank": rank, "from_date": from, "to_date": to })
}

const NO: Value = Value::Null;

#[test]
fn provision() {
    let k = |to| status("K", "2026-01-05", to, "");
    let e = status("E", "2026-03-03", NO, "the plan was issued");
    check(&[change("status", 1, NO, k(NO))], &["SEN provision set to SEN support (K), from 5 January 2026."]);
    check(
        &[change("status", 1, k(NO), k(json!("2026-03-03"))), change("status", 2, NO, e.clone())],
        &[
            "SEN provision changed from SEN support (K) to Education, health and care plan (E), from 3 March 2026, because “the plan was issued”.",
        ],
    );
    check(
        &[change("status", 1, k(NO), k(json!("2026-03-03")))],
        &["SEN provision SEN support (K) ended; its last day is 2 March 2026."],
    );
    check(
        &[change("status", 2, e, NO), change("status", 1, k(json!("2026-03-03")), k(NO))],
        &[
            "SEN provision taken away: Education, health and care plan (E), from 3 March 2026.",
            "SEN provision SEN support (K) goes on; it ended on 2 March 2026 before.",
        ],
    );
    check(
        &[change("status", 1, k(NO), status("W", "2026-01-05", NO, ""))],
        &["SEN provision from 5 January 2026 corrected from SEN support (K) to Watch list (W)."],
    );
}

#[test]
fn needs() {
    let slcn = |rank, to| need("SLCN", rank, "2026-01-05", to);
    check(
        &[
            change("need", 1, slcn(1, NO), slcn(1, json!("2026-03-03"))),
            change("need", 2, NO, need("ASD", 1, "2026-03-03", NO)),
        ],
        &[
            "Need changed from Speech, language and communication needs (SLCN) to Autistic spectrum disorder (ASD), from 3 March 2026.",
        ],
    );
    check(
        &[
            change("need", 1, slcn(1, NO), slcn(1, json!("2026-03-03"))),
            change("need", 2, NO, need("ASD", 1, "2026-03-03", NO)),
            change("need", 3, NO, need("SLCN", 2, "2026-03-03", NO)),
        ],
        &[
            "Need added: Autistic spectrum disorder (ASD), the primary need, from 3 March 2026.",
            "Speech, language and communication needs (SLCN) is now need 2, not the primary need, from 3 March 2026.",
        ],
    );
    check(
        &[change("need", 1, slcn(2, NO), slcn(2, json!("2026-03-03")))],
        &["Need ended: Speech, language and communication needs (SLCN); its last day is 2 March 2026."],
    );
    check(
        &[change("need", 1, slcn(2, NO), NO)],
        &["Need taken away: Speech, language and communication needs (SLCN), from 5 January 2026."],
    );
}

#[test]
fn a_pupil_s_details() {
    let zoe = json!({ "id": 4, "case_code": "C-0004", "forename": "Zoë", "surname": "Nguyễn", "class": "", "eal": 0 });
    let moved =
        json!({ "id": 4, "case_code": "C-0004", "forename": "Zoë", "surname": "Nguyễn", "class": "Elm", "eal": 1 });
    check(&[change("pupil", 4, NO, zoe.clone())], &["Added to the roll: Zoë Nguyễn, C-0004."]);
    check(
        &[change("pupil", 4, zoe.clone(), moved.clone())],
        &["Class set to Elm.", "English as an additional language changed from no to yes."],
    );
    check(
        &[change("pupil", 4, moved, zoe)],
        &["Class taken away; it was Elm.", "English as an additional language changed from yes to no."],
    );
    let born = |day: &str, note: &str| json!({ "born": day, "note": note });
    check(
        &[change("pupil", 4, born("2018-03-04", "a\nb"), born("2018-04-03", &"long ".repeat(60)))],
        &[
            "Date of birth changed from 4 March 2018 to 3 April 2018.",
            &format!("Note changed from “a b” to “{}…”.", "long ".repeat(32).trim_end()),
        ],
    );
}

#[test]
fn blocks() {
    let block = |starts: u32, title: &str| json!({ "id": 7, "school_id": 1, "date": "2026-11-02", "starts": starts, "minutes": 60, "title": title, "activity_id": 1, "place": "school" });
    let pupil = |id: i64| json!({ "block_id": 7, "pupil_id": id });
    check(
        &[
            change("block", 7, NO, block(540, "Reviews")),
            change("block_pupil", 7, NO, pupil(4)),
            change("block_pupil", 7, NO, pupil(5)),
        ],
        &[
            "Planned for Monday 2 November 2026, 09:00, 60 minutes: “Reviews” (SEND review).",
            "Pupils named: Zoë Nguyễn and Ada Moss.",
        ],
    );
    check(&[change("block", 7, block(540, ""), block(570, ""))], &["Start changed from 09:00 to 09:30."]);
    let outcome = |state: &str, why: &str, needed: u32| json!({ "block_id": 7, "state": state, "why": why, "still_needed": needed });
    for (after, sentence) in [
        (outcome("as_planned", "", 0), "Marked as done as planned."),
        (outcome("changed", "", 0), "Marked as done with changes."),
        (outcome("not_done", "a child ran off", 1), "Marked as not done, because “a child ran off”; still needed."),
        (NO, "What became of it was taken back."),
    ] {
        check(&[change("block_outcome", 7, outcome("as_planned", "", 0), after)], &[sentence]);
    }
    let named = tell(&[change("block_pupil", 7, pupil(4), NO)], &words(), true);
    assert_eq!(named, ["Reviews on 2 November 2026: Pupils no longer named: Zoë Nguyễn."]);
}

#[test]
fn entries() {
    let entry = |minutes: u32, kind: &str, displaced: Value| {
        json!({ "id": 9, "date": "2026-11-02", "starts": 615, "minutes": minutes, "text": "A call from home", "activity_id": 2,
            "place": "school", "kind": kind, "block_id": null, "interrupted_by": null, "displaced_id": displaced, "private": 0, "provisional": 0 })
    };
    check(
        &[change("entry", 9, NO, entry(25, "interruption", NO))],
        &["Written down for Monday 2 November 2026, 10:15, 25 minutes: “A call from home” (Phone calls)."],
    );
    check(
        &[change("entry", 9, entry(25, "interruption", NO), entry(1, "extra", json!(7)))],
        &[
            "Length changed from 25 minutes to 1 minute.",
            "Kind changed from interruption to extra work.",
            "In place of set to Reviews on 2 November 2026.",
        ],
    );
    check(
        &[change("entry", 9, entry(25, "extra", NO), NO)],
        &["Taken away: “A call from home” (Phone calls), Monday 2 November 2026, 10:15, 25 minutes."],
    );
}

#[test]
fn weeks_breaks_and_the_school_s_time() {
    let week = |frozen: Value, closed: Value| json!({ "id": 1, "monday": "2026-11-02", "frozen_at": frozen, "closed_at": closed, "ground": closed });
    let then = json!("2026-11-02 08:00:00");
    check(
        &[change("week", 1, NO, week(NO, NO)), change("week", 1, week(NO, NO), week(then.clone(), NO))],
        &["The plan was frozen."],
    );
    check(&[change("week", 1, week(then.clone(), NO), week(then.clone(), then))], &["The week was closed."]);
    let lunch = json!({ "date": "2026-11-02", "name": "Lunch", "state": "part", "taken": 12, "why": "a fall" });
    check(
        &[change("break_mark", 1, NO, lunch.clone())],
        &["Lunch on Monday 2 November 2026: 12 minutes of it had, because “a fall”."],
    );
    check(
        &[change("break_mark", 1, lunch, NO)],
        &["Lunch on Monday 2 November 2026: what was said of it was taken back."],
    );
    let span = |part: &str, name: &str| json!({ "hours_id": 3, "weekday": 0, "part": part, "name": name, "starts": 540, "ends": 630 });
    check(
        &[change("hours_span", 1, span("teaching", ""), NO), change("hours_span", 2, NO, span("break", "Lunch"))],
        &[
            "Hours from 1 September 2026 changed: Monday lessons 09:00 to 10:30 taken away; Monday Lunch 09:00 to 10:30 added.",
        ],
    );
    let inset = json!({ "date": "2026-09-02", "kind": "inset", "name": "Training" });
    let term = json!({ "name": "Autumn 1", "first_day": "2026-09-02", "last_day": "2026-10-23" });
    check(
        &[change("day_off", 1, inset, NO), change("half_term", 1, NO, term)],
        &[
            "Taken away: INSET day on 2 September 2026 (Training).",
            "Added: half-term Autumn 1, 2 September 2026 to 23 October 2026.",
        ],
    );
    check(
        &[change("school", 1, json!({ "name": "A", "head": "" }), json!({ "name": "B", "head": "D. Pell" }))],
        &["Name of the school changed from A to B.", "Headteacher set to D. Pell."],
    );
    check(
        &[change("activity", 1, json!({ "retired": 0 }), json!({ "retired": 1 }))],
        &["No longer offered changed from no to yes."],
    );
}

#[test]
fn what_nobody_has_a_word_for_is_said_to_have_changed_and_no_more() {
    let row = |value: u32| json!({ "id": 4, "brand_new_column": value, "another_one": value });
    check(&[change("pupil", 4, row(1), row(2))], &["Another detail was changed."]);
    check(&[change("brand_new_table", 4, NO, row(2))], &["Something else was changed."]);
}

/// The tables of the file with their columns, read from the schema that is kept beside the store.
fn schema() -> Vec<(String, Vec<String>)> {
    let text = include_str!("../../../store/schema.sql");
    let tables = text.split("CREATE TABLE ").skip(1).map(|table| {
        let mut lines = table.lines();
        let name = lines.next().unwrap().trim_end_matches(" (").to_owned();
        let columns = lines.take_while(|line| line.starts_with("    ")).filter_map(|line| {
            let word = line.split_whitespace().next()?;
            (word.chars().all(|c| c.is_ascii_lowercase() || c == '_')).then(|| word.to_owned())
        });
        (name, columns.collect())
    });
    tables.filter(|(_, columns): &(String, Vec<String>)| !columns.is_empty()).collect()
}

#[test]
fn every_column_has_its_word() {
    let schema = schema();
    assert!(schema.len() > 20, "the schema was read");
    for (table, known) in [
        ("pupil", pupil::columns()),
        ("block", plan::columns("block")),
        ("entry", plan::columns("entry")),
        ("week", week::columns()),
        ("school", school::columns("school")),
        ("activity", school::columns("activity")),
        ("flag", school::columns("flag")),
        ("plan_kind", school::columns("plan_kind")),
        ("intervention", school::columns("intervention")),
        ("task", task::columns("task")),
        ("normal_week", normal_week::columns("normal_week")),
        ("normal_block", normal_week::columns("normal_block")),
        ("task_template", task::columns("task_template")),
    ]
    .into_iter()
    .chain(record::TABLES.iter().map(|(table, fields)| (*table, fields.iter().map(|field| field.0).collect())))
    {
        let (_, columns) = schema.iter().find(|(name, _)| name == table).unwrap();
        for column in columns {
            assert!(known.contains(&column.as_str()), "{table}.{column} has no word in its history");
        }
    }
}

/// A cell with anything in it.
fn cell() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        (0_i64..1500).prop_map(Value::from),
        "2026-[01][0-9]-[0-3][0-9]".prop_map(Value::from),
        "[A-Z]{1,4}".prop_map(Value::from),
        "\\PC{0,12}".prop_map(|text| Value::from(text.replace('_', " "))),
        any::<f64>().prop_map(Value::from),
    ]
}

proptest! {
    #[test]
    fn no_change_of_any_row_yields_the_name_of_a_column_or_a_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0_i64..6, any::<(bool, bool)>(),
            proptest::collection::vec((cell(), cell()), 24)), 1..8),
        named in any::<bool>(),
    ) {
        let schema = schema();
        let rows: Vec<RowChange> = changes.into_iter().map(|(table, row, (before, after), cells)| {
            let (table, columns) = table.get(&schema);
            let side = |present: bool, which: fn(&(Value, Value)) -> &Value| {
                let cells = columns.iter().zip(&cells).map(|(column, pair)| (column.clone(), which(pair).clone()));
                if present { Value::Object(cells.collect()) } else { Value::Null }
            };
            change(table, row, side(before, |pair| &pair.0), side(after, |pair| &pair.1))
        }).collect();
        for sentence in tell(&rows, &words(), named) {
            prop_assert!(!sentence.contains('_'), "{}", sentence);
            prop_assert!(sentence.ends_with('.'), "{}", sentence);
            for (table, columns) in &schema {
                for raw in columns.iter().chain([table]).filter(|name| name.contains('_')) {
                    prop_assert!(!sentence.contains(raw.as_str()), "{} in {}", raw, sentence);
                }
            }
        }
    }
}
