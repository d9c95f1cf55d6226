//! A check of the file: each fault planted, found, and mended or settled; and nothing found in what is whole.

use super::backups::backups;
use super::*;
use crate::{Found, RowKey, Settle};
use daybook_domain::ids::EntryId;
use std::fs;

/// A vault with a plan, entries and a closed week.
pub fn lived_in() -> Here {
    let mut here = Here::with_school();
    here.does(|tx| {
        tx.pupils().open_status(PUPIL, "K", day("2026-09-01"), "")?;
        tx.pupils().set_needs(PUPIL, &["SLCN"], day("2026-09-01"))?;
        tx.blocks().insert(SCHOOL, &block("2026-11-02"))?;
        tx.settings().set("a", &1)
    });
    for week in ["2026-10-05", "2026-11-02"] {
        for _ in 0..40 {
            here.does(|tx| tx.entries().insert(SCHOOL, &EntryDetails { text: "word ".repeat(60), ..entry(week) }));
        }
    }
    here.does(|tx| {
        tx.weeks().freeze(SCHOOL, day("2026-10-05"), at("2026-10-05"))?;
        tx.weeks().close(SCHOOL, day("2026-10-05"), at("2026-10-09"))
    });
    here
}

/// Writes as another program would: without the triggers, and with them back afterwards.
pub fn behind(here: &mut Here, sql: &str) {
    let connection = here.vault.connection();
    let triggers: Vec<(String, String)> = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        connection.execute_batch(sql).unwrap();
    }
    connection.execute_batch("PRAGMA foreign_keys = ON").unwrap();
}

pub fn found(here: &mut Here) -> Vec<Found> {
    here.vault.check(&crate::Onlooker::default()).unwrap()
}

fn row(table: &str, key: &str) -> RowKey {
    RowKey { table: table.into(), key: key.into() }
}

/// The rows that strayed, and whether the journal and the table know them.
fn strayed(here: &mut Here) -> Vec<(RowKey, bool, bool)> {
    found(here)
        .into_iter()
        .map(|each| match each {
            Found::Strayed { row, known, stands } => (row, known.is_some(), stands.is_some()),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn what_is_whole_has_no_finding_whatever_was_done_and_undone() {
    let mut here = lived_in();
    assert_eq!(found(&mut here), []);
    here.does(|tx| tx.entries().update(EntryId(60), &entry("2026-11-03")));
    here.does(|tx| tx.entries().delete(EntryId(61)));
    here.vault.undo(at("2026-11-09")).unwrap();
    here.vault.undo(at("2026-11-09")).unwrap();
    assert_eq!(found(&mut here), [], "undone");
    here.vault.redo(at("2026-11-09")).unwrap();
    assert_eq!(found(&mut here), [], "done again");
    here.does(|tx| tx.settings().set("a", &2));
    let mut here = here.restart();
    assert_eq!(found(&mut here), [], "after a restart");
}

#[test]
fn triggers_that_are_gone_or_altered_come_back() {
    for sql in [
        "DROP TRIGGER journal_entry_update",
        "DROP TRIGGER entry_update_unclosed",
        "DROP TRIGGER log_stays; CREATE TRIGGER log_stays BEFORE UPDATE ON log BEGIN SELECT 1; END",
        "CREATE TRIGGER strange AFTER INSERT ON entry BEGIN SELECT 1; END",
        "DROP INDEX entry_by_date",
    ] {
        let mut here = lived_in();
        here.vault.connection().execute_batch(sql).unwrap();
        assert_eq!(found(&mut here), [Found::Guards], "{sql}");
        here.vault.mend(&Found::Guards, at("2026-11-02")).unwrap();
        assert_eq!(found(&mut here), [], "{sql}");
    }
}

#[test]
fn a_table_that_is_not_ours_is_found_and_left() {
    let mut here = lived_in();
    here.vault.connection().execute_batch("ALTER TABLE draft ADD COLUMN extra TEXT").unwrap();
    assert_eq!(found(&mut here), [Found::Tables]);
    assert!(!Found::Tables.mends_itself());
}

#[test]
fn words_to_search_by_are_put_right_and_nothing_else_with_them() {
    let mut here = lived_in();
    behind(&mut here, "UPDATE pupil SET search = 'nobody', note = 'odd' WHERE id = 1");
    let search = Found::Search { pupils: 1 };
    assert!(found(&mut here).contains(&search));
    here.vault.mend(&search, at("2026-11-02")).unwrap();
    assert_eq!(strayed(&mut here), [(row("pupil", "[1]"), true, true)], "the note is still to be settled");
    here.vault.settle(&row("pupil", "[1]"), Settle::AsJournalled, at("2026-11-02")).unwrap();
    assert_eq!(found(&mut here), []);
    assert_eq!(here.vault.read().pupils().get(PUPIL).unwrap().details.note, "");
}

#[test]
fn an_index_that_lacks_a_row_is_built_anew() {
    let mut here = lived_in();
    let connection = here.vault.connection();
    connection.execute_batch("PRAGMA writable_schema = ON; PRAGMA foreign_keys = OFF").unwrap();
    let kept: (String, i64, String) = connection
        .query_row("SELECT name, rootpage, sql FROM sqlite_schema WHERE name = 'need_by_pupil'", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    let rest = "INSERT INTO open_op VALUES (1, 0, 1); INSERT INTO need (pupil_id, code, rank, from_date) VALUES (1, 'ASD', 2, '2026-09-01');
                DELETE FROM open_op; INSERT INTO change (op_id, table_name, row_id, after)
                SELECT 1, 'need', id, json_object('id', id, 'pupil_id', pupil_id, 'code', code, 'rank', rank, 'from_date', from_date, 'to_date', to_date)
                FROM need ORDER BY id DESC LIMIT 1;";
    connection
        .execute_batch(&format!(
            "DELETE FROM sqlite_schema WHERE name = 'need_by_pupil'; PRAGMA writable_schema = RESET; {rest}
             PRAGMA writable_schema = ON;"
        ))
        .unwrap();
    connection
        .execute(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('index', ?1, 'need', ?2, ?3)",
            kept,
        )
        .unwrap();
    connection.execute_batch("PRAGMA writable_schema = RESET; PRAGMA foreign_keys = ON").unwrap();
    assert_eq!(found(&mut here), [Found::Indexes]);
    here.vault.mend(&Found::Indexes, at("2026-11-02")).unwrap();
    assert_eq!(found(&mut here), []);
}

#[test]
fn a_row_changed_behind_the_journal_is_put_back_or_kept_as_is_chosen() {
    let key = row("entry", "[3]");
    for (how, minutes) in [(Settle::AsJournalled, 25), (Settle::AsItStands, 45)] {
        let mut here = lived_in();
        // In a closed week: the guard would have refused it.
        behind(&mut here, "UPDATE entry SET minutes = 45 WHERE id = 3");
        assert_eq!(strayed(&mut here), [(key.clone(), true, true)]);
        let undo = here.vault.undo_state().unwrap();
        here.vault.settle(&key, how, at("2026-11-09")).unwrap();
        assert_eq!(found(&mut here), [], "{how:?}");
        assert_eq!(here.vault.read().entries().get(EntryId(3)).unwrap().details.minutes, minutes);
        assert_eq!(here.vault.undo_state().unwrap(), undo, "Undo passes over it");
        assert_eq!(here.vault.settle(&key, how, at("2026-11-09")).unwrap().changed, [], "nothing is left to settle");
    }
}

#[test]
fn rows_added_and_taken_away_behind_the_journal_are_settled_too() {
    let mut here = lived_in();
    behind(
        &mut here,
        "DELETE FROM entry_pupil WHERE entry_id = 50; DELETE FROM entry WHERE id = 50;
         INSERT INTO entry_pupil (entry_id, pupil_id) SELECT 51, 1 WHERE false;
         INSERT INTO setting (key, value) VALUES ('b', '1');
         DELETE FROM week WHERE id = 1;",
    );
    let all = strayed(&mut here);
    assert_eq!(
        all,
        [
            (row("entry", "[50]"), true, false),
            (row("entry_pupil", "[50,1]"), true, false),
            (row("setting", "[2]"), false, true),
            (row("week", "[1]"), true, false),
        ]
    );
    let before = here.dump();
    for (key, ..) in &all {
        here.vault.settle(key, Settle::AsItStands, at("2026-11-09")).unwrap();
    }
    assert_eq!((found(&mut here), here.dump()), (vec![], before), "what stands is kept, and known now");
    let mut here = lived_in();
    let whole = here.dump();
    behind(
        &mut here,
        "DELETE FROM entry_pupil WHERE entry_id = 50; DELETE FROM entry WHERE id = 50; INSERT INTO setting (key, value) VALUES ('b', '1');",
    );
    for (key, ..) in strayed(&mut here) {
        here.vault.settle(&key, Settle::AsJournalled, at("2026-11-09")).unwrap();
    }
    assert_eq!((found(&mut here), here.dump()), (vec![], whole), "put back");
}

#[test]
fn what_is_discarded_by_settling_is_in_a_backup() {
    let mut here = lived_in();
    behind(&mut here, "UPDATE entry SET minutes = 45 WHERE id = 3");
    let folder = here.folder();
    here.vault.settle(&row("entry", "[3]"), Settle::AsJournalled, at("2026-11-09")).unwrap();
    assert_eq!(backups(&folder)[0].reason, Some(daybook_domain::log::BackupReason::Repair));
    std::fs::remove_file(folder.join("keys.json")).unwrap();
    behind(&mut here, "UPDATE entry SET minutes = 45 WHERE id = 3");
    let refused = here.vault.settle(&row("entry", "[3]"), Settle::AsJournalled, at("2026-11-10")).unwrap_err();
    assert_eq!(refused.code, "vault.no_keys");
    assert_eq!(here.vault.read().entries().get(EntryId(3)).unwrap().details.minutes, 45, "nothing without a way back");
}

#[test]
fn what_cannot_be_read_hides_nothing_else_that_is_found() {
    let mut here = lived_in();
    behind(&mut here, "UPDATE entry SET minutes = 45 WHERE id = 3");
    here.vault.connection().execute_batch("DROP TRIGGER log_stays").unwrap();
    behind(&mut here, "UPDATE pupil SET forename = CAST(x'ff' AS TEXT) WHERE id = 1");
    let all = found(&mut here);
    assert!(all.contains(&Found::Guards) && all.contains(&Found::Tables), "{all:?}");
}

#[test]
fn an_orphan_is_taken_away_or_its_parent_comes_back() {
    let mut here = lived_in();
    let orphan = "INSERT INTO status (id, pupil_id, code, from_date, to_date, reason) VALUES (77, 99, 'K', '2026-01-01', NULL, '')";
    behind(&mut here, orphan);
    assert_eq!(strayed(&mut here), [(row("status", "[77]"), false, true)], "told once, as a row nobody wrote");
    here.vault.settle(&row("status", "[77]"), Settle::AsItStands, at("2026-11-09")).unwrap();
    let Some(Found::Orphan { row: key, .. }) = found(&mut here).pop() else { panic!("{:?}", found(&mut here)) };
    assert_eq!(key, row("status", "[77]"));
    here.vault.settle(&key, Settle::Remove, at("2026-11-09")).unwrap();
    assert_eq!(found(&mut here), []);

    behind(&mut here, "DELETE FROM activity WHERE id = 5");
    assert_eq!(
        strayed(&mut here),
        [(row("activity", "[5]"), true, false)],
        "its entries are orphans only until it is back"
    );
    here.vault.settle(&row("activity", "[5]"), Settle::AsJournalled, at("2026-11-09")).unwrap();
    assert_eq!(found(&mut here), []);
}

#[test]
fn only_a_journalled_table_can_be_settled() {
    let mut here = lived_in();
    for table in ["op", "log", "sqlite_schema", "entry; DROP TABLE entry"] {
        let refused = here.vault.settle(&row(table, "[1]"), Settle::Remove, at("2026-11-09")).unwrap_err();
        assert_eq!(refused.code, "store.gone");
    }
    here.vault.settle(&row("entry", "not json"), Settle::Remove, at("2026-11-09")).unwrap_err();
    assert_eq!(found(&mut here), []);
}

/// Flips a byte in the middle of a page of a table or an index, the file being closed.
pub fn flip(mut here: Here, name: &str) -> (PathBuf, TempDir) {
    let at = usize::try_from(damage_at(&mut here, name)).unwrap();
    let (folder, place) = here.lock();
    let file = folder.join("daybook.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[at] ^= 1;
    fs::write(file, bytes).unwrap();
    (folder, place)
}

/// Where the middle of the first page of a table or an index is in the file.
fn damage_at(here: &mut Here, name: &str) -> u64 {
    let page: u64 = here
        .vault
        .connection()
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [name], |row| row.get::<_, i64>(0))
        .unwrap()
        .try_into()
        .unwrap();
    (page - 1) * 4096 + 2000
}

#[test]
fn a_damaged_index_page_costs_no_row_and_the_file_is_built_anew() {
    let mut here = lived_in();
    let whole = here.dump();
    let place_of_damage = damage_at(&mut here, "entry_by_continues");
    let (folder, place) = flip(here, "entry_by_continues");
    let damaged = fs::read(folder.join("daybook.db")).unwrap();
    let mut here = Here { vault: open(&folder).unwrap(), place };
    let pages = Found::Pages { lost: vec![] };
    assert_eq!(found(&mut here), std::slice::from_ref(&pages));
    here.vault.mend(&pages, at("2026-11-09")).unwrap();
    assert_eq!(found(&mut here), []);
    assert_eq!(here.dump(), whole);
    here.vault.undo(at("2026-11-09")).unwrap();
    let kept = folder.join("backups").join("kept 2026-11-09 08-00-00");
    let page = |bytes: Vec<u8>| bytes[usize::try_from(place_of_damage).unwrap()];
    assert_eq!(page(fs::read(kept.join("daybook.db")).unwrap()), page(damaged), "the damaged file is kept");
    assert!(kept.join("keys.json").is_file());
    let mut here = here.restart();
    assert_eq!(found(&mut here), [], "and it opens again");
    let left: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|n| n.starts_with('.'))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "nothing half made stays");
}

#[test]
fn a_damaged_table_page_is_told_and_what_can_be_read_is_shown_and_nothing_written() {
    let (folder, place) = flip(lived_in(), "need");
    let mut here = Here { vault: open(&folder).unwrap(), place };
    let pages = Found::Pages { lost: vec!["need".into()] };
    assert_eq!(found(&mut here), std::slice::from_ref(&pages));
    assert!(!pages.mends_itself());
    here.vault.mend(&pages, at("2026-11-09")).unwrap();
    assert_eq!(found(&mut here), [pages], "nothing is thrown away without being asked");
    let Here { vault, place } = here;
    drop(vault);
    let before = fs::read(folder.join("daybook.db")).unwrap();

    let vault = Vault::open_read_only(&folder, PASSPHRASE, &sitting()).unwrap();
    let mut here = Here { vault, place };
    assert!(here.vault.is_read_only());
    let pupil = here.vault.read().pupils().get(PUPIL).unwrap();
    assert_eq!((pupil.details.surname.as_str(), pupil.statuses.len(), pupil.needs.len()), ("Nguyễn", 1, 0));
    assert_eq!(here.vault.read().entries().of_week(SCHOOL, day("2026-11-02")).unwrap().len(), 40);
    assert_eq!(here.refuses(|tx| tx.settings().set("a", &3)), "vault.read_only_open");
    let at = at("2026-11-09");
    let code = |fault: daybook_domain::Fault| fault.code.into_owned();
    for refused in [
        here.vault.undo(at).map(|_| ()).map_err(code),
        here.vault.redo(at).map(|_| ()).map_err(code),
        here.vault.note(&daybook_domain::log::Happening::Erased, at).map_err(code),
        here.vault.keep_draft("a", None, at).map_err(code),
        here.vault.settle(&row("entry", "[1]"), Settle::Remove, at).map(|_| ()).map_err(code),
        here.vault.mend(&Found::Indexes, at).map_err(code),
        here.vault.change_passphrase(Some(PASSPHRASE), "another five ducks here", Cost::for_tests(), at).map_err(code),
    ] {
        assert_eq!(refused.unwrap_err(), "vault.read_only_open");
    }
    here.vault.lock(LockReason::Asked, at);
    assert!(fs::read(folder.join("daybook.db")).unwrap() == before, "the file is as it was");
}

#[test]
fn rows_before_and_after_a_damaged_page_are_read() {
    let mut here = lived_in();
    for _ in 0..100 {
        here.does(|tx| tx.entries().insert(SCHOOL, &EntryDetails { text: "word ".repeat(60), ..entry("2026-11-04") }));
    }
    let (folder, _place) = here.lock();
    let file = folder.join("daybook.db");
    let bytes = fs::read(&file).unwrap();
    let mut partly = 0;
    for page in (1..bytes.len() / 4096).step_by(2) {
        let mut damaged = bytes.clone();
        damaged[page * 4096 + 1000] ^= 1;
        fs::write(&file, &damaged).unwrap();
        let vault = match Vault::open_read_only(&folder, PASSPHRASE, &sitting()) {
            Ok(vault) => vault,
            Err(fault) => {
                assert_eq!(fault.code, "vault.damaged", "page {page}");
                continue;
            }
        };
        let entries = vault.read().entries().of_week(SCHOOL, day("2026-11-02")).unwrap().len();
        assert!(entries <= 140);
        partly += usize::from((60..140).contains(&entries));
    }
    assert!(partly > 5, "a page of entries costs its own rows only: {partly}");
}

#[test]
fn what_was_written_last_is_read_too_when_it_still_stands_beside_the_file() {
    let mut here = lived_in();
    here.does(|tx| tx.settings().set("late", &7));
    let folder = here.folder();
    let copy = here.place.path().join("copy.daybook");
    fs::create_dir(&copy).unwrap();
    for name in ["daybook.db", "daybook.db-wal", "keys.json"] {
        fs::copy(folder.join(name), copy.join(name)).unwrap();
    }
    let wal = fs::read(copy.join("daybook.db-wal")).unwrap();
    assert!(!wal.is_empty());
    let vault = Vault::open_read_only(&copy, PASSPHRASE, &sitting()).unwrap();
    assert_eq!(vault.read().settings().get::<i32>("late").unwrap(), Some(7));
    drop(vault);
    assert!(fs::read(copy.join("daybook.db-wal")).unwrap() == wal, "and it is left there");
}
