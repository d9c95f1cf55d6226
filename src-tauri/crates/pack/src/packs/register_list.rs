//! The register as a list on paper, and what changed on it: for the meeting, the wall or the file.

use crate::blocks::{Align, Column, Row, Table};
use crate::document::{Block, Document, Imprint};
use crate::page::Page;

/// More weight than this lies across the sheet: about five columns of a word each.
const UPRIGHT: f32 = 9.0;

/// A list as it is shown: its columns, and its rows in their groups.
#[derive(Debug, Clone, PartialEq)]
pub struct ListSheet {
    /// What it is called.
    pub title: String,
    /// The line under the title: whom it lists, and whether it holds names.
    pub subtitle: String,
    /// The columns, each with its heading and its share of the width.
    pub columns: Vec<(String, f32)>,
    /// The groups, each with its heading (empty where the list is not grouped) and its rows.
    pub groups: Vec<(String, Vec<Vec<String>>)>,
    /// What the codes mean, and what was left out.
    pub notes: Vec<String>,
}

/// What happened to each child over a time.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangesSheet {
    /// The line under the title: since when, and of whom.
    pub subtitle: String,
    /// Each child, by name or case code with what stands beside it, and what happened in sentences.
    pub children: Vec<(String, Vec<String>)>,
    /// What was left out.
    pub notes: Vec<String>,
}

/// The list, across the sheet where its columns need it.
pub fn register_list(sheet: &ListSheet, imprint: Imprint) -> Document {
    let weight: f32 = sheet.columns.iter().map(|(_, weight)| weight).sum();
    let mut page = Page::titled(&sheet.title, &sheet.subtitle);
    if weight > UPRIGHT {
        page = page.landscape();
    }
    if sheet.groups.is_empty() {
        page.say("Nobody is on this list.");
    }
    for (heading, rows) in &sheet.groups {
        if !heading.is_empty() {
            page.heading(heading);
        }
        page.add(Block::Table(table(&sheet.columns, rows)));
    }
    for note in &sheet.notes {
        page.note(note);
    }
    page.into_document(imprint)
}

/// What changed, a heading for each child.
pub fn changes_sheet(sheet: &ChangesSheet, imprint: Imprint) -> Document {
    let mut page = Page::titled("What changed", &sheet.subtitle);
    if sheet.children.is_empty() {
        page.say("Nothing changed.");
    }
    for (child, lines) in &sheet.children {
        page.heading(child);
        page.list(lines);
    }
    for note in &sheet.notes {
        page.note(note);
    }
    page.into_document(imprint)
}

fn table(columns: &[(String, f32)], rows: &[Vec<String>]) -> Table {
    let column =
        |(heading, weight): &(String, f32)| Column { heading: heading.clone(), weight: *weight, align: Align::Words };
    Table {
        columns: columns.iter().map(column).collect(),
        rows: rows.iter().map(|cells| Row::of(cells.iter().map(String::as_str))).collect(),
        when_empty: "Nobody.".to_owned(),
    }
}
