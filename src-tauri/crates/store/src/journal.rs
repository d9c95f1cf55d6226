//! The journal: every row an operation touched, before and after, and undo and redo made from it.
//!
//! Triggers write it, so that no statement can forget to. They are generated from the tables as they are.

mod amend;
pub mod audit;
mod by_itself;
mod place;
mod replay;
mod settle;
mod sight;
mod triggers;

pub use amend::amend;
pub use replay::{redo, undo};
pub use settle::{Settle, refold, settle};
pub use sight::check_row;
pub use triggers::{Shape, keep_triggers};

use crate::access::{Access, Writer};
use crate::documents::drop_unnamed;
use crate::failure::plain;
use crate::schema::NOUNS;
use crate::sql::{Sql, seconds};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::changed::{Changed, Noun, UndoState};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

/// What an operation is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    kind: &'static str,
    label: String,
    undoable: bool,
    across: bool,
}

impl Op {
    /// An operation that Undo undoes. The label stands in the undo menu, so it holds no pupil's name.
    pub fn new(kind: &'static str, label: impl Into<String>) -> Self {
        Self { kind, label: label.into(), undoable: true, across: false }
    }

    /// An operation that Undo passes over, such as the record of a pack that was printed.
    pub fn lasting(kind: &'static str, label: impl Into<String>) -> Self {
        Self { undoable: false, ..Self::new(kind, label) }
    }

    /// One that is about schools themselves: it may touch what belongs to another than the one in sight.
    #[must_use]
    pub fn across_schools(self) -> Self {
        Self { across: true, ..self }
    }

    /// Tasks that come on the list by themselves. No step of the person: Undo passes over it, and where it undoes what
    /// they came of, they go with it.
    pub fn by_itself(label: impl Into<String>) -> Self {
        Self::lasting(by_itself::KIND, label)
    }
}

/// Does one operation and journals it, with the account it was done from. Fault: `school.other`, where it names what
/// belongs to another school than the one in sight.
pub fn transact<T>(
    connection: &mut Connection,
    op: Op,
    (who, at): (&str, NaiveDateTime),
    work: impl FnOnce(&Writer<'_>) -> Outcome<T>,
) -> Outcome<Changed<T>> {
    let transaction = begin(connection)?;
    let sql = Sql(&transaction);
    let id = note(sql, &op, (who, at))?;
    let sight = if op.across { None } else { sight::of(sql)? };
    let value = work(&Access::new(&transaction))?;
    if let Some(school) = sight {
        sight::check(sql, id, school)?;
    }
    let changed = changed(sql, id)?;
    if changed.is_empty() {
        transaction.rollback().map_err(plain)?;
        return Ok(Changed { value, changed, undo: None });
    }
    if op.undoable {
        // What was undone before cannot be done again on top of something new, so what it kept is nobody's any more.
        if sql.run("DELETE FROM change WHERE op_id IN (SELECT id FROM op WHERE undone_at IS NOT NULL)", [])? > 0 {
            drop_unnamed(sql)?;
        }
        sql.run("DELETE FROM op WHERE undone_at IS NOT NULL", [])?;
    }
    close(sql)?;
    let undo = op.undoable.then(|| place::called(&Access::new(&transaction), id, op.label)).transpose()?;
    transaction.commit().map_err(plain)?;
    Ok(Changed { value, changed, undo })
}

/// Does work as an operation does, and takes all of it back: what would become of it.
pub fn rehearse<T>(
    connection: &mut Connection,
    by: (&str, NaiveDateTime),
    work: impl FnOnce(&Writer<'_>) -> Outcome<T>,
) -> Outcome<T> {
    let transaction = begin(connection)?;
    let sql = Sql(&transaction);
    let id = note(sql, &Op::lasting("rehearsal", "Rehearse"), by)?;
    let sight = sight::of(sql)?;
    let value = work(&Access::new(&transaction)).and_then(|value| match sight {
        Some(school) => sight::check(sql, id, school).map(|()| value),
        None => Ok(value),
    });
    transaction.rollback().map_err(plain)?;
    value
}

/// What Undo and Redo would do now.
pub fn undo_state(connection: &Connection) -> Outcome<UndoState> {
    let label = |query| {
        let op = Sql(connection).first(query, [], |row| Ok((row.get("id")?, row.get("label")?)))?;
        op.map(|(op, label)| place::called(&Access::new(connection), op, label)).transpose()
    };
    Ok(UndoState { undo: label(TO_UNDO)?, redo: label(TO_REDO)? })
}

/// Whether what Undo would undo now, or Redo do again, leads to another school.
pub fn leads_away(connection: &Connection, back: bool) -> Outcome<bool> {
    let sql = Sql(connection);
    let op = sql.first(if back { TO_UNDO } else { TO_REDO }, [], |row| row.get("id"))?;
    op.map_or(Ok(false), |op| place::leads_away(sql, op))
}

/// The last operation that is not undone.
const TO_UNDO: &str = "SELECT id, label FROM op WHERE undoable = 1 AND undone_at IS NULL ORDER BY id DESC LIMIT 1";

/// The operation undone last: those undone are always the newest, and they are undone from the newest back.
pub(crate) const TO_REDO: &str =
    "SELECT id, label FROM op WHERE undoable = 1 AND undone_at IS NOT NULL ORDER BY id LIMIT 1";

fn begin(connection: &mut Connection) -> Outcome<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(plain)
}

/// Notes an operation, under which all is written until the transaction ends.
fn note(sql: Sql<'_>, op: &Op, (who, at): (&str, NaiveDateTime)) -> Outcome<i64> {
    let id = sql.insert(
        "INSERT INTO op (kind, label, at, undoable, who) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![op.kind, op.label, seconds(at), op.undoable, who],
    )?;
    open(sql, id, false)?;
    Ok(id)
}

fn open(sql: Sql<'_>, op: i64, replaying: bool) -> Outcome<()> {
    sql.run("INSERT INTO open_op (only_one, op_id, replaying) VALUES (1, ?1, ?2)", params![op, replaying]).map(|_| ())
}

fn close(sql: Sql<'_>) -> Outcome<()> {
    sql.run("DELETE FROM open_op", []).map(|_| ())
}

/// The nouns whose rows an operation touched.
fn changed(sql: Sql<'_>, op: i64) -> Outcome<Vec<Noun>> {
    let tables: Vec<String> =
        sql.all("SELECT DISTINCT table_name FROM change WHERE op_id = ?1", [op], |row| row.get(0))?;
    let noun = |table: &String| NOUNS.iter().find(|(name, _)| name == table).map(|(_, noun)| *noun);
    let mut nouns: Vec<Noun> = tables.iter().filter_map(noun).collect();
    nouns.sort();
    nouns.dedup();
    Ok(nouns)
}
