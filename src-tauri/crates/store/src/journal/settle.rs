//! Making the journal and a table agree again where a check found that they do not.
//!
//! Guards and triggers are passed over as in a replay: what is put back was allowed once, and what stands is only
//! written down.

use super::audit::{Strayed, audit_row};
use super::replay::put;
use super::triggers::Shape;
use super::{begin, changed, close, open};
use crate::failure::{gone, plain};
use crate::schema::{NOUNS, UNJOURNALLED};
use crate::sql::{Sql, seconds};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use rusqlite::{Connection, params};
use serde_json::{Map, Value};

/// What becomes of a row that a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settle {
    /// It becomes what the journal knows.
    AsJournalled,
    /// The journal learns what stands.
    AsItStands,
    /// It is taken away, because what it belongs to is gone.
    Remove,
}

/// Settles one row. With nothing to settle any more, nothing happens. Undo passes over it.
pub fn settle(
    connection: &mut Connection,
    (table, key): (&str, &str),
    how: Settle,
    (who, at): (&str, NaiveDateTime),
) -> Outcome<Changed<()>> {
    if UNJOURNALLED.contains(&table) || !NOUNS.iter().any(|(name, _)| *name == table) {
        return Err(gone());
    }
    let transaction = begin(connection)?;
    let sql = Sql(&transaction);
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(plain)?;
    let shape = Shape::of(&transaction, table)?;
    let strayed = audit_row(&transaction, &shape, key)?;
    let op = sql.insert(
        "INSERT INTO op (kind, label, at, undoable, who) VALUES ('check_settle', 'Settle what a check found', ?1, 0, ?2)",
        params![seconds(at), who],
    )?;
    let mut nouns = Vec::new();
    match (how, strayed) {
        (Settle::AsJournalled, Some(Strayed { known, stands, .. })) => {
            let known = known.map(|known| filled(&known, stands.as_deref()));
            open(sql, op, true)?;
            put(sql, &shape, stands.as_deref(), known.as_deref())?;
            close(sql)?;
            // The journal says so already, so there is no operation to keep.
            nouns.extend(NOUNS.iter().find(|(name, _)| *name == table).map(|(_, noun)| *noun));
            sql.run("DELETE FROM op WHERE id = ?1", [op])?;
        }
        (Settle::AsItStands, Some(Strayed { known, stands, .. })) => {
            learn(sql, (op, &shape), key, known.as_deref(), stands.as_deref())?;
        }
        (Settle::Remove, strayed) => {
            let stands = match strayed {
                Some(strayed) => strayed.stands,
                None => standing(sql, &shape, key)?,
            };
            open(sql, op, true)?;
            put(sql, &shape, stands.as_deref(), None)?;
            close(sql)?;
            learn(sql, (op, &shape), key, stands.as_deref(), None)?;
        }
        (Settle::AsJournalled | Settle::AsItStands, None) => {}
    }
    nouns.extend(changed(sql, op)?);
    if nouns.is_empty() {
        transaction.rollback().map_err(plain)?;
    } else {
        transaction.commit().map_err(plain)?;
    }
    Ok(Changed { value: (), changed: nouns, undo: None })
}

/// Puts the words that pupils are found and sorted by right, in their rows and in what the journal knows of them, and
/// nothing else: whatever else a row may have strayed in stays to be found. Each is an id, `sort_name` and `search`.
pub fn refold(
    connection: &mut Connection,
    rows: &[(i64, String, String)],
    (who, at): (&str, NaiveDateTime),
) -> Outcome<()> {
    let transaction = begin(connection)?;
    let sql = Sql(&transaction);
    let shape = Shape::of(&transaction, "pupil")?;
    let op = sql.insert(
        "INSERT INTO op (kind, label, at, undoable, who) VALUES ('check', 'Mend the search', ?1, 0, ?2)",
        params![seconds(at), who],
    )?;
    open(sql, op, true)?;
    for (id, sort_name, search) in rows {
        let key = format!("[{id}]");
        let before = audit_row(&transaction, &shape, &key)?;
        let known = match before {
            Some(strayed) => strayed.known,
            None => standing(sql, &shape, &key)?,
        };
        sql.run("UPDATE pupil SET sort_name = ?2, search = ?3 WHERE id = ?1", params![id, sort_name, search])?;
        if let Some(known) = known {
            let mut right: Map<String, Value> = serde_json::from_str(&known).unwrap_or_default();
            right.insert("sort_name".to_owned(), sort_name.as_str().into());
            right.insert("search".to_owned(), search.as_str().into());
            let right = Value::Object(right).to_string();
            if serde_json::from_str::<Value>(&known).ok() != serde_json::from_str(&right).ok() {
                learn(sql, (op, &shape), &key, Some(&known), Some(&right))?;
            }
        }
    }
    close(sql)?;
    sql.run("DELETE FROM op WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM change WHERE op_id = ?1)", [op])?;
    transaction.commit().map_err(plain)
}

/// Writes into the journal what was done without it.
fn learn(
    sql: Sql<'_>,
    (op, shape): (i64, &Shape),
    key: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> Outcome<()> {
    if before.is_none() && after.is_none() {
        return Ok(());
    }
    sql.run(
        "INSERT INTO change (op_id, table_name, row_id, before, after) VALUES (?1, ?2, ?3 ->> '$[0]', ?4, ?5)",
        params![op, shape.table, key, before, after],
    )
    .map(|_| ())
}

fn standing(sql: Sql<'_>, shape: &Shape, key: &str) -> Outcome<Option<String>> {
    let keys = shape.key.iter().map(|c| format!("t.{c}")).collect::<Vec<_>>().join(", ");
    sql.first(
        &format!("SELECT {} FROM {} t WHERE json_array({keys}) = ?1", shape.row("t"), shape.table),
        [key],
        |row| row.get(0),
    )
}

/// What the journal knows, with the columns that came later as they stand.
fn filled(known: &str, stands: Option<&str>) -> String {
    let read = |text| serde_json::from_str::<Map<String, Value>>(text).unwrap_or_default();
    let mut row = read(stands.unwrap_or_default());
    row.extend(read(known));
    Value::Object(row).to_string()
}
