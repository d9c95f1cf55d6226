//! A child's rows in words: which kind, which labels, and what stands for a number.

use super::Held;
use super::third::ThirdParties;
use chrono::NaiveDate;
use daybook_domain::text::long_date;
use daybook_pack::packs::Part;
use daybook_store::Sheet;
use serde_json::Value;

/// The kinds in the order in which they are read; others follow.
const KINDS: [(&str, &str); 13] = [
    ("pupil", "Record"),
    ("pupil_flag", "Flags of the school’s own"),
    ("status", "SEN provision over time"),
    ("need", "SEN needs over time"),
    ("profile", "One-page profile"),
    ("support_plan", "Plans"),
    ("cycle", "Rounds of assess, plan, do, review"),
    ("outcome", "Outcomes"),
    ("strategy", "Strategies"),
    ("provision", "Interventions"),
    ("assessment", "Assessments and screening"),
    ("document", "Documents"),
    ("entry", "What was done, as the daybook has it"),
];

/// Columns that only the app needs.
const OWN: [&str; 6] = ["id", "school_id", "pupil_id", "sort_name", "search", "hash"];

/// Labels that are not what a column is called.
const LABELS: [(&str, &str); 26] = [
    ("upn", "UPN"),
    ("born", "Date of birth"),
    ("admission", "Admission number"),
    ("year_override", "Taught in year"),
    ("eal", "English as an additional language"),
    ("social_care", "Known to social care"),
    ("on_roll_from", "First day on roll"),
    ("on_roll_to", "Last day on roll"),
    ("from_date", "From"),
    ("to_date", "No longer from"),
    ("plan_id", "Plan"),
    ("cycle_id", "Round"),
    ("outcome_id", "Outcome"),
    ("intervention_id", "Intervention"),
    ("flag_id", "Flag"),
    ("activity_id", "Kind of work"),
    ("pence", "Cost of a session for the group, in pence"),
    ("every_weeks", "In so many weeks"),
    ("minutes", "Minutes"),
    ("weeks", "School weeks it is to run"),
    ("admire", "What people like and admire about me"),
    ("important", "What is important to me"),
    ("support", "How best to support me"),
    ("works", "What works"),
    ("avoid", "What to avoid"),
    ("ask", "Whom to ask"),
];

/// What is held, kind by kind.
pub fn parts(held: &Held, others: &mut ThirdParties) -> Vec<Part> {
    let mut sheets: Vec<&Sheet> =
        held.sheets.iter().chain([&held.entries]).filter(|sheet| !sheet.rows.is_empty()).collect();
    let place = |sheet: &Sheet| KINDS.iter().position(|(table, _)| *table == sheet.table).unwrap_or(KINDS.len());
    sheets.sort_by_key(|sheet| place(sheet));
    let heading = |sheet: &Sheet| {
        let known = KINDS.iter().find(|(table, _)| *table == sheet.table).map(|(_, heading)| (*heading).to_owned());
        known.unwrap_or_else(|| worded(&sheet.table))
    };
    let mut parts = Vec::new();
    for sheet in sheets {
        let records = sheet.rows.iter().map(|row| record(held, sheet, row, others)).collect();
        parts.push(Part { heading: heading(sheet), records });
    }
    parts
}

/// Documents that are kept in the daybook: a name that tells nothing, and the bytes.
pub fn documents(held: &Held) -> Vec<(String, &[u8])> {
    let Some(sheet) = held.sheets.iter().find(|sheet| sheet.table == "document") else { return Vec::new() };
    let mut documents = Vec::new();
    for row in &sheet.rows {
        let cell = |column: &str| cell(sheet, row, column);
        let Some(hash) = cell("hash").and_then(Value::as_str) else { continue };
        if let Some((_, bytes)) = held.files.iter().find(|(known, _)| known == hash) {
            documents.push((file_name(cell("id"), cell("name")), bytes.as_slice()));
        }
    }
    documents
}

/// "document 7.pdf": its ending as it is called, as far as that is one.
fn file_name(id: Option<&Value>, name: Option<&Value>) -> String {
    let number = id.and_then(Value::as_i64).unwrap_or_default();
    let ending = name.and_then(Value::as_str).and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    match ending.filter(|ending| (1..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric())) {
        Some(ending) => format!("document {number}.{ending}"),
        None => format!("document {number}"),
    }
}

fn record(held: &Held, sheet: &Sheet, row: &[Value], others: &mut ThirdParties) -> Vec<(String, String)> {
    let id = cell(sheet, row, "id").cloned().unwrap_or(Value::Null);
    let mut said = Vec::new();
    for (column, value) in sheet.columns.iter().zip(row) {
        if OWN.contains(&column.as_str()) {
            continue;
        }
        let text = says(held, &sheet.table, column, value);
        if text.trim().is_empty() {
            continue;
        }
        // Only what somebody wrote can name anybody.
        let text = match value {
            // A pupil's own names are the child's, whoever else is called so.
            Value::String(_) if sheet.table != "pupil" || column == "note" => {
                others.mark((&sheet.table, column), &id, &text)
            }
            _ => text,
        };
        said.push((label(column), text));
    }
    if sheet.table == "document" && cell(sheet, row, "hash").is_some_and(Value::is_string) {
        let name = file_name(cell(sheet, row, "id"), cell(sheet, row, "name"));
        said.push(("File".to_owned(), format!("documents/{name}")));
    }
    said
}

fn cell<'s>(sheet: &Sheet, row: &'s [Value], column: &str) -> Option<&'s Value> {
    row.get(sheet.columns.iter().position(|name| name == column)?)
}

/// What a cell says: a day in words, yes or no, the name of what a number stands for.
fn says(held: &Held, table: &str, column: &str, value: &Value) -> String {
    const YES_OR_NO: [&str; 5] = ["pupil_premium", "looked_after", "social_care", "eal", "young_carer"];
    match (column, value) {
        (_, Value::Null) => String::new(),
        ("flag_id", Value::Number(_)) => named(&held.lists, "flag", value),
        ("intervention_id", Value::Number(_)) => named(&held.lists, "intervention", value),
        ("activity_id", Value::Number(_)) => named(&held.lists, "activity", value),
        ("plan_id", Value::Number(_)) => place(held, "support_plan", value),
        ("cycle_id", Value::Number(_)) => place(held, "cycle", value),
        ("outcome_id", Value::Number(_)) => place(held, "outcome", value),
        (_, Value::Number(number)) if YES_OR_NO.contains(&column) => match number.as_i64() {
            Some(1) => "Yes".to_owned(),
            _ => String::new(),
        },
        ("kind", Value::String(kind)) if table == "support_plan" => match kind.strip_prefix("own-") {
            Some(own) => named(&held.lists, "plan_kind", &own.parse::<i64>().map_or(Value::Null, Value::from)),
            None => worded(kind),
        },
        (_, Value::String(text)) => match text.parse::<NaiveDate>() {
            Ok(day) => long_date(day),
            Err(_) => text.clone(),
        },
        (_, other) => other.to_string(),
    }
}

/// The name of a row in a list.
fn named(lists: &[Sheet], table: &str, id: &Value) -> String {
    let sheet = lists.iter().find(|sheet| sheet.table == table);
    let row = sheet.and_then(|sheet| Some((sheet, sheet.rows.iter().find(|row| cell(sheet, row, "id") == Some(id))?)));
    let name = row.and_then(|(sheet, row)| cell(sheet, row, "name")).and_then(Value::as_str);
    name.unwrap_or_default().to_owned()
}

/// "2 of 3": which record of its kind a number stands for, as they are counted in the file.
fn place(held: &Held, table: &str, id: &Value) -> String {
    let Some(sheet) = held.sheets.iter().find(|sheet| sheet.table == table) else { return String::new() };
    match sheet.rows.iter().position(|row| cell(sheet, row, "id") == Some(id)) {
        Some(_) if sheet.rows.len() == 1 => "The one there is".to_owned(),
        Some(at) => format!("{} of {}", at + 1, sheet.rows.len()),
        None => String::new(),
    }
}

fn label(column: &str) -> String {
    let known = LABELS.iter().find(|(name, _)| *name == column).map(|(_, label)| (*label).to_owned());
    known.unwrap_or_else(|| worded(column))
}

/// "done_by" as "Done by".
fn worded(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
