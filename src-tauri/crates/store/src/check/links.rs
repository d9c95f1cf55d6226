//! Rows that belong to one that is not there.

use super::{Found, RowKey, cells, rows_of};
use crate::journal::Shape;
use crate::journal::audit::Strayed;
use crate::schema::{UNJOURNALLED, tables};
use crate::sql::Sql;
use daybook_domain::Outcome;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Orphans that are not spoken of already: neither they nor what they belong to strayed from the journal.
pub fn check(connection: &Connection, strayed: &[Strayed]) -> Outcome<Vec<Found>> {
    let spoken = rows_of(strayed);
    let mut seen: BTreeSet<RowKey> = BTreeSet::new();
    let mut found = Vec::new();
    for table in tables(connection)?.iter().filter(|table| !UNJOURNALLED.contains(&table.as_str())) {
        let shape = Shape::of(connection, table)?;
        for (column, parent, parent_column) in links(connection, table)? {
            for (key, row, belongs_to) in orphans(connection, &shape, &column, &parent, &parent_column)? {
                let row_key = RowKey { table: table.clone(), key };
                let its_parent = RowKey { table: parent.clone(), key: format!("[{belongs_to}]") };
                if !spoken.contains(&row_key) && !spoken.contains(&its_parent) && seen.insert(row_key.clone()) {
                    found.push(Found::Orphan { row: row_key, stands: cells(&row) });
                }
            }
        }
    }
    Ok(found)
}

/// The columns that refer to another table, with it and its column. Every reference of ours is to one column.
fn links(connection: &Connection, table: &str) -> Outcome<Vec<(String, String, String)>> {
    Sql(connection).all(
        "SELECT \"from\", \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list(?1)",
        [table],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

fn orphans(
    connection: &Connection,
    shape: &Shape,
    column: &str,
    parent: &str,
    parent_column: &str,
) -> Outcome<Vec<(String, String, i64)>> {
    let key = shape.key.iter().map(|c| format!("t.{c}")).collect::<Vec<_>>().join(", ");
    Sql(connection).all(
        &format!(
            "SELECT json_array({key}), {}, t.{column} FROM {} t
             WHERE t.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{parent_column} = t.{column})",
            shape.row("t"),
            shape.table
        ),
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}
