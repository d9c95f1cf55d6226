//! What a backup says of itself. No name of a pupil or a school.

use crate::failure::plain;
use crate::keys::DatabaseKey;
use crate::schema::{NOUNS, count_rows};
use crate::sql::Sql;
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::log::BackupReason;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The newest layout of a backup this version understands.
pub const FORMAT: u32 = 1;

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The layout of the file.
    pub format: u32,
    /// The version of the app that made it.
    pub app: String,
    /// The version of the daybook's tables.
    pub schema: u32,
    /// When it was made.
    pub made_at: NaiveDateTime,
    /// Why.
    pub reason: BackupReason,
    /// How many rows each table has.
    pub rows: BTreeMap<String, u64>,
    /// How many rows are the daybook's own: its journal, log and drafts left out.
    pub total: u64,
    /// Which daybook it is of: the beginning of a digest of its key, in hexadecimal digits.
    pub vault: String,
    /// Where its journal stood.
    pub stand: Stand,
    /// The mark of the opening it was made in; none in a version that kept no openings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<String>,
}

/// Where a journal stands. Two that are alike hold the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    /// The newest operation, and when it was done: after a restore the same number is given again.
    pub newest: Option<(i64, NaiveDateTime)>,
    /// How many operations there are.
    pub operations: u64,
    /// How many of them are undone, and when the last was.
    pub undone: (u64, Option<NaiveDateTime>),
}

impl About {
    /// Of an open database, now.
    pub fn of(connection: &Connection, key: &DatabaseKey, reason: BackupReason, at: NaiveDateTime) -> Outcome<Self> {
        let rows = rows(connection)?;
        let schema = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(plain)?;
        Ok(Self {
            format: FORMAT,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            schema,
            made_at: crate::sql::seconds(at),
            reason,
            total: sum(&rows),
            opening: newest_opening(connection, &rows)?,
            rows,
            vault: mark(key),
            stand: stand(connection)?,
        })
    }

    /// Adds up again, so that no file says more or less than its own tables do.
    pub fn recount(&mut self) {
        self.total = sum(&self.rows);
    }
}

/// How many rows each table has.
pub fn rows(connection: &Connection) -> Outcome<BTreeMap<String, u64>> {
    Ok(count_rows(connection)?.into_iter().map(|(table, rows)| (table, count(rows))).collect())
}

/// How many rows of an open database are the daybook's own.
pub fn own_rows(connection: &Connection) -> Outcome<u64> {
    rows(connection).map(|rows| sum(&rows))
}

/// How many rows are the daybook's own.
fn sum(rows: &BTreeMap<String, u64>) -> u64 {
    let own = NOUNS.iter().filter_map(|(table, _)| rows.get(*table));
    // What a file says may be anything.
    own.fold(0, |sum, rows| sum.saturating_add(*rows))
}

fn newest_opening(connection: &Connection, rows: &BTreeMap<String, u64>) -> Outcome<Option<String>> {
    if !rows.contains_key("opening") {
        return Ok(None);
    }
    Sql(connection).first("SELECT mark FROM opening ORDER BY id DESC LIMIT 1", [], |row| row.get(0))
}

/// SQLite counts with a sign.
fn count(rows: i64) -> u64 {
    u64::try_from(rows).unwrap_or(0)
}

/// What tells one daybook from another without saying anything about its key.
pub fn mark(key: &DatabaseKey) -> String {
    let digest = Sha256::new().chain_update(b"senco-daybook").chain_update(key.as_slice()).finalize();
    hex::encode(&digest[..8])
}

/// Where the journal of an open database stands.
pub fn stand(connection: &Connection) -> Outcome<Stand> {
    let sql = Sql(connection);
    let newest =
        sql.first("SELECT id, at FROM op ORDER BY id DESC LIMIT 1", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let undone = sql.first("SELECT count(*), max(undone_at) FROM op WHERE undone_at IS NOT NULL", [], |row| {
        Ok((row.get::<_, i64>(0)?, row.get(1)?))
    })?;
    let (undone, last) = undone.unwrap_or_default();
    Ok(Stand { newest, operations: count(sql.value("SELECT count(*) FROM op", [])?), undone: (count(undone), last) })
}
