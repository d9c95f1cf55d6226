//! An Excel workbook to a table.

use super::{MOST_COLUMNS, MOST_ROWS, broken, headings, not_a_list, password, too_many_rows};
use crate::table::{FileKind, Row, Table};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use daybook_domain::{Fault, Outcome};
use std::io::{Cursor, Read};

/// Bytes a workbook may unpack to: a 20 MB archive can be made to hold terabytes.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// Sheets that are looked at.
const MOST_SHEETS: usize = 20;

/// Reads the visible sheet whose headings are best known.
pub fn read(bytes: &[u8]) -> Outcome<Table> {
    measure(bytes, MOST_UNPACKED)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => password(),
        _ => broken("workbook"),
    })?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .take(MOST_SHEETS)
        .collect();
    let mut best: Option<(usize, String, Vec<Row>)> = None;
    let mut filled = 0;
    for name in names {
        let rows = rows(&mut book, &name)?;
        filled += usize::from(!rows.is_empty());
        let score = headings::best_score(&rows);
        if best.as_ref().is_none_or(|(most, _, so_far)| score > *most || (so_far.is_empty() && !rows.is_empty())) {
            best = Some((score, name, rows));
        }
    }
    let (_, name, rows) = best.ok_or_else(|| broken("workbook"))?;
    if rows.is_empty() {
        return Err(Fault::new(
            "import.empty",
            "That workbook is empty. Nothing was imported. Export the list again and look that it holds pupils.",
        ));
    }
    let mut notices = Vec::new();
    if filled > 1 {
        notices.push(format!("The workbook has several sheets; only \"{}\" was read.", crate::words::short(&name)));
    }
    headings::table(FileKind::Xlsx, rows, "Excel workbook", None, notices)
}

/// Refuses what is no plain workbook, and what would unpack to more than a workbook of pupils can need.
pub fn measure(bytes: &[u8], most: u64) -> Outcome<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken("workbook"))?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |name: &str| names.iter().any(|found| found == name);
    if has("xl/vbaproject.bin") {
        return Err(Fault::new(
            "import.macros",
            "That workbook holds macros (.xlsm), which are never opened here. Nothing was imported. Save it as .xlsx or \
             CSV, and choose the new file.",
        ));
    }
    if !has("xl/workbook.xml") {
        return Err(match () {
            () if has("word/document.xml") => not_a_list("a Word document"),
            () if has("xl/workbook.bin") => not_a_list("a binary workbook (.xlsb)"),
            () if has("content.xml") => not_a_list("an OpenDocument file"),
            () => not_a_list("an archive that is no Excel workbook"),
        });
    }
    // What an archive says of its sizes may be a lie, so it is unpacked and counted.
    let mut left = most;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| broken("workbook"))?;
        let mut unpacked = Vec::new();
        entry.take(left + 1).read_to_end(&mut unpacked).map_err(|_| broken("workbook"))?;
        left = left.checked_sub(unpacked.len() as u64).ok_or_else(|| {
            Fault::new(
                "import.too_big",
                "That workbook unpacks to more than 64 MB, which no list of pupils does. Nothing was imported. Save the \
                 list by itself in a new workbook.",
            )
        })?;
        if claims_too_much(&unpacked) {
            return Err(broken("workbook"));
        }
    }
    Ok(())
}

/// Whether a part says that it holds ten million texts or more: calamine makes room for as many as a part claims
/// before it has read one. Zeros are passed over so that UTF-16 hides nothing.
fn claims_too_much(part: &[u8]) -> bool {
    const CLAIM: &[u8] = b"uniqueCount";
    let bytes: Vec<u8> = part.iter().copied().filter(|byte| *byte != 0).collect();
    bytes.windows(CLAIM.len()).enumerate().filter(|(_, window)| *window == CLAIM).any(|(at, _)| {
        let value = bytes.iter().skip(at + CLAIM.len()).skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>');
        value.take_while(|byte| byte.is_ascii_digit()).skip_while(|digit| **digit == b'0').nth(7).is_some()
    })
}

/// A sheet's filled rows, cell by cell: a sheet with one cell in its last corner takes no more room than one cell.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Outcome<Vec<Row>> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| broken("workbook"))?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(|_| broken("workbook"))? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        let number = row.saturating_add(1);
        if rows.last().is_none_or(|last| last.number != number) {
            if rows.len() > MOST_ROWS * 2 {
                return Err(too_many_rows());
            }
            rows.push(Row { number, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            if last.cells.len() <= column {
                last.cells.resize(column + 1, String::new());
            }
            last.cells[column] = text;
        }
    }
    Ok(rows)
}

/// A cell's text; a date is ISO text, a whole number has no decimals.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(text) | DataRef::DurationIso(text) | DataRef::DateTimeIso(text) => headings::clean(text),
        DataRef::SharedString(text) => headings::clean(text),
        DataRef::Int(number) => number.to_string(),
        // A float that is a whole number prints without a point: 40722, not 40722.0.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "Yes" } else { "No" }.to_owned(),
        DataRef::DateTime(moment) => match moment.as_datetime() {
            Some(day) if moment.is_datetime() => day.date().to_string(),
            _ => moment.as_f64().to_string(),
        },
    }
}
