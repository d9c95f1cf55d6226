//! Which backups of a daybook stay and which may go.
//!
//! Close together for the last days, further apart the older they are. Days, weeks and months are counted that have a
//! backup, not those that went by, so that a clock years ahead takes one place of each and no more. Whatever the clock says,
//! the newest stays, and so does one that holds far more than everything after it: that is what a person looks for after a
//! bad day.

use crate::log::BackupReason;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use std::collections::HashSet;

/// The newest days that have a backup, of which every one stays: today and the one before.
const EVERY: usize = 2;

/// How many a day of those that make themselves over and over, on locking and before the first change.
const MOST_A_DAY: usize = 20;

/// The newest days that have a backup, of each of which the newest stays.
const DAILY: usize = 14;

/// The newest ISO weeks that have a backup, of each of which the newest stays.
const WEEKLY: usize = 8;

/// The newest months that have a backup, of each of which the newest stays.
const MONTHLY: usize = 24;

/// Days for which one made before a step that is hard to go back on stays, or one that somebody asked for.
const CHOSEN: i64 = 60;

/// More days than this between one backup and the next are taken for a clock that leapt, and count for nothing: what was
/// chosen stays longer rather than not long enough.
const LEAP: i64 = 60;

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
    let mut age = Age { after: today, days: 0 };
    let mut gone = Vec::new();
    for at in newest_first {
        let Kept { made_at, reason, rows } = kept[at];
        let day = made_at.date();
        // One from the future takes no place, else a clock that was ahead for long would leave none for what comes now. Each
        // other must be asked, because what is seen now stands for its day, week and month.
        let spaced = day > today || seen.keeps(day, reason);
        let fuller = rows > fullest.saturating_mul(2);
        fullest = fullest.max(rows);
        age.go_back_to(day);
        if !(spaced || fuller || is_chosen(reason) && age.days < CHOSEN) {
            gone.push(at);
        }
    }
    gone
}

fn is_chosen(reason: BackupReason) -> bool {
    use BackupReason::{Asked, Erase, FirstChange, Import, Lock, Migration, Repair, Restore};
    match reason {
        Migration | Restore | Erase | Asked => true,
        FirstChange | Lock | Import | Repair => false,
    }
}

/// How many days went by since, going back from one backup to the one before it.
struct Age {
    after: NaiveDate,
    days: i64,
}

impl Age {
    /// Those from the future are of no age.
    fn go_back_to(&mut self, day: NaiveDate) {
        let days = self.after.signed_duration_since(day).num_days();
        if days > 0 {
            self.after = day;
            self.days += if days > LEAP { 0 } else { days };
        }
    }
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
    fn keeps(&mut self, day: NaiveDate, reason: BackupReason) -> bool {
        let of_day = self.days.insert(day) && self.days.len() <= DAILY;
        let of_week = self.weeks.insert(monday(day)) && self.weeks.len() <= WEEKLY;
        let of_month = self.months.insert(day.year() * 12 + day.month0() as i32) && self.months.len() <= MONTHLY;
        let recent = self.days.len() <= EVERY && self.within_the_day(day, reason);
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
    }

    /// The days of a run of them, newest first, each with a backup.
    fn run(days: usize, every: u64) -> Vec<Kept> {
        let today: NaiveDate = TODAY.parse().unwrap();
        (0..days as u64)
            .map(|back| today.checked_sub_days(Days::new(back * every)).unwrap())
            .map(|day| of(&day.to_string(), Lock, 9))
            .collect()
    }

    /// How many days back those are that stay, each day having a backup.
    fn stay_of(kept: &[Kept], today: &str) -> Vec<i64> {
        let gone = thinned(kept, today.parse().unwrap());
        let newest: NaiveDate = TODAY.parse().unwrap();
        let left = kept.iter().enumerate().filter(|(at, _)| !gone.contains(at));
        left.map(|(_, one)| newest.signed_duration_since(one.made_at.date()).num_days()).collect()
    }

    #[test]
    fn each_of_14_days_then_of_8_weeks_then_of_24_months() {
        let mut expected: Vec<i64> = (0..14).collect();
        // The Sundays of the eight weeks, this Wednesday's being one of them, and the ends of September and before.
        expected.extend([17, 18, 24, 31, 38, 45, 49]);
        assert_eq!(stay_of(&run(60, 1), TODAY), expected);
        let months = stay_of(&run(40, 31), TODAY);
        assert_eq!(months.len(), 24, "those with a backup a month: {months:?}");
        assert_eq!(stay_of(&run(15, 7), TODAY).len(), 14, "days that have one, however far apart");
    }

    #[test]
    fn a_clock_years_ahead_takes_one_place_of_each() {
        for ahead in ["2031-01-02", "2126-01-02"] {
            let mut kept = run(60, 1);
            let before = stay_of(&kept, TODAY);
            kept.retain(|one| {
                let back = TODAY.parse::<NaiveDate>().unwrap().signed_duration_since(one.made_at.date()).num_days();
                before.contains(&back)
            });
            kept.push(of(ahead, Lock, 9));
            let gone = thinned(&kept, ahead.parse().unwrap());
            assert!(gone.len() <= 3, "{ahead}: a day, a week and a month at most, and not {gone:?}");
            assert!(!gone.contains(&(kept.len() - 1)), "{ahead}: the newest stays");
            let again = thinned(&kept, TODAY.parse().unwrap());
            assert_eq!(again, Vec::<usize>::new(), "{ahead}: back in time it takes no place at all");
        }
    }

    #[test]
    fn many_from_the_future_leave_room_for_those_of_now() {
        let mut kept: Vec<Kept> = (1..=28).map(|day| of(&format!("2031-01-{day:02}"), Lock, 9)).collect();
        kept.extend(run(10, 1));
        assert_eq!(thinned(&kept, TODAY.parse().unwrap()), Vec::<usize>::new());
    }

    #[test]
    fn what_stays_long() {
        // Enough days since that none of before has a place of its own but by its month.
        let filled = |day: &str, reason| {
            let mut kept = run(70, 1);
            kept.push(of(day, reason, 9));
            thinned(&kept, TODAY.parse().unwrap()).contains(&70)
        };
        for (reason, long) in [
            (Migration, true),
            (Restore, true),
            (Erase, true),
            (Asked, true),
            (Import, false),
            (Repair, false),
            (FirstChange, false),
        ] {
            assert_eq!(!filled("2026-09-20T07:00:00", reason), long, "59 days of {reason:?}");
            assert!(filled("2026-09-19T07:00:00", reason), "60 days of {reason:?}");
        }
    }

    #[test]
    fn a_clock_years_ahead_makes_what_was_chosen_no_older() {
        for (back, stays) in [(1, true), (59, true), (60, false)] {
            let mut kept = run(70, 1);
            let chosen = TODAY.parse::<NaiveDate>().unwrap().checked_sub_days(Days::new(back)).unwrap();
            kept.push(Kept { made_at: chosen.and_hms_opt(7, 0, 0).unwrap(), reason: Asked, rows: 9 });
            kept.push(of("2031-01-02", Lock, 9));
            for today in ["2031-01-02", TODAY] {
                let gone = thinned(&kept, today.parse().unwrap());
                assert_eq!(!gone.contains(&70), stays, "{back} days before, seen on {today}");
            }
        }
    }

    #[test]
    fn a_fuller_one_stays_until_something_as_full_comes_after_it() {
        // The days before fill every place but those of the months.
        let (some, full) =
            ([("2026-01-31", 10), ("2026-01-02", 21), ("2026-01-01", 40)], [("2023-01-02", 500), ("2023-01-01", 500)]);
        for (since, old, last) in [(10, &some[..], 72), (0, &full[..], 71)] {
            let mut kept = run(70, 1);
            kept.iter_mut().for_each(|one| one.rows = since);
            kept.extend(old.iter().map(|(day, rows)| of(day, Lock, *rows)));
            let mut gone = thinned(&kept, TODAY.parse().unwrap());
            gone.retain(|at| *at >= 70);
            assert_eq!(gone, [last], "{since} rows since: not more than twice what came after goes");
        }
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
