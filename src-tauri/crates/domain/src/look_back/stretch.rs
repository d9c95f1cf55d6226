//! From when to when is looked back.

use crate::calendar::{AcademicYear, Calendar, HalfTerm, monday_of};
use crate::fault::{Fault, Outcome};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MOST_WEEKS;

/// The weeks shown where nothing else is known or asked.
const TWELVE: u64 = 12;

/// From when to when is looked back, as it is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Stretch {
    /// The weeks of this half-term so far; in holidays, of the one before them.
    #[default]
    HalfTerm,
    /// The weeks of the half-term before that.
    LastHalfTerm,
    /// The academic year so far.
    Year,
    /// The last twelve weeks, this one among them.
    TwelveWeeks,
    /// From one day to another, both included.
    Own {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
}

impl Stretch {
    /// Its first and its last day. None for a half-term nobody has typed. Half-terms and twelve weeks are whole weeks.
    /// Faults: `look_back.backwards`, `look_back.too_long`.
    pub fn days(self, calendar: &Calendar, today: NaiveDate) -> Outcome<Option<(NaiveDate, NaiveDate)>> {
        let sunday = sunday_of(today);
        let begun = || {
            // Last year's last half-term is not this one where nobody has typed this year's dates.
            let typed = calendar.half_terms.iter().filter(|_| calendar.reaches(today));
            let mut begun: Vec<&HalfTerm> = typed.filter(|each| each.first <= today).collect();
            begun.sort_by_key(|each| each.first);
            begun
        };
        let weeks = |each: &&HalfTerm| (monday_of(each.first), sunday_of(each.last).min(sunday));
        Ok(match self {
            Self::HalfTerm => begun().last().map(weeks),
            Self::LastHalfTerm => begun().iter().rev().nth(1).map(weeks),
            Self::Year => AcademicYear::of(today).first().map(|first| (first, sunday)),
            Self::TwelveWeeks => Some(twelve_weeks(today)),
            Self::Own { from, to } => Some(checked(from, to)?),
        })
    }

    /// What is looked at where the half-term that was asked for is not known.
    pub fn otherwise(today: NaiveDate) -> (NaiveDate, NaiveDate) {
        twelve_weeks(today)
    }
}

fn twelve_weeks(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let monday = monday_of(today);
    (monday.checked_sub_days(Days::new(7 * (TWELVE - 1))).unwrap_or(monday), sunday_of(today))
}

fn sunday_of(day: NaiveDate) -> NaiveDate {
    monday_of(day).checked_add_days(Days::new(6)).unwrap_or(day)
}

fn checked(from: NaiveDate, to: NaiveDate) -> Outcome<(NaiveDate, NaiveDate)> {
    if from > to {
        return Err(
            Fault::new("look_back.backwards", "The last day comes before the first. Choose a later one.").at("to")
        );
    }
    if (to - from).num_weeks() >= MOST_WEEKS as i64 - 1 {
        return Err(
            Fault::new("look_back.too_long", "That is more than ten years. Choose a later first day.").at("from")
        );
    }
    Ok((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::examples::{date, year_2026};

    fn told(stretch: Stretch, today: &str) -> Option<(String, String)> {
        let days = stretch.days(&year_2026(), date(today)).unwrap();
        days.map(|(from, to)| (from.to_string(), to.to_string()))
    }

    fn these(from: &str, to: &str) -> Option<(String, String)> {
        Some((from.to_owned(), to.to_owned()))
    }

    #[test]
    fn half_terms_are_whole_weeks_and_reach_to_this_one() {
        let terms = year_2026().half_terms;
        let (first, second) = (&terms[0], &terms[1]);
        let today = second.first + Days::new(9);
        let this = Stretch::HalfTerm.days(&year_2026(), today).unwrap();
        assert_eq!(this, Some((monday_of(second.first), sunday_of(today))), "no week that is still to come");
        let before = Stretch::LastHalfTerm.days(&year_2026(), today).unwrap();
        assert_eq!(before, Some((monday_of(first.first), sunday_of(first.last))));
        let holidays = first.last + Days::new(4);
        let this = Stretch::HalfTerm.days(&year_2026(), holidays).unwrap();
        assert_eq!(this, Some((monday_of(first.first), sunday_of(first.last))), "in holidays, the one before");
        assert_eq!(told(Stretch::LastHalfTerm, &first.first.to_string()), None, "nobody typed the one before");
        assert_eq!(told(Stretch::HalfTerm, "2025-11-05"), None);
        assert_eq!(told(Stretch::HalfTerm, "2027-11-05"), None, "the dates of that year are not typed");
    }

    #[test]
    fn the_year_the_twelve_weeks_and_own_days() {
        assert_eq!(told(Stretch::Year, "2026-11-18"), these("2026-09-01", "2026-11-22"));
        assert_eq!(told(Stretch::TwelveWeeks, "2026-11-18"), these("2026-08-31", "2026-11-22"));
        let own = |from: &str, to: &str| Stretch::Own { from: date(from), to: date(to) };
        assert_eq!(told(own("2026-11-04", "2026-11-05"), "2026-11-18"), these("2026-11-04", "2026-11-05"));
        for (from, to, code, field) in [
            ("2026-11-05", "2026-11-04", "look_back.backwards", "to"),
            ("2006-11-05", "2026-11-04", "look_back.too_long", "from"),
        ] {
            let fault = own(from, to).days(&year_2026(), date("2026-11-18")).unwrap_err();
            assert_eq!((&*fault.code, fault.field.as_deref()), (code, Some(field)));
        }
    }
}
