//! The register as a list: searched, filtered, sorted and counted by the database.

mod facets;
mod query;

#[cfg(test)]
pub(crate) use facets::statement as counting;
pub(crate) use query::ON_ROLL;
#[cfg(test)]
pub(crate) use query::statement;

use crate::access::Access;
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::register::{RegisterList, RegisterQuery, RegisterRow};
use std::collections::BTreeSet;

/// The registers of the vault's schools.
pub struct Register<'v, M>(pub(crate) Access<'v, M>);

impl<M> Register<'_, M> {
    /// The first rows of a list, without its counts.
    pub fn first(
        &self,
        school: SchoolId,
        query: &RegisterQuery,
        today: NaiveDate,
        limit: u32,
    ) -> Outcome<Vec<RegisterRow>> {
        query::rows(self.0.sql(), school, query, today, Some(limit))
    }

    /// The rows of these pupils by id, leavers' too, as they stand today.
    pub fn rows_of(&self, pupils: &BTreeSet<PupilId>, today: NaiveDate) -> Outcome<Vec<RegisterRow>> {
        query::rows_of(self.0.sql(), pupils, today)
    }

    /// The list as it stands today: provision and needs in force, curriculum years of this academic year.
    ///
    /// On the register are pupils on roll whose provision in force the rules put there, the watch list among it. Fault: `register.flag` for a flag that there is not.
    pub fn list(&self, school: SchoolId, query: &RegisterQuery, today: NaiveDate) -> Outcome<RegisterList> {
        let sql = self.0.sql();
        let rows = query::rows(sql, school, query, today, None)?;
        let counts = facets::counts(sql, school, query.scope, today)?;
        Ok(RegisterList {
            rows,
            in_scope: counts.in_scope,
            statuses: counts.statuses,
            needs: counts.needs,
            years: counts.years,
            classes: counts.classes,
            flags: counts.flags,
        })
    }
}
