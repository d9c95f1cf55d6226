//! One-page profiles.

use crate::access::{Access, Write};
use crate::sql::{among, json};
use daybook_domain::Outcome;
use daybook_domain::ids::PupilId;
use daybook_domain::profile::Profile;
use rusqlite::{Row, params};
use std::collections::BTreeSet;

/// The profiles of the vault's children.
pub struct Profiles<'v, M>(pub(crate) Access<'v, M>);

impl<M> Profiles<'_, M> {
    /// A child's profile, if there is one.
    pub fn get(&self, pupil: PupilId) -> Outcome<Option<Profile>> {
        self.0.sql().first(&statement("pupil_id = ?1"), [pupil.0], read)
    }

    /// Those of these children.
    pub fn of_pupils(&self, pupils: &BTreeSet<PupilId>) -> Outcome<Vec<(PupilId, Profile)>> {
        let with_pupil = |row: &Row<'_>| Ok((PupilId(row.get("pupil_id")?), read(row)?));
        self.0.sql().all(&statement(&among("pupil_id")), [json(pupils)], with_pupil)
    }
}

impl Profiles<'_, Write> {
    /// Makes a child's profile what is given; one that says nothing goes.
    pub fn set(&self, pupil: PupilId, profile: &Profile) -> Outcome<()> {
        let sql = self.0.sql();
        if profile.is_empty() {
            return sql.run("DELETE FROM profile WHERE pupil_id = ?1", [pupil.0]).map(|_| ());
        }
        let Profile { admire, important, support, hopes, works, avoid, ask, agreed_on } = profile;
        sql.run(
            "INSERT INTO profile (pupil_id, admire, important, support, hopes, works, avoid, ask, agreed_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (pupil_id) DO UPDATE SET
                 admire = ?2, important = ?3, support = ?4, hopes = ?5, works = ?6, avoid = ?7, ask = ?8, agreed_on = ?9",
            params![pupil.0, admire, important, support, hopes, works, avoid, ask, agreed_on],
        )
        .map(|_| ())
    }
}

pub(crate) fn statement(condition: &str) -> String {
    format!("SELECT * FROM profile WHERE {condition}")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Profile> {
    Ok(Profile {
        admire: row.get("admire")?,
        important: row.get("important")?,
        support: row.get("support")?,
        hopes: row.get("hopes")?,
        works: row.get("works")?,
        avoid: row.get("avoid")?,
        ask: row.get("ask")?,
        agreed_on: row.get("agreed_on")?,
    })
}
