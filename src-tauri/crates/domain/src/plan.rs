//! Monday's plan: weeks, and the blocks laid out in them.

use crate::clock::{Clock, Span};
use crate::entry::Place;
use crate::fault::Outcome;
use crate::ids::{ActivityId, BlockId, PupilId};
use crate::text::at_most;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of a block's title.
const MOST_OF_A_TITLE: usize = 200;

/// A week and how far it has come. Its plan can change only while `frozen_at` is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// When the plan was frozen.
    pub frozen_at: Option<NaiveDateTime>,
    /// When what happened was reconciled and closed.
    pub closed_at: Option<NaiveDateTime>,
}

/// A block as a person lays it: what, when, for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockDetails {
    /// The day.
    pub date: NaiveDate,
    /// When it begins.
    pub start: Clock,
    /// How long, in minutes; it ends by midnight.
    pub minutes: u32,
    /// What for.
    pub title: String,
    /// The kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: Place,
    /// Which pupils it is about.
    pub pupils: Vec<PupilId>,
}

impl BlockDetails {
    /// When it is. Refuses an empty block and one that crosses midnight.
    pub fn span(&self) -> Outcome<Span> {
        Span::of(self.start, self.minutes)
    }

    /// Refuses what cannot be planned.
    pub fn check(&self) -> Outcome<()> {
        self.span()?;
        at_most(&self.title, MOST_OF_A_TITLE, "title")
    }
}

/// What became of a planned block. The plan itself never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum BlockState {
    /// Nothing has been said yet.
    Open,
    /// It happened as it was planned.
    AsPlanned,
    /// It happened, but not as planned: another time, another length.
    Changed,
    /// It did not happen.
    NotDone {
        /// Because of what, in her words; may be empty.
        why: String,
        /// Whether it still has to be done.
        still_needed: bool,
    },
}

/// A block of the plan, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Block {
    /// Its identity.
    pub id: BlockId,
    /// What was laid.
    #[serde(flatten)]
    pub details: BlockDetails,
    /// What became of it.
    pub state: BlockState,
}
