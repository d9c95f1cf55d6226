//! The register and its records. How provision and needs change is in [`over_time`].

mod over_time;

pub(crate) use over_time::{remove_need, remove_status, save_need, save_status, set_needs, set_status};

use crate::session::Session;
use crate::wire::{AddPupil, CheckUpn, FindPupils, ListRegister, OfPupil, PupilView, SavePupil};
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::PupilId;
use daybook_domain::names::Known;
use daybook_domain::pupil::{Pupil, PupilDetails};
use daybook_domain::register::{RegisterList, RegisterQuery, RegisterRow, Scope};
use daybook_domain::{Outcome, upn};
use daybook_store::{Named, Op};
use std::collections::BTreeMap;

const MOST_FOUND: u32 = 50;

pub(crate) fn list(session: &mut Session, ask: ListRegister) -> Outcome<RegisterList> {
    let (school, today) = (session.school()?, session.today());
    session.vault()?.read().register().list(school, &ask.query, today)
}

pub(crate) fn find(session: &mut Session, ask: FindPupils) -> Outcome<Vec<RegisterRow>> {
    let (school, today) = (session.school()?, session.today());
    let query = RegisterQuery { scope: Scope::Roll, search: ask.search, ..RegisterQuery::default() };
    session.vault()?.read().register().first(school, &query, today, ask.limit.min(MOST_FOUND))
}

pub(crate) fn get(session: &mut Session, ask: OfPupil) -> Outcome<PupilView> {
    let today = session.today();
    let pupil = session.vault()?.read().pupils().get(ask.pupil)?;
    Ok(PupilView { notices: RulePack::england().notices(&pupil, today), pupil })
}

pub(crate) fn add(session: &mut Session, ask: AddPupil) -> Outcome<Changed<PupilId>> {
    let details = tidy(ask.details);
    details.check(session.today())?;
    let (school, now) = (session.school()?, session.now());
    session.vault()?.transact(Op::new("pupil_add", "Pupil added"), now, |tx| tx.pupils().insert(&details, school))
}

pub(crate) fn save(session: &mut Session, ask: SavePupil) -> Outcome<Changed<()>> {
    let details = tidy(ask.details);
    let (now, today) = (session.now(), session.today());
    let vault = session.vault()?;
    let known = vault.read().pupils().get(ask.pupil)?;
    details.check_change(&known.details, today)?;
    let label = format!("Record of {} changed", known.case_code);
    vault.transact(Op::new("pupil_save", label), now, |tx| tx.pupils().update(ask.pupil, &details))
}

pub(crate) fn check_upn(_: &mut Session, ask: CheckUpn) -> Outcome<Option<String>> {
    Ok(upn::check(ask.upn.trim()).warning().map(str::to_owned))
}

/// A pupil's row, for screens that name a few.
pub(crate) fn row(pupil: &Pupil, today: NaiveDate) -> RegisterRow {
    let status = pupil.statuses.iter().find(|status| status.from <= today && status.to.is_none_or(|to| to > today));
    let details = &pupil.details;
    RegisterRow {
        id: pupil.id,
        case_code: pupil.case_code.clone(),
        surname: details.surname.clone(),
        forename: if details.preferred.is_empty() { details.forename.clone() } else { details.preferred.clone() },
        born: details.born,
        year: details.year_on(today),
        class: details.class.clone(),
        status: status.map(|status| status.code.clone()).unwrap_or_default(),
        since: status.map(|status| status.from),
        needs: pupil
            .needs
            .iter()
            .filter(|need| need.from <= today && need.to.is_none_or(|to| to > today))
            .map(|need| need.code.clone())
            .collect(),
        flags: details.flags,
        own_flags: details.own_flags.clone(),
        more: BTreeMap::new(),
    }
}

/// Pupils' names as the scan for names wants them.
pub(crate) fn known(names: Vec<Named>) -> Vec<Known> {
    names.into_iter().map(|Named { case_code, names }| Known { case_code, names }).collect()
}

/// What was typed, without stray space around it.
fn tidy(mut details: PupilDetails) -> PupilDetails {
    for text in [
        &mut details.surname,
        &mut details.forename,
        &mut details.preferred,
        &mut details.pronunciation,
        &mut details.upn,
        &mut details.admission,
        &mut details.class,
        &mut details.note,
    ] {
        if text.trim() != text {
            *text = text.trim().to_owned();
        }
    }
    // As the rules write it; what they do not know is refused when it is checked.
    details.year_override = details.year_override.map(|year| match RulePack::england().year(&year) {
        Some(known) => known.code.clone(),
        None => year.trim().to_owned(),
    });
    details.year_override.take_if(|year| year.is_empty());
    details
}
