//! What the larger blocks of a document are made of.

mod bars;
mod hand;
mod table;
mod timetable;

pub use bars::{Bar, Bars, Measure};
pub use hand::{Ruled, Signature, Ticks};
pub use table::{Align, Column, Row, Table};
pub use timetable::{Day, Slot, Timetable, Track};

/// A figure and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The figure, ready to print: "4 h 35 min".
    pub value: String,
    /// What it counts.
    pub label: String,
}

impl Fact {
    /// A figure and its label.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}
