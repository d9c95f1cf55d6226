//! One change to many pupils: all of it or nothing, and one step to undo.

use super::forename;
use crate::session::Session;
use crate::wire::{BulkLine, BulkView, SetPupils};
use chrono::NaiveDate;
use daybook_domain::bulk::{BulkChange, spell_on};
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::PupilId;
use daybook_domain::pupil::Pupil;
use daybook_domain::text::count;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Op, Writer};
use std::collections::{BTreeMap, BTreeSet};

/// Says what it would do to each, by doing it and taking it back: what is refused then is refused now.
pub(crate) fn preview(session: &mut Session, ask: SetPupils) -> Outcome<BulkView> {
    let (today, now) = (session.today(), session.now());
    let pupils = chosen(session, &ask)?;
    let lines = session.vault()?.rehearse(now, |tx| {
        Ok(pupils.iter().map(|pupil| line(pupil, &ask.change, today, apply(tx, pupil, &ask.change, today))).collect())
    })?;
    let lines: Vec<BulkLine> = lines;
    let many = |which: fn(&BulkLine) -> bool| u32::try_from(lines.iter().filter(|line| which(line)).count());
    let (same, refused) = (many(|line| line.same), many(|line| line.refused.is_some()));
    let changes = many(|line| !line.same && line.refused.is_none());
    let most = |number: Result<u32, _>| number.unwrap_or(u32::MAX);
    Ok(BulkView { changes: most(changes), same: most(same), refused: most(refused), lines })
}

pub(crate) fn set(session: &mut Session, ask: SetPupils) -> Outcome<Changed<u32>> {
    let (today, now) = (session.today(), session.now());
    let pupils = chosen(session, &ask)?;
    let whom = match pupils.as_slice() {
        [only] => only.case_code.clone(),
        several => count(several.len() as u64, "pupil", "pupils"),
    };
    let op = Op::new("pupils_set", format!("{} of {whom} changed", ask.change.noun()));
    session.vault()?.transact(op, now, |tx| {
        let mut changed = 0;
        for pupil in &pupils {
            let done = apply(tx, pupil, &ask.change, today).map_err(|fault| of_one(pupil, fault))?;
            changed += u32::from(done);
        }
        Ok(changed)
    })
}

/// The pupils it is asked of, each once, in the order they were asked for; the change in itself is right.
fn chosen(session: &mut Session, ask: &SetPupils) -> Outcome<Vec<Pupil>> {
    ask.change.check(session.today())?;
    if ask.pupils.is_empty() {
        return Err(Fault::new("pupils.none", "Mark the pupils first. Nothing was changed.").at("pupils"));
    }
    let school = session.school()?;
    let everybody = session.vault()?.read().pupils().for_matching(school)?;
    let mut by_id: BTreeMap<PupilId, Pupil> = everybody.into_iter().map(|pupil| (pupil.id, pupil)).collect();
    let mut seen = BTreeSet::new();
    let wanted = ask.pupils.iter().filter(|id| seen.insert(**id));
    wanted
        .map(|id| {
            let gone = "One of them is no longer in the daybook. Nothing was changed; mark the pupils again.";
            by_id.remove(id).ok_or_else(|| Fault::new("pupils.gone", gone).at("pupils"))
        })
        .collect()
}

/// Makes the change to one; false where it is so already.
fn apply(tx: &Writer<'_>, pupil: &Pupil, change: &BulkChange, today: NaiveDate) -> Outcome<bool> {
    match change {
        BulkChange::Status { code, from, reason } => {
            let now = spell_on(pupil, *from);
            match RulePack::england().status(code, *from) {
                None if now.is_none() => Ok(false),
                None => tx.pupils().end_status(pupil.id, *from).map(|()| true),
                Some(status) if now.is_some_and(|now| now.code == status.code) => Ok(false),
                Some(status) => tx.pupils().open_status(pupil.id, &status.code, *from, reason.trim()).map(|_| true),
            }
        }
        BulkChange::AddNeed { from, .. } => match change.needs(pupil)? {
            None => Ok(false),
            Some(needs) => {
                let codes: Vec<&str> = needs.iter().map(String::as_str).collect();
                tx.pupils().set_needs(pupil.id, &codes, *from).map(|()| true)
            }
        },
        BulkChange::Class { .. }
        | BulkChange::Flag { .. }
        | BulkChange::OwnFlag { .. }
        | BulkChange::Year { .. }
        | BulkChange::Leave { .. } => match change.details(&pupil.details) {
            Some(details) if details != pupil.details => {
                details.check_change(&pupil.details, today)?;
                tx.pupils().update(pupil.id, &details).map(|()| true)
            }
            Some(_) | None => Ok(false),
        },
    }
}

fn line(pupil: &Pupil, change: &BulkChange, today: NaiveDate, done: Outcome<bool>) -> BulkLine {
    let (was, becomes) = change.was_and_becomes(pupil, today);
    BulkLine {
        pupil: pupil.id,
        case_code: pupil.case_code.clone(),
        surname: pupil.details.surname.clone(),
        forename: forename(&pupil.details),
        was,
        becomes,
        same: done == Ok(false),
        // The preview says by itself that nothing was changed.
        refused: done.err().map(|fault| fault.message.replace(" Nothing was changed.", "")),
    }
}

/// Which pupil it could not be done for, since it was asked of several.
fn of_one(pupil: &Pupil, fault: Fault) -> Fault {
    Fault { message: format!("{}: {}", pupil.case_code, fault.message), ..fault }.at("pupils")
}
