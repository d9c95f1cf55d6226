//! A pupil's name in what was written of others: replaced in the rows and in what the journal knows of them alike.

use super::{Belongings, Mask, Masked, NamedIn, Speaks};
use crate::journal::Shape;
use crate::sql::Sql;
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use rusqlite::params;
use rusqlite::types::Value as Cell;
use serde_json::{Map, Value};

/// Columns in which people write what they like, by table. Those of JSON are looked through text by text.
pub const WORDS: [(&str, &[&str]); 27] = [
    ("activity", &["name"]),
    ("assessment", &["name", "score", "scale", "done_by", "note"]),
    ("block", &["title"]),
    ("block_outcome", &["why"]),
    ("break_mark", &["why"]),
    ("cycle", &["assess", "child_views", "family_views", "doing", "review"]),
    ("day_off", &["name"]),
    ("document", &["name", "note", "link"]),
    ("entry", &["text", "interrupted_by"]),
    ("flag", &["name"]),
    ("half_term", &["name"]),
    ("intervention", &["name"]),
    ("normal_block", &["title"]),
    ("normal_week", &["name"]),
    ("outcome", &["text", "success", "came"]),
    ("pack", &["options"]),
    ("plan_kind", &["name"]),
    ("profile", &["admire", "important", "support", "hopes", "works", "avoid", "ask"]),
    ("provision", &["staff", "group_name", "measure", "entry", "exit", "impact"]),
    ("pupil", &["note"]),
    ("saved_view", &["name", "view"]),
    ("setting", &["value"]),
    ("status", &["reason"]),
    ("strategy", &["text", "who", "place", "how_often"]),
    ("support_plan", &["title", "why_ended"]),
    ("task", &["title", "consequence", "note", "delegated_to", "why"]),
    ("task_template", &["title", "source", "consequence"]),
];

/// Of these, the columns that say who a grown-up is, and the names of the school's lists.
const GROWN_UPS: [(&str, &str); 11] = [
    ("activity", "name"),
    ("assessment", "done_by"),
    ("day_off", "name"),
    ("entry", "interrupted_by"),
    ("flag", "name"),
    ("half_term", "name"),
    ("intervention", "name"),
    ("plan_kind", "name"),
    ("profile", "ask"),
    ("provision", "staff"),
    ("strategy", "who"),
];

/// Columns of text that are codes, dates, a grown-up's name, or made by the app itself.
#[cfg(test)]
pub const NO_WORDS: [(&str, &[&str]); 28] = [
    ("activity", &["purpose"]),
    ("assessment", &["date", "kind"]),
    ("block", &["date", "place"]),
    ("block_outcome", &["state"]),
    ("break_mark", &["date", "name", "state"]),
    ("cycle", &["from_date", "review_on", "reviewed_on"]),
    ("day_off", &["date", "kind"]),
    ("document", &["date", "hash"]),
    ("entry", &["date", "place", "kind"]),
    ("half_term", &["first_day", "last_day"]),
    ("intervention", &["area"]),
    ("need", &["code", "from_date", "to_date"]),
    ("normal_block", &["place"]),
    ("outcome", &["area", "progress"]),
    ("pack", &["kind", "monday", "hash", "at"]),
    ("profile", &["agreed_on"]),
    ("provision", &["from_date", "to_date"]),
    ("status", &["code", "from_date", "to_date"]),
    ("support_plan", &["kind", "from_date", "to_date"]),
    ("strategy", &[]),
    ("hours", &["from_date"]),
    ("hours_span", &["part", "name"]),
    // Names of other pupils are theirs; what they are found by is made of them.
    (
        "pupil",
        &[
            "case_code",
            "surname",
            "forename",
            "preferred",
            "pronunciation",
            "born",
            "upn",
            "admission",
            "year_override",
            "class",
            "on_roll_from",
            "on_roll_to",
            "sort_name",
            "search",
        ],
    ),
    ("school", &["name", "senco", "head"]),
    ("task", &["occurs", "appeared", "due", "first_due", "stake", "state", "delegated_until", "settled_on"]),
    ("task_template", &["frequency", "basis", "per", "per_status", "anchor", "stake", "from_date"]),
    // Dates, hours, kinds of work and neutral codes.
    ("week", &["monday", "frozen_at", "closed_at", "ground"]),
    ("setting", &["key"]),
];

/// Replaces the name wherever it stands, adds the tables it stood in, and says in how many texts of rows that was.
pub fn mask(sql: Sql<'_>, of: &Belongings, mask: Mask<'_>, tables: &mut Vec<String>) -> Outcome<u64> {
    let mut texts = 0;
    for (table, columns) in WORDS {
        let found = rows(sql, of, (table, columns), mask)?;
        if !found.is_empty() && !tables.iter().any(|known| known == table) {
            tables.push(table.to_owned());
        }
        texts += found.len() as u64;
        for Found { column, key, after, .. } in found {
            let place = |(at, (name, _)): (usize, &(String, Cell))| format!("{name} = ?{}", at + 2);
            let place: Vec<String> = key.iter().enumerate().map(place).collect();
            let update = format!("UPDATE {table} SET {column} = ?1 WHERE {}", place.join(" AND "));
            let params = std::iter::once(Cell::Text(after)).chain(key.into_iter().map(|(_, cell)| cell));
            sql.run(&update, rusqlite::params_from_iter(params))?;
        }
        for Told { id, before, after, .. } in journal(sql, of, (table, columns), mask)? {
            sql.run("UPDATE change SET before = ?2, after = ?3 WHERE id = ?1", params![id, before, after])?;
        }
    }
    drafts(sql, |text| mask(text, Speaks::OfOthers))?;
    Ok(texts)
}

/// The same looked for and left as it is, but for rows that go with the pupil.
pub fn find(sql: Sql<'_>, of: &Belongings, mask: Mask<'_>) -> Outcome<NamedIn> {
    let mut named = NamedIn::default();
    for (table, columns) in WORDS {
        let stays = |number: &i64| of.keys(table).is_none_or(|keys| !keys.contains(number));
        for Found { key, before, after, .. } in rows(sql, of, (table, columns), mask)? {
            let number = key.first().and_then(|(_, cell)| number(cell)).unwrap_or_default();
            if stays(&number) {
                named.texts.push(Masked { table: table.to_owned(), before, after });
            }
        }
        let first =
            journal(sql, of, (table, columns), mask)?.into_iter().filter(|told| stays(&told.row)).map(|told| told.at);
        named.since = named.since.into_iter().chain(first).min();
    }
    Ok(named)
}

/// A cell in which the name stands.
struct Found {
    column: &'static str,
    key: Vec<(String, Cell)>,
    before: String,
    after: String,
}

fn number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Integer(number) => Some(*number),
        _ => None,
    }
}

fn speaks(of: &Belongings, table: &str, column: &str, row: i64) -> Speaks {
    match GROWN_UPS.contains(&(table, column)) {
        _ if of.links(table, row) => Speaks::OfThePupil,
        true => Speaks::OfGrownUps,
        false => Speaks::OfOthers,
    }
}

fn rows(
    sql: Sql<'_>,
    of: &Belongings,
    (table, columns): (&str, &'static [&'static str]),
    mask: Mask<'_>,
) -> Outcome<Vec<Found>> {
    let shape = Shape::of(sql.0, table)?;
    let select = format!("SELECT {}, {} FROM {table}", shape.key.join(", "), columns.join(", "));
    let width = shape.key.len();
    let mut found = Vec::new();
    sql.each(&select, [], |row| {
        let first: Cell = row.get(0)?;
        let row_number = number(&first).unwrap_or_default();
        for (at, column) in columns.iter().enumerate() {
            let Some(before) = row.get::<_, Option<String>>(width + at)? else { continue };
            let speaks = speaks(of, table, column, row_number);
            if let Some(after) = masked(&before, |text| mask(text, speaks)) {
                let key = shape.key.iter().enumerate().map(|(at, name)| Ok((name.clone(), row.get(at)?)));
                let key = key.collect::<rusqlite::Result<Vec<(String, Cell)>>>()?;
                found.push(Found { column, key, before, after });
            }
        }
        Ok(true)
    })?;
    Ok(found)
}

/// What the journal knows of a row in which the name stands, as it is to be.
struct Told {
    id: i64,
    row: i64,
    at: NaiveDateTime,
    before: Option<String>,
    after: Option<String>,
}

fn journal(sql: Sql<'_>, of: &Belongings, (table, columns): (&str, &[&str]), mask: Mask<'_>) -> Outcome<Vec<Told>> {
    let mut told = Vec::new();
    let select = "SELECT c.id, c.row_id, o.at, c.before, c.after FROM change c JOIN op o ON o.id = c.op_id
                  WHERE c.table_name = ?1";
    sql.each(select, [table], |row| {
        let (id, number, at): (i64, i64, NaiveDateTime) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (before, after): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
        let side = |text: &Option<String>| {
            let mut row: Map<String, Value> = serde_json::from_str(text.as_deref()?).ok()?;
            let mut changed = false;
            for column in columns {
                if let Some(Value::String(cell)) = row.get_mut(*column)
                    && let Some(new) = masked(cell, |text| mask(text, speaks(of, table, column, number)))
                {
                    *cell = new;
                    changed = true;
                }
            }
            changed.then(|| Value::Object(row).to_string())
        };
        let (new_before, new_after) = (side(&before), side(&after));
        if new_before.is_some() || new_after.is_some() {
            told.push(Told { id, row: number, at, before: new_before.or(before), after: new_after.or(after) });
        }
        Ok(true)
    })?;
    Ok(told)
}

/// What is still being typed elsewhere and names the pupil.
fn drafts(sql: Sql<'_>, mask: impl Fn(&str) -> Option<String>) -> Outcome<()> {
    let all: Vec<(String, String)> =
        sql.all("SELECT key, value FROM draft", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (key, text) in all {
        if let Some(masked) = masked(&text, &mask) {
            sql.run("UPDATE draft SET value = ?2 WHERE key = ?1", params![key, masked])?;
        }
    }
    Ok(())
}

/// A cell with the name replaced; of one that is JSON, each text in it. None where the name is not in it.
fn masked(cell: &str, mask: impl Fn(&str) -> Option<String>) -> Option<String> {
    if !cell.starts_with(['{', '[', '"']) {
        return mask(cell);
    }
    let Ok(mut value) = serde_json::from_str::<Value>(cell) else { return mask(cell) };
    within(&mut value, &mask).then(|| value.to_string())
}

fn within(value: &mut Value, mask: &impl Fn(&str) -> Option<String>) -> bool {
    match value {
        Value::String(text) => match mask(text) {
            Some(masked) => {
                *text = masked;
                true
            }
            None => false,
        },
        Value::Array(values) => values.iter_mut().filter_map(|value| within(value, mask).then_some(())).count() > 0,
        Value::Object(values) => values.values_mut().filter_map(|value| within(value, mask).then_some(())).count() > 0,
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
