//! What came by itself, as tasks do when they fall due: no step of the person, so Undo neither offers it nor is stopped
//! by it.
//!
//! What came of a line that was added goes with the line when its adding is undone, and comes again with it.

use super::replay::put;
use super::triggers::Shape;
use crate::sql::Sql;
use daybook_domain::Outcome;
use rusqlite::params;

/// What such an operation is noted as.
pub(super) const KIND: &str = "tasks_fall_due";

/// Counts among the changes of an operation, which is about to be undone, the rows that came by themselves since and
/// cannot be without it: they refer to what it made, or stand where it took something away.
pub(super) fn adopt(sql: Sql<'_>, op: i64) -> Outcome<()> {
    let related = related("before", "after");
    sql.run(&format!("UPDATE change SET op_id = ?1 WHERE id IN ({related})"), params![op, KIND])?;
    forget_empty(sql, op)
}

/// Takes away the rows that came by themselves and stand in the way of an operation that is about to be done again.
pub(super) fn give_way(sql: Sql<'_>, op: i64) -> Outcome<()> {
    let related = related("after", "before");
    let rows: Vec<(i64, String, String)> = sql.all(
        &format!("SELECT id, table_name, after FROM change WHERE id IN ({related})"),
        params![op, KIND],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    for (change, table, row) in rows {
        put(sql, &Shape::of(sql.0, &table)?, Some(&row), None)?;
        sql.run("DELETE FROM change WHERE id = ?1", [change])?;
    }
    forget_empty(sql, op)
}

/// The changes, by id, of rows that came by themselves after an operation (?1; ?2 is the kind) and refer to a row that its
/// replay takes away, or are what a task is that it puts back: of the same line, day and child. `gone` is what is null of a
/// change whose row the replay takes away, `back` of one whose row it puts back.
fn related(gone: &str, back: &str) -> String {
    format!(
        "SELECT c.id FROM change c JOIN op o ON o.id = c.op_id
         WHERE o.kind = ?2 AND o.undoable = 0 AND o.id > ?1 AND c.before IS NULL AND (
             EXISTS (
                 SELECT 1 FROM pragma_foreign_key_list(c.table_name) f JOIN change n ON n.table_name = f.\"table\"
                 WHERE n.op_id = ?1 AND n.{gone} IS NULL AND n.row_id = c.after ->> ('$.' || f.\"from\"))
             OR EXISTS (
                 SELECT 1 FROM change n
                 WHERE n.op_id = ?1 AND n.{back} IS NULL AND n.table_name = c.table_name AND c.table_name = 'task'
                     AND coalesce(n.before, n.after) ->> '$.template_id' = c.after ->> '$.template_id'
                     AND coalesce(n.before, n.after) ->> '$.occurs' = c.after ->> '$.occurs'
                     AND coalesce(n.before, n.after) ->> '$.pupil_id' IS c.after ->> '$.pupil_id'))"
    )
}

/// Forgets operations since that have nothing left of what came.
fn forget_empty(sql: Sql<'_>, op: i64) -> Outcome<()> {
    let empty = "DELETE FROM op WHERE id > ?1 AND kind = ?2 AND NOT EXISTS (SELECT 1 FROM change WHERE op_id = op.id)";
    sql.run(empty, params![op, KIND]).map(|_| ())
}
