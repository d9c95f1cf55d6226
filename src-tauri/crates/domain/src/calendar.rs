//! A school's year: half-terms, and the days inside them on which pupils do not come.

pub mod bank_holidays;
mod check;
#[cfg(test)]
pub(crate) mod examples;
pub mod gaps;
pub mod offered;
pub mod terms;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The academic year that begins on 1 September of this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct AcademicYear(pub i32);

impl AcademicYear {
    /// The academic year a day falls in: 1 September to 31 August.
    pub fn of(day: NaiveDate) -> Self {
        Self(if day.month() >= 9 { day.year() } else { day.year() - 1 })
    }

    /// Its first day, 1 September.
    pub fn first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.0, 9, 1)
    }

    /// Its last day, 31 August.
    pub fn last(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.0.checked_add(1)?, 8, 31)
    }
}

/// One of the six stretches of school days in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HalfTerm {
    /// Its name, such as "Autumn 1".
    pub name: String,
    /// First day, included.
    pub first: NaiveDate,
    /// Last day, included.
    pub last: NaiveDate,
}

/// Why a day inside a half-term is not an ordinary school day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayOffKind {
    /// Staff work, pupils stay at home (in-service training).
    Inset,
    /// A bank holiday.
    BankHoliday,
    /// The school is shut to everybody.
    Closure,
}

/// A day inside a half-term that is not an ordinary school day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayOff {
    /// Which day.
    pub date: NaiveDate,
    /// Why.
    pub kind: DayOffKind,
    /// What the school calls it; may be empty.
    pub name: String,
}

/// What kind of day it is at school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Pupils and staff are in.
    Open,
    /// Staff are in, pupils are not.
    Inset,
    /// A Saturday or a Sunday.
    Weekend,
    /// A bank holiday.
    BankHoliday,
    /// The school is shut.
    Closure,
    /// Between half-terms.
    Holiday,
    /// No half-term of this academic year has been typed, so nobody can say.
    Unknown,
}

impl DayKind {
    /// Whether contracted hours apply on such a day. A day nobody has said anything about counts as worked.
    pub fn is_worked(self) -> bool {
        matches!(self, Self::Open | Self::Inset | Self::Unknown)
    }
}

/// A school's calendar for one academic year, or for the two that a week belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Calendar {
    /// The half-terms, in order of their dates.
    pub half_terms: Vec<HalfTerm>,
    /// INSET days, bank holidays and closures.
    pub days_off: Vec<DayOff>,
}

impl Calendar {
    /// What kind of day this is.
    pub fn kind_of(&self, day: NaiveDate) -> DayKind {
        if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            return DayKind::Weekend;
        }
        if let Some(off) = self.days_off.iter().find(|off| off.date == day) {
            return match off.kind {
                DayOffKind::Inset => DayKind::Inset,
                DayOffKind::BankHoliday => DayKind::BankHoliday,
                DayOffKind::Closure => DayKind::Closure,
            };
        }
        if self.half_term_of(day).is_some() {
            return DayKind::Open;
        }
        let year = AcademicYear::of(day);
        if self.half_terms.iter().any(|term| AcademicYear::of(term.first) == year) {
            DayKind::Holiday
        } else {
            DayKind::Unknown
        }
    }

    /// This year's dates with those of a later year, for a week that belongs to both.
    #[must_use]
    pub fn followed_by(mut self, later: Self) -> Self {
        self.half_terms.extend(later.half_terms);
        self.days_off.extend(later.days_off);
        self
    }

    /// The half-term a day falls in.
    pub fn half_term_of(&self, day: NaiveDate) -> Option<&HalfTerm> {
        self.half_terms.iter().find(|term| term.first <= day && day <= term.last)
    }
}

/// The Monday of the week a day falls in.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// The seven days of a week, Monday first.
pub fn days_of_week(monday: NaiveDate) -> [NaiveDate; 7] {
    std::array::from_fn(|i| monday.checked_add_days(Days::new(i as u64)).unwrap_or(monday))
}
