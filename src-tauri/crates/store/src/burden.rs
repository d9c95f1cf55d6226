//! What this daybook costs its own user: seconds in front of a part of it, by day. Counted by the app; nothing for Undo.

use crate::access::Access;
use crate::sql::{Sql, read_word, word};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::burden::{Part, Spent};
use daybook_domain::ids::SchoolId;
use rusqlite::{Connection, params};

/// What the daybook took of its user.
pub struct Burden<'v, M>(pub(crate) Access<'v, M>);

impl<M> Burden<'_, M> {
    /// Seconds of each part from one day to another, both included.
    pub fn spent(&self, school: SchoolId, (first, last): (NaiveDate, NaiveDate)) -> Outcome<Vec<Spent>> {
        self.0.sql().all(
            "SELECT part, sum(seconds) AS seconds FROM burden WHERE school_id = ?1 AND date BETWEEN ?2 AND ?3
             GROUP BY part ORDER BY part",
            params![school.0, first, last],
            |row| Ok(Spent { part: read_word(row, "part")?, seconds: row.get("seconds")? }),
        )
    }
}

/// Adds seconds to what a part took on a day.
pub fn add(connection: &Connection, school: SchoolId, day: NaiveDate, part: Part, seconds: u32) -> Outcome<()> {
    Sql(connection)
        .run(
            "INSERT INTO burden (school_id, date, part, seconds) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (school_id, date, part) DO UPDATE SET seconds = seconds + ?4",
            params![school.0, day, word(&part), seconds],
        )
        .map(|_| ())
}
