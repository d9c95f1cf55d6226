//! How an entry stands to the plan: what it may say of a block, and what becomes of the block by it.

use crate::tasks::against_time;
use chrono::NaiveDate;
use daybook_domain::calendar::monday_of;
use daybook_domain::entry::{EntryDetails, EntryKind};
use daybook_domain::ids::{BlockId, EntryId, SchoolId};
use daybook_domain::plan::{Block, BlockDetails, BlockState};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Access, Writer};

/// Refuses what an entry cannot say of the plan. `own` is the entry itself where it is written already.
///
/// The block it fulfils belongs to the same week, did happen, and is no other entry's, unless each of them tells a
/// piece of a changed block. The block it pushed out lay on the same day and did not happen. The plan is frozen.
pub(crate) fn check_against_plan(
    tx: &Writer<'_>,
    school: SchoolId,
    own: Option<EntryId>,
    details: &EntryDetails,
) -> Outcome<()> {
    if let Some(id) = details.block {
        let block = tx.blocks().get(id)?;
        check_fulfilled(tx, own, details, &block).map_err(|fault| fault.at("block"))?;
        check_frozen(tx, school, &block).map_err(|fault| fault.at("block"))?;
    }
    if let Some(id) = details.displaced {
        let block = tx.blocks().get(id)?;
        check_displaced(details, &block).map_err(|fault| fault.at("displaced"))?;
        check_frozen(tx, school, &block).map_err(|fault| fault.at("displaced"))?;
    }
    Ok(())
}

/// Refuses to say anything of a plan that can still change.
pub(crate) fn check_frozen<M>(access: &Access<'_, M>, school: SchoolId, block: &Block) -> Outcome<()> {
    match access.weeks().get(school, monday_of(block.details.date))?.frozen_at {
        Some(_) => Ok(()),
        None => Err(Fault::new(
            "week.not_frozen",
            "Freeze the plan first, so that it stands beside what really happened. Nothing was changed.",
        )),
    }
}

/// The entry as it stands to the plan: at another time or length than the block it is not as planned but changed.
pub(crate) fn as_it_stands(tx: &Writer<'_>, mut details: EntryDetails) -> Outcome<EntryDetails> {
    if let (EntryKind::AsPlanned, Some(block)) = (details.kind, details.block) {
        let BlockDetails { date, start, minutes, .. } = tx.blocks().get(block)?.details;
        if (details.date, details.start, details.minutes) != (date, Some(start), minutes) {
            details.kind = EntryKind::Changed;
        }
    }
    Ok(details)
}

/// What an entry says of the plan: a block it fulfils has happened, a block it pushed out has not. So is it with the tasks
/// those blocks were laid for, on this day; an entry that said so `before` may since count for another task, or for none.
pub(crate) fn say_of_plan(
    tx: &Writer<'_>,
    entry: EntryId,
    before: Option<BlockId>,
    details: &EntryDetails,
    on: NaiveDate,
) -> Outcome<()> {
    if let Some(block) = details.block {
        let state = if details.kind == EntryKind::AsPlanned { BlockState::AsPlanned } else { BlockState::Changed };
        set_if(tx, block, &state, |now| !matches!(now, BlockState::NotDone { .. }))?;
        if before != Some(block) {
            against_time::happened(tx, block, entry, on)?;
        }
    }
    if let Some(block) = details.displaced {
        let state = BlockState::NotDone { why: String::new(), still_needed: true };
        if set_if(tx, block, &state, |now| *now == BlockState::Open)? {
            against_time::not_done(tx, block, &state, on)?;
        }
    }
    Ok(())
}

/// What an entry said of the plan and says no longer, unless another entry says it still.
pub(crate) fn take_back(
    tx: &Writer<'_>,
    entry: EntryId,
    before: &EntryDetails,
    after: &EntryDetails,
    on: NaiveDate,
) -> Outcome<()> {
    if let Some(block) = before.block.filter(|block| after.block != Some(*block)) {
        tx.tasks().link_entry(entry, None)?;
        if tx.entries().of_block(block)?.is_empty() {
            set_if(tx, block, &BlockState::Open, |now| !matches!(now, BlockState::NotDone { .. }))?;
        }
        against_time::taken_back(tx, block, on)?;
    }
    if let Some(block) = before.displaced.filter(|block| after.displaced != Some(*block))
        && tx.entries().displacing(block)?.is_empty()
    {
        // Words she added herself about why it was not done outlive the entry that displaced it.
        let may = |now: &BlockState| matches!(now, BlockState::NotDone { why, .. } if why.is_empty());
        if set_if(tx, block, &BlockState::Open, may)? {
            against_time::taken_back(tx, block, on)?;
        }
    }
    Ok(())
}

fn check_fulfilled(tx: &Writer<'_>, own: Option<EntryId>, details: &EntryDetails, block: &Block) -> Outcome<()> {
    if monday_of(block.details.date) != monday_of(details.date) {
        return Err(Fault::new(
            "entry.other_week",
            "That planned block belongs to another week. Choose one of the same week; nothing was changed.",
        ));
    }
    if matches!(block.state, BlockState::NotDone { .. }) {
        return Err(Fault::new(
            "block.not_done",
            "That planned block is marked as not done. Take that back first; nothing was changed.",
        ));
    }
    let is_piece = |kind: EntryKind| kind == EntryKind::Changed;
    let mut others = tx.entries().of_block(block.id)?.into_iter().filter(|entry| Some(entry.id) != own);
    if others.any(|other| !is_piece(details.kind) || !is_piece(other.details.kind)) {
        return Err(Fault::new(
            "block.spoken",
            "Another entry says already what became of that planned block. Take that back first; nothing was changed.",
        ));
    }
    Ok(())
}

fn check_displaced(details: &EntryDetails, block: &Block) -> Outcome<()> {
    if block.details.date != details.date {
        return Err(Fault::new(
            "entry.other_day",
            "A block can only be pushed out by something on the same day. Choose another block; nothing was changed.",
        ));
    }
    let happened = matches!(block.state, BlockState::AsPlanned | BlockState::Changed);
    if happened || details.block == Some(block.id) {
        return Err(Fault::new(
            "block.happened",
            "That planned block did happen, so nothing has pushed it out. Take that back first; nothing was changed.",
        ));
    }
    Ok(())
}

/// Sets what became of a block where its state now allows; says whether it was another.
fn set_if(tx: &Writer<'_>, block: BlockId, state: &BlockState, may: impl Fn(&BlockState) -> bool) -> Outcome<bool> {
    let now = tx.blocks().get(block)?.state;
    let changes = may(&now) && now != *state;
    if changes {
        tx.blocks().set_state(block, state)?;
    }
    Ok(changes)
}
