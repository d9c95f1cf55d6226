//! The register as a list: read once, then searched, filtered, sorted, grouped and counted by the domain.

mod query;
mod row;
mod since;
mod views;

pub(crate) use query::ON_ROLL;
#[cfg(test)]
pub(crate) use query::{Ask, statement};
pub use views::Views;

use crate::access::Access;
use crate::fold::fold;
use chrono::NaiveDate;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::pupil::Flags;
use daybook_domain::register::{RegisterList, RegisterQuery, RegisterRow, sift};
use daybook_domain::{Fault, Outcome};
use std::collections::BTreeSet;

/// The registers of the vault's schools.
pub struct Register<'v, M>(pub(crate) Access<'v, M>);

impl<M> Register<'_, M> {
    /// The first pupils of a scope by name in whom every word is found. Filters and order are not asked for here.
    pub fn first(
        &self,
        school: SchoolId,
        query: &RegisterQuery,
        today: NaiveDate,
        limit: u32,
    ) -> Outcome<Vec<RegisterRow>> {
        let folded = fold(&query.search);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let found = query::everybody(self.0.sql(), school, &ask(query, &folded, today), Some(limit))?;
        Ok(found.into_iter().map(|listed| listed.row).collect())
    }

    /// The rows of these pupils by id, leavers' too, as they stand today.
    pub fn rows_of(&self, pupils: &BTreeSet<PupilId>, today: NaiveDate) -> Outcome<Vec<RegisterRow>> {
        query::rows_of(self.0.sql(), pupils, today)
    }

    /// The list as it stands today: provision and needs in force, curriculum years of this academic year.
    ///
    /// On the register are pupils on roll whose provision in force the rules put there, the watch list among it. Fault: `register.flag` for a flag that there is not.
    pub fn list(&self, school: SchoolId, query: &RegisterQuery, today: NaiveDate) -> Outcome<RegisterList> {
        if let Some(i) = query.flags.iter().position(|flag| !Flags::NAMES.contains(&flag.as_str())) {
            return Err(Fault::new("register.flag", "There is no such flag to filter by.").at(format!("flags.{i}")));
        }
        let folded = fold(&query.search);
        let everybody = query::everybody(self.0.sql(), school, &ask(query, &folded, today), None)?;
        Ok(sift(everybody, query))
    }
}

fn ask<'q>(query: &RegisterQuery, folded: &'q str, today: NaiveDate) -> query::Ask<'q> {
    let more = query.columns.iter().copied().filter(|column| query::beyond(*column)).collect();
    query::Ask { scope: query.scope, words: folded.split_whitespace().collect(), more, today }
}
