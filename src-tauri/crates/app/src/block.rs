//! Blocks of the plan, and saying what became of them.

use crate::against_plan::{check_frozen, say_of_plan};
use crate::session::Session;
use crate::setup;
use crate::tasks::against_time;
use crate::wire::{AddBlock, BlockNotDone, OfBlock, SaveBlock};
use daybook_domain::changed::Changed;
use daybook_domain::entry::{EntryDetails, EntryKind};
use daybook_domain::ids::{BlockId, EntryId};
use daybook_domain::plan::{Block, BlockState};
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Op, Vault};

/// Most characters of a reason.
const MOST_OF_A_REASON: usize = 400;

pub(crate) fn add(session: &mut Session, ask: AddBlock) -> Outcome<Changed<BlockId>> {
    ask.details.check()?;
    let (school, now) = (session.school()?, session.now());
    session.vault()?.transact(Op::new("block_add", "Block added to the plan"), now, |tx| {
        setup::check_offered(tx, Some(ask.details.activity), None)?;
        tx.blocks().insert(school, &ask.details)
    })
}

pub(crate) fn save(session: &mut Session, ask: SaveBlock) -> Outcome<Changed<()>> {
    ask.details.check()?;
    let now = session.now();
    session.vault()?.transact(Op::new("block_save", "Block changed"), now, |tx| {
        let before = tx.blocks().get(ask.block)?.details.activity;
        setup::check_offered(tx, Some(ask.details.activity), Some(before))?;
        tx.blocks().update(ask.block, &ask.details)
    })
}

pub(crate) fn remove(session: &mut Session, ask: OfBlock) -> Outcome<Changed<()>> {
    let now = session.now();
    session
        .vault()?
        .transact(Op::new("block_remove", "Block taken out of the plan"), now, |tx| tx.blocks().delete(ask.block))
}

pub(crate) fn as_planned(session: &mut Session, ask: OfBlock) -> Outcome<Changed<EntryId>> {
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    let block = unspoken(vault, ask.block)?;
    check_frozen(&vault.read(), school, &block)?;
    if block.details.date > now.date() {
        return Err(Fault::new(
            "block.future",
            "That block lies ahead, so it has not happened yet. Say what became of it on its day; nothing was changed.",
        ));
    }
    let plan = block.details;
    let entry = EntryDetails {
        date: plan.date,
        start: Some(plan.start),
        minutes: plan.minutes,
        text: plan.title,
        activity: Some(plan.activity),
        place: plan.place,
        kind: EntryKind::AsPlanned,
        block: Some(ask.block),
        interrupted_by: None,
        displaced: None,
        pupils: plan.pupils,
        private: false,
        provisional: false,
    };
    vault.transact(Op::new("block_as_planned", "Block went as planned"), now, |tx| {
        let id = tx.entries().insert(school, &entry)?;
        say_of_plan(tx, id, None, &entry, now.date())?;
        Ok(id)
    })
}

pub(crate) fn not_done(session: &mut Session, ask: BlockNotDone) -> Outcome<Changed<()>> {
    at_most(&ask.why, MOST_OF_A_REASON, "why")?;
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    let block = vault.read().blocks().get(ask.block)?;
    check_frozen(&vault.read(), school, &block)?;
    if !matches!(block.state, BlockState::Open | BlockState::NotDone { .. }) {
        return Err(already_spoken());
    }
    let state = BlockState::NotDone { why: ask.why.trim().to_owned(), still_needed: ask.still_needed };
    vault.transact(Op::new("block_not_done", "Block marked as not done"), now, |tx| {
        tx.blocks().set_state(ask.block, &state)?;
        against_time::not_done(tx, ask.block, &state, now.date())
    })
}

pub(crate) fn reopen(session: &mut Session, ask: OfBlock) -> Outcome<Changed<()>> {
    let now = session.now();
    let vault = session.vault()?;
    vault.transact(Op::new("block_reopen", "Block is open again"), now, |tx| {
        tx.entries().of_block(ask.block)?.iter().try_for_each(|entry| tx.entries().delete(entry.id))?;
        for entry in tx.entries().displacing(ask.block)? {
            tx.entries().update(entry.id, &EntryDetails { displaced: None, ..entry.details })?;
        }
        tx.blocks().set_state(ask.block, &BlockState::Open)?;
        against_time::taken_back(tx, ask.block, now.date())
    })
}

/// A block of which nothing has been said yet.
fn unspoken(vault: &Vault, id: BlockId) -> Outcome<Block> {
    let block = vault.read().blocks().get(id)?;
    if block.state == BlockState::Open { Ok(block) } else { Err(already_spoken()) }
}

fn already_spoken() -> Fault {
    Fault::new(
        "block.spoken",
        "What became of this block has been said already. Take that back first; nothing was changed.",
    )
}
