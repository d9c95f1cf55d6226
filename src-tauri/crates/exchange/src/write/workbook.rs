//! The list as an Excel workbook: text stays text, days are days.

use super::Sender;
use super::list::{Cell, HEADINGS, row};
use daybook_domain::pupil::Pupil;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// How wide the columns are, in characters.
const WIDTHS: [f64; 25] = [
    10.0, 20.0, 20.0, 18.0, 18.0, 13.0, 15.0, 12.0, 8.0, 8.0, 14.0, 8.0, 13.0, 16.0, 9.0, 9.0, 9.0, 9.0, 9.0, 18.0,
    13.0, 13.0, 40.0, 40.0, 40.0,
];

/// A workbook of one sheet. The same pupils on the same day give the same bytes.
pub fn xlsx(pupils: &[Pupil], sender: Sender<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&sender.now.date().to_string())?;
    // What a program notes of whoever wrote a file says nothing here of who that was.
    book.set_properties(&DocProperties::new().set_title("Register").set_creation_datetime(&made));
    let (head, day) = (Format::new().set_bold(), Format::new().set_num_format("dd/mm/yyyy"));
    let sheet = book.add_worksheet().set_name("Register")?;
    for ((heading, width), column) in HEADINGS.into_iter().zip(WIDTHS).zip(0_u16..) {
        sheet.write_string_with_format(0, column, heading, &head)?;
        sheet.set_column_width(column, width)?;
    }
    for (pupil, at) in pupils.iter().zip(1_u32..) {
        for (cell, column) in row(pupil, sender).into_iter().zip(0_u16..) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => drop(sheet.write_string(at, column, text)?),
                Cell::Day(date) => {
                    let date = ExcelDateTime::parse_from_str(&date.to_string())?;
                    sheet.write_datetime_with_format(at, column, &date, &day)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 3)?;
    let last = u32::try_from(pupils.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last, 24)?;
    book.save_to_buffer()
}
