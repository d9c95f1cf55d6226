//! What was done to the school's details, its dates and its kinds of work.

use super::fields::{Field, Say, changes, text};
use super::words::{Words, date};
use daybook_store::{Cells, RowChange};

const SCHOOL: &[Field] = &[
    Field("id", "", Say::Not),
    Field("name", "Name of the school", Say::Word),
    Field("senco", "SENCO", Say::Word),
    Field("head", "Headteacher", Say::Word),
];

const PURPOSES: &[(&str, &str)] = &[
    ("strategy", "strategic direction"),
    ("learning", "teaching and learning"),
    ("staff", "leading and managing staff"),
    ("resources", "deploying staff and resources"),
];

const ACTIVITY: &[Field] = &[
    Field("id", "", Say::Not),
    Field("name", "Name", Say::Word),
    Field("purpose", "Area", Say::One(PURPOSES)),
    Field("statutory", "Asked for by law", Say::Flag),
    Field("administrative", "Administration", Say::Flag),
    Field("with_pupils", "Spent with pupils", Say::Flag),
    Field("other_role", "Belongs to another role", Say::Flag),
    Field("own_burden", "Keeping this daybook", Say::Flag),
    Field("retired", "No longer offered", Say::Flag),
];

const FLAG: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("name", "Name", Say::Word),
    Field("retired", "No longer offered", Say::Flag),
];

const PLAN_KIND: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("name", "Name", Say::Word),
    Field("review_weeks", "Weeks from one review to the next", Say::Number),
    Field("retired", "No longer offered", Say::Flag),
];

const INTERVENTION: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("name", "Name", Say::Word),
    Field("area", "Area", Say::Area),
    Field("retired", "No longer offered", Say::Flag),
];

/// The lists of the school's own that records choose from: flags, kinds of plan, interventions.
pub(super) fn tell_list(table: &str, rows: &[&RowChange], words: &Words) -> Vec<String> {
    match table {
        "flag" => named(rows, FLAG, "Flag of the school's own", words),
        "plan_kind" => named(rows, PLAN_KIND, "Kind of plan", words),
        _ => named(rows, INTERVENTION, "Intervention", words),
    }
}

pub(super) fn tell(rows: &[&RowChange], words: &Words) -> Vec<String> {
    named(rows, SCHOOL, "School", words)
}

pub(super) fn tell_activity(rows: &[&RowChange], words: &Words) -> Vec<String> {
    named(rows, ACTIVITY, "Kind of work", words)
}

fn named(rows: &[&RowChange], fields: &[Field], what: &str, words: &Words) -> Vec<String> {
    let tell = |change: &&RowChange| match (&change.before, &change.after) {
        (None, Some(after)) => vec![format!("{what} added: {}.", text(after, "name"))],
        (Some(before), None) => vec![format!("{what} taken away: {}.", text(before, "name"))],
        (Some(before), Some(after)) => changes(fields, before, after, words),
        (None, None) => Vec::new(),
    };
    rows.iter().flat_map(tell).collect()
}

pub(super) fn tell_calendar(rows: &[&RowChange]) -> Vec<String> {
    let tell = |change: &&RowChange| {
        let said = |cells: &Cells| match change.table.as_str() {
            "half_term" => {
                let (first, last) = (date(text(cells, "first_day")), date(text(cells, "last_day")));
                format!("half-term {}, {first} to {last}", text(cells, "name"))
            }
            _ => day_off(cells),
        };
        match (&change.before, &change.after) {
            (None, Some(after)) => Some(format!("Added: {}.", said(after))),
            (Some(before), None) => Some(format!("Taken away: {}.", said(before))),
            (Some(before), Some(after)) if said(before) == said(after) => {
                Some("Another detail was changed.".to_owned())
            }
            (Some(before), Some(after)) => Some(format!("Changed from {} to {}.", said(before), said(after))),
            (None, None) => None,
        }
    };
    rows.iter().filter_map(tell).collect()
}

fn day_off(cells: &Cells) -> String {
    let kind = match text(cells, "kind") {
        "inset" => "INSET day",
        "bank_holiday" => "bank holiday",
        _ => "closure",
    };
    let name = match text(cells, "name").trim() {
        "" => String::new(),
        name => format!(" ({name})"),
    };
    format!("{kind} on {}{name}", date(text(cells, "date")))
}

#[cfg(test)]
pub(super) fn columns(table: &str) -> Vec<&'static str> {
    let fields = match table {
        "school" => SCHOOL,
        "flag" => FLAG,
        "plan_kind" => PLAN_KIND,
        "intervention" => INTERVENTION,
        _ => ACTIVITY,
    };
    fields.iter().map(|Field(column, ..)| *column).collect()
}
