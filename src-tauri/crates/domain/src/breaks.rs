//! What became of each break.

use crate::fault::{Fault, Outcome};
use crate::text::at_most;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of a reason.
const MOST_OF_A_REASON: usize = 400;

/// How much of a break was had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BreakState {
    /// All of it.
    Taken,
    /// Some of it.
    Part,
    /// None of it.
    Missed,
}

/// What was said of one break of one day. A break nobody spoke of was taken, but for what timed entries cover of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BreakMark {
    /// The day.
    pub date: NaiveDate,
    /// The break's name in that day's hours.
    pub name: String,
    /// How much of it was had.
    pub state: BreakState,
    /// Minutes had, where only a part was.
    pub taken: u32,
    /// Because of what; may be empty.
    pub why: String,
}

impl BreakMark {
    /// Minutes had of a break that should have been so long.
    pub fn had(&self, entitled: u32) -> u32 {
        match self.state {
            BreakState::Taken => entitled,
            BreakState::Part => self.taken.min(entitled),
            BreakState::Missed => 0,
        }
    }

    /// Refuses a part that is not shorter than the break, against its length in minutes, and a reason that is too long.
    pub fn check(&self, entitled: u32) -> Outcome<()> {
        at_most(&self.why, MOST_OF_A_REASON, "why")?;
        if self.state == BreakState::Part && (self.taken == 0 || self.taken >= entitled) {
            return Err(Fault::new(
                "break.part",
                format!(
                    "Part of a {entitled} minute break is from 1 to {} minutes. Nothing was changed.",
                    entitled.saturating_sub(1)
                ),
            )
            .at("taken"));
        }
        Ok(())
    }
}
