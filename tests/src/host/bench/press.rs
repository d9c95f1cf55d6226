//! The press on long tables, as a half-term's evidence will have them.

use super::{Measure, timed};
use anyhow::{Result, anyhow};
use daybook_pack::blocks::{Row, Table};
use daybook_pack::{Block, Imprint, Page, bind, set};
use serde_json::Value;
use std::time::Duration;

/// Setting and binding a table of 400 entries, and of 4,000.
pub(super) fn measures() -> Result<Vec<Measure>> {
    [("set and bind 400 entries", 400, 60, 10), ("set and bind 4,000 entries", 4_000, 500, 3)]
        .into_iter()
        .map(|(what, rows, limit, rounds)| {
            let times = timed(rounds, || press(rows))?;
            Ok(Measure { what, times, limit: Some(Duration::from_millis(limit)) })
        })
        .collect()
}

fn press(rows: usize) -> Result<Value> {
    let table = Table::or("")
        .words("Day", 1.0)
        .words("What", 3.0)
        .words("Kind of work", 2.0)
        .words("Who", 2.0)
        .figures("Time", 1.0);
    let row = |i: usize| {
        let cells = [
            format!("{} November", i % 28 + 1),
            format!("Support plan reviews, part {i}"),
            "SEN Support plans and reviews".to_owned(),
            "Year 4 teacher".to_owned(),
            format!("{} min", 5 + i % 55),
        ];
        Row::of(cells)
    };
    let mut page = Page::titled("Entries", "A half-term");
    page.add(Block::Table(table.rows((0..rows).map(row))));
    let prepared_on = chrono::NaiveDate::default();
    let document =
        page.into_document(Imprint { school: "Measured".to_owned(), prepared_on, provenance: String::new() });
    let galley = set(&document).map_err(|error| anyhow!("{error}"))?;
    let bytes = bind(&document, &galley).map_err(|error| anyhow!("{error}"))?;
    Ok(Value::from(bytes.len()))
}
