//! Kinds of work.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{read_word, word};
use daybook_domain::Outcome;
use daybook_domain::activity::Activity;
use daybook_domain::ids::ActivityId;
use rusqlite::{Row, params};

/// The kinds of work of the vault, which all its schools share.
pub struct Activities<'v, M>(pub(crate) Access<'v, M>);

impl<M> Activities<'_, M> {
    /// All of them, retired ones too, in the order they were added.
    pub fn list(&self) -> Outcome<Vec<Activity>> {
        self.0.sql().all(
            "SELECT id, name, purpose, statutory, administrative, with_pupils, other_role, own_burden, retired
             FROM activity ORDER BY id",
            [],
            read,
        )
    }
}

impl Activities<'_, Write> {
    /// Adds a kind of work. The identity it brings is not looked at; its own is returned.
    pub fn insert(&self, activity: &Activity) -> Outcome<ActivityId> {
        let a = activity;
        let id = self.0.sql().insert(
            "INSERT INTO activity
                 (name, purpose, statutory, administrative, with_pupils, other_role, own_burden, retired)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                a.name,
                word(&a.purpose),
                a.statutory,
                a.administrative,
                a.with_pupils,
                a.other_role,
                a.own_burden,
                a.retired
            ],
        )?;
        Ok(ActivityId(id))
    }

    /// Changes a kind of work, by the identity it brings.
    pub fn update(&self, activity: &Activity) -> Outcome<()> {
        let a = activity;
        let rows = self.0.sql().run(
            "UPDATE activity SET name = ?2, purpose = ?3, statutory = ?4, administrative = ?5, with_pupils = ?6,
                 other_role = ?7, own_burden = ?8, retired = ?9
             WHERE id = ?1",
            params![
                a.id.0,
                a.name,
                word(&a.purpose),
                a.statutory,
                a.administrative,
                a.with_pupils,
                a.other_role,
                a.own_burden,
                a.retired
            ],
        )?;
        if rows == 0 { Err(gone()) } else { Ok(()) }
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Activity> {
    Ok(Activity {
        id: ActivityId(row.get("id")?),
        name: row.get("name")?,
        purpose: read_word(row, "purpose")?,
        statutory: row.get("statutory")?,
        administrative: row.get("administrative")?,
        with_pupils: row.get("with_pupils")?,
        other_role: row.get("other_role")?,
        own_burden: row.get("own_burden")?,
        retired: row.get("retired")?,
    })
}
