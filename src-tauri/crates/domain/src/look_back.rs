//! Where time went over weeks: by kind of work, area, role, place, child, interrupter, planned or not.
//!
//! Whichever way it is grouped, the groups come to the same minutes, week by week and in all. An entry's minutes count
//! once, whoever it names: shared between children they are split evenly, what is over going to the first of them from a
//! place that changes with the entry, so that an entry is split alike in every view and no child always has the odd
//! minute.

mod ground;
mod groups;
mod keys;
mod stretch;
#[cfg(test)]
mod tests;

pub use ground::{Ground, GroundOfWeek, Noted};
pub use keys::{By, Key, Role};
pub use stretch::Stretch;

use crate::activity::Purpose;
use crate::calendar::monday_of;
use crate::entry::{EntryKind, Place};
use crate::ids::{ActivityId, EntryId, PupilId};
use chrono::{Days, NaiveDate};
use groups::Grouping;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The most weeks looked back over at once.
pub const MOST_WEEKS: usize = 530;

/// What is looked at of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which entry.
    pub entry: EntryId,
    /// Its day.
    pub date: NaiveDate,
    /// How long, in minutes.
    pub minutes: u32,
    /// Its kind of work; none while it waits to be classified.
    pub activity: Option<ActivityId>,
    /// The area its kind of work serves; none where nobody knows the kind.
    pub purpose: Option<Purpose>,
    /// The role its kind of work belongs to; none where nobody knows the kind.
    pub role: Option<Role>,
    /// Where.
    pub place: Place,
    /// How it stands to the plan.
    pub kind: EntryKind,
    /// Whom it was about.
    pub pupils: Vec<PupilId>,
    /// Who interrupted, as written.
    pub interrupter: Option<String>,
    /// Kept to herself.
    pub private: bool,
    /// Minutes of it outside contracted hours.
    pub out_of_hours: u32,
}

impl Row {
    /// Its minutes where it is an interruption.
    fn interruption(&self) -> u32 {
        if self.kind == EntryKind::Interruption { self.minutes } else { 0 }
    }
}

/// An entry, and so many of its minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Which.
    pub entry: EntryId,
    /// Its minutes that count.
    pub minutes: u32,
}

/// One group: its minutes week by week and in all, and the entries they are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it stands for.
    pub key: Key,
    /// Minutes in all.
    pub minutes: u32,
    /// Of these, minutes of interruptions.
    pub interruptions: u32,
    /// Minutes of each week, in the order of [`LookBack::weeks`].
    pub by_week: Vec<u32>,
    /// The entries, in order of their days. Of one that names several children, a part counts here.
    pub entries: Vec<Share>,
}

/// A week, and what was given for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekBack {
    /// Its Monday.
    pub monday: NaiveDate,
    /// All minutes of it that are shown.
    pub minutes: u32,
    /// Of these, minutes of interruptions.
    pub interruptions: u32,
    /// Of all of them, minutes outside contracted hours.
    pub out_of_hours: u32,
    /// Protected SENCO minutes on its worked days; none where no hours are known.
    pub given: Option<u32>,
}

/// Where time went. `minutes` is the sum of the weeks, of the groups, and of each group's weeks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookBack {
    /// Every week looked at, also those without an entry, in order.
    pub weeks: Vec<WeekBack>,
    /// Most time first; what belongs to none of the groups comes last.
    pub groups: Vec<Group>,
    /// All minutes shown.
    pub minutes: u32,
    /// Minutes given in the weeks of which hours are known.
    pub given: u32,
    /// Minutes of private entries, where these are left out.
    pub left_out: u32,
}

/// Groups the entries of the weeks from one day to another, both included; at most [`MOST_WEEKS`] weeks, the last ones.
/// `given` says how many minutes each Monday's week was given.
pub fn look_back(
    rows: &[Row],
    by: By,
    days: (NaiveDate, NaiveDate),
    given: &BTreeMap<NaiveDate, u32>,
    with_private: bool,
) -> LookBack {
    let mut back = LookBack { weeks: weeks(days.0, days.1, given), ..LookBack::default() };
    let Some(first) = back.weeks.first().map(|week| week.monday) else { return back };
    let first = first.max(days.0);
    let mut within: Vec<&Row> = rows.iter().filter(|row| first <= row.date && row.date <= days.1).collect();
    within.sort_by_key(|row| (row.date, row.entry));
    let mut grouping = Grouping::new(by, back.weeks.len());
    for row in within {
        if row.private && !with_private {
            back.left_out = back.left_out.saturating_add(row.minutes);
            continue;
        }
        let Ok(at) = back.weeks.binary_search_by_key(&monday_of(row.date), |week| week.monday) else { continue };
        if let Some(week) = back.weeks.get_mut(at) {
            week.minutes += row.minutes;
            week.interruptions += row.interruption();
            week.out_of_hours += row.out_of_hours.min(row.minutes);
        }
        grouping.add(row, at);
    }
    back.minutes = back.weeks.iter().map(|week| week.minutes).sum();
    back.given = back.weeks.iter().filter_map(|week| week.given).sum();
    back.groups = grouping.finished();
    back
}

/// Minutes shared evenly between so many, in order. What is over goes to one after the other from `turn` on.
pub fn split(minutes: u32, between: usize, turn: u64) -> Vec<u32> {
    let Some(many) = u32::try_from(between).ok().filter(|many| *many > 0) else { return Vec::new() };
    let (each, over) = (minutes / many, minutes % many);
    let start = u32::try_from(turn % u64::from(many)).unwrap_or(0);
    (0..many).map(|place| each + u32::from((place + many - start) % many < over)).collect()
}

fn weeks(first: NaiveDate, last: NaiveDate, given: &BTreeMap<NaiveDate, u32>) -> Vec<WeekBack> {
    if first > last {
        return Vec::new();
    }
    let back = std::iter::successors(Some(monday_of(last)), |monday| monday.checked_sub_days(Days::new(7)));
    let mut mondays: Vec<NaiveDate> = back.take_while(|monday| *monday >= monday_of(first)).take(MOST_WEEKS).collect();
    mondays.reverse();
    let week =
        |monday| WeekBack { monday, minutes: 0, interruptions: 0, out_of_hours: 0, given: given.get(&monday).copied() };
    mondays.into_iter().map(week).collect()
}
