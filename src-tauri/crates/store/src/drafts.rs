//! What was typed into a form and not saved yet: kept in the vault, so that locking loses nothing and no plain file holds it.

use crate::access::Access;
use crate::sql::{Sql, json, read_json, seconds};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use rusqlite::{Connection, params};
use serde_json::Value;
use std::collections::BTreeMap;

/// The drafts of the vault.
pub struct Drafts<'v, M>(pub(crate) Access<'v, M>);

impl<M> Drafts<'_, M> {
    /// All of them, by the name their form gave them.
    pub fn all(&self) -> Outcome<BTreeMap<String, Value>> {
        let drafts = self
            .0
            .sql()
            .all("SELECT key, value FROM draft", [], |row| Ok((row.get("key")?, read_json(row, "value")?)))?;
        Ok(drafts.into_iter().collect())
    }
}

/// Keeps a form's draft, or drops it.
pub fn keep(connection: &Connection, key: &str, value: Option<&Value>, at: NaiveDateTime) -> Outcome<()> {
    let sql = Sql(connection);
    match value {
        Some(value) => sql.run(
            "INSERT INTO draft (key, value, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (key) DO UPDATE SET value = ?2, at = ?3",
            params![key, json(value), seconds(at)],
        ),
        None => sql.run("DELETE FROM draft WHERE key = ?1", [key]),
    }
    .map(|_| ())
}
