//! The dates of a year: what is offered for them, what is missing of them, and what a calendar file says of them.

use crate::outside::read_at_most;
use crate::session::Session;
use crate::wire::{CalendarOffer, OfYear, ReadDates};
use daybook_domain::calendar::bank_holidays::bank_holidays;
use daybook_domain::calendar::gaps::gaps;
use daybook_domain::calendar::offered::offered;
use daybook_domain::calendar::{AcademicYear, Calendar};
use daybook_domain::{Fault, Outcome};
use daybook_exchange::ics::{MOST_BYTES, SchoolDates, read_school_dates};

/// How many years back a pattern is looked for.
const YEARS_BACK: i32 = 3;

/// A year's dates by the pattern of the last year that has any, its bank holidays by rule, and what is missing of those
/// that are kept.
pub(crate) fn offer(session: &mut Session, ask: OfYear) -> Outcome<CalendarOffer> {
    let school = session.school()?;
    let read = session.vault()?.read();
    let mut before = Calendar::default();
    for year in ask.year.0 - YEARS_BACK..ask.year.0 {
        before = before.followed_by(read.calendar().get(school, AcademicYear(year))?);
    }
    let kept = read.calendar().get(school, ask.year)?;
    let holidays = [ask.year.0, ask.year.0 + 1].into_iter().flat_map(bank_holidays);
    Ok(CalendarOffer {
        calendar: offered(&before, ask.year),
        bank_holidays: holidays.filter(|off| AcademicYear::of(off.date) == ask.year).collect(),
        gaps: gaps(&kept, ask.year),
    })
}

/// The dates of a year that a calendar file says. Nothing is kept.
pub(crate) fn read_file(_: &mut Session, ask: ReadDates) -> Outcome<SchoolDates> {
    let bytes = read_at_most(&ask.path, MOST_BYTES as u64 + 1).map_err(|_| {
        Fault::new(
            "ics.unreadable",
            "That file could not be opened. No dates were changed; check that it is there and not open elsewhere.",
        )
        .at("path")
    })?;
    read_school_dates(&bytes, ask.year)
}
