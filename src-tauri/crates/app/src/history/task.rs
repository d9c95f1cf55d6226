//! What was done to tasks and to the catalogue they come from.

use super::fields::{Field, Say, changes, latest, text, whole};
use super::words::{Words, date, quoted};
use daybook_store::{Cells, RowChange};

const STAKES: &[(&str, &str)] =
    &[("law", "the law"), ("child", "a child"), ("family", "a family"), ("school", "the school")];

const FREQUENCIES: &[(&str, &str)] = &[
    ("daily", "daily"),
    ("weekly", "weekly"),
    ("half_termly", "half-termly"),
    ("termly", "termly"),
    ("yearly", "yearly"),
    ("ad_hoc", "ad hoc"),
];

const BASES: &[(&str, &str)] = &[
    ("published", "published by somebody"),
    ("proposed", "proposed by this app"),
    ("own", "her own"),
    ("measured", "measured here"),
];

const TASK: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("template_id", "", Say::Not),
    Field("occurs", "", Say::Not),
    Field("pupil_id", "Child", Say::Pupil),
    Field("title", "Title", Say::Text),
    Field("activity_id", "Kind of work", Say::Activity),
    Field("appeared", "", Say::Not),
    Field("due", "Day it is due", Say::Day),
    Field("first_due", "", Say::Not),
    Field("estimate", "Estimate", Say::Minutes),
    Field("carries", "Stays on the list after its day", Say::Flag),
    Field("stake", "Who is let down where it is not done", Say::One(STAKES)),
    Field("consequence", "What follows where it is not done", Say::Text),
    Field("note", "Note", Say::Text),
    // What became of it is told in one sentence.
    Field("state", "", Say::Not),
    Field("percent", "", Say::Not),
    Field("delegated_to", "", Say::Not),
    Field("delegated_until", "", Say::Not),
    Field("why", "", Say::Not),
    Field("settled_on", "", Say::Not),
    Field("split_from_id", "", Say::Not),
];

const TEMPLATE: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("title", "Title", Say::Text),
    Field("frequency", "How often", Say::One(FREQUENCIES)),
    Field("estimate", "Estimate", Say::Minutes),
    Field("basis", "Where the estimate is from", Say::One(BASES)),
    Field("source", "Source of the estimate", Say::Text),
    Field("activity_id", "Kind of work", Say::Activity),
    Field("per", "For whom", Say::Nothing),
    Field("per_status", "", Say::Not),
    Field("pupil_id", "Child", Say::Pupil),
    Field("anchor", "Its day", Say::Nothing),
    Field("lead_days", "Days before its day it appears", Say::Number),
    Field("in_holidays", "Falls due in holidays too", Say::Flag),
    Field("carries", "Stays on the list after its day", Say::Flag),
    Field("stake", "Who is let down where it is not done", Say::One(STAKES)),
    Field("consequence", "What follows where it is not done", Say::Text),
    Field("from_date", "First day", Say::Day),
    Field("retired", "Retired", Say::Flag),
];

pub(super) fn tell(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let mut said = Vec::new();
    for change in rows {
        match (change.table.as_str(), &change.before, &change.after) {
            ("task", None, Some(after)) => said.push(match text(after, "occurs") {
                "" => format!("Added: {}.", named(after)),
                day => format!("Came on the list for {}: {}.", date(day), named(after)),
            }),
            ("task", Some(before), None) => said.push(format!("Taken away: {}.", named(before))),
            ("task", Some(before), Some(after)) => {
                said.extend(became(before, after));
                said.extend(changes(TASK, before, after, words));
            }
            ("task_block", ..) => {
                let block = words.block(whole(latest(change), "block_id").unwrap_or_default());
                let laid = if change.after.is_some() { "Laid on the plan" } else { "No longer on the plan" };
                said.push(format!("{laid}: {block}."));
            }
            ("task_entry", ..) => said.push(match change.after {
                Some(_) => "Time was counted for it.".to_owned(),
                None => "Time is no longer counted for it.".to_owned(),
            }),
            _ => {}
        }
    }
    said
}

/// What a task is called among others.
pub(super) fn name(rows: &[&RowChange]) -> String {
    let task = rows.iter().find(|change| change.table == "task");
    task.map_or_else(|| "A task".to_owned(), |change| named(latest(change)))
}

pub(super) fn tell_catalogue(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let tell = |change: &&RowChange| match (&change.before, &change.after) {
        (None, Some(after)) => vec![format!("Line of the catalogue added: {}.", named(after))],
        (Some(before), None) => vec![format!("Line of the catalogue taken away: {}.", named(before))],
        (Some(before), Some(after)) => changes(TEMPLATE, before, after, words)
            .into_iter()
            .map(|sentence| format!("{}: {sentence}", named(after)))
            .collect(),
        (None, None) => Vec::new(),
    };
    rows.iter().flat_map(tell).collect()
}

fn named(cells: &Cells) -> String {
    match text(cells, "title").trim() {
        "" => "a task without a title".to_owned(),
        title => title.to_owned(),
    }
}

/// What became of a task, where that changed.
fn became(before: &Cells, after: &Cells) -> Option<String> {
    const COLUMNS: [&str; 5] = ["state", "percent", "delegated_to", "delegated_until", "why"];
    if COLUMNS.iter().all(|column| before.get(*column) == after.get(*column)) {
        return None;
    }
    let because = |sentence: &str| match text(after, "why").trim() {
        "" => format!("{sentence}."),
        why => format!("{sentence}, because {}.", quoted(why)),
    };
    Some(match text(after, "state") {
        "part" => format!("Done in part: {} of 100.", whole(after, "percent").unwrap_or_default()),
        "done" => "Done.".to_owned(),
        "delegated" => match text(after, "delegated_until") {
            "" => format!("Given to {}.", quoted(text(after, "delegated_to"))),
            until => format!("Given to {} until {}.", quoted(text(after, "delegated_to")), date(until)),
        },
        "dropped" => because("Dropped"),
        "not_done" => because("Not done, and still needed"),
        _ => "Open again.".to_owned(),
    })
}

#[cfg(test)]
pub(super) fn columns(table: &str) -> Vec<&'static str> {
    let fields = if table == "task" { TASK } else { TEMPLATE };
    fields.iter().map(|Field(column, ..)| *column).collect()
}
