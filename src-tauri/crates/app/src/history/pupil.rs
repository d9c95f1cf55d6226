//! What was done to a pupil's record: who they are, their provision, their needs.

use super::fields::{Field, Say, changes, text, whole};
use super::record;
use super::words::{Words, date, day_before, name, need, provision, quoted};
use daybook_store::{Cells, RowChange};

const PUPIL: &[Field] = &[
    Field("id", "", Say::Not),
    Field("school_id", "", Say::Not),
    Field("case_code", "Case code", Say::Word),
    Field("surname", "Surname", Say::Word),
    Field("forename", "Forename", Say::Word),
    Field("preferred", "Preferred forename", Say::Word),
    Field("pronunciation", "How the name is said", Say::Text),
    Field("born", "Date of birth", Say::Day),
    Field("upn", "UPN", Say::Word),
    Field("admission", "Admission number", Say::Word),
    Field("year_override", "Year group out of turn", Say::Year),
    Field("class", "Class", Say::Word),
    Field("pupil_premium", "Pupil premium", Say::Flag),
    Field("looked_after", "Looked after", Say::Flag),
    Field("social_care", "Social care", Say::Flag),
    Field("eal", "English as an additional language", Say::Flag),
    Field("young_carer", "Young carer", Say::Flag),
    Field("on_roll_from", "First day on roll", Say::Day),
    Field("on_roll_to", "Last day on roll", Say::Day),
    Field("note", "Note", Say::Text),
    Field("sort_name", "", Say::Not),
    Field("search", "", Say::Not),
];

pub(super) fn tell(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let of = |table: &str| rows.iter().copied().filter(|change| change.table == table).collect::<Vec<_>>();
    let mut said: Vec<String> = of("pupil").into_iter().flat_map(|change| own(change, words)).collect();
    said.extend(spells(&of("status")));
    said.extend(needs(&of("need")));
    for table in ["pupil_flag", "provision", "profile", "assessment", "document"] {
        said.extend(of(table).into_iter().flat_map(|change| record::tell(change, words)));
    }
    said
}

fn own(change: &RowChange, words: &Words) -> Vec<String> {
    let called = |cells: &Cells| name(text(cells, "forename"), text(cells, "surname"));
    match (&change.before, &change.after) {
        (None, Some(after)) => vec![format!("Added to the roll: {}, {}.", called(after), text(after, "case_code"))],
        (Some(before), None) => vec![format!("Record taken away: {}.", called(before))],
        (Some(before), Some(after)) => changes(PUPIL, before, after, words),
        (None, None) => Vec::new(),
    }
}

/// The cell changed to this from none, so that a spell ended.
fn ended(change: &RowChange) -> Option<(&Cells, &str)> {
    let (before, after) = (change.before.as_ref()?, change.after.as_ref()?);
    let (was, is) = (text(before, "to_date"), text(after, "to_date"));
    (was.is_empty() && !is.is_empty()).then_some((before, is))
}

fn begun(change: &RowChange) -> Option<&Cells> {
    if change.before.is_none() { change.after.as_ref() } else { None }
}

fn spells(rows: &[&RowChange]) -> Vec<String> {
    let mut said = Vec::new();
    let mut told_ends: Vec<i64> = Vec::new();
    for cells in rows.iter().filter_map(|change| begun(change)) {
        let (code, from) = (provision(text(cells, "code")), text(cells, "from_date"));
        let before = rows.iter().find(|change| ended(change).is_some_and(|(_, on)| on == from));
        let why = match text(cells, "reason").trim() {
            "" => String::new(),
            reason => format!(", because {}", quoted(reason)),
        };
        let until = match text(cells, "to_date") {
            "" => String::new(),
            to => format!(" to {}", day_before(to)),
        };
        let from = date(from);
        match before.and_then(|change| ended(change).map(|(cells, _)| (change.row, cells))) {
            Some((row, old)) => {
                told_ends.push(row);
                let old = provision(text(old, "code"));
                said.push(format!("SEN provision changed from {old} to {code}, from {from}{until}{why}."));
            }
            None => said.push(format!("SEN provision set to {code}, from {from}{until}{why}.")),
        }
    }
    for change in rows.iter().filter(|change| !told_ends.contains(&change.row)) {
        match (&change.before, &change.after) {
            (Some(before), None) => {
                let (code, from) = (provision(text(before, "code")), date(text(before, "from_date")));
                said.push(format!("SEN provision taken away: {code}, from {from}."));
            }
            (Some(before), Some(after)) => said.extend(changed_spell(before, after)),
            (None, _) => {}
        }
    }
    said
}

fn changed_spell(before: &Cells, after: &Cells) -> Vec<String> {
    let both = |column: &str| (text(before, column).to_owned(), text(after, column).to_owned());
    let code = provision(text(after, "code"));
    let from = date(text(after, "from_date"));
    let mut said = Vec::new();
    let (was, is) = both("code");
    if was != is {
        said.push(format!("SEN provision from {from} corrected from {} to {code}.", provision(&was)));
    }
    let (was, is) = both("from_date");
    if was != is {
        said.push(format!("{code}: first day changed from {} to {from}.", date(&was)));
    }
    said.extend(last_day(&format!("SEN provision {code}"), &both("to_date")));
    let (was, is) = both("reason");
    if was != is {
        said.push(format!("{code} from {from}: reason changed from {} to {}.", quoted(&was), quoted(&is)));
    }
    said
}

/// The first day on which something no longer holds, changed.
fn last_day(what: &str, (was, is): &(String, String)) -> Option<String> {
    match (was.as_str(), is.as_str()) {
        (was, is) if was == is => None,
        ("", is) => Some(format!("{what} ended; its last day is {}.", day_before(is))),
        (was, "") => Some(format!("{what} goes on; it ended on {} before.", day_before(was))),
        (was, is) => Some(format!("{what}: last day changed from {} to {}.", day_before(was), day_before(is))),
    }
}

fn needs(rows: &[&RowChange]) -> Vec<String> {
    let begun: Vec<&Cells> = rows.iter().filter_map(|change| begun(change)).collect();
    let ended: Vec<(&Cells, &str)> = rows.iter().filter_map(|change| ended(change)).collect();
    let mut said = Vec::new();
    if let ([new], [(old, on)]) = (begun.as_slice(), ended.as_slice())
        && text(new, "code") != text(old, "code")
        && text(new, "from_date") == *on
    {
        let (old, new) = (need(text(old, "code")), need(text(new, "code")));
        said.push(format!("Need changed from {old} to {new}, from {}.", date(on)));
    } else {
        for new in &begun {
            let (code, from) = (text(new, "code"), text(new, "from_date"));
            let moved = ended.iter().find(|(old, on)| text(old, "code") == code && *on == from);
            said.push(match moved {
                Some((old, _)) => {
                    format!("{} is now {}, not {}, from {}.", need(code), place(new), place(old), date(from))
                }
                None => format!("Need added: {}, {}, from {}.", need(code), place(new), date(from)),
            });
        }
        for (old, on) in &ended {
            let code = text(old, "code");
            if !begun.iter().any(|new| text(new, "code") == code && text(new, "from_date") == *on) {
                said.push(format!("Need ended: {}; its last day is {}.", need(code), day_before(on)));
            }
        }
    }
    let others = rows.iter().filter(|change| change.before.is_some());
    for change in others {
        match (&change.before, &change.after) {
            (Some(before), None) => {
                let (code, from) = (need(text(before, "code")), date(text(before, "from_date")));
                said.push(format!("Need taken away: {code}, from {from}."));
            }
            (Some(before), Some(after)) => said.extend(changed_need(before, after)),
            (None, _) => {}
        }
    }
    said
}

fn changed_need(before: &Cells, after: &Cells) -> Vec<String> {
    let both = |column: &str| (text(before, column).to_owned(), text(after, column).to_owned());
    let code = need(text(after, "code"));
    let mut said = Vec::new();
    let (was, is) = both("code");
    if was != is {
        said.push(format!("Need corrected from {} to {code}.", need(&was)));
    }
    if whole(before, "rank") != whole(after, "rank") {
        said.push(format!("{code} is now {}, not {}.", place(after), place(before)));
    }
    let (was, is) = both("from_date");
    if was != is {
        said.push(format!("Need {code}: first day changed from {} to {}.", date(&was), date(&is)));
    }
    let (was, is) = both("to_date");
    // That it ended is told with what took its place.
    if !was.is_empty() {
        said.extend(last_day(&format!("Need {code}"), &(was, is)));
    }
    said
}

/// Where a need stands among a pupil's.
fn place(cells: &Cells) -> String {
    match whole(cells, "rank") {
        Some(1) => "the primary need".to_owned(),
        Some(rank) => format!("need {rank}"),
        None => "a need".to_owned(),
    }
}

#[cfg(test)]
pub(super) fn columns() -> Vec<&'static str> {
    PUPIL.iter().map(|Field(column, ..)| *column).collect()
}
