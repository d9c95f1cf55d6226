//! The register as a list: what is asked of it, its rows, and what they are counted by.

mod columns;
mod order;
mod sift;

pub use columns::{ListColumn, USUAL};
pub use sift::{Listed, sift};

use crate::ids::{FlagId, PupilId, ViewId};
use crate::pupil::Flags;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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

/// What the list is grouped by. A pupil is in one group: that of the primary need, where it is by need.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    /// Not at all.
    #[default]
    None,
    /// Class.
    Class,
    /// Primary need.
    Need,
    /// Curriculum year.
    Year,
    /// Provision.
    Status,
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
    /// Kinds of plan to show: a pupil has an open plan of one of them.
    pub plans: Vec<String>,
    /// Flags a pupil must have, by the field names of [`Flags`].
    pub flags: Vec<String>,
    /// Flags of the school's own that a pupil must have.
    pub own_flags: Vec<FlagId>,
    /// What to sort by.
    pub sort: SortBy,
    /// Last first.
    pub descending: bool,
    /// What to group by. Groups stand in their own order; the sort orders within them.
    pub group: GroupBy,
    /// The columns to show, in order; none: the usual ones.
    pub columns: Vec<ListColumn>,
}

impl RegisterQuery {
    /// The columns to show, in order.
    pub fn shown(&self) -> &[ListColumn] {
        if self.columns.is_empty() { &USUAL } else { &self.columns }
    }
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
    /// Flags of the school's own.
    pub own_flags: Vec<FlagId>,
    /// The cells of columns that were asked for and stand nowhere else in the row: days as ISO text, nothing for what is
    /// not known.
    #[ts(type = "Partial<Record<ListColumn, string>>")]
    pub more: BTreeMap<ListColumn, String>,
}

/// A value, and how many rows have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Facet {
    /// The value; of a group, empty for those that have none.
    pub value: String,
    /// How many rows have it.
    pub count: u32,
}

/// The list and what it can be filtered by.
///
/// Each value to filter by that anybody in scope has is there, with how many rows have it and pass every *other* filter;
/// flags narrow together, so each counts the rows that pass all filters and have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterList {
    /// Rows that answer the query: by group where they are grouped, then sorted.
    pub rows: Vec<RegisterRow>,
    /// The groups in the order of the rows, each with how many rows it has; none where they are not grouped.
    pub groups: Vec<Facet>,
    /// How many are in scope before any filter.
    pub in_scope: u32,
    /// Provision codes.
    pub statuses: Vec<Facet>,
    /// SEN type codes.
    pub needs: Vec<Facet>,
    /// Curriculum years, youngest first.
    pub years: Vec<Facet>,
    /// Classes.
    pub classes: Vec<Facet>,
    /// Kinds of the plans that are open, by key.
    pub plans: Vec<Facet>,
    /// Flags.
    pub flags: Vec<Facet>,
    /// Flags of the school's own, by identity.
    pub own_flags: Vec<FlagFacet>,
}

/// A flag of the school's own, and how many rows have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagFacet {
    /// Which.
    pub flag: FlagId,
    /// How many rows have it.
    pub count: u32,
}

/// A view of the list that somebody wants again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Its identity.
    pub id: ViewId,
    /// Its name, unlike any other of the school's.
    pub name: String,
    /// What it asks for: scope, filters, order, groups and columns.
    pub query: RegisterQuery,
}
