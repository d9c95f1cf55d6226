//! One-page profiles.

use super::write;
use crate::session::Session;
use crate::wire::{OfPupil, SaveProfile};
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::profile::Profile;

pub(crate) fn get(session: &mut Session, ask: OfPupil) -> Outcome<Profile> {
    Ok(session.vault()?.read().profiles().get(ask.pupil)?.unwrap_or_default())
}

pub(crate) fn save(session: &mut Session, ask: SaveProfile) -> Outcome<Changed<()>> {
    let today = session.today();
    let before = session.vault()?.read().profiles().get(ask.pupil)?.unwrap_or_default();
    ask.profile.check_change(&before, today)?;
    write(session, ask.pupil, ("profile_save", "Profile of {} changed"), |tx| {
        tx.profiles().set(ask.pupil, &ask.profile)
    })
}
