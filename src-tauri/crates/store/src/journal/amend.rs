//! Changing a row that its table keeps as it is, where a mistake in it has to be put right.

use super::triggers::Shape;
use crate::failure::gone;
use crate::sql::Sql;
use daybook_domain::Outcome;
use rusqlite::params;

/// Changes one row past the guards of its table, and journals it as the triggers would have: it is part of the operation
/// under way, and undone with it. Fault: `store.gone`.
pub fn amend(sql: Sql<'_>, table: &str, id: i64, change: impl FnOnce() -> Outcome<()>) -> Outcome<()> {
    let shape = Shape::of(sql.0, table)?;
    let statement = format!("SELECT {} FROM {table} t WHERE t.id = ?1", shape.row("t"));
    let stands = || sql.first(&statement, [id], |row| row.get::<_, String>(0));
    let before = stands()?.ok_or_else(gone)?;
    sql.run("UPDATE open_op SET replaying = 1", [])?;
    change()?;
    sql.run("UPDATE open_op SET replaying = 0", [])?;
    let note =
        "INSERT INTO change (op_id, table_name, row_id, before, after) SELECT op_id, ?1, ?2, ?3, ?4 FROM open_op";
    sql.run(note, params![table, id, before, stands()?]).map(|_| ())
}
