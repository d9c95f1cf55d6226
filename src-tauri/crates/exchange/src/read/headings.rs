//! Rows to a table: which of them holds the headings, and which hold anything.

use super::{MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, too_many_rows};
use crate::mapping::recognise;
use crate::table::{FileKind, Row, Table};
use crate::words::{plain, squeeze};
use daybook_domain::{Fault, Outcome};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// How far down headings are looked for: titles, dates and filters above them take a few rows.
const LOOKED_AT: usize = 40;

/// How many different things the row's cells are known headings of.
pub fn score(cells: &[String]) -> usize {
    cells.iter().filter_map(|cell| recognise(cell)).map(|(field, _)| field).collect::<HashSet<_>>().len()
}

/// The best score among the rows where headings may stand.
pub fn best_score(rows: &[Row]) -> usize {
    rows.iter().take(LOOKED_AT).map(|row| score(&row.cells)).max().unwrap_or_default()
}

/// A cell's text: trimmed, composed, on one line, without the marks that keep a spreadsheet from reading it as a number.
pub fn clean(cell: &str) -> String {
    let cell = cell.strip_prefix("=\"").and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell);
    let readable = |c: char| match c {
        '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => None,
        '\u{fffd}' => Some('?'),
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => Some('?'),
        c => Some(c),
    };
    squeeze(&cell.nfc().filter_map(readable).collect::<String>())
}

/// Finds the headings and keeps the rows below them that hold anything.
pub fn table(
    source: FileKind,
    rows: Vec<Row>,
    encoding: &str,
    separator: Option<char>,
    mut notices: Vec<String>,
) -> Outcome<Table> {
    check(&rows)?;
    let (rows, cut) = cut(rows);
    notices.extend(cut);
    let best = best_score(&rows);
    let Some(at) = rows.iter().take(LOOKED_AT).position(|row| best >= 2 && score(&row.cells) == best) else {
        return Err(no_headings());
    };
    let mut rows = rows.into_iter().skip(at);
    let Some(Row { number, cells: mut headings }) = rows.next() else { return Err(no_headings()) };
    if at > 0 {
        notices.push(format!("The headings stand in row {number}; what stands above them was passed over."));
    }
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    for (place, heading) in headings.iter_mut().enumerate().filter(|(_, heading)| heading.is_empty()) {
        *heading = format!("Column {}", place + 1);
    }
    let width = headings.len();
    let plain_headings: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let rows: Vec<Row> = rows
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .filter(|row| !row.cells.iter().zip(&plain_headings).all(|(cell, heading)| plain(cell) == *heading))
        .map(|mut row| {
            while row.cells.len() > width && row.cells.last().is_some_and(String::is_empty) {
                row.cells.pop();
            }
            if row.cells.len() < width {
                row.cells.resize(width, String::new());
            }
            row
        })
        .collect();
    if rows.is_empty() {
        return Err(Fault::new(
            "import.no_rows",
            "That list has headings and no pupils below them. Nothing was imported. Export it again and look that it \
             holds pupils.",
        ));
    }
    Ok(Table { source, headings, rows, encoding: encoding.to_owned(), separator, notices })
}

fn check(rows: &[Row]) -> Outcome<()> {
    if rows.len() > MOST_ROWS + LOOKED_AT {
        return Err(too_many_rows());
    }
    let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    if widest > MOST_COLUMNS {
        return Err(Fault::new(
            "import.too_many_columns",
            "That list has more than 200 columns. Nothing was imported. Export only names, dates of birth, classes and \
             SEN columns.",
        ));
    }
    if widest < 2 {
        return Err(Fault::new(
            "import.one_column",
            "That is not a list I can read: it has one column only. Nothing was imported. Export it with commas between \
             the columns, with at least a name and a date of birth or a UPN.",
        ));
    }
    Ok(())
}

/// Cuts cells that are far too long, and says in which rows: the rest of the list is none the worse for them.
fn cut(mut rows: Vec<Row>) -> (Vec<Row>, Option<String>) {
    let mut numbers: Vec<String> = Vec::new();
    for row in &mut rows {
        let mut long = false;
        for cell in &mut row.cells {
            if let Some((end, _)) = cell.char_indices().nth(MOST_CHARACTERS) {
                cell.truncate(end);
                long = true;
            }
        }
        if long {
            numbers.push(row.number.to_string());
        }
    }
    let notice = of_rows(&numbers, "a cell of more than 5,000 characters, of which only the beginning was read");
    (rows, notice)
}

/// "Row 7 has ..." or "Rows 7, 9 and 12 have ...", the first ten of them.
pub fn of_rows(numbers: &[String], what: &str) -> Option<String> {
    let more = numbers.len().saturating_sub(10);
    let mut shown: Vec<String> = numbers.iter().take(10).cloned().collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    match numbers {
        [] => None,
        [one] => Some(format!("Row {one} has {what}.")),
        _ => Some(format!("Rows {} have {what}.", crate::words::listed(&shown))),
    }
}

fn no_headings() -> Fault {
    Fault::new(
        "import.no_headings",
        "That is not a list I can read: no row of headings such as Surname, Forename, Date of Birth or UPN was found near \
         its top. Nothing was imported. Export the list with its column headings.",
    )
}
