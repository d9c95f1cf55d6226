use super::*;
use crate::story::examples::{MONDAY, date, not_done, unchanged, week};

fn codes(story: &WeekStory) -> Vec<(String, Weight)> {
    ready_to_close(story).into_iter().map(|b| (b.code.into_owned(), b.weight)).collect()
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
    let blockers = ready_to_close(&story);
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
