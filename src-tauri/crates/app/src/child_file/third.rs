//! Other people's names in a child's file.

use daybook_domain::names::{GrownUps, Hit, NameScan};
use daybook_pack::packs::{CLOSES, OPENS};
use serde_json::{Value, json};
use std::ops::Range;
use std::sync::Arc;

/// Fields that say who somebody is: of each, all of it is somebody else.
const PEOPLE: [(&str, &str); 6] = [
    ("strategy", "who"),
    ("provision", "staff"),
    ("assessment", "done_by"),
    ("profile", "ask"),
    ("entry", "interrupted_by"),
    ("task", "delegated_to"),
];

/// Marks the names of others, and keeps count of where they stood.
pub struct ThirdParties {
    names: Arc<NameScan>,
    grown_ups: GrownUps,
    own: String,
    places: Vec<Value>,
}

impl ThirdParties {
    /// `own` is the case code of the child whose file it is; `staff` are the fields that say who somebody is, of everybody.
    pub fn new(names: Arc<NameScan>, staff: &[String], own: String) -> Self {
        let grown_ups = GrownUps::named_in(staff.iter().map(String::as_str));
        Self { names, grown_ups, own, places: Vec::new() }
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
        let others = self.others(text);
        if others.is_empty() {
            return text.to_owned();
        }
        let words: Vec<&str> = others.iter().map(|at| &text[at.clone()]).collect();
        self.places.push(json!({ "table": table, "row": row, "column": column, "words": words }));
        let mut marked = String::with_capacity(text.len() + others.len() * 4);
        let mut done = 0;
        for at in others {
            marked.push_str(&text[done..at.start]);
            marked.push_str(OPENS);
            marked.push_str(&text[at.clone()]);
            marked.push_str(CLOSES);
            done = at.end;
        }
        marked.push_str(&text[done..]);
        marked
    }

    /// Where a text names others, apart and in order. What follows a title is a grown-up, though the child be called so.
    fn others(&self, text: &str) -> Vec<Range<usize>> {
        let hits = self.names.find(text);
        let (own, pupils): (Vec<&Hit>, Vec<&Hit>) = hits.iter().partition(|hit| hit.case_codes.contains(&self.own));
        let grown_ups = self.grown_ups.find(text).into_iter();
        let mut places: Vec<Range<usize>> =
            grown_ups.filter(|at| !own.iter().any(|hit| hit.start <= at.start && at.end <= hit.end)).collect();
        places.extend(pupils.into_iter().map(|hit| hit.start..hit.end));
        places.sort_by_key(|at| at.start);
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(places.len());
        for next in places {
            match apart.last_mut() {
                Some(last) if next.start < last.end => last.end = last.end.max(next.end),
                Some(_) | None => apart.push(next),
            }
        }
        apart
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
