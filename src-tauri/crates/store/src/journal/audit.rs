//! The journal held against the tables: every row is as the newest change that stands left it, and none is there or
//! gone without one.
//!
//! Columns that a row of the journal does not know, because a later version added them, are not compared. So a migration
//! that changes what is in a row has to journal it.

use super::triggers::Shape;
use crate::onlooker::Onlooker;
use crate::schema::{UNJOURNALLED, tables};
use crate::sql::Sql;
use daybook_domain::Outcome;
use daybook_domain::progress::Doing;
use rusqlite::Connection;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A row that is not as the journal knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strayed {
    /// Its table.
    pub table: String,
    /// The values of its key, as a JSON array.
    pub key: String,
    /// What the journal knows, as JSON; none: that there is no such row.
    pub known: Option<String>,
    /// What stands, as JSON; none where the row is gone.
    pub stands: Option<String>,
}

/// Every row that is not as the journal knows it, by table. Fault among others: `work.cancelled`, between two tables.
pub fn audit(connection: &Connection, watch: &Onlooker) -> Outcome<Vec<Strayed>> {
    let mut strayed = Vec::new();
    let mut tables = tables(connection)?;
    tables.retain(|table| !UNJOURNALLED.contains(&table.as_str()));
    for (done, table) in tables.iter().enumerate() {
        watch.tell(Doing::Auditing, done as u64, tables.len() as u64)?;
        strayed.extend(audit_table(connection, &Shape::of(connection, table)?, None)?);
    }
    Ok(strayed)
}

/// One row, if it has strayed.
pub fn audit_row(connection: &Connection, shape: &Shape, key: &str) -> Outcome<Option<Strayed>> {
    Ok(audit_table(connection, shape, Some(key))?.pop())
}

fn audit_table(connection: &Connection, shape: &Shape, only: Option<&str>) -> Outcome<Vec<Strayed>> {
    let mut known = newest(connection, shape, only)?;
    let mut strayed = Vec::new();
    let mut keep = |key: String, known: Option<String>, stands: Option<String>| {
        strayed.push(Strayed { table: shape.table.clone(), key, known, stands });
    };
    for (key, row) in standing(connection, shape, only)? {
        match known.remove(&key).flatten() {
            Some(text) if agree(&text, &row) => {}
            Some(text) => keep(key, Some(text), Some(row)),
            None => keep(key, None, Some(row)),
        }
    }
    for (key, text) in known {
        if let Some(text) = text {
            keep(key, Some(text), None);
        }
    }
    Ok(strayed)
}

/// What the newest change that stands left of each row there ever was. Undone operations are always the newest, so what
/// was before the first of them is what stands.
fn newest(connection: &Connection, shape: &Shape, only: Option<&str>) -> Outcome<BTreeMap<String, Option<String>>> {
    let key =
        shape.key.iter().map(|c| format!("coalesce(c.after, c.before) ->> '$.{c}'")).collect::<Vec<_>>().join(", ");
    let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
    let changes = Sql(connection).all(
        &format!(
            "SELECT json_array({key}) AS key, o.undone_at IS NOT NULL, c.before, c.after
             FROM change c JOIN op o ON o.id = c.op_id
             WHERE c.table_name = ?1 AND (?2 IS NULL OR c.row_id = ?2 ->> '$[0]') AND (?2 IS NULL OR json_array({key}) = ?2)
             ORDER BY c.id"
        ),
        (&shape.table, only),
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?, row.get(2)?, row.get(3)?)),
    )?;
    for (key, undone, before, after) in changes {
        let (before, after): (Option<String>, Option<String>) = (before, after);
        if undone {
            known.entry(key).or_insert(before);
        } else {
            known.insert(key, after);
        }
    }
    Ok(known)
}

/// The rows there are, by key, as the journal would write them.
fn standing(connection: &Connection, shape: &Shape, only: Option<&str>) -> Outcome<Vec<(String, String)>> {
    let key = shape.key.iter().map(|c| format!("t.{c}")).collect::<Vec<_>>().join(", ");
    let first = shape.key.first().map_or("rowid", String::as_str);
    Sql(connection).all(
        &format!(
            "SELECT json_array({key}), {} FROM {} t
             WHERE ?1 IS NULL OR (t.{first} = ?1 ->> '$[0]' AND json_array({key}) = ?1)",
            shape.row("t"),
            shape.table
        ),
        [only],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn agree(known: &str, stands: &str) -> bool {
    if known == stands {
        return true;
    }
    let read = |text| serde_json::from_str::<Map<String, Value>>(text).unwrap_or_default();
    let (known, stands) = (read(known), read(stands));
    !known.is_empty() && known.iter().all(|(column, value)| stands.get(column).is_none_or(|stands| stands == value))
}
