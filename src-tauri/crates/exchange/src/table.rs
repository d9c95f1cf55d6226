//! A list as it stands in a file, before anybody says what its columns mean.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of file a list came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Text with separators.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// A common transfer file (XML).
    Ctf,
}

impl FileKind {
    /// What a person calls one pupil's place in such a file: "Row", or "Pupil" where there are no rows to see.
    pub fn place(self) -> &'static str {
        match self {
            Self::Csv | Self::Xlsx => "Row",
            Self::Ctf => "Pupil",
        }
    }
}

/// One row below the headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet shows it, counted from 1; in a transfer file, which pupil it is.
    pub number: u32,
    /// Trimmed text, one cell per heading. Dates are ISO text where the file knew they were dates.
    pub cells: Vec<String>,
}

/// A list: headings and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it was read from.
    pub source: FileKind,
    /// Column headings as written.
    pub headings: Vec<String>,
    /// Rows below them that hold anything.
    pub rows: Vec<Row>,
    /// What its letters were read as, such as `UTF-8` or `windows-1252`.
    pub encoding: String,
    /// What stands between cells, for text.
    pub separator: Option<char>,
    /// What a person should know of how it was read, in sentences.
    pub notices: Vec<String>,
}
