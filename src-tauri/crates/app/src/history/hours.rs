//! What was done to the hours of the week: one sentence for each pattern that an operation touched.

use super::fields::{latest, text, whole};
use super::words::{Words, clock, date};
use daybook_domain::text::long_date;
use daybook_store::{Cells, RowChange};
use std::collections::BTreeMap;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

pub(super) fn tell(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let of = |table: &str| rows.iter().copied().filter(|change| change.table == table).collect::<Vec<_>>();
    let (patterns, spans) = (of("hours"), of("hours_span"));
    let mut said: Vec<String> = patterns.iter().filter_map(|change| pattern(change)).collect();
    let mut changed: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for change in spans {
        let id = whole(latest(change), "hours_id").unwrap_or_default();
        // A pattern that came or went is told of as a whole.
        if !patterns.iter().any(|pattern| pattern.row == id && (pattern.before.is_none() || pattern.after.is_none())) {
            changed.entry(id).or_default().extend(span(change));
        }
    }
    for (id, parts) in changed {
        let from = words.hours.get(&id).map(|from| format!(" from {}", long_date(*from))).unwrap_or_default();
        said.push(format!("Hours{from} changed: {}.", parts.join("; ")));
    }
    said
}

fn pattern(change: &RowChange) -> Option<String> {
    let from = |cells: &Cells| date(text(cells, "from_date"));
    match (&change.before, &change.after) {
        (None, Some(after)) => Some(format!("Hours written down, from {}.", from(after))),
        (Some(before), None) => Some(format!("Hours taken away: those from {}.", from(before))),
        (Some(before), Some(after)) if from(before) == from(after) => Some("Another detail was changed.".to_owned()),
        (Some(before), Some(after)) => Some(format!("First day changed from {} to {}.", from(before), from(after))),
        (None, None) => None,
    }
}

fn span(change: &RowChange) -> Option<String> {
    match (&change.before, &change.after) {
        (None, Some(after)) => Some(format!("{} added", part(after))),
        (Some(before), None) => Some(format!("{} taken away", part(before))),
        (Some(before), Some(after)) => Some(format!("{} in place of {}", part(after), part(before))),
        (None, None) => None,
    }
}

/// `Monday lessons 09:00 to 10:30`.
fn part(cells: &Cells) -> String {
    let day = whole(cells, "weekday").and_then(|day| usize::try_from(day).ok()).and_then(|day| DAYS.get(day));
    let what = match (text(cells, "part"), text(cells, "name").trim()) {
        ("contracted", _) => "working day".to_owned(),
        ("teaching", _) => "lessons".to_owned(),
        ("protected", _) => "protected SENCO time".to_owned(),
        (_, "") => "break".to_owned(),
        (_, name) => name.to_owned(),
    };
    let times = [whole(cells, "starts"), whole(cells, "ends")].map(|minutes| clock(minutes.unwrap_or_default()));
    format!("{} {what} {} to {}", day.copied().unwrap_or("A day"), times[0], times[1])
}
