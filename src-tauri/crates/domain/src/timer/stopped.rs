//! What a stopped timer hands over: work to be written, and stretches to ask about first.

use super::{Away, Doing, Layer, Piece};
use crate::clock::Clock;
use crate::{Fault, Outcome};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Minutes that nobody works through without a pause: longer stretches are a timer left on.
const LONGEST: u32 = 12 * 60;

/// What was done, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stopped {
    /// What it was.
    pub doing: Doing,
    /// Whether it had broken into something else.
    pub interruption: bool,
    /// Work to be written down.
    pub work: Vec<Work>,
    /// Stretches to ask about; none of them is in the work.
    pub ask: Vec<Asked>,
}

/// A stretch of work within one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Work {
    /// The day.
    pub date: NaiveDate,
    /// When it began.
    pub start: Clock,
    /// How long, in minutes: at least one.
    pub minutes: u32,
}

/// A stretch to ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Asked {
    /// When it began.
    pub from: NaiveDateTime,
    /// When it ended; before `from` where the clock was set back.
    pub to: NaiveDateTime,
    /// Why.
    pub why: Why,
}

/// Why a stretch is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nobody touched the computer.
    Idle,
    /// The computer slept.
    Sleep,
    /// The computer was locked.
    Lock,
    /// The daybook was closed.
    Closed,
    /// It is longer than twelve hours.
    Long,
    /// It runs past midnight.
    Midnight,
    /// The clock was set back in it, so its length is not known.
    ClockSetBack,
}

impl Asked {
    /// When a stretch ends that is so many minutes long; all of it where nobody says. Fault: `timer.minutes` where it is too
    /// long to be taken whole, or shorter than what is said.
    pub fn until(self, long: Option<u32>) -> Outcome<NaiveDateTime> {
        let (most, backwards) = (minutes(self.from, self.to), self.to < self.from);
        match long {
            None if !backwards && most <= LONGEST => Ok(self.to),
            None => Err(Fault::new("timer.minutes", "Say how long it was. Nothing was changed.").at("minutes")),
            Some(long) if long > 0 && long <= if backwards { LONGEST } else { most } => {
                Ok(self.from + TimeDelta::minutes(long.into()))
            }
            Some(_) => {
                Err(Fault::new("timer.minutes", "That is not a length this stretch can have. Nothing was changed.")
                    .at("minutes"))
            }
        }
    }
}

/// The parts of a stretch that lie in each day, in order; none where it does not end after it began, and at most 31.
pub fn by_day(from: NaiveDateTime, to: NaiveDateTime) -> Vec<Work> {
    let mut parts = Vec::new();
    let mut start = from;
    while start < to && parts.len() < 31 {
        let midnight = start.date().checked_add_signed(TimeDelta::days(1)).map(|day| day.and_time(NaiveTime::MIN));
        let end = midnight.map_or(to, |midnight| midnight.min(to));
        if let Ok(clock) = Clock::new(start.hour() * 60 + start.minute())
            && minutes(start, end) > 0
        {
            parts.push(Work { date: start.date(), start: clock, minutes: minutes(start, end) });
        }
        start = end;
    }
    parts
}

/// What a layer hands over. Work that goes on after a pause of no length is one piece of work.
pub(super) fn told(layer: Layer, interruption: bool) -> Stopped {
    let mut pieces: Vec<(NaiveDateTime, NaiveDateTime, Option<Away>)> = Vec::new();
    for Piece { from, to, away } in layer.pieces {
        let to = to.unwrap_or(from);
        match pieces.last_mut() {
            Some((_, last, before)) if *last == from && *before == away && from <= to => *last = to,
            _ if from != to => pieces.push((from, to, away)),
            _ => {}
        }
    }
    let mut stopped = Stopped { doing: layer.doing, interruption, work: Vec::new(), ask: Vec::new() };
    for (from, to, away) in pieces {
        match reason(from, to, away) {
            Some(why) => stopped.ask.push(Asked { from, to, why }),
            None => stopped.work.extend(by_day(from, to)),
        }
    }
    stopped
}

/// Whole minutes between two times of the clock on the wall; 0 where the second is not after the first.
pub(super) fn minutes(from: NaiveDateTime, to: NaiveDateTime) -> u32 {
    u32::try_from((to - from).num_minutes()).unwrap_or(0)
}

/// Why a stretch is to be asked about, if it is.
pub(super) fn reason(from: NaiveDateTime, to: NaiveDateTime, away: Option<Away>) -> Option<Why> {
    if to < from {
        return Some(Why::ClockSetBack);
    }
    match away {
        Some(Away::Idle) => Some(Why::Idle),
        Some(Away::Sleep) => Some(Why::Sleep),
        Some(Away::Lock) => Some(Why::Lock),
        Some(Away::Closed) => Some(Why::Closed),
        None if minutes(from, to) > LONGEST => Some(Why::Long),
        None if by_day(from, to).len() > 1 => Some(Why::Midnight),
        None => None,
    }
}
