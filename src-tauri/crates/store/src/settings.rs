//! What was set: a value of any shape under a name, such as how the columns of a file were matched.

use crate::access::{Access, Write};
use crate::sql::json;
use daybook_domain::Outcome;
use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The settings of the vault.
pub struct Settings<'v, M>(pub(crate) Access<'v, M>);

impl<M> Settings<'_, M> {
    /// A value, or none where it was never set. A value of another shape is as good as none.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Outcome<Option<T>> {
        let text: Option<String> =
            self.0.sql().first("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }
}

impl Settings<'_, Write> {
    /// Sets a value.
    pub fn set(&self, key: &str, value: &impl Serialize) -> Outcome<()> {
        self.0
            .sql()
            .run(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                params![key, json(value)],
            )
            .map(|_| ())
    }
}
