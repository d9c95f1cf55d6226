//! Lists of pupils as other systems export them: bytes to domain types. And out again: any table as CSV
//! ([`to_csv`]), the list of pupils as CSV, workbook or transfer file ([`write_list`]).
//!
//! A pipeline of pure stages: bytes -> [`Table`] -> [`Mapping`] -> pupils with problems by row -> [`Preview`] -> the
//! [`Step`]s a person agreed to. Nothing here writes anything, opens a file, reads a clock, or knows of SQL, windows or
//! paper. No list, however broken, makes it panic.

mod cell;
pub mod fate;
pub mod ics;
mod judge;
pub mod mapping;
pub mod plan;
pub mod preview;
pub mod problem;
pub mod read;
pub mod table;
mod words;
mod write;

pub use cell::spells::{NeedSpell, Spell};
pub use fate::{Fate, FieldChange};
pub use mapping::{Field, MappedColumn, Mapping, guess};
pub use plan::{Accepted, Choices, Known, Opening, Ranked, Refused, Step, in_row, plan};
pub use preview::{Column, Counts, Missing, Preview, PreviewRow, ProblemCount, preview};
pub use problem::{Problem, ProblemCode, Severity};
pub use read::read;
pub use table::{FileKind, Row, Table};
pub use write::{Sender, harmless, original, to_csv, write_list};

#[cfg(test)]
mod tests;
