//! The rows of the list: each table read once, put together here.
//!
//! What holds today of provision and of needs is read as a whole, since that is less work than to look it up two thousand
//! times. Nothing is sorted by the database: what it takes of memory it wipes before giving it back, so that a sorter of
//! two thousand rows costs more than reading them. Pupils come by name, as their index has them.

use super::row::{COLUMNS, SEARCH, day, read_row, text};
use crate::sql::{Sql, json};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::{FlagId, PupilId, SchoolId};
use daybook_domain::register::{ListColumn, Listed, RegisterRow, Scope};
use rusqlite::{ToSql, named_params};
use std::collections::{BTreeSet, HashMap};

/// Whether a pupil `p` is on roll on `:today`. Pupils who are still to come are, or nobody could prepare for them.
pub const ON_ROLL: &str = "(p.on_roll_to IS NULL OR :today <= p.on_roll_to)";

/// What holds today of a table of spells.
const TODAY: &str = "t.from_date <= :today AND (t.to_date IS NULL OR :today < t.to_date)";

/// What is asked of the rows.
pub struct Ask<'q> {
    /// Whom they speak of.
    pub scope: Scope,
    /// Words to find, folded.
    pub words: Vec<&'q str>,
    /// Columns beyond the usual ones.
    pub more: Vec<ListColumn>,
    /// The day they stand on.
    pub today: NaiveDate,
}

/// Everybody in scope by name; with a limit, so many of those in whom every word is found.
pub fn everybody(sql: Sql<'_>, school: SchoolId, ask: &Ask<'_>, limit: Option<usize>) -> Outcome<Vec<Listed>> {
    let spells = spells(sql, ask.today)?;
    let on_register = RulePack::england().on_register(ask.today);
    let ids: Vec<i64> = match ask.scope {
        Scope::Register => {
            spells.iter().filter(|(_, spell)| on_register.contains(&spell.code.as_str())).map(|(id, _)| *id).collect()
        }
        Scope::Roll | Scope::Left => Vec::new(),
    };
    let ids = json(&ids);
    let mut bound: Vec<(&str, &dyn ToSql)> = vec![(":school", &school.0), (":today", &ask.today)];
    if ask.scope == Scope::Register {
        bound.push((":pupils", &ids));
    }
    // Those who were found by their ids do not come by name.
    let early = limit.filter(|_| ask.scope != Scope::Register);
    let mut all = read(sql, &statement(ask), bound.as_slice(), ask, early)?;
    if ask.scope == Scope::Register {
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all.truncate(limit.unwrap_or(all.len()));
    }
    put_together(sql, all.into_iter().map(|(_, listed)| listed).collect(), spells, ask)
}

/// The rows of these pupils by id, whether they are on roll or not.
pub fn rows_of(sql: Sql<'_>, pupils: &BTreeSet<PupilId>, today: NaiveDate) -> Outcome<Vec<RegisterRow>> {
    let ask = Ask { scope: Scope::Roll, words: Vec::new(), more: Vec::new(), today };
    let statement =
        format!("SELECT {COLUMNS}, '' FROM pupil p WHERE p.id IN (SELECT value FROM json_each(:pupils)) ORDER BY p.id");
    let all = read(sql, &statement, &[(":pupils", &json(pupils) as &dyn ToSql)][..], &ask, None)?;
    let all = all.into_iter().map(|(_, listed)| listed).collect();
    let all = put_together(sql, all, spells(sql, today)?, &ask)?;
    Ok(all.into_iter().map(|listed| listed.row).collect())
}

/// The statement that reads the pupils of a scope.
pub fn statement(ask: &Ask<'_>) -> String {
    let search = if ask.words.is_empty() { "''" } else { "p.search" };
    let more: String = ask.more.iter().map(|column| format!(", {}", source(*column))).collect();
    let which = match ask.scope {
        Scope::Register => format!("{ON_ROLL} AND p.id IN (SELECT value FROM json_each(:pupils))"),
        Scope::Roll => format!("{ON_ROLL} ORDER BY p.sort_name, p.id"),
        Scope::Left => "p.on_roll_to < :today ORDER BY p.sort_name, p.id".to_owned(),
    };
    let school = if ask.scope == Scope::Register { "+p.school_id" } else { "p.school_id" };
    format!("SELECT {COLUMNS}, {search}{more} FROM pupil p WHERE {school} = :school AND {which}")
}

/// A spell of provision in force.
struct Spell {
    code: String,
    since: Option<NaiveDate>,
}

fn spells(sql: Sql<'_>, today: NaiveDate) -> Outcome<HashMap<i64, Spell>> {
    let mut spells = HashMap::new();
    let statement = format!("SELECT t.pupil_id, t.code, t.from_date FROM status t WHERE {TODAY}");
    sql.each(&statement, named_params! { ":today": today }, |row| {
        spells.insert(row.get(0)?, Spell { code: row.get(1)?, since: day(row, 2)? });
        Ok(true)
    })?;
    Ok(spells)
}

/// Gives each the provision and the needs that hold, needs by rank.
fn put_together(
    sql: Sql<'_>,
    mut all: Vec<Listed>,
    mut spells: HashMap<i64, Spell>,
    ask: &Ask<'_>,
) -> Outcome<Vec<Listed>> {
    let mut needs: HashMap<i64, Vec<(u32, String)>> = HashMap::new();
    let statement = format!("SELECT t.pupil_id, t.rank, t.code FROM need t WHERE {TODAY}");
    sql.each(&statement, named_params! { ":today": ask.today }, |row| {
        needs.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
        Ok(true)
    })?;
    let mut own: HashMap<i64, Vec<FlagId>> = HashMap::new();
    sql.each("SELECT pupil_id, flag_id FROM pupil_flag ORDER BY pupil_id, flag_id", [], |row| {
        own.entry(row.get(0)?).or_default().push(FlagId(row.get(1)?));
        Ok(true)
    })?;
    let mut open = open_plans(sql, ask.today)?;
    let told = ask.more.contains(&ListColumn::Plans);
    for Listed { row, plans, .. } in &mut all {
        *plans = open.remove(&row.id.0).unwrap_or_default();
        if told {
            row.more.insert(ListColumn::Plans, plans.join(","));
        }
        row.own_flags = own.remove(&row.id.0).unwrap_or_default();
        if let Some(spell) = spells.remove(&row.id.0) {
            (row.status, row.since) = (spell.code, spell.since);
        }
        if let Some(mut ranked) = needs.remove(&row.id.0) {
            ranked.sort();
            row.needs = ranked.into_iter().map(|(_, code)| code).collect();
        }
    }
    Ok(all)
}

/// The kinds of each pupil's open plans by key, each once.
fn open_plans(sql: Sql<'_>, today: NaiveDate) -> Outcome<HashMap<i64, Vec<String>>> {
    let mut open: HashMap<i64, Vec<String>> = HashMap::new();
    let statement = "SELECT pupil_id, kind FROM support_plan WHERE to_date IS NULL OR :today < to_date";
    sql.each(statement, named_params! { ":today": today }, |row| {
        let (kinds, kind) = (open.entry(row.get(0)?).or_default(), text(row, 1)?);
        if let Err(at) = kinds.binary_search_by(|known| known.as_str().cmp(kind)) {
            kinds.insert(at, kind.to_owned());
        }
        Ok(true)
    })?;
    Ok(open)
}

/// Where a column comes from that is not in every row; what is reckoned from others comes from nowhere.
fn source(column: ListColumn) -> &'static str {
    match column {
        ListColumn::Forename => "p.forename",
        ListColumn::Upn => "p.upn",
        ListColumn::Admission => "p.admission",
        ListColumn::OnRollFrom => "p.on_roll_from",
        ListColumn::OnRollTo => "p.on_roll_to",
        ListColumn::Pronunciation => "p.pronunciation",
        ListColumn::Note => "p.note",
        ListColumn::NextReview => {
            "(SELECT min(c.review_on) FROM support_plan sp JOIN cycle c ON c.plan_id = sp.id
              WHERE sp.pupil_id = p.id AND sp.to_date IS NULL AND c.reviewed_on IS NULL
                  AND (p.on_roll_to IS NULL OR :today <= p.on_roll_to))"
        }
        ListColumn::Name
        | ListColumn::Year
        | ListColumn::Class
        | ListColumn::Status
        | ListColumn::Since
        | ListColumn::Needs
        | ListColumn::Flags
        | ListColumn::OwnFlags
        | ListColumn::CaseCode
        | ListColumn::Born
        | ListColumn::Age
        | ListColumn::Plans => "NULL",
    }
}

/// Whether a column is read only where it is asked for.
pub fn beyond(column: ListColumn) -> bool {
    matches!(column, ListColumn::Age | ListColumn::Plans) || source(column) != "NULL"
}

/// Pupils with what they are sorted by; with a limit, so many of those in whom every word is found.
fn read(
    sql: Sql<'_>,
    statement: &str,
    bound: &[(&str, &dyn ToSql)],
    ask: &Ask<'_>,
    limit: Option<usize>,
) -> Outcome<Vec<(String, Listed)>> {
    let mut all = Vec::new();
    sql.each(statement, bound, |row| {
        let found = ask.words.is_empty() || {
            let search = text(row, SEARCH)?;
            ask.words.iter().all(|word| search.contains(word))
        };
        if found || limit.is_none() {
            let name = if ask.scope == Scope::Register { row.get(13)? } else { String::new() };
            all.push((name, Listed { row: read_row(row, ask)?, found, plans: Vec::new() }));
        }
        Ok(limit.is_none_or(|limit| all.len() < limit))
    })?;
    Ok(all)
}
