//! How a pack writes minutes and days.

use crate::press::long_date;
use chrono::{Datelike, NaiveDate};

/// Minutes as hours and minutes: "4 h 35 min", "2 h", "5 min", never parted at the end of a line.
pub fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (whole, 0) => format!("{whole}\u{a0}h"),
        (whole, rest) => format!("{whole}\u{a0}h\u{a0}{rest:02}\u{a0}min"),
    }
}

/// Tenths as a decimal: "2.4".
pub fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// "Once", "twice", "three times", "14 times".
pub fn times(n: u32) -> String {
    const SMALL: [&str; 10] = [
        "never",
        "once",
        "twice",
        "three times",
        "four times",
        "five times",
        "six times",
        "seven times",
        "eight times",
        "nine times",
    ];
    SMALL.get(n as usize).map_or_else(|| format!("{n} times"), |word| (*word).to_owned())
}

/// "Mon 9 Nov".
pub fn short_day(date: NaiveDate) -> String {
    date.format("%a\u{a0}%-d\u{a0}%b").to_string()
}

/// "Monday 9 November".
pub fn day(date: NaiveDate) -> String {
    date.format("%A %-d %B").to_string()
}

/// The heading of a day in a timetable of so many days.
pub fn heading(date: NaiveDate, of: usize) -> String {
    if of > 5 { short_day(date) } else { day(date) }
}

/// From a Monday to the last day: "9 to 13 November 2026", "28 December 2026 to 1 January 2027".
pub fn dates(monday: NaiveDate, last: NaiveDate) -> String {
    if monday.year() != last.year() {
        format!("{} to {}", long_date(monday), long_date(last))
    } else if monday.month() != last.month() {
        format!("{} to {}", monday.format("%-d %B"), long_date(last))
    } else {
        format!("{} to {}", monday.format("%-d"), long_date(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_read_as_a_person_says_them() {
        for (minutes, said) in [(0, "0 min"), (5, "5 min"), (60, "1 h"), (65, "1 h 05 min"), (1265 * 60, "1265 h")] {
            assert_eq!(hours(minutes).replace('\u{a0}', " "), said);
        }
    }

    #[test]
    fn a_week_names_its_month_and_year_once() {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (monday, last, said) in [
            ("2026-11-09", "2026-11-13", "9 to 13 November 2026"),
            ("2026-11-30", "2026-12-04", "30 November to 4 December 2026"),
            ("2026-12-28", "2027-01-03", "28 December 2026 to 3 January 2027"),
        ] {
            assert_eq!(dates(on(monday), on(last)), said);
        }
    }
}
