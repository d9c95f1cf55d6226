//! What the tables refuse, whoever asks.

use super::*;
use daybook_domain::activity::Purpose;
use daybook_domain::breaks::{BreakMark, BreakState};
use daybook_domain::calendar::{AcademicYear, Calendar};
use daybook_domain::hours::WeekHours;
use daybook_domain::plan::BlockState;
use daybook_domain::story::{Private, tell};

const MONDAY: &str = "2026-11-02";

fn frozen() -> (Here, daybook_domain::ids::BlockId) {
    let mut here = Here::with_school();
    let block = here.does(|tx| tx.blocks().insert(SCHOOL, &block(MONDAY)));
    here.does(|tx| tx.weeks().freeze(SCHOOL, day(MONDAY), at(MONDAY)));
    (here, block)
}

#[test]
fn a_frozen_plan_stays_as_it_was() {
    let (mut here, id) = frozen();
    let plan = here.vault.read().blocks().of_week(SCHOOL, day(MONDAY)).unwrap();
    assert_eq!(here.refuses(|tx| tx.blocks().insert(SCHOOL, &block("2026-11-08"))), "block.frozen", "the Sunday");
    let later = BlockDetails { start: Clock::at(11, 0), ..block(MONDAY) };
    assert_eq!(here.refuses(|tx| tx.blocks().update(id, &later)), "block.frozen");
    assert_eq!(here.refuses(|tx| tx.blocks().update(id, &block("2026-11-09"))), "block.frozen", "moved out of it");
    let alone = BlockDetails { pupils: vec![], ..block(MONDAY) };
    assert_eq!(here.refuses(|tx| tx.blocks().update(id, &alone)), "block.frozen");
    assert_eq!(here.refuses(|tx| tx.blocks().delete(id)), "block.frozen");
    assert_eq!(here.refuses(|tx| tx.weeks().freeze(SCHOOL, day(MONDAY), at("2026-11-03"))), "week.frozen");
    let next = here.does(|tx| tx.blocks().insert(SCHOOL, &block("2026-11-09")));
    assert_eq!(here.refuses(|tx| tx.blocks().update(next, &block("2026-11-06"))), "block.frozen", "moved into it");
    assert_eq!(here.vault.read().blocks().of_week(SCHOOL, day(MONDAY)).unwrap(), plan);
}

#[test]
fn no_statement_gets_round_a_frozen_plan() {
    let (mut here, _) = frozen();
    for statement in [
        "UPDATE block SET title = 'x'",
        "UPDATE block SET school_id = school_id",
        "DELETE FROM block_pupil",
        "UPDATE block_pupil SET pupil_id = pupil_id",
        "UPDATE week SET frozen_at = NULL",
        "UPDATE week SET monday = '2026-11-09'",
        "DELETE FROM week",
        "REPLACE INTO block SELECT * FROM block",
    ] {
        let code = here.refuses(|tx| tx.sql().run(statement, []));
        assert!(["block.frozen", "week.frozen"].contains(&code.as_str()), "{statement}: {code}");
    }
}

#[test]
fn what_became_of_a_block_stands_beside_the_frozen_plan() {
    let (mut here, id) = frozen();
    let not_done = BlockState::NotDone { why: "covering a class".into(), still_needed: true };
    for state in [BlockState::AsPlanned, BlockState::Changed, not_done, BlockState::Open] {
        here.does(|tx| tx.blocks().set_state(id, &state));
        let found = here.vault.read().blocks().get(id).unwrap();
        assert_eq!((found.state, found.details), (state, block(MONDAY)));
    }
}

#[test]
fn undoing_the_freeze_opens_the_plan_and_redoing_shuts_it() {
    let (mut here, id) = frozen();
    here.vault.undo(at(MONDAY)).unwrap();
    let later = BlockDetails { start: Clock::at(11, 0), ..block(MONDAY) };
    assert!(here.tries(|tx| tx.blocks().update(id, &later)).is_ok());
    here.vault.undo(at(MONDAY)).unwrap();
    here.does(|tx| tx.weeks().freeze(SCHOOL, day(MONDAY), at(MONDAY)));
    here.vault.undo(at(MONDAY)).unwrap();
    here.vault.redo(at(MONDAY)).unwrap();
    assert_eq!(here.refuses(|tx| tx.blocks().update(id, &later)), "block.frozen");
}

#[test]
fn a_closed_week_stays_as_it_was() {
    let (mut here, id) = frozen();
    let kept = here.does(|tx| tx.entries().insert(SCHOOL, &entry(MONDAY)));
    let mark = |day: NaiveDate| BreakMark {
        date: day,
        name: "Lunch".into(),
        state: BreakState::Missed,
        taken: 0,
        why: "duty".into(),
    };
    here.does(|tx| tx.breaks().mark(SCHOOL, &mark(day(MONDAY))));
    here.does(|tx| tx.weeks().close(SCHOOL, day(MONDAY), at("2026-11-06")));
    let facts = here.vault.read().facts(SCHOOL, day(MONDAY)).unwrap();
    assert_eq!(here.refuses(|tx| tx.entries().insert(SCHOOL, &entry("2026-11-08"))), "week.closed");
    assert_eq!(
        here.refuses(|tx| tx.entries().update(kept, &EntryDetails { minutes: 5, ..entry(MONDAY) })),
        "week.closed"
    );
    let alone = EntryDetails { pupils: vec![], ..entry(MONDAY) };
    assert_eq!(here.refuses(|tx| tx.entries().update(kept, &alone)), "week.closed");
    assert_eq!(here.refuses(|tx| tx.entries().update(kept, &entry("2026-11-09"))), "week.closed");
    assert_eq!(here.refuses(|tx| tx.entries().delete(kept)), "week.closed");
    assert_eq!(here.refuses(|tx| tx.blocks().set_state(id, &BlockState::AsPlanned)), "week.closed");
    assert_eq!(here.refuses(|tx| tx.breaks().mark(SCHOOL, &mark(day("2026-11-03")))), "week.closed");
    assert_eq!(here.refuses(|tx| tx.breaks().clear(SCHOOL, day(MONDAY), "Lunch")), "week.closed");
    assert_eq!(here.refuses(|tx| tx.weeks().close(SCHOOL, day(MONDAY), at("2026-11-07"))), "week.closed");
    assert_eq!(here.vault.read().facts(SCHOOL, day(MONDAY)).unwrap(), facts);
    here.vault.undo(at("2026-11-06")).unwrap();
    here.does(|tx| tx.entries().delete(kept));
}

#[test]
fn a_closed_week_is_told_on_the_ground_it_was_closed_on() {
    let mut here = Here::with_school();
    here.does(|tx| {
        tx.hours().save(SCHOOL, &nouns::pattern("2026-09-01"))?;
        tx.calendar().replace(SCHOOL, AcademicYear(2026), &nouns::year())?;
        tx.pupils().open_status(PUPIL, "K", day("2026-09-01"), "")?;
        tx.blocks().insert(SCHOOL, &block(MONDAY))?;
        tx.entries().insert(SCHOOL, &entry("2026-11-03"))
    });
    let story = |here: &Here| tell(&here.vault.read().facts(SCHOOL, day(MONDAY)).unwrap(), Private::Shown);
    let open = story(&here);
    here.does(|tx| tx.weeks().close(SCHOOL, day(MONDAY), at("2026-11-06")));
    let closed = story(&here);
    assert_eq!((&closed.days, &closed.totals), (&open.days, &open.totals), "closing changes no figure");
    here.does(|tx| {
        let mut hours = nouns::pattern("2026-09-01");
        hours.days[1].teaching.clear();
        tx.hours().save(SCHOOL, &hours)?;
        tx.calendar().replace(SCHOOL, AcademicYear(2026), &Calendar::default())?;
        for mut activity in tx.activities().list()? {
            (activity.name, activity.purpose, activity.other_role) = ("New".into(), Purpose::Staff, true);
            tx.activities().update(&activity)?;
        }
        let late = tx.pupils().insert(&pupil("Late", "A"), SCHOOL)?;
        tx.pupils().open_status(late, "K", day("2026-09-01"), "").map(|_| ())
    });
    assert_eq!(story(&here), closed);
    here.vault.undo(at("2026-11-10")).unwrap();
    here.vault.undo(at("2026-11-10")).unwrap();
    assert_eq!(story(&here), open, "no longer closed");
    here.does(|tx| tx.hours().save(SCHOOL, &WeekHours { days: vec![], ..nouns::pattern("2026-09-01") }));
    assert_eq!(story(&here).sums.contracted, 0, "told from the hours there are now");
}

#[test]
fn a_write_outside_an_operation_is_refused() {
    let mut here = Here::with_school();
    let before = here.dump();
    for statement in
        ["UPDATE pupil SET surname = 'x'", "DELETE FROM activity", "INSERT INTO setting (key, value) VALUES ('a', '1')"]
    {
        let error = here.vault.connection().execute(statement, []).unwrap_err();
        assert_eq!(crate::failure::plain(error).code, "journal.no_operation", "{statement}");
    }
    assert_eq!(here.dump(), before);
}

#[test]
fn a_sentence_about_a_refused_row_repeats_nothing_of_it() {
    let mut here = Here::with_school();
    let orphan = BlockDetails { pupils: vec![PupilId(77)], title: "Zoë".into(), ..block(MONDAY) };
    let fault = here.tries(|tx| tx.blocks().insert(SCHOOL, &orphan)).unwrap_err();
    assert_eq!(fault.code, "store.linked");
    let long = EntryDetails { minutes: 2000, text: "Zoë".into(), ..entry(MONDAY) };
    let refused = here.tries(|tx| tx.entries().insert(SCHOOL, &long)).unwrap_err();
    assert_eq!(refused.code, "store.refused");
    assert!(!format!("{fault}{refused}").contains("Zoë"));
}

#[test]
fn a_block_that_entries_belong_to_stays() {
    let mut here = Here::with_school();
    let id = here.does(|tx| tx.blocks().insert(SCHOOL, &block(MONDAY)));
    let kept = EntryDetails { kind: EntryKind::AsPlanned, block: Some(id), ..entry(MONDAY) };
    here.does(|tx| tx.entries().insert(SCHOOL, &kept));
    assert_eq!(here.refuses(|tx| tx.blocks().delete(id)), "block.has_entries");
}
