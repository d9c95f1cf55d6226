//! Entries: what happened, and what that says of the plan.

use crate::session::Session;
use crate::wire::{AddEntry, OfEntry, SaveEntry};
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::entry::{EntryDetails, EntryKind};
use daybook_domain::ids::{BlockId, EntryId};
use daybook_domain::plan::BlockState;
use daybook_store::{Op, Writer};

pub(crate) fn add(session: &mut Session, ask: AddEntry) -> Outcome<Changed<EntryId>> {
    let details = tidy(ask.details);
    details.check()?;
    let (school, now) = (session.school()?, session.now());
    session.vault()?.transact(Op::new("entry_add", "Write an entry"), now, |tx| {
        let id = tx.entries().insert(school, &details)?;
        say_of_plan(tx, &details)?;
        Ok(id)
    })
}

pub(crate) fn save(session: &mut Session, ask: SaveEntry) -> Outcome<Changed<()>> {
    let details = tidy(ask.details);
    details.check()?;
    let now = session.now();
    let vault = session.vault()?;
    let before = vault.read().entries().get(ask.entry)?.details;
    let op = if before.provisional && !details.provisional {
        Op::new("entry_save", "Classify an entry")
    } else {
        Op::new("entry_save", "Change an entry")
    };
    vault.transact(op, now, |tx| {
        tx.entries().update(ask.entry, &details)?;
        take_back(tx, &before, &details)?;
        say_of_plan(tx, &details)
    })
}

pub(crate) fn remove(session: &mut Session, ask: OfEntry) -> Outcome<Changed<()>> {
    let now = session.now();
    let vault = session.vault()?;
    let before = vault.read().entries().get(ask.entry)?.details;
    vault.transact(Op::new("entry_remove", "Take an entry away"), now, |tx| {
        tx.entries().delete(ask.entry)?;
        let after = EntryDetails { block: None, displaced: None, ..before.clone() };
        take_back(tx, &before, &after)
    })
}

/// What an entry says of the plan: a block it fulfils has happened, a block it pushed out has not.
pub(crate) fn say_of_plan(tx: &Writer<'_>, details: &EntryDetails) -> Outcome<()> {
    if let Some(block) = details.block {
        let state = if details.kind == EntryKind::AsPlanned { BlockState::AsPlanned } else { BlockState::Changed };
        set_if(tx, block, state, |now| !matches!(now, BlockState::NotDone { .. }))?;
    }
    if let Some(block) = details.displaced {
        set_if(tx, block, BlockState::NotDone { why: String::new(), still_needed: true }, |now| {
            *now == BlockState::Open
        })?;
    }
    Ok(())
}

/// What an entry said of the plan and says no longer.
fn take_back(tx: &Writer<'_>, before: &EntryDetails, after: &EntryDetails) -> Outcome<()> {
    if let Some(block) = before.block.filter(|block| after.block != Some(*block))
        && tx.entries().of_block(block)?.is_empty()
    {
        set_if(tx, block, BlockState::Open, |now| !matches!(now, BlockState::NotDone { .. }))?;
    }
    if let Some(block) = before.displaced.filter(|block| after.displaced != Some(*block)) {
        // Words she added herself about why it was not done outlive the entry that displaced it.
        set_if(tx, block, BlockState::Open, |now| matches!(now, BlockState::NotDone { why, .. } if why.is_empty()))?;
    }
    Ok(())
}

fn set_if(tx: &Writer<'_>, block: BlockId, state: BlockState, may: impl Fn(&BlockState) -> bool) -> Outcome<()> {
    let now = tx.blocks().get(block)?.state;
    if may(&now) && now != state { tx.blocks().set_state(block, &state) } else { Ok(()) }
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
