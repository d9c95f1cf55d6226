//! What the daybook costs its own user, beside what it promises to cost.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it promises: minutes of a working day.
pub const PROMISED_MINUTES: u32 = 5;

/// The most seconds counted at once: a window that slept is not work.
pub const MOST_AT_ONCE: u32 = 300;

/// A part of the daybook that is work for its own sake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BurdenPart")]
pub enum Part {
    /// Writing down what happened.
    Capture,
    /// Laying the plan of a week.
    Plan,
    /// Settling and closing a week.
    Reconcile,
    /// Choosing, checking and printing packs.
    Packs,
}

/// What a part took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Spent {
    /// Which part.
    pub part: Part,
    /// How long, in seconds.
    pub seconds: u32,
}
