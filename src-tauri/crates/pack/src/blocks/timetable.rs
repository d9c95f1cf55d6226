//! Days side by side against the clock.

use super::Ticks;
use crate::pattern::Pattern;

/// A stretch of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// When it begins, in minutes since midnight.
    pub start: u32,
    /// How long it is, in minutes.
    pub minutes: u32,
    /// What it is.
    pub title: String,
    /// What to print after the title, such as "45 min". May be empty.
    pub figures: String,
    /// What kind of time it is.
    pub pattern: Pattern,
}

/// A strip of a day: stretches of time, or empty lines to write on.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// Its heading.
    pub heading: String,
    /// Its share of the day's width.
    pub weight: f32,
    /// Stretches of time. Those that overlap are drawn side by side.
    pub slots: Vec<Slot>,
    /// Whether dotted lines are drawn to write on.
    pub write_on: bool,
}

/// A day.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// Its heading, such as "Monday 9 November".
    pub heading: String,
    /// Its strips, from left to right.
    pub tracks: Vec<Track>,
    /// Boxes to tick under it, such as one row for each break.
    pub ticks: Vec<Ticks>,
    /// Why there is nothing to see, such as "Bank holiday". May be empty.
    pub remark: String,
}

/// Days against the clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Timetable {
    /// Where the clock begins, in minutes since midnight.
    pub from: u32,
    /// Where it ends, in minutes since midnight.
    pub to: u32,
    /// How tall the hours are altogether, in points, as far as the page allows; none: all that the page has left below
    /// what must stay with it.
    pub depth: Option<f32>,
    /// The days, from left to right.
    pub days: Vec<Day>,
}
