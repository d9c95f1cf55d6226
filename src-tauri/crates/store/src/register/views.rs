//! Views of the list that somebody wants again.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{json, read_json};
use daybook_domain::Outcome;
use daybook_domain::ids::{SchoolId, ViewId};
use daybook_domain::register::{RegisterQuery, SavedView};
use rusqlite::params;

/// The saved views of the vault's schools.
pub struct Views<'v, M>(pub(crate) Access<'v, M>);

impl<M> Views<'_, M> {
    /// All of them, by name.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<SavedView>> {
        self.0.sql().all(
            "SELECT id, name, view FROM saved_view WHERE school_id = ?1 ORDER BY name COLLATE NOCASE, id",
            [school.0],
            |row| Ok(SavedView { id: ViewId(row.get("id")?), name: row.get("name")?, query: read_json(row, "view")? }),
        )
    }
}

impl Views<'_, Write> {
    /// Keeps a view under a name; one that has the name already, whatever its capitals, is changed.
    pub fn save(&self, school: SchoolId, name: &str, query: &RegisterQuery) -> Outcome<ViewId> {
        let sql = self.0.sql();
        let known: Option<i64> = sql.first(
            "SELECT id FROM saved_view WHERE school_id = ?1 AND name = ?2 COLLATE NOCASE",
            params![school.0, name],
            |row| row.get(0),
        )?;
        let Some(id) = known else {
            let insert = "INSERT INTO saved_view (school_id, name, view) VALUES (?1, ?2, ?3)";
            return sql.insert(insert, params![school.0, name, json(query)]).map(ViewId);
        };
        sql.run("UPDATE saved_view SET name = ?2, view = ?3 WHERE id = ?1", params![id, name, json(query)])?;
        Ok(ViewId(id))
    }

    /// Takes a view away. Fault: `store.gone`.
    pub fn remove(&self, school: SchoolId, id: ViewId) -> Outcome<()> {
        let gone_now =
            self.0.sql().run("DELETE FROM saved_view WHERE school_id = ?1 AND id = ?2", params![school.0, id.0])?;
        if gone_now == 0 { Err(gone()) } else { Ok(()) }
    }
}
