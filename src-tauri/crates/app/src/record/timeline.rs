//! A child's story in the order of its days.

use super::{plans, stories};
use crate::session::Session;
use crate::wire::{Nothing, OfPupil};
use daybook_domain::Outcome;
use daybook_domain::timeline::{TimelineEvent, tell};

pub(crate) fn get(session: &mut Session, ask: OfPupil) -> Outcome<Vec<TimelineEvent>> {
    let kinds = plans::kinds(session, Nothing {})?;
    let read = session.vault()?.read();
    let pupil = read.pupils().get(ask.pupil)?;
    let story = stories::of(&read, &[ask.pupil].into())?.remove(&ask.pupil).unwrap_or_default();
    let story = story.with_entries(&read, ask.pupil)?;
    Ok(tell(&story.record(&pupil, &kinds)))
}
