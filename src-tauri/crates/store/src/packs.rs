//! Packs that were printed or saved: of what, with which options, from which entries.

use crate::access::{Access, Write};
use crate::sql::{json, read_json, seconds};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::Outcome;
use daybook_domain::ids::{EntryId, PackId, SchoolId};
use rusqlite::params;

/// The packs of the vault's schools.
pub struct Packs<'v, M>(pub(crate) Access<'v, M>);

/// What is kept of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct PackDetails {
    /// Which kind, by the name the press gives it.
    pub kind: String,
    /// The Monday of the week it speaks of; none where it speaks of no one week.
    pub monday: Option<NaiveDate>,
    /// What was chosen when it was made.
    pub options: serde_json::Value,
    /// SHA-256 of what it says, in lower-case hexadecimal digits: the same data give the same one, whatever the press does.
    pub hash: String,
    /// When it was made.
    pub at: NaiveDateTime,
    /// The entries its figures were summed from.
    pub entries: Vec<EntryId>,
}

/// A pack that was printed or saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Its identity.
    pub id: PackId,
    /// What is kept of it.
    pub details: PackDetails,
}

impl<M> Packs<'_, M> {
    /// All of them, newest first.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<Pack>> {
        self.0.sql().all(
            "SELECT p.*, (SELECT json_group_array(l.entry_id) FROM pack_entry l WHERE l.pack_id = p.id) AS entries
             FROM pack p WHERE p.school_id = ?1 ORDER BY p.at DESC, p.id DESC",
            [school.0],
            |row| {
                let details = PackDetails {
                    kind: row.get("kind")?,
                    monday: row.get("monday")?,
                    options: read_json(row, "options")?,
                    hash: row.get("hash")?,
                    at: row.get("at")?,
                    entries: read_json(row, "entries")?,
                };
                Ok(Pack { id: PackId(row.get("id")?), details })
            },
        )
    }
}

impl Packs<'_, Write> {
    /// Keeps that a pack was made. To be done in an [`Op::lasting`](crate::Op::lasting), for paper cannot be undone.
    pub fn record(&self, school: SchoolId, pack: &PackDetails) -> Outcome<PackId> {
        let PackDetails { kind, monday, options, hash, at, entries } = pack;
        let id = self.0.sql().insert(
            "INSERT INTO pack (school_id, kind, monday, options, hash, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![school.0, kind, monday, json(options), hash, seconds(*at)],
        )?;
        self.0.sql().run(
            "INSERT INTO pack_entry (pack_id, entry_id) SELECT DISTINCT ?1, value FROM json_each(?2)",
            params![id, json(entries)],
        )?;
        Ok(PackId(id))
    }
}
