//! Blocks of the plan, and what became of them. The table refuses any change to the plan of a frozen week.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{Sql, json, read_clock, read_word, word};
use chrono::{Days, NaiveDate};
use daybook_domain::ids::{ActivityId, BlockId, PupilId, SchoolId};
use daybook_domain::plan::{Block, BlockDetails, BlockState};
use daybook_domain::{Fault, Outcome};
use rusqlite::{Params, Row, params};

/// The plan of the vault's schools.
pub struct Blocks<'v, M>(pub(crate) Access<'v, M>);

impl<M> Blocks<'_, M> {
    /// The plan of a week, by day and time.
    pub fn of_week(&self, school: SchoolId, monday: NaiveDate) -> Outcome<Vec<Block>> {
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        select(self.0.sql(), "b.school_id = ?1 AND b.date BETWEEN ?2 AND ?3", params![school.0, monday, sunday])
    }

    /// One block.
    pub fn get(&self, id: BlockId) -> Outcome<Block> {
        select(self.0.sql(), "b.id = ?1", [id.0])?.pop().ok_or_else(gone)
    }
}

impl Blocks<'_, Write> {
    /// Lays a block. Fault: `block.frozen`.
    pub fn insert(&self, school: SchoolId, details: &BlockDetails) -> Outcome<BlockId> {
        let d = details;
        let id = self.0.sql().insert(
            "INSERT INTO block (school_id, date, starts, minutes, title, activity_id, place)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![school.0, d.date, d.start.minutes(), d.minutes, d.title, d.activity.0, word(&d.place)],
        )?;
        self.link(BlockId(id), &details.pupils)?;
        Ok(BlockId(id))
    }

    /// Changes a block. Fault: `block.frozen`.
    pub fn update(&self, id: BlockId, details: &BlockDetails) -> Outcome<()> {
        let d = details;
        let rows = self.0.sql().run(
            "UPDATE block SET date = ?2, starts = ?3, minutes = ?4, title = ?5, activity_id = ?6, place = ?7
             WHERE id = ?1",
            params![id.0, d.date, d.start.minutes(), d.minutes, d.title, d.activity.0, word(&d.place)],
        )?;
        if rows == 0 {
            return Err(gone());
        }
        self.link(id, &details.pupils)
    }

    /// Takes a block off the plan. Faults: `block.frozen`, and `block.has_entries` where entries belong to it.
    pub fn delete(&self, id: BlockId) -> Outcome<()> {
        let sql = self.0.sql();
        let entries = "SELECT EXISTS (SELECT 1 FROM entry WHERE block_id = ?1)
                           OR EXISTS (SELECT 1 FROM entry WHERE displaced_id = ?1)";
        if sql.value(entries, [id.0])? {
            return Err(Fault::new(
                "block.has_entries",
                "Something that happened belongs to that block, so it stays on the plan. Nothing was changed.",
            ));
        }
        self.link(id, &[])?;
        self.set_state(id, &BlockState::Open)?;
        sql.run("DELETE FROM task_block WHERE block_id = ?1", [id.0])?;
        match sql.run("DELETE FROM block WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    /// Says what became of a block; the plan itself stays as it is. Fault: `week.closed`.
    pub fn set_state(&self, id: BlockId, state: &BlockState) -> Outcome<()> {
        let (state, why, still_needed) = match state {
            BlockState::Open => {
                return self.0.sql().run("DELETE FROM block_outcome WHERE block_id = ?1", [id.0]).map(|_| ());
            }
            BlockState::AsPlanned => ("as_planned", "", false),
            BlockState::Changed => ("changed", "", false),
            BlockState::NotDone { why, still_needed } => ("not_done", why.as_str(), *still_needed),
        };
        self.0
            .sql()
            .run(
                "INSERT INTO block_outcome (block_id, state, why, still_needed) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (block_id) DO UPDATE SET state = ?2, why = ?3, still_needed = ?4",
                params![id.0, state, why, still_needed],
            )
            .map(|_| ())
    }

    fn link(&self, id: BlockId, pupils: &[PupilId]) -> Outcome<()> {
        let (sql, pupils) = (self.0.sql(), json(&pupils));
        sql.run(
            "DELETE FROM block_pupil WHERE block_id = ?1 AND pupil_id NOT IN (SELECT value FROM json_each(?2))",
            params![id.0, pupils],
        )?;
        sql.run(
            "INSERT INTO block_pupil (block_id, pupil_id) SELECT DISTINCT ?1, value FROM json_each(?2) WHERE true
             ON CONFLICT (block_id, pupil_id) DO NOTHING",
            params![id.0, pupils],
        )?;
        Ok(())
    }
}

fn select(sql: Sql<'_>, condition: &str, params: impl Params) -> Outcome<Vec<Block>> {
    sql.all(
        &format!(
            "SELECT b.*, o.state, o.why, o.still_needed,
                    (SELECT json_group_array(l.pupil_id) FROM block_pupil l WHERE l.block_id = b.id) AS pupils
             FROM block b LEFT JOIN block_outcome o ON o.block_id = b.id
             WHERE {condition} ORDER BY b.date, b.starts, b.id"
        ),
        params,
        read,
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Block> {
    let state = match row.get::<_, Option<String>>("state")?.as_deref() {
        Some("as_planned") => BlockState::AsPlanned,
        Some("changed") => BlockState::Changed,
        Some(_) => BlockState::NotDone { why: row.get("why")?, still_needed: row.get("still_needed")? },
        None => BlockState::Open,
    };
    let details = BlockDetails {
        date: row.get("date")?,
        start: read_clock(row, "starts")?,
        minutes: row.get("minutes")?,
        title: row.get("title")?,
        activity: ActivityId(row.get("activity_id")?),
        place: read_word(row, "place")?,
        pupils: crate::sql::read_json(row, "pupils")?,
    };
    Ok(Block { id: BlockId(row.get("id")?), details, state })
}
