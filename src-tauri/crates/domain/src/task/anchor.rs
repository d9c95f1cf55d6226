//! What day work hangs on: a weekday, a week of the half-term, a month, a date, or so many days before something else.

use super::frequency::Frequency;
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most weeks a half-term is thought to have.
const MOST_WEEKS_OF_A_HALF_TERM: u8 = 10;

/// Most weeks a term is thought to have.
const MOST_WEEKS_OF_A_TERM: u8 = 20;

/// Most days before an event.
const MOST_DAYS_BEFORE: u32 = 366;

/// What day work hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "on", rename_all = "snake_case")]
pub enum Anchor {
    /// Every school day.
    EachDay,
    /// A day of the week.
    Weekday {
        /// Which, 0 (Monday) to 6 (Sunday).
        weekday: u8,
    },
    /// A day of the nth school week of a half-term or a term.
    Week {
        /// Which school week: 1 is the first, -1 the last, -2 the last but one; never 0.
        week: i8,
        /// Which day of it, 0 (Monday) to 6 (Sunday).
        weekday: u8,
    },
    /// By the last school day of a month.
    Month {
        /// Which, 1 to 12.
        month: u32,
    },
    /// A date of each year; 29 February is the 28th where there is none.
    Date {
        /// Its month, 1 to 12.
        month: u32,
        /// Its day, from 1.
        day: u32,
    },
    /// So many calendar days before something else.
    Before {
        /// How many.
        days: u32,
        /// Before what.
        event: Event,
    },
    /// No day: it comes when it comes.
    None,
}

/// What work may have to be done before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The review of a child's plan.
    PlanReview,
    /// The last day of a half-term.
    HalfTermEnd,
    /// The last day of a term.
    TermEnd,
    /// A day of the school census.
    Census,
}

impl Anchor {
    /// Refuses a day that does not exist, and an anchor that says nothing to work of this frequency.
    ///
    /// Faults, said of `anchor` or a field in it: `anchor.does_not_fit`, `anchor.weekday`, `anchor.week`,
    /// `anchor.month`, `anchor.date`, `anchor.days`.
    pub fn check(self, frequency: Frequency) -> Outcome<()> {
        if !self.fits(frequency) {
            return Err(
                Fault::new("anchor.does_not_fit", format!("{} Nothing was changed.", wanted(frequency))).at("anchor")
            );
        }
        match self {
            Self::EachDay | Self::None => Ok(()),
            Self::Weekday { weekday } => check_weekday(weekday),
            Self::Week { week, weekday } => {
                let most =
                    if frequency == Frequency::Termly { MOST_WEEKS_OF_A_TERM } else { MOST_WEEKS_OF_A_HALF_TERM };
                if week == 0 || week.unsigned_abs() > most {
                    let said = format!(
                        "Choose a week from 1 to {most}, counted from the start or from the end. Nothing was changed."
                    );
                    return Err(Fault::new("anchor.week", said).at("anchor.week"));
                }
                check_weekday(weekday)
            }
            Self::Month { month } => match month {
                1..=12 => Ok(()),
                _ => Err(Fault::new("anchor.month", "Choose a month from January to December. Nothing was changed.")
                    .at("anchor.month")),
            },
            // A leap year, so that 29 February may be chosen.
            Self::Date { month, day } => match NaiveDate::from_ymd_opt(2024, month, day) {
                Some(_) => Ok(()),
                None => Err(Fault::new("anchor.date", "There is no such day in any year. Nothing was changed.")
                    .at("anchor.day")),
            },
            Self::Before { days, .. } if days > MOST_DAYS_BEFORE => Err(Fault::new(
                "anchor.days",
                "That is more than a year before. Choose fewer days; nothing was changed.",
            )
            .at("anchor.days")),
            Self::Before { .. } => Ok(()),
        }
    }

    /// Whether this anchor says when work of that frequency is due.
    pub fn fits(self, frequency: Frequency) -> bool {
        match self {
            Self::EachDay => frequency == Frequency::Daily,
            Self::Weekday { .. } => frequency == Frequency::Weekly,
            Self::Week { .. } => matches!(frequency, Frequency::HalfTermly | Frequency::Termly),
            Self::Month { .. } | Self::Date { .. } => frequency == Frequency::Yearly,
            Self::Before { event, .. } => match event {
                Event::HalfTermEnd => frequency == Frequency::HalfTermly,
                Event::TermEnd => frequency == Frequency::Termly,
                Event::Census => matches!(frequency, Frequency::Termly | Frequency::Yearly),
                Event::PlanReview => {
                    matches!(frequency, Frequency::HalfTermly | Frequency::Termly | Frequency::Yearly)
                }
            },
            Self::None => frequency == Frequency::AdHoc,
        }
    }
}

/// What work of a frequency can hang on, in a sentence.
fn wanted(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Daily => "Daily work comes on each school day.",
        Frequency::Weekly => "Weekly work needs a day of the week.",
        Frequency::HalfTermly => {
            "Half-termly work needs a week of the half-term, or days before the half-term ends or a plan is reviewed."
        }
        Frequency::Termly => {
            "Termly work needs a week of the term, or days before the term ends, a census or a plan's review."
        }
        Frequency::Yearly => "Yearly work needs a month, a date, or days before a census or a plan's review.",
        Frequency::AdHoc => "Ad hoc work comes when it comes: it has no day of its own.",
    }
}

fn check_weekday(weekday: u8) -> Outcome<()> {
    match weekday {
        0..=6 => Ok(()),
        _ => Err(Fault::new("anchor.weekday", "Choose a day from Monday to Sunday. Nothing was changed.")
            .at("anchor.weekday")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(anchor: Anchor, frequency: Frequency) -> Option<String> {
        anchor.check(frequency).err().map(|fault| fault.code.into_owned())
    }

    #[test]
    fn each_frequency_has_its_own_anchors() {
        use Frequency::{AdHoc, Daily, HalfTermly, Termly, Weekly, Yearly};
        let before = |event| Anchor::Before { days: 14, event };
        for (anchor, fitting) in [
            (Anchor::EachDay, &[Daily][..]),
            (Anchor::Weekday { weekday: 4 }, &[Weekly]),
            (Anchor::Week { week: -2, weekday: 0 }, &[HalfTermly, Termly]),
            (Anchor::Month { month: 7 }, &[Yearly]),
            (Anchor::Date { month: 2, day: 15 }, &[Yearly]),
            (before(Event::HalfTermEnd), &[HalfTermly]),
            (before(Event::TermEnd), &[Termly]),
            (before(Event::Census), &[Termly, Yearly]),
            (before(Event::PlanReview), &[HalfTermly, Termly, Yearly]),
            (Anchor::None, &[AdHoc]),
        ] {
            for frequency in Frequency::ALL {
                let expected = (!fitting.contains(&frequency)).then(|| "anchor.does_not_fit".to_owned());
                assert_eq!(code(anchor, frequency), expected, "{anchor:?} for {frequency:?} work");
            }
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        use Frequency::{HalfTermly, Termly, Weekly, Yearly};
        for (anchor, frequency, fault) in [
            (Anchor::Weekday { weekday: 6 }, Weekly, None),
            (Anchor::Weekday { weekday: 7 }, Weekly, Some("anchor.weekday")),
            (Anchor::Week { week: 0, weekday: 0 }, HalfTermly, Some("anchor.week")),
            (Anchor::Week { week: -128, weekday: 0 }, HalfTermly, Some("anchor.week")),
            (Anchor::Week { week: 10, weekday: 0 }, HalfTermly, None),
            (Anchor::Week { week: 11, weekday: 0 }, HalfTermly, Some("anchor.week")),
            (Anchor::Week { week: -20, weekday: 0 }, Termly, None),
            (Anchor::Week { week: 1, weekday: 9 }, Termly, Some("anchor.weekday")),
            (Anchor::Month { month: 0 }, Yearly, Some("anchor.month")),
            (Anchor::Month { month: 13 }, Yearly, Some("anchor.month")),
            (Anchor::Date { month: 2, day: 29 }, Yearly, None),
            (Anchor::Date { month: 2, day: 30 }, Yearly, Some("anchor.date")),
            (Anchor::Date { month: 4, day: 31 }, Yearly, Some("anchor.date")),
            (Anchor::Before { days: 366, event: Event::Census }, Yearly, None),
            (Anchor::Before { days: u32::MAX, event: Event::Census }, Yearly, Some("anchor.days")),
        ] {
            assert_eq!(code(anchor, frequency).as_deref(), fault, "{anchor:?}");
        }
    }

    #[test]
    fn an_anchor_is_written_as_what_it_is_on() {
        for (anchor, json) in [
            (Anchor::EachDay, r#"{"on":"each_day"}"#),
            (Anchor::Week { week: -1, weekday: 4 }, r#"{"on":"week","week":-1,"weekday":4}"#),
            (
                Anchor::Before { days: 14, event: Event::PlanReview },
                r#"{"on":"before","days":14,"event":"plan_review"}"#,
            ),
            (Anchor::None, r#"{"on":"none"}"#),
        ] {
            assert_eq!(serde_json::to_string(&anchor).unwrap(), json);
            assert_eq!(serde_json::from_str::<Anchor>(json).unwrap(), anchor);
        }
    }
}
