//! From everybody in scope to the list: filtered, counted, grouped and sorted in one pass over the rows.

use super::order;
use super::{Facet, FlagFacet, GroupBy, RegisterList, RegisterQuery, RegisterRow};
use crate::ids::{FlagId, PupilId};
use crate::pupil::Flags;
use std::collections::{BTreeMap, BTreeSet};

/// A pupil in scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The row.
    pub row: RegisterRow,
    /// Whether the words that were searched for are all found; true where none were.
    pub found: bool,
    /// Kinds of the plans that are open, by key, each once.
    pub plans: Vec<String>,
}

// One bit for each filter that a row fails.
const WORDS: u8 = 1;
const STATUS: u8 = 2;
const NEED: u8 = 4;
const YEAR: u8 = 8;
const CLASS: u8 = 16;
const FLAG: u8 = 32;
const PLAN: u8 = 64;

/// The list that answers a query, from everybody in scope, who stand by name. Flags that there are not pass everybody.
pub fn sift(everybody: Vec<Listed>, query: &RegisterQuery) -> RegisterList {
    let in_scope = u32::try_from(everybody.len()).unwrap_or(u32::MAX);
    let failed: Vec<u8> = everybody.iter().map(|listed| fails(listed, query)).collect();
    let mut counts = Counts::default();
    for (listed, fails) in everybody.iter().zip(&failed) {
        counts.count(listed, *fails);
    }
    let Counts { statuses, needs, years, classes, plans, flags, own_flags } = counts;
    let list = RegisterList {
        rows: Vec::new(),
        groups: Vec::new(),
        in_scope,
        statuses: facets(statuses, |value| (*value).to_owned()),
        needs: facets(needs, |value| (*value).to_owned()),
        years: facets(years, |value| order::year(value)),
        classes: facets(classes, |value| order::class(value)),
        plans: facets(plans, |value| (*value).to_owned()),
        own_flags: own_flags.into_iter().map(|(flag, tally)| FlagFacet { flag, count: tally.count }).collect(),
        flags: Flags::NAMES.iter().zip(flags).filter_map(|(name, tally)| tally.facet(name)).collect(),
    };
    let passed = everybody.into_iter().zip(failed).filter(|(_, fails)| *fails == 0);
    let mut rows: Vec<RegisterRow> = passed.map(|(listed, _)| listed.row).collect();
    order::sort(&mut rows, query.sort, query.descending);
    order::group(&mut rows, query.group);
    RegisterList { groups: groups(&rows, query.group), rows, ..list }
}

impl RegisterList {
    /// The same with only these of its rows, in its order; groups that have none left go.
    pub fn only(self, pupils: &BTreeSet<PupilId>) -> Self {
        let mut rows = self.rows.into_iter();
        let mut kept: Vec<RegisterRow> = Vec::new();
        let mut groups = Vec::new();
        for group in self.groups {
            let before = kept.len();
            kept.extend(rows.by_ref().take(group.count as usize).filter(|row| pupils.contains(&row.id)));
            let count = u32::try_from(kept.len() - before).unwrap_or(u32::MAX);
            groups.extend((count > 0).then_some(Facet { count, ..group }));
        }
        kept.extend(rows.filter(|row| pupils.contains(&row.id)));
        Self { rows: kept, groups, ..self }
    }
}

fn fails(Listed { row, found, plans }: &Listed, query: &RegisterQuery) -> u8 {
    let among = |asked: &[String], value: &str| asked.is_empty() || asked.iter().any(|one| one == value);
    let needed = query.needs.is_empty() || row.needs.iter().any(|need| query.needs.contains(need));
    let planned = query.plans.is_empty() || plans.iter().any(|kind| query.plans.contains(kind));
    let flagged = query.flags.iter().all(|flag| row.flags.named(flag).unwrap_or(true))
        && query.own_flags.iter().all(|flag| row.own_flags.contains(flag));
    [
        (WORDS, *found),
        (STATUS, among(&query.statuses, &row.status)),
        (NEED, needed),
        (YEAR, among(&query.years, &row.year)),
        (CLASS, among(&query.classes, &row.class)),
        (FLAG, flagged),
        (PLAN, planned),
    ]
    .into_iter()
    .filter(|(_, passes)| !passes)
    .fold(0, |fails, (filter, _)| fails | filter)
}

/// How many have a value at all, and how many of them count.
#[derive(Default, Clone, Copy)]
struct Tally {
    have: u32,
    count: u32,
}

impl Tally {
    fn add(&mut self, counts: bool) {
        self.have += 1;
        self.count += u32::from(counts);
    }

    fn facet(self, value: &str) -> Option<Facet> {
        (self.have > 0).then(|| Facet { value: value.to_owned(), count: self.count })
    }
}

type Tallies<'r> = BTreeMap<&'r str, Tally>;

#[derive(Default)]
struct Counts<'r> {
    statuses: Tallies<'r>,
    needs: Tallies<'r>,
    years: Tallies<'r>,
    classes: Tallies<'r>,
    plans: Tallies<'r>,
    flags: [Tally; Flags::NAMES.len()],
    own_flags: BTreeMap<FlagId, Tally>,
}

impl<'r> Counts<'r> {
    fn count(&mut self, Listed { row, plans, .. }: &'r Listed, fails: u8) {
        let but = |own: u8| fails & !own == 0;
        let add = |tallies: &mut Tallies<'r>, value: &'r str, own: u8| {
            if !value.is_empty() {
                tallies.entry(value).or_default().add(but(own));
            }
        };
        add(&mut self.statuses, &row.status, STATUS);
        add(&mut self.years, &row.year, YEAR);
        add(&mut self.classes, &row.class, CLASS);
        for need in &row.needs {
            add(&mut self.needs, need, NEED);
        }
        for kind in plans {
            add(&mut self.plans, kind, PLAN);
        }
        for flag in &row.own_flags {
            self.own_flags.entry(*flag).or_default().add(fails == 0);
        }
        for (tally, has) in self.flags.iter_mut().zip(row.flags.all()) {
            if has {
                tally.add(fails == 0);
            }
        }
    }
}

/// Values with their counts, in order.
fn facets<K: Ord>(tallies: Tallies<'_>, key: impl Fn(&&str) -> K) -> Vec<Facet> {
    let mut tallies: Vec<(&str, Tally)> = tallies.into_iter().collect();
    tallies.sort_by_cached_key(|(value, _)| key(value));
    tallies.into_iter().filter_map(|(value, tally)| tally.facet(value)).collect()
}

fn groups(rows: &[RegisterRow], by: GroupBy) -> Vec<Facet> {
    let mut groups: Vec<Facet> = Vec::new();
    for value in rows.iter().filter_map(|row| order::group_of(row, by)) {
        match groups.last_mut() {
            Some(group) if group.value == value => group.count += 1,
            Some(_) | None => groups.push(Facet { value: value.to_owned(), count: 1 }),
        }
    }
    groups
}

#[cfg(test)]
mod tests;
