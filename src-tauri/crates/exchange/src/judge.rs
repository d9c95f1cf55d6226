//! What becomes of every row: the one judgement that the preview shows and the plan carries out.

pub mod columns;
mod merge;
mod people;
mod repeats;
mod row;

use crate::fate::{Fate, FieldChange};
use crate::mapping::{Field, Mapping};
use crate::plan::Choices;
use crate::problem::{Problem, ProblemCode, Severity};
use crate::table::Table;
use chrono::NaiveDate;
use columns::Columns;
use daybook_domain::Outcome;
use daybook_domain::codes::RulePack;
use daybook_domain::flags::Flag;
use daybook_domain::pupil::Pupil;
use merge::{Merged, merge};
use people::{Match, People};
use repeats::{Repeat, Repeats};
use row::{Reading, read_row};
use std::collections::{HashMap, HashSet};

/// What a row is judged by.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// Pupils in the daybook.
    pub existing: &'a [Pupil],
    /// Flags of the school's own.
    pub flags: &'a [Flag],
    /// Codes in force.
    pub rules: &'a RulePack,
    /// The day of the import.
    pub today: NaiveDate,
    /// The day from which changes hold.
    pub as_at: NaiveDate,
    /// What a person decided; none while they are still looking.
    pub choices: Option<&'a Choices>,
}

/// One row, judged.
pub struct Judged {
    /// Its number in the file.
    pub row: u32,
    /// "Surname, Forename".
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
    /// Which of the existing pupils it is about, if sure or said so.
    pub pupil: Option<usize>,
    /// What is written for it.
    pub merged: Merged,
    /// What is odd about it.
    pub problems: Vec<Problem>,
}

impl Judged {
    /// What would change in a known pupil.
    pub fn changes(&self) -> &[FieldChange] {
        if self.pupil.is_some() { &self.merged.changes } else { &[] }
    }
}

/// Every row, judged, and which existing pupils the list speaks of.
pub struct Judgement {
    /// Rows in the order of the file, without totals and footers.
    pub rows: Vec<Judged>,
    /// What a person should know of the whole.
    pub notices: Vec<String>,
    /// Existing pupils the list holds, by their place among them.
    pub held: HashSet<usize>,
}

/// Judges every row of a table; `import.mapping` where the columns named are not the table's.
pub fn judge(table: &Table, mapping: &Mapping, case: Case<'_>) -> Outcome<Judgement> {
    let columns = Columns::new(table, mapping)?;
    let accepted: HashSet<(u32, ProblemCode)> =
        case.choices.iter().flat_map(|choices| &choices.accepted).map(|offer| (offer.row, offer.code)).collect();
    let mut refused: HashMap<u32, Vec<Field>> = HashMap::new();
    for one in case.choices.iter().flat_map(|choices| &choices.refused) {
        refused.entry(one.row).or_default().push(one.field);
    }
    let people = People::new(case.existing);
    let mut notices = columns.notices();
    let mut repeats = Repeats::default();
    let mut held = HashSet::new();
    let mut rows: Vec<Judged> = Vec::with_capacity(table.rows.len());
    let mut passed_over = Vec::new();
    for row in &table.rows {
        let accepts = |code| accepted.contains(&(row.number, code));
        let (read, mut problems) = match read_row(row, &columns, case, &accepts) {
            Reading::Footer => {
                passed_over.push(row.number);
                continue;
            }
            Reading::Pupil(read, problems) => (*read, problems),
        };
        if problems.iter().any(|problem| problem.severity == Severity::Stop) {
            rows.push(Judged {
                row: row.number,
                name: read.name(),
                fate: Fate::Stopped,
                pupil: None,
                merged: Merged::onto(None),
                problems,
            });
            continue;
        }
        let found = people.find(&read);
        if let Match::Sure(at) | Match::Unsure(at) = found {
            held.insert(at);
        }
        let mut fate = Fate::New;
        let pupil = match found {
            Match::Sure(at) => Some(at),
            Match::Unsure(at) => {
                problems.extend(people::unsure(&columns, &read, &case.existing[at]));
                if !accepts(ProblemCode::MaybeSamePupil) && !accepts(ProblemCode::MaybeNewPupil) {
                    fate = Fate::Unsure;
                }
                accepts(ProblemCode::MaybeSamePupil).then_some(at)
            }
            Match::Nobody => None,
        };
        // Where it is asked whether the row is a known child or another, that is the one thing to ask.
        let asked = matches!(found, Match::Unsure(_));
        match repeats.place(rows.len(), row, &read, pupil) {
            None => {}
            Some(Repeat::Shared(_)) if asked => {}
            Some(repeat) => {
                let earlier = repeat.earlier();
                problems.push(repeats::problem(&columns, &read, &repeat, rows[earlier].row));
                match repeat {
                    Repeat::Conflicting(_) if accepts(ProblemCode::ConflictingRepeat) => {
                        rows[earlier].fate = Fate::Repeated;
                        repeats.take_over(earlier, rows.len());
                    }
                    Repeat::Shared(_) if accepts(ProblemCode::SharedIdentity) => {}
                    Repeat::Exact(_) | Repeat::Conflicting(_) | Repeat::Shared(_) => fate = Fate::Repeated,
                }
            }
        }
        let mut read = read;
        // Who a row is about was told by all of it; what of it is written is another matter.
        refused.get(&row.number).into_iter().flatten().for_each(|field| read.forget(*field));
        let merged = merge(&read, pupil.map(|at| &case.existing[at]), &columns, case, &accepts, &mut problems);
        if fate == Fate::New && pupil.is_some() {
            fate = if merged.is_nothing() { Fate::Same } else { Fate::Changed };
        }
        problems.sort_by_key(|problem| problem.severity);
        rows.push(Judged { row: row.number, name: read.name(), fate, pupil, merged, problems });
    }
    notices.extend(footers(&columns, &passed_over));
    if columns.has(Field::FullName) {
        notices.push(
            "Surnames and forenames stand in one column; they were taken apart, and surnames in capitals were set in \
             ordinary letters. Look at a few, such as those that begin with Mac or van."
                .to_owned(),
        );
    }
    if rows.iter().flat_map(|row| &row.problems).any(|problem| problem.code == ProblemCode::BornMonthFirst) {
        notices.push(
            "Some dates of birth have the month first, as in the United States. Look at the others of the list too: \
             03/04/2017 was read as 3 April."
                .to_owned(),
        );
    }
    Ok(Judgement { rows, notices, held })
}

fn footers(columns: &Columns<'_>, rows: &[u32]) -> Option<String> {
    let shown: Vec<String> = rows.iter().take(10).map(u32::to_string).collect();
    match rows {
        [] => None,
        [one] => Some(format!("{} {one} names no pupil (a total or a note) and was passed over.", columns.place())),
        _ if rows.len() > shown.len() => Some(format!(
            "{} rows name no pupil (totals or notes) and were passed over, the first of them row {}.",
            rows.len(),
            shown[0]
        )),
        _ => {
            Some(format!("Rows {} name no pupil (totals or notes) and were passed over.", crate::words::listed(&shown)))
        }
    }
}
