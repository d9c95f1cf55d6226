//! The one visual language of screen and paper: told by pattern, so that it survives a school printer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a stretch of time is, and so how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pattern {
    /// In the plan: outlined.
    Planned,
    /// It happened: solid.
    AsItHappened,
    /// Somebody or something broke in: hatched.
    Interruption,
    /// Outside contracted hours: dotted.
    OutOfHours,
    /// Planned and not had: struck through.
    Lost,
    /// Lessons and breaks, which are not hers to plan: a pale tint.
    Fixed,
}

impl Pattern {
    /// The word for it in a legend and when read aloud.
    pub fn label(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::AsItHappened => "as it happened",
            Self::Interruption => "interruption",
            Self::OutOfHours => "out of hours",
            Self::Lost => "lost",
            Self::Fixed => "lesson or break",
        }
    }
}
