//! What is put on for children, and the interventions it is of.

mod interventions;

pub use interventions::Interventions;

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{Sql, among, json};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::{InterventionId, PlanId, ProvisionId, PupilId, SchoolId};
use daybook_domain::provision::{Provision, ProvisionDetails};
use rusqlite::{Params, Row, named_params, params};
use std::collections::BTreeSet;

/// What is put on for the vault's children.
pub struct Provisions<'v, M>(pub(crate) Access<'v, M>);

impl<M> Provisions<'_, M> {
    /// A child's, those not ended first, then the newest.
    pub fn of_pupil(&self, pupil: PupilId) -> Outcome<Vec<Provision>> {
        select(self.0.sql(), "v.pupil_id = ?1", [pupil.0])
    }

    /// That of these children, each child's in the same order.
    pub fn of_pupils(&self, pupils: &BTreeSet<PupilId>) -> Outcome<Vec<Provision>> {
        select(self.0.sql(), &among("v.pupil_id"), [json(pupils)])
    }

    /// One of them. Fault: `store.gone`.
    pub fn get(&self, id: ProvisionId) -> Outcome<Provision> {
        select(self.0.sql(), "v.id = ?1", [id.0])?.pop().ok_or_else(gone)
    }

    /// Everybody's that had begun on the last of these days and had not ended before the first, children who have left
    /// before it left out.
    pub fn between(&self, school: SchoolId, first: NaiveDate, last: NaiveDate) -> Outcome<Vec<Provision>> {
        select(
            self.0.sql(),
            "p.school_id = ?1 AND v.from_date <= ?3 AND (v.to_date IS NULL OR v.to_date > ?2)
             AND (p.on_roll_to IS NULL OR p.on_roll_to >= ?2)",
            params![school.0, first, last],
        )
    }
}

impl Provisions<'_, Write> {
    /// Adds one, of an intervention that is made if nobody has used it yet.
    pub fn insert(&self, school: SchoolId, pupil: PupilId, details: &ProvisionDetails) -> Outcome<ProvisionId> {
        let intervention = self.intervention(school, details)?;
        let d = details;
        self.0
            .sql()
            .insert(
                "INSERT INTO provision
                     (pupil_id, intervention_id, plan_id, staff, group_name, group_size, sessions, every_weeks, minutes,
                      from_date, weeks, to_date, pence, measure, entry, exit, impact)
                 VALUES
                     (:pupil, :intervention, :plan, :staff, :group_name, :group_size, :sessions, :every_weeks, :minutes,
                      :from, :weeks, :to, :pence, :measure, :entry, :exit, :impact)",
                named_params! {
                    ":pupil": pupil.0, ":intervention": intervention.0, ":plan": d.plan.map(|id| id.0),
                    ":staff": d.staff, ":group_name": d.group_name, ":group_size": d.group_size,
                    ":sessions": d.sessions, ":every_weeks": d.every_weeks, ":minutes": d.minutes, ":from": d.from,
                    ":weeks": d.weeks, ":to": d.to, ":pence": d.pence, ":measure": d.measure, ":entry": d.entry,
                    ":exit": d.exit, ":impact": d.impact,
                },
            )
            .map(ProvisionId)
    }

    /// Changes one. Fault: `store.gone`.
    pub fn update(&self, school: SchoolId, id: ProvisionId, details: &ProvisionDetails) -> Outcome<()> {
        let intervention = self.intervention(school, details)?;
        let d = details;
        let rows = self.0.sql().run(
            "UPDATE provision SET
                 intervention_id = :intervention, plan_id = :plan, staff = :staff, group_name = :group_name,
                 group_size = :group_size, sessions = :sessions, every_weeks = :every_weeks, minutes = :minutes,
                 from_date = :from, weeks = :weeks, to_date = :to, pence = :pence, measure = :measure, entry = :entry,
                 exit = :exit, impact = :impact
             WHERE id = :id",
            named_params! {
                ":id": id.0, ":intervention": intervention.0, ":plan": d.plan.map(|id| id.0), ":staff": d.staff,
                ":group_name": d.group_name, ":group_size": d.group_size, ":sessions": d.sessions,
                ":every_weeks": d.every_weeks, ":minutes": d.minutes, ":from": d.from, ":weeks": d.weeks, ":to": d.to,
                ":pence": d.pence, ":measure": d.measure, ":entry": d.entry, ":exit": d.exit, ":impact": d.impact,
            },
        )?;
        if rows == 0 { Err(gone()) } else { Ok(()) }
    }

    /// Takes one away that should never have been written down. Fault: `store.gone`.
    pub fn remove(&self, id: ProvisionId) -> Outcome<()> {
        match self.0.sql().run("DELETE FROM provision WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

fn select(sql: Sql<'_>, condition: &str, params: impl Params) -> Outcome<Vec<Provision>> {
    sql.all(&statement(condition), params, read)
}

pub(crate) fn statement(condition: &str) -> String {
    format!(
        "SELECT v.*, i.name AS intervention, i.area FROM provision v
         JOIN intervention i ON i.id = v.intervention_id JOIN pupil p ON p.id = v.pupil_id
         WHERE {condition} ORDER BY v.to_date IS NOT NULL, v.from_date DESC, v.id DESC"
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Provision> {
    let details = ProvisionDetails {
        intervention: row.get("intervention")?,
        area: row.get("area")?,
        plan: row.get::<_, Option<i64>>("plan_id")?.map(PlanId),
        staff: row.get("staff")?,
        group_name: row.get("group_name")?,
        group_size: row.get("group_size")?,
        sessions: row.get("sessions")?,
        every_weeks: row.get("every_weeks")?,
        minutes: row.get("minutes")?,
        from: row.get("from_date")?,
        weeks: row.get("weeks")?,
        to: row.get("to_date")?,
        pence: row.get("pence")?,
        measure: row.get("measure")?,
        entry: row.get("entry")?,
        exit: row.get("exit")?,
        impact: row.get("impact")?,
    };
    Ok(Provision {
        id: ProvisionId(row.get("id")?),
        pupil: PupilId(row.get("pupil_id")?),
        intervention_id: InterventionId(row.get("intervention_id")?),
        details,
    })
}
