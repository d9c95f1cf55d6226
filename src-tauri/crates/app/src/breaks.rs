//! Breaks: taken, part, missed, and why.

use crate::session::Session;
use crate::wire::{ClearBreak, MarkBreak};
use daybook_domain::breaks::BreakState;
use daybook_domain::changed::Changed;
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;

pub(crate) fn mark(session: &mut Session, ask: MarkBreak) -> Outcome<Changed<()>> {
    let (school, now) = (session.school()?, session.now());
    if ask.mark.date > now.date() {
        return Err(Fault::new(
            "break.future",
            "That day has not come yet, so nobody knows what becomes of its breaks. Nothing was changed.",
        )
        .at("mark.date"));
    }
    let vault = session.vault()?;
    let hours =
        vault.read().hours().on(school, ask.mark.date)?.map(|hours| hours.on(ask.mark.date)).unwrap_or_default();
    let Some(entitled) = hours.breaks.iter().find(|each| each.name == ask.mark.name).map(|each| each.span.minutes())
    else {
        return Err(
            Fault::new("break.unknown", "That day's hours hold no such break. Nothing was changed.").at("mark.name")
        );
    };
    ask.mark.check(entitled)?;
    let label = match ask.mark.state {
        BreakState::Taken => "Break marked as taken",
        BreakState::Part => "Break marked as cut short",
        BreakState::Missed => "Break marked as missed",
    };
    vault.transact(Op::new("break_mark", label), now, |tx| tx.breaks().mark(school, &ask.mark))
}

pub(crate) fn clear(session: &mut Session, ask: ClearBreak) -> Outcome<Changed<()>> {
    let (school, now) = (session.school()?, session.now());
    session.vault()?.transact(Op::new("break_clear", "Break mark taken back"), now, |tx| {
        tx.breaks().clear(school, ask.date, &ask.name)
    })
}
