//! Dates worked out twice: here, and by other people's code in `tests/reckoning`, which shares nothing with ours.
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by failing")]

use chrono::{Datelike, NaiveDate};
use daybook_domain::calendar::bank_holidays::bank_holidays;
use daybook_domain::calendar::{AcademicYear, Calendar, DayOff, HalfTerm};
use daybook_domain::task::anchor::Anchor;
use daybook_domain::task::frequency::Frequency;
use daybook_domain::task::recur::{Occurrence, Rule, occurrences};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const BANK_HOLIDAYS: &str = include_str!("../../../../tests/reckoning/bank_holidays.json");
const OCCURRENCES: &str = include_str!("../../../../tests/reckoning/occurrences.json");

/// Days proclaimed once, which no rule gives and a school types by hand.
const PROCLAIMED: [&str; 5] = [
    "2020-05-08", // Early May's, moved to the 75th anniversary of VE Day
    "2022-06-02", // Spring's, moved to the Platinum Jubilee
    "2022-06-03", // the Platinum Jubilee
    "2022-09-19", // the State Funeral of Queen Elizabeth II
    "2023-05-08", // the coronation of King Charles III
];

/// Days that the rule gives, and that were moved away by proclamation in their year.
const MOVED_AWAY: [&str; 2] = ["2020-05-04", "2022-05-30"];

#[derive(Deserialize)]
struct Reckoned {
    first: NaiveDate,
    last: NaiveDate,
    half_terms: Vec<HalfTerm>,
    days_off: Vec<DayOff>,
    each_day: Vec<String>,
    rules: Vec<ReckonedRule>,
}

#[derive(Deserialize)]
struct ReckonedRule {
    frequency: Frequency,
    anchor: Anchor,
    in_holidays: bool,
    events: Vec<NaiveDate>,
    due: Vec<String>,
}

fn reckoned() -> (Reckoned, Calendar) {
    let reckoned: Reckoned = serde_json::from_str(OCCURRENCES).unwrap();
    let calendar = Calendar { half_terms: reckoned.half_terms.clone(), days_off: reckoned.days_off.clone() };
    (reckoned, calendar)
}

fn ours(reckoned: &Reckoned, calendar: &Calendar, rule: &ReckonedRule) -> Vec<Occurrence> {
    let ReckonedRule { frequency, anchor, in_holidays, .. } = *rule;
    let rule_of_ours = Rule { frequency, anchor, in_holidays, from: reckoned.first };
    occurrences(&rule_of_ours, calendar, &rule.events, reckoned.first, reckoned.last)
}

#[test]
fn bank_holidays_of_sixteen_years_agree_but_for_those_proclaimed_once() {
    let theirs: BTreeMap<String, String> = serde_json::from_str(BANK_HOLIDAYS).unwrap();
    let mut ours: BTreeSet<String> = (2020..=2035).flat_map(bank_holidays).map(|day| day.date.to_string()).collect();
    for day in MOVED_AWAY {
        assert!(ours.remove(day), "{day} is what the rule gives");
    }
    for day in PROCLAIMED {
        assert!(ours.insert(day.to_owned()), "{day} follows no rule");
    }
    let theirs: BTreeSet<String> = theirs.into_keys().collect();
    assert_eq!(ours.symmetric_difference(&theirs).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(theirs.len(), 16 * 8 + 3, "three of the proclaimed days were extra");
}

#[test]
fn ten_academic_years_are_such_as_a_person_could_type() {
    let (reckoned, calendar) = reckoned();
    let years = calendar.by_year();
    assert_eq!(years.len(), 10);
    for (year, half_terms) in &years {
        assert_eq!(half_terms.len(), 6, "{year:?}");
        let days_off = calendar.days_off.iter().filter(|off| AcademicYear::of(off.date) == *year).cloned().collect();
        let alone = Calendar { half_terms: half_terms.iter().map(|one| (*one).clone()).collect(), days_off };
        alone.check(*year).unwrap();
    }
    assert_eq!((reckoned.first.year(), reckoned.last.year()), (2025, 2035));
}

#[test]
fn what_is_due_each_day_agrees_in_ten_academic_years() {
    let (reckoned, calendar) = reckoned();
    let rule = Rule { frequency: Frequency::Daily, anchor: Anchor::EachDay, in_holidays: false, from: reckoned.first };
    let ours: Vec<NaiveDate> = occurrences(&rule, &calendar, &[], reckoned.first, reckoned.last)
        .into_iter()
        .map(|occurrence| occurrence.due)
        .collect();
    let theirs = reckoned.each_day.iter().flat_map(|days| {
        let (first, last) = days.split_once('/').unwrap();
        let last: NaiveDate = last.parse().unwrap();
        first.parse::<NaiveDate>().unwrap().iter_days().take_while(move |day| *day <= last)
    });
    let theirs: Vec<NaiveDate> = theirs.collect();
    assert!(theirs.len() > 10 * 185, "{} school days", theirs.len());
    assert_eq!(ours, theirs);
}

#[test]
fn what_each_kind_of_anchor_makes_due_agrees_in_ten_academic_years() {
    let (reckoned, calendar) = reckoned();
    let mut moved = BTreeSet::new();
    for rule in &reckoned.rules {
        let told: Vec<String> = ours(&reckoned, &calendar, rule).into_iter().map(|one| tell(&one)).collect();
        let named = format!("{:?}, {:?}, in holidays {}", rule.frequency, rule.anchor, rule.in_holidays);
        assert!(rule.due.len() >= 9, "{named}: ten years give more than {}", rule.due.len());
        assert_eq!(told, rule.due, "{named}");
        moved.extend(told.iter().filter_map(|one| one.split_once(' ')).map(|(_, why)| why.to_owned()));
    }
    let reasons = ["bank_holiday", "closure", "holiday", "open", "weekend"];
    assert_eq!(moved, reasons.map(str::to_owned).into(), "every reason to move is among them");
}

/// `named`, or `named>due why`.
fn tell(occurrence: &Occurrence) -> String {
    let Occurrence { named, due, moved } = *occurrence;
    let why = moved.map(|kind| format!(" {}", serde_json::to_value(kind).unwrap().as_str().unwrap()));
    if named == due { named.to_string() } else { format!("{named}>{due}{}", why.unwrap_or_default()) }
}
