//! Erasing a pupil: every row of theirs, what the journal knew of it, their small files, and their names in what others
//! wrote. What was in freed pages goes with them.
//!
//! Which rows are a pupil's is read from the tables: whatever refers to a pupil, or to what refers to one. Entries and
//! blocks are nobody's: they keep their minutes and lose the pupil. It is no operation that could be undone, and every
//! earlier one that touched the pupil can be undone no longer.

mod belongings;
mod timed;
pub(crate) mod words;

pub use belongings::Belongings;

use crate::documents::drop_unnamed;
use crate::failure::{gone, plain};
use crate::schema::NOUNS;
use crate::schools::Belonging;
use crate::sql::{Sql, seconds};
use crate::vault::Vault;
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::changed::{Changed, Noun};
use daybook_domain::ids::PupilId;
use rusqlite::{Connection, TransactionBehavior, params};

/// What the names of forms begin with that end with the number of the pupil they are about.
pub(crate) const PARTS: [&str; 10] = [
    "plan",
    "plan-review",
    "plan-end",
    "provision",
    "provision-end",
    "profile",
    "results",
    "documents",
    "record-status",
    "record-needs",
];

/// What stands instead of a text that names the pupil; none where it does not.
pub type Mask<'m> = &'m dyn Fn(&str, Speaks) -> Option<String>;

/// Of whom a text speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// Of something that was linked with the pupil.
    OfThePupil,
    /// Of others.
    OfOthers,
    /// Of a grown-up, or it is a name in one of the school's lists: only a whole name in it is a pupil's.
    OfGrownUps,
}

/// A text of others in which the pupil's name is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// Its table.
    pub table: String,
    /// What it says.
    pub before: String,
    /// What it would say.
    pub after: String,
}

/// Where others' texts name a pupil.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamedIn {
    /// The texts as they stand.
    pub texts: Vec<Masked>,
    /// When the first such text was written, one that is gone by now among them.
    pub since: Option<NaiveDateTime>,
}

/// What was erased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Erased {
    /// Rows of the pupil.
    pub rows: u64,
    /// What the journal knew of them, change by change.
    pub changes: u64,
    /// Small files.
    pub files: u64,
    /// Entries that named the pupil. Their minutes stay.
    pub entries: u64,
    /// Texts in which the pupil's name was replaced.
    pub texts: u64,
    /// Whether freed pages were cleared away as well. Where there was no room for that they are overwritten all the same.
    pub tidied: bool,
}

impl Vault {
    /// What belongs to a pupil, and when they were first written down. Faults: `store.gone`, `school.other`.
    pub fn belongings(&self, pupil: PupilId) -> Outcome<Belongings> {
        let sql = Sql(&self.connection);
        let there: bool = sql.value("SELECT EXISTS (SELECT 1 FROM pupil WHERE id = ?1)", [pupil.0])?;
        if !there {
            return Err(gone());
        }
        self.read().schools().check_in_sight(Belonging::Pupil(pupil))?;
        Belongings::of(&self.connection, pupil)
    }

    /// In which texts of others erasing would replace the pupil's name. Changes nothing.
    pub fn named_in(&self, belongings: &Belongings, mask: Mask<'_>) -> Outcome<NamedIn> {
        words::find(Sql(&self.connection), belongings, mask)
    }

    /// Erases a pupil, whole or not at all, and leaves nothing of it in freed pages. Nothing is backed up before.
    ///
    /// Faults: `store.gone`, and those of the disk before anything is gone.
    pub fn erase(&mut self, pupil: PupilId, at: NaiveDateTime, mask: Mask<'_>) -> Outcome<Changed<Erased>> {
        self.check_writable()?;
        let belongings = self.belongings(pupil)?;
        let who = self.sitting.who.clone();
        let (mut erased, changed) = erase(&mut self.connection, &belongings, (&who, at), mask)?;
        // What was freed is overwritten as it is freed; this leaves no page of what was either, and none in the log
        // beside the file. Rows are gone by now: should it fail for want of room, they stay gone, and that is no failure
        // of the erasing.
        let tidy = "PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)";
        erased.tidied = self.connection.execute_batch(tidy).is_ok();
        Ok(Changed { value: erased, changed, undo: None })
    }
}

fn erase(
    connection: &mut Connection,
    belongings: &Belongings,
    (who, at): (&str, NaiveDateTime),
    mask: Mask<'_>,
) -> Outcome<(Erased, Vec<Noun>)> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(plain)?;
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(plain)?;
    let sql = Sql(&transaction);
    // What was undone cannot be done again: some of it may be the pupil's.
    sql.run("DELETE FROM change WHERE op_id IN (SELECT id FROM op WHERE undone_at IS NOT NULL)", [])?;
    sql.run("DELETE FROM op WHERE undone_at IS NOT NULL", [])?;
    let op = sql.insert(
        "INSERT INTO op (kind, label, at, undoable, who) VALUES ('child_erase', 'Pupil erased', ?1, 0, ?2)",
        params![seconds(at), who],
    )?;
    // As in a replay: what happened in a closed week stays, but for the name in it, and nothing of this is journalled.
    sql.run("INSERT INTO open_op (only_one, op_id, replaying) VALUES (1, ?1, 1)", [op])?;
    let mut erased = Erased { entries: belongings.entries.len() as u64, ..Erased::default() };
    // Undo goes back step by step, so what came before a step that is gone cannot be undone either.
    if let Some(last) = belongings.last_op(sql)? {
        sql.run("UPDATE op SET undoable = 0 WHERE id <= ?1", [last])?;
    }
    let mut tables = vec!["pupil".to_owned()];
    for owned in &belongings.tables {
        let rows = owned.delete(sql)?;
        erased.changes += owned.delete_changes(sql)?;
        erased.rows += rows;
        if rows > 0 {
            tables.push(owned.table.clone());
        }
    }
    erased.files = drop_unnamed(sql)? as u64;
    drop_drafts(sql, belongings.pupil)?;
    timed::mask(sql, belongings, mask)?;
    erased.texts = words::mask(sql, belongings, mask, &mut tables)?;
    sql.run("DELETE FROM open_op", [])?;
    transaction.commit().map_err(plain)?;
    let noun = |table: &String| NOUNS.iter().find(|(name, _)| name == table).map(|(_, noun)| *noun);
    let mut nouns: Vec<Noun> = tables.iter().filter_map(noun).collect();
    nouns.sort();
    nouns.dedup();
    Ok((erased, nouns))
}

/// What was typed into the pupil's forms and not saved.
fn drop_drafts(sql: Sql<'_>, pupil: PupilId) -> Outcome<()> {
    let own = format!("pupil:{}", pupil.0);
    // Those of a second school begin with `@2 `.
    for place in ["", "@* "] {
        let delete = "DELETE FROM draft WHERE key GLOB ?2 || ?1 OR key GLOB ?2 || ?1 || '[: ]*'";
        sql.run(delete, params![own, place])?;
        for part in PARTS {
            let delete = "DELETE FROM draft WHERE key GLOB ?3 || ?1 || ':*:' || ?2";
            sql.run(delete, params![part, pupil.0.to_string(), place])?;
        }
    }
    Ok(())
}
