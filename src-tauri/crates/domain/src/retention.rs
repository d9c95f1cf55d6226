//! How long the record of a child who left is kept: years from the date of birth, by the school's own rule.

use crate::fault::{Fault, Outcome};
use chrono::{Months, NaiveDate};

/// Refuses a rule of no years and of more than a lifetime.
pub fn check_years(years: u32) -> Outcome<()> {
    if (18..=100).contains(&years) {
        return Ok(());
    }
    let said =
        "Records are kept until a child is between 18 and 100 years old. Nothing was changed; type another number.";
    Err(Fault::new("retention.years", said).at("years"))
}

/// The day from which a record may be erased: the child's birthday after so many years. One born on 29 February has it on
/// 28 February where there is no other.
pub fn due_on(born: NaiveDate, years: u32) -> NaiveDate {
    born.checked_add_months(Months::new(years.saturating_mul(12))).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_due_on_a_birthday() {
        for (born, years, due) in [
            ("1995-11-22", 31, "2026-11-22"),
            ("1996-02-29", 31, "2027-02-28"),
            ("1996-02-29", 32, "2028-02-29"),
            ("2010-09-01", 25, "2035-09-01"),
        ] {
            assert_eq!(due_on(born.parse().unwrap(), years), due.parse::<NaiveDate>().unwrap(), "{born} and {years}");
        }
        assert!(check_years(31).is_ok() && check_years(17).is_err() && check_years(101).is_err());
    }
}
