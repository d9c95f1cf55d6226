//! Entries: what happened, and what that says of the plan.

use crate::against_plan::{as_it_stands, check_against_plan, say_of_plan, take_back};
use crate::session::Session;
use crate::setup;
use crate::wire::{AddEntry, OfEntry, SaveEntry};
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::entry::{EntryDetails, EntryKind};
use daybook_domain::ids::EntryId;
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;

pub(crate) fn add(session: &mut Session, ask: AddEntry) -> Outcome<Changed<EntryId>> {
    let details = tidy(ask.details);
    details.check()?;
    let (school, now) = (session.school()?, session.now());
    check_has_come(details.date, now.date())?;
    session.vault()?.transact(Op::new("entry_add", "Entry written"), now, |tx| {
        setup::check_offered(tx, details.activity, None)?;
        let details = as_it_stands(tx, details)?;
        check_against_plan(tx, school, None, &details)?;
        let id = tx.entries().insert(school, &details)?;
        say_of_plan(tx, id, None, &details, now.date())?;
        Ok(id)
    })
}

pub(crate) fn save(session: &mut Session, ask: SaveEntry) -> Outcome<Changed<()>> {
    let details = tidy(ask.details);
    details.check()?;
    let (school, now) = (session.school()?, session.now());
    check_has_come(details.date, now.date())?;
    let vault = session.vault()?;
    let before = vault.read().entries().get(ask.entry)?.details;
    let op = if before.provisional && !details.provisional {
        Op::new("entry_save", "Entry classified")
    } else {
        Op::new("entry_save", "Entry changed")
    };
    vault.transact(op, now, |tx| {
        setup::check_offered(tx, details.activity, before.activity)?;
        let details = as_it_stands(tx, details)?;
        check_against_plan(tx, school, Some(ask.entry), &details)?;
        tx.entries().update(ask.entry, &details)?;
        take_back(tx, ask.entry, &before, &details, now.date())?;
        say_of_plan(tx, ask.entry, before.block, &details, now.date())
    })
}

pub(crate) fn remove(session: &mut Session, ask: OfEntry) -> Outcome<Changed<()>> {
    let now = session.now();
    let vault = session.vault()?;
    let before = vault.read().entries().get(ask.entry)?.details;
    vault.transact(Op::new("entry_remove", "Entry taken away"), now, |tx| {
        tx.entries().delete(ask.entry)?;
        let after = EntryDetails { block: None, displaced: None, ..before.clone() };
        take_back(tx, ask.entry, &before, &after, now.date())
    })
}

fn check_has_come(date: NaiveDate, today: NaiveDate) -> Outcome<()> {
    if date <= today {
        return Ok(());
    }
    Err(Fault::new(
        "entry.future",
        "That day has not come yet, so nothing can have happened on it. Plan a block instead; nothing was changed.",
    )
    .at("date"))
}

/// What was written, without stray space, and without a block where the kind has none.
fn tidy(mut details: EntryDetails) -> EntryDetails {
    details.text = details.text.trim().to_owned();
    details.interrupted_by = details.interrupted_by.map(|who| who.trim().to_owned()).filter(|who| !who.is_empty());
    if matches!(details.kind, EntryKind::Interruption | EntryKind::Extra) {
        details.block = None;
    }
    details
}
