//! Which backups of a daybook stay and which may go.
//!
//! Close together for the last days, further apart the older they are. Whatever the clock says, the newest stays, and so
//! does one that holds far more than everything after it: that is what a person looks for after a bad day.

use crate::log::BackupReason;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use std::collections::HashSet;

/// Days of which every backup stays: today and yesterday.
const EVERY: i64 = 2;

/// How many a day of those that make themselves over and over, on locking and before the first change.
const MOST_A_DAY: usize = 20;

/// Days of each of which the newest stays.
const DAILY: i64 = 14;

/// ISO weeks of each of which the newest stays.
const WEEKLY: i64 = 8;

/// Months of each of which the newest stays.
const MONTHLY: i32 = 24;

/// Days for which one made before a step that is hard to go back on stays, or one that somebody asked for.
const CHOSEN: i64 = 60;

/// A backup there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// When it was made.
    pub made_at: NaiveDateTime,
    /// Why.
    pub reason: BackupReason,
    /// How many rows of the daybook's own it holds, those of its journal left out.
    pub rows: u64,
}

/// The positions of the backups that may go, in no order that matters. Those from the future stay.
pub fn thinned(kept: &[Kept], today: NaiveDate) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..kept.len()).collect();
    newest_first.sort_by_key(|at| std::cmp::Reverse((kept[*at].made_at, *at)));
    let mut seen = Seen::default();
    let mut fullest = 0_u64;
    let mut gone = Vec::new();
    for (rank, at) in newest_first.into_iter().enumerate() {
        let Kept { made_at, reason, rows } = kept[at];
        // Each must be asked, because what is seen now stands for its day, week and month.
        let spaced = seen.keeps(made_at.date(), reason, today);
        let fuller = rows > fullest.saturating_mul(2);
        fullest = fullest.max(rows);
        if !(rank == 0 || spaced || fuller || stays_long(reason, made_at.date(), today)) {
            gone.push(at);
        }
    }
    gone
}

fn stays_long(reason: BackupReason, day: NaiveDate, today: NaiveDate) -> bool {
    use BackupReason::{Asked, Erase, FirstChange, Import, Lock, Migration, Repair, Restore};
    match reason {
        Migration | Restore | Erase | Asked => age(day, today) < CHOSEN,
        FirstChange | Lock | Import | Repair => false,
    }
}

fn age(day: NaiveDate, today: NaiveDate) -> i64 {
    today.signed_duration_since(day).num_days()
}

/// The days, weeks and months that have a backup already, going back in time.
#[derive(Default)]
struct Seen {
    days: HashSet<NaiveDate>,
    weeks: HashSet<NaiveDate>,
    months: HashSet<i32>,
    /// The day under way and how many of it made themselves.
    usual: Option<(NaiveDate, usize)>,
}

impl Seen {
    fn keeps(&mut self, day: NaiveDate, reason: BackupReason, today: NaiveDate) -> bool {
        let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
        let (week, this_week) = (monday(day), monday(today));
        let of_day = self.days.insert(day) && age(day, today) < DAILY;
        let of_week = self.weeks.insert(week) && age(week, this_week) < WEEKLY * 7;
        let of_month = self.months.insert(month(day)) && month(today) - month(day) < MONTHLY;
        let recent = age(day, today) < EVERY && self.within_the_day(day, reason);
        of_day || of_week || of_month || recent
    }

    fn within_the_day(&mut self, day: NaiveDate, reason: BackupReason) -> bool {
        if !matches!(reason, BackupReason::Lock | BackupReason::FirstChange) {
            return true;
        }
        let so_far = match self.usual {
            Some((of, so_far)) if of == day => so_far,
            Some(_) | None => 0,
        };
        self.usual = Some((day, so_far + 1));
        so_far < MOST_A_DAY
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use BackupReason::{Asked, Erase, FirstChange, Import, Lock, Migration, Repair, Restore};

    /// A Wednesday.
    const TODAY: &str = "2026-11-18";

    fn of(at: &str, reason: BackupReason, rows: u64) -> Kept {
        let at = if at.len() == 10 { format!("{at}T08:00:00") } else { at.to_owned() };
        Kept { made_at: at.parse().unwrap(), reason, rows }
    }

    /// Checks which of some backups stay, by their moments.
    fn stay(case: &str, kept: &[(&str, BackupReason, u64)], expected: &[&str]) {
        let backups: Vec<Kept> = kept.iter().map(|(at, reason, rows)| of(at, *reason, *rows)).collect();
        let gone = thinned(&backups, TODAY.parse().unwrap());
        let left: Vec<&str> =
            kept.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, (at, ..))| *at).collect();
        assert_eq!(left, expected, "{case}");
    }

    #[test]
    fn what_stays_of_a_few() {
        stay("nothing to thin", &[], &[]);
        stay("the only one, however old", &[("2001-01-01", Lock, 5)], &["2001-01-01"]);
        stay(
            "everything of today and yesterday, the newest of the day before",
            &[
                ("2026-11-18T09:00:00", FirstChange, 9),
                ("2026-11-18T16:00:00", Lock, 9),
                ("2026-11-17T09:00:00", FirstChange, 9),
                ("2026-11-17T16:00:00", Lock, 9),
                ("2026-11-16T09:00:00", FirstChange, 9),
                ("2026-11-16T16:00:00", Lock, 9),
            ],
            &[
                "2026-11-18T09:00:00",
                "2026-11-18T16:00:00",
                "2026-11-17T09:00:00",
                "2026-11-17T16:00:00",
                "2026-11-16T16:00:00",
            ],
        );
        stay(
            "each of 14 days, then the newest of its week",
            &[
                ("2026-11-18", Lock, 9),
                ("2026-11-05", Lock, 9),
                ("2026-11-04", Lock, 9),
                ("2026-11-03", Lock, 9),
                ("2026-10-29", Lock, 9),
                ("2026-10-28", Lock, 9),
            ],
            &["2026-11-18", "2026-11-05", "2026-10-29"],
        );
        stay(
            "each of 8 weeks, then the newest of its month",
            // The week of 28 September is the eighth, counting this one.
            &[
                ("2026-11-18", Lock, 9),
                ("2026-10-01", Lock, 9),
                ("2026-09-29", Lock, 9),
                ("2026-09-24", Lock, 9),
                ("2026-09-17", Lock, 9),
            ],
            &["2026-11-18", "2026-10-01", "2026-09-29"],
        );
    }

    #[test]
    fn months_and_what_stays_long() {
        stay(
            "each of 24 months",
            &[("2026-11-18", Lock, 9), ("2024-12-03", Lock, 9), ("2024-12-02", Lock, 9), ("2024-11-30", Lock, 9)],
            &["2026-11-18", "2024-12-03"],
        );
        for (reason, long) in [
            (Migration, true),
            (Restore, true),
            (Erase, true),
            (Asked, true),
            (Import, false),
            (Repair, false),
            (FirstChange, false),
        ] {
            let day = "2026-09-20T07:00:00";
            let kept = [("2026-11-18", Lock, 9), ("2026-09-20T08:00:00", Lock, 9), (day, reason, 9)];
            let expected: &[&str] =
                if long { &["2026-11-18", "2026-09-20T08:00:00", day] } else { &["2026-11-18", "2026-09-20T08:00:00"] };
            stay(&format!("59 days of {reason:?}"), &kept, expected);
            let day = "2026-09-19T07:00:00";
            let kept = [("2026-11-18", Lock, 9), ("2026-09-20T08:00:00", Lock, 9), (day, reason, 9)];
            stay(&format!("60 days of {reason:?}"), &kept, &["2026-11-18", "2026-09-20T08:00:00"]);
        }
    }

    #[test]
    fn a_fuller_one_stays_until_something_as_full_comes_after_it() {
        stay(
            "twice as full as all after it is not more than twice",
            &[("2026-11-18", Lock, 10), ("2026-01-31", Lock, 10), ("2026-01-02", Lock, 21), ("2026-01-01", Lock, 40)],
            &["2026-11-18", "2026-01-31", "2026-01-02"],
        );
        stay(
            "an empty daybook after a full one",
            &[("2026-11-18", Lock, 0), ("2023-01-02", Lock, 500), ("2023-01-01", Lock, 500)],
            &["2026-11-18", "2023-01-02"],
        );
    }

    #[test]
    fn a_day_of_much_locking_keeps_its_newest_twenty() {
        let mut kept: Vec<Kept> = (0..30).map(|minute| of(&format!("2026-11-18T09:{minute:02}:00"), Lock, 9)).collect();
        kept.push(of("2026-11-18T08:00:00", Import, 9));
        let mut gone = thinned(&kept, TODAY.parse().unwrap());
        gone.sort_unstable();
        assert_eq!(gone, (0..10).collect::<Vec<_>>(), "the oldest ten of those that made themselves");
    }

    #[test]
    fn a_clock_that_was_wrong_loses_nothing() {
        stay(
            "two made in the future",
            &[("2031-01-01T08:00:00", Import, 9), ("2031-01-01T09:00:00", Import, 9), ("2026-11-18", Lock, 9)],
            &["2031-01-01T08:00:00", "2031-01-01T09:00:00", "2026-11-18"],
        );
        let most = of("2026-11-18", Lock, u64::MAX);
        assert_eq!(thinned(&[most, most], NaiveDate::MIN), Vec::<usize>::new(), "no sum overflows");
    }
}
