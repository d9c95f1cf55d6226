//! Which year is moved into, which one follows another, and after which one pupils leave.

use crate::calendar::AcademicYear;
use crate::codes::RulePack;
use crate::pupil::{Pupil, PupilDetails};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The highest year that holds pupils before a new school year, and so the one after which they leave. One or two alone
/// in a year above all others are taken for children of a wrong date of birth.
pub fn top_year(pupils: &[Pupil], from: NaiveDate) -> Option<String> {
    let mut counts: BTreeMap<usize, (String, u32)> = BTreeMap::new();
    let before = from.pred_opt()?;
    for pupil in pupils.iter().filter(|pupil| here_before(&pupil.details, from)) {
        let year = pupil.details.year_on(before);
        if let Some(rank) = rank(&year) {
            counts.entry(rank).or_insert((year, 0)).1 += 1;
        }
    }
    let full = counts.values().rev().find(|(_, pupils)| *pupils > 2).or(counts.values().next_back());
    full.map(|(year, _)| year.clone())
}

/// The school year to move up into: the one ahead from the spring on, and the one just begun in the autumn.
pub fn next_year(today: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    let year = if today.month() >= 9 { today.year() } else { AcademicYear::of(today).0 + 1 };
    AcademicYear(year).first().unwrap_or(today)
}

/// On roll on the day before: come before it, and not to be gone by then.
pub(super) fn here_before(details: &PupilDetails, from: NaiveDate) -> bool {
    details.on_roll_from.is_none_or(|first| first < from) && details.on_roll_to.is_none_or(|last| last >= from)
}

/// Where a year stands among those that one moves through; none for no curriculum year and for no year at all.
pub(super) fn rank(year: &str) -> Option<usize> {
    let years = &RulePack::england().years;
    years.iter().position(|known| known.code == year).filter(|at| at + 1 < years.len())
}

/// The year after; the same where there is none after it.
pub(super) fn next(year: &str) -> String {
    let after =
        rank(year).and_then(|at| RulePack::england().years.get(at + 1)).filter(|next| rank(&next.code).is_some());
    after.map_or(year, |next| &next.code).to_owned()
}
