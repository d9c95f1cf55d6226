//! The provision map: what is put on, by child, by class or by area, with minutes and costs that add up.

mod adding_up;

use crate::calendar::Calendar;
use crate::codes::RulePack;
use crate::cost::Exact;
use crate::ids::{ProvisionId, PupilId};
use crate::provision::{Provision, Running};
use adding_up::{apportion, figures, sum};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a provision map is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MapBy {
    /// By child.
    Child,
    /// By class.
    Class,
    /// By broad area of need.
    Area,
}

/// A child as the map needs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// What the child is sorted by.
    pub sort: String,
    /// Their class; may be empty.
    pub class: String,
}

/// Minutes a week and a child's shares of costs, rounded so that a table of them adds up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct MapFigures {
    /// Minutes of sessions a week, each child's counted.
    pub minutes_a_week: u64,
    /// Shares of the cost to date, in pence.
    pub to_date: u64,
    /// Shares of the cost of the full run, in pence.
    pub full_run: u64,
    /// Provisions of which nobody said what a session costs; they count nothing.
    pub unpriced: u32,
}

/// One provision of one child in the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MapRow {
    /// Which.
    pub provision: ProvisionId,
    /// Whose.
    pub pupil: PupilId,
    /// What it is of.
    pub intervention: String,
    /// Key of its broad area; empty for none.
    pub area: String,
    /// Who gives it.
    pub staff: String,
    /// Children in a session.
    pub group_size: u32,
    /// The dose in words.
    pub dose: String,
    /// Where it stands.
    pub running: Running,
    /// The child's figures.
    #[serde(flatten)]
    pub figures: MapFigures,
}

/// A group of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MapGroup {
    /// The child, where it is grouped by child.
    pub pupil: Option<PupilId>,
    /// The class or the area in words; empty where it is grouped by child.
    pub label: String,
    /// Its rows.
    pub rows: Vec<MapRow>,
    /// What they add up to.
    #[serde(flatten)]
    pub figures: MapFigures,
}

/// A provision map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProvisionMap {
    /// What it is grouped by.
    pub by: MapBy,
    /// Its groups, in order.
    pub groups: Vec<MapGroup>,
    /// What all of them add up to.
    pub total: MapFigures,
    /// How it was counted, in sentences.
    pub says: Vec<String>,
}

/// A row with its amounts before they are rounded.
struct Counted {
    row: MapRow,
    exact: [Exact; 3],
}

/// Draws the map of these provisions. `children` holds every child that one of them is for.
pub fn draw(
    provisions: &[Provision],
    children: &BTreeMap<PupilId, Mapped>,
    calendar: &Calendar,
    by: MapBy,
    today: NaiveDate,
) -> ProvisionMap {
    let mut groups: BTreeMap<(String, Option<PupilId>), Vec<Counted>> = BTreeMap::new();
    let mut dates_known = true;
    for provision in provisions {
        let weeks = provision.details.weeks_to_date(calendar, today);
        dates_known &= weeks.dates_known;
        let child = children.get(&provision.pupil);
        let key = match by {
            MapBy::Child => (child.map(|child| child.sort.clone()).unwrap_or_default(), Some(provision.pupil)),
            MapBy::Class => (child.map(|child| class_order(&child.class)).unwrap_or_default(), None),
            MapBy::Area => (place_of(&provision.details.area), None),
        };
        groups.entry(key).or_default().push(count(provision, weeks.weeks, today));
    }
    let sums: Vec<[Exact; 3]> = groups.values().map(|rows| sum(rows.iter().map(|row| row.exact))).collect();
    let exact_total = sum(sums.iter().copied());
    let total = exact_total.map(Exact::rounded);
    let of_groups = apportion(&sums, total);
    let mut drawn = Vec::with_capacity(groups.len());
    for (((key, pupil), rows), sums) in groups.into_iter().zip(of_groups) {
        drawn.push(group(by, &key, pupil, rows, sums, children));
    }
    let unpriced = drawn.iter().map(|group| group.figures.unpriced).sum();
    ProvisionMap { by, total: figures(total, unpriced), groups: drawn, says: says(unpriced, dates_known) }
}

fn count(provision: &Provision, weeks: u32, today: NaiveDate) -> Counted {
    let details = &provision.details;
    let cost = details.cost(weeks);
    let share = |pence: Option<u64>| Exact::share(pence.unwrap_or(0), details.group_size);
    let exact = [
        details.minutes_a_week(),
        share(cost.as_ref().map(|cost| cost.to_date)),
        share(cost.as_ref().map(|cost| cost.full_run)),
    ];
    let row = MapRow {
        provision: provision.id,
        pupil: provision.pupil,
        intervention: details.intervention.clone(),
        area: details.area.clone(),
        staff: details.staff.clone(),
        group_size: details.group_size,
        dose: details.dose(),
        running: details.running(weeks, today),
        figures: MapFigures { unpriced: u32::from(cost.is_none()), ..MapFigures::default() },
    };
    Counted { row, exact }
}

fn group(
    by: MapBy,
    key: &str,
    pupil: Option<PupilId>,
    mut rows: Vec<Counted>,
    sums: [u64; 3],
    children: &BTreeMap<PupilId, Mapped>,
) -> MapGroup {
    let sort = |row: &Counted| children.get(&row.row.pupil).map(|child| child.sort.clone()).unwrap_or_default();
    rows.sort_by_cached_key(|row| (sort(row), row.row.intervention.to_lowercase(), row.row.provision));
    let label = match by {
        MapBy::Child => String::new(),
        MapBy::Class => class_of(&rows, children),
        MapBy::Area => area_label(key),
    };
    let exact: Vec<[Exact; 3]> = rows.iter().map(|row| row.exact).collect();
    let shown = apportion(&exact, sums);
    let unpriced = rows.iter().map(|row| row.row.figures.unpriced).sum();
    let rows = rows
        .into_iter()
        .zip(shown)
        .map(|(Counted { row, .. }, shown)| MapRow { figures: figures(shown, row.figures.unpriced), ..row });
    MapGroup { pupil, label, rows: rows.collect(), figures: figures(sums, unpriced) }
}

fn says(unpriced: u32, dates_known: bool) -> Vec<String> {
    let mut says = vec![
        "Costs are each child's share: what a session costs the group, divided by the children in it, for the sessions \
         of school weeks so far and of the full run. Pence are rounded once, so that rows add up to their totals."
            .to_owned(),
    ];
    if unpriced > 0 {
        says.push("Where nobody said what a session costs, nothing is counted.".to_owned());
    }
    if !dates_known {
        says.push("The school's dates of some weeks are not known, and those were counted as school weeks.".to_owned());
    }
    says
}

/// What a class is sorted by: 4A before 10A, and no class last.
fn class_order(class: &str) -> String {
    let class = class.trim().to_lowercase();
    let digits = class.chars().take_while(char::is_ascii_digit).count();
    if class.is_empty() { "\u{10ffff}".to_owned() } else { format!("{:0>4}{}", &class[..digits], &class[digits..]) }
}

fn class_of(rows: &[Counted], children: &BTreeMap<PupilId, Mapped>) -> String {
    let class = rows.first().and_then(|row| children.get(&row.row.pupil)).map(|child| child.class.trim());
    class.filter(|class| !class.is_empty()).unwrap_or("No class").to_owned()
}

/// The place of an area among those of the rules, so that groups stand in print order; none comes last.
fn place_of(area: &str) -> String {
    let areas = &RulePack::england().areas;
    format!("{:03}", areas.iter().position(|known| known.key == area).unwrap_or(areas.len()))
}

fn area_label(place: &str) -> String {
    let areas = &RulePack::england().areas;
    let area = place.parse().ok().and_then(|place: usize| areas.get(place));
    area.map_or_else(|| "No area".to_owned(), |area| area.label.clone())
}

#[cfg(test)]
mod tests;
