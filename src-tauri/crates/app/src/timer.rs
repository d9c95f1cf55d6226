//! The timer: what runs, what it interrupted, and what is asked about before it is written down.
//!
//! It lives in the daybook, so it goes on while that is locked, closed or cut off; time in which nobody was there counts
//! nothing until somebody says what it was.

mod begin;
mod write;

pub(crate) use begin::begin;

use crate::capture;
use crate::session::{Session, State};
use crate::wire::{AnswerTimer, Nothing, StopTimer, TimerLayer, TimerUntouched, TimerView};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::ids::SchoolId;
use daybook_domain::log::LockReason;
use daybook_domain::timer::{Away, Kept, Stopped, Was, by_day};
use daybook_store::Op;

pub(crate) fn get(session: &mut Session, _: Nothing) -> Outcome<TimerView> {
    let at = session.now();
    let read = session.vault()?.read();
    let Some(school) = read.schools().current()? else {
        return Ok(TimerView { layers: Vec::new(), asking: Vec::new(), at });
    };
    let (kept, works) = (read.timers().get(school.id)?, read.activities().list()?);
    let layers = kept.timer.layers.iter().enumerate().map(|(i, layer)| TimerLayer {
        began: layer.began(),
        minutes: layer.minutes(at),
        work: works.iter().find(|work| Some(work.id) == layer.doing.activity).map(|work| work.name.clone()),
        interruption: i > 0,
        doing: layer.doing.clone(),
    });
    Ok(TimerView { layers: layers.collect(), asking: kept.questions(), at })
}

/// Ends what runs, or everything, and writes it down; what is in doubt is asked about first.
pub(crate) fn stop(session: &mut Session, ask: StopTimer) -> Outcome<Changed<TimerView>> {
    let (school, mut kept, now) = open(session)?;
    let ended =
        if ask.all && !kept.timer.layers.is_empty() { kept.timer.stop_all(now) } else { vec![kept.timer.stop(now)?] };
    put(session, school, kept, ended, "Timer stopped")
}

/// Lets go of what runs and of the time it had; what it interrupted goes on.
pub(crate) fn discard(session: &mut Session, _: Nothing) -> Outcome<TimerView> {
    let (school, mut kept, now) = open(session)?;
    kept.timer.stop(now)?;
    session.vault()?.keep_timer(school, &kept)?;
    get(session, Nothing {})
}

/// Nobody touched the open daybook for so long, and somebody does now: what that time was is asked.
pub(crate) fn untouched(session: &mut Session, ask: TimerUntouched) -> Outcome<TimerView> {
    let (school, mut kept, now) = open(session)?;
    kept.timer.away(Away::Idle, now - TimeDelta::minutes(ask.minutes.into()));
    kept.timer.back(now);
    session.vault()?.keep_timer(school, &kept)?;
    get(session, Nothing {})
}

/// Says what a stretch was that is asked about.
pub(crate) fn answer(session: &mut Session, ask: AnswerTimer) -> Outcome<Changed<TimerView>> {
    let (school, mut kept, _) = open(session)?;
    let ended = match &ask.answer {
        Was::ThisWork => kept.count(ask.asked, ask.minutes)?.into_iter().collect(),
        Was::Break | Was::Nothing => {
            kept.leave_out(ask.asked)?;
            Vec::new()
        }
        Was::Other { line } => {
            let until = ask.asked.until(ask.minutes)?;
            kept.leave_out(ask.asked)?;
            let doing = begin::of_line(session, line, true)?;
            vec![Stopped { doing, interruption: false, work: by_day(ask.asked.from, until), ask: Vec::new() }]
        }
    };
    put(session, school, kept, ended, "Time away")
}

/// Tells the timer of a daybook that is about to lock since when nobody is there. What goes wrong must not keep it open.
pub(crate) fn leave(session: &mut Session, why: LockReason, since: Option<NaiveDateTime>) {
    let away = match why {
        LockReason::Idle => Away::Idle,
        LockReason::Sleep => Away::Sleep,
        LockReason::Asked | LockReason::ScreenLocked => Away::Lock,
        LockReason::Closed | LockReason::Changed => Away::Closed,
    };
    let _ = change(session, |kept, now, _| kept.timer.away(away, since.unwrap_or(now).min(now)));
}

/// Tells the timer of a daybook that has been opened that somebody is there. What goes wrong must not keep it closed.
pub(crate) fn welcome(session: &mut Session) {
    let _ = change(session, Kept::back);
}

/// Changes every timer that runs, whichever school it runs for; a daybook that is open only to look is left as it is.
fn change(session: &mut Session, work: impl Fn(&mut Kept, NaiveDateTime, Option<NaiveDateTime>)) -> Outcome<()> {
    let now = session.now();
    let State::Open(vault) = &mut session.state else { return Ok(()) };
    if vault.is_read_only() {
        return Ok(());
    }
    let seen = vault.read().timers().seen()?;
    for school in vault.read().schools().list()? {
        let mut kept = vault.read().timers().get(school.id)?;
        if !kept.timer.layers.is_empty() {
            work(&mut kept, now, seen);
            vault.keep_timer(school.id, &kept)?;
        }
    }
    Ok(())
}

/// Whether the timer holds time of the week that begins on this Monday: once the week is closed it could not be written.
pub(crate) fn has_time_in(session: &mut Session, monday: NaiveDate) -> Outcome<bool> {
    Ok(open(session)?.1.has_time_in(monday))
}

/// Whether anything runs in the school that is in sight.
pub(crate) fn runs(session: &mut Session) -> Outcome<bool> {
    Ok(!open(session)?.1.timer.layers.is_empty())
}

fn open(session: &mut Session) -> Outcome<(SchoolId, Kept, NaiveDateTime)> {
    let (school, now) = (session.school()?, session.now());
    Ok((school, session.vault()?.read().timers().get(school)?, now))
}

/// Keeps the timer and writes down what has ended, in one step to undo. Undo takes the entries back; what has ended stays
/// ended.
fn put(
    session: &mut Session,
    school: SchoolId,
    mut kept: Kept,
    ended: Vec<Stopped>,
    what: &str,
) -> Outcome<Changed<TimerView>> {
    let now = session.now();
    kept.ask_about(&ended);
    let entries: usize = ended.iter().map(|stopped| stopped.work.len()).sum();
    let vault = session.vault()?;
    let (changed, undo) = if entries == 0 {
        vault.keep_timer(school, &kept)?;
        (Vec::new(), None)
    } else {
        let label = format!("{what}, {entries} {} written", if entries == 1 { "entry" } else { "entries" });
        let done = vault.transact(Op::new("timer", label), now, |tx| {
            ended.iter().try_for_each(|stopped| write::write(tx, school, stopped, now.date()))?;
            tx.timers().keep(school, &kept)
        })?;
        (done.changed, done.undo)
    };
    Ok(Changed { value: get(session, Nothing {})?, changed, undo })
}
