use super::*;
use crate::story::examples::{MONDAY, date, not_done, unchanged, week};

const FRIDAY: &str = "2026-11-06";

fn codes(story: &WeekStory) -> Vec<(String, Weight)> {
    ready_to_close(story, date(FRIDAY)).into_iter().map(|b| (b.code.into_owned(), b.weight)).collect()
}

#[test]
fn a_settled_week_may_close() {
    let facts = week().block(MONDAY, "13:00 30", not_done("Ill")).entry(MONDAY, "13:00 30", unchanged);
    assert_eq!(codes(&facts.told()), [("week.unaccounted".to_owned(), Weight::Notice)], "only worth knowing");
    let mut off_contract = facts;
    off_contract.hours = None;
    assert_eq!(codes(&off_contract.told()), [], "no contracted time, none to account for");
}

#[test]
fn each_thing_to_settle_opens_what_it_is_about() {
    let story = week()
        .block(MONDAY, "13:00 30", BlockState::Open)
        .entry(MONDAY, "13:00 30", unchanged)
        .entry(MONDAY, "13:29 2", |e| (e.activity, e.provisional) = (None, true))
        .entry("2026-11-03", "300", unchanged)
        .told();
    let blockers = ready_to_close(&story, date(FRIDAY));
    let found: Vec<_> = blockers.iter().map(|b| (&*b.code, b.date, b.entries.clone(), b.blocks.clone())).collect();
    let (monday, tuesday) = (Some(date(MONDAY)), Some(date("2026-11-03")));
    assert_eq!(
        found,
        [
            ("week.overlap", monday, vec![EntryId(1), EntryId(2)], vec![]),
            ("week.too_full", tuesday, vec![EntryId(3)], vec![]),
            ("week.provisional", None, vec![EntryId(2)], vec![]),
            ("week.open_blocks", None, vec![], vec![BlockId(1)]),
            ("week.unaccounted", None, vec![], vec![]),
        ]
    );
    assert_eq!(
        blockers[0].message,
        "Two entries both claim 1 minute on Monday, 13:29 to 13:30. Change the time or the length of one of them."
    );
    assert_eq!(blockers[2].message, "One entry still waits to be classified.");
    assert_eq!(blockers[0].as_fault().code, "week.overlap");
}

#[test]
fn a_week_closes_once_its_last_worked_day_has_come() {
    let stopped = |facts: &crate::story::WeekFacts, today: &str| {
        ready_to_close(&facts.told(), date(today)).iter().any(|blocker| blocker.code == "week.not_over")
    };
    assert!(stopped(&week(), "2026-11-05") && !stopped(&week(), FRIDAY), "she works on Friday");
    let mut until_tuesday = week();
    if let Some(hours) = &mut until_tuesday.hours {
        hours.days[2..].fill(crate::hours::DayHours::default());
    }
    assert!(stopped(&until_tuesday, MONDAY) && !stopped(&until_tuesday, "2026-11-03"));
    let mut at_leisure = week();
    at_leisure.hours = None;
    assert!(stopped(&at_leisure, "2026-11-05") && !stopped(&at_leisure, FRIDAY), "no worked day: Friday");
}

#[test]
fn a_plan_says_what_to_look_at_before_it_freezes() {
    let mut facts = week()
        .block(MONDAY, "13:00 60", BlockState::Open)
        .block(MONDAY, "13:45 30", BlockState::Open)
        .block(MONDAY, "14:15 30", BlockState::Open)
        .block("2026-11-03", "13:00 60", BlockState::Open);
    let told = |facts: &crate::story::WeekFacts| {
        let all = before_freezing(facts);
        assert!(all.iter().all(|blocker| blocker.weight == Weight::Notice));
        all.into_iter().map(|b| (b.code.into_owned(), b.blocks, b.message)).collect::<Vec<_>>()
    };
    let twice = "Two blocks are planned for Monday, 13:45 to 14:00.".to_owned();
    assert_eq!(told(&facts), [("plan.overlap".to_owned(), vec![BlockId(1), BlockId(2)], twice)]);
    facts.blocks.drain(1..);
    facts.activities[0].retired = true;
    assert_eq!(told(&facts)[0].0, "plan.retired");
    facts.week.frozen_at = date(MONDAY).and_hms_opt(8, 0, 0);
    assert_eq!(told(&facts), [], "a frozen plan stays as it is");
}
