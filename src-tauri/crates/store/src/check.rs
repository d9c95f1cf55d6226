//! Whether the file is whole, its rows are those the journal knows, and nothing that keeps them so is missing.
//!
//! Says what it finds; nothing is changed before somebody asks for it. What a closed week's figures must still say is
//! the domain's rule and asked elsewhere.

mod links;
mod mend;
mod pages;
mod search;
mod shape;

use crate::history::Cells;
use crate::journal::audit::{Strayed, audit};
use crate::onlooker::Onlooker;
use crate::salvage::Source;
use crate::vault::Vault;
use daybook_domain::Outcome;
use daybook_domain::progress::Doing;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// One part of a check.
type Part<'a> = &'a dyn Fn(&Connection) -> Outcome<Vec<Found>>;

/// A row, by which it can be settled.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey {
    /// Its table.
    pub table: String,
    /// The values of its key, as a JSON array.
    pub key: String,
}

/// Something a check found.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// Pages of the file are not what was written. Nothing else is looked at then.
    Pages {
        /// Tables of which a file built anew would not have every row; none: only what is built from rows was hit.
        lost: Vec<String>,
    },
    /// Indexes do not agree with their tables.
    Indexes,
    /// Guards, journal triggers, indexes or views are missing or are not those of this version.
    Guards,
    /// Tables are not those of this version, or hold what they must not hold.
    Tables,
    /// What pupils are found and sorted by is not what their names give.
    Search {
        /// How many pupils.
        pupils: u32,
    },
    /// A row is not as the journal knows it.
    Strayed {
        /// Which.
        row: RowKey,
        /// What the journal knows; none: that there is no such row.
        known: Option<Cells>,
        /// What stands; none where the row is gone.
        stands: Option<Cells>,
    },
    /// A row belongs to one that is not there.
    Orphan {
        /// Which.
        row: RowKey,
        /// What stands.
        stands: Cells,
    },
}

impl Vault {
    /// Looks at everything and changes nothing. Faults: `work.cancelled`, and those of the disk, which say nothing of what
    /// the file holds.
    pub fn check(&mut self, watch: &Onlooker) -> Outcome<Vec<Found>> {
        watch.tell(Doing::ReadingPages, 0, 0)?;
        // What was taken into memory has no pages to look at.
        if !self.read_only && !pages::sealed(&self.connection)? {
            let lost = self.reopened(|open| Source::open(open)?.lost())?;
            return Ok(vec![Found::Pages { lost }]);
        }
        let connection = &self.connection;
        let mut found = Vec::new();
        let search = |connection: &_| search::check(connection).map(|found| found.into_iter().collect());
        let rows = |connection: &_| rows(connection, watch);
        let parts: [Part<'_>; 4] = [&pages::check_structure, &shape::check, &search, &rows];
        for part in parts {
            let of_part = match part(connection) {
                Ok(of_part) => of_part,
                // What this version cannot read it did not write; whatever the other parts find is still told.
                Err(fault) if fault.code == "store.unreadable" => vec![Found::Tables],
                Err(fault) => return Err(fault),
            };
            for each in of_part {
                if each != Found::Tables || !found.contains(&each) {
                    found.push(each);
                }
            }
        }
        Ok(found)
    }
}

/// Rows that are not as the journal knows them, and those that belong to none.
fn rows(connection: &Connection, watch: &Onlooker) -> Outcome<Vec<Found>> {
    let strayed = audit(connection, watch)?;
    let orphans = links::check(connection, &strayed)?;
    Ok(strayed.into_iter().map(told).chain(orphans).collect())
}

fn told(Strayed { table, key, known, stands }: Strayed) -> Found {
    Found::Strayed {
        row: RowKey { table, key },
        known: known.map(|text| cells(&text)),
        stands: stands.map(|text| cells(&text)),
    }
}

fn cells(text: &str) -> Cells {
    serde_json::from_str(text).unwrap_or_default()
}

/// The rows that a check of the journal will speak of anyway.
fn rows_of(strayed: &[Strayed]) -> BTreeSet<RowKey> {
    strayed.iter().map(|row| RowKey { table: row.table.clone(), key: row.key.clone() }).collect()
}
