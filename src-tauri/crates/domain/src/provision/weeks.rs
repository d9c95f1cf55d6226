//! School weeks: those in which the school is open to pupils on a day at least.

use crate::calendar::{Calendar, DayKind, days_of_week, monday_of};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// So many school weeks, and whether the school's dates say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SchoolWeeks {
    /// How many.
    pub weeks: u32,
    /// False where the school's dates of some of them are not known: those were counted as open.
    pub dates_known: bool,
}

/// The school weeks between two days, both included; none where the last is before the first. A week counts in which a
/// day between them is open; where no dates of its year are known, a calendar week with a weekday between them counts.
pub fn school_weeks(calendar: &Calendar, first: NaiveDate, last: NaiveDate) -> SchoolWeeks {
    let (mut weeks, mut dates_known) = (0, true);
    let mut monday = monday_of(first);
    while monday <= last {
        let between = days_of_week(monday).into_iter().filter(|day| first <= *day && *day <= last);
        let kinds: Vec<DayKind> = between.map(|day| calendar.kind_of(day)).collect();
        if kinds.contains(&DayKind::Open) {
            weeks += 1;
        } else if kinds.contains(&DayKind::Unknown) {
            weeks += 1;
            dates_known = false;
        }
        match monday.checked_add_days(Days::new(7)) {
            Some(next) => monday = next,
            None => break,
        }
    }
    SchoolWeeks { weeks, dates_known }
}
