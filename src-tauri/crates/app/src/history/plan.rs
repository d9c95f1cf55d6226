//! What was done to blocks of the plan and to entries.

use super::fields::{Field, PLACES, Say, changes, latest, text, whole};
use super::words::{Words, clock, listed, quoted, weekday};
use daybook_domain::text::count;
use daybook_store::{Cells, RowChange};

const BLOCK: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("date", "Day", Say::Day),
    Field("starts", "Start", Say::Clock),
    Field("minutes", "Length", Say::Minutes),
    Field("title", "Title", Say::Text),
    Field("activity_id", "Kind of work", Say::Activity),
    Field("place", "Place", Say::One(PLACES)),
];

const KINDS: &[(&str, &str)] = &[
    ("as_planned", "as planned"),
    ("changed", "planned and changed"),
    ("interruption", "interruption"),
    ("extra", "extra work"),
];

const ENTRY: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("date", "Day", Say::Day),
    Field("starts", "Start", Say::Clock),
    Field("minutes", "Length", Say::Minutes),
    Field("text", "Text", Say::Text),
    Field("activity_id", "Kind of work", Say::Activity),
    Field("place", "Place", Say::One(PLACES)),
    Field("kind", "Kind", Say::One(KINDS)),
    Field("block_id", "Planned block", Say::Block),
    Field("interrupted_by", "Interrupted by", Say::Text),
    Field("displaced_id", "In place of", Say::Block),
    Field("continues_id", "", Say::Not),
    Field("private", "Private", Say::Flag),
    Field("provisional", "To be classified", Say::Flag),
];

pub(super) fn tell_block(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let mut said = Vec::new();
    for change in of(rows, "block") {
        match (&change.before, &change.after) {
            (None, Some(after)) => said.push(format!("Planned for {}: {}.", when(after), work(after, "title", words))),
            (Some(before), None) => {
                said.push(format!("Taken out of the plan: {}, {}.", work(before, "title", words), when(before)));
            }
            (Some(before), Some(after)) => said.extend(changes(BLOCK, before, after, words)),
            (None, None) => {}
        }
    }
    said.extend(of(rows, "block_outcome").filter_map(outcome));
    said.extend(pupils(rows, "block_pupil", words));
    said
}

pub(super) fn tell_entry(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let mut said = Vec::new();
    for change in of(rows, "entry") {
        match (&change.before, &change.after) {
            (None, Some(after)) => {
                said.push(format!("Written down for {}: {}.", when(after), work(after, "text", words)));
            }
            (Some(before), None) => {
                said.push(format!("Taken away: {}, {}.", work(before, "text", words), when(before)));
            }
            (Some(before), Some(after)) => said.extend(changes(ENTRY, before, after, words)),
            (None, None) => {}
        }
    }
    said.extend(pupils(rows, "entry_pupil", words));
    said
}

/// What an entry is called among others.
pub(super) fn entry_name(rows: &[&RowChange], words: &Words) -> String {
    let row = of(rows, "entry").next().map(latest);
    match row.map(|cells| work(cells, "text", words)) {
        Some(work) => format!("Entry {work}"),
        None => "An entry".to_owned(),
    }
}

fn of<'a>(rows: &'a [&RowChange], table: &'a str) -> impl Iterator<Item = &'a RowChange> {
    rows.iter().copied().filter(move |change| change.table == table)
}

/// `Monday 2 November 2026, 09:00, 60 minutes`.
fn when(cells: &Cells) -> String {
    let day = weekday(text(cells, "date"));
    let start = whole(cells, "starts").map(|starts| format!(", {}", clock(starts))).unwrap_or_default();
    let minutes = u32::try_from(whole(cells, "minutes").unwrap_or_default()).unwrap_or_default();
    format!("{day}{start}, {}", count(minutes, "minute", "minutes"))
}

/// The text, and the kind of work where there is one.
fn work(cells: &Cells, column: &str, words: &Words) -> String {
    let activity = whole(cells, "activity_id").map(|id| words.activity(id));
    match (text(cells, column).trim(), activity) {
        ("", Some(activity)) => activity,
        ("", None) => "nothing written yet".to_owned(),
        (text, Some(activity)) => format!("{} ({activity})", quoted(text)),
        (text, None) => quoted(text),
    }
}

fn outcome(change: &RowChange) -> Option<String> {
    let Some(after) = &change.after else {
        return Some("What became of it was taken back.".to_owned());
    };
    let became = match text(after, "state") {
        "as_planned" => "done as planned".to_owned(),
        "changed" => "done with changes".to_owned(),
        _ => {
            let why = match text(after, "why").trim() {
                "" => String::new(),
                why => format!(", because {}", quoted(why)),
            };
            let needed = if whole(after, "still_needed") == Some(1) { "; still needed" } else { "; no longer needed" };
            format!("not done{why}{needed}")
        }
    };
    Some(format!("Marked as {became}."))
}

fn pupils(rows: &[&RowChange], table: &str, words: &Words) -> Vec<String> {
    let named = |added: bool| -> Vec<String> {
        let rows = of(rows, table).filter(|change| change.after.is_some() == added);
        rows.map(|change| words.pupil(whole(latest(change), "pupil_id").unwrap_or_default())).collect()
    };
    let (added, gone) = (named(true), named(false));
    let mut said = Vec::new();
    if !added.is_empty() {
        said.push(format!("Pupils named: {}.", listed(&added)));
    }
    if !gone.is_empty() {
        said.push(format!("Pupils no longer named: {}.", listed(&gone)));
    }
    said
}

#[cfg(test)]
pub(super) fn columns(table: &str) -> Vec<&'static str> {
    let fields = if table == "block" { BLOCK } else { ENTRY };
    fields.iter().map(|Field(column, ..)| *column).collect()
}
