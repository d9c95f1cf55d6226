//! Files of earlier versions keep opening.
//!
//! `tests/fixtures/v1.sql` is a whole database of version 1 in plain SQL, made-up rows and journal included: an encrypted
//! one is four times as long and tells nobody anything. `tests/fixtures/sealed.daybook` is small and encrypted, to show
//! that the keys and the cipher still open what they once sealed. Its passphrase is [`PASSPHRASE`].

use super::*;
use crate::keys::{KeySlots, random_key};
use crate::vault::{connect, make};
use daybook_domain::log::OpenedBy;
use std::fs;
use std::path::Path;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("fixtures")
}

#[test]
fn the_first_version_keeps_opening() {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("v1.daybook");
    fs::create_dir(&folder).unwrap();
    let key = random_key().unwrap();
    KeySlots::with_passphrase(&key, PASSPHRASE, Cost::for_tests(), at("2026-11-02")).unwrap().write(&folder).unwrap();
    let connection = make(&folder.join("daybook.db"), &key).unwrap();
    connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    connection.execute_batch(&fs::read_to_string(fixtures().join("v1.sql")).unwrap()).unwrap();
    drop(connection);

    let mut here = Here { vault: open(&folder).unwrap(), place };
    let facts = here.vault.read().facts(SCHOOL, day("2026-11-02")).unwrap();
    assert_eq!((facts.blocks.len(), facts.entries.len(), facts.registered), (1, 1, 1));
    assert_eq!(facts.case_codes[&PUPIL], "C-0001");
    assert!(facts.week.frozen_at.is_some());
    let pupil = here.vault.read().pupils().get(PUPIL).unwrap();
    assert_eq!((pupil.details.surname.as_str(), pupil.needs[0].code.as_str()), ("Nguyễn", "SLCN"));
    assert_eq!(here.vault.connection().query_row("PRAGMA foreign_key_check", [], |_| Ok(())).ok(), None);
    here.vault.undo(at("2026-11-09")).unwrap();
    assert_eq!(here.vault.read().blocks().of_week(SCHOOL, day("2026-11-02")).unwrap(), [], "its journal replays");
}

#[test]
fn what_was_sealed_once_still_opens() {
    let place = TempDir::new().unwrap();
    for file in ["daybook.db", "keys.json"] {
        fs::copy(fixtures().join("sealed.daybook").join(file), place.path().join(file)).unwrap();
    }
    let (key, by) = KeySlots::read(place.path()).unwrap().open(PASSPHRASE).unwrap();
    assert_eq!(by, OpenedBy::Passphrase);
    let connection = connect(&place.path().join("daybook.db"), &key).unwrap();
    let text: String = connection.query_row("SELECT text FROM sealed", [], |row| row.get(0)).unwrap();
    assert_eq!(text, "Nguyễn");
}

/// Writes the fixtures of the version there is now. Never to be run again for a version that has been released.
#[test]
#[ignore = "writes fixtures"]
fn write_the_fixtures() {
    let mut here = Here::with_school();
    here.does(|tx| {
        tx.pupils().open_status(PUPIL, "K", day("2026-09-01"), "from the fixture")?;
        tx.pupils().set_needs(PUPIL, &["SLCN", "SEMH"], day("2026-09-01"))
    });
    here.does(|tx| {
        let id = tx.blocks().insert(SCHOOL, &block("2026-11-02"))?;
        tx.weeks().freeze(SCHOOL, day("2026-11-02"), at("2026-11-02"))?;
        let kept = EntryDetails { kind: EntryKind::AsPlanned, block: Some(id), ..entry("2026-11-02") };
        tx.entries().insert(SCHOOL, &kept)
    });
    fs::create_dir_all(fixtures().join("sealed.daybook")).unwrap();
    fs::write(fixtures().join("v1.sql"), as_sql(&mut here)).unwrap();

    let place = TempDir::new().unwrap();
    let key = random_key().unwrap();
    KeySlots::with_passphrase(&key, PASSPHRASE, Cost::for_tests(), at("2026-11-02"))
        .unwrap()
        .write(place.path())
        .unwrap();
    let connection = make(&place.path().join("daybook.db"), &key).unwrap();
    connection.execute_batch("CREATE TABLE sealed (text TEXT); INSERT INTO sealed VALUES ('Nguyễn')").unwrap();
    drop(connection);
    for file in ["daybook.db", "keys.json"] {
        fs::copy(place.path().join(file), fixtures().join("sealed.daybook").join(file)).unwrap();
    }
}

/// The whole database as statements: tables, rows, then what would refuse the rows.
fn as_sql(here: &mut Here) -> String {
    let connection = here.vault.connection();
    let texts = |sql: &str| -> Vec<String> {
        connection.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut sql = String::from("PRAGMA application_id = 1145133378;\nPRAGMA user_version = 1;\n");
    let tables = texts("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'");
    sql.extend(tables.into_iter().map(|table| table + ";\n"));
    sql.push_str("DELETE FROM sqlite_sequence;\n");
    for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table'") {
        let columns = texts(&format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"));
        let rows = texts(&format!("SELECT {} FROM {table}", columns.join(" || ', ' || ")));
        sql.extend(rows.into_iter().map(|row| format!("INSERT INTO {table} VALUES ({row});\n")));
    }
    sql.push_str(
        "DELETE FROM sqlite_sequence WHERE rowid NOT IN (SELECT max(rowid) FROM sqlite_sequence GROUP BY name);\n",
    );
    let rest =
        texts("SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY type = 'trigger'");
    sql.extend(rest.into_iter().map(|made| made + ";\n"));
    sql
}
