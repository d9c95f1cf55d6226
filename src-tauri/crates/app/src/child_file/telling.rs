//! Reading a child's rows cell by cell, and keeping count of what was told, so that nothing of the record is left out.

use super::Held;
use super::third::ThirdParties;
use chrono::NaiveDate;
use daybook_domain::text::long_date;
use daybook_store::Sheet;
use serde_json::Value;
use std::collections::BTreeSet;

/// Columns that only the app needs.
const OWN: [&str; 10] =
    ["id", "school_id", "pupil_id", "sort_name", "search", "hash", "template_id", "split_from_id", "occurs", "carries"];

/// Tables that only tie rows of others together.
const TIES: [&str; 2] = ["task_block", "task_entry"];

/// A row of a sheet.
#[derive(Clone, Copy)]
pub struct At<'h> {
    sheet: &'h Sheet,
    row: usize,
}

impl<'h> At<'h> {
    /// A cell as it was written.
    pub fn cell(self, column: &str) -> Option<&'h Value> {
        let at = self.sheet.columns.iter().position(|name| name == column)?;
        self.sheet.rows.get(self.row)?.get(at)
    }

    /// What others refer to it by.
    pub fn id(self) -> &'h Value {
        self.cell("id").unwrap_or(&Value::Null)
    }

    fn number(self, column: &str) -> Option<i64> {
        self.cell(column).and_then(Value::as_i64)
    }
}

/// The rows as they are told: names of others marked, and every cell that was told crossed off.
pub struct Telling<'h, 'o> {
    held: &'h Held,
    others: &'o mut ThirdParties,
    told: BTreeSet<(&'h str, usize, String)>,
}

impl<'h, 'o> Telling<'h, 'o> {
    /// Nothing told yet.
    pub fn new(held: &'h Held, others: &'o mut ThirdParties) -> Self {
        Self { held, others, told: BTreeSet::new() }
    }

    /// The rows of a table, by these columns.
    pub fn rows(&self, table: &str, order: &[&str]) -> Vec<At<'h>> {
        let sheets = self.held.sheets.iter().chain([&self.held.entries]).filter(|sheet| sheet.table == table);
        let mut rows: Vec<At<'h>> =
            sheets.flat_map(|sheet| (0..sheet.rows.len()).map(move |row| At { sheet, row })).collect();
        let key = |at: &At<'h>, column: &&str| match at.cell(column) {
            Some(Value::Number(number)) => format!("{:012}", number.as_i64().unwrap_or_default()),
            Some(Value::String(text)) => text.clone(),
            _ => String::new(),
        };
        rows.sort_by_cached_key(|at| order.iter().map(|column| key(at, column)).collect::<Vec<_>>());
        rows
    }

    /// Those of them that refer to a row by a column, which is crossed off with it.
    pub fn rows_of(&mut self, table: &str, order: &[&str], column: &str, id: &Value) -> Vec<At<'h>> {
        let mut rows = self.rows(table, order);
        rows.retain(|at| at.cell(column) == Some(id));
        rows.iter().for_each(|at| self.pass(*at, &[column]));
        rows
    }

    /// Crosses off what the place in the file says by itself.
    pub fn pass(&mut self, at: At<'h>, columns: &[&str]) {
        self.told.extend(columns.iter().map(|column| (at.sheet.table.as_str(), at.row, (*column).to_owned())));
    }

    /// What somebody wrote, with names of others marked.
    pub fn text(&mut self, at: At<'h>, column: &str) -> String {
        self.pass(at, &[column]);
        let text = at.cell(column).and_then(Value::as_str).unwrap_or_default().trim();
        // A pupil's own names are the child's, whoever else is called so.
        if at.sheet.table == "pupil" && column != "note" {
            return text.to_owned();
        }
        self.others.mark((&at.sheet.table, column), at.id(), text)
    }

    /// A code or a key, as it was written.
    pub fn code(&mut self, at: At<'h>, column: &str) -> &'h str {
        self.pass(at, &[column]);
        at.cell(column).and_then(Value::as_str).unwrap_or_default()
    }

    /// A number.
    pub fn number(&mut self, at: At<'h>, column: &str) -> Option<i64> {
        self.pass(at, &[column]);
        at.number(column)
    }

    /// A day in words; empty for none.
    pub fn day(&mut self, at: At<'h>, column: &str) -> String {
        self.parsed(at, column).map(long_date).unwrap_or_default()
    }

    /// The last day on which something held, of a column that keeps the first on which it no longer did.
    pub fn last_day(&mut self, at: At<'h>, column: &str) -> String {
        let Some(day) = self.parsed(at, column) else { return String::new() };
        if at.cell("from_date") == at.cell(column) {
            return "it ended the day it began".to_owned();
        }
        day.pred_opt().map(long_date).unwrap_or_default()
    }

    fn parsed(&mut self, at: At<'h>, column: &str) -> Option<NaiveDate> {
        self.code(at, column).parse().ok()
    }

    /// What a list of the school's calls the row that a number stands for.
    pub fn named(&mut self, at: At<'h>, column: &str, list: &str) -> String {
        self.pass(at, &[column]);
        self.name_in(list, at.cell(column).unwrap_or(&Value::Null))
    }

    /// What a list of the school's calls one of its rows.
    pub fn name_in(&self, list: &str, id: &Value) -> String {
        let sheet = self.held.lists.iter().find(|sheet| sheet.table == list);
        let mut rows = sheet.into_iter().flat_map(|sheet| (0..sheet.rows.len()).map(move |row| At { sheet, row }));
        let name = rows.find(|at| at.id() == id).and_then(|at| at.cell("name")).and_then(Value::as_str);
        name.unwrap_or_default().to_owned()
    }

    /// What was told nowhere: of each row the kind, and label by label what it says.
    pub fn left(&mut self) -> Vec<(String, Vec<(String, String)>)> {
        let sheets = self.held.sheets.iter().chain([&self.held.entries]);
        let mut left = Vec::new();
        for sheet in sheets.filter(|sheet| !TIES.contains(&sheet.table.as_str())) {
            for row in 0..sheet.rows.len() {
                let at = At { sheet, row };
                let open = sheet.columns.iter().filter(|column| {
                    let told = self.told.contains(&(sheet.table.as_str(), row, (*column).clone()));
                    !told && !OWN.contains(&column.as_str()) && says_something(at.cell(column))
                });
                let open: Vec<&String> = open.collect();
                let said: Vec<(String, String)> = open
                    .into_iter()
                    .map(|column| {
                        let text = match at.cell(column) {
                            Some(Value::String(_)) => self.text(at, column),
                            other => other.map(ToString::to_string).unwrap_or_default(),
                        };
                        (worded(column), text)
                    })
                    .collect();
                if !said.is_empty() {
                    left.push((worded(&sheet.table), said));
                }
            }
        }
        left
    }
}

fn says_something(cell: Option<&Value>) -> bool {
    match cell {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(_) => true,
    }
}

/// "done_by" as "Done by".
fn worded(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
