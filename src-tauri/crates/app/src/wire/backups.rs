//! Backups: what there are, where they go, and putting a daybook back from one.

use super::{Secret, asked, told};
use chrono::NaiveDateTime;
use daybook_domain::log::BackupReason;
use serde::Serialize;
use ts_rs::TS;

/// Where a backup lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupPlace {
    /// Beside the daybook.
    Here,
    /// In the second place.
    Second,
    /// Anywhere else.
    Elsewhere,
}

/// How the second place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecondPlaceState {
    /// Backups are copied there.
    Ready,
    /// It is there, and the newest backup is not: copying it failed.
    Behind,
    /// It is not there now.
    Absent,
    /// The next backup has no room there.
    Full,
}

asked! {
    /// A backup's file.
    BackupFile {
        /// Its path.
        path: String,
    }
    /// A daybook to make of a backup.
    RestoreInto {
        /// The folder to make it in.
        within: String,
        /// What to call it; its folder becomes `NAME.daybook`.
        name: String,
    }
    /// A backup to restore.
    RestoreBackup {
        /// Its path.
        path: String,
        /// What opens the daybook today; for a new daybook, what opened it when the backup was made.
        #[ts(type = "string")]
        secret: Secret,
        /// A new daybook to make of it; none: in the place of the daybook that is chosen.
        into: Option<RestoreInto>,
        /// Whether it may hold less than half of what is there.
        confirm_smaller: bool,
    }
    /// Where backups are copied to.
    SetSecondPlace {
        /// The folder; none: nowhere.
        folder: Option<String>,
    }
}

told! {
    /// A backup.
    BackupRow {
        /// The name of its file.
        file: String,
        /// Its path.
        path: String,
        /// When it was made; none where neither the file nor its name tells.
        made_at: Option<NaiveDateTime>,
        /// Why it was made; none where neither the file nor its name tells.
        reason: Option<BackupReason>,
        /// How long it is, in bytes.
        bytes: u64,
        /// How many pupils it holds.
        pupils: u64,
        /// How many entries it holds.
        entries: u64,
        /// How many rows it holds, journal and log left out.
        total: u64,
        /// Where it lies.
        place: BackupPlace,
        /// Whether it can be used.
        readable: bool,
        /// Whether it was read to its last byte to say so. Restoring does that in any case.
        read_through: bool,
        /// Why it cannot be used.
        trouble: Option<String>,
        /// Whether the words that open the daybook today open it by itself. As a backup of this daybook it needs only today's.
        opens_with_current_words: bool,
        /// Whether it is of the daybook that is chosen; none while nobody can tell because that is locked.
        ours: Option<bool>,
    }
    /// The second place for backups.
    SecondPlaceView {
        /// The folder.
        folder: String,
        /// How it is.
        state: SecondPlaceState,
        /// When the newest backup there was made.
        last: Option<NaiveDateTime>,
    }
    /// The backups of a daybook.
    BackupsView {
        /// The backups, newest first; those in the second place after those beside the daybook.
        rows: Vec<BackupRow>,
        /// How much room the next one needs while it is made, in bytes.
        needed_bytes: u64,
        /// How much room there is, in bytes; none where nobody can tell.
        free_bytes: Option<u64>,
        /// The second place; none where none is set, or while the daybook is locked.
        second: Option<SecondPlaceView>,
        /// Why the last backup was not made.
        trouble: Option<String>,
    }
}
