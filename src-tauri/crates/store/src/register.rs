//! The register as a list: searched, filtered, sorted and counted by the database.

mod facets;
mod query;

#[cfg(test)]
pub(crate) use facets::statement as counting;
#[cfg(test)]
pub(crate) use query::statement;

use crate::access::Access;
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::SchoolId;
use daybook_domain::register::{RegisterList, RegisterQuery};

/// The registers of the vault's schools.
pub struct Register<'v, M>(pub(crate) Access<'v, M>);

impl<M> Register<'_, M> {
    /// The list as it stands today: provision and needs in force, curriculum years of this academic year.
    ///
    /// Nobody who has left is on the register. Pupils who are still to come are on roll already, or nobody could
    /// prepare for them. Fault: `register.flag` for a flag that there is not.
    pub fn list(&self, school: SchoolId, query: &RegisterQuery, today: NaiveDate) -> Outcome<RegisterList> {
        let sql = self.0.sql();
        let rows = query::rows(sql, school, query, today)?;
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
