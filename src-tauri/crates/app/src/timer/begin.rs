//! Beginning: what is to be timed, from a line, a task or a planned block.

use super::{capture, open, put};
use crate::session::Session;
use crate::setup;
use crate::wire::{BeginTimer, TimerBegins, TimerView};
use chrono::NaiveDate;
use daybook_domain::capture::LONGEST_LINE;
use daybook_domain::changed::Changed;
use daybook_domain::entry::Place;
use daybook_domain::ids::{BlockId, PupilId, TaskId};
use daybook_domain::plan::BlockState;
use daybook_domain::text::at_most;
use daybook_domain::timer::Doing;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Belonging, Reader};

pub(crate) fn begin(session: &mut Session, ask: BeginTimer) -> Outcome<Changed<TimerView>> {
    let (school, mut kept, now) = open(session)?;
    let doing = doing(session, ask.how == TimerBegins::Interrupt, &ask)?;
    let (ended, what) = match ask.how {
        TimerBegins::Start => {
            kept.timer.start(doing, now)?;
            (Vec::new(), "Timer started")
        }
        TimerBegins::Switch => (vec![kept.timer.switch(doing, now)?], "Timer switched"),
        TimerBegins::Interrupt => {
            kept.timer.interrupt(doing, now)?;
            (Vec::new(), "Timer interrupted")
        }
    };
    put(session, school, kept, ended, what)
}

/// What a line says is being done. Its time and length are passed over: the timer knows them.
pub(super) fn of_line(session: &mut Session, line: &str, names_who: bool) -> Outcome<Doing> {
    at_most(line, LONGEST_LINE, "line")?;
    if line.trim().is_empty() {
        return Err(Fault::new("timer.empty", "Write a few words about what it is. Nothing was changed.").at("line"));
    }
    let (captured, pupil) = capture::said(session, line)?;
    Ok(Doing {
        text: if captured.text.is_empty() { line.trim().to_owned() } else { captured.text },
        pupils: pupil.into_iter().collect(),
        who: captured.who.filter(|_| names_who),
        place: Some(captured.place).filter(|place| *place != Place::School),
        private: captured.private,
        ..Doing::default()
    })
}

fn doing(session: &mut Session, interrupts: bool, ask: &BeginTimer) -> Outcome<Doing> {
    let mut doing = if ask.line.trim().is_empty() && (ask.task.is_some() || ask.block.is_some()) {
        Doing::default()
    } else {
        of_line(session, &ask.line, interrupts)?
    };
    let today = session.today();
    let read = session.vault()?.read();
    setup::check_offered(&read, ask.activity, None)?;
    let named = ask.task.map(Belonging::Task).into_iter().chain(ask.block.map(Belonging::Block));
    let children = ask.pupils.iter().flatten().copied().map(Belonging::Pupil);
    named.chain(children).try_for_each(|named| read.schools().check_in_sight(named))?;
    let block = match (ask.block, ask.task) {
        (Some(block), _) => Some(read.blocks().get(block)?),
        (None, Some(task)) => block_today(&read, task, today)?.map(|block| read.blocks().get(block)).transpose()?,
        (None, None) => None,
    };
    doing.activity = ask.activity;
    if let Some(block) = block {
        doing.task = read.tasks().of_block(block.id)?;
        doing.block = Some(block.id);
        doing.activity = doing.activity.or(Some(block.details.activity));
        doing.place = doing.place.or(Some(block.details.place));
        said_else(&mut doing, block.details.title, block.details.pupils);
    }
    if let Some(id) = ask.task {
        let task = read.tasks().get(id)?;
        doing.task = Some(id);
        doing.activity = doing.activity.or(task.details.activity);
        said_else(&mut doing, task.details.title, task.details.pupil.into_iter().collect());
    }
    if let Some(pupils) = &ask.pupils {
        doing.pupils.clone_from(pupils);
    }
    doing.pupils.iter().try_for_each(|pupil| read.pupils().get(*pupil).map(|_| ()))?;
    if let Some(who) = ask.who.as_deref().map(str::trim).filter(|who| !who.is_empty()) {
        doing.who = Some(who.to_owned());
    }
    doing.check()?;
    Ok(doing)
}

/// What its task or block says of it, where nothing else does.
fn said_else(doing: &mut Doing, title: String, pupils: Vec<PupilId>) {
    if doing.text.is_empty() {
        doing.text = title;
    }
    if doing.pupils.is_empty() {
        doing.pupils = pupils;
    }
}

/// The block that today's plan has for a task, if nothing is said of it yet.
fn block_today(read: &Reader<'_>, task: TaskId, today: NaiveDate) -> Outcome<Option<BlockId>> {
    for id in read.tasks().blocks(task)? {
        let block = read.blocks().get(id)?;
        if block.details.date == today && block.state == BlockState::Open {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
