//! How often work comes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How often work comes, in the six steps a SENCO counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every school day.
    Daily,
    /// Once a week.
    Weekly,
    /// Once in each of the six half-terms.
    HalfTermly,
    /// Once in each of the three terms.
    Termly,
    /// Once in an academic year.
    Yearly,
    /// Whenever it arises.
    AdHoc,
}

impl Frequency {
    /// All six, most often first, as they are listed.
    pub const ALL: [Self; 6] = [Self::Daily, Self::Weekly, Self::HalfTermly, Self::Termly, Self::Yearly, Self::AdHoc];

    /// Its name in print.
    pub fn label(self) -> &'static str {
        match self {
            Self::Daily => "Daily",
            Self::Weekly => "Weekly",
            Self::HalfTermly => "Half-termly",
            Self::Termly => "Termly",
            Self::Yearly => "Yearly",
            Self::AdHoc => "Ad hoc",
        }
    }
}
