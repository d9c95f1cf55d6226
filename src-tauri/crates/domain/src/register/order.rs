//! In which order rows stand, and values to filter by. What has no value comes last, whichever way the list runs.

use super::{GroupBy, RegisterRow, SortBy};
use crate::codes::RulePack;
use std::cmp::Reverse;

/// Sorts rows that stand by name; equal ones stay so.
pub fn sort(rows: &mut [RegisterRow], by: SortBy, descending: bool) {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    match by {
        // They came by name.
        SortBy::Name if descending => rows.reverse(),
        SortBy::Name => {}
        SortBy::Year => arrange(rows, descending, |row| year(&row.year)),
        SortBy::Class => arrange(rows, descending, |row| class(&row.class)),
        SortBy::Status => arrange(rows, descending, |row| filled(&row.status)),
        SortBy::Need => arrange(rows, descending, |row| (!row.needs.is_empty()).then(|| row.needs.clone())),
        SortBy::Born => arrange(rows, descending, |row| row.born),
        SortBy::Since => arrange(rows, descending, |row| row.since),
        SortBy::CaseCode => arrange(rows, descending, |row| Some(row.id)),
    }
}

/// Brings the rows of each group together, in the order of the groups; within one they stay as they are.
pub fn group(rows: &mut [RegisterRow], by: GroupBy) {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    match by {
        GroupBy::None => {}
        // Classes that differ in their capitals alone are two.
        GroupBy::Class => arrange(rows, false, |row| class(&row.class).map(|place| (place, row.class.clone()))),
        GroupBy::Year => arrange(rows, false, |row| year(&row.year)),
        GroupBy::Status => arrange(rows, false, |row| filled(&row.status)),
        GroupBy::Need => arrange(rows, false, |row| row.needs.first().cloned()),
    }
}

/// The group a row is in; none where rows are not grouped.
pub fn group_of(row: &RegisterRow, by: GroupBy) -> Option<&str> {
    match by {
        GroupBy::None => None,
        GroupBy::Class => Some(&row.class),
        GroupBy::Year => Some(&row.year),
        GroupBy::Status => Some(&row.status),
        GroupBy::Need => Some(row.needs.first().map_or("", String::as_str)),
    }
}

/// Where a curriculum year stands: in the order of the rules, youngest first; one they do not know after those.
pub fn year(code: &str) -> Option<(usize, String)> {
    let years = &RulePack::england().years;
    let place = || years.iter().position(|year| year.code == code).unwrap_or(years.len());
    (!code.is_empty()).then(|| (place(), code.to_owned()))
}

/// Where a class stands: figures by their value, so that 9B comes before 10A, and letters whatever their case.
pub fn class(name: &str) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    for letter in name.trim().chars() {
        match (letter.to_digit(10), parts.last_mut()) {
            (Some(digit), Some(Part::Figure(figure))) => {
                *figure = figure.saturating_mul(10).saturating_add(u64::from(digit));
            }
            (Some(digit), Some(Part::Word(_)) | None) => parts.push(Part::Figure(u64::from(digit))),
            (None, Some(Part::Word(word))) => word.extend(letter.to_lowercase()),
            (None, Some(Part::Figure(_)) | None) => parts.push(Part::Word(letter.to_lowercase().collect())),
        }
    }
    (!parts.is_empty()).then_some(parts)
}

/// A run of figures, or of anything else.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Figure(u64),
    Word(String),
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place<K: Ord> {
    Up(K),
    Down(Reverse<K>),
    Last,
}

fn arrange<K: Ord>(rows: &mut [RegisterRow], descending: bool, key: impl Fn(&RegisterRow) -> Option<K>) {
    rows.sort_by_cached_key(|row| match key(row) {
        Some(key) if descending => Place::Down(Reverse(key)),
        Some(key) => Place::Up(key),
        None => Place::Last,
    });
}
