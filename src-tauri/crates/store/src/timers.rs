//! The timer that runs. Not journalled: nobody undoes the time, only what was written of it.

use crate::access::{Access, Write};
use crate::sql::{Sql, json};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::ids::SchoolId;
use daybook_domain::timer::Kept;
use rusqlite::{Connection, params};

/// The timers of the vault's schools.
pub struct Timers<'v, M>(pub(crate) Access<'v, M>);

impl<M> Timers<'_, M> {
    /// A school's; an empty one where none runs. One that cannot be read is as good as none.
    pub fn get(&self, school: SchoolId) -> Outcome<Kept> {
        let text: Option<String> =
            self.0.sql().first("SELECT layers FROM timer WHERE school_id = ?1", [school.0], |row| row.get(0))?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// When somebody wrote or typed anything last.
    pub fn seen(&self) -> Outcome<Option<NaiveDateTime>> {
        self.0.sql().value("SELECT max(at) FROM (SELECT max(at) AS at FROM op UNION ALL SELECT max(at) FROM draft)", [])
    }
}

impl Timers<'_, Write> {
    /// Keeps a school's timer together with what is written of it.
    pub fn keep(&self, school: SchoolId, kept: &Kept) -> Outcome<()> {
        put(self.0.sql(), school, kept)
    }
}

/// Keeps a school's timer where nothing is written of it.
pub fn keep(connection: &Connection, school: SchoolId, kept: &Kept) -> Outcome<()> {
    put(Sql(connection), school, kept)
}

fn put(sql: Sql<'_>, school: SchoolId, kept: &Kept) -> Outcome<()> {
    if kept.is_empty() {
        return sql.run("DELETE FROM timer WHERE school_id = ?1", [school.0]).map(|_| ());
    }
    sql.run(
        "INSERT INTO timer (school_id, layers) VALUES (?1, ?2) ON CONFLICT (school_id) DO UPDATE SET layers = ?2",
        params![school.0, json(kept)],
    )
    .map(|_| ())
}
