//! What a check found, and what is chosen of it.

use super::{asked, told};
use chrono::NaiveDateTime;

asked! {
    /// What is chosen of a finding.
    SettleFinding {
        /// The finding's own id.
        id: String,
        /// The key of one of its choices.
        choice: String,
    }
}

told! {
    /// What can be chosen of a finding.
    Choice {
        /// What to send back.
        key: String,
        /// What a button says.
        label: String,
    }
    /// Something a check found.
    Finding {
        /// Stable code, such as `check.row`.
        code: String,
        /// What it is, in plain English. It may hold names.
        sentence: String,
        /// Whether it has been mended.
        mended: bool,
        /// What can be chosen; empty where there is nothing to choose.
        choices: Vec<Choice>,
        /// What to settle it by; empty where there is nothing to choose.
        id: String,
    }
    /// What a check found.
    CheckView {
        /// Mended ones first. None: the daybook is whole.
        findings: Vec<Finding>,
        /// When it was checked.
        checked_at: NaiveDateTime,
    }
}
