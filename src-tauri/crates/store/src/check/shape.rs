//! Tables, indexes, views and triggers, held against those that this version makes.

use super::Found;
use crate::failure::plain;
use crate::schema;
use crate::sql::Sql;
use crate::vault::memory;
use daybook_domain::Outcome;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// What the file is made of: kind and name, and the statement that makes it.
type Parts = BTreeMap<(String, String), String>;

/// What differs.
pub fn check(connection: &Connection) -> Outcome<Vec<Found>> {
    let (wanted, present) = (wanted()?, parts(connection)?);
    let of = |parts: &Parts, tables: bool| -> Parts {
        parts.iter().filter(|((kind, _), _)| (kind == "table") == tables).map(|(k, v)| (k.clone(), v.clone())).collect()
    };
    let mut found = Vec::new();
    if of(&wanted, true) != of(&present, true) {
        found.push(Found::Tables);
    }
    if of(&wanted, false) != of(&present, false) {
        found.push(Found::Guards);
    }
    Ok(found)
}

/// Makes anew what is missing or different, and takes away what this version does not know. Tables are left.
pub fn mend(connection: &mut Connection) -> Outcome<()> {
    let (wanted, present) = (wanted()?, parts(connection)?);
    let transaction = connection.transaction().map_err(plain)?;
    let differs =
        |part: &(String, String), sql: &String, other: &Parts| part.0 != "table" && other.get(part) != Some(sql);
    for (part, _) in present.iter().filter(|(part, sql)| differs(part, sql, &wanted)) {
        transaction.execute_batch(&format!("DROP {} \"{}\"", part.0, part.1.replace('"', "\"\""))).map_err(plain)?;
    }
    for (_, sql) in wanted.iter().filter(|(part, sql)| differs(part, sql, &present)) {
        transaction.execute_batch(sql).map_err(plain)?;
    }
    transaction.commit().map_err(plain)
}

fn wanted() -> Outcome<Parts> {
    let mut fresh = memory()?;
    schema::migrate(&mut fresh)?;
    parts(&fresh)
}

fn parts(connection: &Connection) -> Outcome<Parts> {
    let rows = Sql(connection).all(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite^_%' ESCAPE '^'",
        [],
        |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)),
    )?;
    Ok(rows.into_iter().collect())
}
