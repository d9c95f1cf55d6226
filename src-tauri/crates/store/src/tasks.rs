//! Tasks, and the blocks and entries that are time for them.

mod write;

pub use write::NewTask;

use crate::access::Access;
use crate::failure::gone;
use crate::sql::{Sql, read_json, read_word};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::{ActivityId, BlockId, EntryId, PupilId, SchoolId, TaskId, TemplateId};
use daybook_domain::task::{LEARNS_FROM, Task, TaskDetails, TaskState, Took};
use rusqlite::{Params, Row, params};

/// The tasks of the vault's schools.
pub struct Tasks<'v, M>(pub(crate) Access<'v, M>);

/// A task as its line of the catalogue made it: that line, the day it named, and the child.
pub type Made = (TemplateId, NaiveDate, Option<PupilId>);

/// A child as the catalogue asks of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Who.
    pub pupil: PupilId,
    /// The code of the open provision, if there is one.
    pub status: Option<String>,
    /// Of each plan that has not ended: its kind, and the day its open round is to be reviewed by.
    pub reviews: Vec<(String, NaiveDate)>,
}

/// By the day it is due, those without one last; then by who is let down; then the oldest first.
const BY_DUE: &str = "t.due IS NULL, t.due,
    CASE t.stake WHEN 'law' THEN 1 WHEN 'child' THEN 2 WHEN 'family' THEN 3 ELSE 4 END, t.id";

impl<M> Tasks<'_, M> {
    /// One task. Fault: `store.gone`.
    pub fn get(&self, id: TaskId) -> Outcome<Task> {
        select(self.0.sql(), "t.id = ?1", BY_DUE, [id.0])?.pop().ok_or_else(gone)
    }

    /// Everything nobody has settled, by the day it is due.
    pub fn unsettled(&self, school: SchoolId) -> Outcome<Vec<Task>> {
        select(self.0.sql(), "t.school_id = ?1 AND t.settled_on IS NULL", BY_DUE, [school.0])
    }

    /// What was done or dropped between two days, both included, newest first.
    pub fn settled(&self, school: SchoolId, first: NaiveDate, last: NaiveDate) -> Outcome<Vec<Task>> {
        select(
            self.0.sql(),
            "t.school_id = ?1 AND t.settled_on BETWEEN ?2 AND ?3 AND t.settled_on IS NOT NULL",
            "t.settled_on DESC, t.id DESC",
            params![school.0, first, last],
        )
    }

    /// A child's, settled or not, by the day they are due.
    pub fn of_pupil(&self, pupil: PupilId) -> Outcome<Vec<Task>> {
        select(self.0.sql(), "t.pupil_id = ?1", BY_DUE, [pupil.0])
    }

    /// What was split from a task.
    pub fn split_from(&self, id: TaskId) -> Outcome<Vec<Task>> {
        select(self.0.sql(), "t.split_from_id = ?1", BY_DUE, [id.0])
    }

    /// The last tasks of a line of the catalogue that were done and had time written down, newest first: those an
    /// estimate learns from.
    pub fn took(&self, template: TemplateId) -> Outcome<Vec<Took>> {
        self.0.sql().all(
            "SELECT t.id, t.title, t.settled_on, sum(e.minutes) AS minutes
             FROM task t JOIN task_entry l ON l.task_id = t.id JOIN entry e ON e.id = l.entry_id
             WHERE t.template_id = ?1 AND t.state = 'done'
             GROUP BY t.id ORDER BY t.settled_on DESC, t.id DESC LIMIT ?2",
            params![template.0, LEARNS_FROM as i64],
            |row| {
                Ok(Took {
                    task: TaskId(row.get("id")?),
                    title: row.get("title")?,
                    on: row.get("settled_on")?,
                    minutes: row.get("minutes")?,
                })
            },
        )
    }

    /// The last day on which something of the catalogue came on the list.
    pub fn last_made(&self, school: SchoolId) -> Outcome<Option<NaiveDate>> {
        self.0.sql().value(
            "SELECT max(appeared) FROM task WHERE school_id = ?1 AND template_id IS NOT NULL AND occurs IS NOT NULL",
            [school.0],
        )
    }

    /// The children on roll on a day who have provision or a plan that has not ended, with what the catalogue asks of
    /// each, by who they are.
    pub fn subjects(&self, school: SchoolId, on: NaiveDate) -> Outcome<Vec<Subject>> {
        self.0.sql().all(
            "SELECT p.id, s.code,
                 (SELECT json_group_array(json_array(l.kind, c.review_on))
                  FROM support_plan l JOIN cycle c ON c.plan_id = l.id AND c.reviewed_on IS NULL
                  WHERE l.pupil_id = p.id AND (l.to_date IS NULL OR l.to_date > ?2)) AS reviews
             FROM pupil p LEFT JOIN status s ON s.pupil_id = p.id AND s.to_date IS NULL
             WHERE p.school_id = ?1 AND (p.on_roll_to IS NULL OR p.on_roll_to >= ?2)
                 AND (p.on_roll_from IS NULL OR p.on_roll_from <= ?2)
                 AND (s.id IS NOT NULL OR EXISTS (SELECT 1 FROM support_plan l WHERE l.pupil_id = p.id
                                                  AND (l.to_date IS NULL OR l.to_date > ?2)))
             ORDER BY p.id",
            params![school.0, on],
            |row| {
                let reviews = read_json(row, "reviews")?;
                Ok(Subject { pupil: PupilId(row.get("id")?), status: row.get("code")?, reviews })
            },
        )
    }

    /// What the catalogue has made of days from this one on, whatever became of it.
    pub fn made(&self, school: SchoolId, from: NaiveDate) -> Outcome<Vec<Made>> {
        self.0.sql().all(
            "SELECT template_id, occurs, pupil_id FROM task
             WHERE school_id = ?1 AND occurs >= ?2 AND template_id IS NOT NULL",
            params![school.0, from],
            |row| Ok((TemplateId(row.get(0)?), row.get(1)?, row.get::<_, Option<i64>>(2)?.map(PupilId))),
        )
    }

    /// The task a block was laid for.
    pub fn of_block(&self, block: BlockId) -> Outcome<Option<TaskId>> {
        self.one("SELECT task_id FROM task_block WHERE block_id = ?1", block.0)
    }

    /// The task an entry was time for.
    pub fn of_entry(&self, entry: EntryId) -> Outcome<Option<TaskId>> {
        self.one("SELECT task_id FROM task_entry WHERE entry_id = ?1", entry.0)
    }

    /// The blocks laid for a task, by day and time.
    pub fn blocks(&self, id: TaskId) -> Outcome<Vec<BlockId>> {
        self.0.sql().all(
            "SELECT l.block_id FROM task_block l JOIN block b ON b.id = l.block_id
             WHERE l.task_id = ?1 ORDER BY b.date, b.starts, b.id",
            [id.0],
            |row| row.get(0).map(BlockId),
        )
    }

    /// The entries that were time for a task, by day and time.
    pub fn entries(&self, id: TaskId) -> Outcome<Vec<EntryId>> {
        self.0.sql().all(
            "SELECT l.entry_id FROM task_entry l JOIN entry e ON e.id = l.entry_id
             WHERE l.task_id = ?1 ORDER BY e.date, e.starts IS NULL, e.starts, e.id",
            [id.0],
            |row| row.get(0).map(EntryId),
        )
    }

    fn one(&self, query: &str, of: i64) -> Outcome<Option<TaskId>> {
        self.0.sql().first(query, [of], |row| row.get(0).map(TaskId))
    }
}

fn select(sql: Sql<'_>, condition: &str, order: &str, params: impl Params) -> Outcome<Vec<Task>> {
    sql.all(
        &format!(
            "SELECT t.*,
                 (SELECT coalesce(sum(e.minutes), 0) FROM task_entry l JOIN entry e ON e.id = l.entry_id
                  WHERE l.task_id = t.id) AS spent,
                 (SELECT coalesce(sum(b.minutes), 0) FROM task_block l JOIN block b ON b.id = l.block_id
                  WHERE l.task_id = t.id
                      AND NOT EXISTS (SELECT 1 FROM block_outcome o WHERE o.block_id = b.id)) AS planned
             FROM task t WHERE {condition} ORDER BY {order}"
        ),
        params,
        read,
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Task> {
    let details = TaskDetails {
        title: row.get("title")?,
        activity: row.get::<_, Option<i64>>("activity_id")?.map(ActivityId),
        due: row.get("due")?,
        estimate: row.get("estimate")?,
        pupil: row.get::<_, Option<i64>>("pupil_id")?.map(PupilId),
        stake: read_word(row, "stake")?,
        consequence: row.get("consequence")?,
        note: row.get("note")?,
    };
    let state = match row.get::<_, String>("state")?.as_str() {
        "part" => TaskState::Part { percent: row.get("percent")? },
        "done" => TaskState::Done,
        "delegated" => TaskState::Delegated { to: row.get("delegated_to")?, until: row.get("delegated_until")? },
        "dropped" => TaskState::Dropped { why: row.get("why")? },
        "not_done" => TaskState::NotDone { why: row.get("why")? },
        _ => TaskState::Open,
    };
    Ok(Task {
        id: TaskId(row.get("id")?),
        details,
        state,
        template: row.get::<_, Option<i64>>("template_id")?.map(TemplateId),
        occurs: row.get("occurs")?,
        appeared: row.get("appeared")?,
        first_due: row.get("first_due")?,
        settled_on: row.get("settled_on")?,
        carries: row.get("carries")?,
        split_from: row.get::<_, Option<i64>>("split_from_id")?.map(TaskId),
        spent: row.get("spent")?,
        planned: row.get("planned")?,
    })
}
