//! Estimates that learn: what the last such tasks really took.

use crate::ids::TaskId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many of the last tasks an estimate learns from.
pub const LEARNS_FROM: usize = 4;

/// A task that was done and the minutes that went on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Took {
    /// Which.
    pub task: TaskId,
    /// What it was.
    pub title: String,
    /// The day it was done.
    pub on: chrono::NaiveDate,
    /// Minutes of the entries that were time for it.
    pub minutes: u32,
}

/// What the last such tasks took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Learned {
    /// The median of them, in minutes.
    pub median: u32,
    /// The tasks it is the median of, newest first.
    pub of: Vec<Took>,
}

/// The median of the last [`LEARNS_FROM`] tasks, newest first, of which any time was written down. None with fewer than
/// two: one is no pattern.
pub fn learned(mut took: Vec<Took>) -> Option<Learned> {
    took.retain(|one| one.minutes > 0);
    took.truncate(LEARNS_FROM);
    if took.len() < 2 {
        return None;
    }
    let mut minutes: Vec<u32> = took.iter().map(|one| one.minutes).collect();
    minutes.sort_unstable();
    let middle = minutes.len() / 2;
    let median = match (minutes.len() % 2, minutes.get(middle.wrapping_sub(1)), minutes.get(middle)) {
        // Half a minute is rounded up: an estimate may not be short.
        (0, Some(low), Some(high)) => (low + high).div_ceil(2),
        (_, _, Some(one)) => *one,
        _ => return None,
    };
    Some(Learned { median, of: took })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(minutes: &[u32]) -> Option<u32> {
        let took = minutes.iter().enumerate().map(|(i, minutes)| Took {
            task: TaskId(i as i64),
            title: String::new(),
            on: "2026-11-02".parse().unwrap(),
            minutes: *minutes,
        });
        learned(took.collect()).map(|learned| learned.median)
    }

    #[test]
    fn the_middle_of_the_last_four_that_took_time() {
        assert_eq!(of(&[400]), None, "one is no pattern");
        assert_eq!(of(&[400, 0, 0]), None, "no time written down is no length");
        assert_eq!(of(&[60, 91]), Some(76));
        assert_eq!(of(&[10, 400, 30]), Some(30));
        assert_eq!(of(&[380, 420, 90, 600, 5, 5, 5]), Some(400), "older ones are forgotten");
        assert_eq!(of(&[380, 0, 420, 90, 600]), Some(400));
    }
}
