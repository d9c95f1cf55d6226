//! What the journal tells of a record.

use super::{asked, told};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::ids::{ActivityId, BlockId, EntryId, PupilId, TaskId};
use serde::Deserialize;
use ts_rs::TS;

/// The record whose history is asked for.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(tag = "noun", rename_all = "snake_case", deny_unknown_fields)]
pub enum HistoryOf {
    /// The school's own details.
    School {},
    /// Half-terms and days off.
    Calendar {},
    /// Every pattern of hours.
    Hours {},
    /// A kind of work.
    Activity {
        /// Which.
        id: ActivityId,
    },
    /// A pupil with their provision and needs.
    Pupil {
        /// Which.
        id: PupilId,
    },
    /// A week with its plan, its entries and its breaks.
    Week {
        /// Any day in it.
        date: NaiveDate,
    },
    /// A block with what became of it.
    Block {
        /// Which.
        id: BlockId,
    },
    /// An entry.
    Entry {
        /// Which.
        id: EntryId,
    },
    /// A task with what was laid and what was counted for it.
    Task {
        /// Which.
        id: TaskId,
    },
    /// The catalogue that tasks come from.
    Catalogue {},
}

asked! {
    /// A step through what was done.
    StepBack {
        /// Only if it leads to no other school: what is open on the screen is of this one.
        #[serde(default)]
        stay: bool,
    }
}

told! {
    /// Something that was done to a record.
    HistoryLine {
        /// When.
        at: NaiveDateTime,
        /// The computer account; empty where the system told none.
        who: String,
        /// What was done. It may hold names.
        sentence: String,
        /// Whether it is undone.
        undone: bool,
    }
}
