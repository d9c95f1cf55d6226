//! What was done to a week as a whole, and to its breaks.

use super::fields::{Field, Say, changes, latest, text, whole};
use super::words::{Words, quoted, weekday};
use daybook_domain::text::count;
use daybook_store::{Cells, RowChange};

const WEEK: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("monday", "Monday", Say::Day),
    Field("frozen_at", "", Say::Not),
    Field("closed_at", "", Say::Not),
    Field("ground", "", Say::Not),
];

pub(super) fn tell(rows: &[&RowChange]) -> Vec<String> {
    rows.iter().flat_map(|change| week(change)).collect()
}

fn week(change: &RowChange) -> Vec<String> {
    let none = Cells::new();
    let (before, after) = (change.before.as_ref().unwrap_or(&none), change.after.as_ref().unwrap_or(&none));
    let mut said = Vec::new();
    for (column, done, taken_back) in [
        ("frozen_at", "The plan was frozen.", "The plan was opened again."),
        ("closed_at", "The week was closed.", "The week was opened again."),
    ] {
        match (text(before, column), text(after, column)) {
            ("", "") => {}
            ("", _) => said.push(done.to_owned()),
            (_, "") => said.push(taken_back.to_owned()),
            _ => {}
        }
    }
    if change.before.is_some() && change.after.is_some() {
        said.extend(changes(WEEK, before, after, &Words::default()));
    }
    said
}

pub(super) fn tell_breaks(rows: &[&RowChange]) -> Vec<String> {
    rows.iter().map(|change| of_break(change)).collect()
}

fn of_break(change: &RowChange) -> String {
    let cells = latest(change);
    let name = match text(cells, "name").trim() {
        "" => "Break",
        name => name,
    };
    let which = format!("{name} on {}", weekday(text(cells, "date")));
    if change.after.is_none() {
        return format!("{which}: what was said of it was taken back.");
    }
    let had = match text(cells, "state") {
        "taken" => "had in full".to_owned(),
        "part" => {
            let minutes = u32::try_from(whole(cells, "taken").unwrap_or_default()).unwrap_or_default();
            format!("{} of it had", count(minutes, "minute", "minutes"))
        }
        _ => "missed".to_owned(),
    };
    match text(cells, "why").trim() {
        "" => format!("{which}: {had}."),
        why => format!("{which}: {had}, because {}.", quoted(why)),
    }
}

#[cfg(test)]
pub(super) fn columns() -> Vec<&'static str> {
    WEEK.iter().map(|Field(column, ..)| *column).collect()
}
