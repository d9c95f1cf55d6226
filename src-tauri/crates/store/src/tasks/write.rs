//! Writing tasks.

use super::Tasks;
use crate::access::Write;
use crate::failure::gone;
use crate::sql::word;
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::{BlockId, EntryId, SchoolId, TaskId, TemplateId};
use daybook_domain::task::{TaskDetails, TaskState};
use rusqlite::{named_params, params};

/// A task to be made, beside what it says.
#[derive(Debug, Clone, Copy)]
pub struct NewTask {
    /// The line of the catalogue it comes from.
    pub template: Option<TemplateId>,
    /// The day that line named; none where a person added it, as they do what comes ad hoc.
    pub occurs: Option<NaiveDate>,
    /// The day it comes on the list.
    pub appeared: NaiveDate,
    /// It stays on the list after its day.
    pub carries: bool,
    /// The task it is split from.
    pub split_from: Option<TaskId>,
}

impl Tasks<'_, Write> {
    /// Makes a task. It is due first on the day it is due now.
    pub fn insert(&self, school: SchoolId, new: NewTask, details: &TaskDetails) -> Outcome<TaskId> {
        let d = details;
        let id = self.0.sql().insert(
            "INSERT INTO task
                 (school_id, template_id, occurs, pupil_id, title, activity_id, appeared, due, first_due, estimate, carries,
                  stake, consequence, note, state, why, split_from_id)
             VALUES
                 (:school, :template, :occurs, :pupil, :title, :activity, :appeared, :due, :due, :estimate, :carries,
                  :stake, :consequence, :note, 'open', '', :split_from)",
            named_params! {
                ":school": school.0, ":template": new.template.map(|id| id.0), ":occurs": new.occurs,
                ":pupil": d.pupil.map(|id| id.0), ":title": d.title, ":activity": d.activity.map(|id| id.0),
                ":appeared": new.appeared, ":due": d.due, ":estimate": d.estimate, ":carries": new.carries,
                ":stake": word(&d.stake), ":consequence": d.consequence, ":note": d.note,
                ":split_from": new.split_from.map(|id| id.0),
            },
        )?;
        Ok(TaskId(id))
    }

    /// Changes what a task says. The day it was due first stays, once there is one; what is given to another child is no
    /// longer a piece of the task it was split from. Fault: `store.gone`.
    pub fn update(&self, id: TaskId, details: &TaskDetails) -> Outcome<()> {
        let d = details;
        let rows = self.0.sql().run(
            "UPDATE task SET
                 split_from_id = CASE WHEN pupil_id IS :pupil THEN split_from_id END, pupil_id = :pupil, title = :title, activity_id = :activity, due = :due,
                 first_due = coalesce(first_due, :due), estimate = :estimate, stake = :stake,
                 consequence = :consequence, note = :note
             WHERE id = :id",
            named_params! {
                ":id": id.0, ":pupil": d.pupil.map(|id| id.0), ":title": d.title,
                ":activity": d.activity.map(|id| id.0), ":due": d.due, ":estimate": d.estimate,
                ":stake": word(&d.stake), ":consequence": d.consequence, ":note": d.note,
            },
        )?;
        if rows == 0 { Err(gone()) } else { Ok(()) }
    }

    /// Says what became of a task, on this day. Fault: `store.gone`.
    pub fn set_state(&self, id: TaskId, state: &TaskState, on: NaiveDate) -> Outcome<()> {
        let (word, percent, to, until, why) = match state {
            TaskState::Open => ("open", None, None, None, ""),
            TaskState::Part { percent } => ("part", Some(*percent), None, None, ""),
            TaskState::Done => ("done", None, None, None, ""),
            TaskState::Delegated { to, until } => ("delegated", None, Some(to.as_str()), *until, ""),
            TaskState::Dropped { why } => ("dropped", None, None, None, why.as_str()),
            TaskState::NotDone { why } => ("not_done", None, None, None, why.as_str()),
        };
        let settled = state.is_settled().then_some(on);
        let rows = self.0.sql().run(
            "UPDATE task SET state = ?2, percent = ?3, delegated_to = ?4, delegated_until = ?5, why = ?6, settled_on = ?7
             WHERE id = ?1",
            params![id.0, word, percent, to, until, why, settled],
        )?;
        if rows == 0 { Err(gone()) } else { Ok(()) }
    }

    /// Takes a task away. Blocks and entries stay without it, and what was split from it stands alone.
    /// Fault: `store.gone`.
    pub fn delete(&self, id: TaskId) -> Outcome<()> {
        let sql = self.0.sql();
        sql.run("DELETE FROM task_block WHERE task_id = ?1", [id.0])?;
        sql.run("DELETE FROM task_entry WHERE task_id = ?1", [id.0])?;
        sql.run("UPDATE task SET split_from_id = NULL WHERE split_from_id = ?1", [id.0])?;
        match sql.run("DELETE FROM task WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    /// Takes away what a line of the catalogue made of days from this one on and nobody has touched: no state, no block,
    /// no entry, nothing changed but by the line itself. Says how many those were.
    pub fn delete_untouched(&self, template: TemplateId, from: NaiveDate) -> Outcome<u32> {
        let rows = self.0.sql().run(
            "DELETE FROM task
             WHERE template_id = ?1 AND occurs >= ?2 AND state = 'open' AND note = '' AND due IS first_due
                 AND NOT EXISTS (SELECT 1 FROM task_block l WHERE l.task_id = task.id)
                 AND NOT EXISTS (SELECT 1 FROM task_entry l WHERE l.task_id = task.id)
                 AND NOT EXISTS (SELECT 1 FROM task piece WHERE piece.split_from_id = task.id)",
            params![template.0, from],
        )?;
        Ok(u32::try_from(rows).unwrap_or(u32::MAX))
    }

    /// Says which task a block is laid for, or that it is laid for none.
    pub fn link_block(&self, block: BlockId, task: Option<TaskId>) -> Outcome<()> {
        self.link(["block_id", "task_block"], block.0, task)
    }

    /// Says which task an entry is time for, or that it is time for none.
    pub fn link_entry(&self, entry: EntryId, task: Option<TaskId>) -> Outcome<()> {
        self.link(["entry_id", "task_entry"], entry.0, task)
    }

    fn link(&self, [key, table]: [&str; 2], of: i64, task: Option<TaskId>) -> Outcome<()> {
        let sql = self.0.sql();
        match task {
            Some(task) => sql.run(
                &format!(
                    "INSERT INTO {table} ({key}, task_id) VALUES (?1, ?2) ON CONFLICT ({key}) DO UPDATE SET task_id = ?2"
                ),
                params![of, task.0],
            ),
            None => sql.run(&format!("DELETE FROM {table} WHERE {key} = ?1"), [of]),
        }
        .map(|_| ())
    }
}
