//! What pupils are found and sorted by, held against what their names give.

use super::Found;
use crate::pupils::refolded;
use daybook_domain::Outcome;
use rusqlite::Connection;

/// Whether any pupil would not be found, or not in their place.
pub fn check(connection: &Connection) -> Outcome<Option<Found>> {
    let wrong = refolded(connection)?;
    let pupils = u32::try_from(wrong.len()).unwrap_or(u32::MAX);
    Ok((pupils > 0).then_some(Found::Search { pupils }))
}
