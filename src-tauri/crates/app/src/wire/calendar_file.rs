//! Calendar files: what the daybook gives to other calendars, and meetings of another calendar.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::clock::Clock;
use daybook_domain::ids::{ActivityId, BlockId};
use daybook_exchange::ics::CalendarProblem;
use serde::Serialize;
use ts_rs::TS;

asked! {
    /// Dates to save as a calendar file.
    SaveCalendarFile {
        /// Tasks that are not settled, on the day they are due.
        tasks: bool,
        /// Reviews of children's plans, on the day they are due.
        reviews: bool,
        /// Planned blocks, at their time.
        blocks: bool,
        /// First day.
        from: NaiveDate,
        /// Last day, included.
        to: NaiveDate,
        /// Whether children stand in it by name; otherwise by case code.
        names: bool,
        /// The file's path; it is replaced if it is there.
        path: String,
    }
    /// A calendar file to read the meetings of a week from.
    ReadMeetings {
        /// Any day in the week.
        date: NaiveDate,
        /// Where the file lies.
        path: String,
    }
    /// Meetings to take into a week.
    TakeMeetings {
        /// Any day in the week.
        date: NaiveDate,
        /// Which, as they were suggested.
        meetings: Vec<TakeMeeting>,
        /// The kind of work of those that match no block.
        activity: ActivityId,
    }
    /// A meeting to take.
    TakeMeeting {
        /// The day.
        date: NaiveDate,
        /// When it begins.
        start: Clock,
        /// How long, in minutes.
        minutes: u32,
        /// What it is called.
        title: String,
        /// The planned block it was, where it was one.
        block: Option<BlockId>,
    }
}

/// What meetings would become in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TakenAs {
    /// Blocks of its plan, which is not frozen.
    Blocks,
    /// Entries: its plan is frozen, or the week has passed.
    Entries,
}

/// Why a meeting cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NotTaken {
    /// It takes the whole day, or does not say how long.
    NoTime,
    /// It runs past midnight.
    PastMidnight,
    /// It lies ahead, and the plan of its week is frozen.
    Ahead,
}

told! {
    /// A calendar file that was saved.
    CalendarSaved {
        /// Where.
        path: String,
        /// How many dates it holds.
        items: u32,
    }
    /// The meetings a file has for a week.
    MeetingsView {
        /// What they would become.
        becomes: TakenAs,
        /// Those that are not on the week yet, by day and time.
        meetings: Vec<SuggestedMeeting>,
        /// How many of the file are on it already.
        there: u32,
        /// The kind of work that was chosen the last time.
        activity: Option<ActivityId>,
        /// What of the file was not understood.
        problems: Vec<CalendarProblem>,
        /// How many more problems there were.
        unlisted: u32,
    }
    /// A meeting that could be taken.
    SuggestedMeeting {
        /// The day.
        date: NaiveDate,
        /// When it begins; none of one that takes the whole day.
        start: Option<Clock>,
        /// How long, in minutes.
        minutes: u32,
        /// What it is called.
        title: String,
        /// The planned block it was, by its time.
        block: Option<BlockId>,
        /// Another block or entry stands at that time.
        overlaps: bool,
        /// Why it cannot be taken; none where it can.
        not_taken: Option<NotTaken>,
    }
}
