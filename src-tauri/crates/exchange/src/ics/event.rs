//! Content lines to events: each by itself, with the line it begins on.

use super::Problems;
use super::lines::{Line, lines};
use super::zone::{When, when, zone};
use chrono::TimeDelta;
use chrono_tz::{Europe::London, Tz};

/// Lengths longer than this are a slip: 400 days.
const LONGEST: i64 = 400 * 24 * 60;

/// Days left out of or added to a repetition that are read of one event.
const MOST_DATES: usize = 2_000;

/// An event as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    /// The line it begins on.
    pub line: u32,
    /// Its identity, or one made of its line.
    pub uid: String,
    /// Its title; may be empty.
    pub title: String,
    /// When it begins.
    pub start: When,
    /// How long, in minutes of the clock on the wall; of whole days, a multiple of a day.
    pub minutes: i64,
    /// Its rule of repetition.
    pub rule: Option<String>,
    /// Repetitions left out.
    pub without: Vec<When>,
    /// Repetitions added.
    pub with: Vec<When>,
    /// Which repetition of the same identity it takes the place of.
    pub instead_of: Option<When>,
    /// Called off.
    pub cancelled: bool,
}

/// The events of a text, those called off too. None where it is no calendar at all.
pub(super) fn read(text: &str, problems: &mut Problems) -> Option<Vec<Event>> {
    let mut events = Vec::new();
    let mut open: Option<Draft> = None;
    let mut is_calendar = false;
    for line in lines(text) {
        let value = line.value.trim().to_ascii_uppercase();
        match (line.name.as_str(), value.as_str()) {
            ("BEGIN", "VCALENDAR") => is_calendar = true,
            ("BEGIN", "VEVENT") => {
                is_calendar = true;
                events.extend(open.take().and_then(|draft| draft.cut_off(problems)));
                open = Some(Draft::new(line.number));
            }
            ("END", "VEVENT") => events.extend(open.take().and_then(|draft| draft.finished(problems))),
            ("END", "VCALENDAR") => events.extend(open.take().and_then(|draft| draft.cut_off(problems))),
            ("BEGIN", _) => {
                if let Some(draft) = &mut open {
                    draft.inner += 1;
                }
            }
            ("END", _) => {
                if let Some(draft) = &mut open {
                    draft.inner = draft.inner.saturating_sub(1);
                }
            }
            _ => {
                if let Some(draft) = open.as_mut().filter(|draft| draft.inner == 0) {
                    draft.take(line, problems);
                }
            }
        }
    }
    events.extend(open.take().and_then(|draft| draft.cut_off(problems)));
    is_calendar.then_some(events)
}

/// An event while its lines are read.
struct Draft {
    line: u32,
    uid: String,
    title: String,
    start: Option<When>,
    bad_start: bool,
    end: Option<When>,
    length: Option<i64>,
    rule: Option<String>,
    without: Vec<When>,
    with: Vec<When>,
    instead_of: Option<When>,
    cancelled: bool,
    /// How deep inside an alarm or another part of it.
    inner: u32,
}

impl Draft {
    fn new(line: u32) -> Self {
        Self {
            line,
            uid: String::new(),
            title: String::new(),
            start: None,
            bad_start: false,
            end: None,
            length: None,
            rule: None,
            without: Vec::new(),
            with: Vec::new(),
            instead_of: None,
            cancelled: false,
            inner: 0,
        }
    }

    fn take(&mut self, line: Line, problems: &mut Problems) {
        match line.name.as_str() {
            "UID" => self.uid = line.text().chars().take(200).collect(),
            "SUMMARY" => self.title = line.text(),
            "STATUS" => self.cancelled = line.value.trim().eq_ignore_ascii_case("CANCELLED"),
            "RRULE" => self.rule = Some(line.value.trim().to_ascii_uppercase()),
            "DTSTART" => {
                self.start = self.one(&line, problems);
                self.bad_start = self.start.is_none();
            }
            "DTEND" => {
                self.end = self.one(&line, problems);
                if self.end.is_none() {
                    problems.add(line.number, &self.title, "Its end is no date that can be read; it was left out.");
                }
            }
            "DURATION" => self.length = minutes(&line.value),
            "RECURRENCE-ID" => self.instead_of = self.one(&line, problems),
            "EXDATE" => {
                let dates = self.many(&line, problems);
                self.without.extend(dates);
            }
            "RDATE" => {
                let dates = self.many(&line, problems);
                self.with.extend(dates);
            }
            "" => problems.add(line.number, &self.title, "This line cannot be read; it was passed over."),
            _ => {}
        }
    }

    fn one(&self, line: &Line, problems: &mut Problems) -> Option<When> {
        when(&line.value, self.zone(line, problems))
    }

    fn many(&self, line: &Line, problems: &mut Problems) -> Vec<When> {
        let zone = self.zone(line, problems);
        let dates: Vec<Option<When>> = line.value.split(',').take(MOST_DATES).map(|date| when(date, zone)).collect();
        if dates.contains(&None) {
            problems.add(line.number, &self.title, "A day left out or added cannot be read; it was passed over.");
        }
        dates.into_iter().flatten().collect()
    }

    fn zone(&self, line: &Line, problems: &mut Problems) -> Tz {
        let Some(name) = line.parameter("TZID") else { return London };
        zone(name).unwrap_or_else(|| {
            problems.add(line.number, &self.title, "Nobody knows its time zone; it was read as London time.");
            London
        })
    }

    fn cut_off(self, problems: &mut Problems) -> Option<Event> {
        problems.add(self.line, &self.title, "The event has no end; it was read as far as it goes.");
        self.finished(problems)
    }

    fn finished(self, problems: &mut Problems) -> Option<Event> {
        let Some(start) = self.start else {
            let why =
                if self.bad_start { "Its start is no date that can be read" } else { "It does not say when it begins" };
            problems.add(self.line, &self.title, format!("{why}; the event was left out."));
            return None;
        };
        let day = matches!(start, When::Day(_));
        let usual = if day { 24 * 60 } else { 0 };
        let mut length = match (self.end, self.length) {
            (Some(end), _) => between(start, end),
            (None, Some(length)) => length,
            (None, None) => usual,
        };
        if !(0..=LONGEST).contains(&length) {
            problems.add(self.line, &self.title, "It ends before it begins, or years later; only its start was read.");
            length = usual;
        }
        if day {
            length = length.max(usual) / usual * usual;
        }
        Some(Event {
            line: self.line,
            uid: if self.uid.is_empty() { format!("line-{}", self.line) } else { self.uid },
            title: self.title,
            start,
            minutes: length,
            rule: self.rule,
            without: self.without,
            with: self.with,
            instead_of: self.instead_of,
            cancelled: self.cancelled,
        })
    }
}

/// Minutes from a start to an end, by the clock they share or else by the one in London.
fn between(start: When, end: When) -> i64 {
    let shared = match (start, end) {
        (When::At(_, a), When::At(_, b)) => a == b,
        (When::Day(_), _) | (_, When::Day(_)) => true,
    };
    let length = if shared { end.local() - start.local() } else { end.in_london() - start.in_london() };
    length.num_minutes()
}

/// A duration such as `PT1H30M` or `P2D`, in minutes (RFC 5545, 3.3.6).
fn minutes(value: &str) -> Option<i64> {
    let value = value.trim().to_ascii_uppercase();
    let mut rest = value.strip_prefix('+').unwrap_or(&value).strip_prefix('P')?;
    let mut sum = TimeDelta::zero();
    while !rest.is_empty() {
        rest = rest.strip_prefix('T').unwrap_or(rest);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: i32 = rest.get(..digits)?.parse().ok()?;
        let seconds = match rest.get(digits..digits + 1)? {
            "W" => 7 * 24 * 3600,
            "D" => 24 * 3600,
            "H" => 3600,
            "M" => 60,
            "S" => 1,
            _ => return None,
        };
        sum = sum.checked_add(&TimeDelta::seconds(i64::from(number) * seconds))?;
        rest = rest.get(digits + 1..)?;
    }
    Some(sum.num_minutes())
}
