//! Three terms, two half-terms each.

use super::{AcademicYear, Calendar, HalfTerm};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many half-terms a school's year has.
pub const HALF_TERMS: usize = 6;

/// Which term of an academic year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// From September to Christmas.
    Autumn,
    /// From January to Easter.
    Spring,
    /// From Easter to July.
    Summer,
}

/// A term: one or two half-terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term<'a> {
    /// The academic year it is of.
    pub year: AcademicYear,
    /// Which of its three terms.
    pub season: Season,
    /// Its half-terms, in order; at least one.
    pub half_terms: Vec<&'a HalfTerm>,
}

impl Calendar {
    /// The terms, in order. Of a year with its six half-terms the first two are autumn, the next two spring, the last two
    /// summer; while some are still to be typed, the month a half-term begins in tells its term.
    pub fn terms(&self) -> Vec<Term<'_>> {
        let mut terms: Vec<Term<'_>> = Vec::new();
        for (year, half_terms) in self.by_year() {
            let whole = half_terms.len() == HALF_TERMS;
            for (place, half_term) in half_terms.into_iter().enumerate() {
                let season = if whole { by_place(place) } else { by_month(half_term.first) };
                match terms.last_mut() {
                    Some(term) if term.year == year && term.season == season => term.half_terms.push(half_term),
                    _ => terms.push(Term { year, season, half_terms: vec![half_term] }),
                }
            }
        }
        terms
    }

    /// The half-terms of each academic year that has any, years and half-terms in order.
    pub fn by_year(&self) -> Vec<(AcademicYear, Vec<&HalfTerm>)> {
        let mut sorted: Vec<&HalfTerm> = self.half_terms.iter().collect();
        sorted.sort_by_key(|half_term| half_term.first);
        let mut years: Vec<(AcademicYear, Vec<&HalfTerm>)> = Vec::new();
        for half_term in sorted {
            let year = AcademicYear::of(half_term.first);
            match years.last_mut() {
                Some((last, half_terms)) if *last == year => half_terms.push(half_term),
                _ => years.push((year, vec![half_term])),
            }
        }
        years
    }

    /// Whether the school's dates say anything of this day: half-terms of its academic year are typed, and if there are
    /// fewer than six, the day is no later than the last of them.
    pub fn reaches(&self, day: NaiveDate) -> bool {
        let year = AcademicYear::of(day);
        let of_the_year = || self.half_terms.iter().filter(|half_term| AcademicYear::of(half_term.first) == year);
        match of_the_year().count() {
            0 => false,
            HALF_TERMS.. => true,
            _ => of_the_year().any(|half_term| day <= half_term.last),
        }
    }
}

impl Term<'_> {
    /// Its last day.
    pub fn last(&self) -> Option<NaiveDate> {
        self.half_terms.iter().map(|half_term| half_term.last).max()
    }
}

fn by_place(place: usize) -> Season {
    match place {
        0 | 1 => Season::Autumn,
        2 | 3 => Season::Spring,
        _ => Season::Summer,
    }
}

/// Summer terms begin in April, however early Easter is.
fn by_month(first: NaiveDate) -> Season {
    match first.month() {
        9.. => Season::Autumn,
        1..=3 => Season::Spring,
        _ => Season::Summer,
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples::{date, half_term, year_2026};
    use super::*;

    fn seasons(calendar: &Calendar) -> Vec<(i32, Season, Vec<String>)> {
        calendar
            .terms()
            .into_iter()
            .map(|term| {
                (term.year.0, term.season, term.half_terms.iter().map(|half_term| half_term.name.clone()).collect())
            })
            .collect()
    }

    #[test]
    fn two_half_terms_make_a_term() {
        let names = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        let mut calendar = year_2026();
        calendar.half_terms.reverse();
        assert_eq!(
            seasons(&calendar),
            [
                (2026, Season::Autumn, names("Autumn 1", "Autumn 2")),
                (2026, Season::Spring, names("Spring 1", "Spring 2")),
                (2026, Season::Summer, names("Summer 1", "Summer 2")),
            ]
        );
        assert_eq!(calendar.terms()[0].last(), Some(date("2026-12-18")));
    }

    #[test]
    fn a_year_being_typed_has_the_terms_its_months_say() {
        let mut calendar = year_2026();
        calendar.half_terms.remove(0);
        let told = seasons(&calendar);
        assert_eq!(told[0], (2026, Season::Autumn, vec!["Autumn 2".to_owned()]));
        assert_eq!(told.len(), 3);
        assert_eq!(seasons(&Calendar::default()), []);
    }

    #[test]
    fn dates_reach_as_far_as_they_are_typed() {
        let whole = year_2026();
        let mut begun = year_2026();
        begun.half_terms.truncate(2);
        for (day, by_whole, by_begun) in [
            ("2026-08-31", false, false),
            ("2026-09-01", true, true),
            ("2026-10-28", true, true),
            ("2026-12-18", true, true),
            ("2026-12-19", true, false),
            ("2027-08-31", true, false),
            ("2027-09-01", false, false),
        ] {
            assert_eq!((whole.reaches(date(day)), begun.reaches(date(day))), (by_whole, by_begun), "{day}");
        }
        assert_eq!(half_term("A", "2026-09-01", "2026-09-02").first, date("2026-09-01"));
    }
}
