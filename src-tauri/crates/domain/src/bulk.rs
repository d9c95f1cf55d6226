//! One change to many pupils: what may be changed so, what it makes of one of them, and how that is said.

use crate::codes::RulePack;
use crate::fault::{Fault, Outcome};
use crate::ids::FlagId;
use crate::pupil::{Flags, Pupil, PupilDetails, Status};
use crate::text::{at_most, long_date};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest reason, in characters.
const MOST_REASON: usize = 400;

/// A change to make to each of several pupils.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum BulkChange {
    /// SEN provision from a day on.
    Status {
        /// The provision code; empty to end it.
        code: String,
        /// The first day it holds, or no longer does.
        from: NaiveDate,
        /// Why; may be empty.
        reason: String,
    },
    /// One more need, after those that hold.
    AddNeed {
        /// SEN type code.
        code: String,
        /// The first day it holds.
        from: NaiveDate,
    },
    /// Class or tutor group.
    Class {
        /// Which; empty for none.
        class: String,
    },
    /// A flag.
    Flag {
        /// Which, by the field names of [`Flags`].
        flag: String,
        /// Whether it is set.
        on: bool,
    },
    /// A flag of the school's own.
    OwnFlag {
        /// Which.
        flag: FlagId,
        /// Whether it is set.
        on: bool,
    },
    /// The curriculum year they are taught in.
    Year {
        /// The year's code; none for the year of their age.
        year: Option<String>,
    },
    /// They leave.
    Leave {
        /// The last day on roll.
        on: NaiveDate,
    },
}

impl BulkChange {
    /// Refuses what could be right for nobody.
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        let rules = RulePack::england();
        let near = |day: NaiveDate, field: &str| {
            if (today.year() - 25..=today.year() + 1).contains(&day.year()) {
                return Ok(());
            }
            Err(Fault::new("record.date", "That date is too far away to be right. Nothing was changed.").at(field))
        };
        match self {
            Self::Status { code, from, reason } => {
                near(*from, "from")?;
                at_most(reason, MOST_REASON, "reason")?;
                if !code.is_empty() && rules.status(code, *from).is_none() {
                    let said = "That SEN provision was not in force on that day. Nothing was changed.";
                    return Err(Fault::new("status.unknown", said).at("code"));
                }
            }
            Self::AddNeed { code, from } => {
                near(*from, "from")?;
                if rules.need(code, *from).is_none() {
                    let said = "That need was not in use on that day. Nothing was changed.";
                    return Err(Fault::new("need.unknown", said).at("code"));
                }
            }
            Self::Class { class } => at_most(class, 100, "class")?,
            Self::Flag { flag, .. } if !Flags::NAMES.contains(&flag.as_str()) => {
                return Err(Fault::new("register.flag", "There is no such flag. Nothing was changed.").at("flag"));
            }
            // Whether there is such a flag of the school's own, the store knows.
            Self::Flag { .. } | Self::OwnFlag { .. } => {}
            Self::Year { year } => {
                if year.as_ref().is_some_and(|year| rules.year(year).is_none()) {
                    let said = "There is no such curriculum year. Nothing was changed.";
                    return Err(Fault::new("pupil.year", said).at("year"));
                }
            }
            Self::Leave { on } => near(*on, "on")?,
        }
        Ok(())
    }

    /// The details it leaves a pupil with; none where it is not of details that it speaks.
    pub fn details(&self, details: &PupilDetails) -> Option<PupilDetails> {
        let mut changed = details.clone();
        match self {
            Self::Status { .. } | Self::AddNeed { .. } => return None,
            Self::Class { class } => class.trim().clone_into(&mut changed.class),
            Self::Flag { flag, on } => *changed.flags.named_mut(flag)? = *on,
            Self::OwnFlag { flag, on } => {
                changed.own_flags.retain(|held| held != flag);
                if *on {
                    changed.own_flags.push(*flag);
                    changed.own_flags.sort_unstable();
                }
            }
            Self::Year { year } => changed.year_override.clone_from(year),
            Self::Leave { on } => changed.on_roll_to = Some(*on),
        }
        Some(changed)
    }

    /// The needs it leaves a pupil with, by rank; none where it is not of needs that it speaks, or nothing changes.
    ///
    /// Fault `need.not_beside`: the need goes only with provision that is not in force on that day.
    pub fn needs(&self, pupil: &Pupil) -> Outcome<Option<Vec<String>>> {
        let Self::AddNeed { code, from } = self else { return Ok(None) };
        let Some(need) = RulePack::england().need(code, *from) else { return Ok(None) };
        let mut held: Vec<String> = open_needs(pupil);
        if held.contains(&need.code) {
            return Ok(None);
        }
        let beside = spell_on(pupil, *from).map_or("", |spell| &spell.code);
        if !need.allowed_with(beside) {
            let (code, with) = (&need.code, need.statuses.join(" or "));
            let said = format!(
                "{code} goes only with SEN provision {with}, which is not in force on that day. Nothing was changed."
            );
            return Err(Fault::new("need.not_beside", said).at("code"));
        }
        held.push(need.code.clone());
        Ok(Some(held))
    }

    /// What is changed, as it stands before "changed": `Class`.
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Status { .. } => "SEN provision",
            Self::AddNeed { .. } => "Needs",
            Self::Class { .. } => "Class",
            Self::Flag { .. } | Self::OwnFlag { .. } => "Flag",
            Self::Year { .. } => "Year group",
            Self::Leave { .. } => "Last day on roll",
        }
    }

    /// What it finds of a pupil, and what it makes of it, in words.
    pub fn was_and_becomes(&self, pupil: &Pupil, today: NaiveDate) -> (String, String) {
        let (rules, details) = (RulePack::england(), &pupil.details);
        let or = |text: &str, none: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
        let yes = |on: bool| if on { "yes" } else { "no" }.to_owned();
        let last = |day: Option<NaiveDate>| {
            day.map_or_else(|| "on roll".to_owned(), |day| format!("last day {}", long_date(day)))
        };
        match self {
            Self::Status { code, from, .. } => {
                let was = spell_on(pupil, *from).map_or("", |spell| &spell.code);
                (rules.say_status(was), rules.say_status(code.trim()))
            }
            Self::AddNeed { code, .. } => {
                let held = open_needs(pupil);
                let mut with = held.clone();
                if !with.contains(code) {
                    with.push(code.clone());
                }
                (or(&held.join(", "), "no needs"), with.join(", "))
            }
            Self::Class { class } => (or(&details.class, "no class"), or(class.trim(), "no class")),
            Self::Flag { flag, on } => (yes(details.flags.named(flag).unwrap_or_default()), yes(*on)),
            Self::OwnFlag { flag, on } => (yes(details.own_flags.contains(flag)), yes(*on)),
            Self::Year { year } => {
                let next = PupilDetails { year_override: year.clone(), ..details.clone() };
                (rules.say_year(&details.year_on(today)), rules.say_year(&next.year_on(today)))
            }
            Self::Leave { on } => (last(details.on_roll_to), last(Some(*on))),
        }
    }
}

/// The spell of provision that holds on a day.
pub fn spell_on(pupil: &Pupil, day: NaiveDate) -> Option<&Status> {
    pupil.statuses.iter().find(|spell| spell.from <= day && spell.to.is_none_or(|to| day < to))
}

fn open_needs(pupil: &Pupil) -> Vec<String> {
    let mut open: Vec<_> = pupil.needs.iter().filter(|need| need.to.is_none()).collect();
    open.sort_by_key(|need| need.rank);
    open.into_iter().map(|need| need.code.clone()).collect()
}

#[cfg(test)]
mod tests;
