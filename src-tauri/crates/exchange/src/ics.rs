//! Calendar files (iCalendar, RFC 5545), in and out: meetings as suggestions for a week, a school's dates as a calendar to
//! look over, and what the daybook gives to other calendars.
//!
//! Files come from many programs and few keep to the letter, so that each event is read by itself: what cannot be read
//! is told by its line, and the rest stands. Times are those of London. No file, however broken or large, makes it panic
//! or go on without end.

mod day;
mod event;
mod holidays;
mod lines;
mod meetings;
mod repeat;
mod school_dates;
#[cfg(test)]
mod tests;
mod wording;
mod write;
mod zone;

pub use meetings::{Meeting, Meetings, read_meetings};
pub use school_dates::{SchoolDates, read_school_dates};
pub use write::{Item, write_ics};

use daybook_domain::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Bytes a calendar file may have at most: 40 MB.
pub const MOST_BYTES: usize = 40 * 1024 * 1024;

/// Problems that are listed one by one; further ones are counted.
pub const MOST_PROBLEMS: usize = 200;

/// Something in a calendar file that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarProblem {
    /// The line of the file it begins on, counted from 1.
    pub line: u32,
    /// The event's title, as far as it was read; may be empty.
    pub summary: String,
    /// What was not understood, and what became of it.
    pub sentence: String,
}

/// Problems in the order of the file, and how many more there were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Problems {
    listed: Vec<CalendarProblem>,
    unlisted: u32,
}

impl Problems {
    fn add(&mut self, line: u32, summary: &str, sentence: impl Into<String>) {
        if self.listed.len() < MOST_PROBLEMS {
            let summary = summary.chars().take(200).collect();
            self.listed.push(CalendarProblem { line, summary, sentence: sentence.into() });
        } else {
            self.unlisted = self.unlisted.saturating_add(1);
        }
    }
}

/// The events of a file, and what of it cannot be read. Faults: `ics.too_big`, `ics.not_a_calendar`.
fn events(bytes: &[u8]) -> Outcome<(Vec<event::Event>, Problems)> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::new(
            "ics.too_big",
            "That file is larger than 40 MB, which no calendar is. Nothing was taken from it. Export fewer months, and \
             try again.",
        ));
    }
    let decoded = crate::read::encoding::decode(bytes).map_err(|_| not_a_calendar())?;
    let mut problems = Problems::default();
    let events = event::read(&decoded.text, &mut problems).ok_or_else(not_a_calendar)?;
    Ok((events, problems))
}

fn not_a_calendar() -> Fault {
    Fault::new(
        "ics.not_a_calendar",
        "That is not a calendar file: it holds no BEGIN:VCALENDAR. Nothing was taken from it. Export the calendar as \
         iCalendar (.ics), and choose that.",
    )
}
