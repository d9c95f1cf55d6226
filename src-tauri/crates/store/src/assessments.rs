//! Results of assessments and screenings.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{among, json, read_word, word};
use daybook_domain::Outcome;
use daybook_domain::assessment::{Assessment, AssessmentDetails};
use daybook_domain::ids::{AssessmentId, PupilId};
use rusqlite::{Row, params};
use std::collections::BTreeSet;

/// The results of the vault's children.
pub struct Assessments<'v, M>(pub(crate) Access<'v, M>);

impl<M> Assessments<'_, M> {
    /// A child's results, the newest first.
    pub fn of_pupil(&self, pupil: PupilId) -> Outcome<Vec<Assessment>> {
        self.0.sql().all(&statement("pupil_id = ?1"), [pupil.0], read)
    }

    /// Those of these children, each child's in the same order.
    pub fn of_pupils(&self, pupils: &BTreeSet<PupilId>) -> Outcome<Vec<Assessment>> {
        self.0.sql().all(&statement(&among("pupil_id")), [json(pupils)], read)
    }

    /// One of them. Fault: `store.gone`.
    pub fn get(&self, id: AssessmentId) -> Outcome<Assessment> {
        self.0.sql().first("SELECT * FROM assessment WHERE id = ?1", [id.0], read)?.ok_or_else(gone)
    }
}

impl Assessments<'_, Write> {
    /// Adds a result.
    pub fn insert(&self, pupil: PupilId, details: &AssessmentDetails) -> Outcome<AssessmentId> {
        let d = details;
        self.0
            .sql()
            .insert(
                "INSERT INTO assessment (pupil_id, date, kind, name, score, scale, done_by, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![pupil.0, d.date, word(&d.kind), d.name, d.score, d.scale, d.done_by, d.note],
            )
            .map(AssessmentId)
    }

    /// Changes a result. Fault: `store.gone`.
    pub fn update(&self, id: AssessmentId, details: &AssessmentDetails) -> Outcome<()> {
        let d = details;
        let rows = self.0.sql().run(
            "UPDATE assessment SET date = ?2, kind = ?3, name = ?4, score = ?5, scale = ?6, done_by = ?7, note = ?8
             WHERE id = ?1",
            params![id.0, d.date, word(&d.kind), d.name, d.score, d.scale, d.done_by, d.note],
        )?;
        if rows == 0 { Err(gone()) } else { Ok(()) }
    }

    /// Takes a result away. Fault: `store.gone`.
    pub fn remove(&self, id: AssessmentId) -> Outcome<()> {
        match self.0.sql().run("DELETE FROM assessment WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}

pub(crate) fn statement(condition: &str) -> String {
    format!("SELECT * FROM assessment WHERE {condition} ORDER BY date DESC, id DESC")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Assessment> {
    let details = AssessmentDetails {
        date: row.get("date")?,
        kind: read_word(row, "kind")?,
        name: row.get("name")?,
        score: row.get("score")?,
        scale: row.get("scale")?,
        done_by: row.get("done_by")?,
        note: row.get("note")?,
    };
    Ok(Assessment { id: AssessmentId(row.get("id")?), pupil: PupilId(row.get("pupil_id")?), details })
}
