//! What was said of breaks. The table refuses any change in a closed week.

use crate::access::{Access, Write};
use crate::sql::{read_word, word};
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::breaks::BreakMark;
use daybook_domain::ids::SchoolId;
use rusqlite::{Row, params};

/// The breaks of the vault's schools.
pub struct Breaks<'v, M>(pub(crate) Access<'v, M>);

impl<M> Breaks<'_, M> {
    /// What was said of the breaks of a week, by day.
    pub fn of_week(&self, school: SchoolId, monday: NaiveDate) -> Outcome<Vec<BreakMark>> {
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        self.0.sql().all(
            "SELECT date, name, state, taken, why FROM break_mark
             WHERE school_id = ?1 AND date BETWEEN ?2 AND ?3 ORDER BY date, id",
            params![school.0, monday, sunday],
            read,
        )
    }

    /// What was said of the breaks of every week that is not closed.
    pub fn of_open_weeks(&self, school: SchoolId) -> Outcome<Vec<BreakMark>> {
        self.0.sql().all(
            "SELECT date, name, state, taken, why FROM break_mark
             WHERE school_id = ?1 AND date(date, 'weekday 0', '-6 days') NOT IN
                 (SELECT monday FROM closed_week WHERE school_id = ?1)
             ORDER BY date, id",
            [school.0],
            read,
        )
    }
}

impl Breaks<'_, Write> {
    /// Says what became of a break, in place of what was said before. Fault: `week.closed`.
    pub fn mark(&self, school: SchoolId, mark: &BreakMark) -> Outcome<()> {
        let BreakMark { date, name, state, taken, why } = mark;
        self.0
            .sql()
            .run(
                "INSERT INTO break_mark (school_id, date, name, state, taken, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (school_id, date, name) DO UPDATE SET state = ?4, taken = ?5, why = ?6",
                params![school.0, date, name, word(state), taken, why],
            )
            .map(|_| ())
    }

    /// Takes back what was said of a break: it counts as taken again. Fault: `week.closed`.
    pub fn clear(&self, school: SchoolId, day: NaiveDate, name: &str) -> Outcome<()> {
        let delete = "DELETE FROM break_mark WHERE school_id = ?1 AND date = ?2 AND name = ?3";
        self.0.sql().run(delete, params![school.0, day, name]).map(|_| ())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<BreakMark> {
    Ok(BreakMark {
        date: row.get("date")?,
        name: row.get("name")?,
        state: read_word(row, "state")?,
        taken: row.get("taken")?,
        why: row.get("why")?,
    })
}
