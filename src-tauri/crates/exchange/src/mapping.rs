//! What each column of a list means.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Legal surname.
    Surname,
    /// Legal forename.
    Forename,
    /// Preferred forename.
    Preferred,
    /// Both names in one cell: "SURNAME, Forename" or "Forename Surname".
    FullName,
    /// Date of birth.
    Born,
    /// Unique pupil number.
    Upn,
    /// The school's own admission number.
    Admission,
    /// National curriculum year.
    Year,
    /// Class or tutor group.
    Class,
    /// SEN provision.
    SenStatus,
    /// The day SEN provision began.
    SenSince,
    /// SEN needs, several in one cell, the primary one first.
    SenNeeds,
    /// Primary SEN need.
    PrimaryNeed,
    /// Secondary SEN need.
    SecondaryNeed,
    /// Pupil premium.
    PupilPremium,
    /// English as an additional language.
    Eal,
    /// Looked after by a local authority.
    LookedAfter,
    /// Known to social care.
    SocialCare,
    /// Cares for somebody at home.
    YoungCarer,
    /// Nothing the daybook keeps.
    Ignore,
}

/// What one column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappedColumn {
    /// Its heading as written in the file; headings, not places, carry over to the next file.
    pub heading: String,
    /// What it holds.
    pub field: Field,
}

/// What every column of a list means, in the order of its headings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mapping {
    /// One for each heading.
    pub columns: Vec<MappedColumn>,
}
