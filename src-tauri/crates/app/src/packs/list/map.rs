//! The words of the provision map on paper.

use super::Mask;
use crate::wire::ProvisionMapView;
use chrono::NaiveDate;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::PupilId;
use daybook_domain::provision::Running;
use daybook_domain::provision_map::{MapBy, MapFigures, MapRow};
use daybook_domain::register::RegisterRow;
use daybook_domain::text::{count, long_date};
use daybook_pack::packs::{MapSheet, MapSheetGroup};
use std::collections::{BTreeMap, BTreeSet};

/// The map as it is shown. Without names, case codes stand for pupils and names in free text are hidden.
pub(super) fn map(view: &ProvisionMapView, ended: bool, mask: &mut Mask, today: NaiveDate) -> MapSheet {
    let map = &view.map;
    let children: BTreeMap<PupilId, &RegisterRow> = view.pupils.iter().map(|row| (row.id, row)).collect();
    let mut group = |group: &daybook_domain::provision_map::MapGroup| {
        let rows = group.rows.iter().map(|row| line(row, children.get(&row.pupil).copied(), map.by, mask));
        let rows = rows.collect();
        MapSheetGroup { heading: mask.text(&group.label, ""), rows, total: figures(&group.figures) }
    };
    let groups: Vec<MapSheetGroup> = map.groups.iter().map(&mut group).collect();
    let [a_week, to_date, full_run] = figures(&map.total);
    let of: BTreeSet<PupilId> = map.groups.iter().flat_map(|group| &group.rows).map(|row| row.pupil).collect();
    let by = match map.by {
        MapBy::Child => "By child",
        MapBy::Class => "By class",
        MapBy::Area => "By broad area of need",
    };
    let what = if ended { "all of this school year" } else { "what runs" };
    let names = if mask.names { "  ·  Confidential: names" } else { "" };
    let mut notes = map.says.clone();
    if !mask.names {
        notes.push("Case codes stand for pupils; names in the text are hidden.".to_owned());
    }
    MapSheet {
        subtitle: format!("{by}, {what} on {}{names}", long_date(today)),
        facts: vec![
            (of.len().to_string(), if of.len() == 1 { "child" } else { "children" }.to_owned()),
            (a_week.clone(), "of sessions a week, each child’s counted".to_owned()),
            (to_date.clone(), "cost to date".to_owned()),
            (full_run.clone(), "cost of the full run".to_owned()),
        ],
        first: "Child".to_owned(),
        groups,
        total: [a_week, to_date, full_run],
        notes,
    }
}

fn line(row: &MapRow, child: Option<&RegisterRow>, by: MapBy, mask: &mut Mask) -> ([String; 4], [String; 3]) {
    let code = child.map(|child| child.case_code.clone()).unwrap_or_default();
    let who = match child {
        Some(child) if mask.names => format!("{} {}", child.forename, child.surname).trim().to_owned(),
        _ => code.clone(),
    };
    let class =
        child.map(|child| mask.text(&child.class, &code)).filter(|class| !class.is_empty() && by != MapBy::Class);
    let who = class.map_or(who.clone(), |class| format!("{who}, {class}"));
    let area = RulePack::england().areas.iter().find(|area| area.key == row.area && by != MapBy::Area);
    let intervention = mask.text(&row.intervention, &code);
    let intervention = area.map_or(intervention.clone(), |area| format!("{intervention} ({})", area.label));
    let group = if row.group_size > 1 { format!(", group of {}", row.group_size) } else { String::new() };
    let stands = match row.running {
        Running::Now => "",
        Running::ToCome => ", to come",
        Running::Over => ", run in full",
        Running::Ended => ", ended",
    };
    let words = [who, intervention, mask.text(&row.staff, &code), format!("{}{group}{stands}", row.dose)];
    (words, figures(&row.figures))
}

fn figures(figures: &MapFigures) -> [String; 3] {
    let pounds = |pence: u64| match (figures.unpriced, pence) {
        (1.., 0) => "not said".to_owned(),
        _ => pounds(pence),
    };
    [a_week(figures.minutes_a_week), pounds(figures.to_date), pounds(figures.full_run)]
}

fn a_week(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => count(rest, "min", "min").replace(' ', "\u{a0}"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
    }
}

/// "£1,234.50".
fn pounds(pence: u64) -> String {
    let whole = (pence / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("£{grouped}.{:02}", pence % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_and_minutes_read_as_they_are_said() {
        for (pence, said) in [(0, "£0.00"), (105, "£1.05"), (123_450, "£1,234.50"), (100_000_000, "£1,000,000.00")]
        {
            assert_eq!(pounds(pence), said);
        }
        for (minutes, said) in [(0, "0 min"), (59, "59 min"), (60, "1 h"), (125, "2 h 05")] {
            assert_eq!(a_week(minutes).replace('\u{a0}', " "), said);
        }
    }
}
