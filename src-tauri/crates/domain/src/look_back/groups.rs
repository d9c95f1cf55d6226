//! Which groups an entry's minutes belong to, and their sums.

use super::{By, Group, Key, Row, Share, split};
use crate::entry::EntryKind;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Groups being filled, entry by entry.
pub(super) struct Grouping {
    by: By,
    weeks: usize,
    groups: BTreeMap<Key, Group>,
    /// How each interrupter was first written, by the same letters without case or spacing.
    written: HashMap<String, String>,
}

impl Grouping {
    pub(super) fn new(by: By, weeks: usize) -> Self {
        Self { by, weeks, groups: BTreeMap::new(), written: HashMap::new() }
    }

    /// Adds an entry of the nth week.
    pub(super) fn add(&mut self, row: &Row, week: usize) {
        for (key, minutes) in self.parts(row) {
            let empty = Group { key, minutes: 0, interruptions: 0, by_week: Vec::new(), entries: Vec::new() };
            let group = self.groups.entry(empty.key.clone()).or_insert(empty);
            group.by_week.resize(self.weeks, 0);
            group.minutes += minutes;
            group.interruptions += minutes.min(row.interruption());
            if let Some(of_week) = group.by_week.get_mut(week) {
                *of_week += minutes;
            }
            group.entries.push(Share { entry: row.entry, minutes });
        }
    }

    /// The groups, most time first; what belongs to none last.
    pub(super) fn finished(self) -> Vec<Group> {
        let mut groups: Vec<Group> = self.groups.into_values().collect();
        groups.sort_by_key(|group| (group.key == Key::None, Reverse(group.minutes)));
        groups
    }

    /// The groups of an entry, each with so many of its minutes: all of them together are its minutes.
    fn parts(&mut self, row: &Row) -> Vec<(Key, u32)> {
        let key = match self.by {
            By::Child => return children(row),
            By::Activity => row.activity.map(|activity| Key::Activity { activity }),
            By::Purpose => row.purpose.map(|purpose| Key::Purpose { purpose }),
            By::Role => row.role.map(|role| Key::Role { role }),
            By::Place => Some(Key::Place { place: row.place }),
            By::Interrupter => (row.kind == EntryKind::Interruption).then(|| self.interrupter(row)),
            By::Planned => {
                Some(Key::Planned { planned: matches!(row.kind, EntryKind::AsPlanned | EntryKind::Changed) })
            }
        };
        vec![(key.unwrap_or(Key::None), row.minutes)]
    }

    fn interrupter(&mut self, row: &Row) -> Key {
        let who = row.interrupter.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        Key::Interrupter { who: self.written.entry(who.to_lowercase()).or_insert(who).clone() }
    }
}

/// Each child once, by number, with its share; a share of no minutes is still a child the entry was about.
fn children(row: &Row) -> Vec<(Key, u32)> {
    let mut pupils = row.pupils.clone();
    pupils.sort_unstable();
    pupils.dedup();
    if pupils.is_empty() {
        return vec![(Key::None, row.minutes)];
    }
    let shares = split(row.minutes, pupils.len(), row.entry.0.unsigned_abs());
    pupils.into_iter().map(|pupil| Key::Child { pupil }).zip(shares).collect()
}
