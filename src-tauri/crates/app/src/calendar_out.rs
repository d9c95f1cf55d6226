//! Tasks, reviews and planned blocks as a calendar file. It is not encrypted, so children stand in it by case code, and
//! names in what was written are hidden as in packs, unless she asks for names.

use crate::packs::Words;
use crate::safety::{half_written, note_saved};
use crate::session::Session;
use crate::wire::{CalendarSaved, PackOptions, SaveCalendarFile};
use chrono::{Days, NaiveDate};
use daybook_domain::calendar::monday_of;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::names::{Masking, NameScan};
use daybook_domain::register::RegisterRow;
use daybook_domain::support::PlanKindChoice;
use daybook_domain::text::count;
use daybook_domain::{Fault, Outcome};
use daybook_exchange::ics::{Item, write_ics};
use daybook_store::{Reader, Whom};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The longest stretch that is saved at once, in days: two years.
const MOST_DAYS: i64 = 731;

/// Something with a date, before its words are made fit to leave.
struct Dated {
    item: Item,
    pupils: Vec<PupilId>,
}

/// Saves the file. Faults: `calendar_file.nothing_chosen`, `calendar_file.range`, `calendar_file.empty`,
/// `file.unwritable`, `export.not_noted`.
pub(crate) fn save(session: &mut Session, ask: SaveCalendarFile) -> Outcome<CalendarSaved> {
    check(&ask)?;
    let (school, now) = (session.school()?, session.now());
    let scan = session.everybodys_names()?;
    let read = session.vault()?.read();
    let dated = gather(&read, school, &ask, now.date())?;
    if dated.is_empty() {
        let said = "Nothing of what you ticked falls in those days. Nothing was saved; choose other days.";
        return Err(Fault::new("calendar_file.empty", said).at("to"));
    }
    let whom: BTreeSet<PupilId> = dated.iter().flat_map(|one| &one.pupils).copied().collect();
    let rows = read.register().rows_of(&whom, now.date())?;
    let pupils: BTreeMap<PupilId, RegisterRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let words = Words::of(PackOptions { keep: None, hide: None }, &read)?;
    let items: Vec<Item> = dated.into_iter().map(|one| said(one, &pupils, &scan, &words, ask.names)).collect();
    let bytes = write_ics(&items, now);
    half_written::save(session, Path::new(&ask.path), &bytes, Whom::Owner).map_err(|_| {
        Fault::new(
            "file.unwritable",
            "The file could not be saved there. Choose another folder, or close the file if it is open; nothing was replaced.",
        )
        .at("path")
    })?;
    let how = if ask.names { "with names" } else { "with case codes" };
    let what = format!("a calendar of {}, {how}", count(items.len() as u64, "date", "dates"));
    note_saved(session.vault()?, &what, now, || {
        Fault::new(
            "export.not_noted",
            "The file is saved where you chose, but the activity log could not note it. Save it once more to have it noted.",
        )
    })?;
    Ok(CalendarSaved { path: ask.path, items: u32::try_from(items.len()).unwrap_or(u32::MAX) })
}

fn check(ask: &SaveCalendarFile) -> Outcome<()> {
    if !(ask.tasks || ask.reviews || ask.blocks) {
        let said = "Tick at least one thing to save. Nothing was saved.";
        return Err(Fault::new("calendar_file.nothing_chosen", said).at("tasks"));
    }
    if ask.to < ask.from || (ask.to - ask.from).num_days() > MOST_DAYS {
        let said = "The last day must be the first or later, and two years on at most. Nothing was saved.";
        return Err(Fault::new("calendar_file.range", said).at("to"));
    }
    Ok(())
}

/// All that was ticked, by day and time.
fn gather(read: &Reader<'_>, school: SchoolId, ask: &SaveCalendarFile, today: NaiveDate) -> Outcome<Vec<Dated>> {
    let mark = read.partings().openings()?.into_iter().next().map(|opening| opening.mark).unwrap_or_default();
    let within = |day: NaiveDate| ask.from <= day && day <= ask.to;
    let item = |what: &str, id: i64, date: NaiveDate, title: String| Item {
        uid: format!("{what}-{id}@{mark}.daybook"),
        date,
        start: None,
        minutes: 0,
        title,
    };
    let mut all = Vec::new();
    if ask.tasks {
        for task in read.tasks().unsettled(school)? {
            if let Some(due) = task.details.due.filter(|due| within(*due)) {
                let item = item("task", task.id.0, due, format!("Due: {}", task.details.title));
                all.push(Dated { item, pupils: task.details.pupil.into_iter().collect() });
            }
        }
    }
    if ask.reviews {
        let kinds = PlanKindChoice::all(&read.plan_kinds().list(school)?, today);
        let called = |key: &str| kinds.iter().find(|kind| kind.key == key).map_or("Plan", |kind| kind.label.as_str());
        let pupils = read.tasks().subjects(school, today)?.into_iter().map(|subject| subject.pupil).collect();
        for plan in read.plans().told_of(&pupils)? {
            if let Some(on) = plan.next_review().filter(|on| within(*on)) {
                let title = format!("Review by today: {}", called(&plan.kind));
                all.push(Dated { item: item("review", plan.id.0, on, title), pupils: vec![plan.pupil] });
            }
        }
    }
    if ask.blocks {
        let activities = read.activities().list()?;
        let mut monday = monday_of(ask.from);
        while monday <= ask.to {
            for block in read.blocks().of_week(school, monday)?.into_iter().filter(|one| within(one.details.date)) {
                let d = block.details;
                let work = activities.iter().find(|one| one.id == d.activity).map(|one| one.name.clone());
                let title = if d.title.trim().is_empty() { work.unwrap_or_default() } else { d.title };
                let item =
                    Item { start: Some(d.start), minutes: d.minutes, ..item("block", block.id.0, d.date, title) };
                all.push(Dated { item, pupils: d.pupils });
            }
            let Some(next) = monday.checked_add_days(Days::new(7)) else { break };
            monday = next;
        }
    }
    all.sort_by(|a, b| (a.item.date, a.item.start, &a.item.uid).cmp(&(b.item.date, b.item.start, &b.item.uid)));
    Ok(all)
}

/// Its words as they may leave: with case codes in place of names, or with the names of whom it is about.
fn said(dated: Dated, pupils: &BTreeMap<PupilId, RegisterRow>, scan: &NameScan, words: &Words, names: bool) -> Item {
    let Dated { item, pupils: about } = dated;
    let rows: Vec<&RegisterRow> = about.iter().filter_map(|id| pupils.get(id)).collect();
    let codes: Vec<String> = rows.iter().map(|row| row.case_code.clone()).collect();
    let (text, whom) = if names {
        (item.title.clone(), rows.iter().map(|row| format!("{} {}", row.forename, row.surname)).collect())
    } else {
        let masking = Masking { about: &codes, keep: &words.keep, hide: &words.hide, spare: None };
        (scan.mask(&item.title, &masking), codes.clone())
    };
    // What the words say already is not said again.
    let whom: Vec<String> = whom.into_iter().filter(|who: &String| !text.contains(who.trim())).collect();
    let title = if whom.is_empty() { text } else { format!("{text} ({})", whom.join(", ")) };
    Item { title, ..item }
}
