//! Whatever is done to whichever noun, undoing it all brings back the beginning and redoing it all the end.

use super::nouns::pattern;
use super::*;
use daybook_domain::breaks::{BreakMark, BreakState};
use daybook_domain::calendar::{AcademicYear, Calendar, DayOff, DayOffKind, HalfTerm};
use daybook_domain::documents::DocumentDetails;
use daybook_domain::flags::FlagDetails;
use daybook_domain::ids::{BlockId, EntryId, PlanId};
use daybook_domain::plan::BlockState;
use daybook_domain::profile::Profile;
use proptest::prelude::*;

/// One kind of step for every way to write; the numbers choose whom, when and what.
fn step(here: &mut Here, kind: u8, a: u8, b: u8) {
    let date = day("2026-11-02").checked_add_days(chrono::Days::new(u64::from(a % 21))).unwrap();
    let pupil_id = PupilId(i64::from(b % 4) + 1);
    let text = format!("text {a} {b}");
    // A refusal is as good an outcome as any: it must leave no trace.
    let _ = here.tries(|tx| match kind % 26 {
        0 => tx.schools().update(SCHOOL, &SchoolDetails { name: text, senco: String::new(), head: String::new() }),
        1 => {
            let last = date.checked_add_days(chrono::Days::new(30)).unwrap();
            let calendar = Calendar {
                half_terms: vec![HalfTerm { name: text, first: date, last }],
                days_off: vec![DayOff { date: day("2026-12-01"), kind: DayOffKind::Inset, name: format!("{b}") }],
            };
            tx.calendar().replace(SCHOOL, AcademicYear(2026), &calendar)
        }
        2 => {
            let mut hours = pattern("2026-09-01");
            hours.from = date;
            hours.days[usize::from(b % 7)].teaching.clear();
            tx.hours().save(SCHOOL, &hours)
        }
        3 => {
            let mut activity = starting_activities().remove(usize::from(b) % 20);
            activity.name = text;
            tx.activities().update(&activity)
        }
        4 => tx.pupils().insert(&pupil(&text, "A"), SCHOOL).map(|_| ()),
        5 => tx.pupils().update(pupil_id, &PupilDetails { note: text, ..pupil("B", "C") }),
        6 => tx.pupils().open_status(pupil_id, ["W", "K", "E"][usize::from(a) % 3], date, &text).map(|_| ()),
        7 => tx.pupils().end_status(pupil_id, date),
        8 => tx.pupils().set_needs(pupil_id, &["SLCN", "MLD", "ASD"][usize::from(a) % 3..], date),
        9 => {
            let details = BlockDetails { date, title: text, pupils: vec![PUPIL, pupil_id], ..block("2026-11-02") };
            tx.blocks().insert(SCHOOL, &details).map(|_| ())
        }
        10 => tx.blocks().update(BlockId(i64::from(b % 6) + 1), &BlockDetails { date, ..block("2026-11-02") }),
        11 => tx.blocks().delete(BlockId(i64::from(b % 6) + 1)),
        12 => {
            let state = match a % 3 {
                0 => BlockState::Open,
                1 => BlockState::AsPlanned,
                _ => BlockState::NotDone { why: text, still_needed: b.is_multiple_of(2) },
            };
            tx.blocks().set_state(BlockId(i64::from(b % 6) + 1), &state)
        }
        13 => {
            let details = EntryDetails { date, text, displaced: Some(BlockId(1)), ..entry("2026-11-02") };
            tx.entries().insert(SCHOOL, &details).map(|_| ())
        }
        14 => tx.entries().update(EntryId(i64::from(b % 6) + 1), &EntryDetails { text, ..entry("2026-11-03") }),
        15 => tx.entries().delete(EntryId(i64::from(b % 6) + 1)),
        16 => {
            let state = if b.is_multiple_of(2) { BreakState::Missed } else { BreakState::Taken };
            tx.breaks().mark(SCHOOL, &BreakMark { date, name: "Lunch".into(), state, taken: 0, why: text })
        }
        17 => tx.settings().set("key", &text),
        18 => {
            let flag = tx.flags().insert(SCHOOL, &FlagDetails { name: text, retired: false })?;
            tx.pupils().set_own_flags(pupil_id, &[flag])
        }
        19 => tx.plans().insert(pupil_id, &plans::form()).map(|_| ()),
        20 => {
            let mut form = plans::form();
            form.cycle.outcomes.push(plans::outcome(&text));
            tx.plans().update(PlanId(i64::from(b % 4) + 1), &form)
        }
        21 => {
            let plan = tx.plans().get(PlanId(i64::from(b % 4) + 1))?;
            let Some(open) = plan.open() else { return Ok(()) };
            let next = daybook_domain::support::CycleForm { doing: text, ..plans::form().cycle };
            tx.plans().review(
                plan.id,
                &open.form,
                (date, "Seen"),
                if a.is_multiple_of(3) { Err("met") } else { Ok(&next) },
            )?;
            Ok(())
        }
        22 => tx.plans().remove(PlanId(i64::from(b % 4) + 1)),
        23 => tx.provisions().insert(SCHOOL, pupil_id, &record::provision(&text, "2026-09-14")).map(|_| ()),
        24 => {
            let profile =
                Profile { hopes: if b.is_multiple_of(3) { String::new() } else { text }, ..Profile::default() };
            tx.profiles().set(pupil_id, &profile)?;
            let details = DocumentDetails { name: "Letter".into(), date, note: String::new() };
            tx.documents().keep(pupil_id, &details, &[a]).map(|_| ())
        }
        _ => {
            let monday = daybook_domain::calendar::monday_of(date);
            if b.is_multiple_of(4) {
                tx.weeks().close(SCHOOL, monday, at("2026-11-06"))
            } else {
                tx.weeks().freeze(SCHOOL, monday, at("2026-11-02"))
            }
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_all_and_redoing_all(steps in proptest::collection::vec(any::<(u8, u8, u8)>(), 1..60)) {
        let mut here = Here::with_school();
        let beginning = here.dump();
        for (kind, a, b) in steps {
            step(&mut here, kind, a, b);
        }
        let end = here.dump();
        let mut here = here.restart();
        let mut states = vec![end];
        while here.dump() != beginning {
            let changed = here.vault.undo(at("2026-11-09")).unwrap();
            prop_assert!(!changed.changed.is_empty(), "ran out of undo before the beginning");
            states.push(here.dump());
        }
        states.pop();
        let mut here = here.restart();
        while let Some(state) = states.pop() {
            here.vault.redo(at("2026-11-09")).unwrap();
            prop_assert_eq!(here.dump(), state);
        }
        prop_assert_eq!(here.vault.undo_state().unwrap().redo, None);
    }
}

#[test]
fn every_kind_of_step_can_succeed() {
    // What the property walks through must not be refusals only.
    for kind in 0..26 {
        let mut here = Here::with_school();
        here.does(|tx| {
            tx.blocks().insert(SCHOOL, &block("2026-11-02"))?;
            tx.entries().insert(SCHOOL, &entry("2026-11-02"))?;
            tx.plans().insert(PUPIL, &plans::form())?;
            tx.pupils().open_status(PUPIL, "K", day("2026-01-05"), "")
        });
        let before = here.dump();
        step(&mut here, kind, 11, 0);
        assert_ne!(here.dump(), before, "step {kind}");
    }
}
