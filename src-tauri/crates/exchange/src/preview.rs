//! What an import would do, before it does anything.

use crate::fate::{Fate, FieldChange};
use crate::judge::{Case, Judged, Judgement, judge};
use crate::mapping::{Field, MappedColumn, Mapping};
use crate::plan::Known;
use crate::problem::{Problem, ProblemCode, Severity};
use crate::table::{FileKind, Table};
use crate::words::short;
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::PupilId;
use daybook_domain::pupil::Pupil;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A column as a person is shown it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Column {
    /// Heading as written.
    pub heading: String,
    /// What it is taken for.
    pub field: Field,
    /// Up to three different values from it.
    pub samples: Vec<String>,
}

/// How many problems there are of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProblemCount {
    /// The kind.
    pub code: ProblemCode,
    /// How much it matters.
    pub severity: Severity,
    /// How many.
    pub count: u32,
}

/// How many rows there are of each fate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counts {
    /// Rows that were read as pupils.
    pub rows: u32,
    /// Added.
    pub new: u32,
    /// Updated.
    pub changed: u32,
    /// Left as they are.
    pub same: u32,
    /// Left out as repeats.
    pub repeated: u32,
    /// Left out until somebody decides.
    pub unsure: u32,
    /// Not importable.
    pub stopped: u32,
    /// Problems by kind, the gravest first.
    pub problems: Vec<ProblemCount>,
}

/// One row and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewRow {
    /// Its number in the file.
    pub row: u32,
    /// "Surname, Forename" as read; empty if there is none.
    pub name: String,
    /// What would become of it.
    pub fate: Fate,
    /// The known pupil it is about, if sure.
    pub pupil: Option<PupilId>,
    /// What would change in a known pupil.
    pub changes: Vec<FieldChange>,
    /// What is odd about it.
    pub problems: Vec<Problem>,
    /// Whether something would be written for it as it stands.
    pub include_by_default: bool,
}

/// A pupil on roll in the daybook whom the list does not hold. For information: nothing is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Missing {
    /// Who.
    pub id: PupilId,
    /// "Surname, Forename".
    pub name: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// What kind of file it is.
    pub source: FileKind,
    /// What its letters were read as.
    pub encoding: String,
    /// What stands between cells, for text.
    pub separator: Option<char>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many rows of each fate.
    pub counts: Counts,
    /// Every row, in the order of the file.
    pub rows: Vec<PreviewRow>,
    /// Who is on roll and not in the list; empty for a transfer file, which never holds a whole roll.
    pub missing: Vec<Missing>,
    /// What a person should know of the whole list, in sentences.
    pub notices: Vec<String>,
}

/// Says what an import would do if nothing were left out and nothing offered accepted. Writes nothing.
///
/// `today` is the day of the import: ages and years are reckoned from it; `as_at` is the day from which changed provision and
/// needs would hold. Faults: `import.mapping`.
pub fn preview<'a>(
    table: &Table,
    mapping: &Mapping,
    known: impl Into<Known<'a>>,
    rules: &RulePack,
    today: NaiveDate,
    as_at: NaiveDate,
) -> Outcome<Preview> {
    let Known { pupils: existing, flags } = known.into();
    let judgement = judge(table, mapping, Case { existing, flags, rules, today, as_at, choices: None })?;
    let missing = missing(table.source, existing, &judgement, today);
    let rows: Vec<PreviewRow> = judgement.rows.into_iter().map(|judged| shown(judged, existing)).collect();
    Ok(Preview {
        source: table.source,
        encoding: table.encoding.clone(),
        separator: table.separator,
        columns: columns(table, mapping),
        counts: counts(&rows),
        rows,
        missing,
        notices: judgement.notices,
    })
}

fn shown(judged: Judged, existing: &[Pupil]) -> PreviewRow {
    PreviewRow {
        row: judged.row,
        pupil: judged.pupil.and_then(|at| existing.get(at)).map(|pupil| pupil.id),
        changes: judged.changes().to_vec(),
        name: judged.name,
        fate: judged.fate,
        problems: judged.problems,
        include_by_default: matches!(judged.fate, Fate::New | Fate::Changed),
    }
}

fn counts(rows: &[PreviewRow]) -> Counts {
    let mut counts = Counts { rows: u32::try_from(rows.len()).unwrap_or(u32::MAX), ..Counts::default() };
    let mut problems: BTreeMap<(Severity, ProblemCode), u32> = BTreeMap::new();
    for row in rows {
        *match row.fate {
            Fate::New => &mut counts.new,
            Fate::Changed => &mut counts.changed,
            Fate::Same => &mut counts.same,
            Fate::Repeated => &mut counts.repeated,
            Fate::Unsure => &mut counts.unsure,
            Fate::Stopped => &mut counts.stopped,
        } += 1;
        for problem in &row.problems {
            *problems.entry((problem.severity, problem.code)).or_default() += 1;
        }
    }
    counts.problems =
        problems.into_iter().map(|((severity, code), count)| ProblemCount { code, severity, count }).collect();
    counts
}

fn columns(table: &Table, mapping: &Mapping) -> Vec<Column> {
    let column = |(at, column): (usize, &MappedColumn)| {
        let mut samples: Vec<String> = Vec::new();
        for cell in table.rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty()) {
            let cell = short(cell);
            if !samples.contains(&cell) {
                samples.push(cell);
            }
            if samples.len() == 3 {
                break;
            }
        }
        Column { heading: column.heading.clone(), field: column.field, samples }
    };
    mapping.columns.iter().enumerate().map(column).collect()
}

fn missing(source: FileKind, existing: &[Pupil], judgement: &Judgement, today: NaiveDate) -> Vec<Missing> {
    if source == FileKind::Ctf {
        return Vec::new();
    }
    let here = |pupil: &Pupil| pupil.details.on_roll_to.is_none_or(|last| last >= today);
    let gone = existing.iter().enumerate().filter(|(at, pupil)| here(pupil) && !judgement.held.contains(at));
    gone.map(|(_, pupil)| Missing {
        id: pupil.id,
        name: format!("{}, {}", pupil.details.surname, pupil.details.forename),
    })
    .collect()
}
