//! What is left to do after an erasing: copies of the daybook that still hold what was erased, and deleting them later.
//!
//! It is remembered by the time they were made in, and never by whom: who was erased is nowhere.

use super::row;
use crate::session::Session;
use crate::wire::{ErasedCopiesView, Nothing};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_store::{Holding, Op, Vault};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const KEY: &str = "erase.copies";

/// An erasing whose copies are not all gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Unfinished {
    /// Copies made from then on may hold the child; none: all may.
    since: Option<NaiveDateTime>,
    /// Copies made from then on do not.
    at: NaiveDateTime,
}

/// Keeps in mind that copies from before this moment are still there, or may be in the second place.
pub(super) fn remember(vault: &mut Vault, since: Option<NaiveDateTime>, at: NaiveDateTime) -> Outcome<()> {
    let mut all = unfinished(vault)?;
    all.push(Unfinished { since, at });
    set(vault, &all, at).map(|_| ())
}

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<ErasedCopiesView> {
    let vault = session.vault()?;
    let (copies, seen) = holding(vault, &unfinished(vault)?)?;
    Ok(view(copies, 0, !seen))
}

pub(crate) fn delete(session: &mut Session, _: Nothing) -> Outcome<Changed<ErasedCopiesView>> {
    let now = session.now();
    let vault = session.vault()?;
    let all = unfinished(vault)?;
    let (copies, seen) = holding(vault, &all)?;
    let before = copies.len();
    let left = vault.delete_copies(copies)?;
    let value = view(left, before, !seen);
    if !value.copies.is_empty() || !seen || all.is_empty() {
        return Ok(Changed { value, changed: Vec::new(), undo: None });
    }
    let changed = set(vault, &[], now)?;
    Ok(Changed { value, changed: changed.changed, undo: None })
}

fn unfinished(vault: &Vault) -> Outcome<Vec<Unfinished>> {
    Ok(vault.read().settings().get(KEY)?.unwrap_or_default())
}

fn set(vault: &mut Vault, all: &[Unfinished], now: NaiveDateTime) -> Outcome<Changed<()>> {
    let op = Op::lasting("erase_copies", "Copies left by an erasing noted");
    vault.transact(op, now, |tx| tx.settings().set(KEY, &all))
}

/// The copies that are there and hold what was erased, newest first, and whether the second place could be looked into.
fn holding(vault: &Vault, all: &[Unfinished]) -> Outcome<(Vec<Holding>, bool)> {
    let mut copies = BTreeMap::new();
    let mut seen = true;
    for one in all {
        let (found, looked) = vault.copies(one.since)?;
        seen &= looked;
        copies.extend(found.into_iter().filter(|copy| copy.made_at < one.at).map(|copy| (copy.path.clone(), copy)));
    }
    let mut copies: Vec<Holding> = copies.into_values().collect();
    copies.sort_by_key(|copy| std::cmp::Reverse(copy.made_at));
    Ok((copies, seen))
}

fn view(left: Vec<Holding>, before: usize, second_unseen: bool) -> ErasedCopiesView {
    let deleted = u32::try_from(before.saturating_sub(left.len())).unwrap_or(u32::MAX);
    ErasedCopiesView { copies: left.into_iter().map(row).collect(), deleted, second_unseen }
}
