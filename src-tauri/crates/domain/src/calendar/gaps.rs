//! What of a school's year is still to be typed, or looks wrong, in plain sentences. Nothing here stops any work.

use super::bank_holidays::bank_holidays;
use super::terms::HALF_TERMS;
use super::{AcademicYear, Calendar, DayKind, HalfTerm};
use crate::text::{count, long_date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most days between the two half-terms of one term: two weeks and the weekends beside them.
const LONGEST_GAP: i64 = 16;

/// School days that pupils of a maintained school have at least (Education (School Day and School Year) (England)
/// Regulations 1999, reg 3: 380 sessions, two a day).
const SCHOOL_DAYS: usize = 190;

/// What there is to say of a year's dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// No half-term is typed.
    NoDates,
    /// Fewer than six half-terms are typed.
    FewHalfTerms,
    /// Two half-terms of one term lie far apart.
    LongGap,
    /// A bank holiday counts as a school day.
    OpenBankHoliday,
    /// Pupils come on fewer days than they should.
    FewDays,
}

/// Something to say of a year's dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Gap {
    /// What about.
    pub kind: GapKind,
    /// What it is and what to do, in a sentence or two.
    pub sentence: String,
}

/// What is missing or odd in a year's dates; nothing where they are whole. Dates of other years are passed over.
pub fn gaps(calendar: &Calendar, year: AcademicYear) -> Vec<Gap> {
    let (Some(first), Some(last)) = (year.first(), year.last()) else { return Vec::new() };
    let named = format!("{}/{:02}", year.0, (year.0 + 1).rem_euclid(100));
    let half_terms: Vec<&HalfTerm> =
        calendar.by_year().into_iter().filter(|(of, _)| *of == year).flat_map(|(_, half_terms)| half_terms).collect();
    if half_terms.is_empty() {
        let sentence = format!(
            "No dates of {named} are typed yet, so each weekday counts as a school day and no task falls due by the \
             half-term. Type the half-terms, or take them from the year before."
        );
        return vec![Gap { kind: GapKind::NoDates, sentence }];
    }
    let mut found = Vec::new();
    if half_terms.len() < HALF_TERMS {
        let typed = count(half_terms.len() as u64, "half-term is", "half-terms are");
        let sentence = format!(
            "{typed} typed of {named}, and a year has six. Days outside them count as holidays. Add the others."
        );
        found.push(Gap { kind: GapKind::FewHalfTerms, sentence });
    }
    for term in calendar.terms().into_iter().filter(|term| term.year == year) {
        for pair in term.half_terms.windows(2) {
            let [earlier, later] = pair else { continue };
            let days = (later.first - earlier.last).num_days() - 1;
            if days > LONGEST_GAP {
                let sentence = format!(
                    "There are {days} days between {} ({}) and {} ({}), which is long inside a term. Check both dates.",
                    earlier.name,
                    long_date(earlier.last),
                    later.name,
                    long_date(later.first)
                );
                found.push(Gap { kind: GapKind::LongGap, sentence });
            }
        }
    }
    for off in [year.0, year.0 + 1].into_iter().flat_map(bank_holidays) {
        if first <= off.date && off.date <= last && calendar.kind_of(off.date) == DayKind::Open {
            let sentence = format!(
                "{} is a bank holiday ({}) and counts as a school day. Add it to the days off.",
                long_date(off.date),
                off.name
            );
            found.push(Gap { kind: GapKind::OpenBankHoliday, sentence });
        }
    }
    let open = first.iter_days().take_while(|day| *day <= last).filter(|day| calendar.kind_of(*day) == DayKind::Open);
    let open = open.count();
    if half_terms.len() >= HALF_TERMS && open < SCHOOL_DAYS {
        let sentence = format!(
            "Pupils come on {} in {named}. Maintained schools open on {SCHOOL_DAYS} at least; academies set their own. \
             Check the dates.",
            count(open as u64, "day", "days")
        );
        found.push(Gap { kind: GapKind::FewDays, sentence });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::DayOffKind;
    use super::super::examples::{date, off, year_2026};
    use super::*;

    fn kinds(calendar: &Calendar) -> Vec<GapKind> {
        gaps(calendar, AcademicYear(2026)).into_iter().map(|gap| gap.kind).collect()
    }

    #[test]
    fn a_whole_year_has_nothing_to_say() {
        assert_eq!(gaps(&year_2026(), AcademicYear(2026)), []);
    }

    #[test]
    fn each_gap_is_said() {
        assert_eq!(kinds(&Calendar::default()), [GapKind::NoDates]);
        let mut five = year_2026();
        five.half_terms.pop();
        assert_eq!(kinds(&five), [GapKind::FewHalfTerms], "days are not counted while dates are missing");
        let mut snow = year_2026();
        snow.days_off.push(off("2027-02-01", DayOffKind::Closure));
        let told = gaps(&snow, AcademicYear(2026));
        assert_eq!(told[0].kind, GapKind::FewDays);
        assert!(told[0].sentence.starts_with("Pupils come on 189 days in 2026/27."), "{}", told[0].sentence);
        let mut open = year_2026();
        open.days_off.retain(|off| off.kind != DayOffKind::BankHoliday);
        let told = gaps(&open, AcademicYear(2026));
        assert_eq!(told.len(), 1);
        assert!(told[0].sentence.starts_with("3 May 2027 is a bank holiday"), "{}", told[0].sentence);
    }

    #[test]
    fn a_gap_of_two_weeks_and_their_weekends_is_long_enough() {
        let mut year = year_2026();
        year.half_terms[1].first = date("2026-11-09");
        assert!(!kinds(&year).contains(&GapKind::LongGap), "16 days");
        year.half_terms[1].first = date("2026-11-10");
        let told = gaps(&year, AcademicYear(2026));
        assert_eq!(told[0].kind, GapKind::LongGap, "17 days: {told:?}");
        assert!(told[0].sentence.contains("17 days between Autumn 1 (23 October 2026) and Autumn 2"), "{told:?}");
    }

    #[test]
    fn another_year_is_passed_over() {
        let told = gaps(&year_2026(), AcademicYear(2027));
        assert_eq!(told.len(), 1);
        assert!(told[0].sentence.starts_with("No dates of 2027/28"), "{told:?}");
        assert_eq!(gaps(&year_2026(), AcademicYear(i32::MAX)), []);
    }
}
