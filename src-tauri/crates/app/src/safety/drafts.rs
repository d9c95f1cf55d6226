//! Drafts: what was typed into a form and not saved, so that locking loses nothing.

use crate::session::Session;
use crate::wire::{KeepDraft, KeptDrafts, Nothing};
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::Reader;

/// The longest name of a draft, in characters.
const MOST_OF_A_KEY: usize = 200;

/// The longest draft, in bytes of JSON: many times what the longest form holds.
const MOST_OF_A_DRAFT: usize = 256 * 1024;

/// How many drafts are kept at once.
const MOST_DRAFTS: usize = 100;

pub(crate) fn keep(session: &mut Session, mut ask: KeepDraft) -> Outcome<()> {
    at_most(&ask.key, MOST_OF_A_KEY, "key")?;
    let now = session.now();
    let vault = session.vault()?;
    ask.key.insert_str(0, &place(&vault.read())?);
    if let Some(value) = &ask.value {
        let drafts = vault.read().drafts().all()?;
        let crowded = drafts.len() >= MOST_DRAFTS && !drafts.contains_key(&ask.key);
        if crowded || value.to_string().len() > MOST_OF_A_DRAFT {
            return Err(Fault::new(
                "draft.too_much",
                "That is more than can be kept for later. It stands where you typed it; save it before the daybook locks.",
            ));
        }
    }
    vault.keep_draft(&ask.key, ask.value.as_ref(), now)
}

pub(crate) fn all(session: &mut Session, _: Nothing) -> Outcome<KeptDrafts> {
    let read = session.vault()?.read();
    let place = place(&read)?;
    let of_here = |(key, value): (String, _)| match place.as_str() {
        "" => (!key.starts_with('@')).then_some((key, value)),
        place => key.strip_prefix(place).map(|key| (key.to_owned(), value)),
    };
    Ok(KeptDrafts(read.drafts().all()?.into_iter().filter_map(of_here).collect()))
}

/// What the names of a school's drafts begin with, so that no other school's forms take them up: nothing for the first.
fn place(read: &Reader<'_>) -> Outcome<String> {
    let schools = read.schools();
    let first = schools.list()?.first().map(|school| school.id);
    let other = schools.current()?.map(|school| school.id).filter(|school| Some(*school) != first);
    Ok(other.map(|school| format!("@{} ", school.0)).unwrap_or_default())
}
