use super::*;
use crate::calendar::{DayOff, DayOffKind, HalfTerm};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The autumn of 2026: a half-term holiday from 24 October to 1 November, and an INSET day that is all of a short week.
fn autumn() -> Calendar {
    let term = |name: &str, first, last| HalfTerm { name: name.into(), first: day(first), last: day(last) };
    Calendar {
        half_terms: vec![term("Autumn 1", "2026-09-02", "2026-10-23"), term("Autumn 2", "2026-11-02", "2026-12-18")],
        days_off: vec![DayOff { date: day("2026-11-09"), kind: DayOffKind::Inset, name: String::new() }],
    }
}

fn language_group() -> ProvisionDetails {
    ProvisionDetails {
        intervention: "Language group".into(),
        area: "communication".into(),
        plan: None,
        staff: "Mrs Bellamy".into(),
        group_name: String::new(),
        group_size: 3,
        sessions: 2,
        every_weeks: 1,
        minutes: 30,
        from: day("2026-09-14"),
        weeks: 10,
        to: None,
        pence: Some(1_000),
        measure: "Words".into(),
        entry: "12".into(),
        exit: String::new(),
        impact: String::new(),
    }
}

#[test]
fn a_school_week_is_one_with_an_open_day() {
    for (first, last, weeks, known) in [
        ("2026-09-14", "2026-09-14", 1, true),
        ("2026-09-18", "2026-09-21", 2, true),
        ("2026-09-19", "2026-09-20", 0, true), // a weekend
        ("2026-10-19", "2026-11-06", 2, true), // the holiday between them counts nothing
        ("2026-10-24", "2026-11-01", 0, true),
        ("2026-11-09", "2026-11-09", 0, true), // INSET alone
        ("2026-11-09", "2026-11-10", 1, true),
        ("2026-09-14", "2026-09-13", 0, true),  // the last before the first
        ("2027-09-06", "2027-09-19", 2, false), // nobody knows the dates of that year
    ] {
        let counted = school_weeks(&autumn(), day(first), day(last));
        assert_eq!(counted, SchoolWeeks { weeks, dates_known: known }, "{first} to {last}");
    }
}

#[test]
fn what_nobody_ended_ends_when_the_child_leaves() {
    let group = language_group();
    let until = |last: Option<&str>| group.while_on_roll(last.map(day)).to;
    assert_eq!(until(None), None);
    assert_eq!(until(Some("2026-10-23")), Some(day("2026-10-24")));
    assert_eq!(until(Some("2026-09-01")), Some(group.from), "it never ran");
    let ended = ProvisionDetails { to: Some(day("2026-10-05")), ..group };
    assert_eq!(ended.while_on_roll(Some(day("2026-10-23"))), ended, "what was ended before stays so");
}

#[test]
fn costs_to_date_never_pass_the_full_run_and_stop_where_it_ended() {
    let at = |change: fn(&mut ProvisionDetails), today: &str| {
        let mut details = language_group();
        change(&mut details);
        let weeks = details.weeks_to_date(&autumn(), day(today)).weeks;
        let cost = details.cost(weeks).unwrap();
        (
            weeks,
            cost.to_date,
            cost.share_to_date,
            cost.full_run,
            cost.share_full_run,
            details.running(weeks, day(today)),
        )
    };
    assert_eq!(at(|_| (), "2026-09-11"), (0, 0, 0, 20_000, 6_667, Running::ToCome));
    assert_eq!(at(|_| (), "2026-09-14"), (1, 2_000, 667, 20_000, 6_667, Running::Now));
    assert_eq!(at(|_| (), "2026-11-06"), (7, 14_000, 4_667, 20_000, 6_667, Running::Now));
    assert_eq!(at(|_| (), "2026-12-18"), (10, 20_000, 6_667, 20_000, 6_667, Running::Over), "13 weeks, of 10");
    let ended = |details: &mut ProvisionDetails| details.to = Some(day("2026-10-05"));
    assert_eq!(at(ended, "2026-12-18"), (3, 6_000, 2_000, 20_000, 6_667, Running::Ended));
    assert_eq!(at(ended, "2026-10-02"), (3, 6_000, 2_000, 20_000, 6_667, Running::Now), "it will end");
    let twice_in_three = |details: &mut ProvisionDetails| (details.sessions, details.every_weeks) = (1, 2);
    assert_eq!(at(twice_in_three, "2026-10-02"), (3, 2_000, 667, 5_000, 1_667, Running::Now));
    let mut unpriced = language_group();
    unpriced.pence = None;
    assert_eq!(unpriced.cost(4), None);
}

#[test]
fn a_dose_is_said_as_it_is_given() {
    for (sessions, every_weeks, minutes, said, a_week) in [
        (2, 1, 30, "twice a week, 30 minutes", 60),
        (5, 1, 10, "5 times a week, 10 minutes", 50),
        (1, 2, 45, "once every 2 weeks, 45 minutes", 23),
        (1, 1, 1, "once a week, 1 minute", 1),
    ] {
        let details = ProvisionDetails { sessions, every_weeks, minutes, ..language_group() };
        assert_eq!((details.dose().as_str(), details.minutes_a_week().rounded()), (said, a_week));
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_field() {
    let today = day("2026-11-02");
    let refused = |change: fn(&mut ProvisionDetails)| {
        let mut details = language_group();
        change(&mut details);
        details.check(today).err().map(|fault| format!("{} {}", fault.code, fault.field.unwrap_or_default()))
    };
    assert_eq!(refused(|_| ()), None);
    for (change, told) in [
        ((|d| d.intervention = " ".into()) as fn(&mut ProvisionDetails), "intervention.no_name intervention"),
        (|d| d.area = "moods".into(), "area.unknown area"),
        (|d| d.from = day("1990-01-01"), "record.date from"),
        (|d| d.to = Some(day("2026-09-13")), "provision.backwards to"),
        (|d| d.group_size = 0, "provision.number group_size"),
        (|d| d.sessions = 51, "provision.number sessions"),
        (|d| d.every_weeks = 0, "provision.number every_weeks"),
        (|d| d.minutes = 481, "provision.number minutes"),
        (|d| d.weeks = 105, "provision.number weeks"),
        (|d| d.pence = Some(10_000_001), "provision.number pence"),
        (|d| d.impact = "x".repeat(2_001), "text.too_long impact"),
    ] {
        assert_eq!(refused(change).as_deref(), Some(told));
    }
    let same = InterventionDetails { name: "language GROUP".into(), area: String::new(), retired: false };
    assert_eq!(same.check(["Language group"]).unwrap_err().code, "intervention.twice");
}
