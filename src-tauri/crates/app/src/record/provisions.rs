//! What is put on for children: dose, cost and what it changed.

use super::{trim, write};
use crate::session::Session;
use crate::wire::{
    AddProvision, EndProvision, Nothing, OfProvision, OfPupil, ProvisionView, SaveIntervention, SaveProvision,
};
use chrono::NaiveDate;
use daybook_domain::calendar::{AcademicYear, Calendar};
use daybook_domain::changed::Changed;
use daybook_domain::ids::{ProvisionId, PupilId, SchoolId};
use daybook_domain::provision::{Intervention, Provision, ProvisionDetails};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Op, Reader};

pub(crate) fn interventions(session: &mut Session, _: Nothing) -> Outcome<Vec<Intervention>> {
    let school = session.school()?;
    session.vault()?.read().interventions().list(school)
}

pub(crate) fn save_intervention(session: &mut Session, mut ask: SaveIntervention) -> Outcome<Changed<()>> {
    trim([&mut ask.details.name]);
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    let others = vault.read().interventions().list(school)?;
    let others = others.iter().filter(|each| each.id != ask.intervention);
    ask.details.check(others.map(|each| each.details.name.as_str()))?;
    let op = Op::new("intervention_save", "Intervention changed");
    vault.transact(op, now, |tx| tx.interventions().update(ask.intervention, &ask.details))
}

pub(crate) fn list(session: &mut Session, ask: OfPupil) -> Outcome<Vec<ProvisionView>> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let provisions = read.provisions().of_pupil(ask.pupil)?;
    let left = read.pupils().last_days(&[ask.pupil].into())?.remove(&ask.pupil);
    let calendar = calendar_of(&read, school, &provisions, today)?;
    Ok(provisions.into_iter().map(|provision| view(provision, left, &calendar, today)).collect())
}

pub(crate) fn add(session: &mut Session, mut ask: AddProvision) -> Outcome<Changed<ProvisionId>> {
    tidy(&mut ask.details);
    let (school, today) = (session.school()?, session.today());
    ask.details.check(today)?;
    check_plan(session, ask.pupil, &ask.details)?;
    write(session, ask.pupil, ("provision_add", "Provision for {} begun"), |tx| {
        tx.provisions().insert(school, ask.pupil, &ask.details)
    })
}

pub(crate) fn save(session: &mut Session, mut ask: SaveProvision) -> Outcome<Changed<()>> {
    tidy(&mut ask.details);
    let (school, today) = (session.school()?, session.today());
    ask.details.check(today)?;
    let pupil = session.vault()?.read().provisions().get(ask.provision)?.pupil;
    check_plan(session, pupil, &ask.details)?;
    write(session, pupil, ("provision_save", "Provision for {} changed"), |tx| {
        tx.provisions().update(school, ask.provision, &ask.details)
    })
}

pub(crate) fn end(session: &mut Session, ask: EndProvision) -> Outcome<Changed<()>> {
    let (school, today) = (session.school()?, session.today());
    let kept = session.vault()?.read().provisions().get(ask.provision)?;
    let [exit, impact] = [ask.exit, ask.impact].map(|text| text.trim().to_owned());
    let details = ProvisionDetails { to: Some(ask.on), exit, impact, ..kept.details };
    details.check(today).map_err(|fault| match fault.field.as_deref() {
        Some("to") => fault.at("on"),
        Some(_) | None => fault,
    })?;
    write(session, kept.pupil, ("provision_end", "Provision for {} ended"), |tx| {
        tx.provisions().update(school, ask.provision, &details)
    })
}

pub(crate) fn remove(session: &mut Session, ask: OfProvision) -> Outcome<Changed<()>> {
    let pupil = session.vault()?.read().provisions().get(ask.provision)?.pupil;
    write(session, pupil, ("provision_remove", "Provision removed from the record of {}"), |tx| {
        tx.provisions().remove(ask.provision)
    })
}

/// The school's dates over all the years that these ran in until today.
pub(super) fn calendar_of(
    read: &Reader<'_>,
    school: SchoolId,
    provisions: &[Provision],
    today: NaiveDate,
) -> Outcome<Calendar> {
    let first = provisions.iter().map(|provision| provision.details.from).min().unwrap_or(today);
    let mut calendar = Calendar::default();
    for year in AcademicYear::of(first).0..=AcademicYear::of(today).0 {
        calendar = calendar.followed_by(read.calendar().get(school, AcademicYear(year))?);
    }
    Ok(calendar)
}

fn view(provision: Provision, left: Option<NaiveDate>, calendar: &Calendar, today: NaiveDate) -> ProvisionView {
    let details = provision.details.while_on_roll(left);
    let counted = details.weeks_to_date(calendar, today);
    ProvisionView {
        running: details.running(counted.weeks, today),
        weeks_to_date: counted.weeks,
        dates_known: counted.dates_known,
        dose: details.dose(),
        cost: details.cost(counted.weeks),
        provision,
    }
}

/// Refuses provision that belongs to a plan of another child.
fn check_plan(session: &mut Session, pupil: PupilId, details: &ProvisionDetails) -> Outcome<()> {
    let Some(plan) = details.plan else { return Ok(()) };
    match session.vault()?.read().plans().get(plan)?.pupil {
        whose if whose == pupil => Ok(()),
        _ => Err(Fault::new(
            "provision.plan",
            "That plan belongs to another child. Nothing was changed; choose one of this child's plans.",
        )
        .at("plan")),
    }
}

fn tidy(details: &mut ProvisionDetails) {
    trim([&mut details.intervention, &mut details.staff, &mut details.group_name, &mut details.measure]);
    trim([&mut details.entry, &mut details.exit, &mut details.impact]);
}
