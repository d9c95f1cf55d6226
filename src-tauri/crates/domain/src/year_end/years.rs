//! Which year is moved into, which one follows another, and after which one pupils leave.

use crate::calendar::AcademicYear;
use crate::codes::RulePack;
use crate::pupil::{Pupil, PupilDetails, year_of_age};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The highest year that holds pupils on a day, and so the one after which they leave. One or two alone in a year above
/// all others are taken for children of a wrong date of birth.
pub fn top_year(pupils: &[Pupil], day: NaiveDate) -> Option<String> {
    let mut counts: BTreeMap<usize, (String, u32)> = BTreeMap::new();
    for pupil in pupils.iter().filter(|pupil| here_before(&pupil.details, day.succ_opt().unwrap_or(day))) {
        let year = pupil.details.year_on(day);
        if let Some(rank) = rank(&year) {
            counts.entry(rank).or_insert((year, 0)).1 += 1;
        }
    }
    let full = counts.values().rev().find(|(_, pupils)| *pupils > 2).or(counts.values().next_back());
    full.map(|(year, _)| year.clone())
}

/// The school year to move up into: the one ahead, but in the autumn the one just begun, where nobody moved into it yet.
pub fn next_year(today: NaiveDate, in_it: bool) -> NaiveDate {
    let begun = AcademicYear::of(today).0;
    let late = today.month() >= 9 && !in_it;
    AcademicYear(if late { begun } else { begun + 1 }).first().unwrap_or(today)
}

/// Whether it is too early to move up into a year: it is ahead, and it is not yet 1 April, when leavers and classes are
/// spoken of.
pub fn is_early(from: NaiveDate, today: NaiveDate) -> bool {
    NaiveDate::from_ymd_opt(from.year(), 4, 1).is_some_and(|spring| today < spring)
}

/// Whether the names of the classes are those of the school year that a day lies in rather than of the one before; none
/// where they do not tell.
pub fn classes_are_of(pupils: &[Pupil], day: NaiveDate) -> Option<bool> {
    let first = AcademicYear::of(day).first()?;
    let [mut before, mut now] = [0, 0];
    for PupilDetails { class, born, year_override, .. } in
        pupils.iter().map(|pupil| &pupil.details).filter(|details| here_before(details, day))
    {
        let (Some(born), None) = (*born, year_override) else { continue };
        let [old, this, coming] = [-1, 0, 1].map(|by| year_of_age(born, AcademicYear(AcademicYear::of(first).0 + by)));
        before += u32::from(super::classes::after(class, &old, &this).is_some());
        now += u32::from(super::classes::after(class, &this, &coming).is_some());
    }
    (before != now).then_some(now > before)
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
