//! When an open daybook locks by itself: nobody touched it for a while, or the computer slept.
//!
//! Two clocks are read. The one that only runs tells how long nobody touched it, so that a clock set back or a change to
//! winter time neither locks nor keeps open. The one on the wall tells what the other may have slept through.

use crate::log::LockReason;
use chrono::{NaiveDateTime, TimeDelta};
use std::time::Duration;

/// Minutes without a touch after which a daybook locks, until she sets another number.
pub const USUAL_MINUTES: u32 = 10;

/// The most minutes that may be set. There is no never: a daybook left open in an office is the likeliest way in.
pub const MOST_MINUTES: u32 = 120;

/// A watch that looks every second or so and finds that much time gone was asleep.
const ASLEEP: Duration = Duration::from_secs(60);

/// Watches an open daybook.
#[derive(Debug, Clone)]
pub struct Watch {
    touched: Duration,
    seen: Option<(Duration, NaiveDateTime)>,
    last: Option<NaiveDateTime>,
}

impl Watch {
    /// A watch that begins now; `running` is the time on a clock that only runs.
    pub fn new(running: Duration) -> Self {
        Self { touched: running, seen: None, last: None }
    }

    /// Somebody pressed a key or moved the mouse.
    pub fn touch(&mut self, running: Duration) {
        self.touched = self.touched.max(running);
    }

    /// When somebody touched it last, by the clock on the wall, as far as it was awake to see it.
    pub fn touched_at(&self) -> Option<NaiveDateTime> {
        self.last
    }

    /// Looks, as every second or so, at both clocks (`utc` is the one on the wall), and says why to lock, if at all.
    pub fn look(&mut self, running: Duration, utc: NaiveDateTime, limit: Duration) -> Option<LockReason> {
        if let Some((before, then)) = self.seen.replace((running, utc)) {
            let ran = running.saturating_sub(before);
            let passed = utc.signed_duration_since(then).max(TimeDelta::zero()).to_std().unwrap_or_default();
            if ran.max(passed.saturating_sub(ran)) > ASLEEP {
                self.last = self.touch_by(before, then);
                return Some(LockReason::Sleep);
            }
        }
        self.last = self.touch_by(running, utc);
        (running.saturating_sub(self.touched) >= limit).then_some(LockReason::Idle)
    }
}

impl Watch {
    /// When it was touched last, by the clock on the wall that showed this when so much had run.
    fn touch_by(&self, running: Duration, utc: NaiveDateTime) -> Option<NaiveDateTime> {
        let ago = TimeDelta::from_std(running.saturating_sub(self.touched)).ok()?;
        utc.checked_sub_signed(ago)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(600);

    fn utc(seconds: i64) -> NaiveDateTime {
        NaiveDateTime::default() + TimeDelta::seconds(seconds)
    }

    /// Looks at each moment (seconds on the clock that runs, seconds on the wall) and returns what the last look said.
    fn after(touched: u64, looks: &[(u64, i64)]) -> Option<LockReason> {
        let mut watch = Watch::new(Duration::ZERO);
        watch.touch(Duration::from_secs(touched));
        let mut said = None;
        for (running, wall) in looks {
            said = watch.look(Duration::from_secs(*running), utc(*wall), LIMIT);
        }
        said
    }

    #[test]
    fn it_locks_when_nobody_touched_it_or_the_computer_slept() {
        let every_second = |seconds: u64| (0..=seconds).map(|s| (s, s as i64)).collect::<Vec<_>>();
        assert_eq!(after(0, &every_second(599)), None, "a second before the limit");
        assert_eq!(after(0, &every_second(600)), Some(LockReason::Idle));
        assert_eq!(after(300, &every_second(600)), None, "touched half-way");
        assert_eq!(after(0, &[(0, 0), (1, 62)]), Some(LockReason::Sleep), "the running clock stood while it slept");
        assert_eq!(after(0, &[(0, 0), (62, 62)]), Some(LockReason::Sleep), "the running clock ran while it slept");
        assert_eq!(after(0, &[(0, 0), (59, 59)]), None, "a computer that is merely slow");
        assert_eq!(after(0, &[(0, 0), (1, -86_400)]), None, "a clock set back");
        assert_eq!(after(0, &[(0, 7_200), (600, 600)]), Some(LockReason::Sleep), "looked ten minutes late");
    }

    #[test]
    fn it_knows_when_it_was_touched_last_whatever_came_after() {
        for (looks, expected) in [
            (&[(0, 0), (40, 40), (41, 9_041)][..], 30),
            (&[(0, 0), (40, 40), (9_041, 9_041)], 30),
            (&[(0, 0), (40, 40), (50, 50)], 30),
            (&[(0, 0), (40, -3_560)], -3_570),
        ] {
            let mut watch = Watch::new(Duration::ZERO);
            watch.touch(Duration::from_secs(30));
            for (running, wall) in looks {
                let _ = watch.look(Duration::from_secs(*running), utc(*wall), LIMIT);
            }
            assert_eq!(watch.touched_at(), Some(utc(expected)), "{looks:?}");
        }
    }

    #[test]
    fn a_clock_set_back_does_not_keep_it_open() {
        let looks: Vec<_> = (0..=600).map(|s| (s, if s < 300 { s as i64 } else { s as i64 - 7_200 })).collect();
        assert_eq!(after(0, &looks), Some(LockReason::Idle));
    }
}
