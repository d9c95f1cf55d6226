//! Dates as British lists write them: the day first, or ISO, or a spreadsheet's serial number.

use chrono::{Datelike, Days, NaiveDate};

/// What a date cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateCell {
    /// Nothing.
    Blank,
    /// A day.
    Day(NaiveDate),
    /// A day only if the month stands first, as in the United States.
    MonthFirst(NaiveDate),
    /// Something else.
    Unreadable,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Serials from 1920 to 2064; shorter or longer numbers are no dates.
const SERIALS: std::ops::RangeInclusive<u64> = 7306..=60_000;

/// Reads dd/mm/yyyy, d.m.yy, yyyy-mm-dd, yyyymmdd, dd-MMM-yyyy, "13th July 2022" and serials; a time after it is
/// passed over. Two-digit years up to `today`'s are of this century.
pub fn read(cell: &str, today: NaiveDate) -> DateCell {
    let cell = without_time(cell.trim());
    if matches!(cell, "" | "-" | "?" | "n/a" | "N/A" | "unknown" | "Unknown") {
        return DateCell::Blank;
    }
    if let Some(day) = serial(cell) {
        return DateCell::Day(day);
    }
    let parts: Vec<&str> = cell.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !is_weekday(part)).collect();
    match parts.as_slice() {
        [packed] if packed.len() == 8 && packed.bytes().all(|b| b.is_ascii_digit()) => {
            let (year, rest) = packed.split_at(4);
            let (month, day) = rest.split_at(2);
            made(number(year), number(month), number(day)).map_or(DateCell::Unreadable, DateCell::Day)
        }
        [first, second, third] => three(first, second, third, today),
        _ => DateCell::Unreadable,
    }
}

fn three(first: &str, second: &str, third: &str, today: NaiveDate) -> DateCell {
    if first.len() == 4 && number(first).is_some() {
        return made(number(first), number(second).or_else(|| month(second)), number(third))
            .map_or(DateCell::Unreadable, DateCell::Day);
    }
    let year = full_year(third, today);
    if let Some(month) = month(second) {
        return made(year, Some(month), number(ordinal(first))).map_or(DateCell::Unreadable, DateCell::Day);
    }
    if let Some(month) = month(first) {
        return made(year, Some(month), number(ordinal(second))).map_or(DateCell::Unreadable, DateCell::Day);
    }
    match made(year, number(second), number(first)) {
        Some(day) => DateCell::Day(day),
        None => made(year, number(first), number(second)).map_or(DateCell::Unreadable, DateCell::MonthFirst),
    }
}

fn without_time(cell: &str) -> &str {
    if let Some((day, time)) = cell.split_once('T')
        && day.len() == 10
        && time.contains(':')
    {
        return day;
    }
    match cell.find(':').and_then(|colon| cell.get(..colon)?.rfind(' ')) {
        Some(space) => cell.get(..space).unwrap_or(cell).trim_end(),
        None => cell,
    }
}

fn serial(cell: &str) -> Option<NaiveDate> {
    let whole = cell.split_once('.').map_or(cell, |(whole, _)| whole);
    if !(4..=5).contains(&whole.len()) || cell.parse::<f64>().is_err() {
        return None;
    }
    // Serial 1 is 1 January 1900 in a calendar that has a 29 February 1900, so from March 1900 day 0 is 30 December 1899.
    let serial: u64 = whole.parse().ok().filter(|serial| SERIALS.contains(serial))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
}

fn full_year(text: &str, today: NaiveDate) -> Option<u32> {
    let year = number(text)?;
    let this = u32::try_from(today.year()).ok()?;
    match text.len() {
        4 => Some(year),
        2 if year <= this % 100 => Some(this / 100 * 100 + year),
        2 => Some((this / 100).checked_sub(1)? * 100 + year),
        _ => None,
    }
}

fn made(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Option<NaiveDate> {
    let year = year.filter(|year| (1900..=2100).contains(year))?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month?, day?)
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn month(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let at = MONTHS.iter().position(|month| text.len() >= 3 && text.len() <= 9 && text.starts_with(month))?;
    u32::try_from(at + 1).ok()
}

fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text)
}

fn is_weekday(text: &str) -> bool {
    let text = text.to_lowercase();
    text.len() >= 3 && ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| text.starts_with(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_read_as_written_in_britain() {
        for (cell, read_as) in [
            ("13/07/2022", "2022-07-13"),
            ("3/7/22", "2022-07-03"),
            ("03.07.2022", "2022-07-03"),
            ("2022-07-13", "2022-07-13"),
            ("2022-07-13T00:00:00", "2022-07-13"),
            ("13/07/2022 00:00:00", "2022-07-13"),
            ("13/07/2022 12:00 AM", "2022-07-13"),
            ("13-Jul-2022", "2022-07-13"),
            ("13-JUL-22", "2022-07-13"),
            ("13th July 2022", "2022-07-13"),
            ("Wednesday 13 July 2022", "2022-07-13"),
            ("July 13, 2022", "2022-07-13"),
            ("20220713", "2022-07-13"),
            ("40722", "2011-06-28"),
            ("40722.0", "2011-06-28"),
            ("01/02/98", "1998-02-01"),
            ("29/02/2012", "2012-02-29"),
        ] {
            assert_eq!(read(cell, day("2026-11-02")), DateCell::Day(day(read_as)), "{cell}");
        }
    }

    #[test]
    fn what_is_no_british_date_is_not_made_one() {
        let today = day("2026-11-02");
        assert_eq!(read("03/25/2017", today), DateCell::MonthFirst(day("2017-03-25")));
        assert_eq!(read(" - ", today), DateCell::Blank);
        for cell in
            ["31/02/2017", "29/02/2011", "12", "July", "2017", "1/1/1", "13/13/2013", "99/99/9999", "00000000", "-5"]
        {
            assert_eq!(read(cell, today), DateCell::Unreadable, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in any::<String>()) {
            read(&text, day("2026-11-02"));
        }
    }
}
