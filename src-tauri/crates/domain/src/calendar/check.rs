//! What may be typed as a school's year.

use super::{AcademicYear, Calendar, HalfTerm};
use crate::fault::{Fault, Outcome};
use crate::text::at_most;

/// Most characters of the name of a half-term or of a day off.
const MOST_OF_A_NAME: usize = 80;

impl Calendar {
    /// Refuses half-terms that are backwards, outside the year or overlap, and a day named twice.
    pub fn check(&self, year: AcademicYear) -> Outcome<()> {
        let (Some(first), Some(last)) = (year.first(), year.last()) else {
            return Err(Fault::new("calendar.year", "That is not a year the calendar can hold.").at("year"));
        };
        for (i, term) in self.half_terms.iter().enumerate() {
            let field = format!("half_terms.{i}");
            at_most(&term.name, MOST_OF_A_NAME, &format!("{field}.name"))?;
            if term.name.trim().is_empty() {
                return Err(Fault::new("calendar.no_name", "Each half-term needs a name.").at(format!("{field}.name")));
            }
            if term.last < term.first {
                return Err(Fault::new(
                    "calendar.backwards",
                    format!("{} ends before it begins. No dates were changed.", term.name),
                )
                .at(format!("{field}.last")));
            }
            if term.first < first || term.last > last {
                return Err(Fault::new(
                    "calendar.outside_year",
                    format!(
                        "{} must lie between 1 September {} and 31 August {}. No dates were changed.",
                        term.name,
                        year.0,
                        year.0 + 1
                    ),
                )
                .at(format!("{field}.first")));
            }
        }
        self.check_apart()?;
        for (i, off) in self.days_off.iter().enumerate() {
            at_most(&off.name, MOST_OF_A_NAME, &format!("days_off.{i}.name"))?;
            if self.days_off[..i].iter().any(|other| other.date == off.date) {
                return Err(Fault::new("calendar.day_twice", "That day is in the list twice. No dates were changed.")
                    .at(format!("days_off.{i}.date")));
            }
        }
        Ok(())
    }

    fn check_apart(&self) -> Outcome<()> {
        let mut order: Vec<(usize, &HalfTerm)> = self.half_terms.iter().enumerate().collect();
        order.sort_by_key(|(_, term)| term.first);
        for pair in order.windows(2) {
            if let [(_, earlier), (i, later)] = pair
                && later.first <= earlier.last
            {
                return Err(Fault::new(
                    "calendar.overlap",
                    format!("{} begins before {} has ended. No dates were changed.", later.name, earlier.name),
                )
                .at(format!("half_terms.{i}.first")));
            }
        }
        Ok(())
    }
}
