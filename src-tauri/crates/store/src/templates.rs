//! The catalogue: what the job holds.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{Sql, json, read_json, read_word, word};
use daybook_domain::Outcome;
use daybook_domain::ids::{ActivityId, PupilId, SchoolId, TemplateId};
use daybook_domain::task::{Per, Template, TemplateDetails};
use rusqlite::{Params, Row, ToSql, named_params, params};

/// The catalogues of the vault's schools.
pub struct Templates<'v, M>(pub(crate) Access<'v, M>);

impl<M> Templates<'_, M> {
    /// All lines of a school's catalogue, retired ones too: most often first, then in the order they were added.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<Template>> {
        select(self.0.sql(), "school_id = ?1", [school.0])
    }

    /// One line. Fault: `store.gone`.
    pub fn get(&self, id: TemplateId) -> Outcome<Template> {
        select(self.0.sql(), "id = ?1", [id.0])?.pop().ok_or_else(gone)
    }
}

impl Templates<'_, Write> {
    /// Adds a line.
    pub fn insert(&self, school: SchoolId, details: &TemplateDetails) -> Outcome<TemplateId> {
        let id = with(details, |columns| {
            let school: (&str, &dyn ToSql) = (":school", &school.0);
            self.0.sql().insert(
                "INSERT INTO task_template
                     (school_id, title, frequency, estimate, basis, source, activity_id, per, per_status, pupil_id, anchor,
                      lead_days, in_holidays, carries, stake, consequence, from_date, retired)
                 VALUES
                     (:school, :title, :frequency, :estimate, :basis, :source, :activity, :per, :per_status, :pupil, :anchor,
                      :lead_days, :in_holidays, :carries, :stake, :consequence, :from, 0)",
                [columns, &[school]].concat().as_slice(),
            )
        })?;
        Ok(TemplateId(id))
    }

    /// Changes a line. Fault: `store.gone`.
    pub fn update(&self, id: TemplateId, details: &TemplateDetails) -> Outcome<()> {
        let rows = with(details, |columns| {
            let id: (&str, &dyn ToSql) = (":id", &id.0);
            self.0.sql().run(
                "UPDATE task_template SET
                     title = :title, frequency = :frequency, estimate = :estimate, basis = :basis, source = :source,
                     activity_id = :activity, per = :per, per_status = :per_status, pupil_id = :pupil, anchor = :anchor,
                     lead_days = :lead_days, in_holidays = :in_holidays, carries = :carries, stake = :stake,
                     consequence = :consequence, from_date = :from
                 WHERE id = :id",
                [columns, &[id]].concat().as_slice(),
            )
        })?;
        if rows == 0 { Err(gone()) } else { Ok(()) }
    }

    /// Retires a line, or takes it up again. Fault: `store.gone`.
    pub fn retire(&self, id: TemplateId, retired: bool) -> Outcome<()> {
        match self.0.sql().run("UPDATE task_template SET retired = ?2 WHERE id = ?1", params![id.0, retired])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

/// Runs a statement with the columns of a line.
fn with<T>(details: &TemplateDetails, run: impl FnOnce(&[(&str, &dyn ToSql)]) -> Outcome<T>) -> Outcome<T> {
    let d = details;
    let (per, status, pupil) = match &d.per {
        Per::School => ("school", None, None),
        Per::Family => ("family", None, None),
        Per::Status { code } => ("status", Some(code), None),
        Per::Pupil { pupil } => ("pupil", None, Some(pupil.0)),
    };
    run(named_params! {
        ":title": d.title, ":frequency": word(&d.frequency), ":estimate": d.estimate, ":basis": word(&d.basis),
        ":source": d.source, ":activity": d.activity.0, ":per": per, ":per_status": status, ":pupil": pupil,
        ":anchor": json(&d.anchor), ":lead_days": d.lead_days, ":in_holidays": d.in_holidays, ":carries": d.carries,
        ":stake": word(&d.stake), ":consequence": d.consequence, ":from": d.from,
    })
}

fn select(sql: Sql<'_>, condition: &str, params: impl Params) -> Outcome<Vec<Template>> {
    sql.all(
        &format!(
            "SELECT * FROM task_template WHERE {condition}
             ORDER BY CASE frequency WHEN 'daily' THEN 1 WHEN 'weekly' THEN 2 WHEN 'half_termly' THEN 3
                      WHEN 'termly' THEN 4 WHEN 'yearly' THEN 5 ELSE 6 END, id"
        ),
        params,
        read,
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Template> {
    let per = match row.get::<_, String>("per")?.as_str() {
        "status" => Per::Status { code: row.get("per_status")? },
        "pupil" => Per::Pupil { pupil: PupilId(row.get("pupil_id")?) },
        "family" => Per::Family,
        _ => Per::School,
    };
    let details = TemplateDetails {
        title: row.get("title")?,
        frequency: read_word(row, "frequency")?,
        estimate: row.get("estimate")?,
        basis: read_word(row, "basis")?,
        source: row.get("source")?,
        activity: ActivityId(row.get("activity_id")?),
        per,
        anchor: read_json(row, "anchor")?,
        lead_days: row.get("lead_days")?,
        in_holidays: row.get("in_holidays")?,
        carries: row.get("carries")?,
        stake: read_word(row, "stake")?,
        consequence: row.get("consequence")?,
        from: row.get("from_date")?,
    };
    Ok(Template { id: TemplateId(row.get("id")?), details, retired: row.get("retired")? })
}
