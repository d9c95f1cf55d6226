//! Interventions by name.

use super::Provisions;
use crate::access::{Access, Write};
use crate::failure::gone;
use daybook_domain::Outcome;
use daybook_domain::flags::same_name;
use daybook_domain::ids::{InterventionId, SchoolId};
use daybook_domain::provision::{Intervention, InterventionDetails, ProvisionDetails};
use rusqlite::{Row, params};

/// What the vault's schools put on.
pub struct Interventions<'v, M>(pub(crate) Access<'v, M>);

const SELECT: &str = "SELECT id, name, area, retired FROM intervention WHERE school_id = ?1 ORDER BY lower(name), id";

impl<M> Interventions<'_, M> {
    /// All of them, by name, those no longer offered too.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<Intervention>> {
        self.0.sql().all(SELECT, [school.0], read)
    }
}

impl Interventions<'_, Write> {
    /// Changes one, for everybody who has it. Fault: `store.gone`.
    pub fn update(&self, id: InterventionId, details: &InterventionDetails) -> Outcome<()> {
        let InterventionDetails { name, area, retired } = details;
        let sql = "UPDATE intervention SET name = ?2, area = ?3, retired = ?4 WHERE id = ?1";
        match self.0.sql().run(sql, params![id.0, name, area, retired])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

impl Provisions<'_, Write> {
    /// The intervention of that name, made where there is none.
    pub(super) fn intervention(&self, school: SchoolId, details: &ProvisionDetails) -> Outcome<InterventionId> {
        let sql = self.0.sql();
        let known = sql.all(SELECT, [school.0], read)?;
        let name = details.intervention.trim();
        if let Some(known) = known.iter().find(|known| same_name(&known.details.name, name)) {
            return Ok(known.id);
        }
        let insert = "INSERT INTO intervention (school_id, name, area, retired) VALUES (?1, ?2, ?3, 0)";
        sql.insert(insert, params![school.0, name, details.area]).map(InterventionId)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Intervention> {
    let details = InterventionDetails { name: row.get("name")?, area: row.get("area")?, retired: row.get("retired")? };
    Ok(Intervention { id: InterventionId(row.get("id")?), details })
}
