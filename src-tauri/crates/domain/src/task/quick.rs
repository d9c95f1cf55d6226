//! A task in one line: `review plan Maisie 40m fri #K`.
//!
//! Reading guesses and never refuses: what it cannot place stays in the title. A length with its unit, a day and a code
//! after `#` may stand anywhere; the last of each counts. What follows a `#` and is no code stays in the title. The rules for days: `today`, `tomorrow`, a weekday (the next such
//! day after today), `next mon` (the one in the week after this), `27 nov`, `27/11`, `27/11/26`, `in 3 days`, `in 2 weeks`,
//! `next week` (its Monday). A day that has passed this year is meant for the next.

use crate::calendar::monday_of;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of a line.
pub const LONGEST_LINE: usize = 300;

/// What one line says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuickTask {
    /// What is to be done: the line without its length, its day and its code.
    pub title: String,
    /// How long, in minutes, if the line says.
    pub minutes: Option<u32>,
    /// By when, if the line says.
    pub due: Option<NaiveDate>,
    /// The code after `#`, in capitals: a provision or a child's case code.
    pub code: Option<String>,
    /// What follows a `#` and is no code known here: it stays in the title.
    pub unknown: Option<String>,
}

/// Reads one line, typed on this day; `known` says of what follows a `#`, in capitals, whether it is a code.
pub fn read(line: &str, today: NaiveDate, mut known: impl FnMut(&str) -> bool) -> QuickTask {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut said = QuickTask { title: String::new(), minutes: None, due: None, code: None, unknown: None };
    let (mut kept, mut at) = (Vec::new(), 0);
    while let Some(word) = words.get(at) {
        let rest = &words[at..];
        if let Some((minutes, used)) = length(rest) {
            said.minutes = Some(minutes);
            at += used;
        } else if let Some((due, used)) = day(rest, today) {
            // "by Friday", "on 27 nov", "due fri": the little word belongs to the day.
            if kept.last().is_some_and(|last: &&str| ["by", "on", "due", "for"].contains(&plain(last).as_str())) {
                kept.pop();
            }
            said.due = Some(due);
            at += used;
        } else if let Some(code) = word.strip_prefix('#').map(trimmed).filter(|code| !code.is_empty()) {
            let code = code.to_uppercase();
            if known(&code) {
                said.code = Some(code);
            } else {
                kept.push(*word);
                said.unknown = Some(code);
            }
            at += 1;
        } else {
            kept.push(*word);
            at += 1;
        }
    }
    said.title = kept.join(" ");
    said
}

/// A length with its unit: `40m`, `1h`, `1h20`, `1.5h`, `40 min`, `2 hours`, `half an hour`.
fn length(words: &[&str]) -> Option<(u32, usize)> {
    let word = plain(words.first()?);
    let next = words.get(1).map(|word| plain(word)).unwrap_or_default();
    if word == "half" && next == "an" && words.get(2).is_some_and(|word| plain(word).starts_with("hour")) {
        return Some((30, 3));
    }
    if let (Ok(number), Some(unit)) = (word.parse::<u32>(), unit(&next)) {
        return bounded(number.checked_mul(unit)?).map(|minutes| (minutes, 2));
    }
    let digits = word.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, rest) = word.split_at(digits);
    let letters = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (named, more) = rest.split_at(letters);
    let per = unit(named)?;
    let mut minutes = match number.split_once('.') {
        None => number.parse::<u32>().ok()?.checked_mul(per)?,
        Some((whole, tenths)) if per == 60 && tenths.len() == 1 => {
            whole.parse::<u32>().ok()?.checked_mul(60)?.checked_add(tenths.parse::<u32>().ok()? * 6)?
        }
        Some(_) => return None,
    };
    if !more.is_empty() {
        if per != 60 {
            return None;
        }
        minutes =
            minutes.checked_add(more.trim_end_matches(['m', 'i', 'n']).parse::<u32>().ok().filter(|m| *m < 60)?)?;
    }
    bounded(minutes).map(|minutes| (minutes, 1))
}

fn unit(word: &str) -> Option<u32> {
    match word {
        "m" | "min" | "mins" | "minute" | "minutes" => Some(1),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(60),
        _ => None,
    }
}

fn bounded(minutes: u32) -> Option<u32> {
    (1..=super::LONGEST).contains(&minutes).then_some(minutes)
}

/// A day, and how many words said it.
fn day(words: &[&str], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let word = plain(words.first()?);
    let next = words.get(1).map(|word| plain(word)).unwrap_or_default();
    let later = |days: u64| today.checked_add_days(Days::new(days));
    match word.as_str() {
        "today" => return Some((today, 1)),
        "tomorrow" | "tmrw" => return Some((later(1)?, 1)),
        "next" if next == "week" => return Some((monday_of(today).checked_add_days(Days::new(7))?, 2)),
        "next" => {
            let weekday = weekday(&next)?;
            let monday = monday_of(today).checked_add_days(Days::new(7))?;
            return Some((monday.checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())))?, 2));
        }
        "in" => {
            let number = next.parse::<u64>().ok().filter(|n| (1..=60).contains(n))?;
            let unit = plain(words.get(2)?);
            return match unit.as_str() {
                "day" | "days" => Some((later(number)?, 3)),
                "week" | "weeks" => Some((later(number * 7)?, 3)),
                _ => None,
            };
        }
        _ => {}
    }
    if let Some(weekday) = weekday(&word) {
        let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
        return Some((later(if ahead == 0 { 7 } else { u64::from(ahead) })?, 1));
    }
    if let Some(date) = slashed(&word, today) {
        return Some((date, 1));
    }
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    let number = number.filter(|_| word.len() <= 4 && ["", "st", "nd", "rd", "th"].contains(&ordinal(&word)))?;
    Some((coming(number, month(&next)?, None, today)?, 2))
}

fn ordinal(word: &str) -> &str {
    word.trim_start_matches(|c: char| c.is_ascii_digit())
}

fn slashed(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut parts = word.split('/');
    let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let year = match parts.next() {
        None => None,
        Some(year) if year.len() == 2 => Some(2000 + year.parse::<i32>().ok()?),
        Some(year) if year.len() == 4 => Some(year.parse().ok()?),
        Some(_) => return None,
    };
    if parts.next().is_some() { None } else { coming(day, month, year, today) }
}

/// A day of a month: of this year, or of the next where it has passed. 29 February waits for its year.
fn coming(day: u32, month: u32, year: Option<i32>, today: NaiveDate) -> Option<NaiveDate> {
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => (0..=8)
            .find_map(|more| NaiveDate::from_ymd_opt(today.year() + more, month, day).filter(|date| *date >= today)),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = if word == "tues" || word == "weds" || word == "thurs" || word == "thur" { &word[..3] } else { word };
    let place = DAYS.iter().position(|day| *day == word || &day[..3] == word)?;
    Weekday::try_from(u8::try_from(place).ok()?).ok()
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = if word == "sept" { "sep" } else { word };
    let place = MONTHS.iter().position(|month| *month == word || &month[..3] == word)?;
    u32::try_from(place + 1).ok()
}

fn plain(word: &str) -> String {
    trimmed(word).to_lowercase()
}

fn trimmed(word: &str) -> &str {
    word.trim_matches([',', ';', ':', '.', '!', '?', '(', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Wednesday.
    const TODAY: &str = "2026-11-04";

    fn said(line: &str) -> (String, Option<u32>, Option<String>, Option<String>) {
        let task = read(line, TODAY.parse().unwrap(), |code| ["K", "C-0142"].contains(&code));
        (task.title, task.minutes, task.due.map(|due| due.to_string()), task.code)
    }

    #[test]
    fn a_line_says_what_how_long_by_when_and_for_whom() {
        let (title, minutes, due, code) = said("review plan Maisie 40m fri #K");
        assert_eq!(
            (title.as_str(), minutes, due.as_deref(), code.as_deref()),
            ("review plan Maisie", Some(40), Some("2026-11-06"), Some("K"))
        );
        for (line, title, minutes, due) in [
            ("ring EP", "ring EP", None, None),
            ("40 min read the report by Friday", "read the report", Some(40), Some("2026-11-06")),
            ("budget 1h20 tomorrow", "budget", Some(80), Some("2026-11-05")),
            ("budget 1.5h wed", "budget", Some(90), Some("2026-11-11")),
            ("audit 2 hours 27 nov", "audit", Some(120), Some("2026-11-27")),
            ("audit half an hour 1st March", "audit", Some(30), Some("2027-03-01")),
            ("meet in 2 weeks", "meet", None, Some("2026-11-18")),
            ("meet next mon", "meet", None, Some("2026-11-09")),
            ("meet next week", "meet", None, Some("2026-11-09")),
            ("forms 27/11", "forms", None, Some("2026-11-27")),
            ("forms 3/11", "forms", None, Some("2027-11-03")),
            ("forms 3/11/26", "forms", None, Some("2026-11-03")),
            ("leap 29 feb", "leap", None, Some("2028-02-29")),
            ("read chapter 3", "read chapter 3", None, None),
            ("3 may be enough", "be enough", None, Some("2027-05-03")),
            ("order 4m table", "order table", Some(4), None),
            ("0m nothing", "0m nothing", None, None),
            ("99999999999h nothing", "99999999999h nothing", None, None),
            ("1h99 nothing", "1h99 nothing", None, None),
            ("in 99 weeks", "in 99 weeks", None, None),
            ("32/1 or 29/02/2027", "32/1 or 29/02/2027", None, None),
            ("#", "#", None, None),
            ("", "", None, None),
        ] {
            let (got, length, day, _) = said(line);
            assert_eq!((got.as_str(), length, day.as_deref()), (title, minutes, due), "{line:?}");
        }
        assert_eq!(said("call home #c-0142").3.as_deref(), Some("C-0142"));
    }

    #[test]
    fn what_follows_a_hash_and_is_no_code_stays_in_the_title() {
        let task = read("review plan Maisie 40m fri #3, soon", TODAY.parse().unwrap(), |code| code == "K");
        assert_eq!(
            (task.title.as_str(), task.code, task.unknown.as_deref()),
            ("review plan Maisie #3, soon", None, Some("3"))
        );
        assert_eq!(read("ring #k", TODAY.parse().unwrap(), |code| code == "K").unknown, None);
    }

    #[test]
    fn no_line_is_too_strange() {
        for line in
            ["1hé", "½h", "m", "h20", "1h20m", "ééé/1", "١٢m", "next", "in", "in 2", "12:30", "fri fri", "1h 1h"]
        {
            read(line, TODAY.parse().unwrap(), |_| true);
        }
        assert_eq!(said("1h20m x").1, Some(80));
    }
}
