//! What was printed or saved on paper. The daybook keeps that it was, not what the paper said.

use super::fields::text;
use crate::packs::called;
use daybook_store::RowChange;
use serde_json::Value;

pub(super) fn tell(rows: &[&RowChange]) -> Vec<String> {
    let made = rows.iter().filter_map(|change| change.after.as_ref());
    let said = made.map(|cells| {
        let options: Value = serde_json::from_str(text(cells, "options")).unwrap_or_default();
        let how = match options.get("names").and_then(Value::as_bool) {
            Some(true) => "with names",
            Some(false) | None => "without names",
        };
        format!("Printed or saved: {}, {how}.", called(text(cells, "kind")).to_lowercase())
    });
    said.collect()
}
