//! The pages of the file: sealed as they were written, and fitting together.

use super::Found;
use crate::failure::plain;
use crate::sql::Sql;
use daybook_domain::Outcome;
use rusqlite::Connection;

/// Whether every page of the file is what was written.
pub fn sealed(connection: &Connection) -> bool {
    // The seals are checked in the file itself, so what waits beside it goes in first.
    let settled = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
    let sealed = Sql(connection).all("PRAGMA cipher_integrity_check", [], |_| Ok(()));
    settled.is_ok() && matches!(&sealed, Ok(broken) if broken.is_empty())
}

/// Whether tables and indexes agree, and rows are what their tables allow.
pub fn check_structure(connection: &Connection) -> Outcome<Vec<Found>> {
    let mut statement = connection.prepare("PRAGMA integrity_check(1000)").map_err(plain)?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(plain)?;
    let index = |line: &String| line.contains("missing from index") || line.contains("entries in index");
    let (indexes, others): (Vec<&String>, Vec<&String>) =
        lines.iter().filter(|line| *line != "ok").partition(|line| index(line));
    let mut found = Vec::new();
    if !indexes.is_empty() {
        found.push(Found::Indexes);
    }
    if !others.is_empty() {
        found.push(Found::Tables);
    }
    Ok(found)
}
