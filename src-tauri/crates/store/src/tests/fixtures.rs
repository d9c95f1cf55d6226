//! Files of earlier versions keep opening.
//!
//! `tests/fixtures/v1.sql` and its like are each a whole database of that version in plain SQL, made-up rows and journal
//! included: an encrypted one is four times as long and tells nobody anything. `tests/fixtures/sealed.daybook` is small and
//! encrypted, to show that the keys and the cipher still open what they once sealed. Its passphrase is [`PASSPHRASE`].

use super::*;
use crate::Onlooker;
use crate::keys::{KeySlots, random_key};
use crate::schema::NEWEST;
use crate::vault::{connect, make};
use daybook_domain::log::{Happening, OpenedBy};
use std::fs;
use std::path::Path;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("fixtures")
}

fn fixture_of(version: u32) -> PathBuf {
    fixtures().join(format!("v{version}.sql"))
}

/// A closed vault as a version left it.
pub fn of_version(version: u32) -> (PathBuf, TempDir) {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("old.daybook");
    fs::create_dir(&folder).unwrap();
    let key = random_key().unwrap();
    KeySlots::with_passphrase(&key, PASSPHRASE, Cost::for_tests(), at("2026-11-02")).unwrap().write(&folder).unwrap();
    let connection = make(&folder.join("daybook.db"), &key).unwrap();
    connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    connection.execute_batch(&fs::read_to_string(fixture_of(version)).unwrap()).unwrap();
    (folder, place)
}

#[test]
fn every_earlier_version_keeps_opening() {
    assert!((1..NEWEST).all(|version| fixture_of(version).is_file()), "each version but the one being made");
    for version in (1..=NEWEST).filter(|version| fixture_of(*version).is_file()) {
        let (folder, place) = of_version(version);
        let mut here = Here { vault: open(&folder).unwrap(), place };
        let number = |here: &mut Here, sql: &str| -> u32 {
            here.vault.connection().query_row(sql, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(number(&mut here, "PRAGMA user_version"), NEWEST);
        let backed_up = crate::list_backups(&folder.join("backups"), u64::MAX, &Onlooker::default());
        let schemas: Vec<u32> = backed_up.iter().map(|backup| backup.about.as_ref().unwrap().schema).collect();
        assert_eq!(schemas, if version < NEWEST { vec![version] } else { vec![] }, "{version}: kept as it was");
        let facts = here.vault.read().facts(SCHOOL, day("2026-11-02")).unwrap();
        assert_eq!((facts.blocks.len(), facts.entries.len(), facts.registered), (1, 1, 1), "{version}");
        assert_eq!(facts.case_codes[&PUPIL], "C-0001");
        assert!(facts.week.frozen_at.is_some());
        let pupil = here.vault.read().pupils().get(PUPIL).unwrap();
        assert_eq!((pupil.details.surname.as_str(), pupil.needs[0].code.as_str()), ("Nguyễn", "SLCN"), "{version}");
        assert_eq!(here.vault.connection().query_row("PRAGMA foreign_key_check", [], |_| Ok(())).ok(), None);
        assert_eq!(
            here.vault.check(&crate::Onlooker::default()).unwrap(),
            [],
            "{version}: all its parts are those of this version"
        );
        here.vault.undo(at("2026-11-09")).unwrap();
        let blocks = here.vault.read().blocks().of_week(SCHOOL, day("2026-11-02")).unwrap();
        assert_eq!(blocks, [], "{version}: its journal replays");
        // Rows written before a column was there go and come back.
        while here.vault.undo(at("2026-11-09")).unwrap().value.undo.is_some() {}
        assert!(here.vault.read().pupils().get(PUPIL).is_err(), "{version}");
        while here.vault.redo(at("2026-11-09")).unwrap().value.redo.is_some() {}
        assert_eq!(here.vault.read().pupils().get(PUPIL).unwrap().details.surname, "Nguyễn", "{version}");
    }
}

#[test]
fn what_the_second_version_kept_beside_the_tables_is_there() {
    let (folder, place) = of_version(2);
    let here = Here { vault: open(&folder).unwrap(), place };
    let read = here.vault.read();
    let log: Vec<Happening> = read.log().list().unwrap().into_iter().map(|line| line.happening).collect();
    assert_eq!(log.last(), Some(&Happening::Made), "the oldest line");
    assert!(log.contains(&Happening::Checked { found: 0 }));
    assert_eq!(read.drafts().all().unwrap()["capture"], serde_json::json!({ "line": "10m door" }));
    let openings = read.partings().openings().unwrap();
    assert_eq!((openings.len(), openings[0].at), (2, at("2026-11-02")), "the one it was made with, and this one");
    assert_eq!(read.partings().done_since(0).unwrap()[0].who, "asha");
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

/// Writes the database of the version there is now, once: what has been released is never written again.
#[test]
#[ignore = "writes a fixture"]
fn write_the_fixture_of_this_version() {
    assert!(!fixture_of(NEWEST).exists(), "it is there already");
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
    here.vault.note(&Happening::Checked { found: 0 }, at("2026-11-02")).unwrap();
    let draft = serde_json::json!({ "line": "10m door" });
    here.vault.keep_draft("capture", Some(&draft), at("2026-11-02")).unwrap();
    fs::write(fixture_of(NEWEST), as_sql(&mut here)).unwrap();
}

/// Writes the small encrypted file, once.
#[test]
#[ignore = "writes a fixture"]
fn write_the_sealed_file() {
    let sealed = fixtures().join("sealed.daybook");
    fs::create_dir(&sealed).unwrap();
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
        fs::copy(place.path().join(file), sealed.join(file)).unwrap();
    }
}

/// The whole database as statements: tables, rows, then what would refuse the rows.
fn as_sql(here: &mut Here) -> String {
    let connection = here.vault.connection();
    let texts = |sql: &str| -> Vec<String> {
        connection.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut sql = format!("PRAGMA application_id = 1145133378;\nPRAGMA user_version = {NEWEST};\n");
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
