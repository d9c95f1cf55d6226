//! The words of a list on paper: its headings, its cells, and what its codes mean.

use super::Mask;
use crate::wire::ChangesView;
use chrono::NaiveDate;
use daybook_domain::codes::RulePack;
use daybook_domain::pupil::Flags;
use daybook_domain::register::{GroupBy, ListColumn, RegisterList, RegisterQuery, RegisterRow, Scope};
use daybook_domain::text::{count, long_date};
use daybook_pack::packs::{ChangesSheet, ListSheet};
use std::collections::BTreeSet;

/// The list as it is shown. Without names, the case code comes first and what tells who they are is left out.
pub(super) fn list(list: &RegisterList, query: &RegisterQuery, mask: &mut Mask, today: NaiveDate) -> ListSheet {
    let mut columns: Vec<ListColumn> = query.shown().to_vec();
    let mut notes = Vec::new();
    if !mask.names {
        let left_out: Vec<&str> = columns.iter().filter(|column| column.names()).map(|column| column.label()).collect();
        notes.push(format!("Case codes stand for pupils. Left out: {}.", left_out.join(", ")));
        columns.retain(|column| !column.names() && *column != ListColumn::CaseCode);
        columns.insert(0, ListColumn::CaseCode);
    }
    let mut rows = list.rows.iter();
    let mut rows_of = |many: usize, mask: &mut Mask| -> Vec<Vec<String>> {
        rows.by_ref().take(many).map(|row| columns.iter().map(|column| cell(*column, row, mask)).collect()).collect()
    };
    let groups = match query.group {
        GroupBy::None if list.rows.is_empty() => Vec::new(),
        GroupBy::None => vec![(String::new(), rows_of(list.rows.len(), mask))],
        by => {
            let named = |group: &daybook_domain::register::Facet| {
                // A class may be called after whoever teaches it, or by a child's name.
                let label = group_label(by, &group.value);
                let label = if by == GroupBy::Class { mask.text(&label, "") } else { label };
                let heading = format!("{label} ({})", group.count);
                (heading, rows_of(group.count as usize, mask))
            };
            list.groups.iter().map(named).collect()
        }
    };
    notes.extend(meanings(list, &columns));
    let shown = list.rows.len();
    let of = if shown == list.in_scope as usize { String::new() } else { format!(" of {}", list.in_scope) };
    let names = if mask.names { "  ·  Confidential: names" } else { "" };
    ListSheet {
        title: "Register list".to_owned(),
        subtitle: format!("{shown}{of} {} on {}{names}", whom(query.scope), long_date(today)),
        columns: columns.iter().map(|column| (column.label().to_owned(), weight(*column))).collect(),
        groups,
        notes,
    }
}

/// What changed. Without names, case codes stand for pupils and names in sentences are hidden.
pub(super) fn changes(view: &ChangesView, scope: Scope, mask: &mut Mask) -> ChangesSheet {
    let rules = RulePack::england();
    let child = |child: &crate::wire::ChildChanges, mask: &mut Mask| {
        let name = format!("{} {}", child.forename, child.surname);
        let who = if mask.names { format!("{}, {}", name.trim(), child.case_code) } else { child.case_code.clone() };
        let year = if child.year.is_empty() { String::new() } else { rules.say_year(&child.year) };
        let beside = [year, mask.text(&child.class, ""), child.status.clone()];
        let beside: Vec<String> = beside.into_iter().filter(|word| !word.is_empty()).collect();
        let lines = child.lines.iter().map(|line| {
            let sentence = mask.text(&line.sentence, &child.case_code);
            match line.on {
                Some(on) => format!("{}: {sentence}", long_date(on)),
                None => format!("Put right in the record: {sentence}"),
            }
        });
        let lines = lines.collect();
        (format!("{who}  ·  {}", beside.join(", ")).trim_end_matches("  ·  ").to_owned(), lines)
    };
    let children: Vec<(String, Vec<String>)> = view.children.iter().map(|each| child(each, mask)).collect();
    let mut notes = vec![format!("Nothing changed for {}.", count(view.unchanged, "other child", "other children"))];
    if !mask.names {
        notes.push("Case codes stand for pupils; names in sentences are hidden.".to_owned());
    }
    let names = if mask.names { "  ·  Confidential: names" } else { "" };
    ChangesSheet {
        subtitle: format!("{} to {}, {}{names}", long_date(view.since), long_date(view.until), whom(scope)),
        children,
        notes,
    }
}

fn whom(scope: Scope) -> &'static str {
    match scope {
        Scope::Register => "on the register",
        Scope::Roll => "on roll",
        Scope::Left => "who have left",
    }
}

fn cell(column: ListColumn, row: &RegisterRow, mask: &mut Mask) -> String {
    let day = |iso: &str| iso.parse::<NaiveDate>().map(short_day).unwrap_or_default();
    match column {
        ListColumn::Name => [&row.surname, &row.forename]
            .into_iter()
            .filter(|name| !name.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", "),
        ListColumn::Year => row.year.clone(),
        ListColumn::Class => mask.text(&row.class, &row.case_code),
        ListColumn::Status => row.status.clone(),
        ListColumn::Since => row.since.map(short_day).unwrap_or_default(),
        ListColumn::Needs => row.needs.join(", "),
        ListColumn::Flags => flags(row).map(short_flag).collect::<Vec<_>>().join(", "),
        ListColumn::OwnFlags => {
            let names = row.own_flags.iter().filter_map(|flag| mask.flags.get(flag).cloned());
            let names = names.collect::<Vec<_>>().join(", ");
            mask.text(&names, &row.case_code)
        }
        ListColumn::Plans => {
            let keys = row.more.get(&column).map(String::as_str).unwrap_or_default().split(',');
            let named = keys.filter(|key| !key.is_empty()).map(|key| match mask.kinds.get(key) {
                Some(label) => label.clone(),
                None => key.to_owned(),
            });
            let named = named.collect::<Vec<_>>().join(", ");
            mask.text(&named, &row.case_code)
        }
        ListColumn::CaseCode => row.case_code.clone(),
        ListColumn::Born => row.born.map(short_day).unwrap_or_default(),
        ListColumn::OnRollFrom | ListColumn::OnRollTo | ListColumn::NextReview => {
            row.more.get(&column).map(|iso| day(iso)).unwrap_or_default()
        }
        ListColumn::Note => {
            let note = row.more.get(&column).map(|note| note.split_whitespace().collect::<Vec<_>>().join(" "));
            mask.text(&note.unwrap_or_default(), &row.case_code)
        }
        ListColumn::Forename
        | ListColumn::Age
        | ListColumn::Upn
        | ListColumn::Admission
        | ListColumn::Pronunciation => row.more.get(&column).cloned().unwrap_or_default(),
    }
}

fn flags(row: &RegisterRow) -> impl Iterator<Item = &'static str> {
    Flags::NAMES.into_iter().zip(row.flags.all()).filter(|(_, on)| *on).map(|(name, _)| name)
}

fn short_flag(name: &'static str) -> &'static str {
    match name {
        "pupil_premium" => "PP",
        "looked_after" => "LAC",
        "social_care" => "SC",
        "eal" => "EAL",
        "young_carer" => "YC",
        other => other,
    }
}

/// What the codes mean that stand on the sheet.
fn meanings(list: &RegisterList, columns: &[ListColumn]) -> Vec<String> {
    let rules = RulePack::england();
    let mut said: Vec<String> = Vec::new();
    if columns.contains(&ListColumn::Status) {
        let used: BTreeSet<&str> = list.rows.iter().map(|row| row.status.as_str()).collect();
        let known = rules.statuses.iter().filter(|status| used.contains(status.code.as_str()));
        said.extend(known.map(|status| format!("{} {}", status.code, status.label)));
    }
    if columns.contains(&ListColumn::Needs) {
        let used: BTreeSet<&str> = list.rows.iter().flat_map(|row| row.needs.iter().map(String::as_str)).collect();
        let known = rules.needs.iter().filter(|need| used.contains(need.code.as_str()));
        said.extend(known.map(|need| format!("{} {}", need.code, need.label)));
    }
    if columns.contains(&ListColumn::Flags) {
        let used: BTreeSet<&str> = list.rows.iter().flat_map(flags).collect();
        let known = Flags::NAMES.into_iter().filter(|name| used.contains(name));
        said.extend(known.map(|name| format!("{} {}", short_flag(name), Flags::label(name))));
    }
    if said.is_empty() { Vec::new() } else { vec![format!("{}.", said.join("; "))] }
}

fn group_label(by: GroupBy, value: &str) -> String {
    let rules = RulePack::england();
    match (by, value) {
        (GroupBy::None, _) => String::new(),
        (GroupBy::Class, "") => "No class".to_owned(),
        (GroupBy::Class, class) => format!("Class {class}"),
        (GroupBy::Need, "") => "No need recorded".to_owned(),
        (GroupBy::Need, code) => rules.say_need(code),
        (GroupBy::Year, "") => "No year".to_owned(),
        (GroupBy::Year, code) => rules.say_year(code),
        (GroupBy::Status, "") => "No SEN provision".to_owned(),
        (GroupBy::Status, code) => rules.say_status(code),
    }
}

/// A column's share of the width.
fn weight(column: ListColumn) -> f32 {
    match column {
        ListColumn::Name => 3.0,
        ListColumn::Note => 4.0,
        ListColumn::Forename | ListColumn::Pronunciation | ListColumn::Plans => 2.0,
        ListColumn::Needs | ListColumn::Upn | ListColumn::OwnFlags => 1.8,
        ListColumn::Since
        | ListColumn::Flags
        | ListColumn::Born
        | ListColumn::OnRollFrom
        | ListColumn::OnRollTo
        | ListColumn::NextReview => 1.5,
        ListColumn::CaseCode | ListColumn::Admission | ListColumn::Class | ListColumn::Age | ListColumn::Status => 1.2,
        ListColumn::Year => 0.7,
    }
}

fn short_day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}
