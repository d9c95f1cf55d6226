//! Undo and redo: the journal of one operation, replayed backwards or forwards.

use super::triggers::Shape;
use super::{TO_REDO, TO_UNDO, begin, by_itself, changed, close, open, undo_state};
use crate::failure::plain;
use crate::sql::{Sql, seconds};
use chrono::NaiveDateTime;
use daybook_domain::changed::{Changed, UndoState};
use daybook_domain::{Fault, Outcome};
use rusqlite::{Connection, params};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Undoes the last operation that is not undone.
pub fn undo(connection: &mut Connection, at: NaiveDateTime) -> Outcome<Changed<UndoState>> {
    replay(connection, TO_UNDO, Some(at))
}

/// Does again the operation undone last.
pub fn redo(connection: &mut Connection, _at: NaiveDateTime) -> Outcome<Changed<UndoState>> {
    replay(connection, TO_REDO, None)
}

/// A row of the journal.
struct Change {
    table: String,
    before: Option<String>,
    after: Option<String>,
}

fn replay(connection: &mut Connection, which: &str, undone_at: Option<NaiveDateTime>) -> Outcome<Changed<UndoState>> {
    let transaction = begin(connection)?;
    let sql = Sql(&transaction);
    let Some(op) = sql.first(which, [], |row| row.get::<_, i64>("id"))? else {
        let value = undo_state(&transaction)?;
        return Ok(Changed { undo: value.undo.clone(), value, changed: Vec::new() });
    };
    open(sql, op, true)?;
    // Rows may refer to rows that only come back later in the replay; the commit checks them all.
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(plain)?;
    match undone_at {
        Some(_) => by_itself::adopt(sql, op)?,
        None => by_itself::give_way(sql, op)?,
    }
    let mut changes =
        sql.all("SELECT table_name, before, after FROM change WHERE op_id = ?1 ORDER BY id", [op], |row| {
            Ok(Change { table: row.get(0)?, before: row.get(1)?, after: row.get(2)? })
        })?;
    if undone_at.is_some() {
        changes.reverse();
        for change in &mut changes {
            std::mem::swap(&mut change.before, &mut change.after);
        }
    }
    let mut shapes: BTreeMap<&str, Shape> = BTreeMap::new();
    for change in &changes {
        if !shapes.contains_key(change.table.as_str()) {
            shapes.insert(&change.table, Shape::of(&transaction, &change.table)?);
        }
        if let Some(shape) = shapes.get(change.table.as_str()) {
            put(sql, shape, change.before.as_deref(), change.after.as_deref())?;
        }
    }
    sql.run("UPDATE op SET undone_at = ?2 WHERE id = ?1", params![op, undone_at.map(seconds)])?;
    close(sql)?;
    let changed = changed(sql, op)?;
    let value = undo_state(&transaction)?;
    transaction.commit().map_err(plain)?;
    Ok(Changed { undo: value.undo.clone(), value, changed })
}

/// Turns a row that is as `before` says into what `after` says. A row that is not so is left, and all with it.
///
/// A column that the journal does not know of the row, because a later version added it, is left as it is, or begins
/// with what it defaults to.
pub(super) fn put(sql: Sql<'_>, shape: &Shape, before: Option<&str>, after: Option<&str>) -> Outcome<()> {
    let Shape { table, columns, key } = shape;
    let known: Map<String, Value> = before.or(after).and_then(|row| serde_json::from_str(row).ok()).unwrap_or_default();
    let columns: Vec<&String> = columns.iter().filter(|column| known.contains_key(*column)).collect();
    let each =
        |form: &dyn Fn(&&String) -> String, between: &str| columns.iter().map(form).collect::<Vec<_>>().join(between);
    // The key is compared by equality, so that its index finds the row; the others may be null.
    let found = |c: &&String| format!("{c} {} (?1 ->> '$.{c}')", if key.contains(*c) { "=" } else { "IS" });
    let rows = match (before, after) {
        (None, Some(after)) => {
            let values = each(&|c| format!("?1 ->> '$.{c}'"), ", ");
            let names = each(&|c| (*c).clone(), ", ");
            sql.run(&format!("INSERT INTO {table} ({names}) VALUES ({values})"), [after])?
        }
        (Some(before), None) => sql.run(&format!("DELETE FROM {table} WHERE {}", each(&found, " AND ")), [before])?,
        (Some(before), Some(after)) => {
            let values = each(&|c| format!("{c} = ?2 ->> '$.{c}'"), ", ");
            sql.run(&format!("UPDATE {table} SET {values} WHERE {}", each(&found, " AND ")), [before, after])?
        }
        (None, None) => 1,
    };
    if rows == 1 {
        return Ok(());
    }
    Err(Fault::new(
        "undo.conflict",
        "That cannot be taken back, because what it changed has changed since. Nothing was changed.",
    ))
}
