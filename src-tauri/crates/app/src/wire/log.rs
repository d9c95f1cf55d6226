//! The activity log, drafts, and a file to save.

use super::{asked, told};
use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

asked! {
    /// What was typed into a form and not saved.
    KeepDraft {
        /// The name its form gives it: 200 characters at most.
        key: String,
        /// What was typed; none: drop it.
        #[ts(type = "unknown")]
        value: Option<Value>,
    }
    /// Where to save a file.
    SaveAs {
        /// Its path; the file is replaced if it is there.
        path: String,
    }
}

/// What was typed and not saved, by the name its form gave it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(transparent)]
pub struct KeptDrafts(#[ts(type = "Record<string, unknown>")] pub BTreeMap<String, Value>);

told! {
    /// A line of the activity log.
    ActivityLine {
        /// When.
        at: NaiveDateTime,
        /// The computer account; empty where the system told none.
        who: String,
        /// The computer; empty where the system told none.
        computer: String,
        /// What happened. Never a pupil's name.
        sentence: String,
    }
    /// A file that was saved.
    FileSaved {
        /// Where.
        path: String,
        /// How large, in bytes.
        bytes: u64,
    }
}
