//! What entries stand on: the hours of their day, and what their kinds of work were taken for. A closed week keeps its
//! own, so that looking back tells the same of it as its story.

use super::{Role, Row};
use crate::activity::Activity;
use crate::calendar::{AcademicYear, Calendar, days_of_week, monday_of};
use crate::clock::{Clock, Span};
use crate::entry::{EntryKind, Place};
use crate::hours::{DayHours, WeekHours};
use crate::ids::{ActivityId, EntryId, PupilId};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// What is noted of an entry, before it is known what it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Which entry.
    pub entry: EntryId,
    /// Its day.
    pub date: NaiveDate,
    /// When it began, if that was written down.
    pub start: Option<Clock>,
    /// How long, in minutes.
    pub minutes: u32,
    /// Its kind of work; none while it waits to be classified.
    pub activity: Option<ActivityId>,
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
}

/// What a closed week kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundOfWeek {
    /// The dates of its year.
    pub calendar: Calendar,
    /// Its hours, each day by the pattern in force on it.
    pub hours: Option<WeekHours>,
    /// The kinds of work in it.
    pub activities: Vec<Activity>,
}

/// What all the weeks looked at stand on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ground {
    /// The dates of each academic year.
    pub calendars: BTreeMap<AcademicYear, Calendar>,
    /// Every pattern of hours, oldest first.
    pub hours: Vec<WeekHours>,
    /// Kinds of work as they are now.
    pub activities: Vec<Activity>,
    /// What closed weeks kept, by their Mondays.
    pub kept: BTreeMap<NaiveDate, GroundOfWeek>,
}

impl Ground {
    /// The entries with what their weeks say of them.
    pub fn rows(&self, mut noted: Vec<Noted>) -> Vec<Row> {
        noted.sort_by_key(|each| each.date);
        let mut day: Option<(NaiveDate, DayHours)> = None;
        noted
            .into_iter()
            .map(|each| {
                let hours = match &day {
                    Some((date, hours)) if *date == each.date => hours,
                    _ => &day.insert((each.date, self.hours_on(each.date).unwrap_or_default())).1,
                };
                let span = each.start.and_then(|start| Span::of(start, each.minutes).ok());
                let out_of_hours = hours.outside(span, each.minutes, each.place);
                let activity = each.activity.and_then(|id| self.activity(each.date, id));
                Row {
                    entry: each.entry,
                    date: each.date,
                    minutes: each.minutes,
                    activity: each.activity,
                    purpose: activity.map(|activity| activity.purpose),
                    role: activity.map(Role::of),
                    place: each.place,
                    kind: each.kind,
                    pupils: each.pupils,
                    interrupter: each.interrupter,
                    private: each.private,
                    out_of_hours,
                }
            })
            .collect()
    }

    /// Protected SENCO minutes from one day to another, both included, by week; none of a week without hours.
    pub fn given(&self, (first, last): (NaiveDate, NaiveDate)) -> BTreeMap<NaiveDate, u32> {
        let mut given = BTreeMap::new();
        for day in days(first, last) {
            if let Some(hours) = self.hours_on(day) {
                *given.entry(monday_of(day)).or_default() += hours.protected_time().minutes();
            }
        }
        given
    }

    /// How many days from one to another are worked.
    pub fn worked_days(&self, (first, last): (NaiveDate, NaiveDate)) -> u32 {
        let worked =
            days(first, last).filter(|day| self.hours_on(*day).is_some_and(|hours| hours.contracted.is_some()));
        u32::try_from(worked.count()).unwrap_or(u32::MAX)
    }

    /// The hours that applied on a day; none where no hours are known.
    fn hours_on(&self, day: NaiveDate) -> Option<DayHours> {
        let monday = monday_of(day);
        if let Some(kept) = self.kept.get(&monday) {
            return kept.hours.as_ref().map(|hours| hours.applied(day, kept.calendar.kind_of(day)));
        }
        let hours = WeekHours::in_force(&self.hours, day)?;
        // A week is told from the dates of the years it is in, which for a day are those of its Monday and its Sunday.
        let years = days_of_week(monday).map(AcademicYear::of);
        let kind = match (years.first(), years.last()) {
            (Some(first), Some(last)) if first != last => {
                self.calendar(*first).clone().followed_by(self.calendar(*last).clone()).kind_of(day)
            }
            _ => self.calendar(AcademicYear::of(day)).kind_of(day),
        };
        Some(hours.applied(day, kind))
    }

    fn calendar(&self, year: AcademicYear) -> &Calendar {
        const NONE: &Calendar = &Calendar { half_terms: Vec::new(), days_off: Vec::new() };
        self.calendars.get(&year).unwrap_or(NONE)
    }

    /// A kind of work as the week of a day knew it.
    pub fn activity(&self, day: NaiveDate, id: ActivityId) -> Option<&Activity> {
        let of_week = self.kept.get(&monday_of(day)).map_or(&self.activities, |kept| &kept.activities);
        of_week.iter().find(|activity| activity.id == id)
    }
}

fn days(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(first), |day| day.checked_add_days(Days::new(1))).take_while(move |day| *day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::Purpose;
    use crate::calendar::examples::{date, year_2026};
    use crate::hours::WeekHours;

    fn hours(from: &str, start: u16, end: u16) -> WeekHours {
        let span = |start, end| Span { start: Clock::at(start, 0), end: Clock::at(end, 0) };
        let day = DayHours {
            contracted: Some(span(start, end)),
            protected: vec![span(start, start + 1)],
            ..DayHours::default()
        };
        let weekdays = (0..7).map(|at| if at < 5 { day.clone() } else { DayHours::default() }).collect();
        WeekHours { from: date(from), days: weekdays }
    }

    fn kind_of_work(purpose: Purpose, other_role: bool) -> Activity {
        Activity {
            id: ActivityId(3),
            name: "Assemblies".into(),
            purpose,
            statutory: false,
            administrative: false,
            with_pupils: true,
            other_role,
            own_burden: false,
            retired: false,
        }
    }

    fn noted(entry: i64, day: &str, start: Option<u16>, place: Place) -> Noted {
        Noted {
            entry: EntryId(entry),
            date: date(day),
            start: start.map(|hour| Clock::at(hour, 30)),
            minutes: 60,
            activity: Some(ActivityId(3)),
            place,
            kind: EntryKind::Extra,
            pupils: Vec::new(),
            interrupter: None,
            private: false,
        }
    }

    fn ground() -> Ground {
        Ground {
            calendars: [(AcademicYear(2026), year_2026())].into(),
            hours: vec![hours("2026-09-01", 8, 16), hours("2026-11-11", 9, 12)],
            activities: vec![kind_of_work(Purpose::Learning, true)],
            kept: BTreeMap::new(),
        }
    }

    #[test]
    fn what_is_out_of_hours_is_told_by_the_day_and_the_place() {
        let rows = ground().rows(vec![
            noted(1, "2026-11-03", Some(15), Place::School),
            noted(2, "2026-11-03", None, Place::Home),
            noted(3, "2026-11-03", None, Place::School),
            noted(4, "2026-11-11", Some(15), Place::School),
            noted(5, "2026-11-07", None, Place::School),
            noted(6, "2026-10-28", Some(9), Place::School),
        ]);
        let outside: Vec<(i64, u32)> = rows.iter().map(|row| (row.entry.0, row.out_of_hours)).collect();
        assert_eq!(outside, [(6, 60), (1, 30), (2, 60), (3, 0), (5, 60), (4, 60)], "by day, a holiday first");
        assert!(rows.iter().all(|row| row.role == Some(Role::Other)));
    }

    #[test]
    fn a_closed_week_keeps_what_it_stood_on() {
        let mut ground = ground();
        let kept = GroundOfWeek {
            calendar: year_2026(),
            hours: Some(hours("2026-09-01", 8, 17)),
            activities: vec![kind_of_work(Purpose::Strategy, false)],
        };
        ground.kept.insert(date("2026-11-02"), kept);
        let rows = ground.rows(vec![
            noted(1, "2026-11-03", Some(16), Place::School),
            noted(2, "2026-11-10", Some(16), Place::School),
        ]);
        let told: Vec<_> = rows.iter().map(|row| (row.out_of_hours, row.purpose, row.role)).collect();
        let (then, now) = ((Purpose::Strategy, Role::Senco), (Purpose::Learning, Role::Other));
        assert_eq!(told, [(30, Some(then.0), Some(then.1)), (60, Some(now.0), Some(now.1))]);
    }

    #[test]
    fn hours_given_are_those_of_the_days_that_were_worked() {
        let days = |from, to| (date(from), date(to));
        let given: Vec<u32> = ground().given(days("2026-10-19", "2026-11-08")).into_values().collect();
        assert_eq!(given, [300, 0, 300], "none in the holidays; staff training is worked");
        assert_eq!(ground().given(days("2026-11-04", "2026-11-05")).into_values().sum::<u32>(), 120);
        assert_eq!(ground().worked_days(days("2026-10-19", "2026-11-08")), 10);
        let unknown = Ground { hours: Vec::new(), ..ground() };
        assert_eq!(unknown.given(days("2026-10-19", "2026-11-08")), BTreeMap::new());
        let undated = Ground { calendars: BTreeMap::new(), ..ground() };
        assert_eq!(undated.worked_days(days("2026-10-26", "2026-11-01")), 5, "a day nobody spoke of counts as worked");
    }
}
