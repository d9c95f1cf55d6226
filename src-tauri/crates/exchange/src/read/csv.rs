//! Text with separators to a table.

use super::encoding::Decoded;
use super::{MOST_CHARACTERS, MOST_ROWS, headings, too_many_rows};
use crate::table::{FileKind, Row, Table};
use crate::write::original;
use daybook_domain::{Fault, Outcome};
use std::collections::BTreeMap;

/// What may stand between cells, the likeliest first.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// How much text the separator is guessed from, in bytes.
const GUESSED_FROM: usize = 64 * 1024;

/// Reads the rows and finds the headings.
pub fn read(decoded: Decoded) -> Outcome<Table> {
    let text = decoded.text.replace("\r\n", "\n").replace('\r', "\n");
    let (told, body) = told_separator(&text);
    let separator = told.unwrap_or_else(|| guess_separator(body));
    let rows = rows(body, separator)?;
    if let Some(row) = swallowing(&rows, body) {
        return Err(never_closed(row));
    }
    let mut rows: Vec<Row> = rows.into_iter().map(|read| read.row).collect();
    // The line `sep=;` is a row to whoever opens the file in an editor, and none to a spreadsheet: it is not counted.
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    headings::table(FileKind::Csv, rows, decoded.encoding, Some(separator), decoded.notice.into_iter().collect())
}

/// A first line `sep=;`, which Excel writes and reads.
fn told_separator(text: &str) -> (Option<char>, &str) {
    let Some((first, rest)) = text.split_once('\n') else { return (None, text) };
    match first.trim_end().strip_prefix("sep=").map(|told| told.chars().collect::<Vec<_>>()).as_deref() {
        Some([told]) if SEPARATORS.contains(told) => (Some(*told), rest),
        _ => (None, text),
    }
}

/// The separator under which most headings are known; among equals, the one that makes most cells.
fn guess_separator(text: &str) -> char {
    let mut end = text.len().min(GUESSED_FROM);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or_default();
    let worth = |separator: char| {
        let rows: Vec<Row> = rows(start, separator).unwrap_or_default().into_iter().map(|read| read.row).collect();
        (headings::best_score(&rows), rows.iter().map(|row| row.cells.len()).max().unwrap_or_default())
    };
    // `max_by_key` keeps the last of equals, so the likeliest comes last.
    SEPARATORS.into_iter().rev().max_by_key(|separator| worth(*separator)).unwrap_or(',')
}

/// A record, and what of it looks as if it had swallowed the rows below.
struct Record {
    row: Row,
    /// A cell over several lines is far too long to be one.
    long: bool,
    /// Separators in each whole line inside its cells.
    lines: Vec<usize>,
    /// Its last cell has several lines.
    open: bool,
}

/// The row in which a quotation mark is opened and never closed, or closed only by the next one far below: the file ends
/// inside a cell, or a cell holds a line that is itself a row.
fn swallowing(rows: &[Record], text: &str) -> Option<u32> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for read in rows {
        *widths.entry(read.row.cells.len()).or_default() += 1;
    }
    let width = widths.into_iter().max_by_key(|(_, rows)| *rows).map_or(0, |(width, _)| width);
    let is_row = |separators: &usize| width > 3 && separators + 1 == width;
    let ends_inside = |at: usize, read: &Record| {
        at + 1 == rows.len() && read.open && !text.trim_end_matches(['\n', ' ']).ends_with('"')
    };
    let found =
        rows.iter().enumerate().find(|(at, read)| read.long || read.lines.iter().any(is_row) || ends_inside(*at, read));
    // The last line break ended no row where it stands inside the cell too.
    found.map(|(at, read)| read.row.number + u32::from(ends_inside(at, read) && text.ends_with('\n')))
}

/// Every record with the number a spreadsheet gives it: blank lines count, line breaks inside cells do not.
fn rows(text: &str, separator: char) -> Outcome<Vec<Record>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut rows = Vec::new();
    let mut breaks_in_cells = 0;
    // The text is valid and the rows may be of any length, so reading cannot fail; if it did, the rest would be missed.
    while reader.read_record(&mut record).map_err(|_| super::broken("list"))? {
        breaks_in_cells += record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let ended_by_break = reader.position().byte() < text.len() as u64 || text.ends_with('\n');
        let line = reader.position().line() - u64::from(ended_by_break);
        let number = u32::try_from(line.saturating_sub(breaks_in_cells)).unwrap_or(u32::MAX);
        let broken = || record.iter().filter(|cell| cell.contains('\n'));
        let long = broken().any(|cell| cell.chars().nth(MOST_CHARACTERS).is_some());
        let lines =
            broken().flat_map(|cell| cell.lines().skip(1)).map(|line| line.matches(separator).count()).collect();
        let open = record.iter().next_back().is_some_and(|cell| cell.contains('\n'));
        // What this app kept a spreadsheet from taking for a formula is as it was.
        let cells = record.iter().map(|cell| headings::clean(original(cell))).collect();
        rows.push(Record { row: Row { number, cells }, long, lines, open });
        if rows.len() > MOST_ROWS * 2 {
            return Err(too_many_rows());
        }
    }
    Ok(rows)
}

/// A quotation mark that is never closed swallows every row below it: what is missing then nobody would see.
fn never_closed(row: u32) -> Fault {
    Fault::new(
        "import.long_cell",
        format!(
            "In row {row} a quotation mark is opened and not closed, so that the rows below it stand inside one of its cells. \
             Nothing was imported. Take that mark out, or export the list again without notes."
        ),
    )
}
