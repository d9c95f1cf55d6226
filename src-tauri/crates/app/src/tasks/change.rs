//! What becomes of tasks: changed, moved, split, settled, laid on the plan.

use crate::session::Session;
use crate::setup;
use crate::wire::{AddTask, MoveTasks, OfTask, PlanTask, SaveTask, SetTasks, SplitTask};
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::entry::Place;
use daybook_domain::ids::{BlockId, PupilId, TaskId};
use daybook_domain::plan::BlockDetails;
use daybook_domain::task::{Task, TaskDetails, TaskState};
use daybook_domain::text::count;
use daybook_domain::{Fault, Outcome};
use daybook_store::{NewTask, Op, Writer};

/// Most pieces a task is split into at once.
const MOST_PIECES: usize = 20;

pub(crate) fn add(session: &mut Session, ask: AddTask) -> Outcome<Changed<TaskId>> {
    let details = tidy(ask.details);
    details.check()?;
    let (school, now) = (session.school()?, session.now());
    let new = NewTask { template: ask.template, ..by_hand(now.date()) };
    session.vault()?.transact(Op::new("task_add", "Task added"), now, |tx| {
        ask.template.map(|line| tx.templates().get(line)).transpose()?;
        check_links(tx, &details, None)?;
        tx.tasks().insert(school, new, &details)
    })
}

pub(crate) fn save(session: &mut Session, ask: SaveTask) -> Outcome<Changed<()>> {
    let details = tidy(ask.details);
    details.check()?;
    let now = session.now();
    session.vault()?.transact(Op::new("task_save", "Task changed"), now, |tx| {
        let before = tx.tasks().get(ask.task)?;
        check_links(tx, &details, Some(&before.details))?;
        tx.tasks().update(ask.task, &details)
    })
}

pub(crate) fn set_state(session: &mut Session, ask: SetTasks) -> Outcome<Changed<u32>> {
    let state = tidy_state(ask.state);
    state.check()?;
    let (now, today) = (session.now(), session.today());
    let label = match &state {
        TaskState::Open => "opened again",
        TaskState::Part { .. } => "done in part",
        TaskState::Done => "done",
        TaskState::Delegated { .. } => "given to somebody",
        TaskState::Dropped { .. } => "dropped",
        TaskState::NotDone { .. } => "not done",
    };
    let op = Op::new("tasks_set_state", format!("{} {label}", some_tasks(&ask.tasks)));
    session.vault()?.transact(op, now, |tx| {
        let mut changed = 0;
        for id in &ask.tasks {
            if tx.tasks().get(*id)?.state != state {
                tx.tasks().set_state(*id, &state, today)?;
                changed += 1;
            }
        }
        Ok(changed)
    })
}

pub(crate) fn reschedule(session: &mut Session, ask: MoveTasks) -> Outcome<Changed<u32>> {
    let now = session.now();
    if let Some(due) = ask.due {
        daybook_domain::text::near(due, now.date(), "due")?;
    }
    let op = Op::new("tasks_move", format!("{} moved", some_tasks(&ask.tasks)));
    session.vault()?.transact(op, now, |tx| {
        let mut changed = 0;
        for id in &ask.tasks {
            let task = tx.tasks().get(*id)?;
            if task.details.due != ask.due {
                tx.tasks().update(*id, &TaskDetails { due: ask.due, ..task.details })?;
                changed += 1;
            }
        }
        Ok(changed)
    })
}

/// Splits a task. The first piece stays the task itself, with what is known of it; the others are new.
pub(crate) fn split(session: &mut Session, ask: SplitTask) -> Outcome<Changed<Vec<TaskId>>> {
    if !(2..=MOST_PIECES).contains(&ask.pieces.len()) {
        return Err(Fault::new(
            "task.pieces",
            format!("A task is split into 2 to {MOST_PIECES} pieces. Nothing was changed."),
        )
        .at("pieces"));
    }
    let (school, now) = (session.school()?, session.now());
    session.vault()?.transact(Op::new("task_split", "Task split"), now, |tx| {
        let task = tx.tasks().get(ask.task)?;
        if task.state.is_settled() {
            return Err(Fault::new(
                "task.settled",
                "That task is done or dropped, so there is nothing to split. Open it again first; nothing was changed.",
            ));
        }
        let mut ids = Vec::new();
        for (at, piece) in ask.pieces.iter().enumerate() {
            let details = tidy(TaskDetails {
                title: piece.title.clone(),
                estimate: piece.estimate,
                due: piece.due,
                note: if at == 0 { task.details.note.clone() } else { String::new() },
                ..task.details.clone()
            });
            details.check().map_err(|fault| of_piece(fault, at))?;
            if at == 0 {
                tx.tasks().update(ask.task, &details)?;
                ids.push(ask.task);
            } else {
                let new = NewTask { split_from: Some(ask.task), ..by_hand(now.date()) };
                ids.push(tx.tasks().insert(school, new, &details)?);
            }
        }
        Ok(ids)
    })
}

/// Takes away a task that was typed by itself. One from the catalogue would come again, so it is dropped instead.
pub(crate) fn remove(session: &mut Session, ask: OfTask) -> Outcome<Changed<()>> {
    let now = session.now();
    session.vault()?.transact(Op::new("task_remove", "Task taken away"), now, |tx| {
        if tx.tasks().get(ask.task)?.occurs.is_some() {
            return Err(Fault::new(
                "task.from_catalogue",
                "That task comes from the catalogue and would come again. Drop it instead; nothing was changed.",
            ));
        }
        tx.tasks().delete(ask.task)
    })
}

/// Lays a block for a task on a plan that is not frozen. One without a kind of work is given it in the same step.
pub(crate) fn plan(session: &mut Session, ask: PlanTask) -> Outcome<Changed<BlockId>> {
    let (school, now) = (session.school()?, session.now());
    session.vault()?.transact(Op::new("task_plan", "Task laid on the plan"), now, |tx| {
        let Task { mut details, state, .. } = tx.tasks().get(ask.task)?;
        if state.is_settled() {
            return Err(Fault::new(
                "task.settled",
                "That task is done or dropped. Open it again first; nothing was laid on the plan.",
            ));
        }
        let used = details.activity;
        if used.is_none() && ask.activity.is_some() {
            details.activity = ask.activity;
            tx.tasks().update(ask.task, &details)?;
        }
        let Some(activity) = details.activity else {
            return Err(Fault::new(
                "task.no_activity",
                "Choose the kind of work of this task first, so that its time counts for something. Nothing was laid on the plan.",
            )
            .at("activity"));
        };
        let block = BlockDetails {
            date: ask.date,
            start: ask.start,
            minutes: ask.minutes,
            title: details.title,
            activity,
            place: Place::School,
            pupils: details.pupil.into_iter().collect(),
        };
        block.check()?;
        setup::check_offered(tx, Some(activity), used)?;
        let id = tx.blocks().insert(school, &block)?;
        tx.tasks().link_block(id, Some(ask.task))?;
        Ok(id)
    })
}

/// A task that a person adds on a day.
pub(super) fn by_hand(today: NaiveDate) -> NewTask {
    NewTask { template: None, occurs: None, appeared: today, carries: true, split_from: None }
}

pub(super) fn tidy(mut details: TaskDetails) -> TaskDetails {
    for text in [&mut details.title, &mut details.consequence, &mut details.note] {
        *text = text.trim().to_owned();
    }
    details
}

fn tidy_state(state: TaskState) -> TaskState {
    let tidy = |text: String| text.trim().to_owned();
    match state {
        TaskState::Delegated { to, until } => TaskState::Delegated { to: tidy(to), until },
        TaskState::Dropped { why } => TaskState::Dropped { why: tidy(why) },
        TaskState::NotDone { why } => TaskState::NotDone { why: tidy(why) },
        TaskState::Open | TaskState::Part { .. } | TaskState::Done => state,
    }
}

/// Refuses a kind of work that is retired and a child who is not there, where they were not chosen before.
pub(super) fn check_links(tx: &Writer<'_>, details: &TaskDetails, before: Option<&TaskDetails>) -> Outcome<()> {
    let used = before.and_then(|before| before.activity);
    setup::check_offered(tx, details.activity, used).map_err(|fault| fault.at("details.activity"))?;
    let known: Option<PupilId> = before.and_then(|before| before.pupil);
    match details.pupil.filter(|pupil| Some(*pupil) != known) {
        Some(pupil) => tx.pupils().get(pupil).map(|_| ()).map_err(|fault| fault.at("details.pupil")),
        None => Ok(()),
    }
}

fn of_piece(fault: Fault, at: usize) -> Fault {
    match fault.field.as_deref().and_then(|field| field.strip_prefix("details.")) {
        Some(field) => {
            let field = format!("pieces.{at}.{field}");
            fault.at(field)
        }
        None => fault,
    }
}

fn some_tasks(tasks: &[TaskId]) -> String {
    match tasks.len() {
        1 => "Task".to_owned(),
        n => count(n as u64, "task", "tasks"),
    }
}
