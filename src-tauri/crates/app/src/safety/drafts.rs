//! Drafts: what was typed into a form and not saved, so that locking loses nothing.

use crate::session::Session;
use crate::wire::{KeepDraft, KeptDrafts, Nothing};
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};

/// The longest name of a draft, in characters.
const MOST_OF_A_KEY: usize = 200;

/// The longest draft, in bytes of JSON: many times what the longest form holds.
const MOST_OF_A_DRAFT: usize = 256 * 1024;

/// How many drafts are kept at once.
const MOST_DRAFTS: usize = 100;

pub(crate) fn keep(session: &mut Session, ask: KeepDraft) -> Outcome<()> {
    at_most(&ask.key, MOST_OF_A_KEY, "key")?;
    let now = session.now();
    let vault = session.vault()?;
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
    session.vault()?.read().drafts().all().map(KeptDrafts)
}
