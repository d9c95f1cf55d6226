//! The rows of the list.

use crate::fold::fold;
use crate::sql::{Sql, json};
use chrono::NaiveDate;
use daybook_domain::calendar::AcademicYear;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::pupil::Flags;
use daybook_domain::register::{RegisterQuery, RegisterRow, Scope, SortBy};
use daybook_domain::{Fault, Outcome};
use rusqlite::{Row, named_params};
use std::collections::BTreeSet;

/// The names of the flags, which are those of their columns.
pub const FLAGS: [&str; 5] = ["pupil_premium", "looked_after", "social_care", "eal", "young_carer"];

/// Whether a pupil `p` is on roll on `:today`. Pupils who are still to come are, or nobody could prepare for them.
pub const ON_ROLL: &str = "(p.on_roll_to IS NULL OR :today <= p.on_roll_to)";

/// Pupils in scope, each with the provision in force today and these columns of theirs.
///
/// Needs `:school`, `:today`, `:academic_year` and `:on_register`, the provision codes that put a pupil on the register.
pub fn scope(scope: Scope, columns: &str) -> String {
    let (join, roll) = match scope {
        // The other two name the codes only so that every statement binds the same; that is always true.
        Scope::Register => ("JOIN", format!("{ON_ROLL} AND s.code IN (SELECT value FROM json_each(:on_register))")),
        Scope::Roll => ("LEFT JOIN", format!("{ON_ROLL} AND :on_register IS NOT NULL")),
        Scope::Left => ("LEFT JOIN", "p.on_roll_to < :today AND :on_register IS NOT NULL".to_owned()),
    };
    format!(
        "SELECT p.id, p.class, p.pupil_premium, p.looked_after, p.social_care, p.eal, p.young_carer, {columns}
                s.code AS status, s.from_date AS since,
                curriculum_year(p.year_override, p.born, :academic_year) AS year
         FROM pupil p
         {join} status s ON s.pupil_id = p.id AND s.from_date <= :today AND (s.to_date IS NULL OR :today < s.to_date)
         WHERE p.school_id = :school AND {roll}"
    )
}

/// Every filter, each passing everybody where nothing is asked of it.
const FILTERS: &str = "
    (:statuses = '[]' OR coalesce(status, '') IN (SELECT value FROM json_each(:statuses)))
    AND (:years = '[]' OR year IN (SELECT value FROM json_each(:years)))
    AND (:classes = '[]' OR class IN (SELECT value FROM json_each(:classes)))
    AND (:needs = '[]' OR EXISTS (
        SELECT 1 FROM need n
        WHERE n.pupil_id = pupil.id AND n.from_date <= :today AND (n.to_date IS NULL OR :today < n.to_date)
          AND n.code IN (SELECT value FROM json_each(:needs))))
    AND (:words = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(:words) word WHERE instr(search, word.value) = 0))
    AND pupil_premium >= :pupil_premium AND looked_after >= :looked_after AND social_care >= :social_care
    AND eal >= :eal AND young_carer >= :young_carer";

/// The codes of the needs in force, by rank, one a line.
const NEEDS: &str = "
    (SELECT group_concat(code, char(10) ORDER BY rank) FROM need n
     WHERE n.pupil_id = pupil.id AND n.from_date <= :today AND (n.to_date IS NULL OR :today < n.to_date))";

/// The rows that answer a query, the first of them only where there is a limit.
pub fn rows(
    sql: Sql<'_>,
    school: SchoolId,
    query: &RegisterQuery,
    today: NaiveDate,
    limit: Option<u32>,
) -> Outcome<Vec<RegisterRow>> {
    if let Some(i) = query.flags.iter().position(|flag| !FLAGS.contains(&flag.as_str())) {
        return Err(Fault::new("register.flag", "There is no such flag to filter by.").at(format!("flags.{i}")));
    }
    let asked = |flag: &str| query.flags.iter().any(|asked| asked == flag);
    let folded = fold(&query.search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    sql.all(
        &statement(query),
        named_params! {
            ":school": school.0, ":today": today, ":academic_year": AcademicYear::of(today).0,
            ":on_register": json(&RulePack::england().on_register(today)), ":limit": limit.map_or(-1, i64::from),
            ":statuses": json(&query.statuses), ":years": json(&query.years), ":classes": json(&query.classes),
            ":needs": json(&query.needs), ":words": json(&words),
            ":pupil_premium": asked("pupil_premium"), ":looked_after": asked("looked_after"),
            ":social_care": asked("social_care"), ":eal": asked("eal"), ":young_carer": asked("young_carer"),
        },
        read,
    )
}

/// The rows of these pupils by id, whether they are on roll or not, in one query.
pub fn rows_of(sql: Sql<'_>, pupils: &BTreeSet<PupilId>, today: NaiveDate) -> Outcome<Vec<RegisterRow>> {
    sql.all(
        &format!(
            "SELECT pupil.id, pupil.case_code, pupil.surname, pupil.forename, pupil.preferred, pupil.born,
                    curriculum_year(pupil.year_override, pupil.born, :academic_year) AS year, pupil.class,
                    s.code AS status, s.from_date AS since, {NEEDS} AS needs,
                    pupil.pupil_premium, pupil.looked_after, pupil.social_care, pupil.eal, pupil.young_carer
             FROM pupil LEFT JOIN status s
                 ON s.pupil_id = pupil.id AND s.from_date <= :today AND (s.to_date IS NULL OR :today < s.to_date)
             WHERE pupil.id IN (SELECT value FROM json_each(:pupils)) ORDER BY pupil.id"
        ),
        named_params! { ":pupils": json(pupils), ":today": today, ":academic_year": AcademicYear::of(today).0 },
        read,
    )
}

/// The statement that answers a query; only its scope and its order depend on what was asked.
pub fn statement(query: &RegisterQuery) -> String {
    let names = "p.case_code, p.surname, p.forename, p.preferred, p.born, p.sort_name, p.search,";
    let (scope, order) = (scope(query.scope, names), order(query.sort, query.descending));
    format!(
        "SELECT id, case_code, surname, forename, preferred, born, year, class, status, since, {NEEDS} AS needs,
                pupil_premium, looked_after, social_care, eal, young_carer
         FROM ({scope}) AS pupil WHERE {FILTERS} ORDER BY {order} LIMIT :limit"
    )
}

/// What has no value comes last, whichever way the list runs.
fn order(sort: SortBy, descending: bool) -> String {
    let way = if descending { "DESC" } else { "ASC" };
    let by = |empty: &str, key: &str| format!("{empty}, {key} {way}, sort_name, id");
    match sort {
        SortBy::Name => format!("sort_name {way}, id"),
        SortBy::Year => by("year = ''", YEAR_ORDER),
        SortBy::Class => by("class = ''", "class COLLATE NOCASE"),
        SortBy::Status => by("status IS NULL", "status"),
        SortBy::Need => by("needs IS NULL", "needs"),
        SortBy::Born => by("born IS NULL", "born"),
        SortBy::Since => by("since IS NULL", "since"),
        SortBy::CaseCode => format!("id {way}"),
    }
}

/// Youngest first: early years, nursery, reception, then by number; no curriculum year (X) last.
pub const YEAR_ORDER: &str = "CASE year WHEN 'E1' THEN -4 WHEN 'E2' THEN -3 WHEN 'N1' THEN -2 WHEN 'N2' THEN -1
     WHEN 'R' THEN 0 WHEN 'X' THEN 99 ELSE CAST(year AS INTEGER) END";

/// By the places of the columns: looking their names up takes longer than reading two thousand rows.
fn read(row: &Row<'_>) -> rusqlite::Result<RegisterRow> {
    let preferred: String = row.get(4)?;
    let needs: Option<&str> = row.get_ref(10)?.as_str_or_null()?;
    Ok(RegisterRow {
        id: PupilId(row.get(0)?),
        case_code: row.get(1)?,
        surname: row.get(2)?,
        forename: if preferred.trim().is_empty() { row.get(3)? } else { preferred },
        born: row.get(5)?,
        year: row.get(6)?,
        class: row.get(7)?,
        status: row.get::<_, Option<String>>(8)?.unwrap_or_default(),
        since: row.get(9)?,
        needs: needs.into_iter().flat_map(str::lines).map(str::to_owned).collect(),
        flags: Flags {
            pupil_premium: row.get(11)?,
            looked_after: row.get(12)?,
            social_care: row.get(13)?,
            eal: row.get(14)?,
            young_carer: row.get(15)?,
        },
    })
}
