//! A week to tell stories of: builders that read like a sentence.

use super::{Private, WeekFacts, WeekStory, tell};
use crate::activity::starting_activities;
use crate::breaks::{BreakMark, BreakState};
use crate::calendar::{Calendar, DayOff, DayOffKind, HalfTerm};
use crate::clock::{Clock, Span};
use crate::entry::{Entry, EntryDetails, EntryKind, Place};
use crate::hours::{BreakTime, DayHours, WeekHours};
use crate::ids::{ActivityId, BlockId, EntryId, PupilId};
use crate::plan::{Block, BlockDetails, BlockState, Week};
use chrono::NaiveDate;

pub fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// "09:15" as a time.
pub fn at(time: &str) -> Clock {
    let (hour, minute) = time.split_once(':').unwrap();
    Clock::at(hour.parse().unwrap(), minute.parse().unwrap())
}

/// "09:15-10:00" as a span.
pub fn span(text: &str) -> Span {
    let (start, end) = text.split_once('-').unwrap();
    Span { start: at(start), end: at(end) }
}

pub const MONDAY: &str = "2026-11-02";
pub const INSET: &str = "2026-11-06";
pub const SATURDAY: &str = "2026-11-07";

/// 450 contracted minutes: 165 of lessons, breaks of 15 and 45, 120 protected.
pub fn school_day() -> DayHours {
    DayHours {
        contracted: Some(span("08:30-16:00")),
        teaching: vec![span("09:00-10:30"), span("10:45-12:00")],
        protected: vec![span("13:00-15:00")],
        breaks: vec![
            BreakTime { name: "Lunch".to_owned(), span: span("12:00-12:45") },
            BreakTime { name: "Break".to_owned(), span: span("10:30-10:45") },
        ],
    }
}

/// The week of 2 November 2026: contracted on every day but Wednesday, Friday an INSET day.
pub fn week() -> WeekFacts {
    let mut days = vec![school_day(); 5];
    days[2] = DayHours::default();
    days.resize(7, DayHours::default());
    WeekFacts {
        week: Week { monday: date(MONDAY), frozen_at: None, closed_at: None },
        calendar: Calendar {
            half_terms: vec![HalfTerm { name: "Autumn 2".to_owned(), first: date(MONDAY), last: date("2026-12-18") }],
            days_off: vec![DayOff { date: date(INSET), kind: DayOffKind::Inset, name: String::new() }],
        },
        hours: Some(WeekHours { from: date("2026-09-01"), days }),
        blocks: Vec::new(),
        entries: Vec::new(),
        breaks: Vec::new(),
        activities: starting_activities(),
        case_codes: [(PupilId(1), "C-0142".to_owned())].into(),
        registered: 60,
    }
}

impl WeekFacts {
    /// Something happened: "09:00 30" on a day, or only "30".
    pub fn entry(mut self, day: &str, time: &str, change: impl FnOnce(&mut EntryDetails)) -> Self {
        let (start, minutes) = match time.split_once(' ') {
            Some((start, minutes)) => (Some(at(start)), minutes),
            None => (None, time),
        };
        let mut details = EntryDetails {
            date: date(day),
            start,
            minutes: minutes.parse().unwrap(),
            text: "Something".to_owned(),
            activity: Some(ActivityId(4)),
            place: Place::School,
            kind: EntryKind::Interruption,
            block: None,
            interrupted_by: None,
            displaced: None,
            pupils: Vec::new(),
            private: false,
            provisional: false,
        };
        change(&mut details);
        let id = EntryId(self.entries.len() as i64 + 1);
        self.entries.push(Entry { id, details, continues: None });
        self
    }

    /// A block was planned: "09:00 30".
    pub fn block(mut self, day: &str, time: &str, state: BlockState) -> Self {
        let (start, minutes) = time.split_once(' ').unwrap();
        let details = BlockDetails {
            date: date(day),
            start: at(start),
            minutes: minutes.parse().unwrap(),
            title: String::new(),
            activity: ActivityId(1),
            place: Place::School,
            pupils: vec![PupilId(1)],
        };
        let id = BlockId(self.blocks.len() as i64 + 1);
        self.blocks.push(Block { id, details, state });
        self
    }

    /// Something was said of a break.
    pub fn mark(mut self, day: &str, name: &str, state: BreakState, taken: u32) -> Self {
        let (date, why) = (date(day), "Phone".to_owned());
        self.breaks.push(BreakMark { date, name: name.to_owned(), state, taken, why });
        self
    }

    /// The story, private entries shown.
    pub fn told(&self) -> WeekStory {
        tell(self, Private::Shown)
    }
}

pub fn unchanged(_: &mut EntryDetails) {}

pub fn not_done(why: &str) -> BlockState {
    BlockState::NotDone { why: why.to_owned(), still_needed: true }
}
