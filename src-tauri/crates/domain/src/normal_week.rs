//! Normal weeks: the teaching, the duties and the meetings that come back, kept by name to lay a plan from.
//!
//! One knows weekdays and no dates, and no child: what is about somebody belongs to the week it was planned in.

use crate::activity::Activity;
use crate::calendar::{Calendar, DayKind, days_of_week};
use crate::clock::{Clock, Span};
use crate::entry::Place;
use crate::fault::{Fault, Outcome};
use crate::ids::{ActivityId, NormalWeekId};
use crate::plan::BlockDetails;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of a normal week's name.
const MOST_OF_A_NAME: usize = 80;

/// A block of a normal week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NormalBlock {
    /// The weekday: 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// When it begins.
    pub start: Clock,
    /// How long, in minutes.
    pub minutes: u32,
    /// What for; may be empty.
    pub title: String,
    /// The kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: Place,
}

/// A normal week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NormalWeek {
    /// Its identity.
    pub id: NormalWeekId,
    /// What it is called.
    pub name: String,
    /// Its blocks, by weekday and time.
    pub blocks: Vec<NormalBlock>,
}

/// Why a block was not laid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// Nobody works on that day.
    NotWorked {
        /// What kind of day it is.
        kind: DayKind,
    },
    /// Something else stands at that time.
    Taken {
        /// What it is called; may be empty.
        title: String,
    },
    /// Its kind of work is no longer offered.
    Retired,
}

/// A block that was not laid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftOut {
    /// The day it would have been on.
    pub date: NaiveDate,
    /// When it would have begun.
    pub start: Clock,
    /// How long it would have been, in minutes.
    pub minutes: u32,
    /// What it is called; may be empty.
    pub title: String,
    /// The kind of work.
    pub activity: ActivityId,
    /// Why.
    pub why: WhyLeftOut,
}

/// What laying a normal week into a week comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laying {
    /// What is laid, by day and time.
    pub laid: Vec<BlockDetails>,
    /// What is not, by day and time.
    pub left_out: Vec<LeftOut>,
}

/// A name without stray space. Fault `normal_week.name` where it is empty or longer than 80 characters.
pub fn named(name: &str) -> Outcome<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MOST_OF_A_NAME {
        return Err(Fault::new(
            "normal_week.name",
            "A normal week needs a name of 80 characters at most, such as Week A. Nothing was changed.",
        )
        .at("name"));
    }
    Ok(name.to_owned())
}

/// What stays of planned blocks once they are of no week in particular, by weekday and time.
pub fn of_plan<'a>(blocks: impl IntoIterator<Item = &'a BlockDetails>) -> Vec<NormalBlock> {
    let normal = |block: &BlockDetails| NormalBlock {
        weekday: u8::try_from(block.date.weekday().num_days_from_monday()).unwrap_or_default(),
        start: block.start,
        minutes: block.minutes,
        title: block.title.clone(),
        activity: block.activity,
        place: block.place,
    };
    let mut blocks: Vec<NormalBlock> = blocks.into_iter().map(normal).collect();
    blocks.sort_by_key(|block| (block.weekday, block.start));
    blocks
}

/// Lays blocks into the week that begins on this Monday, beside what stands there already.
///
/// Left out is what shares a minute with a block that stands, what falls on a day nobody works, and a kind of work that is
/// no longer offered. A weekend is laid where some weekday of the week is worked: it is in a normal week because she works on it.
pub fn lay(
    blocks: &[NormalBlock],
    monday: NaiveDate,
    calendar: &Calendar,
    standing: &[BlockDetails],
    activities: &[Activity],
) -> Laying {
    let days = days_of_week(monday);
    let any_worked = days[..5].iter().any(|day| calendar.kind_of(*day).is_worked());
    let mut laying = Laying::default();
    for block in blocks {
        let date = days[usize::from(block.weekday.min(6))];
        match why_not(block, date, calendar, any_worked, standing, activities) {
            None => laying.laid.push(BlockDetails {
                date,
                start: block.start,
                minutes: block.minutes,
                title: block.title.clone(),
                activity: block.activity,
                place: block.place,
                pupils: Vec::new(),
            }),
            Some(why) => laying.left_out.push(LeftOut {
                date,
                start: block.start,
                minutes: block.minutes,
                title: block.title.clone(),
                activity: block.activity,
                why,
            }),
        }
    }
    laying
}

fn why_not(
    block: &NormalBlock,
    date: NaiveDate,
    calendar: &Calendar,
    any_worked: bool,
    standing: &[BlockDetails],
    activities: &[Activity],
) -> Option<WhyLeftOut> {
    let kind = calendar.kind_of(date);
    let worked = kind.is_worked() || (kind == DayKind::Weekend && any_worked);
    if !worked {
        return Some(WhyLeftOut::NotWorked { kind });
    }
    if activities.iter().any(|activity| activity.id == block.activity && activity.retired) {
        return Some(WhyLeftOut::Retired);
    }
    let span = Span::of(block.start, block.minutes).ok()?;
    let shares =
        |other: &&BlockDetails| other.date == date && other.span().is_ok_and(|there| there.shared(span).is_some());
    standing.iter().find(shares).map(|other| WhyLeftOut::Taken { title: other.title.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{DayOff, DayOffKind, HalfTerm};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn block(date: &str, start: (u16, u16), minutes: u32, title: &str) -> BlockDetails {
        BlockDetails {
            date: day(date),
            start: Clock::at(start.0, start.1),
            minutes,
            title: title.to_owned(),
            activity: ActivityId(1),
            place: Place::School,
            pupils: vec![crate::ids::PupilId(7)],
        }
    }

    fn autumn() -> Calendar {
        let term = HalfTerm { name: "Autumn 2".to_owned(), first: day("2026-11-02"), last: day("2026-12-18") };
        let closure = DayOff { date: day("2026-11-10"), kind: DayOffKind::Closure, name: "Boiler".to_owned() };
        Calendar { half_terms: vec![term], days_off: vec![closure] }
    }

    #[test]
    fn a_plan_becomes_normal_without_its_dates_and_its_children() {
        let plan = [
            block("2026-11-03", (9, 0), 60, "Review"),
            block("2026-11-02", (13, 0), 45, "Duty"),
            block("2026-11-07", (10, 0), 30, "Papers"),
        ];
        let blocks = of_plan(&plan);
        assert_eq!(blocks.iter().map(|block| block.weekday).collect::<Vec<_>>(), [0, 1, 5]);
        let laid = lay(&blocks, day("2026-11-16"), &autumn(), &[], &[]).laid;
        let dates: Vec<String> = laid.iter().map(|block| block.date.to_string()).collect();
        assert_eq!(dates, ["2026-11-16", "2026-11-17", "2026-11-21"]);
        assert!(laid.iter().all(|block| block.pupils.is_empty()));
    }

    #[test]
    fn what_cannot_be_laid_is_left_out_and_says_why() {
        let blocks = of_plan(&[
            block("2026-11-02", (9, 0), 60, "Teaching"),
            block("2026-11-02", (10, 0), 30, "Duty"),
            block("2026-11-03", (9, 0), 60, "Meeting"),
        ]);
        let standing = [block("2026-11-09", (9, 59), 1, "Fire drill")];
        let Laying { laid, left_out } = lay(&blocks, day("2026-11-09"), &autumn(), &standing, &[]);
        assert_eq!(laid.iter().map(|block| block.title.as_str()).collect::<Vec<_>>(), ["Duty"], "it only touches");
        let why: Vec<&WhyLeftOut> = left_out.iter().map(|one| &one.why).collect();
        let taken = WhyLeftOut::Taken { title: "Fire drill".to_owned() };
        assert_eq!(why, [&taken, &WhyLeftOut::NotWorked { kind: DayKind::Closure }]);
        let saturday = of_plan(&[block("2026-11-07", (9, 0), 60, "Papers")]);
        let holiday = lay(&saturday, day("2026-12-21"), &autumn(), &[], &[]);
        assert_eq!(holiday.laid, [], "a weekend of the holidays is no working weekend");
    }

    #[test]
    fn a_name_is_kept_without_stray_space() {
        assert_eq!(named("  Week A ").unwrap(), "Week A");
        for bad in ["", "   ", &"x".repeat(81)] {
            assert_eq!(named(bad).unwrap_err().code, "normal_week.name");
        }
    }
}
