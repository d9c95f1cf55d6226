//! The school days near a day.

use crate::calendar::{Calendar, DayKind, days_of_week, monday_of};
use chrono::NaiveDate;

/// Whether staff are in on a day, as far as anybody knows.
pub(super) fn is_school_day(calendar: &Calendar, day: NaiveDate) -> bool {
    matches!(calendar.kind_of(day), DayKind::Open | DayKind::Inset)
}

/// The last school day by a day, and not before `from`. None where there is none, and where the school's dates do not
/// reach so far: nobody can say then what a school day is.
pub(super) fn last_by(calendar: &Calendar, day: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
    std::iter::successors(Some(day), NaiveDate::pred_opt)
        .take_while(|day| *day >= from && calendar.reaches(*day))
        .find(|day| is_school_day(calendar, *day))
}

/// The day itself if it is an allowed school day, else the next of its week that is, else the nearest before it.
pub(super) fn nearest_in_week(
    calendar: &Calendar,
    day: NaiveDate,
    allowed: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let week = days_of_week(monday_of(day));
    let fits = |other: &&NaiveDate| allowed(**other) && is_school_day(calendar, **other);
    let after = week.iter().filter(|other| **other >= day).find(fits);
    after.or_else(|| week.iter().rev().filter(|other| **other < day).find(fits)).copied()
}

/// Why work moved from one day to another: a school holiday if it crossed one, else what kind of day it left.
pub(super) fn reason(calendar: &Calendar, named: NaiveDate, due: NaiveDate) -> DayKind {
    let crossed = std::iter::successors(Some(named), |day| if due < named { day.pred_opt() } else { day.succ_opt() })
        .take_while(|day| *day != due)
        .any(|day| calendar.kind_of(day) == DayKind::Holiday);
    if crossed { DayKind::Holiday } else { calendar.kind_of(named) }
}
