//! Normal weeks, to lay a plan from.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{Sql, read_clock, read_word, word};
use daybook_domain::Outcome;
use daybook_domain::ids::{ActivityId, NormalWeekId, SchoolId};
use daybook_domain::normal_week::{NormalBlock, NormalWeek};
use rusqlite::{Params, Row, params};

/// The normal weeks of the vault's schools.
pub struct NormalWeeks<'v, M>(pub(crate) Access<'v, M>);

impl<M> NormalWeeks<'_, M> {
    /// All of them, by name.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<NormalWeek>> {
        select(self.0.sql(), "school_id = ?1", [school.0])
    }

    /// One of them. Fault: `store.gone`.
    pub fn get(&self, id: NormalWeekId) -> Outcome<NormalWeek> {
        select(self.0.sql(), "id = ?1", [id.0])?.pop().ok_or_else(gone)
    }
}

impl NormalWeeks<'_, Write> {
    /// Keeps a normal week under a name that no other has.
    pub fn insert(&self, school: SchoolId, name: &str, blocks: &[NormalBlock]) -> Outcome<NormalWeekId> {
        let sql = "INSERT INTO normal_week (school_id, name) VALUES (?1, ?2)";
        let id = NormalWeekId(self.0.sql().insert(sql, params![school.0, name])?);
        self.fill(id, blocks)?;
        Ok(id)
    }

    /// Puts other blocks in the place of those it has.
    pub fn replace(&self, id: NormalWeekId, blocks: &[NormalBlock]) -> Outcome<()> {
        self.0.sql().run("DELETE FROM normal_block WHERE normal_week_id = ?1", [id.0])?;
        self.fill(id, blocks)
    }

    /// Calls it something else. Fault: `store.gone`.
    pub fn rename(&self, id: NormalWeekId, name: &str) -> Outcome<()> {
        match self.0.sql().run("UPDATE normal_week SET name = ?2 WHERE id = ?1", params![id.0, name])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    /// Takes it away; plans that were laid from it stay. Fault: `store.gone`.
    pub fn remove(&self, id: NormalWeekId) -> Outcome<()> {
        self.0.sql().run("DELETE FROM normal_block WHERE normal_week_id = ?1", [id.0])?;
        match self.0.sql().run("DELETE FROM normal_week WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    fn fill(&self, id: NormalWeekId, blocks: &[NormalBlock]) -> Outcome<()> {
        blocks.iter().try_for_each(|block| {
            let b = block;
            let sql = "INSERT INTO normal_block (normal_week_id, weekday, starts, minutes, title, activity_id, place)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let values = params![id.0, b.weekday, b.start.minutes(), b.minutes, b.title, b.activity.0, word(&b.place)];
            self.0.sql().insert(sql, values).map(|_| ())
        })
    }
}

fn select(sql: Sql<'_>, condition: &str, params: impl Params) -> Outcome<Vec<NormalWeek>> {
    let named = |row: &Row<'_>| Ok((NormalWeekId(row.get("id")?), row.get::<_, String>("name")?));
    let weeks = sql.all(
        &format!("SELECT id, name FROM normal_week WHERE {condition} ORDER BY lower(name), id"),
        params,
        named,
    )?;
    let with_blocks = |(id, name): (NormalWeekId, String)| {
        let blocks = "SELECT * FROM normal_block WHERE normal_week_id = ?1 ORDER BY weekday, starts, id";
        Ok(NormalWeek { id, name, blocks: sql.all(blocks, [id.0], read)? })
    };
    weeks.into_iter().map(with_blocks).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<NormalBlock> {
    Ok(NormalBlock {
        weekday: row.get("weekday")?,
        start: read_clock(row, "starts")?,
        minutes: row.get("minutes")?,
        title: row.get("title")?,
        activity: ActivityId(row.get("activity_id")?),
        place: read_word(row, "place")?,
    })
}
