//! How long a text may be, and how dates and counts are said in a sentence.

use crate::{Fault, Outcome};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// Refuses a text of more than `most` characters (Unicode scalar values, as typed, spaces too).
///
/// Fault `text.too_long`, said of `field`; the sentence names the limit, never the text.
pub fn at_most(text: &str, most: usize, field: &str) -> Outcome<()> {
    if text.chars().nth(most).is_none() {
        return Ok(());
    }
    let message = format!("This may be {most} characters long at most. Shorten it and try again; nothing was changed.");
    Err(Fault::new("text.too_long", message).at(field))
}

/// Refuses a date that is more than 25 years back or a year ahead: a slip of the hand.
///
/// Fault `record.date`, said of `field`.
pub fn near(date: NaiveDate, today: NaiveDate, field: &str) -> Outcome<()> {
    if (today.year() - 25..=today.year() + 1).contains(&date.year()) {
        return Ok(());
    }
    Err(Fault::new("record.date", "That date is too far away to be right. Nothing was changed.").at(field))
}

/// A day in a sentence: `3 March 2026`.
pub fn long_date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// A moment in a sentence: `3 March 2026 at 08:10`.
pub fn long_moment(at: NaiveDateTime) -> String {
    at.format("%-d %B %Y at %H:%M").to_string()
}

/// So many of something: `1 minute`, `4 minutes`.
pub fn count(n: impl Into<u64>, one: &str, many: &str) -> String {
    match n.into() {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_counts_read_as_they_are_said() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap();
        assert_eq!(long_date(day), "3 March 2026");
        assert_eq!(long_moment(day.and_hms_opt(8, 5, 59).unwrap()), "3 March 2026 at 08:05");
        for (n, said) in [(0_u32, "0 pupils"), (1, "1 pupil"), (2, "2 pupils")] {
            assert_eq!(count(n, "pupil", "pupils"), said);
        }
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        for (text, most, fits) in [("", 0, true), ("Zoë", 3, true), ("Zoë ", 3, false), ("abc", 2, false)] {
            assert_eq!(at_most(text, most, "forename").is_ok(), fits, "{text:?} within {most}");
        }
        let fault = at_most("Jacob", 4, "pupils.2.forename").unwrap_err();
        assert_eq!((fault.code.as_ref(), fault.field.as_deref()), ("text.too_long", Some("pupils.2.forename")));
        assert!(fault.message.contains('4') && !fault.message.contains("Jacob"), "{}", fault.message);
    }
}
