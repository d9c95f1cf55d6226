//! Tasks: what is to be done, by when, for whom, and what became of it.
//!
//! The catalogue says what the job holds; a task is one thing to do, made from a line of it when it appears or typed by
//! itself. What was due stays true although the catalogue changes.

pub mod anchor;
pub mod frequency;
pub mod learn;
pub mod offered;
pub mod per;
pub mod quick;
pub mod recur;
pub mod template;

pub use anchor::{Anchor, Event};
pub use frequency::Frequency;
pub use learn::{LEARNS_FROM, Learned, Took, learned};
pub use offered::{Offered, offered};
pub use per::Per;
pub use recur::{Occurrence, Rule, occurrences};
pub use template::{Basis, Template, TemplateDetails};

use crate::calendar::{Calendar, monday_of};
use crate::ids::{ActivityId, PupilId, TaskId, TemplateId};
use crate::text::at_most;
use crate::{Fault, Outcome};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of what is to be done.
pub(crate) const MOST_OF_A_TITLE: usize = 200;

/// Most characters of a note, a reason or a consequence.
pub(crate) const MOST_OF_A_TEXT: usize = 1_000;

/// Longest estimate, in minutes: 100 hours.
const LONGEST: u32 = 6_000;

/// Who is let down where a task is not done: the order of the not-doing list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stake {
    /// The law: a statutory duty or a date it sets.
    Law,
    /// A child.
    Child,
    /// A family.
    Family,
    /// The school: its staff, money or standing.
    #[default]
    School,
}

/// A task as a person types it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskDetails {
    /// What is to be done.
    pub title: String,
    /// The kind of work, if she knows.
    pub activity: Option<ActivityId>,
    /// The day it is to be done by.
    pub due: Option<NaiveDate>,
    /// How long it may take, in minutes.
    pub estimate: Option<u32>,
    /// The child it is for.
    pub pupil: Option<PupilId>,
    /// Who is let down where it is not done.
    pub stake: Stake,
    /// What follows where it is not done; may be empty.
    pub consequence: String,
    /// A note; may be empty.
    pub note: String,
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum TaskState {
    /// Nothing yet.
    Open,
    /// A part of it is done.
    Part {
        /// How much, of 100: 1 to 99.
        percent: u32,
    },
    /// Done.
    Done,
    /// Given to somebody, and still to be seen to.
    Delegated {
        /// To whom.
        to: String,
        /// Until when, if that was said.
        until: Option<NaiveDate>,
    },
    /// It need not be done any more.
    Dropped {
        /// Why; may be empty.
        why: String,
    },
    /// It was not done, and is still needed.
    NotDone {
        /// Because of what; may be empty.
        why: String,
    },
}

impl TaskState {
    /// Whether nothing is left of it to do: done or dropped.
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Done | Self::Dropped { .. })
    }

    /// Refuses a part of nothing or all, nobody to give it to, and reasons that are too long.
    pub fn check(&self) -> Outcome<()> {
        match self {
            Self::Part { percent } if !(1..=99).contains(percent) => Err(Fault::new(
                "task.percent",
                "A part is from 1 to 99 of 100. Mark it as done or as open instead; nothing was changed.",
            )
            .at("state.percent")),
            Self::Delegated { to, .. } if to.trim().is_empty() => {
                Err(Fault::new("task.no_one", "Say who took it on. Nothing was changed.").at("state.to"))
            }
            Self::Delegated { to, .. } => at_most(to, 120, "state.to"),
            Self::Dropped { why } | Self::NotDone { why } => at_most(why, MOST_OF_A_TEXT, "state.why"),
            Self::Open | Self::Part { .. } | Self::Done => Ok(()),
        }
    }
}

/// Where a task stands on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskGroup {
    /// Its day has passed.
    Late,
    /// Today is its day.
    Today,
    /// Its day is later this week.
    ThisWeek,
    /// Its day is in a later week.
    Later,
    /// It has no day.
    NoDay,
    /// Somebody else has it.
    Delegated,
    /// Not done, and still needed.
    NotDone,
    /// Done or dropped, or gone with its day.
    Settled,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Task {
    /// Its identity.
    pub id: TaskId,
    /// What it says.
    #[serde(flatten)]
    pub details: TaskDetails,
    /// What became of it.
    pub state: TaskState,
    /// The line of the catalogue it came from; none where it was typed by itself.
    pub template: Option<TemplateId>,
    /// The day that line named: it came because of that day, whatever day it is due now.
    pub occurs: Option<NaiveDate>,
    /// The day it came on the list.
    pub appeared: NaiveDate,
    /// The day it was due before anybody moved it.
    pub first_due: Option<NaiveDate>,
    /// The day it was done or dropped.
    pub settled_on: Option<NaiveDate>,
    /// It stays on the list after its day.
    pub carries: bool,
    /// The task it was split from.
    pub split_from: Option<TaskId>,
    /// Minutes of the entries that were time for it.
    pub spent: u32,
    /// Minutes of the plan's blocks for it of which nothing has been said yet.
    pub planned: u32,
}

impl Task {
    /// Whether its day has passed and nobody has settled it.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        !self.state.is_settled() && self.details.due.is_some_and(|due| due < today)
    }

    /// Whether it is on the list: not settled, and not one of those that leave with their day.
    pub fn is_on_the_list(&self, today: NaiveDate) -> bool {
        !self.state.is_settled() && (self.carries || !self.is_late(today) || self.state != TaskState::Open)
    }

    /// Where it stands on the list.
    pub fn group(&self, today: NaiveDate) -> TaskGroup {
        match (&self.state, self.details.due) {
            _ if !self.is_on_the_list(today) => TaskGroup::Settled,
            (TaskState::Delegated { .. }, _) => TaskGroup::Delegated,
            (TaskState::NotDone { .. }, _) => TaskGroup::NotDone,
            (_, None) => TaskGroup::NoDay,
            (_, Some(due)) if due < today => TaskGroup::Late,
            (_, Some(due)) if due == today => TaskGroup::Today,
            (_, Some(due)) if monday_of(due) == monday_of(today) => TaskGroup::ThisWeek,
            _ => TaskGroup::Later,
        }
    }

    /// Into how many school weeks it was carried over after the week it was first due in, up to today or the day it was
    /// settled. A week counts where any of its days is worked.
    pub fn carried(&self, calendar: &Calendar, today: NaiveDate) -> u32 {
        let (Some(first), last) = (self.first_due, self.settled_on.unwrap_or(today)) else { return 0 };
        let mut monday = monday_of(first);
        let mut weeks = 0;
        while let Some(next) = monday.checked_add_days(Days::new(7)).filter(|next| *next <= last) {
            let worked = next.iter_days().take(5).any(|day| calendar.kind_of(day).is_worked());
            weeks += u32::from(worked);
            monday = next;
        }
        weeks
    }

    /// Minutes it still needs, of what was allowed for it: none once settled, what is left of a part.
    pub fn left(&self) -> u32 {
        let estimate = self.details.estimate.unwrap_or_default();
        match self.state {
            TaskState::Done | TaskState::Dropped { .. } => 0,
            TaskState::Part { percent } => (estimate * (100 - percent.min(100))).div_ceil(100),
            _ => estimate,
        }
    }
}

impl TaskDetails {
    /// Refuses a task without a title and a length of no minutes or more than 100 hours.
    pub fn check(&self) -> Outcome<()> {
        if self.title.trim().is_empty() {
            return Err(Fault::new("task.no_title", "Say in a few words what is to be done. Nothing was changed.")
                .at("details.title"));
        }
        at_most(&self.title, MOST_OF_A_TITLE, "details.title")?;
        at_most(&self.consequence, MOST_OF_A_TEXT, "details.consequence")?;
        at_most(&self.note, MOST_OF_A_TEXT, "details.note")?;
        check_estimate(self.estimate, "details.estimate")
    }
}

/// Refuses a length of no minutes or more than 100 hours.
pub(crate) fn check_estimate(minutes: Option<u32>, field: &str) -> Outcome<()> {
    match minutes {
        Some(0) | Some(LONGEST..) if minutes != Some(LONGEST) => Err(Fault::new(
            "task.estimate",
            "A task takes from one minute to 100 hours. Split a longer one; nothing was changed.",
        )
        .at(field)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
