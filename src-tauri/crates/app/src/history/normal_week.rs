//! What was done to normal weeks.

use super::fields::{Field, PLACES, Say, changes, latest, text, whole};
use super::words::{Words, clock, quoted};
use daybook_domain::text::count;
use daybook_store::{Cells, RowChange};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const WEEK: &[Field] =
    &[Field("id", "", Say::Not), Field("school_id", "", Say::Not), Field("name", "Name of the normal week", Say::Text)];

const BLOCK: &[Field] = &[
    Field("id", "", Say::Not),
    Field("normal_week_id", "", Say::Not),
    Field("weekday", "Weekday", Say::Nothing),
    Field("starts", "Start", Say::Clock),
    Field("minutes", "Length", Say::Minutes),
    Field("title", "Title", Say::Text),
    Field("activity_id", "Kind of work", Say::Activity),
    Field("place", "Place", Say::One(PLACES)),
];

pub(super) fn tell(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let (weeks, blocks): (Vec<&RowChange>, Vec<&RowChange>) =
        rows.iter().copied().partition(|change| change.table == "normal_week");
    let mut said: Vec<String> = weeks.into_iter().flat_map(|change| week(change, words)).collect();
    said.extend(blocks.into_iter().flat_map(|change| block(change, words)));
    said
}

fn week(change: &RowChange, words: &Words) -> Vec<String> {
    let name = quoted(text(latest(change), "name"));
    match (&change.before, &change.after) {
        (None, Some(_)) => vec![format!("Normal week kept: {name}.")],
        (Some(_), None) => vec![format!("Normal week taken away: {name}.")],
        (Some(before), Some(after)) => changes(WEEK, before, after, words),
        (None, None) => Vec::new(),
    }
}

fn block(change: &RowChange, words: &Words) -> Vec<String> {
    match (&change.before, &change.after) {
        (None, Some(after)) => vec![format!("Block added to a normal week: {}.", what(after, words))],
        (Some(before), None) => vec![format!("Block taken out of a normal week: {}.", what(before, words))],
        (Some(before), Some(after)) => changes(BLOCK, before, after, words),
        (None, None) => Vec::new(),
    }
}

/// `“Year 6 maths”, Monday, 09:00, 60 minutes`.
fn what(cells: &Cells, words: &Words) -> String {
    let title = quoted(&words.title(text(cells, "title"), whole(cells, "activity_id").unwrap_or_default()));
    let day = whole(cells, "weekday").and_then(|day| usize::try_from(day).ok()).and_then(|day| DAYS.get(day));
    let minutes = u32::try_from(whole(cells, "minutes").unwrap_or_default()).unwrap_or_default();
    let start = clock(whole(cells, "starts").unwrap_or(-1));
    format!("{title}, {}, {start}, {}", day.unwrap_or(&"some day"), count(minutes, "minute", "minutes"))
}

#[cfg(test)]
pub(super) fn columns(table: &str) -> Vec<&'static str> {
    let fields = if table == "normal_week" { WEEK } else { BLOCK };
    fields.iter().map(|Field(column, ..)| *column).collect()
}
