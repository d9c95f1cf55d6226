//! Every row of every table, as it stands, for somebody who leaves with their data.

use crate::access::Access;
use crate::erase::Belongings;
use crate::failure::{gone, plain};
use crate::schema::tables;
use crate::sql::Sql;
use daybook_domain::Outcome;
use daybook_domain::ids::PupilId;
use rusqlite::types::ValueRef;
use serde_json::Value;

/// The tables of the vault, as rows of plain values.
pub struct Export<'v, M>(pub(crate) Access<'v, M>);

/// A table as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub table: String,
    /// The names of its columns, in order.
    pub columns: Vec<String>,
    /// Its rows, by the first column: texts, whole numbers and null; bytes as text in hexadecimal.
    pub rows: Vec<Vec<Value>>,
}

/// The operation under way is nobody's data.
const LEFT_OUT: [&str; 1] = ["open_op"];

impl<M> Export<'_, M> {
    /// The names of the tables, in order.
    pub fn tables(&self) -> Outcome<Vec<String>> {
        let names = tables(self.0.sql().0)?;
        Ok(names.into_iter().filter(|name| !LEFT_OUT.contains(&name.as_str())).collect())
    }

    /// One table. Fault: `store.gone` for one there is not.
    pub fn sheet(&self, table: &str) -> Outcome<Sheet> {
        if !self.tables()?.iter().any(|name| name == table) {
            return Err(gone());
        }
        select(self.0.sql(), table, "1")
    }

    /// Every row of a pupil, table by table: the pupil first, then what refers to the pupil, and what refers to that.
    /// Tables with none are left out. Fault: `store.gone`.
    pub fn pupil(&self, pupil: PupilId) -> Outcome<Vec<Sheet>> {
        let sql = self.0.sql();
        let belongings = Belongings::of(sql.0, pupil)?;
        let mut sheets = Vec::new();
        for owned in &belongings.tables {
            let sheet = select(sql, &owned.table, &owned.condition(""))?;
            if !sheet.rows.is_empty() {
                sheets.push(sheet);
            }
        }
        if sheets.first().is_none_or(|first| first.table != "pupil") { Err(gone()) } else { Ok(sheets) }
    }

    /// How many rows of a pupil there are of each table, those that have none left out.
    pub fn counts(&self, of: &Belongings) -> Outcome<Vec<(String, u64)>> {
        of.counts(self.0.sql())
    }

    /// What stands anywhere in the fields that say who a grown-up is, each once.
    pub fn staff(&self) -> Outcome<Vec<String>> {
        self.0.sql().all(
            "SELECT who FROM strategy UNION SELECT staff FROM provision UNION SELECT done_by FROM assessment
             UNION SELECT interrupted_by FROM entry WHERE interrupted_by IS NOT NULL
             UNION SELECT delegated_to FROM task WHERE delegated_to <> ''",
            [],
            |row| row.get(0),
        )
    }

    /// The small files that a pupil's documents keep here: by hash, the bytes.
    pub fn files(&self, pupil: PupilId) -> Outcome<Vec<(String, Vec<u8>)>> {
        self.0.sql().all(
            "SELECT hash, body FROM file WHERE hash IN (SELECT hash FROM document WHERE pupil_id = ?1) ORDER BY hash",
            [pupil.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}

/// The rows of a table for which a condition holds.
fn select(sql: Sql<'_>, table: &str, condition: &str) -> Outcome<Sheet> {
    let mut statement =
        sql.0.prepare(&format!("SELECT * FROM {table} WHERE {condition} ORDER BY 1, 2")).map_err(plain)?;
    let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let width = columns.len();
    let read = |row: &rusqlite::Row<'_>| (0..width).map(|i| row.get_ref(i).map(value)).collect();
    let rows = statement.query_map([], read).and_then(Iterator::collect).map_err(plain)?;
    Ok(Sheet { table: table.to_owned(), columns, rows })
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        ValueRef::Blob(bytes) => hex::encode(bytes).into(),
    }
}
