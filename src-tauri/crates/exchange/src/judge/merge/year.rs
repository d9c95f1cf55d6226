//! The curriculum year: the one of the pupil's age, unless something says otherwise.

use super::Work;
use crate::mapping::Field;
use crate::problem::{ProblemCode, Severity};
use chrono::{Datelike, NaiveDate};
use daybook_domain::calendar::AcademicYear;
use daybook_domain::pupil::year_of_age;

impl Work<'_> {
    /// A year is kept only where age does not give it: where there is no date of birth, or where a person says the
    /// pupil is taught out of the year of their age.
    pub(super) fn year(&mut self) {
        if let Some(taught_in) = self.read.taught_in.clone() {
            let known = self.merged.details.year_override.clone();
            return self.keep_year(known.as_deref(), &taught_in);
        }
        let Some(written) = self.read.years.first() else { return };
        let known = self.merged.details.year_override.clone();
        let Some(born) = self.merged.details.born else {
            return self.keep_year(known.as_deref(), written);
        };
        let ages = years_of(born, self.case.today);
        let fits = self.read.years.iter().any(|year| ages.contains(year));
        let had_born = self.known.is_some_and(|pupil| pupil.details.born.is_some());
        match known {
            Some(known) if self.read.years.contains(&known) && (had_born || !fits) => {}
            Some(_) if fits && !had_born => self.merged.details.year_override = None,
            None if fits => {}
            known => {
                let said = match &known {
                    Some(known) => format!(
                        "the list says {}, and the daybook keeps this pupil in {}. That is not changed unless you say so.",
                        year_words(written),
                        year_words(known)
                    ),
                    None => format!(
                        "the list says {}, and a child of this date of birth is in {}. The year of their age is taken unless \
                         you say that they are taught out of it.",
                        year_words(written),
                        ages.first().map_or_else(|| "no school year".to_owned(), |year| year_words(year))
                    ),
                };
                if (self.accepts)(ProblemCode::YearNotOfAge) {
                    self.keep_year(known.as_deref(), written);
                    if fits {
                        self.merged.details.year_override = None;
                    }
                } else {
                    let offer = format!("Keep this pupil in {}", year_words(written));
                    self.say(Severity::Note, Field::Year, ProblemCode::YearNotOfAge, &said, Some(offer));
                }
            }
        }
    }

    fn keep_year(&mut self, known: Option<&str>, written: &str) {
        if known != Some(written) {
            self.change(Field::Year, known.unwrap_or_default(), written);
            self.merged.details.year_override = Some(written.to_owned());
        }
    }
}

/// The year of a child's age, and in July and August next year's too: schools move classes up before September.
fn years_of(born: NaiveDate, today: NaiveDate) -> Vec<String> {
    let year = AcademicYear::of(today);
    let next = (today.month() == 7 || today.month() == 8).then(|| AcademicYear(year.0 + 1));
    let years = std::iter::once(year).chain(next).map(|year| year_of_age(born, year));
    years.filter(|year| !year.is_empty()).collect()
}

fn year_words(code: &str) -> String {
    match code {
        "R" => "Reception".to_owned(),
        "X" => "no curriculum year".to_owned(),
        "N1" | "N2" | "E1" | "E2" => code.to_owned(),
        number => format!("Year {number}"),
    }
}
