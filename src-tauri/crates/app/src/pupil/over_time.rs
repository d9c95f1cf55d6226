//! How a pupil's provision and needs change, and how a mistake in them is taken away.

use crate::session::Session;
use crate::wire::{OfNeed, OfStatus, SetNeeds, SetStatus};
use chrono::{Datelike, NaiveDate};
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;

/// The longest reason, in characters.
const MOST_REASON: usize = 400;

pub(crate) fn set_status(session: &mut Session, ask: SetStatus) -> Outcome<Changed<()>> {
    check_from(ask.from, session.today())?;
    let reason = ask.reason.trim();
    at_most(reason, MOST_REASON, "reason")?;
    let code = match ask.code.trim() {
        "" => None,
        code => Some(RulePack::england().status(code, ask.from).ok_or_else(|| {
            Fault::new("status.unknown", "That SEN provision was not in force on that day. Nothing was changed.")
                .at("code")
        })?),
    };
    let now = session.now();
    let vault = session.vault()?;
    let label = format!("SEN provision of {} changed", vault.read().pupils().case_code(ask.pupil)?);
    vault.transact(Op::new("status_set", label), now, |tx| match code {
        None => tx.pupils().end_status(ask.pupil, ask.from),
        Some(status) => tx.pupils().open_status(ask.pupil, &status.code, ask.from, reason).map(|_| ()),
    })
}

pub(crate) fn set_needs(session: &mut Session, ask: SetNeeds) -> Outcome<Changed<()>> {
    check_from(ask.from, session.today())?;
    let now = session.now();
    let vault = session.vault()?;
    let pupil = vault.read().pupils().get(ask.pupil)?;
    let beside = pupil.statuses.iter().find(|s| s.from <= ask.from && s.to.is_none_or(|to| ask.from < to));
    let beside = beside.map_or("", |status| &status.code);
    let mut codes: Vec<&str> = Vec::with_capacity(ask.codes.len());
    for (i, written) in ask.codes.iter().enumerate() {
        let refused = |code, message: String| Err(Fault::new(code, message).at(format!("codes.{i}")));
        let Some(need) = RulePack::england().need(written, ask.from) else {
            return refused("need.unknown", "That need was not in use on that day. Nothing was changed.".to_owned());
        };
        if codes.contains(&need.code.as_str()) {
            return refused("need.twice", "A need can stand in the list once. Nothing was changed.".to_owned());
        }
        if !need.allowed_with(beside) {
            let (code, with) = (&need.code, need.statuses.join(" or "));
            let said = format!(
                "{code} goes only with SEN provision {with}, which is not in force on that day. Nothing was changed."
            );
            return refused("need.not_beside", said);
        }
        codes.push(&need.code);
    }
    let op = Op::new("needs_set", format!("Needs of {} changed", pupil.case_code));
    vault.transact(op, now, |tx| tx.pupils().set_needs(ask.pupil, &codes, ask.from))
}

pub(crate) fn remove_status(session: &mut Session, ask: OfStatus) -> Outcome<Changed<()>> {
    let now = session.now();
    let vault = session.vault()?;
    let label = format!("SEN provision removed from the record of {}", vault.read().pupils().case_code(ask.pupil)?);
    vault.transact(Op::new("status_remove", label), now, |tx| tx.pupils().remove_status(ask.pupil, ask.status))
}

pub(crate) fn remove_need(session: &mut Session, ask: OfNeed) -> Outcome<Changed<()>> {
    let now = session.now();
    let vault = session.vault()?;
    let label = format!("Need removed from the record of {}", vault.read().pupils().case_code(ask.pupil)?);
    vault.transact(Op::new("need_remove", label), now, |tx| tx.pupils().remove_need(ask.pupil, ask.need))
}

fn check_from(from: NaiveDate, today: NaiveDate) -> Outcome<()> {
    if from.year() < today.year() - 25 || from.year() > today.year() + 1 {
        return Err(Fault::new("record.date", "That date is too far away to be right. Nothing was changed.").at("from"));
    }
    Ok(())
}
