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

/// The block nothing has been said of that something at this time was: of those it shares more than half of the longer
/// with, the one it shares most with.
pub fn block_at(blocks: &[Block], date: NaiveDate, span: Span) -> Option<&Block> {
    let shared = |block: &Block| -> Option<u32> {
        let there = block.details.span().ok()?;
        let shared = there.shared(span)?.minutes();
        (shared * 2 > there.minutes().max(span.minutes())).then_some(shared)
    };
    let open = blocks.iter().filter(|block| block.details.date == date && block.state == BlockState::Open);
    open.filter_map(|block| Some((shared(block)?, block))).max_by_key(|(minutes, _)| *minutes).map(|(_, block)| block)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(id: i64, start: (u16, u16), minutes: u32, state: BlockState) -> Block {
        let details = BlockDetails {
            date: "2026-11-02".parse().unwrap(),
            start: Clock::at(start.0, start.1),
            minutes,
            title: String::new(),
            activity: ActivityId(1),
            place: Place::School,
            pupils: Vec::new(),
        };
        Block { id: BlockId(id), details, state }
    }

    #[test]
    fn something_was_the_block_whose_time_it_took_for_the_most_part() {
        let day: NaiveDate = "2026-11-02".parse().unwrap();
        let blocks = [
            block(1, (9, 0), 60, BlockState::Open),
            block(2, (9, 30), 60, BlockState::Open),
            block(3, (11, 0), 60, BlockState::AsPlanned),
        ];
        for (start, minutes, was) in [
            ((9, 0), 60, Some(1)),
            ((9, 10), 60, Some(1)),
            ((9, 25), 60, Some(2)),
            ((9, 0), 30, None),
            ((9, 0), 180, None),
            ((11, 0), 60, None),
            ((14, 0), 60, None),
        ] {
            let span = Span::of(Clock::at(start.0, start.1), minutes).unwrap();
            let found = block_at(&blocks, day, span).map(|block| block.id.0);
            assert_eq!(found, was, "{start:?} for {minutes} minutes");
        }
        let span = Span::of(Clock::at(9, 0), 60).unwrap();
        assert!(block_at(&blocks, "2026-11-03".parse().unwrap(), span).is_none(), "another day");
    }
}
