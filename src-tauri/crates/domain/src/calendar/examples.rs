//! Years of a made-up school, for tests.

use super::{Calendar, DayOff, DayOffKind, HalfTerm};
use chrono::NaiveDate;

/// A day of ISO text.
pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A half-term from one day to another.
pub fn half_term(name: &str, first: &str, last: &str) -> HalfTerm {
    HalfTerm { name: name.into(), first: date(first), last: date(last) }
}

/// A day off.
pub fn off(day: &str, kind: DayOffKind) -> DayOff {
    DayOff { date: date(day), kind, name: String::new() }
}

/// 2026/27: six half-terms, five INSET days, the bank holiday of May; 190 days for pupils.
pub fn year_2026() -> Calendar {
    Calendar {
        half_terms: vec![
            half_term("Autumn 1", "2026-09-01", "2026-10-23"),
            half_term("Autumn 2", "2026-11-02", "2026-12-18"),
            half_term("Spring 1", "2027-01-04", "2027-02-12"),
            half_term("Spring 2", "2027-02-22", "2027-03-25"),
            half_term("Summer 1", "2027-04-12", "2027-05-28"),
            half_term("Summer 2", "2027-06-07", "2027-07-21"),
        ],
        days_off: vec![
            off("2026-09-01", DayOffKind::Inset),
            off("2026-11-02", DayOffKind::Inset),
            off("2027-01-04", DayOffKind::Inset),
            off("2027-05-03", DayOffKind::BankHoliday),
            off("2027-06-07", DayOffKind::Inset),
            off("2027-07-21", DayOffKind::Inset),
        ],
    }
}
