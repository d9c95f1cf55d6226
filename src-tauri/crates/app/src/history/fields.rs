//! Cells of a row, and a sentence for each that changed.

use super::words::{Words, area, clock, date, pounds, quoted, year};
use daybook_domain::text::count;
use daybook_store::{Cells, RowChange};
use serde_json::Value;

/// A column: its name in the table, what a person calls it, and how its values are said.
pub(super) struct Field(pub &'static str, pub &'static str, pub Say);

/// How a value is said.
#[derive(Clone, Copy)]
pub(super) enum Say {
    /// Not at all: it follows from others, or is told of otherwise.
    Not,
    /// A free text.
    Text,
    /// A short text, such as a class.
    Word,
    /// A day.
    Day,
    /// A time of day.
    Clock,
    /// A length.
    Minutes,
    /// Yes or no.
    Flag,
    /// A curriculum year.
    Year,
    /// A kind of work.
    Activity,
    /// A block of the plan.
    Block,
    /// A broad area of need.
    Area,
    /// A kind of plan.
    PlanKind,
    /// An intervention.
    Intervention,
    /// A child.
    Pupil,
    /// A plain number.
    Number,
    /// Money.
    Pence,
    /// Only that it changed.
    Nothing,
    /// One of a few words.
    One(&'static [(&'static str, &'static str)]),
}

/// Where work is done.
pub(super) const PLACES: &[(&str, &str)] =
    &[("school", "school"), ("home", "home"), ("other_school", "another school"), ("travel", "on the way")];

/// The row after, or before where it was taken away.
pub(super) fn latest(change: &RowChange) -> &Cells {
    static NONE: std::sync::LazyLock<Cells> = std::sync::LazyLock::new(Cells::new);
    change.after.as_ref().or(change.before.as_ref()).unwrap_or(&NONE)
}

/// A whole number; none where there is none.
pub(super) fn whole(cells: &Cells, column: &str) -> Option<i64> {
    cells.get(column).and_then(Value::as_i64)
}

/// A text; empty where there is none.
pub(super) fn text<'a>(cells: &'a Cells, column: &str) -> &'a str {
    cells.get(column).and_then(Value::as_str).unwrap_or_default()
}

/// A sentence for each cell that differs. Columns that nobody named are said to have changed, once and without a name.
pub(super) fn changes(fields: &[Field], before: &Cells, after: &Cells, words: &Words) -> Vec<String> {
    let differs = |column: &str| before.get(column) != after.get(column);
    let named = fields.iter().filter(|Field(column, ..)| differs(column));
    let mut said: Vec<String> = named
        .filter_map(|Field(column, name, say)| {
            let value = |cells: &Cells| cells.get(*column).and_then(|value| say.value(value, words));
            if matches!(say, Say::Not) {
                return None;
            }
            Some(match (value(before), value(after)) {
                (Some(before), Some(after)) if before == after => format!("{name} corrected."),
                (Some(before), Some(after)) => format!("{name} changed from {before} to {after}."),
                (None, Some(after)) => format!("{name} set to {after}."),
                (Some(before), None) => format!("{name} taken away; it was {before}."),
                (None, None) => format!("{name} corrected."),
            })
        })
        .collect();
    let known = |column: &String| fields.iter().any(|Field(name, ..)| name == column);
    if before.keys().chain(after.keys()).any(|column| !known(column) && differs(column)) {
        said.push("Another detail was changed.".to_owned());
    }
    said
}

impl Say {
    /// A value in words; none where there is nothing to say.
    fn value(self, value: &Value, words: &Words) -> Option<String> {
        let text = value.as_str().filter(|text| !text.trim().is_empty());
        let number = value.as_i64();
        match self {
            Self::Not | Self::Nothing => None,
            Self::Area => text.map(area),
            Self::PlanKind => text.map(|key| words.plan_kind(key)),
            Self::Intervention => number.map(|id| words.intervention(id)),
            Self::Number => number.map(|n| n.to_string()),
            Self::Pence => number.and_then(|n| u64::try_from(n).ok()).map(pounds),
            Self::Text => text.map(quoted),
            Self::Word => text.map(str::to_owned),
            Self::Day => text.map(date),
            Self::Year => text.map(year),
            Self::Clock => number.map(clock),
            Self::Minutes => number.and_then(|n| u32::try_from(n).ok()).map(|n| count(n, "minute", "minutes")),
            Self::Flag => number.map(|n| if n == 0 { "no" } else { "yes" }.to_owned()),
            Self::Activity => number.map(|id| words.activity(id)),
            Self::Block => number.map(|id| words.block(id)),
            Self::Pupil => number.map(|id| words.pupil(id)),
            Self::One(known) => {
                let found = |text: &str| known.iter().find(|(word, _)| *word == text).map(|(_, said)| *said);
                text.map(|text| found(text).unwrap_or("something else").to_owned())
            }
        }
    }
}
