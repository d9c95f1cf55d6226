//! The week: plan, capture, what happened, breaks, closing.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::activity::Activity;
use daybook_domain::breaks::BreakMark;
use daybook_domain::clock::Clock;
use daybook_domain::entry::{Entry, EntryDetails};
use daybook_domain::ids::{BlockId, EntryId, PupilId};
use daybook_domain::plan::{Block, BlockDetails};
use daybook_domain::reconcile::Blocker;
use daybook_domain::register::RegisterRow;
use daybook_domain::story::{DayStory, WeekStory};

asked! {
    /// A week.
    OfWeek {
        /// Any day in it.
        date: NaiveDate,
    }
    /// A plan to copy into a week that is not frozen.
    CopyWeek {
        /// Any day in the week to copy from.
        from: NaiveDate,
        /// Any day in the week to copy into.
        into: NaiveDate,
    }
    /// A block to lay.
    AddBlock {
        /// What, when, for how long.
        details: BlockDetails,
    }
    /// A block to change, while its week is not frozen.
    SaveBlock {
        /// Which.
        block: BlockId,
        /// What, when, for how long.
        details: BlockDetails,
    }
    /// One block.
    OfBlock {
        /// Which.
        block: BlockId,
    }
    /// A block that did not happen.
    BlockNotDone {
        /// Which.
        block: BlockId,
        /// Because of what; may be empty.
        why: String,
        /// Whether it still has to be done.
        still_needed: bool,
    }
    /// A line captured in haste, as it is being typed.
    CaptureLine {
        /// The line as typed.
        line: String,
        /// Minutes, where the line names none.
        minutes: Option<u32>,
    }
    /// A line captured in haste, to keep.
    KeepCapture {
        /// The line as typed.
        line: String,
        /// Minutes, where the line names none.
        minutes: Option<u32>,
        /// Whom it is about, where that was chosen; left out, the one pupil whose name stands in the line, if there is just one.
        #[serde(default)]
        #[ts(optional)]
        pupils: Option<Vec<PupilId>>,
        /// The planned block it took the place of.
        #[serde(default)]
        #[ts(optional)]
        displaced: Option<BlockId>,
    }
    /// An entry to write.
    AddEntry {
        /// What happened.
        details: EntryDetails,
    }
    /// An entry to change.
    SaveEntry {
        /// Which.
        entry: EntryId,
        /// What happened.
        details: EntryDetails,
    }
    /// One entry.
    OfEntry {
        /// Which.
        entry: EntryId,
    }
    /// Two entries that claim the same minutes.
    SettleOverlap {
        /// The one that stands whole.
        keep: EntryId,
        /// The one that gives way.
        trim: EntryId,
    }
    /// What became of a break.
    MarkBreak {
        /// The day, the break and how much of it was had.
        mark: BreakMark,
    }
    /// A break whose mark is to be taken away.
    ClearBreak {
        /// The day.
        date: NaiveDate,
        /// The break's name.
        name: String,
    }
}

told! {
    /// A week as its screen needs it.
    WeekView {
        /// The plan beside what happened, and every figure.
        story: WeekStory,
        /// The plan as typed, for editing.
        blocks: Vec<Block>,
        /// What happened as written, for editing.
        entries: Vec<Entry>,
        /// Kinds of work.
        activities: Vec<Activity>,
        /// Pupils that blocks and entries name.
        pupils: Vec<RegisterRow>,
        /// What stands in the way of closing the week.
        blockers: Vec<Blocker>,
    }
    /// A day as its screen needs it.
    DayView {
        /// The day in the story of its week.
        day: DayStory,
        /// Whether the plan of its week is frozen.
        frozen: bool,
        /// Whether its week is closed.
        closed: bool,
        /// The time now, if the day is today.
        now: Option<Clock>,
        /// The block going on now.
        current: Option<BlockId>,
        /// The next block of the day.
        next: Option<BlockId>,
        /// The plan of the day as typed.
        blocks: Vec<Block>,
        /// What happened on the day, as written.
        entries: Vec<Entry>,
        /// Entries of any day that wait to be classified, newest first.
        waiting: Vec<Entry>,
        /// Kinds of work.
        activities: Vec<Activity>,
        /// Pupils that blocks and entries name.
        pupils: Vec<RegisterRow>,
    }
    /// What a captured line says, and whom it may be about.
    CaptureView {
        /// What was read in the line.
        captured: daybook_domain::capture::Captured,
        /// Pupils whose names stand in the line.
        pupils: Vec<RegisterRow>,
        /// What a frozen plan had for that time and of which nothing is said yet, the most shared time first.
        planned: Vec<PlannedThen>,
    }
    /// A planned block that something may have taken the place of.
    PlannedThen {
        /// Which.
        block: BlockId,
        /// What it is called; may be empty.
        title: String,
        /// Its kind of work.
        work: String,
        /// When it begins.
        start: Clock,
        /// How long, in minutes.
        minutes: u32,
    }
}
