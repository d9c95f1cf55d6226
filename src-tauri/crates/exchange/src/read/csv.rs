//! Text with separators to a table.

use super::encoding::Decoded;
use super::{MOST_CHARACTERS, MOST_ROWS, headings, too_many_rows};
use crate::table::{FileKind, Row, Table};
use crate::write::original;
use daybook_domain::{Fault, Outcome};

/// What may stand between cells, the likeliest first.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// How much text the separator is guessed from, in bytes.
const GUESSED_FROM: usize = 64 * 1024;

/// Reads the rows and finds the headings.
pub fn read(decoded: Decoded) -> Outcome<Table> {
    let text = decoded.text.replace("\r\n", "\n").replace('\r', "\n");
    let (told, body) = told_separator(&text);
    let separator = told.unwrap_or_else(|| guess_separator(body));
    let mut rows = rows(body, separator)?;
    if let Some(row) = rows.iter().find_map(|(row, swallows)| swallows.then_some(row.number)) {
        return Err(never_closed(row));
    }
    let mut rows: Vec<Row> = rows.drain(..).map(|(row, _)| row).collect();
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
        let rows: Vec<Row> = rows(start, separator).unwrap_or_default().into_iter().map(|(row, _)| row).collect();
        (headings::best_score(&rows), rows.iter().map(|row| row.cells.len()).max().unwrap_or_default())
    };
    // `max_by_key` keeps the last of equals, so the likeliest comes last.
    SEPARATORS.into_iter().rev().max_by_key(|separator| worth(*separator)).unwrap_or(',')
}

/// Every record with the number a spreadsheet gives it: blank lines count, line breaks inside cells do not. Beside each,
/// whether a cell of it swallows what stands below.
fn rows(text: &str, separator: char) -> Outcome<Vec<(Row, bool)>> {
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
        let swallowed = |cell: &str| cell.contains('\n') && cell.chars().nth(MOST_CHARACTERS).is_some();
        // What this app kept a spreadsheet from taking for a formula is as it was.
        let cells = record.iter().map(|cell| headings::clean(original(cell))).collect();
        rows.push((Row { number, cells }, record.iter().any(swallowed)));
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
            "Row {row} has a cell of more than 5,000 characters over several lines: most likely a quotation mark is opened \
             there and never closed. Nothing was imported. Export the list again, without notes."
        ),
    )
}
