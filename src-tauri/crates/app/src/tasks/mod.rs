//! Tasks: the catalogue they come from, what falls due, the list, and what becomes of it.

pub(crate) mod against_time;
pub(crate) mod catalogue;
pub(crate) mod change;
pub(crate) mod due;
pub(crate) mod list;
pub(crate) mod quick;

use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::calendar::{AcademicYear, Calendar};
use daybook_domain::ids::SchoolId;
use daybook_store::Access;

/// The school's dates of every academic year that two days touch, and of the years around them: what is due early in one
/// may be moved back into the year before.
fn calendar<M>(read: &Access<'_, M>, school: SchoolId, first: NaiveDate, last: NaiveDate) -> Outcome<Calendar> {
    let mut whole = Calendar::default();
    for year in AcademicYear::of(first).0 - 1..=AcademicYear::of(last).0 + 1 {
        whole = whole.followed_by(read.calendar().get(school, AcademicYear(year))?);
    }
    Ok(whole)
}
