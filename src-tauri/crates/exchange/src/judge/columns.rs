//! A table's cells by field, and sentences that name a row and a column.

use crate::mapping::{Field, Mapping};
use crate::problem::{Problem, ProblemCode, Severity};
use crate::table::{Row, Table};
use crate::words::{listed, short};
use daybook_domain::{Fault, Outcome};
use std::collections::BTreeMap;

/// A table seen through a mapping.
pub struct Columns<'a> {
    table: &'a Table,
    places: BTreeMap<Field, Vec<usize>>,
}

impl<'a> Columns<'a> {
    /// Refuses a mapping that is not of this table.
    pub fn new(table: &'a Table, mapping: &Mapping) -> Outcome<Self> {
        let same = mapping.columns.len() == table.headings.len()
            && mapping.columns.iter().zip(&table.headings).all(|(column, heading)| column.heading == *heading);
        if !same {
            return Err(Fault::new(
                "import.mapping",
                "Those columns are not the columns of this list. Nothing was imported. Choose the file again.",
            )
            .at("mapping"));
        }
        let mut places: BTreeMap<Field, Vec<usize>> = BTreeMap::new();
        for (at, column) in mapping.columns.iter().enumerate() {
            places.entry(column.field).or_default().push(at);
        }
        places.remove(&Field::Ignore);
        Ok(Self { table, places })
    }

    /// Whether any column holds it.
    pub fn has(&self, field: Field) -> bool {
        self.places.contains_key(&field)
    }

    /// The row's cell of a field: of several columns, the first that is filled. Empty if there is none.
    pub fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        let places = self.places.get(&field).map(Vec::as_slice).unwrap_or_default();
        places
            .iter()
            .filter_map(|at| row.cells.get(*at))
            .map(String::as_str)
            .find(|cell| !cell.is_empty())
            .unwrap_or("")
    }

    /// How many columns there are in the list.
    pub fn width(&self) -> usize {
        self.table.headings.len()
    }

    /// "Row", or "Pupil" in a transfer file.
    pub fn place(&self) -> &'static str {
        self.table.source.place()
    }

    /// The cells that mean something, for telling an exact repeat from a conflicting one.
    pub fn told<'r>(&self, row: &'r Row) -> Vec<&'r str> {
        self.places.values().flatten().filter_map(|at| row.cells.get(*at)).map(String::as_str).collect()
    }

    /// A problem of a row, said of a column where there is one.
    pub fn problem(
        &self,
        row: u32,
        field: Option<Field>,
        severity: Severity,
        code: ProblemCode,
        said: &str,
    ) -> Problem {
        let heading = field.and_then(|field| self.places.get(&field)?.first()).map(|at| &self.table.headings[*at]);
        let sentence = match heading {
            Some(heading) => format!("{} {row}, column \"{}\": {said}", self.place(), short(heading)),
            None => format!("{} {row}: {said}", self.place()),
        };
        Problem { row, field, severity, code, sentence, offered: None }
    }

    /// What is odd about the columns themselves.
    pub fn notices(&self) -> Vec<String> {
        let mut notices = self.table.notices.clone();
        let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
        for heading in &self.table.headings {
            *alike.entry(heading).or_default() += 1;
        }
        for (heading, count) in alike.into_iter().filter(|(_, count)| *count > 1) {
            notices.push(format!("{count} columns are headed \"{}\". Look at what each is taken for.", short(heading)));
        }
        for at in self.places.values().filter(|at| at.len() > 1) {
            let names: Vec<String> = at.iter().map(|at| format!("\"{}\"", short(&self.table.headings[*at]))).collect();
            notices.push(format!(
                "{} are taken for the same thing: in each row the first that is filled counts.",
                listed(&names)
            ));
        }
        if !self.has(Field::Surname) && !self.has(Field::Forename) && !self.has(Field::FullName) {
            notices.push(
                "No column is taken for the pupils' names, so nothing can be imported yet. Say which one holds them."
                    .to_owned(),
            );
        }
        if !self.has(Field::Born) {
            notices.push(
                "No column is taken for the date of birth. Pupils are told apart by UPN or name only, and new ones have no \
                 date of birth."
                    .to_owned(),
            );
        }
        notices
    }
}
