//! What happened. The table refuses any change to the entries of a closed week.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{Sql, among, json, read_json, read_maybe_clock, read_word, word};
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::entry::{Entry, EntryDetails};
use daybook_domain::ids::{ActivityId, BlockId, EntryId, PupilId, SchoolId};
use rusqlite::{Params, Row, named_params, params};

/// The entries of the vault's schools.
pub struct Entries<'v, M>(pub(crate) Access<'v, M>);

/// By day; timed entries by start, then the others.
const BY_TIME: &str = "e.date, e.starts IS NULL, e.starts, e.id";

/// Whether an entry `e` names a pupil.
const OF_PUPIL: &str = "e.id IN (SELECT l.entry_id FROM entry_pupil l WHERE l.pupil_id = ?1)";

impl<M> Entries<'_, M> {
    /// What happened in a week, by day and time.
    pub fn of_week(&self, school: SchoolId, monday: NaiveDate) -> Outcome<Vec<Entry>> {
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        let condition = "e.school_id = ?1 AND e.date BETWEEN ?2 AND ?3";
        select(self.0.sql(), condition, BY_TIME, params![school.0, monday, sunday])
    }

    /// Everything still to be classified, of any day, newest first.
    pub fn waiting(&self, school: SchoolId) -> Outcome<Vec<Entry>> {
        let newest = "e.date DESC, e.id DESC";
        select(self.0.sql(), "e.school_id = ?1 AND e.provisional = 1", newest, [school.0])
    }

    /// What happened of a planned block, by time.
    pub fn of_block(&self, block: BlockId) -> Outcome<Vec<Entry>> {
        select(self.0.sql(), "e.block_id = ?1", BY_TIME, [block.0])
    }

    /// What pushed a planned block out, by time.
    pub fn displacing(&self, block: BlockId) -> Outcome<Vec<Entry>> {
        select(self.0.sql(), "e.displaced_id = ?1", BY_TIME, [block.0])
    }

    /// Those that name a pupil, by day and time.
    pub fn of_pupil(&self, pupil: PupilId) -> Outcome<Vec<Entry>> {
        select(self.0.sql(), OF_PUPIL, BY_TIME, [pupil.0])
    }

    /// These entries, by day and time.
    pub fn some(&self, ids: &[EntryId]) -> Outcome<Vec<Entry>> {
        select(self.0.sql(), &among("e.id"), BY_TIME, [json(&ids)])
    }

    /// One entry.
    pub fn get(&self, id: EntryId) -> Outcome<Entry> {
        select(self.0.sql(), "e.id = ?1", BY_TIME, [id.0])?.pop().ok_or_else(gone)
    }
}

impl Entries<'_, Write> {
    /// Adds an entry. Fault: `week.closed`.
    pub fn insert(&self, school: SchoolId, details: &EntryDetails) -> Outcome<EntryId> {
        let d = details;
        let id = self.0.sql().insert(
            "INSERT INTO entry
                 (school_id, date, starts, minutes, text, activity_id, place, kind, block_id, interrupted_by,
                  displaced_id, private, provisional)
             VALUES
                 (:school, :date, :starts, :minutes, :text, :activity, :place, :kind, :block, :interrupted_by,
                  :displaced, :private, :provisional)",
            named_params! {
                ":school": school.0, ":date": d.date, ":starts": d.start.map(daybook_domain::clock::Clock::minutes),
                ":minutes": d.minutes, ":text": d.text, ":activity": d.activity.map(|id| id.0),
                ":place": word(&d.place), ":kind": word(&d.kind), ":block": d.block.map(|id| id.0),
                ":interrupted_by": d.interrupted_by, ":displaced": d.displaced.map(|id| id.0),
                ":private": d.private, ":provisional": d.provisional,
            },
        )?;
        self.link(EntryId(id), &details.pupils)?;
        Ok(EntryId(id))
    }

    /// Adds a later piece of an entry that was cut in two: time for the same task as the whole. Fault: `week.closed`.
    pub fn insert_piece(&self, school: SchoolId, of: EntryId, details: &EntryDetails) -> Outcome<EntryId> {
        let id = self.insert(school, details)?;
        let first = self.get(of)?.continues.unwrap_or(of);
        self.0.sql().run("UPDATE entry SET continues_id = ?2 WHERE id = ?1", params![id.0, first.0])?;
        self.0.sql().run(
            "INSERT INTO task_entry (entry_id, task_id) SELECT ?1, task_id FROM task_entry WHERE entry_id = ?2",
            params![id.0, of.0],
        )?;
        Ok(id)
    }

    /// Changes an entry. Fault: `week.closed`.
    pub fn update(&self, id: EntryId, details: &EntryDetails) -> Outcome<()> {
        let d = details;
        let rows = self.0.sql().run(
            "UPDATE entry SET
                 date = :date, starts = :starts, minutes = :minutes, text = :text, activity_id = :activity,
                 place = :place, kind = :kind, block_id = :block, interrupted_by = :interrupted_by,
                 displaced_id = :displaced, private = :private, provisional = :provisional
             WHERE id = :id",
            named_params! {
                ":id": id.0, ":date": d.date, ":starts": d.start.map(daybook_domain::clock::Clock::minutes),
                ":minutes": d.minutes, ":text": d.text, ":activity": d.activity.map(|id| id.0),
                ":place": word(&d.place), ":kind": word(&d.kind), ":block": d.block.map(|id| id.0),
                ":interrupted_by": d.interrupted_by, ":displaced": d.displaced.map(|id| id.0),
                ":private": d.private, ":provisional": d.provisional,
            },
        )?;
        if rows == 0 {
            return Err(gone());
        }
        self.link(id, &details.pupils)
    }

    /// Deletes an entry; where it was cut in pieces, the next of them becomes the first. Fault: `week.closed`.
    pub fn delete(&self, id: EntryId) -> Outcome<()> {
        self.link(id, &[])?;
        self.0.sql().run(
            "UPDATE entry SET continues_id = nullif((SELECT min(id) FROM entry WHERE continues_id = ?1), id)
             WHERE continues_id = ?1",
            [id.0],
        )?;
        self.0.sql().run("DELETE FROM task_entry WHERE entry_id = ?1", [id.0])?;
        match self.0.sql().run("DELETE FROM entry WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    fn link(&self, id: EntryId, pupils: &[PupilId]) -> Outcome<()> {
        let (sql, pupils) = (self.0.sql(), json(&pupils));
        sql.run(
            "DELETE FROM entry_pupil WHERE entry_id = ?1 AND pupil_id NOT IN (SELECT value FROM json_each(?2))",
            params![id.0, pupils],
        )?;
        sql.run(
            "INSERT INTO entry_pupil (entry_id, pupil_id) SELECT DISTINCT ?1, value FROM json_each(?2) WHERE true
             ON CONFLICT (entry_id, pupil_id) DO NOTHING",
            params![id.0, pupils],
        )?;
        Ok(())
    }
}

fn select(sql: Sql<'_>, condition: &str, order: &str, params: impl Params) -> Outcome<Vec<Entry>> {
    sql.all(&statement(condition, order), params, read)
}

fn statement(condition: &str, order: &str) -> String {
    format!(
        "SELECT e.*, (SELECT json_group_array(l.pupil_id) FROM entry_pupil l WHERE l.entry_id = e.id) AS pupils
         FROM entry e WHERE {condition} ORDER BY {order}"
    )
}

#[cfg(test)]
pub(crate) fn statement_of_pupil() -> String {
    statement(OF_PUPIL, BY_TIME)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let details = EntryDetails {
        date: row.get("date")?,
        start: read_maybe_clock(row, "starts")?,
        minutes: row.get("minutes")?,
        text: row.get("text")?,
        activity: row.get::<_, Option<i64>>("activity_id")?.map(ActivityId),
        place: read_word(row, "place")?,
        kind: read_word(row, "kind")?,
        block: row.get::<_, Option<i64>>("block_id")?.map(BlockId),
        interrupted_by: row.get("interrupted_by")?,
        displaced: row.get::<_, Option<i64>>("displaced_id")?.map(BlockId),
        pupils: read_json(row, "pupils")?,
        private: row.get("private")?,
        provisional: row.get("provisional")?,
    };
    let continues = row.get::<_, Option<i64>>("continues_id")?.map(EntryId);
    Ok(Entry { id: EntryId(row.get("id")?), details, continues })
}
