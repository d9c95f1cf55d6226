//! The register as a list: what is asked of it, and its rows.

use crate::ids::PupilId;
use crate::pupil::Flags;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whom the list speaks of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Pupils with SEN provision or on the watch list.
    #[default]
    Register,
    /// Everybody on roll.
    Roll,
    /// Those who have left.
    Left,
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// Surname, then forename.
    #[default]
    Name,
    /// Curriculum year, then name.
    Year,
    /// Class, then name.
    Class,
    /// Provision, then name.
    Status,
    /// Primary need, then name.
    Need,
    /// Date of birth.
    Born,
    /// When the present provision began.
    Since,
    /// Case code.
    CaseCode,
}

/// What is asked of the list. Empty lists and an empty search ask for everybody in scope.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RegisterQuery {
    /// Whom the list speaks of.
    pub scope: Scope,
    /// Words to find in names, class, UPN and case code; accents and case do not matter.
    pub search: String,
    /// Provision codes to show.
    pub statuses: Vec<String>,
    /// SEN type codes to show, of any rank.
    pub needs: Vec<String>,
    /// Curriculum years to show.
    pub years: Vec<String>,
    /// Classes to show.
    pub classes: Vec<String>,
    /// Flags a pupil must have, by the field names of [`Flags`].
    pub flags: Vec<String>,
    /// What to sort by.
    pub sort: SortBy,
    /// Last first.
    pub descending: bool,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterRow {
    /// Whose row it is.
    pub id: PupilId,
    /// Case code.
    pub case_code: String,
    /// Legal surname.
    pub surname: String,
    /// Preferred forename, or the legal one.
    pub forename: String,
    /// Date of birth, if known.
    pub born: Option<NaiveDate>,
    /// Curriculum year.
    pub year: String,
    /// Class.
    pub class: String,
    /// Provision code in force; empty if none.
    pub status: String,
    /// When it began.
    pub since: Option<NaiveDate>,
    /// SEN type codes in force, by rank.
    pub needs: Vec<String>,
    /// Flags.
    pub flags: Flags,
}

/// One value to filter by, and how many rows in scope have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Facet {
    /// The value.
    pub value: String,
    /// Rows in scope that have it.
    pub count: u32,
}

/// The list and what it can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterList {
    /// Rows that answer the query, sorted.
    pub rows: Vec<RegisterRow>,
    /// How many are in scope before any filter.
    pub in_scope: u32,
    /// Provision codes in scope.
    pub statuses: Vec<Facet>,
    /// SEN type codes in scope.
    pub needs: Vec<Facet>,
    /// Curriculum years in scope, youngest first.
    pub years: Vec<Facet>,
    /// Classes in scope.
    pub classes: Vec<Facet>,
    /// Flags in scope.
    pub flags: Vec<Facet>,
}
