//! Bars: lengths side by side, each with its figure in print.

use crate::pattern::Pattern;

/// One length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// What kind of time it is.
    pub pattern: Pattern,
    /// How long, in minutes.
    pub minutes: u32,
    /// The figure in print, at the end of the bar.
    pub figure: String,
}

/// A label and the lengths to compare under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What is measured.
    pub label: String,
    /// Its lengths, from the top down.
    pub measures: Vec<Measure>,
}

/// A chart of horizontal bars, all on one scale that begins at nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// What the chart shows, for whoever cannot see it; the figures are added to it.
    pub alt: String,
    /// The bars, from the top down.
    pub bars: Vec<Bar>,
}
