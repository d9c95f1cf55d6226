//! What the timer measured becomes entries.

use crate::against_plan::{as_it_stands, check_against_plan, say_of_plan};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::entry::{EntryDetails, EntryKind, Place};
use daybook_domain::ids::{EntryId, SchoolId};
use daybook_domain::timer::{Doing, Stopped, Work};
use daybook_store::Writer;

/// Writes an entry for each stretch of work. The pieces of an interruption count as one. Fault: `week.closed`.
pub(super) fn write(tx: &Writer<'_>, school: SchoolId, stopped: &Stopped, on: NaiveDate) -> Outcome<()> {
    let doing = still_there(tx, &stopped.doing)?;
    let interrupts = stopped.interruption || doing.who.is_some();
    let mut first: Option<EntryId> = None;
    for work in &stopped.work {
        let details = as_allowed(tx, school, &doing, interrupts, *work)?;
        details.check()?;
        let id = match first.filter(|_| interrupts) {
            Some(first) => tx.entries().insert_piece(school, first, &details)?,
            None => tx.entries().insert(school, &details)?,
        };
        first.get_or_insert(id);
        say_of_plan(tx, id, None, &details, on)?;
        if doing.task.is_some() {
            tx.tasks().link_entry(id, doing.task)?;
        }
    }
    Ok(())
}

/// What was being done, without what has been taken away since it was begun.
fn still_there(tx: &Writer<'_>, doing: &Doing) -> Outcome<Doing> {
    let works = tx.activities().list()?;
    Ok(Doing {
        activity: doing.activity.filter(|id| works.iter().any(|work| work.id == *id)),
        pupils: doing.pupils.iter().copied().filter(|id| tx.pupils().get(*id).is_ok()).collect(),
        task: doing.task.filter(|id| tx.tasks().get(*id).is_ok()),
        block: doing.block.filter(|id| tx.blocks().get(*id).is_ok()),
        ..doing.clone()
    })
}

/// The entry as it may stand to the plan: what the plan does not allow to be said of its block is not said, for the time
/// was spent all the same.
fn as_allowed(tx: &Writer<'_>, school: SchoolId, doing: &Doing, interrupts: bool, work: Work) -> Outcome<EntryDetails> {
    let plain = EntryDetails {
        date: work.date,
        start: Some(work.start),
        minutes: work.minutes,
        text: doing.text.clone(),
        activity: doing.activity,
        place: doing.place.unwrap_or(Place::School),
        kind: if interrupts { EntryKind::Interruption } else { EntryKind::Extra },
        block: None,
        interrupted_by: doing.who.clone(),
        displaced: None,
        pupils: doing.pupils.clone(),
        private: doing.private,
        provisional: doing.activity.is_none(),
    };
    let of_block = match doing.block {
        None => return Ok(plain),
        Some(_) if interrupts => vec![EntryDetails { displaced: doing.block, ..plain.clone() }],
        Some(_) => vec![
            as_it_stands(tx, EntryDetails { kind: EntryKind::AsPlanned, block: doing.block, ..plain.clone() })?,
            EntryDetails { kind: EntryKind::Changed, block: doing.block, ..plain.clone() },
        ],
    };
    let allowed = of_block.into_iter().find(|details| check_against_plan(tx, school, None, details).is_ok());
    Ok(allowed.unwrap_or(plain))
}
