//! The rows of a story: blocks, entries and breaks of each day.

use crate::breaks::BreakState;
use crate::calendar::DayKind;
use crate::clock::{Clock, Span};
use crate::entry::{EntryKind, Place};
use crate::hours::DayHours;
use crate::ids::{BlockId, EntryId};
use crate::plan::{BlockState, Week};
use crate::story::figures::{ByActivity, ByPurpose, Interrupter, Sums, Totals};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A week: the plan beside what happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekStory {
    /// The week and how far it has come.
    pub week: Week,
    /// Monday to Sunday.
    pub days: Vec<DayStory>,
    /// The week's figures.
    pub totals: Totals,
    /// Where the contracted minutes went.
    pub sums: Sums,
    /// By kind of work, most time first.
    pub by_activity: Vec<ByActivity>,
    /// By area, in print order, then what is still to be classified.
    pub by_purpose: Vec<ByPurpose>,
    /// Who interrupted, most time first.
    pub interrupters: Vec<Interrupter>,
    /// Planned and not done.
    pub not_done: Vec<NotDone>,
    /// Entries that claim the same minutes.
    pub overlaps: Vec<Overlap>,
    /// Entries still to be classified.
    pub provisional: Vec<EntryId>,
    /// Whether private entries were left out.
    pub without_private: bool,
}

/// One day of the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayStory {
    /// The day.
    pub date: NaiveDate,
    /// What kind of day.
    pub kind: DayKind,
    /// The hours that applied; empty on a day that is not worked.
    pub hours: DayHours,
    /// The plan, by start.
    pub blocks: Vec<BlockStory>,
    /// What happened: timed entries by start, then the others.
    pub entries: Vec<EntryStory>,
    /// Breaks, by time.
    pub breaks: Vec<BreakStory>,
    /// Where its contracted minutes went.
    pub sums: Sums,
    /// Contracted stretches that nothing covers; untimed entries are not taken off these.
    pub gaps: Vec<Span>,
}

/// A planned block in the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockStory {
    /// Which block.
    pub id: BlockId,
    /// When it begins.
    pub start: Clock,
    /// How long, in minutes.
    pub minutes: u32,
    /// What for; the activity's name where no title was typed.
    pub title: String,
    /// The kind of work.
    pub activity: String,
    /// Where.
    pub place: Place,
    /// What became of it.
    pub state: BlockState,
    /// Case codes of the pupils it is about.
    pub case_codes: Vec<String>,
}

/// An entry in the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryStory {
    /// Which entry.
    pub id: EntryId,
    /// When it began, if known.
    pub start: Option<Clock>,
    /// How long, in minutes.
    pub minutes: u32,
    /// Of these, minutes outside contracted hours.
    pub out_of_hours: u32,
    /// What it was; the activity's name where nothing was written.
    pub text: String,
    /// The kind of work; none while it waits to be classified.
    pub activity: Option<String>,
    /// Where.
    pub place: Place,
    /// How it stands to the plan.
    pub kind: EntryKind,
    /// Who interrupted.
    pub interrupted_by: Option<String>,
    /// Title of the block it pushed out.
    pub displaced: Option<String>,
    /// Case codes of the pupils it was about.
    pub case_codes: Vec<String>,
    /// Kept to herself.
    pub private: bool,
    /// Still to be classified.
    pub provisional: bool,
}

/// A break in the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BreakStory {
    /// The day.
    pub date: NaiveDate,
    /// Its name.
    pub name: String,
    /// When it should have been.
    pub span: Span,
    /// How much of it was had.
    pub state: BreakState,
    /// Minutes had.
    pub taken: u32,
    /// Minutes lost.
    pub lost: u32,
    /// Because of what; may be empty.
    pub why: String,
    /// Whether she said so; otherwise it follows from what she wrote down of that time.
    pub said: bool,
}

/// Two entries that claim the same minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Overlap {
    /// The day.
    pub date: NaiveDate,
    /// The minutes they share.
    pub span: Span,
    /// The one that began first.
    pub first: EntryId,
    /// The other.
    pub second: EntryId,
}

/// A planned block that did not happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotDone {
    /// The day.
    pub date: NaiveDate,
    /// Which block.
    pub block: BlockId,
    /// Its title.
    pub title: String,
    /// How long it should have been.
    pub minutes: u32,
    /// Because of what: her words, or what displaced it.
    pub why: String,
    /// Whether it still has to be done.
    pub still_needed: bool,
}
