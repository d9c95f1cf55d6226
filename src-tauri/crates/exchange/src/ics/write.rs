//! What the daybook gives to other calendars, as a calendar file. The caller gives the words: codes instead of names.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::London;
use daybook_domain::clock::Clock;

/// Bytes of a line, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// Something to stand in another calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its identity, the same each time it is written, so that a second file changes the first; no spaces.
    pub uid: String,
    /// Its day.
    pub date: NaiveDate,
    /// When it begins, in London; none where it takes the whole day.
    pub start: Option<Clock>,
    /// How long, in minutes; of no matter where it takes the whole day.
    pub minutes: u32,
    /// What it is called.
    pub title: String,
}

/// A calendar file of these items, in their order. `stamp` is the moment of writing, in world time. Times are written in
/// world time, so that no reader needs to know when the clocks change in London.
pub fn write_ics(items: &[Item], stamp: NaiveDateTime) -> Vec<u8> {
    let mut file = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SENCO Daybook//EN", "CALSCALE:GREGORIAN"] {
        push(&mut file, line);
    }
    for item in items {
        push(&mut file, "BEGIN:VEVENT");
        push(&mut file, &format!("UID:{}", escaped(&item.uid)));
        push(&mut file, &format!("DTSTAMP:{}Z", moment(stamp)));
        match item.start.and_then(|start| world(item.date, start)) {
            Some(start) => {
                let end = start.checked_add_signed(TimeDelta::minutes(item.minutes.into())).unwrap_or(start);
                push(&mut file, &format!("DTSTART:{}Z", moment(start)));
                push(&mut file, &format!("DTEND:{}Z", moment(end)));
            }
            None => {
                let next = item.date.checked_add_days(Days::new(1)).unwrap_or(item.date);
                push(&mut file, &format!("DTSTART;VALUE=DATE:{}", item.date.format("%Y%m%d")));
                push(&mut file, &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
                push(&mut file, "TRANSP:TRANSPARENT");
            }
        }
        push(&mut file, &format!("SUMMARY:{}", escaped(&item.title)));
        push(&mut file, "END:VEVENT");
    }
    push(&mut file, "END:VCALENDAR");
    file.into_bytes()
}

/// A time of a day in London as world time; one that the clocks leave out is taken an hour on.
fn world(date: NaiveDate, start: Clock) -> Option<NaiveDateTime> {
    let local = date.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::minutes(start.minutes().into()))?;
    let there = London.from_local_datetime(&local).earliest();
    let there = there.or_else(|| London.from_local_datetime(&(local + TimeDelta::hours(1))).earliest())?;
    Some(there.with_timezone(&Utc).naive_utc())
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded before the byte that would be one too many and never inside a character.
fn push(file: &mut String, line: &str) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            file.push_str("\r\n ");
            room = LINE - 1;
        }
        file.push(c);
        room -= c.len_utf8();
    }
    file.push_str("\r\n");
}
