//! The writes a person agreed to, for the vault to make in one transaction.

use crate::cell::spells::{NeedSpell, Spell};
use crate::fate::Fate;
use crate::judge::{Case, judge};
use crate::mapping::{Field, Mapping};
use crate::problem::ProblemCode;
use crate::table::{FileKind, Table};
use chrono::NaiveDate;
use daybook_domain::codes::RulePack;
use daybook_domain::flags::Flag;
use daybook_domain::ids::PupilId;
use daybook_domain::pupil::{Pupil, PupilDetails};
use daybook_domain::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// What the daybook has that a list is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Pupils, leavers too.
    pub pupils: &'a [Pupil],
    /// Flags of the school's own.
    pub flags: &'a [Flag],
}

impl<'a> From<&'a [Pupil]> for Known<'a> {
    fn from(pupils: &'a [Pupil]) -> Self {
        Self { pupils, flags: &[] }
    }
}

impl<'a> From<&'a Vec<Pupil>> for Known<'a> {
    fn from(pupils: &'a Vec<Pupil>) -> Self {
        Self { pupils, flags: &[] }
    }
}

impl<'a, const N: usize> From<&'a [Pupil; N]> for Known<'a> {
    fn from(pupils: &'a [Pupil; N]) -> Self {
        Self { pupils, flags: &[] }
    }
}

/// An offer that was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Accepted {
    /// The row it was made for.
    pub row: u32,
    /// The kind of problem it answers. It answers every problem of that kind in the row.
    pub code: ProblemCode,
}

/// One thing of a row that is not to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Refused {
    /// The row.
    pub row: u32,
    /// What is to stay as the daybook has it.
    pub field: Field,
}

/// What a person decided about a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choices {
    /// Rows to leave out, by their numbers.
    pub left_out: Vec<u32>,
    /// Offers accepted.
    pub accepted: Vec<Accepted>,
    /// Changes refused, field by field: what the daybook has stays.
    #[serde(default)]
    pub refused: Vec<Refused>,
    /// The day from which changed provision and needs hold, where the list gives none.
    pub as_at: NaiveDate,
}

/// Provision to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opening {
    /// Provision code. Where it is the code of no SEN, open provision ends on the day and none follows.
    pub code: String,
    /// First day.
    pub from: NaiveDate,
}

/// Needs to hold from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// Need codes by rank, primary first.
    pub codes: Vec<String>,
    /// First day.
    pub from: NaiveDate,
}

/// One write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A new pupil.
    Add {
        /// The row it comes from.
        row: u32,
        /// Everything known, checked.
        details: PupilDetails,
        /// Provision to open, if the list gives any.
        status: Option<Opening>,
        /// Needs, if the list gives any.
        needs: Option<Ranked>,
        /// Provision over time, oldest first, in place of `status`; empty where the list knows of none.
        spells: Vec<Spell>,
        /// Needs over time, in place of `needs`; empty where the list knows of none.
        need_spells: Vec<NeedSpell>,
        /// All flags of the school's own by name, new ones among them; none where the list says nothing of them.
        own_flags: Option<Vec<String>>,
    },
    /// A known pupil.
    Update {
        /// The row it comes from.
        row: u32,
        /// Who.
        id: PupilId,
        /// Everything known, old and new: what the list leaves blank is as it was.
        details: PupilDetails,
        /// Provision to open instead of what is open; none where it stays.
        status: Option<Opening>,
        /// Needs to hold instead of those in force; none where they stay.
        needs: Option<Ranked>,
        /// All flags of the school's own by name, new ones among them; none where they stay.
        own_flags: Option<Vec<String>>,
    },
}

impl Step {
    /// The row it comes from.
    pub fn row(&self) -> u32 {
        match self {
            Self::Add { row, .. } | Self::Update { row, .. } => *row,
        }
    }
}

/// The writes that follow from a person's choices: for new and changed pupils, and for rows whose offer was accepted.
///
/// Judges the list again, so it holds for the pupils given, whatever was previewed. Faults: `import.mapping`,
/// `import.as_at`, and those of [`PupilDetails::check`].
pub fn plan<'a>(
    table: &Table,
    mapping: &Mapping,
    known: impl Into<Known<'a>>,
    rules: &RulePack,
    today: NaiveDate,
    choices: &Choices,
) -> Outcome<Vec<Step>> {
    if choices.as_at > today {
        let said =
            "The day from which provision holds is still to come. Nothing was imported. Choose today or a day before.";
        return Err(Fault::new("import.as_at", said).at("choices.as_at"));
    }
    let Known { pupils: existing, flags } = known.into();
    let left_out: HashSet<u32> = choices.left_out.iter().copied().collect();
    let judgement =
        judge(table, mapping, Case { existing, flags, rules, today, as_at: choices.as_at, choices: Some(choices) })?;
    let mut steps = Vec::new();
    for judged in judgement.rows.into_iter().filter(|judged| !left_out.contains(&judged.row)) {
        let (row, merged) = (judged.row, judged.merged);
        let step = match (judged.fate, judged.pupil.and_then(|at| existing.get(at))) {
            (Fate::New, _) => {
                // Where there is nothing to end, no provision is nothing to open.
                let status = merged.status.filter(|status| merged.spells.is_empty() && !rules.is_none(&status.code));
                // Nobody was there before, so the needs are as old as the provision they are the reason for.
                let needs = merged
                    .needs
                    .filter(|_| merged.need_spells.is_empty())
                    .map(|needs| Ranked { from: status.as_ref().map_or(needs.from, |status| status.from), ..needs });
                let (spells, need_spells) = (merged.spells, merged.need_spells);
                let own_flags = merged.own_flags;
                Step::Add { row, details: merged.details, status, needs, spells, need_spells, own_flags }
            }
            (Fate::Changed, Some(known)) => {
                let (status, needs, own_flags) = (merged.status, merged.needs, merged.own_flags);
                Step::Update { row, id: known.id, details: merged.details, status, needs, own_flags }
            }
            (Fate::Changed | Fate::Same | Fate::Repeated | Fate::Unsure | Fate::Stopped, _) => continue,
        };
        let checked = match &step {
            Step::Add { details, .. } => details.check(today),
            Step::Update { id, details, .. } => match existing.iter().find(|pupil| pupil.id == *id) {
                Some(before) => details.check_change(&before.details, today),
                None => details.check(today),
            },
        };
        checked.map_err(|fault| in_row(table.source, row, fault))?;
        steps.push(step);
    }
    Ok(steps)
}

/// The fault, said of the row it came from: nobody finds it among two thousand otherwise.
pub fn in_row(source: FileKind, row: u32, fault: Fault) -> Fault {
    let message = format!("{} {row}: {}", source.place(), fault.message);
    Fault { message, ..fault }.at(format!("rows.{row}"))
}
