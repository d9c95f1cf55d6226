//! What was put right in records since a day, as it stands now: what was changed and changed back is not told, and what
//! the dates of the record tell by themselves is not told twice.

use super::fields::{latest, text, whole};
use super::pupil;
use super::words::Words;
use chrono::{NaiveDate, NaiveTime};
use daybook_domain::Outcome;
use daybook_store::{Cells, Reader, RowChange, Step};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// By pupil, sentences about what these operations, newest first, put right.
pub(crate) fn corrected_since(
    read: &Reader<'_>,
    steps: Vec<Step>,
    since: NaiveDate,
    today: NaiveDate,
) -> Outcome<BTreeMap<i64, Vec<String>>> {
    // Each row as it was before the first change and after the last.
    // A pupil's own flags share the number of the pupil, so they are told apart by which they are.
    let mut net: BTreeMap<(String, i64, Option<i64>), RowChange> = BTreeMap::new();
    for change in steps.into_iter().rev().flat_map(|step| step.changes) {
        match net.entry((change.table.clone(), change.row, whole(latest(&change), "flag_id"))) {
            Entry::Occupied(mut kept) => kept.get_mut().after = change.after,
            Entry::Vacant(place) => {
                place.insert(change);
            }
        }
    }
    // Most of what an import or a day's work did is told by its dates; only of the rest are names looked up.
    let changes: Vec<RowChange> = net.into_values().filter(|change| worth_telling(change, since)).collect();
    if changes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let told = Step { at: since.and_time(NaiveTime::MIN), who: String::new(), undone: false, changes };
    let words = Words::of(read, std::slice::from_ref(&told), today)?;
    let mut rows: BTreeMap<i64, Vec<&RowChange>> = BTreeMap::new();
    for change in &told.changes {
        let of = if change.table == "pupil" { Some(change.row) } else { whole(latest(change), "pupil_id") };
        rows.entry(of.unwrap_or_default()).or_default().push(change);
    }
    Ok(rows.into_iter().map(|(pupil, rows)| (pupil, pupil::tell(&rows, &words))).collect())
}

fn worth_telling(change: &RowChange, since: NaiveDate) -> bool {
    let old = |cells: &Cells| text(cells, "from_date").parse::<NaiveDate>().is_ok_and(|from| from < since);
    match (change.table.as_str(), &change.before, &change.after) {
        // Where a child came from is told by the first day on roll.
        ("pupil", None, _) | (_, None, None) => false,
        ("pupil", Some(before), Some(after)) => before != after,
        ("pupil", Some(_), None) => true,
        ("pupil_flag", before, after) => before.is_some() != after.is_some(),
        // Written down late, or taken away.
        (_, None, Some(after)) => old(after),
        (_, Some(before), None) => old(before),
        (_, Some(before), Some(after)) => {
            ["code", "rank", "reason", "from_date"].iter().any(|cell| before.get(*cell) != after.get(*cell))
        }
    }
}
