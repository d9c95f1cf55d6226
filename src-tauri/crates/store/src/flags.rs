//! Flags of a school's own. Who has which is told with the pupil.

use crate::access::{Access, Write};
use crate::failure::gone;
use daybook_domain::Outcome;
use daybook_domain::flags::{Flag, FlagDetails};
use daybook_domain::ids::{FlagId, SchoolId};
use rusqlite::{Row, params};

/// The flags of the vault's schools.
pub struct OwnFlags<'v, M>(pub(crate) Access<'v, M>);

impl<M> OwnFlags<'_, M> {
    /// All of them, by name, those no longer offered too.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<Flag>> {
        let sql = "SELECT id, name, retired FROM flag WHERE school_id = ?1 ORDER BY lower(name), id";
        self.0.sql().all(sql, [school.0], read)
    }
}

impl OwnFlags<'_, Write> {
    /// Adds a flag.
    pub fn insert(&self, school: SchoolId, details: &FlagDetails) -> Outcome<FlagId> {
        let FlagDetails { name, retired } = details;
        let sql = "INSERT INTO flag (school_id, name, retired) VALUES (?1, ?2, ?3)";
        self.0.sql().insert(sql, params![school.0, name, retired]).map(FlagId)
    }

    /// Changes a flag. Fault: `store.gone`.
    pub fn update(&self, id: FlagId, details: &FlagDetails) -> Outcome<()> {
        let FlagDetails { name, retired } = details;
        match self.0.sql().run("UPDATE flag SET name = ?2, retired = ?3 WHERE id = ?1", params![id.0, name, retired])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Flag> {
    let details = FlagDetails { name: row.get("name")?, retired: row.get("retired")? };
    Ok(Flag { id: FlagId(row.get("id")?), details })
}
