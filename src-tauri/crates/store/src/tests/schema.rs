//! The shape of the file.

use super::*;
use crate::schema::{NOUNS, UNJOURNALLED, tables};

fn words(here: &mut Here, sql: &str) -> Vec<String> {
    let mut statement = here.vault.connection().prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_schema_is_the_one_on_file() {
    let mut here = Here::empty();
    let schema = words(
        &mut here,
        "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'sqlite_sequence'
         ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'view' THEN 2 WHEN 'index' THEN 3 ELSE 4 END, name",
    );
    let schema = format!("-- The schema of a daybook.db, journal triggers included.\n\n{}\n", schema.join("\n\n"));
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.sql");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&file, &schema).unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == schema, "schema.sql is not the schema; run the test with UPDATE_SCHEMA=1 and read the difference");
}

#[test]
fn every_table_is_journalled_or_listed_and_belongs_to_a_noun() {
    let mut here = Here::empty();
    let triggers = words(&mut here, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    let all = tables(here.vault.connection()).unwrap();
    for table in all.iter().filter(|table| !UNJOURNALLED.contains(&table.as_str())) {
        for event in ["insert", "update", "delete"] {
            assert!(triggers.contains(&format!("journal_{table}_{event}")), "{table} {event}");
        }
        assert!(NOUNS.iter().any(|(name, _)| name == table), "{table} belongs to no noun");
    }
    assert!(UNJOURNALLED.iter().all(|table| all.iter().any(|name| name == table)));
    assert!(NOUNS.iter().all(|(table, _)| all.iter().any(|name| name == table)));
}

#[test]
fn lost_triggers_come_back() {
    let mut here = Here::empty();
    let before = words(&mut here, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
    here.vault
        .connection()
        .execute_batch("DROP TRIGGER journal_entry_update; DROP TRIGGER journal_pupil_delete")
        .unwrap();
    let mut here = here.restart();
    assert_eq!(words(&mut here, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"), before);
}

#[test]
fn every_foreign_key_has_an_index() {
    let mut here = Here::empty();
    for table in tables(here.vault.connection()).unwrap() {
        for column in words(&mut here, &format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}')")) {
            let indexed = words(
                &mut here,
                &format!(
                    "SELECT i.name FROM pragma_index_list('{table}') i JOIN pragma_index_info(i.name) c
                     WHERE c.seqno = 0 AND c.name = '{column}' AND i.partial = 0
                     UNION SELECT name FROM pragma_table_info('{table}') WHERE pk = 1 AND name = '{column}'"
                ),
            );
            assert!(!indexed.is_empty(), "{table}.{column}");
        }
    }
}

#[test]
fn every_table_is_strict_and_every_file_is_set_up_alike() {
    let mut here = Here::empty();
    let loose = words(
        &mut here,
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite_%'",
    );
    assert_eq!(loose, Vec::<String>::new());
    for (pragma, value) in [
        ("foreign_keys", "1"),
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("temp_store", "2"),
        ("locking_mode", "exclusive"),
        ("secure_delete", "1"),
        ("trusted_schema", "0"),
        ("application_id", "1145133378"),
        ("user_version", "4"),
    ] {
        let found: rusqlite::types::Value =
            here.vault.connection().query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0)).unwrap();
        let found = match found {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => format!("{other:?}"),
        };
        assert_eq!(found, value, "{pragma}");
    }
    assert_eq!(words(&mut here, "PRAGMA integrity_check"), ["ok"]);
    assert!(words(&mut here, "PRAGMA cipher_version")[0].starts_with("4."));
}

#[test]
fn what_every_write_asks_walks_no_whole_journal() {
    let mut here = Here::empty();
    for (question, index) in [
        ("SELECT id FROM op WHERE undone_at IS NOT NULL", "op_undone"),
        (crate::journal::TO_REDO, "op_undone"),
        ("SELECT DISTINCT table_name FROM change WHERE op_id = 1", "change_by_op"),
        ("SELECT 1 FROM entry WHERE school_id = 1 AND provisional = 1 ORDER BY date DESC", "entry_waiting"),
        ("SELECT 1 FROM entry WHERE school_id = 1 AND date BETWEEN '2026-11-02' AND '2026-11-08'", "entry_by_date"),
        (crate::look_back::NOTED, "SEARCH entry USING INDEX entry_by_date (school_id=? AND date>? AND date<?)"),
        (crate::look_back::ABOUT, "SEARCH e USING COVERING INDEX entry_by_date (school_id=? AND date>? AND date<?)"),
        (crate::look_back::ABOUT, "SEARCH l USING PRIMARY KEY (entry_id=?)"),
        (crate::look_back::KEPT, "SEARCH week USING"),
    ] {
        let connection = here.vault.connection();
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {question}")).unwrap();
        let steps: Vec<String> = plan.raw_query().mapped(|row| row.get("detail")).map(Result::unwrap).collect();
        assert!(steps.iter().any(|step| step.contains(index)), "{question}: {steps:?}");
    }
}
