//! The writes a person agreed to, for the vault to make in one transaction.

use crate::problem::ProblemCode;
use chrono::NaiveDate;
use daybook_domain::ids::PupilId;
use daybook_domain::pupil::PupilDetails;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An offer that was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Accepted {
    /// The row it was made for.
    pub row: u32,
    /// The kind of problem it answers. It answers every problem of that kind in the row.
    pub code: ProblemCode,
}

/// What a person decided about a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choices {
    /// Rows to leave out, by their numbers.
    pub left_out: Vec<u32>,
    /// Offers accepted.
    pub accepted: Vec<Accepted>,
    /// The day from which changed provision and needs hold, where the list gives none.
    pub as_at: NaiveDate,
}

/// Provision to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opening {
    /// Provision code. Where it is the code of no SEN, open provision ends on the day and none follows.
    pub code: String,
    /// First day.
    pub from: NaiveDate,
}

/// One write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A new pupil.
    Add {
        /// The row it comes from.
        row: u32,
        /// Everything known, checked.
        details: PupilDetails,
        /// Provision to open, if the list gives any.
        status: Option<Opening>,
        /// Need codes by rank, primary first; empty if none.
        needs: Vec<String>,
    },
    /// A known pupil.
    Update {
        /// The row it comes from.
        row: u32,
        /// Who.
        id: PupilId,
        /// Everything known, old and new: what the list leaves blank is as it was.
        details: PupilDetails,
        /// Provision to open instead of what is open; none where it stays.
        status: Option<Opening>,
        /// Need codes by rank to hold instead of those in force; none where they stay.
        needs: Option<Vec<String>>,
    },
}
