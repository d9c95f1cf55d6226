//! What an import would do, before it does anything.

use crate::fate::{Fate, FieldChange};
use crate::mapping::Field;
use crate::problem::{Problem, ProblemCode, Severity};
use crate::table::Source;
use daybook_domain::ids::PupilId;
use serde::{Deserialize, Serialize};
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
    pub source: Source,
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
