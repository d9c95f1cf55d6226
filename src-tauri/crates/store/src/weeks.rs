//! Weeks: frozen, closed. Neither can be taken back but by undo.

use crate::access::{Access, Write};
use crate::facts::Ground;
use crate::sql::{json, seconds};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::ids::SchoolId;
use daybook_domain::plan::Week;
use daybook_domain::{Fault, Outcome};
use rusqlite::params;

/// The weeks of the vault. One of which nothing has been said has no row, and is open.
pub struct Weeks<'v, M>(pub(crate) Access<'v, M>);

impl<M> Weeks<'_, M> {
    /// The week that begins on this Monday.
    pub fn get(&self, school: SchoolId, monday: NaiveDate) -> Outcome<Week> {
        let found = self.0.sql().first(
            "SELECT frozen_at, closed_at FROM week WHERE school_id = ?1 AND monday = ?2",
            params![school.0, monday],
            |row| Ok(Week { monday, frozen_at: row.get(0)?, closed_at: row.get(1)? }),
        )?;
        Ok(found.unwrap_or(Week { monday, frozen_at: None, closed_at: None }))
    }
}

impl<M> Weeks<'_, M> {
    /// The Mondays of the weeks that are closed, oldest first.
    pub fn closed(&self, school: SchoolId) -> Outcome<Vec<NaiveDate>> {
        self.0.sql().all(
            "SELECT monday FROM week WHERE school_id = ?1 AND closed_at IS NOT NULL ORDER BY monday",
            [school.0],
            |row| row.get(0),
        )
    }
}

impl Weeks<'_, Write> {
    /// Freezes the plan. Faults: `week.frozen`, `week.closed`.
    pub fn freeze(&self, school: SchoolId, monday: NaiveDate, at: NaiveDateTime) -> Outcome<()> {
        self.row(school, monday)?;
        let freeze = "UPDATE week SET frozen_at = ?3 WHERE school_id = ?1 AND monday = ?2 AND frozen_at IS NULL";
        match self.0.sql().run(freeze, params![school.0, monday, seconds(at)])? {
            0 => Err(Fault::new("week.frozen", "The plan of that week is frozen already. Nothing was changed.")),
            _ => Ok(()),
        }
    }

    /// Closes the week: what happened in it stays as it is, and so does the ground its story is told on.
    /// Fault: `week.closed`.
    pub fn close(&self, school: SchoolId, monday: NaiveDate, at: NaiveDateTime) -> Outcome<()> {
        self.row(school, monday)?;
        let ground = Ground::of(&self.0.facts(school, monday)?);
        let close = "UPDATE week SET closed_at = ?3, ground = ?4 WHERE school_id = ?1 AND monday = ?2";
        self.0.sql().run(close, params![school.0, monday, seconds(at), json(&ground)]).map(|_| ())
    }

    fn row(&self, school: SchoolId, monday: NaiveDate) -> Outcome<()> {
        let insert = "INSERT INTO week (school_id, monday) VALUES (?1, ?2) ON CONFLICT (school_id, monday) DO NOTHING";
        self.0.sql().run(insert, params![school.0, monday]).map(|_| ())
    }
}
