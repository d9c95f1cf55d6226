//! Schools.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::journal::check_row;
use daybook_domain::Outcome;
use daybook_domain::ids::{BlockId, DocumentId, FlagId, NormalWeekId, PlanId, PupilId, SchoolId, TaskId, ViewId};
use daybook_domain::school::{School, SchoolDetails};
use rusqlite::{Row, params};

/// The schools of the vault.
pub struct Schools<'v, M>(pub(crate) Access<'v, M>);

/// What belongs to one school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belonging {
    /// A pupil.
    Pupil(PupilId),
    /// A pupil's plan.
    Plan(PlanId),
    /// A pupil's document.
    Document(DocumentId),
    /// A task.
    Task(TaskId),
    /// A block of a week's plan.
    Block(BlockId),
    /// A normal week.
    NormalWeek(NormalWeekId),
    /// A flag of the school's own.
    Flag(FlagId),
    /// A saved view of the list.
    View(ViewId),
}

/// The setting that says which school is worked with.
pub(crate) const CHOSEN: &str = "school.chosen";

const SELECT: &str = "SELECT id, name, senco, head FROM school";

impl<M> Schools<'_, M> {
    /// The one that is worked with: the one chosen, or else the first; none in a new vault.
    pub fn current(&self) -> Outcome<Option<School>> {
        let chosen = format!("SELECT CAST(value AS INTEGER) FROM setting WHERE key = '{CHOSEN}'");
        self.0.sql().first(&format!("{SELECT} ORDER BY id IS NOT ({chosen}), id LIMIT 1"), [], read)
    }

    /// All of them, in the order they were added.
    pub fn list(&self) -> Outcome<Vec<School>> {
        self.0.sql().all(&format!("{SELECT} ORDER BY id"), [], read)
    }

    /// One of them.
    pub fn get(&self, id: SchoolId) -> Outcome<School> {
        self.0.sql().first(&format!("{SELECT} WHERE id = ?1"), [id.0], read)?.ok_or_else(gone)
    }

    /// Refuses what belongs to another school than the one that is worked with, where it is only read: to leave the
    /// daybook, or to be copied. Whatever an operation writes is held to it by itself. What is not there is nobody's.
    /// Fault: `school.other`.
    pub fn check_in_sight(&self, what: Belonging) -> Outcome<()> {
        let (table, id) = match what {
            Belonging::Pupil(pupil) => ("pupil", pupil.0),
            Belonging::Plan(plan) => ("support_plan", plan.0),
            Belonging::Document(document) => ("document", document.0),
            Belonging::Task(task) => ("task", task.0),
            Belonging::Block(block) => ("block", block.0),
            Belonging::NormalWeek(week) => ("normal_week", week.0),
            Belonging::Flag(flag) => ("flag", flag.0),
            Belonging::View(view) => ("saved_view", view.0),
        };
        check_row(self.0.sql(), table, id)
    }
}

impl Schools<'_, Write> {
    /// Adds a school.
    pub fn insert(&self, details: &SchoolDetails) -> Outcome<SchoolId> {
        let SchoolDetails { name, senco, head } = details;
        let sql = "INSERT INTO school (name, senco, head) VALUES (?1, ?2, ?3)";
        self.0.sql().insert(sql, params![name, senco, head]).map(SchoolId)
    }

    /// Works with this school from now on. Fault: `store.gone`.
    pub fn choose(&self, id: SchoolId) -> Outcome<()> {
        self.get(id)?;
        self.0.settings().set(CHOSEN, &id.0)
    }

    /// Takes a school away with its dates and hours. Faults: `store.linked` where anything else was kept for it,
    /// `store.gone`.
    pub fn delete(&self, id: SchoolId) -> Outcome<()> {
        for sql in [
            "DELETE FROM burden WHERE school_id = ?1",
            "DELETE FROM half_term WHERE school_id = ?1",
            "DELETE FROM day_off WHERE school_id = ?1",
            "DELETE FROM hours_span WHERE hours_id IN (SELECT id FROM hours WHERE school_id = ?1)",
            "DELETE FROM hours WHERE school_id = ?1",
        ] {
            self.0.sql().run(sql, [id.0])?;
        }
        match self.0.sql().run("DELETE FROM school WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    /// Changes a school.
    pub fn update(&self, id: SchoolId, details: &SchoolDetails) -> Outcome<()> {
        let SchoolDetails { name, senco, head } = details;
        let sql = "UPDATE school SET name = ?2, senco = ?3, head = ?4 WHERE id = ?1";
        match self.0.sql().run(sql, params![id.0, name, senco, head])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<School> {
    let details = SchoolDetails { name: row.get("name")?, senco: row.get("senco")?, head: row.get("head")? };
    Ok(School { id: SchoolId(row.get("id")?), details })
}
