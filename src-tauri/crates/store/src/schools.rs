//! Schools.

use crate::access::{Access, Write};
use crate::failure::gone;
use daybook_domain::Outcome;
use daybook_domain::ids::SchoolId;
use daybook_domain::school::{School, SchoolDetails};
use rusqlite::{Row, params};

/// The schools of the vault.
pub struct Schools<'v, M>(pub(crate) Access<'v, M>);

const SELECT: &str = "SELECT id, name, senco, head FROM school";

impl<M> Schools<'_, M> {
    /// The one that is worked with: the first; none in a new vault.
    pub fn current(&self) -> Outcome<Option<School>> {
        self.0.sql().first(&format!("{SELECT} ORDER BY id LIMIT 1"), [], read)
    }

    /// One of them.
    pub fn get(&self, id: SchoolId) -> Outcome<School> {
        self.0.sql().first(&format!("{SELECT} WHERE id = ?1"), [id.0], read)?.ok_or_else(gone)
    }
}

impl Schools<'_, Write> {
    /// Adds a school.
    pub fn insert(&self, details: &SchoolDetails) -> Outcome<SchoolId> {
        let SchoolDetails { name, senco, head } = details;
        let sql = "INSERT INTO school (name, senco, head) VALUES (?1, ?2, ?3)";
        self.0.sql().insert(sql, params![name, senco, head]).map(SchoolId)
    }

    /// Changes a school.
    pub fn update(&self, id: SchoolId, details: &SchoolDetails) -> Outcome<()> {
        let SchoolDetails { name, senco, head } = details;
        let sql = "UPDATE school SET name = ?2, senco = ?3, head = ?4 WHERE id = ?1";
        match self.0.sql().run(sql, params![id.0, name, senco, head])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<School> {
    let details = SchoolDetails { name: row.get("name")?, senco: row.get("senco")?, head: row.get("head")? };
    Ok(School { id: SchoolId(row.get("id")?), details })
}
