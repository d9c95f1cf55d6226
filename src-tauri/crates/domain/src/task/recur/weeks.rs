//! The weeks of half-terms and terms, counted from either end.

use super::super::frequency::Frequency;
use super::school_days::is_school_day;
use super::{Asked, Occurrence};
use crate::calendar::{Calendar, HalfTerm, days_of_week, monday_of};
use chrono::{Days, NaiveDate};

/// The half-terms that weeks are counted in together: one, or those of a term.
type Stretch<'a> = Vec<&'a HalfTerm>;

/// A day of the nth week of each half-term, or of each term.
pub(super) fn each(asked: &Asked<'_>, week: i8, weekday: u8) -> Vec<Occurrence> {
    let stretches: Vec<Stretch<'_>> = match asked.rule.frequency {
        Frequency::Termly => asked.calendar.terms().into_iter().map(|term| term.half_terms).collect(),
        _ => asked.calendar.half_terms.iter().map(|half_term| vec![half_term]).collect(),
    };
    stretches.iter().filter_map(|stretch| in_stretch(asked, stretch, week, weekday)).collect()
}

fn in_stretch(asked: &Asked<'_>, stretch: &Stretch<'_>, week: i8, weekday: u8) -> Option<Occurrence> {
    let mondays = mondays(asked.calendar, stretch);
    let most = mondays.len().checked_sub(1)?;
    let steps = usize::from(week.unsigned_abs()).checked_sub(1)?.min(most);
    let monday = *mondays.get(if week > 0 { steps } else { most - steps })?;
    let named = monday.checked_add_days(Days::new(weekday.into()))?;
    asked.in_week(named, |day| stretch.iter().any(|half_term| holds(half_term, day)))
}

/// The Mondays of its weeks that have a school day in it, in order. Two half-terms that touch inside a week share it in
/// their term, and each has it for itself.
fn mondays(calendar: &Calendar, stretch: &Stretch<'_>) -> Vec<NaiveDate> {
    let mut mondays: Vec<NaiveDate> = Vec::new();
    for half_term in stretch {
        let all = std::iter::successors(Some(monday_of(half_term.first)), |monday| {
            monday.checked_add_days(Days::new(7)).filter(|next| *next <= half_term.last)
        });
        mondays.extend(all.filter(|monday| {
            days_of_week(*monday).into_iter().any(|day| holds(half_term, day) && is_school_day(calendar, day))
        }));
    }
    mondays.dedup();
    mondays
}

fn holds(half_term: &HalfTerm, day: NaiveDate) -> bool {
    half_term.first <= day && day <= half_term.last
}
