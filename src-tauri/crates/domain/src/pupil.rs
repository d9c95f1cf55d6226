//! Pupils, and how their provision and needs change over time.

use crate::calendar::AcademicYear;
use crate::codes::RulePack;
use crate::fault::{Fault, Outcome};
use crate::ids::{FlagId, NeedId, PupilId, StatusId};
use crate::text::at_most;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a school flags about a pupil.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Flags {
    /// Attracts the pupil premium.
    pub pupil_premium: bool,
    /// Looked after by a local authority.
    pub looked_after: bool,
    /// Known to social care.
    pub social_care: bool,
    /// English is an additional language.
    pub eal: bool,
    /// Cares for somebody at home.
    pub young_carer: bool,
}

impl Flags {
    /// The names of the fields, in the order they are listed everywhere.
    pub const NAMES: [&'static str; 5] = ["pupil_premium", "looked_after", "social_care", "eal", "young_carer"];

    /// Each flag, in the order of their names.
    pub fn all(self) -> [bool; Self::NAMES.len()] {
        let Self { pupil_premium, looked_after, social_care, eal, young_carer } = self;
        [pupil_premium, looked_after, social_care, eal, young_carer]
    }

    /// The flag of this name; none where there is none.
    pub fn named(self, name: &str) -> Option<bool> {
        Self::NAMES.iter().zip(self.all()).find(|(known, _)| **known == name).map(|(_, on)| on)
    }

    /// The flag of this name, to be changed; none where there is none.
    pub fn named_mut(&mut self, name: &str) -> Option<&mut bool> {
        match name {
            "pupil_premium" => Some(&mut self.pupil_premium),
            "looked_after" => Some(&mut self.looked_after),
            "social_care" => Some(&mut self.social_care),
            "eal" => Some(&mut self.eal),
            "young_carer" => Some(&mut self.young_carer),
            _ => None,
        }
    }

    /// What a flag is called in print.
    pub fn label(name: &str) -> &'static str {
        match name {
            "pupil_premium" => "Pupil premium",
            "looked_after" => "Looked after by a local authority",
            "social_care" => "Known to social care",
            "eal" => "English as an additional language",
            "young_carer" => "Young carer",
            _ => "A flag that there is not",
        }
    }
}

/// Years since the birth of the oldest pupil there can be, and of the oldest leaver whose record is still kept.
const OLDEST_PUPIL: i32 = 30;
const OLDEST_LEAVER: i32 = 100;

/// A pupil as a person types, or a file brings, them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PupilDetails {
    /// Legal surname.
    pub surname: String,
    /// Legal forename.
    pub forename: String,
    /// The forename they go by; empty if the same.
    pub preferred: String,
    /// How the name is said; empty if nobody asked.
    #[serde(default)]
    pub pronunciation: String,
    /// Date of birth, if known.
    pub born: Option<NaiveDate>,
    /// Unique pupil number as written, good or bad; empty if none.
    pub upn: String,
    /// The school's own admission number; empty if none.
    pub admission: String,
    /// National curriculum year where the pupil is taught out of the year of their age.
    pub year_override: Option<String>,
    /// Class or tutor group.
    pub class: String,
    /// Flags.
    pub flags: Flags,
    /// Flags of the school's own.
    #[serde(default)]
    pub own_flags: Vec<FlagId>,
    /// First day on roll, if known.
    pub on_roll_from: Option<NaiveDate>,
    /// Last day on roll; none while they are here.
    pub on_roll_to: Option<NaiveDate>,
    /// Anything the SENCO wants at hand.
    pub note: String,
}

impl PupilDetails {
    /// Refuses a pupil without any name, dates that cannot be, a year that is none, and texts of more than 100
    /// characters (4,000 in the note).
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        self.check_born(today)?;
        self.check_rest()
    }

    /// The same of what is changed: a date of birth that stands in the record already may stay.
    pub fn check_change(&self, before: &Self, today: NaiveDate) -> Outcome<()> {
        if self.born != before.born {
            self.check_born(today)?;
        }
        self.check_rest()
    }

    fn check_born(&self, today: NaiveDate) -> Outcome<()> {
        // Records are kept for 31 years from birth and longer, so that a leaver may be older than any pupil.
        let left = self.on_roll_to.is_some_and(|last| last < today);
        let oldest = if left { OLDEST_LEAVER } else { OLDEST_PUPIL };
        if self.born.is_some_and(|born| born > today || born.year() < today.year() - oldest) {
            return Err(Fault::new(
                "pupil.born",
                "That date of birth cannot be right for a pupil. Nothing was changed.",
            )
            .at("born"));
        }
        Ok(())
    }

    fn check_rest(&self) -> Outcome<()> {
        if self.surname.trim().is_empty() && self.forename.trim().is_empty() {
            return Err(Fault::new("pupil.no_name", "A pupil needs a name. Nothing was changed.").at("surname"));
        }
        if let (Some(from), Some(to)) = (self.on_roll_from, self.on_roll_to)
            && to < from
        {
            return Err(Fault::new("pupil.roll", "The last day on roll is before the first. Nothing was changed.")
                .at("on_roll_to"));
        }
        if self.year_override.as_ref().is_some_and(|year| RulePack::england().year(year).is_none()) {
            return Err(
                Fault::new("pupil.year", "There is no such curriculum year. Nothing was changed.").at("year_override")
            );
        }
        for (text, field) in [
            (&self.surname, "surname"),
            (&self.forename, "forename"),
            (&self.preferred, "preferred"),
            (&self.pronunciation, "pronunciation"),
            (&self.class, "class"),
            (&self.upn, "upn"),
            (&self.admission, "admission"),
        ] {
            at_most(text, 100, field)?;
        }
        at_most(&self.note, 4000, "note")?;
        Ok(())
    }

    /// National curriculum year on a day, as text: the override, or the year of their age, or empty.
    pub fn year_on(&self, day: NaiveDate) -> String {
        match (&self.year_override, self.born) {
            (Some(year), _) => year.clone(),
            (None, Some(born)) => year_of_age(born, AcademicYear::of(day)),
            (None, None) => String::new(),
        }
    }
}

/// The curriculum year of a child's age: age on 31 August before the year begins, less 4, where 0 is Reception ("R").
///
/// A child taught out of year has an override instead. Nursery is N2 (rising five) and N1; older than Year 14 or
/// younger than N1 gives an empty text.
pub fn year_of_age(born: NaiveDate, year: AcademicYear) -> String {
    let had_birthday = (born.month(), born.day()) <= (8, 31);
    let age = year.0 - born.year() - i32::from(!had_birthday);
    match age - 4 {
        -2 => "N1".to_owned(),
        -1 => "N2".to_owned(),
        0 => "R".to_owned(),
        n @ 1..=14 => n.to_string(),
        _ => String::new(),
    }
}

/// How old somebody is on a day, in whole years and months: `8y 2m`. Empty before they were born.
pub fn age_on(born: NaiveDate, day: NaiveDate) -> String {
    let months = (day.year() - born.year()) * 12 + day.month0() as i32 - born.month0() as i32;
    match months - i32::from(day.day() < born.day()) {
        months if months < 0 => String::new(),
        months => format!("{}y {}m", months / 12, months % 12),
    }
}

/// A spell of SEN provision. Codes are data: see [`crate::codes`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Status {
    /// Its identity.
    pub id: StatusId,
    /// Provision code in force, such as `K`, or `W` for the watch list.
    pub code: String,
    /// First day.
    pub from: NaiveDate,
    /// The day it ended: the first day it no longer held.
    pub to: Option<NaiveDate>,
    /// Why it began; may be empty.
    pub reason: String,
}

/// A need over a time, ranked: 1 is the primary need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Need {
    /// Its identity.
    pub id: NeedId,
    /// SEN type code, such as `SLCN`.
    pub code: String,
    /// 1 for primary, 2 for secondary, and so on.
    pub rank: u32,
    /// First day.
    pub from: NaiveDate,
    /// The day it ended: the first day it no longer held.
    pub to: Option<NaiveDate>,
}

/// A pupil's whole record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pupil {
    /// Identity in the vault.
    pub id: PupilId,
    /// Neutral code for packs, such as `C-0142`; the pupil's for life.
    pub case_code: String,
    /// What is known of them.
    #[serde(flatten)]
    pub details: PupilDetails,
    /// Provision over time, newest first.
    pub statuses: Vec<Status>,
    /// Needs over time, current ones first by rank.
    pub needs: Vec<Need>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_is_in_whole_years_and_months() {
        for (born, day, age) in [
            ("2018-10-29", "2026-11-04", "8y 0m"),
            ("2018-10-29", "2026-10-28", "7y 11m"),
            ("2020-02-29", "2026-02-28", "5y 11m"),
            ("2026-12-01", "2026-11-04", ""),
        ] {
            assert_eq!(age_on(born.parse().unwrap(), day.parse().unwrap()), age, "born {born}, on {day}");
        }
    }

    #[test]
    fn curriculum_year_is_age_on_31_august_less_four() {
        for (born, year) in [
            ("2022-07-13", "R"),
            ("2021-09-01", "R"),
            ("2021-08-31", "1"),
            ("2015-09-01", "6"),
            ("2010-09-01", "11"),
            ("2012-02-29", "10"),
            ("2022-09-01", "N2"),
            ("2005-01-01", ""),
        ] {
            assert_eq!(year_of_age(born.parse().unwrap(), AcademicYear(2026)), year, "born {born}");
        }
    }
}
