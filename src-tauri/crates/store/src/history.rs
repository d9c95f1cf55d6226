//! What the journal knows of one record: the operations that touched it, and its rows before and after each.

use crate::access::Access;
use crate::sql::{read_json, seconds};
use chrono::{Days, NaiveDate, NaiveDateTime};
use daybook_domain::Outcome;
use daybook_domain::ids::{ActivityId, BlockId, EntryId, PupilId, SchoolId, TaskId};
use rusqlite::types::Type;
use rusqlite::{Row, params};
use serde_json::{Map, Value};

/// The journal, by record.
pub struct History<'v, M>(pub(crate) Access<'v, M>);

/// A record that has a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// The school's own details.
    School(SchoolId),
    /// Half-terms and days off.
    Calendar(SchoolId),
    /// Every pattern of hours.
    Hours(SchoolId),
    /// A kind of work.
    Activity(ActivityId),
    /// A pupil with the whole of their record, and what was printed or saved of it alone.
    Pupil(PupilId),
    /// A week with its plan, its entries and its breaks.
    Week(SchoolId, NaiveDate),
    /// A block with what became of it.
    Block(BlockId),
    /// An entry.
    Entry(EntryId),
    /// A task with what was laid and what was counted for it.
    Task(TaskId),
    /// The catalogue that tasks come from.
    Catalogue(SchoolId),
}

/// The cells of a row, by column.
pub type Cells = Map<String, Value>;

/// A row before and after an operation: none before where it was added, none after where it was taken away.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// Its table.
    pub table: String,
    /// The first column of its key.
    pub row: i64,
    /// What it was.
    pub before: Option<Cells>,
    /// What it became.
    pub after: Option<Cells>,
}

/// An operation, and what it did to the rows that were asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// When.
    pub at: NaiveDateTime,
    /// The computer account; empty where the system told none.
    pub who: String,
    /// Whether it is undone.
    pub undone: bool,
    /// Rows in the order they were touched; at least one.
    pub changes: Vec<RowChange>,
}

/// Rows of blocks or entries that were ever in a week, and the rows that hang on them.
fn of_days(table: &str, and: &str) -> String {
    format!(
        "table_name IN ('{table}', {and}) AND row_id IN (
             SELECT row_id FROM change WHERE table_name = '{table}'
               AND (before ->> '$.school_id' = ?1 AND before ->> '$.date' BETWEEN ?2 AND ?3
                 OR after ->> '$.school_id' = ?1 AND after ->> '$.date' BETWEEN ?2 AND ?3))"
    )
}

impl<M> History<'_, M> {
    /// The operations that touched a record, newest first.
    pub fn of(&self, record: Record) -> Outcome<Vec<Step>> {
        let one = |condition: &str, id: i64| self.steps(condition, params![id]);
        match record {
            Record::School(id) => one("table_name = 'school' AND row_id = ?1", id.0),
            Record::Activity(id) => one("table_name = 'activity' AND row_id = ?1", id.0),
            Record::Entry(id) => one("table_name IN ('entry', 'entry_pupil') AND row_id = ?1", id.0),
            Record::Block(id) => one("table_name IN ('block', 'block_pupil', 'block_outcome') AND row_id = ?1", id.0),
            Record::Pupil(id) => one(
                "(table_name IN ('pupil', 'pupil_flag', 'profile') AND row_id = ?1
                  OR table_name IN ('status', 'need', 'support_plan', 'provision', 'assessment', 'document')
                    AND coalesce(after, before) ->> '$.pupil_id' = ?1
                  OR table_name = 'cycle' AND coalesce(after, before) ->> '$.plan_id' IN (
                      SELECT row_id FROM change
                      WHERE table_name = 'support_plan' AND coalesce(after, before) ->> '$.pupil_id' = ?1)
                  OR table_name IN ('outcome', 'strategy') AND coalesce(after, before) ->> '$.cycle_id' IN (
                      SELECT y.row_id FROM change y WHERE y.table_name = 'cycle'
                        AND coalesce(y.after, y.before) ->> '$.plan_id' IN (
                            SELECT p.row_id FROM change p WHERE p.table_name = 'support_plan'
                              AND coalesce(p.after, p.before) ->> '$.pupil_id' = ?1))
                  OR table_name = 'pack' AND ((after ->> '$.options') ->> '$.of.pupil' = ?1
                      OR (after ->> '$.options') ->> '$.of.plan' IN (
                          SELECT row_id FROM change
                          WHERE table_name = 'support_plan' AND coalesce(after, before) ->> '$.pupil_id' = ?1)))",
                id.0,
            ),
            Record::Task(id) => one(
                "(table_name = 'task' AND row_id = ?1
                  OR table_name IN ('task_block', 'task_entry') AND coalesce(after, before) ->> '$.task_id' = ?1)",
                id.0,
            ),
            Record::Catalogue(id) => {
                one("table_name = 'task_template' AND coalesce(after, before) ->> '$.school_id' = ?1", id.0)
            }
            Record::Calendar(id) => {
                one("table_name IN ('half_term', 'day_off') AND coalesce(after, before) ->> '$.school_id' = ?1", id.0)
            }
            Record::Hours(id) => one(
                "table_name IN ('hours', 'hours_span') AND
                 coalesce(coalesce(after, before) ->> '$.school_id', (
                     SELECT coalesce(h.after, h.before) ->> '$.school_id' FROM change h
                     WHERE h.table_name = 'hours' AND h.row_id = coalesce(c.after, c.before) ->> '$.hours_id' LIMIT 1
                 )) = ?1",
                id.0,
            ),
            Record::Week(school, monday) => {
                let condition = format!(
                    "(table_name = 'week' AND coalesce(after, before) ->> '$.school_id' = ?1
                        AND coalesce(after, before) ->> '$.monday' = ?2
                      OR table_name = 'break_mark' AND coalesce(after, before) ->> '$.school_id' = ?1
                        AND coalesce(after, before) ->> '$.date' BETWEEN ?2 AND ?3
                      OR {} OR {})",
                    of_days("block", "'block_pupil', 'block_outcome'"),
                    of_days("entry", "'entry_pupil'"),
                );
                let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
                self.steps(&condition, params![school.0, monday, sunday])
            }
        }
    }

    /// What was done to who pupils are, to their provision and to their needs since a moment, newest first. What is undone
    /// is not among it, nor is who came on roll in that time.
    pub fn of_pupils_since(&self, school: SchoolId, moment: NaiveDateTime) -> Outcome<Vec<Step>> {
        self.steps(
            "c.table_name IN ('pupil', 'pupil_flag', 'status', 'need') AND o.at >= ?2 AND o.undone_at IS NULL
             AND NOT (c.table_name = 'pupil' AND EXISTS (
                 SELECT 1 FROM change i JOIN op io ON io.id = i.op_id
                 WHERE i.table_name = 'pupil' AND i.row_id = c.row_id AND i.before IS NULL
                   AND io.at >= ?2 AND io.undone_at IS NULL))
             AND EXISTS (SELECT 1 FROM pupil p WHERE p.school_id = ?1 AND p.id =
                 CASE WHEN c.table_name IN ('pupil', 'pupil_flag') THEN c.row_id ELSE coalesce(c.after, c.before) ->> '$.pupil_id' END)",
            params![school.0, seconds(moment)],
        )
    }

    /// When the first of a school's pupils was written down who still counts.
    pub fn first_pupil(&self, school: SchoolId) -> Outcome<Option<NaiveDateTime>> {
        let rows = self.0.sql().all(
            "SELECT o.at FROM change c JOIN op o ON o.id = c.op_id
             WHERE c.table_name = 'pupil' AND c.before IS NULL AND o.undone_at IS NULL AND c.after ->> '$.school_id' = ?1
             ORDER BY c.op_id LIMIT 1",
            params![school.0],
            |row| row.get("at"),
        )?;
        Ok(rows.into_iter().next())
    }

    fn steps(&self, condition: &str, params: impl rusqlite::Params) -> Outcome<Vec<Step>> {
        let rows = self.0.sql().all(
            &format!(
                "SELECT c.op_id, o.at, o.who, o.undone_at IS NOT NULL AS undone, c.table_name, c.row_id, c.before, c.after
                 FROM change c JOIN op o ON o.id = c.op_id WHERE {condition} ORDER BY c.op_id DESC, c.id"
            ),
            params,
            |row| Ok((row.get::<_, i64>("op_id")?, read(row)?)),
        )?;
        let mut steps: Vec<(i64, Step)> = Vec::new();
        for (op, step) in rows {
            match steps.last_mut() {
                Some((last, held)) if *last == op => held.changes.extend(step.changes),
                Some(_) | None => steps.push((op, step)),
            }
        }
        Ok(steps.into_iter().map(|(_, step)| step).collect())
    }
}

/// A step of one change.
fn read(row: &Row<'_>) -> rusqlite::Result<Step> {
    let change = RowChange {
        table: row.get("table_name")?,
        row: row.get("row_id")?,
        before: read_cells(row, "before")?,
        after: read_cells(row, "after")?,
    };
    Ok(Step { at: row.get("at")?, who: row.get("who")?, undone: row.get("undone")?, changes: vec![change] })
}

/// The cells of a row as the journal keeps them; none where there was no row.
pub fn read_cells(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Cells>> {
    match row.get_ref(column)?.data_type() {
        Type::Null => Ok(None),
        _ => read_json(row, column).map(Some),
    }
}
