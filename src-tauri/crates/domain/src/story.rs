//! The week as a story: the plan, what happened, and sums that reconcile to the minute.
//!
//! Every figure carries the entries and blocks it was summed from, so that a screen can open it.

use crate::activity::{Activity, Purpose};
use crate::breaks::BreakMark;
use crate::breaks::BreakState;
use crate::calendar::{Calendar, DayKind};
use crate::clock::{Clock, Span};
use crate::entry::{Entry, EntryKind, Place};
use crate::hours::{DayHours, WeekHours};
use crate::ids::{ActivityId, BlockId, EntryId};
use crate::plan::{Block, BlockState, Week};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All that a week's story is told from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFacts {
    /// The week and how far it has come.
    pub week: Week,
    /// The calendar of its academic year.
    pub calendar: Calendar,
    /// The hours in force; none typed: no contracted time.
    pub hours: Option<WeekHours>,
    /// The plan.
    pub blocks: Vec<Block>,
    /// What happened.
    pub entries: Vec<Entry>,
    /// What was said of breaks.
    pub breaks: Vec<BreakMark>,
    /// Kinds of work.
    pub activities: Vec<Activity>,
    /// Case codes of the pupils that blocks and entries name, by pupil.
    pub case_codes: std::collections::BTreeMap<crate::ids::PupilId, String>,
    /// Pupils with SEN provision (K or E, not the watch list) on the week's Friday.
    pub registered: u32,
}

/// A number of minutes, and what it was summed from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// The sum.
    pub minutes: u32,
    /// Entries in it.
    pub entries: Vec<EntryId>,
    /// Blocks in it.
    pub blocks: Vec<BlockId>,
}

/// Where the contracted minutes of a day or a week went:
/// `contracted = teaching + breaks_taken + breaks_lost + recorded + unaccounted`, always.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sums {
    /// Contracted minutes on worked days.
    pub contracted: u32,
    /// Lessons, less whatever an entry says happened instead.
    pub teaching: u32,
    /// Minutes of breaks that were had, less whatever an entry says happened instead.
    pub breaks_taken: u32,
    /// Minutes of breaks that were lost and that no entry covers.
    pub breaks_lost: u32,
    /// Entries inside contracted time; each minute once.
    pub recorded: Figure,
    /// Contracted minutes nobody has accounted for.
    pub unaccounted: u32,
    /// Entries outside contracted time.
    pub out_of_hours: Figure,
    /// Minutes that two or more timed entries claim at once, or that untimed entries claim beyond the contracted day.
    pub overlapped: u32,
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
    /// Whether anybody said so, or it is only taken for granted.
    pub said: bool,
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

/// Time by one kind of work: planned beside what happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ByActivity {
    /// Which; none for entries still to be classified.
    pub activity: Option<ActivityId>,
    /// Its name.
    pub name: String,
    /// Which area it serves.
    pub purpose: Option<Purpose>,
    /// What the plan gave it.
    pub planned: Figure,
    /// What it took.
    pub actual: Figure,
}

/// Time by area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ByPurpose {
    /// Which; none for entries still to be classified.
    pub purpose: Option<Purpose>,
    /// Its name in print.
    pub name: String,
    /// What the plan gave it.
    pub planned: Figure,
    /// What it took.
    pub actual: Figure,
}

/// Who or what interrupted, how often and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Interrupter {
    /// As she wrote it; empty if she did not say.
    pub who: String,
    /// How many times.
    pub times: u32,
    /// How long.
    pub figure: Figure,
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

/// The week's figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Totals {
    /// The plan.
    pub planned: Figure,
    /// Everything that happened; overlapping entries count twice until they are settled.
    pub happened: Figure,
    /// Of that: as planned.
    pub as_planned: Figure,
    /// Of that: planned, but at another time or length.
    pub changed: Figure,
    /// Of that: interruptions.
    pub interruptions: Figure,
    /// Of that: never in the plan.
    pub extra: Figure,
    /// Planned blocks that did not happen.
    pub not_done: Figure,
    /// Planned blocks of which nothing has been said.
    pub open: Figure,
    /// Work at home.
    pub at_home: Figure,
    /// Time for other roles.
    pub other_role: Figure,
    /// Time spent being accountable: keeping this daybook and its packs.
    pub own_burden: Figure,
    /// Protected SENCO minutes on the worked days of this week.
    pub protected: u32,
    /// Of the protected minutes, those that interruptions and extras took.
    pub protected_lost: Figure,
    /// Minutes of breaks lost.
    pub breaks_lost: u32,
    /// Pupils with SEN provision.
    pub registered: u32,
    /// Tenths of a minute of SENCO time (all that happened but other roles) per registered pupil; none without pupils.
    pub tenths_per_pupil: Option<u32>,
}

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
