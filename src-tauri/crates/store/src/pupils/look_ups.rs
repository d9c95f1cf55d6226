//! Small questions about pupils.

use super::{Pupils, read};
use crate::failure::gone;
use daybook_domain::Outcome;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::pupil::Pupil;
use std::collections::{BTreeMap, BTreeSet};

/// A pupil's case code, and every name that may stand for them in a free text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Case code.
    pub case_code: String,
    /// Surname, forename and preferred forename, those there are, and those there were before they were changed.
    pub names: Vec<String>,
}

impl<M> Pupils<'_, M> {
    /// Whether the school has any pupil at all.
    pub fn any(&self, school: SchoolId) -> Outcome<bool> {
        self.0.sql().value("SELECT EXISTS (SELECT 1 FROM pupil WHERE school_id = ?1)", [school.0])
    }

    /// Those of whom anything was ever written down that belongs to special educational needs, though it was ended since.
    pub fn with_sen_file(&self, school: SchoolId) -> Outcome<BTreeSet<PupilId>> {
        let any = ["status", "need", "support_plan", "provision", "profile", "assessment", "document"];
        let any = any.map(|table| format!("SELECT pupil_id FROM {table}")).join(" UNION ");
        let ids = self.0.sql().all(
            &format!("SELECT id FROM pupil WHERE school_id = ?1 AND id IN ({any})"),
            [school.0],
            |row| Ok(PupilId(row.get(0)?)),
        )?;
        Ok(ids.into_iter().collect())
    }

    /// A pupil's case code, for words that must not hold their name.
    pub fn case_code(&self, id: PupilId) -> Outcome<String> {
        self.0.sql().first("SELECT case_code FROM pupil WHERE id = ?1", [id.0], |row| row.get(0))?.ok_or_else(gone)
    }

    /// The record with a case code. The code holds the identity, which is how it is found.
    pub fn by_case_code(&self, school: SchoolId, case_code: &str) -> Outcome<Pupil> {
        let id = self.0.sql().first(
            "SELECT id FROM pupil WHERE school_id = ?1 AND case_code = ?2",
            (school.0, case_code),
            |row| row.get::<_, i64>(0),
        )?;
        read::records(self.0.sql(), "p.id = ?1", [id.ok_or_else(gone)?])?.pop().ok_or_else(gone)
    }

    /// Everybody's names, leavers' and former ones too, for hiding them: what was written last year says the name of
    /// last year.
    pub fn names(&self, school: SchoolId) -> Outcome<Vec<Named>> {
        let sql = self.0.sql();
        let mut named: BTreeMap<i64, Named> = sql
            .all("SELECT id, case_code FROM pupil WHERE school_id = ?1", [school.0], |row| {
                Ok((row.get(0)?, Named { case_code: row.get(1)?, names: Vec::new() }))
            })?
            .into_iter()
            .collect();
        // The journal knows what a row was before each change.
        let names: Vec<(i64, String)> = sql.all(
            "WITH named (id, json) AS (
                 SELECT id, json_array(surname, forename, preferred) FROM pupil WHERE school_id = ?1
                 UNION ALL
                 SELECT row_id, json_array(before ->> '$.surname', before ->> '$.forename', before ->> '$.preferred')
                 FROM change WHERE table_name = 'pupil' AND before IS NOT NULL
             )
             SELECT DISTINCT named.id, name.value FROM named, json_each(named.json) AS name
             WHERE name.value <> '' ORDER BY 1, 2",
            [school.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        for (id, name) in names {
            if let Some(pupil) = named.get_mut(&id) {
                pupil.names.push(name);
            }
        }
        Ok(named.into_values().collect())
    }
}
