//! A child's story in the order of its days.

use super::plans;
use crate::session::Session;
use crate::wire::{Nothing, OfPupil};
use daybook_domain::Outcome;
use daybook_domain::timeline::{Record, TimelineEvent, tell};

pub(crate) fn get(session: &mut Session, ask: OfPupil) -> Outcome<Vec<TimelineEvent>> {
    let kinds = plans::kinds(session, Nothing {})?;
    let read = session.vault()?.read();
    Ok(tell(&Record {
        pupil: &read.pupils().get(ask.pupil)?,
        plans: &read.plans().of_pupil(ask.pupil)?,
        kinds: &kinds,
        provisions: &read.provisions().of_pupil(ask.pupil)?,
        assessments: &read.assessments().of_pupil(ask.pupil)?,
        documents: &read.documents().of_pupil(ask.pupil)?,
        profile: read.profiles().get(ask.pupil)?.as_ref(),
    }))
}
