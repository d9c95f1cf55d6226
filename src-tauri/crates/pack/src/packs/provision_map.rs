//! The provision map on paper: what is put on, for whom, how much of it, and what it costs, with sums that add up.

use crate::blocks::{Fact, Row, Table};
use crate::document::{Block, Document, Imprint};
use crate::page::Page;

/// A provision map, in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapSheet {
    /// The line under the title: how it is grouped, of which day, and whether it holds names.
    pub subtitle: String,
    /// What all of it comes to, each figure with what it is.
    pub facts: Vec<(String, String)>,
    /// The heading of the first column.
    pub first: String,
    /// Its groups.
    pub groups: Vec<MapSheetGroup>,
    /// What all of it adds up to.
    pub total: [String; 3],
    /// How it was counted, and what was left out.
    pub notes: Vec<String>,
}

/// A group of the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapSheetGroup {
    /// Its heading. Empty where the first column says what it is of.
    pub heading: String,
    /// Its rows: the first cell, the intervention, who gives it, how much; then a week, to date, the full run.
    pub rows: Vec<([String; 4], [String; 3])>,
    /// What they add up to.
    pub total: [String; 3],
}

/// The map, across the sheet.
pub fn provision_map(map: &MapSheet, imprint: Imprint) -> Document {
    let mut page = Page::titled("Provision map", &map.subtitle).landscape();
    if map.groups.is_empty() {
        page.say("Nothing runs.");
    } else {
        page.facts(map.facts.iter().map(|(value, label)| Fact::new(value.clone(), label.clone())));
    }
    let headed = map.groups.iter().any(|group| !group.heading.is_empty());
    if headed {
        for group in &map.groups {
            page.heading(&group.heading);
            page.add(Block::Table(table(map).rows(rows(group, "Together"))));
        }
        page.section("All together", table(map).rows([sum("All together", &map.total)]));
    } else if !map.groups.is_empty() {
        let all = map.groups.iter().flat_map(|group| rows(group, "Together"));
        page.add(Block::Table(table(map).rows(all).rows([sum("All together", &map.total)])));
    }
    for note in &map.notes {
        page.note(note);
    }
    page.into_document(imprint)
}

fn table(map: &MapSheet) -> Table {
    Table::or("Nothing runs.")
        .words(&map.first, 2.2)
        .words("Intervention", 2.6)
        .words("By whom", 2.2)
        .words("How much", 3.2)
        .figures("A week", 1.2)
        .figures("To date", 1.3)
        .figures("Full run", 1.3)
}

/// The rows of a group; a sum where there is more than one.
fn rows(group: &MapSheetGroup, together: &str) -> Vec<Row> {
    let mut rows: Vec<Row> =
        group.rows.iter().map(|(words, figures)| Row::of(words.iter().chain(figures).map(String::as_str))).collect();
    if group.rows.len() > 1 {
        let of = group.rows.first().map_or("", |(words, _)| words[0].as_str());
        let label = if group.heading.is_empty() { format!("{of}, together") } else { together.to_owned() };
        rows.push(sum(&label, &group.total));
    }
    rows
}

fn sum(label: &str, [a_week, to_date, full_run]: &[String; 3]) -> Row {
    Row::total([label, "", "", "", a_week, to_date, full_run])
}
