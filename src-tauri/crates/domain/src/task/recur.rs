//! On which days work is due: a rule laid over a school's dates.
//!
//! Work comes on school days unless told to come in holidays too. What falls between them is moved: within its week
//! where a weekday asks for it, else back, so that nothing is ever due later than the law's day. What is moved keeps the
//! day it was named for, which is its identity however the dates change, and says why.

#[cfg(test)]
mod model_tests;
mod school_days;
#[cfg(test)]
mod tests;
mod weeks;

use super::anchor::{Anchor, Event};
use super::frequency::Frequency;
use crate::calendar::terms::Term;
use crate::calendar::{Calendar, DayKind};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use school_days::{is_school_day, last_by, nearest_in_week, reason};
use serde::Serialize;
use ts_rs::TS;

/// The longest stretch looked at, in days: 20 years and their leap days.
const LONGEST: u64 = 7_305;

/// The most days that work may be moved back: from the end of one academic year to the start of the one before.
const FURTHEST: u64 = 731;

/// When work comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// How often.
    pub frequency: Frequency,
    /// On which day; one that does not fit the frequency names none.
    pub anchor: Anchor,
    /// Whether it comes in holidays too: then nothing is moved and nothing skipped.
    pub in_holidays: bool,
    /// The first day it may be named for, and due on.
    pub from: NaiveDate,
}

/// One day on which work is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
pub struct Occurrence {
    /// The day it is due, at the latest.
    pub due: NaiveDate,
    /// The day its anchor names: its identity. For a month, the month's last day.
    pub named: NaiveDate,
    /// Why it is not due on the named day; none where it is, and where it is due on a month's last school day.
    pub moved: Option<DayKind>,
}

/// What is due from one day to another, both included, in order; each named day once. At most 20 years are looked at.
///
/// - Each day: every day on which staff are in, INSET days too.
/// - A weekday: if it is no school day, the next school day of that week, else the nearest before it in that week, else
///   nothing that week.
/// - A week: that weekday of the nth week with a school day of the half-term or term, counted from its start or its end,
///   and moved inside that week as above but not out of the half-term or term. One with fewer weeks has it in the last of
///   them (from the end: in the first), so that short half-terms lose nothing.
/// - A month, a date, days before an event: if it is no school day, the last school day before it. A month is due by its
///   last school day. 29 February is the 28th where there is none. Where no school day lies between the rule's first day
///   and the named one, and where the school's dates do not reach, the named day stands.
/// - In holidays too: named days stand; each day is then each from Monday to Friday.
///
/// Without dates of a year, nothing of it is named but what needs none. `events` are the days [`Event::PlanReview`]
/// and [`Event::Census`] stand for; ends of half-terms and terms are the calendar's.
pub fn occurrences(
    rule: &Rule,
    calendar: &Calendar,
    events: &[NaiveDate],
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Occurrence> {
    let to = to.min(later(from, LONGEST));
    if from > to || !rule.anchor.fits(rule.frequency) || rule.anchor.check(rule.frequency).is_err() {
        return Vec::new();
    }
    // What is due by `to` may be named for a day after it.
    let asked = Asked { rule, calendar, first: from.max(rule.from), last: later(to, FURTHEST) };
    let mut found = match rule.anchor {
        Anchor::EachDay => each_day(&asked, to),
        Anchor::Weekday { weekday } => each_week(&asked, weekday, to),
        Anchor::Week { week, weekday } => weeks::each(&asked, week, weekday),
        Anchor::Month { month } => asked.dated(|year| last_of_month(year, month)),
        Anchor::Date { month, day } => asked.dated(|year| date_in(year, month, day)),
        Anchor::Before { days, event } => before(&asked, days, event, events),
        Anchor::None => Vec::new(),
    };
    found.retain(|occurrence| {
        rule.from <= occurrence.named && from <= occurrence.due && occurrence.due <= to && rule.from <= occurrence.due
    });
    found.sort_unstable_by_key(|occurrence| (occurrence.named, occurrence.due));
    found.dedup_by_key(|occurrence| occurrence.named);
    found.sort_unstable_by_key(|occurrence| (occurrence.due, occurrence.named));
    found
}

impl Occurrence {
    fn on(named: NaiveDate) -> Self {
        Self { due: named, named, moved: None }
    }

    /// Why it is not due on its named day, in a few words: `moved from 31 August: a bank holiday`.
    pub fn why_moved(&self) -> Option<String> {
        let why = match self.moved? {
            DayKind::Weekend if self.named.weekday() == Weekday::Sat => "a Saturday",
            DayKind::Weekend => "a Sunday",
            DayKind::BankHoliday => "a bank holiday",
            DayKind::Closure => "the school is closed",
            DayKind::Holiday => "a school holiday",
            DayKind::Open | DayKind::Inset | DayKind::Unknown => "outside its half-term or term",
        };
        Some(format!("moved from {}: {why}", self.named.format("%-d %B")))
    }
}

/// A rule, the dates it is laid over, and the named days that can matter.
struct Asked<'a> {
    rule: &'a Rule,
    calendar: &'a Calendar,
    first: NaiveDate,
    last: NaiveDate,
}

impl Asked<'_> {
    /// One occurrence in each calendar year, moved back where it has to be.
    fn dated(&self, named: impl Fn(i32) -> Option<NaiveDate>) -> Vec<Occurrence> {
        (self.first.year()..=self.last.year()).filter_map(named).map(|named| self.by(named)).collect()
    }

    /// What is due by a day: on it, or on the last school day before it.
    fn by(&self, named: NaiveDate) -> Occurrence {
        if self.rule.in_holidays {
            return Occurrence::on(named);
        }
        let Some(due) = last_by(self.calendar, named, self.rule.from) else { return Occurrence::on(named) };
        let promised = matches!(self.rule.anchor, Anchor::Month { .. }) && due.month() == named.month();
        let moved = (due != named && !promised).then(|| reason(self.calendar, named, due));
        Occurrence { due, named, moved }
    }

    /// What is due on a day of a week, or on the nearest school day of that week that is allowed.
    fn in_week(&self, named: NaiveDate, allowed: impl Fn(NaiveDate) -> bool) -> Option<Occurrence> {
        if self.rule.in_holidays {
            return Some(Occurrence::on(named));
        }
        let due = nearest_in_week(self.calendar, named, allowed)?;
        Some(Occurrence { due, named, moved: (due != named).then(|| reason(self.calendar, named, due)) })
    }
}

fn each_day(asked: &Asked<'_>, to: NaiveDate) -> Vec<Occurrence> {
    let comes = |day: &NaiveDate| match asked.rule.in_holidays {
        true => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        false => is_school_day(asked.calendar, *day),
    };
    asked.first.iter_days().take_while(|day| *day <= to).filter(comes).map(Occurrence::on).collect()
}

fn each_week(asked: &Asked<'_>, weekday: u8, to: NaiveDate) -> Vec<Occurrence> {
    let to_first = (7 + u64::from(weekday) - u64::from(asked.first.weekday().num_days_from_monday())) % 7;
    // What is named for the week before or after may have been moved into the days asked for.
    let first = later(asked.first, to_first);
    let first = first.checked_sub_days(Days::new(7)).unwrap_or(first);
    let last = later(to, 7);
    let named = std::iter::successors(Some(first), |day| day.checked_add_days(Days::new(7)));
    named.take_while(|day| *day <= last).filter_map(|named| asked.in_week(named, |_| true)).collect()
}

fn before(asked: &Asked<'_>, days: u32, event: Event, events: &[NaiveDate]) -> Vec<Occurrence> {
    let ends: Vec<NaiveDate> = match event {
        Event::HalfTermEnd => asked.calendar.half_terms.iter().map(|half_term| half_term.last).collect(),
        Event::TermEnd => asked.calendar.terms().iter().filter_map(Term::last).collect(),
        Event::PlanReview | Event::Census => events.to_vec(),
    };
    ends.into_iter()
        .filter_map(|end| end.checked_sub_days(Days::new(days.into())))
        .map(|named| asked.by(named))
        .collect()
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

fn date_in(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| last_of_month(year, month))
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}
