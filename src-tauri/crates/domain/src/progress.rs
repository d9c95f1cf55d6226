//! How far a long work has come.

use serde::Serialize;
use ts_rs::TS;

/// What a long work is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// Copying the daybook into a backup.
    Copying,
    /// Reading a copy through.
    Checking,
    /// Putting a copy into one file.
    Packing,
    /// Copying a backup to the second place.
    Carrying,
    /// Taking the daybook out of a backup.
    Unpacking,
    /// Putting a daybook in its place.
    Restoring,
    /// Reading a list of pupils.
    Reading,
    /// Comparing it with the daybook.
    Comparing,
    /// Writing down what it says.
    Importing,
    /// Reading every page of the daybook, and what it is made of.
    ReadingPages,
    /// Holding every row against the journal.
    Auditing,
    /// Adding up every closed week.
    AddingUp,
}

/// How far a long work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// What it is doing.
    pub doing: Doing,
    /// How much of that is done.
    pub done: u64,
    /// How much there is of it; 0 where nobody can tell.
    pub of: u64,
}
