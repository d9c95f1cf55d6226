//! Several schools in one daybook: which there are, which is worked with, one more, one taken away.
//!
//! Each has its own dates, hours, register, weeks and packs. Screens and packs speak of one at a time. Going to another is a
//! step that Undo takes back, so that nothing is ever undone in a school that is not in sight.

use crate::session::Session;
use crate::timer;
use crate::wire::{Nothing, OfSchool, SaveSchool, SchoolRow};
use daybook_domain::changed::Changed;
use daybook_domain::hours::WeekHours;
use daybook_domain::ids::SchoolId;
use daybook_domain::school::School;
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;
use std::collections::BTreeSet;

/// More than anybody is SENCO of.
const MOST: usize = 20;

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<Vec<SchoolRow>> {
    let today = session.today();
    let read = session.vault()?.read();
    let chosen = read.schools().current()?.map(|school| school.id);
    let with_hours = |school: School| -> Outcome<(School, Option<WeekHours>)> {
        let hours = read.hours().on(school.id, today)?;
        Ok((school, hours))
    };
    let schools: Vec<_> = read.schools().list()?.into_iter().map(with_hours).collect::<Outcome<_>>()?;
    let clashes = |of: SchoolId, hours: &WeekHours| -> Vec<u8> {
        let others = schools.iter().filter(|(school, _)| school.id != of);
        let days: BTreeSet<u8> =
            others.filter_map(|(_, other)| other.as_ref()).flat_map(|other| hours.clashes(other)).collect();
        days.into_iter().collect()
    };
    let row = |(school, hours): &(School, Option<WeekHours>)| SchoolRow {
        school: school.clone(),
        chosen: Some(school.id) == chosen,
        weekdays: hours.as_ref().map(WeekHours::weekdays).unwrap_or_default(),
        clashes: hours.as_ref().map(|hours| clashes(school.id, hours)).unwrap_or_default(),
    };
    Ok(schools.iter().map(row).collect())
}

/// Adds a school, and works with it from now on. That it was added is not undone, as with the first; it can be taken away.
pub(crate) fn add(session: &mut Session, ask: SaveSchool) -> Outcome<Changed<SchoolId>> {
    ask.details.check()?;
    check_timer(session)?;
    let now = session.now();
    let vault = session.vault()?;
    let schools = vault.read().schools().list()?;
    if schools.len() >= MOST {
        return Err(Fault::new(
            "school.too_many",
            format!("A daybook keeps {MOST} schools at most. Nothing was changed."),
        ));
    }
    let name = ask.details.name.trim().to_lowercase();
    if schools.iter().any(|school| school.details.name.trim().to_lowercase() == name) {
        let said = "There is a school of that name in this daybook. Nothing was changed; choose it, or give this one another name.";
        return Err(Fault::new("school.twice", said).at("name"));
    }
    let added =
        vault.transact(Op::lasting("school_add", "School added"), now, |tx| tx.schools().insert(&ask.details))?;
    let school = added.value;
    let chosen = vault.transact(chosen(&ask.details.name), now, |tx| tx.schools().choose(school))?;
    Ok(Changed { value: school, changed: added.changed, undo: chosen.undo })
}

pub(crate) fn choose(session: &mut Session, ask: OfSchool) -> Outcome<Changed<()>> {
    check_timer(session)?;
    let now = session.now();
    let vault = session.vault()?;
    let school = vault.read().schools().get(ask.school)?;
    vault.transact(chosen(&school.details.name), now, |tx| tx.schools().choose(ask.school))
}

/// Takes a school away for which nothing was kept but dates and hours.
pub(crate) fn remove(session: &mut Session, ask: OfSchool) -> Outcome<Changed<()>> {
    let now = session.now();
    let vault = session.vault()?;
    let read = vault.read();
    let current = read.schools().current()?.map(|school| school.id);
    let Some(next) = read.schools().list()?.into_iter().find(|school| school.id != ask.school) else {
        return Err(Fault::new(
            "school.last",
            "A daybook has one school at least. Nothing was changed; rename this one instead.",
        ));
    };
    let op = Op::new("school_remove", "School taken away").across_schools();
    let done = vault.transact(op, now, |tx| {
        if current == Some(ask.school) {
            tx.schools().choose(next.id)?;
        }
        tx.schools().delete(ask.school)
    });
    done.map_err(|fault| match fault.code.as_ref() {
        "store.linked" => Fault::new(
            "school.in_use",
            "Work was kept for that school, so it stays. Nothing was changed; what you no longer need of it can be left alone.",
        ),
        _ => fault,
    })
}

/// A timer that runs in a school out of sight would count the same minutes twice.
pub(crate) fn check_timer(session: &mut Session) -> Outcome<()> {
    if !timer::runs(session)? {
        return Ok(());
    }
    let said = "The timer runs in this school. Nothing was changed; stop it before you go to another.";
    Err(Fault::new("school.timer_runs", said))
}

fn chosen(name: &str) -> Op {
    Op::new("school_choose", format!("Went to {name}"))
}
