//! A school's year out of a calendar file: half-terms, INSET days, bank holidays and closures, to be looked over.

use super::day::{Held, held};
use super::holidays::{Holiday, beside, days_in_words, is_used, said_of, whole};
use super::wording::{Said, said};
use super::zone::When;
use super::{CalendarProblem, Problems, events};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use daybook_domain::Outcome;
use daybook_domain::calendar::bank_holidays::bank_holidays;
use daybook_domain::calendar::terms::HALF_TERMS;
use daybook_domain::calendar::{AcademicYear, Calendar, DayOff, DayOffKind, HalfTerm};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days within which two words for the first day, or two for the last, mean the same one: staff come before pupils.
pub(super) const SAME: i64 = 7;

/// A year's dates as a file says them, and what of it was not understood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchoolDates {
    /// What is proposed; it passes [`Calendar::check`].
    pub calendar: Calendar,
    /// Bank holidays and closures that lie in none of these half-terms: they may lie in one that is typed.
    pub outside: Vec<DayOff>,
    /// What was not understood, in the order of the file.
    pub problems: Vec<CalendarProblem>,
    /// How many more problems there were.
    pub unlisted: u32,
}

/// The first or the last day of a half-term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge {
    pub date: NaiveDate,
    /// A first day; otherwise a last one.
    pub first: bool,
    /// Worked out from a holiday beside it.
    pub beside: bool,
    pub line: u32,
}

/// The dates of an academic year by the words of a file's events: half-terms from "term starts", "term ends", holidays
/// and whole terms, with INSET days that lie against them; bank holidays inside them are added by rule. Faults:
/// `ics.too_big`, `ics.not_a_calendar`.
pub fn read_school_dates(bytes: &[u8], year: AcademicYear) -> Outcome<SchoolDates> {
    let (events, mut problems) = events(bytes)?;
    let (Some(opens), Some(closes)) = (year.first(), year.last()) else { return Ok(SchoolDates::default()) };
    let (mut edges, mut days_off, mut holidays) = (Vec::new(), Vec::new(), Vec::new());
    for held in held(&events, (opens, closes), &mut problems) {
        let (first, last) = span(&held);
        if last < opens || closes < first {
            continue;
        }
        let edge = |date, is_first| Edge { date, first: is_first, beside: false, line: held.event.line };
        match said(&held.event.title, (last - first).num_days() + 1) {
            Some(Said::Inset) => days_off.extend(off(&held, DayOffKind::Inset)),
            Some(Said::BankHoliday) => days_off.extend(off(&held, DayOffKind::BankHoliday)),
            Some(Said::Closure) => days_off.extend(off(&held, DayOffKind::Closure)),
            Some(Said::Holiday) => {
                holidays.push(Holiday { first, last, line: held.event.line, title: held.event.title.clone() });
            }
            Some(Said::Term) => edges.extend([edge(first, true), edge(last, false)]),
            Some(Said::Starts) => edges.push(edge(first, true)),
            Some(Said::Ends) => edges.push(edge(last, false)),
            None => problems.add(
                held.event.line,
                &held.event.title,
                format!(
                    "{}. It says neither that term starts or ends nor that a day is off, so it was left out.",
                    days_in_words(first, last)
                ),
            ),
        }
    }
    let holidays = whole(holidays);
    edges.extend(holidays.iter().flat_map(beside));
    edges.retain(|edge| opens <= edge.date && edge.date <= closes);
    days_off.retain(|off| opens <= off.date && off.date <= closes);
    days_off.sort_by_key(|off| off.date);
    days_off.dedup_by_key(|off| off.date);
    let half_terms = paired(edges, &days_off, &mut problems);
    for holiday in holidays.iter().filter(|holiday| !is_used(holiday, &half_terms)) {
        problems.add(holiday.line, &holiday.title, said_of(holiday));
    }
    let (calendar, outside) = proposed(half_terms, days_off, year);
    problems.listed.sort_by_key(|problem| problem.line);
    Ok(SchoolDates { calendar, outside, problems: problems.listed, unlisted: problems.unlisted })
}

/// First and last days, in pairs. Several words for one day count once, and what a holiday only hints at gives way.
fn paired(mut edges: Vec<Edge>, days_off: &[DayOff], problems: &mut Problems) -> Vec<(NaiveDate, NaiveDate)> {
    // Of two on one day the one that ends comes first: holidays that touch leave no half-term of a day between them.
    edges.sort_by_key(|edge| (edge.date, edge.first, edge.beside, edge.line));
    let mut runs: Vec<Vec<Edge>> = Vec::new();
    for edge in edges {
        match runs.last_mut() {
            Some(run)
                if run[0].first == edge.first
                    && run.last().is_some_and(|last| (edge.date - last.date).num_days() <= SAME) =>
            {
                run.push(edge);
            }
            _ => runs.push(vec![edge]),
        }
    }
    let chosen: Vec<Edge> = runs.iter().filter_map(|run| chosen(run)).collect();
    let mut pairs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let mut open: Option<Edge> = None;
    for edge in chosen {
        match (edge.first, open.take()) {
            (true, before) => {
                if let Some(before) = before {
                    problems.add(before.line, "", "A term starts here, and the file does not say when it ends.");
                }
                open = Some(edge);
            }
            (false, Some(start)) if start.date < edge.date => pairs.push((start.date, edge.date)),
            (false, _) => {
                // The holiday before the year's first day ends nothing.
                if !edge.beside || !pairs.is_empty() {
                    problems.add(edge.line, "", "A term ends here, and the file does not say when it starts.");
                }
            }
        }
    }
    if let Some(start) = open.filter(|start| !start.beside) {
        problems.add(start.line, "", "A term starts here, and the file does not say when it ends.");
    }
    for at in 0..pairs.len() {
        let before = at.checked_sub(1).and_then(|before| pairs.get(before)).map(|pair| pair.1);
        let after = pairs.get(at + 1).map(|pair| pair.0);
        if let Some(pair) = pairs.get_mut(at) {
            pair.0 = reached(pair.0, days_off, NaiveDate::pred_opt, |day| before.is_none_or(|before| before < day));
            pair.1 = reached(pair.1, days_off, NaiveDate::succ_opt, |day| after.is_none_or(|after| day < after));
        }
    }
    pairs
}

/// Of several words for one day, the earliest that is said of a first day, the latest of a last one.
fn chosen(run: &[Edge]) -> Option<Edge> {
    let said: Vec<&Edge> = run.iter().filter(|edge| !edge.beside).collect();
    let among = if said.is_empty() { run.iter().collect() } else { said };
    if run.first()?.first { among.first().copied().copied() } else { among.last().copied().copied() }
}

/// A first or last day, with the INSET days that lie against it.
fn reached(
    mut day: NaiveDate,
    days_off: &[DayOff],
    step: fn(&NaiveDate) -> Option<NaiveDate>,
    free: impl Fn(NaiveDate) -> bool,
) -> NaiveDate {
    let is_inset = |day: NaiveDate| days_off.iter().any(|off| off.date == day && off.kind == DayOffKind::Inset);
    while let Some(next) = weekday(day, step).filter(|next| is_inset(*next) && free(*next)) {
        day = next;
    }
    day
}

fn proposed(
    pairs: Vec<(NaiveDate, NaiveDate)>,
    mut days_off: Vec<DayOff>,
    year: AcademicYear,
) -> (Calendar, Vec<DayOff>) {
    let half_terms: Vec<HalfTerm> = (1..)
        .zip(pairs)
        .map(|(place, (first, last))| HalfTerm { name: format!("Half-term {place}"), first, last })
        .collect();
    let inside = |day: NaiveDate| half_terms.iter().any(|term| term.first <= day && day <= term.last);
    // INSET days may lie in holidays; other days off say nothing there.
    let outside = days_off.extract_if(.., |off| off.kind != DayOffKind::Inset && !inside(off.date)).collect();
    for holiday in [year.0, year.0.saturating_add(1)].into_iter().flat_map(bank_holidays) {
        if inside(holiday.date) && days_off.iter().all(|off| off.date != holiday.date) {
            days_off.push(holiday);
        }
    }
    days_off.sort_by_key(|off| off.date);
    let mut calendar = Calendar { half_terms, days_off };
    if calendar.half_terms.len() == HALF_TERMS {
        let names = ["Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"];
        for (half_term, name) in calendar.half_terms.iter_mut().zip(names) {
            half_term.name = name.to_owned();
        }
    }
    (calendar, outside)
}

/// The days an event takes, both included.
fn span(held: &Held<'_>) -> (NaiveDate, NaiveDate) {
    let first = held.start.in_london().date();
    let days = match held.start {
        When::Day(_) => (held.event.minutes / (24 * 60) - 1).max(0),
        When::At(..) => held.event.minutes / (24 * 60),
    };
    (first, first.checked_add_days(Days::new(u64::try_from(days).unwrap_or(0))).unwrap_or(first))
}

/// Its weekdays, as days off.
fn off(held: &Held<'_>, kind: DayOffKind) -> Vec<DayOff> {
    let (first, last) = span(held);
    let name: String = held.event.title.chars().take(80).collect();
    let days = first.iter_days().take_while(|day| *day <= last).filter(|day| !is_weekend(*day));
    days.map(|date| DayOff { date, kind, name: name.clone() }).collect()
}

/// The nearest weekday after a step or several.
pub(super) fn weekday(day: NaiveDate, step: fn(&NaiveDate) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let mut day = step(&day)?;
    while is_weekend(day) {
        day = step(&day)?;
    }
    Some(day)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
