//! A sample school of invented people, and the same generator at the size benchmarks need.
//!
//! Everything follows from a seed and the day: the same two give the same school. Nobody in it lives anywhere.

mod people;
mod phrases;
mod record;
mod record_phrases;
mod tasks;
mod to_do;
mod weeks;
mod year;

use chrono::{Days, NaiveDate, NaiveDateTime};
use daybook_domain::Outcome;
use daybook_domain::calendar::{AcademicYear, Calendar, monday_of};
use daybook_domain::ids::SchoolId;
use daybook_domain::log::{LockReason, Sitting};
use daybook_domain::school::SchoolDetails;
use daybook_store::{Cost, Op, Vault, Writer};
use std::collections::BTreeMap;
use std::path::Path;

/// How large a school to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Pupils on roll.
    pub roll: u32,
    /// Of these, pupils with SEN support or an EHC plan.
    pub registered: u32,
    /// Of the others, pupils on the watch list.
    pub watched: u32,
    /// School weeks, the last of them the present one.
    pub school_weeks: u32,
    /// Short entries without a time that each week holds besides its believable ones.
    pub short_entries: u32,
    /// Tasks besides, all but the last few of them settled.
    pub tasks: u32,
    /// It has a catalogue, and a list of what is to be done by the day it is.
    pub catalogue: bool,
    /// Where chance begins.
    pub seed: u64,
}

impl Scale {
    /// A primary school of 214 and a term and a half of weeks, to explore.
    pub fn sample() -> Self {
        Self {
            roll: 214,
            registered: 41,
            watched: 7,
            school_weeks: 18,
            short_entries: 0,
            tasks: 0,
            catalogue: true,
            seed: 7,
        }
    }

    /// 2,000 on roll, 500 with provision, five years, about 60,000 entries and 20,000 tasks, to measure with.
    pub fn big() -> Self {
        Self {
            roll: 2_000,
            registered: 500,
            watched: 60,
            school_weeks: 195,
            short_entries: 280,
            tasks: 20_000,
            catalogue: false,
            seed: 11,
        }
    }
}

/// Fills an empty daybook that holds the kinds of work it starts from.
pub fn fill(vault: &mut Vault, now: NaiveDateTime, scale: &Scale) -> Outcome<()> {
    let mut chance = fastrand::Rng::with_seed(scale.seed);
    let activities = vault.read().activities().list()?;
    let mondays = school_weeks(now.date(), scale.school_weeks);
    vault.transact(Op::lasting("sample", "Sample school filled"), now, |tx| {
        let school = tx.schools().insert(&SchoolDetails {
            name: "Larkfield Primary School".to_owned(),
            senco: "Ms A. Morrow".to_owned(),
            head: "Mr D. Pell".to_owned(),
        })?;
        let first = mondays.first().copied().unwrap_or(now.date());
        let calendars = calendars(tx, school, first, now.date())?;
        let hours = year::hours(AcademicYear::of(first).first().unwrap_or(first));
        tx.hours().save(school, &hours)?;
        let pupils = people::enrol(tx, school, now.date(), scale, &mut chance)?;
        // Chance of its own, so that the weeks stay as they were.
        let mut for_records = fastrand::Rng::with_seed(scale.seed + 1_000);
        record::furnish(tx, school, now.date(), &pupils, &mut for_records)?;
        let mut scene =
            weeks::Scene { school, now, activities: &activities, pupils: &pupils, short: scale.short_entries, chance };
        for monday in &mondays {
            let calendar = calendars.get(&AcademicYear::of(*monday)).cloned().unwrap_or_default();
            scene.play(tx, *monday, &calendar)?;
        }
        tasks::pile_up(tx, school, (first, now.date()), &activities, scale.tasks)?;
        if scale.catalogue {
            let (today, mondays) = (now.date(), mondays.as_slice());
            to_do::ToDo { school, today, mondays, activities: &activities, pupils: &pupils }.begin(tx)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Makes a filled daybook of its own, with the key cost that a SENCO's would have, for measuring with.
pub fn big_vault(folder: &Path, passphrase: &str, now: NaiveDateTime, scale: &Scale) -> Outcome<()> {
    let sitting = Sitting { at: now, who: String::new(), computer: String::new() };
    let mut vault = crate::vaults::begin(folder, passphrase, Cost::tuned(), &sitting)?;
    fill(&mut vault, now, scale)?;
    vault.lock(LockReason::Closed, now);
    Ok(())
}

/// A roll as a school's system would export it, for measuring an import with.
pub fn roll_as_csv(roll: u32, today: NaiveDate) -> String {
    people::roll_as_csv(roll, today)
}

/// The Mondays of so many school weeks, the last of them this week or, in the holidays, the last before it.
fn school_weeks(today: NaiveDate, count: u32) -> Vec<NaiveDate> {
    let mut mondays = Vec::new();
    let mut monday = monday_of(today);
    while mondays.len() < count as usize {
        let calendar = year::calendar(AcademicYear::of(monday));
        if calendar.half_term_of(monday).is_some() {
            mondays.push(monday);
        }
        match monday.checked_sub_days(Days::new(7)) {
            Some(earlier) => monday = earlier,
            None => break,
        }
    }
    mondays.reverse();
    mondays
}

fn calendars(
    tx: &Writer<'_>,
    school: SchoolId,
    first: NaiveDate,
    today: NaiveDate,
) -> Outcome<BTreeMap<AcademicYear, Calendar>> {
    (AcademicYear::of(first).0..=AcademicYear::of(today).0)
        .map(|start| {
            let year = AcademicYear(start);
            let calendar = year::calendar(year);
            tx.calendar().replace(school, year, &calendar)?;
            Ok((year, calendar))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_covers_a_term_and_a_half_up_to_this_week() {
        for today in ["2026-11-21", "2026-08-12", "2027-02-17", "2027-01-01"] {
            let today: NaiveDate = today.parse().unwrap();
            let mondays = school_weeks(today, 18);
            assert_eq!(mondays.len(), 18);
            assert!(mondays.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(*mondays.last().unwrap() <= today);
        }
    }

    #[test]
    fn every_year_made_up_is_a_calendar_the_app_accepts() {
        for start in 2018..2035 {
            year::calendar(AcademicYear(start)).check(AcademicYear(start)).unwrap();
        }
        year::hours("2026-09-01".parse().unwrap()).check().unwrap();
    }
}
