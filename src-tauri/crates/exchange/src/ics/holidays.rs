//! Holidays of a school's calendar: what they say of the half-terms beside them.

use super::school_dates::{Edge, SAME, weekday};
use chrono::NaiveDate;

/// Days between half-terms, as one event or several say them.
pub(super) struct Holiday {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub line: u32,
    pub title: String,
}

/// Holidays, those told day by day as one.
pub(super) fn whole(mut holidays: Vec<Holiday>) -> Vec<Holiday> {
    holidays.sort_by_key(|holiday| (holiday.first, holiday.last, holiday.line));
    let mut whole: Vec<Holiday> = Vec::new();
    for holiday in holidays {
        match whole.last_mut() {
            Some(before) if weekday(before.last, NaiveDate::succ_opt).is_some_and(|next| holiday.first <= next) => {
                before.last = before.last.max(holiday.last);
            }
            _ => whole.push(holiday),
        }
    }
    whole
}

/// The last day before a holiday and the first after it.
pub(super) fn beside(holiday: &Holiday) -> impl Iterator<Item = Edge> + use<> {
    let line = holiday.line;
    let edge = move |date: Option<NaiveDate>, first| date.map(|date| Edge { date, first, beside: true, line });
    let before = edge(weekday(holiday.first, NaiveDate::pred_opt), false);
    before.into_iter().chain(edge(weekday(holiday.last, NaiveDate::succ_opt), true))
}

/// Whether a half-term ends where a holiday begins, or begins where it ends.
pub(super) fn is_used(holiday: &Holiday, half_terms: &[(NaiveDate, NaiveDate)]) -> bool {
    let near = |one: NaiveDate, other: NaiveDate| (one - other).num_days().abs() <= SAME + 3;
    half_terms.iter().any(|(first, last)| near(*last, holiday.first) || near(*first, holiday.last))
}

/// What a holiday says by itself, where the file leaves open the other ends of the half-terms beside it.
pub(super) fn said_of(holiday: &Holiday) -> String {
    let day = |date: Option<NaiveDate>| date.map_or(String::new(), |date| date.format("%-d %B").to_string());
    format!(
        "{}: a holiday between half-terms. One ends on {} and the next begins on {}; the file does not say their other \
         ends, so nothing was filled in.",
        days_in_words(holiday.first, holiday.last),
        day(weekday(holiday.first, NaiveDate::pred_opt)),
        day(weekday(holiday.last, NaiveDate::succ_opt)),
    )
}

/// `3 May 2027`, `26 October to 30 October 2026`.
pub(super) fn days_in_words(first: NaiveDate, last: NaiveDate) -> String {
    let last_day = last.format("%-d %B %Y");
    if first == last { last_day.to_string() } else { format!("{} to {last_day}", first.format("%-d %B")) }
}
