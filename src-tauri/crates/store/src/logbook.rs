//! The activity log: what happened to the daybook itself. Lines are only added, and never undone.

use crate::access::Access;
use crate::sql::{Sql, json, read_json, seconds};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::log::{Happening, LogLine, Sitting};
use rusqlite::{Connection, params};

/// The activity log of the vault.
pub struct Log<'v, M>(pub(crate) Access<'v, M>);

impl<M> Log<'_, M> {
    /// All lines, newest first.
    pub fn list(&self) -> Outcome<Vec<LogLine>> {
        self.0.sql().all("SELECT at, who, computer, happening FROM log ORDER BY id DESC", [], |row| {
            Ok(LogLine {
                at: row.get("at")?,
                who: row.get("who")?,
                computer: row.get("computer")?,
                happening: read_json(row, "happening")?,
            })
        })
    }
}

/// Adds a line.
pub fn note(connection: &Connection, sitting: &Sitting, at: NaiveDateTime, happening: &Happening) -> Outcome<()> {
    Sql(connection)
        .run(
            "INSERT INTO log (at, who, computer, happening) VALUES (?1, ?2, ?3, ?4)",
            params![seconds(at), sitting.who, sitting.computer, json(happening)],
        )
        .map(|_| ())
}
