//! Small questions about pupils.

use super::{Pupils, read};
use crate::failure::gone;
use daybook_domain::Outcome;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::pupil::Pupil;

/// A pupil's case code, and every name that may stand for them in a free text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Case code.
    pub case_code: String,
    /// Surname, forename and preferred forename, those there are.
    pub names: Vec<String>,
}

impl<M> Pupils<'_, M> {
    /// Whether the school has any pupil at all.
    pub fn any(&self, school: SchoolId) -> Outcome<bool> {
        self.0.sql().value("SELECT EXISTS (SELECT 1 FROM pupil WHERE school_id = ?1)", [school.0])
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
            |row| row.get(0),
        )?;
        read::records(self.0.sql(), "p.id = ?1", id.ok_or_else(gone)?)?.pop().ok_or_else(gone)
    }

    /// Everybody's names, leavers' too, for hiding them.
    pub fn names(&self, school: SchoolId) -> Outcome<Vec<Named>> {
        self.0.sql().all(
            "SELECT case_code, surname, forename, preferred FROM pupil WHERE school_id = ?1 ORDER BY id",
            [school.0],
            |row| {
                let names = [row.get(1)?, row.get(2)?, row.get::<_, String>(3)?];
                Ok(Named { case_code: row.get(0)?, names: names.into_iter().filter(|name| !name.is_empty()).collect() })
            },
        )
    }
}
