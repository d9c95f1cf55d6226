//! What the list can be filtered by, and how many in scope each value has.

use super::query::{FLAGS, YEAR_ORDER, scope};
use crate::sql::{Sql, json};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::calendar::AcademicYear;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::SchoolId;
use daybook_domain::register::{Facet, Scope};
use rusqlite::named_params;

/// Counts over everybody in scope, before any filter.
#[derive(Default)]
pub struct Counts {
    /// How many are in scope.
    pub in_scope: u32,
    /// By provision.
    pub statuses: Vec<Facet>,
    /// By need of any rank.
    pub needs: Vec<Facet>,
    /// By curriculum year, youngest first.
    pub years: Vec<Facet>,
    /// By class.
    pub classes: Vec<Facet>,
    /// By flag.
    pub flags: Vec<Facet>,
}

/// Counts everybody in scope by everything the list can be filtered by.
pub fn counts(sql: Sql<'_>, school: SchoolId, of: Scope, today: NaiveDate) -> Outcome<Counts> {
    let found: Vec<(String, String, u32)> = sql.all(
        &statement(of),
        named_params! {
            ":school": school.0, ":today": today, ":academic_year": AcademicYear::of(today).0,
            ":on_register": json(&RulePack::england().on_register(today)),
        },
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut counts = Counts::default();
    for (what, value, count) in found {
        let list = match what.as_str() {
            "status" => &mut counts.statuses,
            "need" => &mut counts.needs,
            "year" => &mut counts.years,
            "class" => &mut counts.classes,
            "scope" => {
                counts.in_scope = count;
                continue;
            }
            _ => &mut counts.flags,
        };
        if count > 0 && !value.is_empty() {
            list.push(Facet { value, count });
        }
    }
    Ok(counts)
}

/// The statement that counts a scope.
pub fn statement(of: Scope) -> String {
    let flags = FLAGS.map(|flag| format!("SELECT 'flag', '{flag}', coalesce(sum({flag}), 0), 0 FROM pupil_in_scope"));
    format!(
        "WITH pupil_in_scope AS MATERIALIZED ({})
         SELECT 'scope', '', count(*), 0 FROM pupil_in_scope
         UNION ALL SELECT * FROM (SELECT 'status', status, count(*), 0 FROM pupil_in_scope
             WHERE status IS NOT NULL GROUP BY status ORDER BY status)
         UNION ALL SELECT * FROM (SELECT 'need', n.code, count(DISTINCT n.pupil_id), 0
             FROM pupil_in_scope JOIN need n ON n.pupil_id = pupil_in_scope.id
             WHERE n.from_date <= :today AND (n.to_date IS NULL OR :today < n.to_date) GROUP BY n.code ORDER BY n.code)
         UNION ALL SELECT * FROM (SELECT 'year', year, count(*), {YEAR_ORDER} FROM pupil_in_scope
             GROUP BY year ORDER BY 4)
         UNION ALL SELECT * FROM (SELECT 'class', class, count(*), 0 FROM pupil_in_scope
             GROUP BY class ORDER BY class COLLATE NOCASE)
         UNION ALL {}",
        scope(of, ""),
        flags.join(" UNION ALL ")
    )
}
