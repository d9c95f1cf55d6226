//! Repetitions of an event that touch the days asked for (RFC 5545, 3.3.10), bounded however the rule is written.

use super::Problems;
use super::event::Event;
use super::zone::When;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};
use std::collections::HashSet;

/// Steps that all rules of a file may take together.
const STEPS_OF_A_FILE: u32 = 1_000_000;

/// Steps that a rule which names no day at all is taken to cost: it is tried for thousands of years.
const STEPS_OF_NOTHING: u32 = 200_000;

/// Parts of a rule that are understood, beside how often and how long.
const PARTS: [&str; 7] = ["BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYYEARDAY", "BYWEEKNO", "WKST"];

/// How far the rules of one file may still be followed.
pub(super) struct Budget(u32);

impl Budget {
    pub fn new() -> Self {
        Self(STEPS_OF_A_FILE)
    }

    fn spend(&mut self, steps: u32) -> bool {
        let enough = self.0 >= steps;
        self.0 = self.0.saturating_sub(steps);
        enough
    }
}

/// When an event begins, as often as it does between two days; without what it leaves out, and with what it adds.
pub(super) fn starts(
    event: &Event,
    days: (NaiveDate, NaiveDate),
    budget: &mut Budget,
    problems: &mut Problems,
) -> Vec<When> {
    let mut starts = match &event.rule {
        None => vec![event.start],
        Some(rule) => match follow(event, rule, days, budget) {
            Ok(starts) => starts,
            Err(sentence) => {
                problems.add(event.line, &event.title, sentence);
                vec![event.start]
            }
        },
    };
    starts.extend(&event.with);
    let mut without = Named::default();
    event.without.iter().for_each(|named| without.add(*named));
    starts.retain(|start| !without.holds(*start));
    starts
}

/// Starts that are named to be left out; some programs name the day alone.
#[derive(Debug, Default)]
pub(super) struct Named {
    days: HashSet<NaiveDate>,
    moments: HashSet<NaiveDateTime>,
}

impl Named {
    pub fn add(&mut self, named: When) {
        match named {
            When::Day(day) => drop(self.days.insert(day)),
            When::At(..) => drop(self.moments.insert(named.in_london())),
        }
    }

    pub fn holds(&self, start: When) -> bool {
        self.days.contains(&start.local().date()) || self.moments.contains(&start.in_london())
    }
}

fn follow(
    event: &Event,
    text: &str,
    days: (NaiveDate, NaiveDate),
    budget: &mut Budget,
) -> Result<Vec<When>, &'static str> {
    const UNREADABLE: &str = "How it repeats cannot be read; only its first day was taken.";
    const TOO_MANY: &str = "Too much in this file repeats for too long; of this event only the first day was taken.";
    if !budget.spend(1) {
        return Err(TOO_MANY);
    }
    let Rule { rule, every, days_of, until, counted } = understood(text, event.start).ok_or(UNREADABLE)?;
    // A day and more on either side, because places have their days at other times.
    let margin = Days::new(2 + u64::try_from(event.minutes / (24 * 60)).unwrap_or(0));
    let first = days.0.checked_sub_days(margin).unwrap_or(days.0).and_time(chrono::NaiveTime::MIN);
    let last = days.1.checked_add_days(Days::new(2)).unwrap_or(days.1).and_time(chrono::NaiveTime::MIN);
    let mut from = event.start.local();
    if let Some(length) = days_of.filter(|_| !counted) {
        // Whole periods on, so that a meeting of long ago is not followed day by day.
        let period = length * i64::from(every);
        let skipped = ((first - from).num_days() / period - 1).max(0);
        from = from.checked_add_signed(TimeDelta::days(skipped * period)).unwrap_or(from);
    }
    let carried = Tz::UTC.from_utc_datetime(&from);
    let rule = rule.validate(carried).map_err(|_| UNREADABLE)?;
    let mut found = Vec::new();
    let mut steps = 0;
    for moment in &RRuleSet::new(carried).rrule(rule).limit() {
        let local = moment.naive_utc();
        steps += 1;
        if !budget.spend(1) {
            return Err(TOO_MANY);
        }
        if local > last || until.is_some_and(|until| event.start.moved(local).in_london() > until) {
            break;
        }
        if local >= first {
            found.push(event.start.moved(local));
        }
    }
    if steps == 0 && !budget.spend(STEPS_OF_NOTHING) {
        return Err(TOO_MANY);
    }
    Ok(found)
}

struct Rule {
    rule: RRule<Unvalidated>,
    every: u16,
    /// Days of its period, where these are always as many.
    days_of: Option<i64>,
    /// Its end, in London time.
    until: Option<NaiveDateTime>,
    counted: bool,
}

/// A rule by the day or longer. Its end is taken out, because programs write it in every way but the one prescribed.
fn understood(text: &str, start: When) -> Option<Rule> {
    if text.len() > 500 {
        return None;
    }
    let (mut freq, mut every, mut until, mut count, mut kept) = (None, 1_u16, None, None, Vec::new());
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=')?;
        match name {
            "FREQ" => freq = Some(value),
            "INTERVAL" => every = value.parse().ok().filter(|every| (1..=1_000).contains(every))?,
            "UNTIL" => until = Some(end(value, start)?),
            "COUNT" => count = Some(value.parse::<u32>().ok().filter(|count| (1..=100_000).contains(count))?),
            name if PARTS.contains(&name) => kept.push(part),
            _ => return None,
        }
    }
    let (freq, days_of) = match freq? {
        "DAILY" => (Frequency::Daily, Some(1)),
        "WEEKLY" => (Frequency::Weekly, Some(7)),
        "MONTHLY" => (Frequency::Monthly, None),
        "YEARLY" => (Frequency::Yearly, None),
        _ => return None,
    };
    let text = format!("FREQ={freq};INTERVAL={every}");
    let mut text = kept.iter().fold(text, |text, part| format!("{text};{part}"));
    if let Some(count) = count {
        text = format!("{text};COUNT={count}");
    }
    Some(Rule { rule: text.parse().ok()?, every, days_of, until, counted: count.is_some() })
}

/// The last moment of a rule, in London time; a day is its last minute.
fn end(value: &str, start: When) -> Option<NaiveDateTime> {
    let zone = match start {
        When::At(_, zone) => zone,
        When::Day(_) => chrono_tz::Europe::London,
    };
    Some(match super::zone::when(value, zone)? {
        When::Day(day) => start.moved(day.and_hms_opt(23, 59, 59)?).in_london().max(day.and_hms_opt(23, 59, 59)?),
        at @ When::At(..) => at.in_london(),
    })
}
