//! The week by kind of work, by area, by who interrupted, and what was left undone.

use super::rows::NotDone;
use super::{ByActivity, ByPurpose, Figure, Interrupter, Told, or_else};
use crate::activity::Purpose;
use crate::entry::{Entry, EntryKind};
use crate::ids::{ActivityId, BlockId};
use crate::plan::BlockState;
use std::cmp::Reverse;
use std::collections::BTreeMap;

const UNCLASSIFIED: &str = "To classify";

/// Planned and actual time by kind of work, most time first.
pub(super) fn by_activity(told: &Told<'_>) -> Vec<ByActivity> {
    let mut figures: BTreeMap<Option<ActivityId>, (Figure, Figure)> = BTreeMap::new();
    for block in &told.blocks {
        figures.entry(Some(block.details.activity)).or_default().0.add_block(block.id, block.details.minutes);
    }
    for entry in &told.entries {
        figures.entry(entry.details.activity).or_default().1.add_entry(entry.id, entry.details.minutes);
    }
    let mut rows: Vec<ByActivity> = figures
        .into_iter()
        .map(|(activity, (planned, actual))| ByActivity {
            activity,
            name: activity.map_or_else(|| UNCLASSIFIED.to_owned(), |id| told.activity_name(id)),
            purpose: activity.and_then(|id| told.activities.get(&id)).map(|activity| activity.purpose),
            planned,
            actual,
        })
        .collect();
    rows.sort_by(|a, b| {
        let key = |row: &ByActivity| (Reverse(row.actual.minutes), Reverse(row.planned.minutes));
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    rows
}

/// Planned and actual time by area: the four in print order, then what belongs to none, if anything does.
pub(super) fn by_purpose(activities: &[ByActivity]) -> Vec<ByPurpose> {
    let row = |purpose: Option<Purpose>| {
        let mut row = ByPurpose {
            purpose,
            name: purpose.map_or(UNCLASSIFIED, Purpose::label).to_owned(),
            planned: Figure::default(),
            actual: Figure::default(),
        };
        for activity in activities.iter().filter(|activity| activity.purpose == purpose) {
            row.planned.add(&activity.planned);
            row.actual.add(&activity.actual);
        }
        row
    };
    let unclassified = activities.iter().any(|activity| activity.purpose.is_none()).then(|| row(None));
    Purpose::ALL.into_iter().map(|purpose| row(Some(purpose))).chain(unclassified).collect()
}

/// Who interrupted, most time first. Case and spacing do not tell people apart; the first spelling stands.
pub(super) fn interrupters(told: &Told<'_>) -> Vec<Interrupter> {
    let mut rows: Vec<(String, Interrupter)> = Vec::new();
    for entry in told.entries.iter().filter(|entry| entry.details.kind == EntryKind::Interruption) {
        let written = entry.details.interrupted_by.as_deref().unwrap_or_default();
        let who = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = who.to_lowercase();
        let at = rows.iter().position(|(other, _)| *other == key).unwrap_or_else(|| {
            rows.push((key, Interrupter { who, times: 0, figure: Figure::default() }));
            rows.len() - 1
        });
        let row = &mut rows[at].1;
        row.times += u32::from(!continues_another(told, entry));
        row.figure.add_entry(entry.id, entry.details.minutes);
    }
    // A stable sort: those with as much time stay in the order they came.
    rows.sort_by_key(|(_, row)| (Reverse(row.figure.minutes), Reverse(row.times)));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Whether an interruption is a later piece of another that is told.
fn continues_another(told: &Told<'_>, piece: &Entry) -> bool {
    let is_first = |other: &&Entry| Some(other.id) == piece.continues && other.details.kind == piece.details.kind;
    told.entries.iter().copied().any(|other| is_first(&other))
}

/// Planned blocks that did not happen, in order, each with its reason.
pub(super) fn not_done(told: &Told<'_>) -> Vec<NotDone> {
    told.blocks
        .iter()
        .filter_map(|block| match &block.state {
            BlockState::NotDone { why, still_needed } => Some(NotDone {
                date: block.details.date,
                block: block.id,
                title: told.title_of(block),
                minutes: block.details.minutes,
                why: or_else(why, || displaced_by(told, block.id)),
                still_needed: *still_needed,
            }),
            BlockState::Open | BlockState::AsPlanned | BlockState::Changed => None,
        })
        .collect()
}

/// "Displaced by ...", from the entry that pushed a block out; empty where none says so.
fn displaced_by(told: &Told<'_>, block: BlockId) -> String {
    let Some(entry) = told.entries.iter().find(|entry| entry.details.displaced == Some(block)) else {
        return String::new();
    };
    let by = or_else(entry.details.interrupted_by.as_deref().unwrap_or_default(), || match entry.details.activity {
        Some(id) => told.activity_name(id),
        None => "something still to be classified".to_owned(),
    });
    format!("Displaced by {by}")
}
