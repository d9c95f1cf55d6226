//! What is odd about one row of a list, and what may be done about it.

use crate::mapping::Field;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row cannot be imported.
    Stop,
    /// Something is left undone unless the person says otherwise.
    Ask,
    /// Good to know; the row is imported.
    Note,
}

/// Which kind of problem it is, for counting, grouping and accepting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Stop: the row names nobody.
    NoName,
    /// Stop: a name or number is far too long to be one.
    TooLong,
    /// Note: the row says word for word what an earlier row said; it is left out.
    ExactRepeat,
    /// Ask: an earlier row is about the same child and says something else. Accepted: this row is taken instead of it.
    ConflictingRepeat,
    /// Ask: an earlier row has the same UPN, or name and date of birth, but seems to be another child. Accepted: imported
    /// as a pupil of its own.
    SharedIdentity,
    /// Ask: a pupil in the daybook may be this one. Accepted: that pupil is updated.
    MaybeSamePupil,
    /// Ask, beside [`ProblemCode::MaybeSamePupil`]. Accepted: imported as a pupil of its own.
    MaybeNewPupil,
    /// Note: the pupil in the daybook has left the school.
    HadLeft,
    /// Note: the UPN breaks the rule of its check letter; it is kept as written.
    BadUpn,
    /// Note: no date of birth.
    NoBorn,
    /// Note: the date of birth cannot be read.
    BornUnreadable,
    /// Ask: the date of birth has its month first. Accepted: read so.
    BornMonthFirst,
    /// Note: a date of birth in the future, or of somebody older than 25.
    BornUnlikely,
    /// Note: letters of a name were lost when the list was exported.
    LostLetter,
    /// Ask: a provision code of before 2014. Accepted: the code that took its place.
    OldStatus,
    /// Ask: provision or a need in the daybook began on the day of the list or after it. Accepted: the list's takes its place.
    NewerHere,
    /// Ask: a provision nobody knows; nothing to offer.
    UnknownStatus,
    /// Ask: a need nobody knows; nothing to offer.
    UnknownNeed,
    /// Note: provision that needs a primary need has none.
    NoPrimaryNeed,
    /// Note: the year is not that of the pupil's age. Accepted: kept as the year the pupil is taught in.
    YearNotOfAge,
    /// Note: the year cannot be read.
    YearUnreadable,
    /// Ask: neither yes nor no. Accepted: yes.
    FlagUnclear,
    /// Note: the day provision began cannot be read, or is to come.
    SinceUnreadable,
    /// Note: a first or last day on roll cannot be read, or the last comes before the first.
    RollUnreadable,
    /// Note: provision or needs over time cannot be read; only what holds today is taken.
    HistoryUnreadable,
    /// Note: more cells than there are headings.
    ExtraCells,
}

/// One problem of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// The row's number in the file.
    pub row: u32,
    /// The field it is about; none where it is about the row.
    pub field: Option<Field>,
    /// How much it matters.
    pub severity: Severity,
    /// Its kind.
    pub code: ProblemCode,
    /// What a person reads: it names the row and the column.
    pub sentence: String,
    /// What may be accepted, in a few words for a tick box; none where there is nothing to accept.
    pub offered: Option<String>,
}
