//! Meetings of a calendar file, as suggestions for a week.

use super::day::held;
use super::{CalendarProblem, events};
use chrono::{Days, NaiveDate, Timelike};
use daybook_domain::Outcome;
use daybook_domain::clock::Clock;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most meetings that are handed over.
const MOST_MEETINGS: usize = 20_000;

/// Characters of a title that are kept: as many as a block's title may have.
const MOST_OF_A_TITLE: usize = 200;

/// A meeting on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Meeting {
    /// Its identity in the other calendar; one that repeats has the same on each of its days.
    pub uid: String,
    /// The day, in London.
    pub date: NaiveDate,
    /// When it begins, in London; none of one that takes the whole day.
    pub start: Option<Clock>,
    /// How long, in minutes by the clock on the wall; it may run past midnight. 0 where it takes the whole day, or does not
    /// say how long.
    pub minutes: u32,
    /// What it is called.
    pub title: String,
}

/// The meetings of a file, and what of it was not understood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Meetings {
    /// By day, those of the whole day first, then by time.
    pub meetings: Vec<Meeting>,
    /// What was not understood, in the order of the file.
    pub problems: Vec<CalendarProblem>,
    /// How many more problems there were.
    pub unlisted: u32,
}

/// The meetings of a calendar file from one day to another, both included; those called off are left out. What takes
/// several whole days is there on each of them.
///
/// Faults: `ics.too_big`, `ics.not_a_calendar`. Anything less is a problem by line, and the rest is read.
pub fn read_meetings(bytes: &[u8], first: NaiveDate, last: NaiveDate) -> Outcome<Meetings> {
    let (events, mut problems) = events(bytes)?;
    let mut meetings = Vec::new();
    let all = held(&events, (first, last), &mut problems);
    for held in all {
        let begins = held.start.in_london();
        let is_day = matches!(held.start, super::zone::When::Day(_));
        let days = if is_day { (held.event.minutes / (24 * 60)).clamp(1, 400) } else { 1 };
        for day in 0..u64::try_from(days).unwrap_or(1) {
            let Some(date) = begins.date().checked_add_days(Days::new(day)) else { break };
            if date < first || last < date {
                continue;
            }
            if meetings.len() == MOST_MEETINGS {
                let said =
                    format!("There are more than {MOST_MEETINGS} meetings; from this one on they were left out.");
                problems.add(held.event.line, &held.event.title, said);
                break;
            }
            meetings.push(Meeting {
                uid: held.event.uid.clone(),
                date,
                start: Clock::new(begins.hour() * 60 + begins.minute()).ok().filter(|_| !is_day),
                minutes: if is_day { 0 } else { u32::try_from(held.event.minutes).unwrap_or(0) },
                title: titled(&held.event.title),
            });
        }
        if meetings.len() == MOST_MEETINGS && problems.listed.iter().any(|one| one.line == held.event.line) {
            break;
        }
    }
    meetings.sort_by(|a, b| (a.date, a.start, &a.uid).cmp(&(b.date, b.start, &b.uid)));
    Ok(Meetings { meetings, problems: problems.listed, unlisted: problems.unlisted })
}

fn titled(title: &str) -> String {
    match title.trim() {
        "" => "Meeting without a title".to_owned(),
        title => title.chars().take(MOST_OF_A_TITLE).collect(),
    }
}
