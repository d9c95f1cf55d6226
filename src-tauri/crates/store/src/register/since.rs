//! Whose plans, provision, results, profile or documents have a date within a time.

use super::Register;
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::{PupilId, SchoolId};
use rusqlite::params;
use std::collections::BTreeSet;

impl<M> Register<'_, M> {
    /// The pupils in whose record, beside provision and needs, something is dated from one day to another, both included.
    pub fn recorded_between(&self, school: SchoolId, from: NaiveDate, to: NaiveDate) -> Outcome<BTreeSet<PupilId>> {
        let found = self.0.sql().all(
            "SELECT DISTINCT each.pupil_id FROM (
                 SELECT pupil_id, from_date AS day FROM support_plan
                 UNION ALL SELECT pupil_id, to_date FROM support_plan
                 UNION ALL SELECT p.pupil_id, c.reviewed_on FROM cycle c JOIN support_plan p ON p.id = c.plan_id
                 UNION ALL SELECT pupil_id, from_date FROM provision
                 UNION ALL SELECT pupil_id, to_date FROM provision
                 UNION ALL SELECT pupil_id, date FROM assessment
                 UNION ALL SELECT pupil_id, date FROM document
                 UNION ALL SELECT pupil_id, agreed_on FROM profile
             ) each JOIN pupil ON pupil.id = each.pupil_id
             WHERE pupil.school_id = ?1 AND each.day BETWEEN ?2 AND ?3",
            params![school.0, from, to],
            |row| row.get(0).map(PupilId),
        )?;
        Ok(found.into_iter().collect())
    }
}
