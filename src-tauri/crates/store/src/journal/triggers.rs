//! The triggers that write the journal, generated from the tables of the file.

use crate::failure::plain;
use crate::schema::{UNJOURNALLED, tables};
use crate::sql::Sql;
use daybook_domain::Outcome;
use rusqlite::Connection;

/// A journalled table: its columns, and those that identify a row.
pub struct Shape {
    /// Its name.
    pub table: String,
    /// All columns, in order.
    pub columns: Vec<String>,
    /// Columns of the primary key; the first is the id by which a row's history is found.
    pub key: Vec<String>,
}

impl Shape {
    /// The shape a table has in the file.
    pub fn of(connection: &Connection, table: &str) -> Outcome<Self> {
        let columns: Vec<(String, i64)> =
            Sql(connection).all("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid", [table], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let mut key: Vec<&(String, i64)> = columns.iter().filter(|(_, place)| *place > 0).collect();
        key.sort_by_key(|(_, place)| *place);
        let key = key.into_iter().map(|(name, _)| name.clone()).collect();
        Ok(Self { table: table.to_owned(), columns: columns.into_iter().map(|(name, _)| name).collect(), key })
    }

    fn triggers(&self) -> [(String, String); 3] {
        let differs = self.columns.iter().map(|c| format!("OLD.{c} IS NOT NEW.{c}")).collect::<Vec<_>>().join(" OR ");
        [
            self.trigger("INSERT", "NEW", "", "NULL", &self.row("NEW")),
            self.trigger("UPDATE", "NEW", &format!(" AND ({differs})"), &self.row("OLD"), &self.row("NEW")),
            self.trigger("DELETE", "OLD", "", &self.row("OLD"), "NULL"),
        ]
    }

    /// A row as JSON, as the journal writes it.
    pub(crate) fn row(&self, which: &str) -> String {
        let pairs = self.columns.iter().map(|c| format!("'{c}', {which}.{c}")).collect::<Vec<_>>().join(", ");
        format!("json_object({pairs})")
    }

    fn trigger(&self, event: &str, which: &str, when: &str, before: &str, after: &str) -> (String, String) {
        let table = &self.table;
        let id = self.key.first().map_or("rowid", String::as_str);
        let name = format!("journal_{table}_{}", event.to_lowercase());
        let sql = format!(
            "CREATE TRIGGER {name} AFTER {event} ON {table} WHEN NOT EXISTS (SELECT 1 FROM replay){when}
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, '{table}', {which}.{id}, {before}, {after} FROM open_op;
END"
        );
        (name, sql)
    }
}

/// Makes the journal's triggers those that the tables ask for, where they are not already.
pub fn keep_triggers(connection: &mut Connection) -> Outcome<()> {
    let mut wanted: Vec<(String, String)> = Vec::new();
    for table in tables(connection)?.iter().filter(|table| !UNJOURNALLED.contains(&table.as_str())) {
        wanted.extend(Shape::of(connection, table)?.triggers());
    }
    wanted.sort();
    let present: Vec<(String, String)> = Sql(connection).all(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*' ORDER BY name",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if wanted == present {
        return Ok(());
    }
    let transaction = connection.transaction().map_err(plain)?;
    for (name, _) in &present {
        transaction.execute_batch(&format!("DROP TRIGGER {name}")).map_err(plain)?;
    }
    for (_, sql) in &wanted {
        transaction.execute_batch(sql).map_err(plain)?;
    }
    transaction.commit().map_err(plain)
}
