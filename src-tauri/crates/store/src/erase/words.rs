//! A pupil's name in what was written of others: replaced in the rows and in what the journal knows of them alike.

use super::{Belongings, Mask};
use crate::journal::Shape;
use crate::sql::Sql;
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
    for (table, columns) in WORDS.into_iter() {
        let shape = Shape::of(sql.0, table)?;
        let rows = rows(sql, &shape, columns, |row, text| mask(text, of.links(table, row)))?;
        if rows > 0 && !tables.iter().any(|known| known == table) {
            tables.push(table.to_owned());
        }
        texts += rows;
        journal(sql, table, columns, |row, text| mask(text, of.links(table, row)))?;
    }
    drafts(sql, |text| mask(text, false))?;
    Ok(texts)
}

fn rows(sql: Sql<'_>, shape: &Shape, columns: &[&str], mask: impl Fn(i64, &str) -> Option<String>) -> Outcome<u64> {
    let (table, keys) = (&shape.table, shape.key.join(", "));
    let select = format!("SELECT {keys}, {} FROM {table}", columns.join(", "));
    let width = shape.key.len();
    let all = sql.all(&select, [], |row| {
        let key = (0..width).map(|at| row.get::<_, Cell>(at)).collect::<rusqlite::Result<Vec<Cell>>>()?;
        let cells = (0..columns.len()).map(|at| row.get::<_, Option<String>>(width + at));
        Ok((key, cells.collect::<rusqlite::Result<Vec<_>>>()?))
    })?;
    let mut texts = 0;
    for (key, cells) in all {
        let number = match key.first() {
            Some(Cell::Integer(number)) => *number,
            _ => 0,
        };
        for (column, cell) in columns.iter().zip(cells) {
            let Some(masked) = cell.and_then(|cell| masked(&cell, |text| mask(number, text))) else { continue };
            let found: Vec<String> =
                shape.key.iter().enumerate().map(|(at, key)| format!("{key} = ?{}", at + 2)).collect();
            let update = format!("UPDATE {table} SET {column} = ?1 WHERE {}", found.join(" AND "));
            let params = std::iter::once(Cell::Text(masked)).chain(key.iter().cloned());
            sql.run(&update, rusqlite::params_from_iter(params))?;
            texts += 1;
        }
    }
    Ok(texts)
}

fn journal(sql: Sql<'_>, table: &str, columns: &[&str], mask: impl Fn(i64, &str) -> Option<String>) -> Outcome<()> {
    let all = sql.all("SELECT id, row_id, before, after FROM change WHERE table_name = ?1", [table], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, i64>(1)?,
            row.get::<_, Option<String>>(2)?,
            row.get::<_, Option<String>>(3)?,
        ))
    })?;
    for (id, number, before, after) in all {
        let side = |text: &Option<String>| {
            let mut row: Map<String, Value> = serde_json::from_str(text.as_deref()?).ok()?;
            let mut changed = false;
            for column in columns {
                if let Some(Value::String(cell)) = row.get_mut(*column)
                    && let Some(new) = masked(cell, |text| mask(number, text))
                {
                    *cell = new;
                    changed = true;
                }
            }
            changed.then(|| Value::Object(row).to_string())
        };
        let (new_before, new_after) = (side(&before), side(&after));
        if new_before.is_some() || new_after.is_some() {
            let update = "UPDATE change SET before = ?2, after = ?3 WHERE id = ?1";
            sql.run(update, params![id, new_before.or(before), new_after.or(after)])?;
        }
    }
    Ok(())
}

/// What is still being typed elsewhere, or timed, and names the pupil.
fn drafts(sql: Sql<'_>, mask: impl Fn(&str) -> Option<String>) -> Outcome<()> {
    for (table, key, value) in [("draft", "key", "value"), ("timer", "school_id", "layers")] {
        let select = format!("SELECT {key}, {value} FROM {table}");
        let all: Vec<(Cell, String)> = sql.all(&select, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for (found, text) in all {
            if let Some(masked) = masked(&text, &mask) {
                sql.run(&format!("UPDATE {table} SET {value} = ?2 WHERE {key} = ?1"), params![found, masked])?;
            }
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
