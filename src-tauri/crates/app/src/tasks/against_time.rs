//! Tasks beside the plan and what happened: what a block or an entry says of the task it was for.

use crate::session::Session;
use crate::wire::LinkEntry;
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::ids::{BlockId, EntryId};
use daybook_domain::plan::BlockState;
use daybook_domain::task::TaskState;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Op, Writer};

/// Says which task an entry was time for.
pub(crate) fn link(session: &mut Session, ask: LinkEntry) -> Outcome<Changed<()>> {
    let now = session.now();
    let label = if ask.task.is_some() { "Entry counted for a task" } else { "Entry no longer counted for a task" };
    session.vault()?.transact(Op::new("entry_task", label), now, |tx| {
        let entry = tx.entries().get(ask.entry)?;
        if let Some(task) = ask.task {
            tx.tasks().get(task)?;
            if entry.details.provisional {
                return Err(Fault::new(
                    "entry.provisional",
                    "Say what kind of work that was first, then for which task. Nothing was changed.",
                )
                .at("entry"));
            }
        }
        tx.tasks().link_entry(ask.entry, ask.task)
    })
}

/// A block has happened, and this entry says so: its time counts for the task the block was laid for. The task is done,
/// or done in part while other blocks of it lie ahead.
pub(crate) fn happened(tx: &Writer<'_>, block: BlockId, entry: EntryId, on: NaiveDate) -> Outcome<()> {
    let Some(id) = tx.tasks().of_block(block)? else { return Ok(()) };
    if tx.tasks().of_entry(entry)? == Some(id) {
        return Ok(());
    }
    tx.tasks().link_entry(entry, Some(id))?;
    let task = tx.tasks().get(id)?;
    if task.state.is_settled() {
        return Ok(());
    }
    let state = if task.planned == 0 {
        TaskState::Done
    } else {
        let all = (task.spent + task.planned).max(1);
        TaskState::Part { percent: (task.spent * 100 / all).clamp(1, 99) }
    };
    if state == task.state { Ok(()) } else { tx.tasks().set_state(id, &state, on) }
}

/// A block was not done. Where its work is still needed, so is its task.
pub(crate) fn not_done(tx: &Writer<'_>, block: BlockId, state: &BlockState, on: NaiveDate) -> Outcome<()> {
    let (BlockState::NotDone { why, still_needed: true }, Some(id)) = (state, tx.tasks().of_block(block)?) else {
        return Ok(());
    };
    let task = tx.tasks().get(id)?;
    // Another block of it may still come, and what is half done stays so.
    if task.planned > 0 || task.state != TaskState::Open {
        return Ok(());
    }
    tx.tasks().set_state(id, &TaskState::NotDone { why: why.clone() }, on)
}

/// What was said of a block is taken back: so is what that said of its task, where no other time went on it.
pub(crate) fn taken_back(tx: &Writer<'_>, block: BlockId, on: NaiveDate) -> Outcome<()> {
    let Some(id) = tx.tasks().of_block(block)? else { return Ok(()) };
    let task = tx.tasks().get(id)?;
    let said_by_plan = matches!(task.state, TaskState::Done | TaskState::Part { .. } | TaskState::NotDone { .. });
    if task.spent == 0 && said_by_plan { tx.tasks().set_state(id, &TaskState::Open, on) } else { Ok(()) }
}
