//! The list as a table: one row for each pupil, under headings that the guess knows again.

use super::Sender;
use super::table::to_csv;
use crate::cell::{note, own_flags, spells};
use chrono::NaiveDate;
use daybook_domain::pupil::{Need, Pupil, Status};

/// Column headings. "Case code" is this daybook's own: another one gives its own.
pub const HEADINGS: [&str; 25] = [
    "Case code",
    "Legal surname",
    "Legal forename",
    "Preferred forename",
    "Name pronunciation",
    "Date of birth",
    "UPN",
    "Admission number",
    "Year",
    "Taught in year",
    "Class",
    "SEN provision",
    "SEN provision start date",
    "SEN needs",
    "Pupil premium",
    "Looked after",
    "Social care",
    "EAL",
    "Young carer",
    "Own flags",
    "First day on roll",
    "Last day on roll",
    "SENCO note",
    "SEN provision history",
    "SEN needs history",
];

/// A cell.
pub enum Cell {
    /// Text; may be empty.
    Text(String),
    /// A day.
    Day(NaiveDate),
}

/// The list as CSV; days are ISO text, which every program reads alike.
pub fn csv(pupils: &[Pupil], sender: Sender<'_>) -> Vec<u8> {
    let rows = pupils.iter().map(|pupil| {
        let cells = row(pupil, sender).into_iter().map(|cell| match cell {
            Cell::Text(text) => text,
            Cell::Day(day) => day.to_string(),
        });
        cells.collect::<Vec<String>>()
    });
    to_csv(&HEADINGS, rows)
}

/// A pupil's cells, in the order of [`HEADINGS`].
pub fn row(pupil: &Pupil, sender: Sender<'_>) -> [Cell; 25] {
    let today = sender.now.date();
    let details = &pupil.details;
    let flags = details.flags;
    let status = status_on(&pupil.statuses, today);
    let text = |text: &str| Cell::Text(text.to_owned());
    let day = |day: Option<NaiveDate>| day.map_or_else(|| text(""), Cell::Day);
    let yes = |yes: bool| text(if yes { "Yes" } else { "No" });
    [
        text(&pupil.case_code),
        text(&details.surname),
        text(&details.forename),
        text(&details.preferred),
        text(&details.pronunciation),
        day(details.born),
        text(&details.upn),
        text(&details.admission),
        text(&details.year_on(today)),
        text(details.year_override.as_deref().unwrap_or_default()),
        text(&details.class),
        text(status.map_or(sender.rules.none.as_str(), |status| &status.code)),
        day(status.map(|status| status.from)),
        Cell::Text(needs_on(&pupil.needs, today).join(", ")),
        yes(flags.pupil_premium),
        yes(flags.looked_after),
        yes(flags.social_care),
        yes(flags.eal),
        yes(flags.young_carer),
        Cell::Text(own_flags::joined(sender.flags_of(&details.own_flags))),
        day(details.on_roll_from),
        day(details.on_roll_to),
        Cell::Text(note::on_one_line(&details.note)),
        Cell::Text(spells::statuses(&pupil.statuses)),
        Cell::Text(spells::needs(&pupil.needs)),
    ]
}

/// Provision in force on a day.
pub fn status_on(statuses: &[Status], day: NaiveDate) -> Option<&Status> {
    statuses.iter().find(|status| status.from <= day && status.to.is_none_or(|to| day < to))
}

fn needs_on(needs: &[Need], day: NaiveDate) -> Vec<String> {
    let mut held: Vec<&Need> =
        needs.iter().filter(|need| need.from <= day && need.to.is_none_or(|to| day < to)).collect();
    held.sort_by_key(|need| need.rank);
    held.into_iter().map(|need| need.code.clone()).collect()
}
