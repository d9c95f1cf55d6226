//! The provision map of the whole school.

use super::provisions::calendar_of;
use crate::session::Session;
use crate::wire::{DrawProvisionMap, ProvisionMapView};
use daybook_domain::Outcome;
use daybook_domain::calendar::AcademicYear;
use daybook_domain::ids::PupilId;
use daybook_domain::provision::{Provision, Running};
use daybook_domain::provision_map::{Mapped, draw};
use daybook_store::fold;
use std::collections::BTreeMap;

pub(crate) fn get(session: &mut Session, ask: DrawProvisionMap) -> Outcome<ProvisionMapView> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let year = AcademicYear::of(today);
    let (first, last) =
        if ask.ended { (year.first().unwrap_or(today), year.last().unwrap_or(today)) } else { (today, today) };
    let mut provisions = read.provisions().between(school, first, last)?;
    let named = |provisions: &[Provision]| provisions.iter().map(|provision| provision.pupil).collect();
    let left = read.pupils().last_days(&named(&provisions))?;
    for provision in &mut provisions {
        provision.details = provision.details.while_on_roll(left.get(&provision.pupil).copied());
    }
    let calendar = calendar_of(&read, school, &provisions, today)?;
    if !ask.ended {
        provisions.retain(|provision| {
            let weeks = provision.details.weeks_to_date(&calendar, today).weeks;
            provision.details.running(weeks, today) == Running::Now
        });
    }
    let pupils = read.register().rows_of(&named(&provisions), today)?;
    let children: BTreeMap<PupilId, Mapped> = pupils
        .iter()
        .map(|row| {
            let sort = format!("{}\n{}", fold(&row.surname), fold(&row.forename));
            (row.id, Mapped { sort, class: row.class.clone() })
        })
        .collect();
    Ok(ProvisionMapView { map: draw(&provisions, &children, &calendar, ask.by, today), pupils })
}
