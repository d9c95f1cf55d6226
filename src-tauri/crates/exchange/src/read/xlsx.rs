//! An Excel workbook to a table.

use super::{MOST_COLUMNS, MOST_ROWS, broken, headings, not_a_list, password, too_many_rows};
use crate::table::{FileKind, Row, Table};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use daybook_domain::{Fault, Outcome};
use std::collections::HashSet;
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
    let mut best: Option<(usize, String, Sheet)> = None;
    let mut filled = 0;
    for name in names {
        let sheet = sheet(&mut book, &name)?;
        let rows = &sheet.rows;
        filled += usize::from(!rows.is_empty());
        let score = headings::best_score(rows);
        let better =
            |(most, _, so_far): &(usize, String, Sheet)| score > *most || (so_far.rows.is_empty() && !rows.is_empty());
        if best.as_ref().is_none_or(better) {
            best = Some((score, name, sheet));
        }
    }
    let (_, name, Sheet { rows, notices: odd }) = best.ok_or_else(|| broken("workbook"))?;
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
    notices.extend(odd);
    headings::table(FileKind::Xlsx, rows, "Excel workbook", None, notices)
}

/// A sheet's filled rows, and what is odd about them.
struct Sheet {
    rows: Vec<Row>,
    notices: Vec<String>,
}

/// Reads a sheet: its cells, those that were merged, and formulas that came without a result.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Outcome<Sheet> {
    let Cells { mut rows, errors, blank } = rows(book, name)?;
    let unread = formulas_without_result(book, name, (&rows, &blank))?;
    let merged = spread(book, name, &mut rows);
    let notices = [
        headings::of_rows(&merged, "merged cells; what they say was taken for each row they reach over"),
        headings::of_rows(&errors, "a formula that gives an error, and the cell was read as empty"),
        headings::of_rows(
            &unread,
            "a formula whose result was never saved, and the cell was read as empty; open the workbook in Excel and save it",
        ),
    ];
    Ok(Sheet { rows, notices: notices.into_iter().flatten().collect() })
}

/// Fills the rows below the first of merged cells with what they say, as it stands for whoever looks at them. Gives the
/// first row of each.
fn spread(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, rows: &mut [Row]) -> Vec<String> {
    let regions = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut first: Vec<u32> = Vec::new();
    for region in regions.iter().filter(|region| region.end.0 > region.start.0).take(MOST_ROWS) {
        let (top, column) = (region.start.0.saturating_add(1), usize::try_from(region.start.1).unwrap_or(usize::MAX));
        let said = rows.iter().find(|row| row.number == top).and_then(|row| row.cells.get(column)).cloned();
        let Some(said) = said.filter(|said| !said.is_empty() && column < MOST_COLUMNS) else { continue };
        let below = rows.partition_point(|row| row.number <= top);
        for row in rows.iter_mut().skip(below).take_while(|row| row.number <= region.end.0.saturating_add(1)) {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, String::new());
            }
            row.cells[column].clone_from(&said);
        }
        first.push(top);
    }
    first.sort_unstable();
    first.dedup();
    first.iter().map(u32::to_string).collect()
}

/// The rows of formulas that the program which wrote them never worked out.
fn formulas_without_result(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    (rows, blank): (&[Row], &HashSet<(u32, u32)>),
) -> Outcome<Vec<String>> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| broken("workbook"))?;
    let mut numbers: Vec<u32> = Vec::new();
    while let Some(cell) = reader.next_formula().map_err(|_| broken("workbook"))? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        let held = rows.binary_search_by_key(&number, |row| row.number).ok().and_then(|at| rows.get(at));
        let held = held.and_then(|row| row.cells.get(usize::try_from(column).unwrap_or(usize::MAX)));
        let empty = held.is_none_or(String::is_empty) && !blank.contains(&(row, column));
        if empty && !cell.get_value().is_empty() && numbers.last() != Some(&number) && numbers.len() < MOST_ROWS {
            numbers.push(number);
        }
    }
    Ok(numbers.iter().map(u32::to_string).collect())
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

/// The cells of a sheet that hold anything.
#[derive(Default)]
struct Cells {
    /// Row by row.
    rows: Vec<Row>,
    /// The numbers of rows in which a formula gives an error.
    errors: Vec<String>,
    /// Where a result is an error, or is nothing and meant to be.
    blank: HashSet<(u32, u32)>,
}

/// A sheet's filled rows, cell by cell: a sheet with one cell in its last corner takes no more room than one cell.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Outcome<Cells> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| broken("workbook"))?;
    let Cells { mut rows, mut errors, mut blank } = Cells::default();
    while let Some(cell) = reader.next_cell().map_err(|_| broken("workbook"))? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() && !matches!(cell.get_value(), DataRef::Empty) && blank.len() < MOST_ROWS {
            blank.insert((row, column));
            let number = row.saturating_add(1).to_string();
            if matches!(cell.get_value(), DataRef::Error(_)) && errors.last() != Some(&number) {
                errors.push(number);
            }
        }
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
    Ok(Cells { rows, errors, blank })
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
