//! Operations: whole or not at all, named, undone, redone.

use super::tasks::{details, made, template};
use super::*;
use daybook_domain::Fault;
use daybook_domain::changed::{Noun, UndoState};
use daybook_domain::ids::{TaskId, TemplateId};
use daybook_domain::task::{Anchor, Per, TaskState};

fn rows_of(here: &mut Here, table: &str) -> i64 {
    here.vault.connection().query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn an_operation_says_what_it_changed_and_how_to_undo_it() {
    let mut here = Here::with_school();
    let changed = here
        .vault
        .transact(Op::new("log", "Log a call"), at("2026-11-02"), |tx| {
            tx.settings().set("last", &1)?;
            tx.entries().insert(SCHOOL, &entry("2026-11-02"))
        })
        .unwrap();
    assert_eq!(changed.changed, [Noun::Entry, Noun::Setting]);
    assert_eq!(changed.undo.as_deref(), Some("Log a call"));
    let state = UndoState { undo: Some("Log a call".into()), redo: None };
    assert_eq!(here.vault.undo_state().unwrap(), state);
}

#[test]
fn an_operation_that_fails_leaves_nothing() {
    let mut here = Here::with_school();
    let (before, ops) = (here.dump(), rows_of(&mut here, "op"));
    let fault = here.tries(|tx| {
        tx.entries().insert(SCHOOL, &entry("2026-11-02"))?;
        Err::<(), _>(Fault::new("test.no", "No."))
    });
    assert_eq!(fault.unwrap_err().code, "test.no");
    assert_eq!((here.dump(), rows_of(&mut here, "op"), rows_of(&mut here, "open_op")), (before, ops, 0));
}

#[test]
fn an_operation_that_panics_leaves_nothing() {
    let mut here = Here::with_school();
    let before = here.dump();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        here.tries(|tx| -> Outcome<()> {
            tx.entries().insert(SCHOOL, &entry("2026-11-02"))?;
            panic!("in the middle");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(here.dump(), before);
}

#[test]
fn an_operation_that_changes_no_row_is_not_kept() {
    let mut here = Here::with_school();
    here.does(|tx| tx.settings().set("a", &1));
    here.vault.undo(at("2026-11-02")).unwrap();
    let ops = rows_of(&mut here, "op");
    let same = here.vault.read().pupils().get(PUPIL).unwrap().details;
    let changed = here.vault.transact(Op::new("edit", "Edit"), at("2026-11-02"), |tx| tx.pupils().update(PUPIL, &same));
    let changed = changed.unwrap();
    assert_eq!((changed.changed.len(), changed.undo), (0, None));
    assert_eq!(rows_of(&mut here, "op"), ops);
    assert!(here.vault.undo_state().unwrap().redo.is_some(), "what was undone can still be done again");
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let mut here = Here::with_school();
    let before = here.dump();
    let id = here.does(|tx| tx.entries().insert(SCHOOL, &entry("2026-11-02")));
    here.does(|tx| tx.entries().update(id, &EntryDetails { minutes: 40, pupils: vec![], ..entry("2026-11-03") }));
    here.does(|tx| tx.entries().delete(id));
    let after = here.dump();
    let mut here = here.restart();
    for _ in 0..3 {
        assert_eq!(here.vault.undo(at("2026-11-03")).unwrap().changed, [Noun::Entry]);
    }
    assert_eq!(here.dump(), before);
    let mut here = here.restart();
    for _ in 0..3 {
        here.vault.redo(at("2026-11-03")).unwrap();
    }
    assert_eq!(here.dump(), after);
    assert_eq!(here.vault.undo_state().unwrap().redo, None);
}

#[test]
fn something_new_ends_what_could_be_redone() {
    let mut here = Here::with_school();
    here.does(|tx| tx.settings().set("a", &1));
    here.does(|tx| tx.settings().set("a", &2));
    here.vault.undo(at("2026-11-02")).unwrap();
    here.does(|tx| tx.settings().set("a", &3));
    assert_eq!(here.vault.undo_state().unwrap().redo, None);
    let before = here.dump();
    assert!(here.vault.redo(at("2026-11-02")).unwrap().changed.is_empty());
    assert_eq!(here.dump(), before);
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(here.vault.read().settings().get::<u8>("a").unwrap(), Some(1));
}

#[test]
fn with_nothing_to_undo_nothing_happens() {
    let mut here = Here::empty();
    let changed = here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!((changed.value, changed.changed.len(), changed.undo), (UndoState::default(), 0, None));
}

#[test]
fn undo_passes_over_what_lasts() {
    let mut here = Here::with_school();
    here.does(|tx| tx.settings().set("a", &1));
    let pack = crate::PackDetails {
        kind: "week".into(),
        monday: Some(day("2026-11-02")),
        options: serde_json::json!({ "names": false }),
        hash: "0a1b".into(),
        at: at("2026-11-06"),
        entries: vec![],
    };
    let changed = here
        .vault
        .transact(Op::lasting("print", "Print the week"), at("2026-11-06"), |tx| tx.packs().record(SCHOOL, &pack))
        .unwrap();
    assert_eq!((changed.changed, changed.undo), (vec![Noun::Pack], None));
    assert_eq!(here.vault.undo(at("2026-11-06")).unwrap().changed, [Noun::Setting]);
    assert_eq!(here.vault.read().packs().list(SCHOOL).unwrap()[0].details, pack);
}

#[test]
fn a_row_that_changed_since_is_not_overwritten_by_undo() {
    let mut here = Here::with_school();
    here.does(|tx| tx.settings().set("a", &1));
    here.vault.transact(Op::lasting("x", "X"), at("2026-11-02"), |tx| tx.settings().set("a", &2)).unwrap();
    assert_eq!(here.vault.undo(at("2026-11-02")).unwrap_err().code, "undo.conflict");
    assert_eq!(here.vault.read().settings().get::<u8>("a").unwrap(), Some(2));
}

/// A line of the catalogue, of which a task came by itself on the 4th.
fn with_what_came(here: &mut Here) -> (TemplateId, TaskId) {
    let line = here.does(|tx| tx.templates().insert(SCHOOL, &template(Per::School, Anchor::Month { month: 6 })));
    let task = comes(here, line, "2026-11-04");
    (line, task)
}

fn comes(here: &mut Here, line: TemplateId, occurs: &str) -> TaskId {
    let work = |tx: &Writer<'_>| tx.tasks().insert(SCHOOL, made(line, occurs), &details("TA meeting", Some(occurs)));
    let came = here.vault.transact(Op::by_itself("Tasks on the list"), at("2026-11-04"), work).unwrap();
    assert_eq!((came.changed, came.undo), (vec![Noun::Task], None));
    came.value
}

fn whole(here: &mut Here) {
    let found = crate::journal::audit::audit(here.vault.connection(), &crate::onlooker::Onlooker::default()).unwrap();
    assert_eq!(found, []);
}

#[test]
fn what_came_by_itself_is_passed_over_and_stays() {
    let mut here = Here::with_school();
    let line = here.does(|tx| tx.templates().insert(SCHOOL, &template(Per::School, Anchor::Month { month: 6 })));
    here.does(|tx| tx.settings().set("a", &1));
    let task = comes(&mut here, line, "2026-11-04");
    assert_eq!(here.vault.undo(at("2026-11-04")).unwrap().changed, [Noun::Setting]);
    assert_eq!(here.task(task).occurs, Some(day("2026-11-04")));
    // What was undone before it came is still there to be done again.
    comes(&mut here, line, "2026-11-05");
    here.vault.redo(at("2026-11-04")).unwrap();
    assert_eq!(here.vault.read().settings().get::<u8>("a").unwrap(), Some(1));
    whole(&mut here);
}

#[test]
fn what_came_of_a_line_goes_and_comes_with_the_line() {
    let mut here = Here::with_school();
    let before = here.dump();
    let (line, task) = with_what_came(&mut here);
    here.does(|tx| tx.tasks().set_state(task, &TaskState::Done, day("2026-11-04")));
    let after = here.dump();
    here.vault.undo(at("2026-11-05")).unwrap();
    assert_eq!(here.task(task).state, TaskState::Open);
    here.vault.undo(at("2026-11-05")).unwrap();
    assert_eq!(here.dump(), before, "{line:?} and what came of it");
    whole(&mut here);
    for _ in 0..2 {
        here.vault.redo(at("2026-11-05")).unwrap();
    }
    assert_eq!(here.dump(), after);
    whole(&mut here);
}

#[test]
fn what_came_where_something_was_taken_away_makes_room_for_it() {
    let mut here = Here::with_school();
    let line = here.does(|tx| tx.templates().insert(SCHOOL, &template(Per::School, Anchor::Month { month: 6 })));
    let first = comes(&mut here, line, "2026-11-04");
    let before = here.dump();
    here.does(|tx| tx.tasks().delete_untouched(line, day("2026-11-02")));
    comes(&mut here, line, "2026-11-04");
    here.vault.undo(at("2026-11-04")).unwrap();
    assert_eq!(here.dump(), before);
    assert_eq!(here.task(first).occurs, Some(day("2026-11-04")));
    whole(&mut here);
}

#[test]
fn what_came_meanwhile_makes_room_for_what_is_done_again() {
    let mut here = Here::with_school();
    let line = here.does(|tx| tx.templates().insert(SCHOOL, &template(Per::School, Anchor::Month { month: 6 })));
    here.does(|tx| tx.tasks().insert(SCHOOL, made(line, "2026-11-04"), &details("TA meeting", None)));
    let after = here.dump();
    here.vault.undo(at("2026-11-03")).unwrap();
    comes(&mut here, line, "2026-11-04");
    here.vault.redo(at("2026-11-04")).unwrap();
    assert_eq!(here.dump(), after);
    whole(&mut here);
}

#[test]
fn with_several_schools_a_step_names_its_own_and_tells_of_the_way_to_another() {
    let mut here = Here::with_school();
    let details = |name: &str| SchoolDetails { name: name.into(), senco: String::new(), head: String::new() };
    here.does(|tx| tx.schools().update(SCHOOL, &details("Oakfield")));
    let second = here.vault.transact(Op::lasting("school_add", "School added"), at("2026-11-02"), |tx| {
        tx.schools().insert(&details("Hillside"))
    });
    let second = second.unwrap().value;
    let went = here
        .vault
        .transact(Op::new("school_choose", "Went to Hillside"), at("2026-11-02"), |tx| tx.schools().choose(second));
    assert_eq!(went.unwrap().undo.as_deref(), Some("Went to Hillside"));
    assert!(here.vault.leads_away(true).unwrap());
    let set = here.vault.transact(Op::new("set", "Set"), at("2026-11-02"), |tx| tx.settings().set("a", &1)).unwrap();
    assert_eq!(set.undo.as_deref(), Some("Set · Hillside"));
    assert!(!here.vault.leads_away(true).unwrap());
    here.vault.undo(at("2026-11-02")).unwrap();
    let state = UndoState { undo: Some("Went to Hillside".into()), redo: Some("Set · Hillside".into()) };
    assert_eq!(here.vault.undo_state().unwrap(), state);
    here.vault.undo(at("2026-11-02")).unwrap();
    assert!(here.vault.leads_away(false).unwrap(), "to do it again leads there too");
}
