//! Times of day and spans within one day, in whole minutes.

use crate::fault::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// Minutes in a day.
pub const DAY: u32 = 24 * 60;

/// A time of day, in minutes since midnight: 0 to 1440, where 1440 is the midnight that ends the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "u32", into = "u32")]
#[ts(type = "number")]
pub struct Clock(u16);

impl Clock {
    /// The time so many minutes after midnight; more than 1440 is refused.
    pub fn new(minutes: u32) -> Outcome<Self> {
        match u16::try_from(minutes) {
            Ok(small) if minutes <= DAY => Ok(Self(small)),
            _ => Err(Fault::new("time.past_midnight", "A time of day runs from 00:00 to 24:00. Nothing was changed.")),
        }
    }

    /// The time at this hour and minute; anything past 24:00 becomes 24:00.
    pub const fn at(hour: u16, minute: u16) -> Self {
        let minutes = hour.saturating_mul(60).saturating_add(minute);
        if minutes > 1440 { Self(1440) } else { Self(minutes) }
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }
}

impl TryFrom<u32> for Clock {
    type Error = Fault;
    fn try_from(minutes: u32) -> Outcome<Self> {
        Self::new(minutes)
    }
}

impl From<Clock> for u32 {
    fn from(clock: Clock) -> u32 {
        clock.minutes()
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A half-open stretch of one day: `start` is in it, `end` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct Span {
    /// First minute of the stretch.
    pub start: Clock,
    /// The minute after its last.
    pub end: Clock,
}

impl Span {
    /// The stretch from `start`, so many minutes long; refused where it is empty or crosses midnight.
    pub fn of(start: Clock, minutes: u32) -> Outcome<Self> {
        if minutes == 0 {
            return Err(Fault::new("time.empty", "A length of time must be at least one minute. Nothing was changed.")
                .at("minutes"));
        }
        if minutes > DAY {
            return Err(Fault::new(
                "time.past_midnight",
                "A day has 24 hours. Nothing was changed; type a shorter length, and put the rest on the next day.",
            )
            .at("minutes"));
        }
        let end = start.minutes().checked_add(minutes).and_then(|end| Clock::new(end).ok());
        match end {
            Some(end) => Ok(Self { start, end }),
            None => Err(Fault::new(
                "time.past_midnight",
                "That runs past midnight. Nothing was changed; make it end by 24:00 and put the rest on the next day.",
            )
            .at("minutes")),
        }
    }

    /// How long it is, in minutes; 0 where the end is not after the start.
    pub fn minutes(self) -> u32 {
        self.end.minutes().saturating_sub(self.start.minutes())
    }

    /// The part that two stretches share.
    pub fn shared(self, other: Self) -> Option<Self> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Self { start, end })
    }
}

/// Stretches of one day, merged: sorted, apart from each other, none empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// All minutes covered by any of these stretches.
    pub fn covering(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut sorted: Vec<Span> = spans.into_iter().filter(|s| s.minutes() > 0).collect();
        sorted.sort();
        let mut merged: Vec<Span> = Vec::new();
        for span in sorted {
            match merged.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        Self(merged)
    }

    /// How many minutes they cover.
    pub fn minutes(&self) -> u32 {
        self.0.iter().map(|s| s.minutes()).sum()
    }

    /// The stretches, in order.
    pub fn iter(&self) -> impl Iterator<Item = Span> + '_ {
        self.0.iter().copied()
    }

    /// What both cover.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Self {
        Self::covering(self.iter().flat_map(|a| other.iter().filter_map(move |b| a.shared(b))))
    }

    /// What this covers and the other does not.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left: Vec<Span> = self.0.clone();
        for cut in other.iter() {
            left = left
                .into_iter()
                .flat_map(|span| {
                    let before = Span { start: span.start, end: span.end.min(cut.start) };
                    let after = Span { start: span.start.max(cut.end), end: span.end };
                    [before, after]
                })
                .filter(|s| s.minutes() > 0)
                .collect();
        }
        Self::covering(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(a: (u16, u16), b: (u16, u16)) -> Span {
        Span { start: Clock::at(a.0, a.1), end: Clock::at(b.0, b.1) }
    }

    #[test]
    fn a_block_may_end_at_midnight_and_no_later() {
        assert_eq!(Span::of(Clock::at(23, 0), 60).unwrap().end, Clock::at(24, 0));
        assert_eq!(Span::of(Clock::at(23, 0), 61).unwrap_err().code, "time.past_midnight");
        assert_eq!(Span::of(Clock::at(9, 0), 0).unwrap_err().code, "time.empty");
        assert_eq!(Span::of(Clock::at(9, 0), u32::MAX).unwrap_err().code, "time.past_midnight");
        assert!(Span::of(Clock::at(9, 0), 25 * 60).unwrap_err().message.starts_with("A day has 24 hours."));
    }

    #[test]
    fn covered_minutes_count_once() {
        let morning = Spans::covering([span((9, 0), (10, 0)), span((9, 30), (10, 30)), span((11, 0), (11, 0))]);
        assert_eq!(morning.minutes(), 90);
        let lesson = Spans::covering([span((9, 15), (9, 45))]);
        assert_eq!(morning.without(&lesson).minutes(), 60);
        assert_eq!(morning.shared(&lesson).minutes(), 30);
        assert_eq!(morning.without(&lesson).minutes() + morning.shared(&lesson).minutes(), morning.minutes());
    }
}
