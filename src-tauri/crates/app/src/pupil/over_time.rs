//! How a pupil's provision and needs change, and how a mistake in them is taken away.

use crate::session::Session;
use crate::wire::{OfNeed, OfStatus, SaveNeed, SaveStatus, SetNeeds, SetStatus};
use chrono::{Datelike, NaiveDate};
use daybook_domain::changed::Changed;
use daybook_domain::codes::{NeedCode, RulePack, StatusCode};
use daybook_domain::pupil::{Need, Pupil};
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
        code => Some(status_on(code, ask.from)?),
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
    let mut codes: Vec<&str> = Vec::with_capacity(ask.codes.len());
    for (i, written) in ask.codes.iter().enumerate() {
        let at = || format!("codes.{i}");
        let need = need_on(&pupil, written, ask.from).map_err(|fault| fault.at(at()))?;
        if codes.contains(&need.code.as_str()) {
            return Err(Fault::new("need.twice", "A need can stand in the list once. Nothing was changed.").at(at()));
        }
        codes.push(&need.code);
    }
    let op = Op::new("needs_set", format!("Needs of {} changed", pupil.case_code));
    vault.transact(op, now, |tx| tx.pupils().set_needs(ask.pupil, &codes, ask.from))
}

/// Corrects a spell that was written down wrongly. The spell it followed ends where it begins now. Faults: those of
/// [`set_status`], and `status.overlap`, `status.backwards`.
pub(crate) fn save_status(session: &mut Session, ask: SaveStatus) -> Outcome<Changed<()>> {
    check_from(ask.from, session.today())?;
    let reason = ask.reason.trim();
    at_most(reason, MOST_REASON, "reason")?;
    let code = status_on(ask.code.trim(), ask.from)?;
    let now = session.now();
    let vault = session.vault()?;
    let label = format!("SEN provision of {} corrected", vault.read().pupils().case_code(ask.pupil)?);
    vault.transact(Op::new("status_save", label), now, |tx| {
        tx.pupils().correct_status(ask.pupil, ask.status, &code.code, ask.from, reason)
    })
}

/// Corrects the first day of a need. Faults: those of [`set_needs`], at `from`, and `need.overlap`, `need.backwards`,
/// `need.rank` where a lesser need would be left without the one before it.
pub(crate) fn save_need(session: &mut Session, ask: SaveNeed) -> Outcome<Changed<()>> {
    check_from(ask.from, session.today())?;
    let now = session.now();
    let vault = session.vault()?;
    let pupil = vault.read().pupils().get(ask.pupil)?;
    let op = Op::new("need_save", format!("First day of a need of {} corrected", pupil.case_code));
    vault.transact(op, now, |tx| {
        tx.pupils().correct_need(ask.pupil, ask.need, ask.from)?;
        // Others that changed that day move with it, and are held to the same rules.
        let after = tx.pupils().get(ask.pupil)?;
        let first_day = |id| pupil.needs.iter().find(|need| need.id == id).map(|need| need.from);
        for need in after.needs.iter().filter(|need| first_day(need.id) != Some(need.from)) {
            need_on(&after, &need.code, need.from).map_err(|fault| fault.at("from"))?;
        }
        if stands_behind_nobody(&after.needs) && !stands_behind_nobody(&pupil.needs) {
            let said = "Another need would come second on some of those days, with none before it. Nothing was changed; \
                        correct that one first.";
            return Err(Fault::new("need.rank", said).at("from"));
        }
        Ok(())
    })
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

/// Whether a need that is not the primary one holds on a day on which none holds the rank before its own.
fn stands_behind_nobody(needs: &[Need]) -> bool {
    let holds = |need: &Need, day: NaiveDate| need.from <= day && need.to.is_none_or(|to| day < to);
    let days = || needs.iter().flat_map(|need| [Some(need.from), need.to]).flatten();
    let led = |rank: u32, day| rank <= 1 || needs.iter().any(|need| need.rank + 1 == rank && holds(need, day));
    needs.iter().any(|need| days().any(|day| holds(need, day) && !led(need.rank, day)))
}

/// The provision that goes by a code on a day. Fault: `status.unknown`.
fn status_on(code: &str, day: NaiveDate) -> Outcome<&'static StatusCode> {
    RulePack::england().status(code, day).ok_or_else(|| {
        Fault::new("status.unknown", "That SEN provision was not in force on that day. Nothing was changed.").at("code")
    })
}

/// The need that goes by a code on a day, beside what a pupil has then. Faults: `need.unknown`, `need.not_beside`.
fn need_on(pupil: &Pupil, code: &str, day: NaiveDate) -> Outcome<&'static NeedCode> {
    let Some(need) = RulePack::england().need(code, day) else {
        return Err(Fault::new("need.unknown", "That need was not in use on that day. Nothing was changed."));
    };
    let beside = pupil.statuses.iter().find(|s| s.from <= day && s.to.is_none_or(|to| day < to));
    if !need.allowed_with(beside.map_or("", |status| &status.code)) {
        let (code, with) = (&need.code, need.statuses.join(" or "));
        let said = format!(
            "{code} goes only with SEN provision {with}, which is not in force on that day. Nothing was changed."
        );
        return Err(Fault::new("need.not_beside", said));
    }
    Ok(need)
}

fn check_from(from: NaiveDate, today: NaiveDate) -> Outcome<()> {
    if from.year() < today.year() - 25 || from.year() > today.year() + 1 {
        return Err(Fault::new("record.date", "That date is too far away to be right. Nothing was changed.").at("from"));
    }
    Ok(())
}
