//! The activity log of a daybook: what happened to the daybook itself, for the school's data protection officer.
//!
//! It never holds a pupil's name, and nothing of it is ever undone.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who opens a daybook, at which computer, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// When it was opened.
    pub at: NaiveDateTime,
    /// The name of the computer account; empty where the system tells none.
    pub who: String,
    /// The name of the computer; empty where the system tells none.
    pub computer: String,
}

/// Why a daybook was locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LockReason {
    /// Somebody asked.
    Asked,
    /// Nobody touched it for the minutes that were set.
    Idle,
    /// The computer went to sleep.
    Sleep,
    /// The computer's screen was locked.
    ScreenLocked,
    /// The app was closed.
    Closed,
    /// Another daybook was opened, or this one was restored.
    Changed,
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BackupReason {
    /// Before the day's first change.
    FirstChange,
    /// On locking.
    Lock,
    /// Before a newer version changes the file.
    Migration,
    /// Before an import.
    Import,
    /// What was there before a restore.
    Restore,
    /// After a pupil was erased: one made before still holds them.
    Erase,
    /// Before a repair.
    Repair,
    /// Somebody asked.
    Asked,
}

/// What opened a daybook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OpenedBy {
    /// The passphrase.
    Passphrase,
    /// The printed recovery key.
    Recovery,
}

/// What happened to a daybook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// It was made.
    Made,
    /// It was opened.
    Opened {
        /// With what.
        by: OpenedBy,
    },
    /// Somebody tried words that do not open it.
    UnlockFailed {
        /// How often, since it was last opened.
        times: u32,
    },
    /// It was locked.
    Locked {
        /// Why.
        why: LockReason,
    },
    /// A backup was made and read through.
    BackedUp {
        /// Why.
        why: BackupReason,
        /// How many rows it holds.
        rows: u64,
    },
    /// A backup could not be made.
    BackupFailed {
        /// Why it was to be made.
        why: BackupReason,
        /// The code of the fault.
        code: String,
    },
    /// It was brought back from a backup.
    Restored {
        /// When that backup was made.
        of: NaiveDateTime,
    },
    /// A list of pupils was brought in.
    Imported {
        /// How many pupils it added.
        added: u32,
        /// How many pupils it changed.
        updated: u32,
    },
    /// Something left it as a file.
    Exported {
        /// What, such as "everything" or "activity log".
        what: String,
    },
    /// A pack was printed or saved.
    Pack {
        /// Which kind.
        pack: String,
        /// Whether it held names.
        names: bool,
    },
    /// A pupil was erased.
    Erased,
    /// The passphrase was changed.
    PassphraseChanged,
    /// A recovery key was made; an earlier one opens it no longer.
    RecoveryMade,
    /// It was checked.
    Checked {
        /// How many things were found.
        found: u32,
    },
    /// Something was mended.
    Mended {
        /// What, in the words of the check.
        what: String,
    },
    /// Its database key was shown.
    KeyShown,
}

/// A line of the activity log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogLine {
    /// When.
    pub at: NaiveDateTime,
    /// The computer account.
    pub who: String,
    /// The computer.
    pub computer: String,
    /// What happened.
    pub happening: Happening,
}
