//! Other people's names in a child's file.

use daybook_domain::names::NameScan;
use daybook_pack::packs::{CLOSES, OPENS};
use serde_json::{Value, json};
use std::sync::Arc;

/// Fields that say who somebody is: of each, all of it is somebody else.
const PEOPLE: [(&str, &str); 5] = [
    ("strategy", "who"),
    ("provision", "staff"),
    ("assessment", "done_by"),
    ("profile", "ask"),
    ("entry", "interrupted_by"),
];

/// Marks the names of others, and keeps count of where they stood.
pub struct ThirdParties {
    names: Arc<NameScan>,
    own: String,
    places: Vec<Value>,
}

impl ThirdParties {
    /// `own` is the case code of the child whose file it is.
    pub fn new(names: Arc<NameScan>, own: String) -> Self {
        Self { names, own, places: Vec::new() }
    }

    /// The text of a field with every name marked that is not the child's.
    pub fn mark(&mut self, (table, column): (&str, &str), row: &Value, text: &str) -> String {
        if text.trim().is_empty() {
            return text.to_owned();
        }
        if PEOPLE.contains(&(table, column)) {
            self.places.push(json!({ "table": table, "row": row, "column": column, "words": [text] }));
            return format!("{OPENS}{text}{CLOSES}");
        }
        let hits = self.names.find(text);
        let others: Vec<_> = hits.iter().filter(|hit| !hit.case_codes.contains(&self.own)).collect();
        if others.is_empty() {
            return text.to_owned();
        }
        let words: Vec<&str> = others.iter().map(|hit| hit.word.as_str()).collect();
        self.places.push(json!({ "table": table, "row": row, "column": column, "words": words }));
        let mut marked = String::with_capacity(text.len() + others.len() * 4);
        let mut done = 0;
        for hit in others {
            marked.push_str(&text[done..hit.start]);
            marked.push_str(OPENS);
            marked.push_str(&text[hit.start..hit.end]);
            marked.push_str(CLOSES);
            done = hit.end;
        }
        marked.push_str(&text[done..]);
        marked
    }

    /// How many texts were marked.
    pub fn marked(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    /// Where they stand: table, row, column and words.
    pub fn places(&self) -> &[Value] {
        &self.places
    }
}
