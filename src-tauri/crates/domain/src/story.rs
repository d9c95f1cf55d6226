//! The week as a story: the plan, what happened, and sums that reconcile to the minute.
//!
//! Every figure carries the entries and blocks it was summed from, so that a screen can open it.
//! Nothing here reads a clock, and a private entry that is left out leaves no trace in any figure.

mod account;
mod day;
mod facts;
mod figures;
mod groups;
mod rows;
mod totals;

pub use facts::{Private, WeekFacts};
pub use figures::{ByActivity, ByPurpose, Figure, Interrupter, Sums, Totals};
pub use rows::{BlockStory, BreakStory, DayStory, EntryStory, NotDone, Overlap, WeekStory};

use crate::activity::Activity;
use crate::calendar::days_of_week;
use crate::entry::Entry;
use crate::ids::{ActivityId, BlockId, PupilId};
use crate::plan::Block;
use std::collections::BTreeMap;

/// Tells a week: its plan beside what happened, and where the time went.
///
/// Blocks and entries of other weeks are passed over. How minutes are counted:
///
/// - Contracted hours apply on worked days, lessons only when pupils are in (not on INSET days).
/// - A timed entry beats a break and a lesson at the same time; a break beats a lesson.
/// - An untimed entry is out of hours if it was done at home or on a day without contracted hours; otherwise it fills
///   what the contracted day has free, and what does not fit is `overlapped`.
/// - What a timed entry covers of a break counts as recorded; the rest is taken or lost as marked, and taken if unmarked.
/// - A break is told as marked. Unmarked, the minutes of it that timed entries cover are told as lost.
pub fn tell(facts: &WeekFacts, private: Private) -> WeekStory {
    let told = Told::of(facts, private);
    let days: Vec<DayStory> =
        days_of_week(facts.week.monday).into_iter().map(|date| day::tell_day(&told, date)).collect();
    let mut sums = Sums::default();
    days.iter().for_each(|day| sums.add(&day.sums));
    let by_activity = groups::by_activity(&told);
    WeekStory {
        week: facts.week.clone(),
        totals: totals::totals(&told, &days),
        sums,
        by_purpose: groups::by_purpose(&by_activity),
        by_activity,
        interrupters: groups::interrupters(&told),
        not_done: groups::not_done(&told),
        overlaps: days.iter().flat_map(|day| account::overlaps(&told, day.date)).collect(),
        provisional: told.entries.iter().filter(|e| is_unclassified(e)).map(|e| e.id).collect(),
        without_private: private == Private::LeftOut,
        days,
    }
}

/// The facts that are told: of this week, in order, private ones left out where they must be.
struct Told<'a> {
    facts: &'a WeekFacts,
    /// By day and start.
    blocks: Vec<&'a Block>,
    /// By day; timed ones by start, then the others.
    entries: Vec<&'a Entry>,
    activities: BTreeMap<ActivityId, &'a Activity>,
}

impl<'a> Told<'a> {
    fn of(facts: &'a WeekFacts, private: Private) -> Self {
        let week = days_of_week(facts.week.monday);
        let mut blocks: Vec<&Block> = facts.blocks.iter().filter(|b| week.contains(&b.details.date)).collect();
        blocks.sort_by_key(|block| (block.details.date, block.details.start, block.id));
        let shown = |entry: &&Entry| private == Private::Shown || !entry.details.private;
        let mut entries: Vec<&Entry> =
            facts.entries.iter().filter(|e| week.contains(&e.details.date)).filter(shown).collect();
        entries.sort_by_key(|e| (e.details.date, e.details.start.is_none(), e.details.start, e.id));
        let activities = facts.activities.iter().map(|activity| (activity.id, activity)).collect();
        Self { facts, blocks, entries, activities }
    }

    fn activity_of(&self, entry: &Entry) -> Option<&'a Activity> {
        entry.details.activity.and_then(|id| self.activities.get(&id).copied())
    }

    fn activity_name(&self, id: ActivityId) -> String {
        self.activities.get(&id).map_or_else(|| "Unknown kind of work".to_owned(), |activity| activity.name.clone())
    }

    fn block(&self, id: BlockId) -> Option<&'a Block> {
        self.blocks.iter().find(|block| block.id == id).copied()
    }

    fn title_of(&self, block: &Block) -> String {
        or_else(&block.details.title, || self.activity_name(block.details.activity))
    }

    fn case_codes(&self, pupils: &[PupilId]) -> Vec<String> {
        pupils.iter().filter_map(|id| self.facts.case_codes.get(id).cloned()).collect()
    }
}

fn is_unclassified(entry: &Entry) -> bool {
    entry.details.provisional || entry.details.activity.is_none()
}

/// The text without the spaces around it, or another where it is blank.
fn or_else(text: &str, other: impl FnOnce() -> String) -> String {
    match text.trim() {
        "" => other(),
        said => said.to_owned(),
    }
}

#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod model_tests;
#[cfg(test)]
mod tests;
