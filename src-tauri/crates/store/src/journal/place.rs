//! In which of several schools an operation was, and whether taking it back leads to another.
//!
//! Going to a school is an operation, so the next to undo or redo was always done in the school in sight.

use crate::access::Reader;
use crate::schools::CHOSEN;
use crate::sql::Sql;
use daybook_domain::Outcome;
use rusqlite::params;

/// What an operation is called where it can be undone: with its school, where there are several to tell apart.
pub(super) fn called(read: &Reader<'_>, op: i64, label: String) -> Outcome<String> {
    if read.schools().list()?.len() < 2 || concerns(read.sql(), op, "c.table_name = 'school'")? {
        return Ok(label);
    }
    if leads_away(read.sql(), op)? {
        return Ok(label);
    }
    let school = read.schools().current()?;
    Ok(school.map_or(label.clone(), |school| format!("{label} · {}", school.details.name)))
}

/// Whether an operation chose the school in sight, so that another is in sight once it is taken back.
pub(super) fn leads_away(sql: Sql<'_>, op: i64) -> Outcome<bool> {
    concerns(sql, op, &format!("c.table_name = 'setting' AND coalesce(c.after, c.before) ->> '$.key' = '{CHOSEN}'"))
}

fn concerns(sql: Sql<'_>, op: i64, which: &str) -> Outcome<bool> {
    sql.value(&format!("SELECT EXISTS (SELECT 1 FROM change c WHERE c.op_id = ?1 AND {which})"), params![op])
}
