//! The pages of the file: sealed as they were written, and fitting together.

use super::Found;
use crate::failure::{io, plain};
use crate::sql::Sql;
use crate::vault::reads_on;
use daybook_domain::Outcome;
use rusqlite::Connection;

/// Whether every page of the file is what was written. Faults of the disk, which say nothing of what the file holds.
pub fn sealed(connection: &Connection) -> Outcome<bool> {
    // The seals are checked in the file itself, so what waits beside it goes in first.
    let settled = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(plain);
    let broken: Vec<String> = Sql(connection).all("PRAGMA cipher_integrity_check", [], |row| row.get(0))?;
    judge(settled, &broken, || reads_on(connection))
}

/// What the pages that were found say, where folding in what waited beside them came to `settled`.
///
/// SQLCipher reports a page that the disk did not give as it does one whose seal is broken. On a disk that still gives the
/// first page it is lost like the other; a disk that gives nothing any more says nothing of the file.
fn judge(settled: Outcome<()>, broken: &[String], reads_on: impl FnOnce() -> bool) -> Outcome<bool> {
    if broken.is_empty() {
        return settled.map(|()| true);
    }
    let of_disk = broken.iter().all(|line| line.starts_with("error reading"));
    if of_disk && !reads_on() { Err(io()) } else { Ok(false) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::in_use;

    #[test]
    fn only_pages_that_are_not_what_was_written_are_damage() {
        let (seal, unread) = ("HMAC verification failed for page 7", "error reading 4096 bytes from file page 7");
        let code = |outcome: Outcome<bool>| outcome.map_err(|fault| fault.code.into_owned());
        for (settled, broken, reads_on, expected) in [
            (Ok(()), vec![], true, Ok(true)),
            (Err(io()), vec![], true, Err("store.disk")),
            (Err(in_use()), vec![], true, Err("vault.in_use")),
            (Ok(()), vec![seal], true, Ok(false)),
            (Err(io()), vec![seal], false, Ok(false)),
            (Ok(()), vec![unread], true, Ok(false)),
            (Ok(()), vec![unread, unread], false, Err("store.disk")),
            (Ok(()), vec![unread, seal], false, Ok(false)),
        ] {
            let broken: Vec<String> = broken.into_iter().map(str::to_owned).collect();
            let judged = code(judge(settled, &broken, || reads_on));
            assert_eq!(judged, expected.map_err(str::to_owned), "{broken:?}, {reads_on}");
        }
    }
}
