//! A task in one line.

use super::change;
use crate::session::Session;
use crate::wire::{QuickLine, QuickView};
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::{PupilId, TaskId};
use daybook_domain::register::RegisterRow;
use daybook_domain::task::quick::{self, QuickTask};
use daybook_domain::task::{Stake, TaskDetails};
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;
use std::collections::BTreeSet;

/// More children than this share the name: it says nothing.
const MOST_CHILDREN: usize = 8;

/// Says what a line would become. Changes nothing.
pub(crate) fn read(session: &mut Session, ask: QuickLine) -> Outcome<QuickView> {
    at_most(&ask.line, quick::LONGEST_LINE, "line")?;
    let quick = understood(session, &ask.line)?;
    let children = children(session, &quick)?;
    let tag = tag(&quick, children.is_empty(), session.today());
    Ok(QuickView { quick, children, tag })
}

/// Adds the task a line says. Where it can only mean one child, it is for that child.
pub(crate) fn add(session: &mut Session, ask: QuickLine) -> Outcome<Changed<TaskId>> {
    at_most(&ask.line, quick::LONGEST_LINE, "line")?;
    let (school, now) = (session.school()?, session.now());
    let quick = understood(session, &ask.line)?;
    if quick.title.trim().is_empty() {
        return Err(Fault::new("task.no_title", "Say in a few words what is to be done. Nothing was added.").at("line"));
    }
    let sole = match children(session, &quick)?.as_slice() {
        [one] => Some(one.id),
        _ => None,
    };
    let pupil = ask.pupil.or(sole);
    let details = TaskDetails {
        title: quick.title,
        activity: None,
        due: quick.due,
        estimate: quick.minutes,
        pupil,
        stake: if pupil.is_some() { Stake::Child } else { Stake::School },
        consequence: String::new(),
        note: String::new(),
    };
    let details = change::tidy(details);
    details.check().map_err(|fault| fault.at("line"))?;
    let new = change::by_hand(now.date());
    session.vault()?.transact(Op::new("task_add", "Task added"), now, |tx| {
        change::check_links(tx, &details, None)?;
        tx.tasks().insert(school, new, &details)
    })
}

/// The line, in which a code is a provision or the case code of a child of this school.
fn understood(session: &mut Session, line: &str) -> Outcome<QuickTask> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    Ok(quick::read(line, today, |code| {
        RulePack::england().status(code, today).is_some() || read.pupils().by_case_code(school, code).is_ok()
    }))
}

/// What became of the code after `#`, in words; a child's own shows by the child.
fn tag(quick: &QuickTask, nobody: bool, today: NaiveDate) -> Option<String> {
    if let Some(unknown) = &quick.unknown {
        return Some(format!("#{unknown} is no provision code; kept in the title"));
    }
    let code = quick.code.as_deref()?;
    match RulePack::england().status(code, today) {
        Some(status) if nobody => Some(format!("#{code}: nobody named here has {}", status.label)),
        Some(status) => Some(format!("#{code}: only children with {}", status.label)),
        None if nobody => Some(format!("#{code}: that child has left")),
        None => None,
    }
}

/// The children a line may mean: by the case code after `#`, else by the names that stand in it, and of those only the
/// ones with the provision after `#` where there is one.
fn children(session: &mut Session, quick: &QuickTask) -> Outcome<Vec<RegisterRow>> {
    let (school, today, scan) = (session.school()?, session.today(), session.names()?);
    let read = session.vault()?.read();
    let status = quick.code.as_deref().filter(|code| RulePack::england().status(code, today).is_some());
    let named: BTreeSet<String> = match quick.code.as_ref().filter(|_| status.is_none()) {
        Some(code) => BTreeSet::from([code.clone()]),
        None => scan.find(&quick.title).into_iter().flat_map(|hit| hit.case_codes).collect(),
    };
    let mut ids: BTreeSet<PupilId> = BTreeSet::new();
    for code in named {
        // A code that nobody has is a word like any other.
        if let Ok(pupil) = read.pupils().by_case_code(school, &code)
            && pupil.details.on_roll_to.is_none_or(|last| today <= last)
        {
            ids.insert(pupil.id);
        }
        if ids.len() > 4 * MOST_CHILDREN {
            return Ok(Vec::new());
        }
    }
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = read.register().rows_of(&ids, today)?;
    rows.retain(|row| status.is_none_or(|status| row.status == status));
    Ok(if rows.len() > MOST_CHILDREN { Vec::new() } else { rows })
}
