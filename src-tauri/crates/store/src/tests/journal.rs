//! Operations: whole or not at all, named, undone, redone.

use super::*;
use daybook_domain::Fault;
use daybook_domain::changed::{Noun, UndoState};

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
