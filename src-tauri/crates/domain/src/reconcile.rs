//! Friday: what has to be settled before a week closes, and what is only worth knowing.

use crate::fault::Fault;
use crate::ids::{BlockId, EntryId};
use crate::plan::{Block, BlockState};
use crate::story::{DayStory, Overlap, WeekFacts, WeekStory};
use chrono::NaiveDate;
use serde::Serialize;
use std::borrow::Cow;
use ts_rs::TS;

/// Whether something stops a week from closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The week cannot close before it is settled.
    Blocks,
    /// Only worth knowing; the week can close as it is.
    Notice,
}

/// Something to settle or to know before a week closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Blocker {
    /// Stable code, such as `week.overlap`.
    #[ts(type = "string")]
    pub code: Cow<'static, str>,
    /// Whether it stops the week from closing.
    pub weight: Weight,
    /// What it is and what to do, in plain English, without any pupil's name.
    pub message: String,
    /// The day, where it is of one day.
    pub date: Option<NaiveDate>,
    /// Entries to open.
    pub entries: Vec<EntryId>,
    /// Blocks to open.
    pub blocks: Vec<BlockId>,
}

impl Blocker {
    /// The same as a fault, for a call to close the week that has to be refused.
    pub fn as_fault(&self) -> Fault {
        Fault { code: self.code.clone(), message: self.message.clone(), field: None }
    }
}

/// What has to be settled before this week closes, then what is only worth knowing; nothing of the first: it may close.
///
/// To be asked of a story with private entries shown: what is hidden cannot be settled.
pub fn ready_to_close(story: &WeekStory, today: NaiveDate) -> Vec<Blocker> {
    let overlaps = story.overlaps.iter().map(overlap);
    let full = story.days.iter().filter_map(|day| too_full(story, day));
    not_over(story, today)
        .into_iter()
        .chain(overlaps)
        .chain(full)
        .chain(provisional(story))
        .chain(open(story))
        .chain(unaccounted(story))
        .collect()
}

/// What of a closed week is no longer as it was when it closed: what would stop it from closing now, and sums that do not
/// agree. Nothing, unless somebody wrote in the file from outside.
///
/// To be asked of a story with private entries shown, and for a day after the week.
pub fn still_adds_up(facts: &WeekFacts, story: &WeekStory, today: NaiveDate) -> Vec<Blocker> {
    let mut broken = ready_to_close(story, today);
    broken.retain(|blocker| blocker.weight == Weight::Blocks);
    let (sums, happened) = (&story.sums, story.totals.happened.minutes);
    let written: u32 = facts.entries.iter().map(|entry| entry.details.minutes).sum();
    let contracted = sums.teaching + sums.breaks_taken + sums.breaks_lost + sums.recorded.minutes + sums.unaccounted;
    let told = sums.recorded.minutes + sums.out_of_hours.minutes + sums.overlapped;
    if written != happened || told != happened || contracted != sums.contracted {
        broken.push(blocker("week.sums", "Its sums do not agree with its entries.".to_owned()));
    }
    broken
}

/// What is worth knowing of a plan before it freezes; nothing once it has.
pub fn before_freezing(facts: &WeekFacts) -> Vec<Blocker> {
    if facts.week.frozen_at.is_some() || facts.week.closed_at.is_some() {
        return Vec::new();
    }
    let retired = |block: &&Block| {
        facts.activities.iter().any(|activity| activity.id == block.details.activity && activity.retired)
    };
    let retired = facts.blocks.iter().filter(retired).map(|block| Blocker {
        weight: Weight::Notice,
        date: Some(block.details.date),
        blocks: vec![block.id],
        ..blocker("plan.retired", format!("A block on {} is for a kind of work that is retired.", weekday(block)))
    });
    double_booked(&facts.blocks).chain(retired).collect()
}

fn double_booked(blocks: &[Block]) -> impl Iterator<Item = Blocker> + '_ {
    let pairs =
        blocks.iter().enumerate().flat_map(|(i, first)| blocks[i + 1..].iter().map(move |other| (first, other)));
    pairs.filter(|(first, other)| first.details.date == other.details.date).filter_map(|(first, other)| {
        let shared = first.details.span().ok()?.shared(other.details.span().ok()?)?;
        let message = format!("Two blocks are planned for {}, {} to {}.", weekday(first), shared.start, shared.end);
        let blocks = vec![first.id, other.id];
        Some(Blocker {
            weight: Weight::Notice,
            date: Some(first.details.date),
            blocks,
            ..blocker("plan.overlap", message)
        })
    })
}

fn weekday(block: &Block) -> String {
    block.details.date.format("%A").to_string()
}

/// A week is over on its Friday, or on its last worked day where that is earlier.
fn not_over(story: &WeekStory, today: NaiveDate) -> Option<Blocker> {
    let friday = story.days.get(4).map(|day| day.date)?;
    let worked = story.days.iter().rev().find(|day| day.hours.contracted.is_some()).map(|day| day.date);
    let last = worked.map_or(friday, |worked| worked.min(friday));
    let message = format!("The week is not over yet: it can close from {}.", last.format("%A %-d %B"));
    (today < last).then(|| blocker("week.not_over", message))
}

fn overlap(Overlap { date, span, first, second }: &Overlap) -> Blocker {
    let message = format!(
        "Two entries both claim {} on {}, {} to {}. Change the time or the length of one of them.",
        minutes(span.minutes()),
        date.format("%A"),
        span.start,
        span.end
    );
    Blocker { date: Some(*date), entries: vec![*first, *second], ..blocker("week.overlap", message) }
}

/// Untimed entries that ask for more than the contracted day has left.
fn too_full(story: &WeekStory, day: &DayStory) -> Option<Blocker> {
    let untimed: Vec<EntryId> = day.entries.iter().filter(|e| e.start.is_none()).map(|e| e.id).collect();
    let paired = story.overlaps.iter().any(|overlap| overlap.date == day.date);
    // While timed entries overlap, nobody can say how much of the day is left.
    if day.sums.overlapped == 0 || paired || untimed.is_empty() {
        return None;
    }
    let message = format!(
        "Entries without a start ask for {} more than {} has left. Give one of them a start or say it was done at home.",
        minutes(day.sums.overlapped),
        day.date.format("%A")
    );
    Some(Blocker { date: Some(day.date), entries: untimed, ..blocker("week.too_full", message) })
}

fn provisional(story: &WeekStory) -> Option<Blocker> {
    let count = story.provisional.len();
    let message = match count {
        0 => return None,
        1 => "One entry still waits to be classified.".to_owned(),
        n => format!("{n} entries still wait to be classified."),
    };
    Some(Blocker { entries: story.provisional.clone(), ..blocker("week.provisional", message) })
}

fn open(story: &WeekStory) -> Option<Blocker> {
    let blocks: Vec<BlockId> =
        story.days.iter().flat_map(|d| &d.blocks).filter(|b| b.state == BlockState::Open).map(|b| b.id).collect();
    let message = match blocks.len() {
        0 => return None,
        1 => "One planned block has nothing said about it. Say what became of it.".to_owned(),
        n => format!("{n} planned blocks have nothing said about them. Say what became of each."),
    };
    Some(Blocker { blocks, ..blocker("week.open_blocks", message) })
}

fn unaccounted(story: &WeekStory) -> Option<Blocker> {
    let message = match story.sums.unaccounted {
        0 => return None,
        n => format!("{} of contracted time not accounted for. The week can close; the pack shows them.", minutes(n)),
    };
    Some(Blocker { weight: Weight::Notice, ..blocker("week.unaccounted", message) })
}

fn blocker(code: &'static str, message: String) -> Blocker {
    let code = Cow::Borrowed(code);
    Blocker { code, weight: Weight::Blocks, message, date: None, entries: Vec::new(), blocks: Vec::new() }
}

fn minutes(n: u32) -> String {
    match (n / 60, n % 60) {
        (0, 1) => "1 minute".to_owned(),
        (0, minutes) => format!("{minutes} minutes"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests;
