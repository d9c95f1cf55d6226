//! Every row of every table, as it stands, for somebody who leaves with their data.

use crate::access::Access;
use crate::failure::{gone, plain};
use crate::schema::tables;
use daybook_domain::Outcome;
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
        let mut statement = self.0.sql().0.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).map_err(plain)?;
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let width = columns.len();
        let read = |row: &rusqlite::Row<'_>| (0..width).map(|i| row.get_ref(i).map(value)).collect();
        let rows = statement.query_map([], read).and_then(Iterator::collect).map_err(plain)?;
        Ok(Sheet { table: table.to_owned(), columns, rows })
    }
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
