//! The documents that a child's file hands on.

use super::Held;
use serde_json::Value;

/// Documents that are kept in the daybook: a name that tells nothing, and the bytes.
pub fn documents(held: &Held) -> Vec<(String, &[u8])> {
    let Some(sheet) = held.sheets.iter().find(|sheet| sheet.table == "document") else { return Vec::new() };
    let mut documents = Vec::new();
    for row in &sheet.rows {
        let cell = |column: &str| row.get(sheet.columns.iter().position(|name| name == column)?);
        let Some(hash) = cell("hash").and_then(Value::as_str) else { continue };
        if let Some((_, bytes)) = held.files.iter().find(|(known, _)| known == hash) {
            documents.push((file_name(cell("id"), cell("name")), bytes.as_slice()));
        }
    }
    documents
}

/// "document 7.pdf": its ending as it is called, as far as that is one.
pub fn file_name(id: Option<&Value>, name: Option<&Value>) -> String {
    let number = id.and_then(Value::as_i64).unwrap_or_default();
    let ending = name.and_then(Value::as_str).and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    match ending.filter(|ending| (1..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric())) {
        Some(ending) => format!("document {number}.{ending}"),
        None => format!("document {number}"),
    }
}
