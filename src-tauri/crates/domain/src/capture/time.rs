//! Times and lengths at the beginning of a line, and lengths at its end.

use super::{plain, trimmed};
use crate::clock::{Clock, DAY, Span};

/// When and how long, and which words are left.
pub(super) struct Timing {
    pub start: Option<Clock>,
    pub minutes: Option<u32>,
    /// Words at the beginning that said so.
    pub used: usize,
    /// Where the words end that did not.
    pub ends: usize,
}

/// Lengths in words.
const IN_WORDS: [(&[&str], u32); 9] = [
    (&["an", "hour", "and", "a", "half"], 90),
    (&["quarter", "of", "an", "hour"], 15),
    (&["half", "an", "hour"], 30),
    (&["half", "hour"], 30),
    (&["half-hour"], 30),
    (&["an", "hour"], 60),
    (&["one", "hour"], 60),
    (&["two", "hours"], 120),
    (&["five", "minutes"], 5),
];

const MINUTES: [&str; 6] = ["m", "min", "mins", "minute", "minutes", "'"];

const HOURS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];

/// Reads what leads and what ends the line, typed at this time of day.
pub(super) fn read(words: &[&str], now: Clock) -> Timing {
    let mut timing = Timing { start: None, minutes: None, used: 0, ends: words.len() };
    while let Some(word) = words.get(timing.used) {
        let rest = &words[timing.used..];
        let introduced = usize::from(matches!(plain(word).as_str(), "at" | "from") && rest.len() > 1);
        if timing.start.is_none()
            && timing.minutes.is_none()
            && let Some((start, minutes)) = range(rest[introduced], now)
        {
            (timing.start, timing.minutes) = (Some(start), Some(minutes));
            timing.used += introduced + 1;
        } else if timing.start.is_none()
            && let Some(start) =
                clock(rest[introduced]).map(|said| said.past(now)).filter(|_| !is_unit(rest.get(introduced + 1)))
        {
            timing.start = Some(start);
            timing.used += introduced + 1;
        } else if timing.minutes.is_none()
            && let Some((minutes, used)) = length(rest, true)
        {
            timing.minutes = Some(minutes);
            timing.used += used;
        } else if timing.used > 0 && trimmed(word).is_empty() {
            timing.used += 1;
        } else {
            break;
        }
    }
    if timing.minutes.is_none() {
        let last = (timing.used..words.len()).find_map(|at| {
            let (minutes, used) = length(&words[at..], false)?;
            (at + used == words.len()).then_some((minutes, at))
        });
        if let Some((minutes, at)) = last {
            (timing.minutes, timing.ends) = (Some(minutes), at);
        }
    }
    timing
}

/// "1.25 hours" begins no lesson at 13:25.
fn is_unit(word: Option<&&str>) -> bool {
    word.is_some_and(|word| MINUTES.contains(&plain(word).as_str()) || HOURS.contains(&plain(word).as_str()))
}

/// A time of day as it was written: the one meant, and the one twelve hours before it that may be meant as well.
#[derive(Clone, Copy)]
struct Said {
    time: Clock,
    morning: Option<Clock>,
}

impl Said {
    /// What is captured has begun: an afternoon that still lies ahead is no afternoon.
    fn past(self, now: Clock) -> Clock {
        self.morning.filter(|_| self.time > now).unwrap_or(self.time)
    }
}

/// "9:15-9:40" as a start and a length.
fn range(word: &str, now: Clock) -> Option<(Clock, u32)> {
    let (start, end) = trimmed(word).split_once(['-', '–'])?;
    let (start, end) = (clock(start)?, clock(end)?);
    // "6:30-7:10" begins in the morning because it ends there.
    let spans = [start.past(now), start.morning.unwrap_or(start.time)]
        .into_iter()
        .flat_map(|start| [end.past(now), end.time].map(|end| Span { start, end }));
    let span = spans.into_iter().find(|span| span.minutes() > 0)?;
    Some((span.start, span.minutes()))
}

/// "9:15", "9.15", "0915", "2pm": a time of day; 1 to 6 o'clock without a leading zero is in the afternoon, if it may.
fn clock(word: &str) -> Option<Said> {
    let sure = |time: Clock| Said { time, morning: None };
    let word = trimmed(word).to_lowercase();
    let (digits, half) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (None, Some(digits)) => (digits, Some(12)),
        (None, None) => (word.as_str(), None),
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if half.is_some() => (digits, "00"),
        None if digits.len() == 4 && digits.is_ascii() => {
            // Four bare digits may be a calendar year: only a school's hours are believed.
            return Some(digits.split_at(2))
                .filter(|_| ("0600"..="1859").contains(&digits))
                .and_then(|(h, m)| at(h, m))
                .map(sure);
        }
        None => return None,
    };
    let time = at(hour, minute)?;
    let (hours, minutes) = (time.minutes() / 60, time.minutes() % 60);
    match half {
        Some(_) if !(1..=12).contains(&hours) => None,
        Some(half) => Clock::new((hours % 12 + half) * 60 + minutes).ok().map(sure),
        None if (1..=6).contains(&hours) && hour.len() == 1 => {
            let afternoon = Clock::new((hours + 12) * 60 + minutes).ok()?;
            Some(Said { time: afternoon, morning: Some(time) })
        }
        None => Some(sure(time)),
    }
}

fn at(hour: &str, minute: &str) -> Option<Clock> {
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60).then(|| Clock::new(hour * 60 + minute).ok())?
}

/// A length in minutes and how many words it takes; a bare number is one only where the line begins with it.
fn length(words: &[&str], leading: bool) -> Option<(u32, usize)> {
    let spoken: Vec<String> = words.iter().take(5).map(|word| plain(word)).collect();
    let (minutes, used) = IN_WORDS
        .iter()
        .find(|(said, _)| spoken.len() >= said.len() && said.iter().zip(&spoken).all(|(a, b)| a == b))
        .map(|(said, minutes)| (*minutes, said.len()))
        .or_else(|| in_figures(&spoken, leading))?;
    (1..=DAY).contains(&minutes).then_some((minutes, used))
}

fn in_figures(spoken: &[String], leading: bool) -> Option<(u32, usize)> {
    let first = spoken.first()?;
    let figures = first.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(first.len());
    let (amount, unit) = first.split_at(figures);
    let next = spoken.get(1).map_or("", String::as_str);
    match unit {
        "" if MINUTES.contains(&next) => Some((number(amount)?, 2)),
        "" if HOURS.contains(&next) => Some(with_minutes(hours(amount)?, spoken, 2)),
        "" if leading && amount.len() <= 3 => Some((number(amount)?, 1)),
        unit if MINUTES.contains(&unit) => Some((number(amount)?, 1)),
        unit if HOURS.contains(&unit) => Some(with_minutes(hours(amount)?, spoken, 1)),
        unit => {
            // "1h20" and "1h20m"
            let at = unit.find(|c: char| c.is_ascii_digit())?;
            let (hour_unit, rest) = unit.split_at(at);
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let (minutes, minute_unit) = rest.split_at(end);
            let known = HOURS.contains(&hour_unit) && (minute_unit.is_empty() || MINUTES.contains(&minute_unit));
            let minutes = number(minutes).filter(|minutes| known && *minutes < 60)?;
            Some((hours(amount)? + minutes, 1))
        }
    }
}

/// Adds the minutes that follow hours: "1h 20m", "1 hour 20 mins", and "1h 20" of two figures.
fn with_minutes(whole: u32, spoken: &[String], used: usize) -> (u32, usize) {
    let rest = spoken.get(used..).unwrap_or_default();
    let bare = rest.first().filter(|word| word.len() == 2).and_then(|word| number(word)).filter(|n| *n < 60);
    match in_figures(rest, false).filter(|(minutes, _)| *minutes < 60) {
        Some((minutes, more)) => (whole + minutes, used + more),
        None => bare.map_or((whole, used), |minutes| (whole + minutes, used + 1)),
    }
}

/// "1" or "1.5" hours in minutes.
fn hours(amount: &str) -> Option<u32> {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, "0"));
    let part = match (part.len(), number(part)?) {
        (1, tenths) => tenths * 6,
        (2, hundredths) => (hundredths * 60 + 50) / 100,
        _ => return None,
    };
    Some(number(whole)? * 60 + part)
}

/// Up to four digits, so that nothing overflows.
fn number(digits: &str) -> Option<u32> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}
