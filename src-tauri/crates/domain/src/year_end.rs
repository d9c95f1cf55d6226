//! Year's end: everybody moves up, with the exceptions.
//!
//! Curriculum years come from age, so that nobody has to move those up: what is written is the class, the year of those
//! who are taught out of the year of their age, and the last day of those who leave.

mod classes;
mod years;

pub use years::{classes_are_of, is_early, next_year, top_year};

use crate::calendar::AcademicYear;
use crate::codes::RulePack;
use crate::fault::{Fault, Outcome};
use crate::ids::PupilId;
use crate::pupil::{Pupil, PupilDetails, year_of_age};
use crate::text::{at_most, long_date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use years::{here_before, next, rank};

/// How everybody is to move up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearEnd {
    /// The first day of the new academic year.
    pub from: NaiveDate,
    /// The last day on roll of those who leave.
    pub last_day: NaiveDate,
    /// The year after which pupils leave; none where nobody does.
    pub top: Option<String>,
    /// What becomes of classes, where it is not as proposed.
    pub classes: Vec<ClassMove>,
    /// Pupils who do not move as the others do.
    pub exceptions: Vec<Exception>,
}

/// An answer that is worked out from the others for as long as nobody gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkedOut {
    /// The last day on roll of those who leave.
    LastDay,
    /// The year after which pupils leave.
    Top,
}

/// What becomes of the pupils of one class and year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClassMove {
    /// The class now.
    pub class: String,
    /// The curriculum year now.
    pub year: String,
    /// The class then.
    pub to: String,
}

/// A pupil who does not move as the others do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Who.
    pub pupil: PupilId,
    /// What becomes of them.
    pub becomes: Becomes,
    /// The class then; none: as for others of their class, or the present one where they stay.
    pub class: Option<String>,
}

/// What becomes of a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// Goes up by one year.
    MovesUp,
    /// Is taught in the same year again.
    Stays,
    /// Leaves the school.
    Leaves,
}

/// A pupil before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Moved {
    /// Who.
    pub pupil: PupilId,
    /// Case code.
    pub case_code: String,
    /// Legal surname.
    pub surname: String,
    /// Preferred forename, or the legal one.
    pub forename: String,
    /// Curriculum year now.
    pub year: String,
    /// Curriculum year then; empty for those who leave.
    pub next_year: String,
    /// Class now.
    pub class: String,
    /// Class then; empty for those who leave.
    pub next_class: String,
    /// What becomes of them.
    pub becomes: Becomes,
    /// Whether it was said of them alone.
    pub exception: bool,
    #[serde(skip)]
    next_override: Option<String>,
}

/// A class before and after, and how many it is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClassProposal {
    /// The class now.
    pub class: String,
    /// The curriculum year now.
    pub year: String,
    /// The class then.
    pub to: String,
    /// How many it is of.
    pub pupils: u32,
    /// Whether the name told it, or somebody said it; otherwise it is the present one, to be looked at.
    pub told: bool,
}

impl YearEnd {
    /// Refuses days that are no year's end, a year that is none, and names of classes that are too long.
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        if AcademicYear::of(self.from).first() != Some(self.from) {
            let said = "A school year begins on 1 September. Choose that day.";
            return Err(Fault::new("year_end.from", said).at("from"));
        }
        if (self.from - today).num_days().abs() > 366 {
            let said = "That school year is too far away. Choose the one that has just begun, or the next.";
            return Err(Fault::new("year_end.from", said).at("from"));
        }
        if self.last_day >= self.from || (self.from - self.last_day).num_days() > 366 {
            let said = format!(
                "The new year begins on {}. Their last day on roll lies in the year before it.",
                long_date(self.from)
            );
            return Err(Fault::new("year_end.last_day", said).at("last_day"));
        }
        if self.top.as_ref().is_some_and(|top| RulePack::england().year(top).is_none()) {
            return Err(Fault::new("pupil.year", "There is no such curriculum year. Choose one of the list.").at("top"));
        }
        for (i, class) in self.classes.iter().enumerate() {
            at_most(&class.to, 100, &format!("classes.{i}.to"))?;
        }
        for (i, exception) in self.exceptions.iter().enumerate() {
            at_most(exception.class.as_deref().unwrap_or_default(), 100, &format!("exceptions.{i}.class"))?;
        }
        Ok(())
    }

    /// Everybody whom it concerns, as they would move: those on roll on the day before the new year.
    pub fn moved(&self, pupils: &[Pupil]) -> Vec<Moved> {
        pupils.iter().filter(|pupil| here_before(&pupil.details, self.from)).map(|pupil| self.of(pupil)).collect()
    }

    /// The details it leaves a pupil with.
    pub fn details(&self, details: &PupilDetails, moved: &Moved) -> PupilDetails {
        if moved.becomes == Becomes::Leaves {
            return PupilDetails { on_roll_to: Some(self.last_day), ..details.clone() };
        }
        PupilDetails { class: moved.next_class.clone(), year_override: moved.next_override.clone(), ..details.clone() }
    }

    fn of(&self, pupil: &Pupil) -> Moved {
        let details = &pupil.details;
        let year = self.from.pred_opt().map(|day| details.year_on(day)).unwrap_or_default();
        let by_age = details.born.map(|born| year_of_age(born, AcademicYear::of(self.from)));
        let exception = self.exceptions.iter().find(|exception| exception.pupil == pupil.id);
        let leaves = self.top.as_ref().is_some_and(|top| rank(&year) >= rank(top) && rank(&year).is_some());
        let becomes = exception.map_or(if leaves { Becomes::Leaves } else { Becomes::MovesUp }, |said| said.becomes);
        let next_year = match becomes {
            Becomes::Leaves => String::new(),
            Becomes::Stays => year.clone(),
            Becomes::MovesUp if details.year_override.is_some() => next(&year),
            Becomes::MovesUp => by_age.clone().unwrap_or_default(),
        };
        let next_class = match becomes {
            Becomes::Leaves => String::new(),
            Becomes::Stays => details.class.clone(),
            Becomes::MovesUp => self.class_after(&details.class, &year, &next_year).0,
        };
        let next_class =
            exception.and_then(|said| said.class.clone()).filter(|_| becomes != Becomes::Leaves).unwrap_or(next_class);
        let known = !next_year.is_empty() && by_age.as_ref() != Some(&next_year);
        let forename = if details.preferred.is_empty() { &details.forename } else { &details.preferred };
        Moved {
            pupil: pupil.id,
            case_code: pupil.case_code.clone(),
            surname: details.surname.clone(),
            forename: forename.clone(),
            next_override: known.then(|| next_year.clone()),
            year,
            next_year,
            class: details.class.clone(),
            next_class: next_class.trim().to_owned(),
            becomes,
            exception: exception.is_some(),
        }
    }

    /// The class after this one, and whether anybody or its name tells it.
    fn class_after(&self, class: &str, year: &str, next_year: &str) -> (String, bool) {
        if let Some(said) = self.classes.iter().find(|said| said.class == class && said.year == year) {
            return (said.to.clone(), true);
        }
        match classes::after(class, year, next_year) {
            Some(next) => (next, true),
            None => (class.to_owned(), class.is_empty()),
        }
    }

    /// The classes of those who move up, in order, with what becomes of each.
    pub fn class_proposals(&self, moved: &[Moved]) -> Vec<ClassProposal> {
        let mut counts: BTreeMap<(Option<usize>, &str, &str, &str), u32> = BTreeMap::new();
        for each in moved.iter().filter(|each| each.becomes == Becomes::MovesUp && !each.exception) {
            *counts
                .entry((rank(&each.year), each.year.as_str(), each.class.as_str(), each.next_year.as_str()))
                .or_default() += 1;
        }
        let proposal = |((_, year, class, next_year), pupils): ((Option<usize>, &str, &str, &str), u32)| {
            let (to, told) = self.class_after(class, year, next_year);
            ClassProposal { class: class.to_owned(), year: year.to_owned(), to, pupils, told }
        };
        counts.into_iter().filter(|((_, _, class, _), _)| !class.is_empty()).map(proposal).collect()
    }
}

#[cfg(test)]
mod tests;
