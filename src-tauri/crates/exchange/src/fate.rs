//! What would become of one row.

use crate::mapping::Field;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What would become of a row if nothing is left out and nothing offered is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// A pupil the daybook does not know: added.
    New,
    /// A known pupil about whom the list says something else: updated.
    Changed,
    /// A known pupil, nothing to change.
    Same,
    /// Left out: an earlier row is about the same child, or has the same UPN.
    Repeated,
    /// Left out until the person says whether it is a pupil the daybook knows.
    Unsure,
    /// Cannot be imported.
    Stopped,
}

/// One thing that would change in a known pupil's record, as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// What changes.
    pub field: Field,
    /// As it stands in the daybook; empty if nothing does. Dates are ISO text, flags `Yes` or `No`.
    pub from: String,
    /// As it would stand.
    pub to: String,
}
