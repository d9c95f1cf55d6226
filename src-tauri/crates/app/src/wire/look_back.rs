//! Looking back over weeks, and what the daybook itself costs.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::burden::{Part, Spent};
use daybook_domain::look_back::{By, Key, Stretch, WeekBack};
use daybook_domain::register::RegisterRow;
use daybook_domain::story::EntryStory;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From when, by what and whether with private entries is looked back. It is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LookBackChoice {
    /// By what time is grouped.
    pub by: By,
    /// From when to when.
    pub stretch: Stretch,
    /// Whether private entries are counted.
    pub private: bool,
}

/// A figure of what was looked back on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum LookBackOf {
    /// All that happened.
    All,
    /// One group.
    Group {
        /// What it stands for.
        key: Key,
    },
    /// Interruptions.
    Interruptions,
    /// Minutes outside contracted hours.
    OutOfHours,
}

asked! {
    /// Weeks to look back over.
    AskLookBack {
        /// How; none: as it was chosen last.
        choice: Option<LookBackChoice>,
    }
    /// Entries of one figure.
    AskLookBackEntries {
        /// How it was looked back.
        choice: LookBackChoice,
        /// Of what.
        of: LookBackOf,
        /// Only of the week that begins on this Monday.
        week: Option<NaiveDate>,
    }
    /// Seconds that a part of the daybook took today.
    CountBurden {
        /// Which part.
        part: Part,
        /// How long, in seconds.
        seconds: u32,
    }
}

told! {
    /// Where the time of many weeks went. The weeks, the groups, and each group's weeks come to the same minutes.
    LookBackView {
        /// How it was looked back.
        choice: LookBackChoice,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// Whether the half-term that was asked for is known; otherwise these are the last twelve weeks.
        known: bool,
        /// Every week, in order.
        weeks: Vec<WeekBack>,
        /// Most time first; what belongs to none comes last.
        groups: Vec<GroupBack>,
        /// All minutes shown.
        minutes: u32,
        /// Protected SENCO minutes in the weeks of which hours are known.
        given: u32,
        /// Minutes of private entries, where these are left out.
        left_out: u32,
        /// The children that groups stand for.
        pupils: Vec<RegisterRow>,
        /// What the daybook itself took.
        burden: BurdenView,
    }
    /// One group.
    GroupBack {
        /// What it stands for.
        key: Key,
        /// The name of a kind of work or an area; empty otherwise.
        name: String,
        /// Minutes in all.
        minutes: u32,
        /// Of these, minutes of interruptions.
        interruptions: u32,
        /// Minutes of each week, in the order of the weeks.
        by_week: Vec<u32>,
        /// How many entries.
        entries: u32,
    }
    /// What the daybook took of its user.
    BurdenView {
        /// This week.
        week: Vec<Spent>,
        /// In the weeks looked back over.
        stretch: Vec<Spent>,
        /// Working days of these weeks, up to today.
        days: u32,
        /// What it promises: minutes of a working day.
        promised: u32,
    }
    /// The entries of one figure: they come to it exactly.
    LookBackEntries {
        /// The figure, in minutes.
        minutes: u32,
        /// By day and time; of very many, the latest.
        rows: Vec<EntryBack>,
        /// How many earlier ones are not listed.
        earlier: u32,
        /// Their minutes in the figure.
        earlier_minutes: u32,
    }
    /// An entry, and so many of its minutes.
    EntryBack {
        /// Its day.
        date: NaiveDate,
        /// Its minutes in the figure.
        minutes: u32,
        /// What it says.
        entry: EntryStory,
    }
}
