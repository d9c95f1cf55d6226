//! Kinds of plan of a school's own.

use crate::access::{Access, Write};
use crate::failure::gone;
use daybook_domain::Outcome;
use daybook_domain::ids::{PlanKindId, SchoolId};
use daybook_domain::support::{PlanKind, PlanKindDetails};
use rusqlite::{Row, params};

/// The schools' own kinds of plan.
pub struct PlanKinds<'v, M>(pub(crate) Access<'v, M>);

impl<M> PlanKinds<'_, M> {
    /// All of them, in the order they were made, those no longer offered too.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<PlanKind>> {
        let sql = "SELECT id, name, review_weeks, retired FROM plan_kind WHERE school_id = ?1 ORDER BY id";
        self.0.sql().all(sql, [school.0], read)
    }
}

impl PlanKinds<'_, Write> {
    /// Adds a kind.
    pub fn insert(&self, school: SchoolId, details: &PlanKindDetails) -> Outcome<PlanKindId> {
        let PlanKindDetails { name, review_weeks, retired } = details;
        let sql = "INSERT INTO plan_kind (school_id, name, review_weeks, retired) VALUES (?1, ?2, ?3, ?4)";
        self.0.sql().insert(sql, params![school.0, name, review_weeks, retired]).map(PlanKindId)
    }

    /// Changes a kind. Fault: `store.gone`.
    pub fn update(&self, id: PlanKindId, details: &PlanKindDetails) -> Outcome<()> {
        let PlanKindDetails { name, review_weeks, retired } = details;
        let sql = "UPDATE plan_kind SET name = ?2, review_weeks = ?3, retired = ?4 WHERE id = ?1";
        match self.0.sql().run(sql, params![id.0, name, review_weeks, retired])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<PlanKind> {
    let details = PlanKindDetails {
        name: row.get("name")?,
        review_weeks: row.get("review_weeks")?,
        retired: row.get("retired")?,
    };
    Ok(PlanKind { id: PlanKindId(row.get("id")?), details })
}
