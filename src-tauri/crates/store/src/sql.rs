//! The few shapes in which a statement is run, with errors in plain words, and the few types columns are made of.

use crate::failure::plain;
use chrono::{NaiveDateTime, Timelike};
use daybook_domain::Outcome;
use daybook_domain::clock::Clock;
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Connection, OptionalExtension, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A borrowed connection that speaks in faults.
#[derive(Clone, Copy)]
pub struct Sql<'v>(pub &'v Connection);

impl Sql<'_> {
    /// Runs a statement and returns how many rows it touched.
    pub fn run(self, sql: &str, params: impl Params) -> Outcome<usize> {
        self.0.prepare_cached(sql).and_then(|mut statement| statement.execute(params)).map_err(plain)
    }

    /// Runs an `INSERT` and returns the new row's id.
    pub fn insert(self, sql: &str, params: impl Params) -> Outcome<i64> {
        self.run(sql, params)?;
        Ok(self.0.last_insert_rowid())
    }

    /// All rows of a query.
    pub fn all<T>(
        self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Outcome<Vec<T>> {
        let mut statement = self.0.prepare_cached(sql).map_err(plain)?;
        statement.query_map(params, row).and_then(Iterator::collect).map_err(plain)
    }

    /// Hands over each row of a query in turn, until one is answered with false.
    pub fn each(
        self,
        sql: &str,
        params: impl Params,
        mut row: impl FnMut(&Row<'_>) -> rusqlite::Result<bool>,
    ) -> Outcome<()> {
        let mut statement = self.0.prepare_cached(sql).map_err(plain)?;
        let mut rows = statement.query(params).map_err(plain)?;
        while let Some(next) = rows.next().map_err(plain)? {
            if !row(next).map_err(plain)? {
                break;
            }
        }
        Ok(())
    }

    /// The first row of a query, if there is one.
    pub fn first<T>(
        self,
        sql: &str,
        params: impl Params,
        row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Outcome<Option<T>> {
        let mut statement = self.0.prepare_cached(sql).map_err(plain)?;
        statement.query_row(params, row).optional().map_err(plain)
    }

    /// The first column of the only row of a query.
    pub fn value<T: rusqlite::types::FromSql>(self, sql: &str, params: impl Params) -> Outcome<T> {
        let mut statement = self.0.prepare_cached(sql).map_err(plain)?;
        statement.query_row(params, |row| row.get(0)).map_err(plain)
    }
}

/// The word by which one of the domain's enums is stored: the one it is serialised by.
pub fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Reads one of the domain's enums from the word it is stored by.
pub fn read_word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(word))
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// Reads a time of day.
pub fn read_clock(row: &Row<'_>, column: &str) -> rusqlite::Result<Clock> {
    let minutes: u32 = row.get(column)?;
    clock(minutes)
}

/// Reads a time of day that may be missing.
pub fn read_maybe_clock(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Clock>> {
    let minutes: Option<u32> = row.get(column)?;
    minutes.map(clock).transpose()
}

fn clock(minutes: u32) -> rusqlite::Result<Clock> {
    Clock::new(minutes).map_err(|_| FromSqlError::OutOfRange(i64::from(minutes)).into())
}

/// A moment as the columns keep it: whole seconds.
pub fn seconds(at: NaiveDateTime) -> NaiveDateTime {
    at.with_nanosecond(0).unwrap_or(at)
}

/// A list of identities or words as a JSON array, to be bound and read back by `json_each`.
pub fn json(values: &impl Serialize) -> String {
    serde_json::to_string(values).unwrap_or_else(|_| "[]".to_owned())
}

/// That a column is one of a list bound to `?1` as [`json`]: it is looked up along the column's index, one by one.
pub fn among(column: &str) -> String {
    format!("{column} IN (SELECT value FROM json_each(?1))")
}

/// Reads a JSON text.
pub fn read_json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}
