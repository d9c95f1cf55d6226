//! The columns of the list.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A column of the list. Those that are not in every row are read only where they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListColumn {
    /// Surname and the forename they go by.
    Name,
    /// Curriculum year.
    Year,
    /// Class.
    Class,
    /// Provision in force.
    Status,
    /// When it began.
    Since,
    /// Needs in force, by rank.
    Needs,
    /// Flags.
    Flags,
    /// Flags of the school's own.
    OwnFlags,
    /// Case code.
    CaseCode,
    /// Legal forename, where they go by another.
    Forename,
    /// Date of birth.
    Born,
    /// Age today in years and months, such as `8y 2m`.
    Age,
    /// Unique pupil number.
    Upn,
    /// Admission number.
    Admission,
    /// First day on roll.
    OnRollFrom,
    /// Last day on roll.
    OnRollTo,
    /// How the name is said.
    Pronunciation,
    /// The next day by which a plan is to be reviewed.
    NextReview,
    /// Kinds of the plans that are open, by their keys, with commas between.
    Plans,
    /// Note.
    Note,
}

/// The columns of a list of which nobody asked for others.
pub const USUAL: [ListColumn; 8] = [
    ListColumn::Name,
    ListColumn::Year,
    ListColumn::Class,
    ListColumn::Status,
    ListColumn::Since,
    ListColumn::Needs,
    ListColumn::Flags,
    ListColumn::CaseCode,
];

impl ListColumn {
    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Year => "Year",
            Self::Class => "Class",
            Self::Status => "SEN provision",
            Self::Since => "Since",
            Self::Needs => "Needs",
            Self::Flags => "Flags",
            Self::OwnFlags => "Own flags",
            Self::CaseCode => "Case code",
            Self::Forename => "Legal forename",
            Self::Born => "Date of birth",
            Self::Age => "Age",
            Self::Upn => "UPN",
            Self::Admission => "Admission no.",
            Self::OnRollFrom => "On roll from",
            Self::OnRollTo => "Last day on roll",
            Self::Pronunciation => "Said",
            Self::NextReview => "Next review",
            Self::Plans => "Plans",
            Self::Note => "Note",
        }
    }

    /// Whether it says who the pupil is, so that a list by case code leaves it out.
    pub fn names(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Forename | Self::Born | Self::Age | Self::Upn | Self::Admission | Self::Pronunciation
        )
    }
}
