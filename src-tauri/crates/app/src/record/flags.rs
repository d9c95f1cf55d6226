//! Flags of the school's own.

use super::trim;
use crate::session::Session;
use crate::wire::{Nothing, SaveFlag};
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::flags::Flag;
use daybook_domain::ids::FlagId;
use daybook_store::Op;

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<Vec<Flag>> {
    let school = session.school()?;
    session.vault()?.read().flags().list(school)
}

pub(crate) fn save(session: &mut Session, mut ask: SaveFlag) -> Outcome<Changed<FlagId>> {
    trim([&mut ask.details.name]);
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    let others = vault.read().flags().list(school)?;
    let others = others.iter().filter(|flag| Some(flag.id) != ask.flag);
    ask.details.check(others.map(|flag| flag.details.name.as_str()))?;
    let label = if ask.flag.is_some() { "Flag changed" } else { "Flag added" };
    vault.transact(Op::new("flag_save", label), now, |tx| match ask.flag {
        Some(id) => tx.flags().update(id, &ask.details).map(|()| id),
        None => tx.flags().insert(school, &ask.details),
    })
}
