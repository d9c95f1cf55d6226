//! Two copies of one daybook that both went on: recognised when one is opened, and compared.
//!
//! Preferences keep, for each daybook opened on this computer, the mark of the newest opening that was seen. A file that
//! does not hold that mark is a copy from before it.

use crate::session::{Session, State};
use crate::wire::{OpenVault, Parted, PartedLine, PartingView};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::text::at_most;
use daybook_store::{Done, Opening, Vault};
use std::path::Path;

/// Longer than any path a dialog gives, in characters.
const MOST_OF_A_PATH: usize = 1000;

/// Looks whether the open daybook is a copy that parted from the one seen here last, and remembers what is seen now.
///
/// What cannot be told or kept stops nobody from opening a daybook.
pub(crate) fn look(session: &mut Session) -> Option<Parted> {
    let State::Open(vault) = &session.state else { return None };
    let openings = vault.read().partings().openings().ok()?;
    let (first, newest) = (openings.first()?.mark.clone(), openings.last()?.clone());
    let seen = session.prefs.seen.get(&first).cloned();
    let parted = seen.as_ref().filter(|(mark, _)| !openings.iter().any(|opening| opening.mark == *mark));
    let parted = parted.map(|(_, at)| Parted { since: *at });
    // The copy that was opened is what is seen from here on: once it was said, going back is a choice.
    session.prefs.seen.insert(first, (newest.mark, newest.at));
    let _ = session.prefs.write(&session.config.config_dir);
    parted
}

/// Compares the open daybook with another copy of it.
pub(crate) fn compare(session: &mut Session, ask: OpenVault) -> Outcome<PartingView> {
    at_most(&ask.folder, MOST_OF_A_PATH, "folder")?;
    let sitting = session.sitting();
    let here = session.vault()?;
    let other = Vault::open_read_only(Path::new(&ask.folder), &ask.passphrase, &sitting)?;
    let (ours, theirs) = (here.read().partings(), other.read().partings());
    let (left, right) = (ours.openings()?, theirs.openings()?);
    let Some(last) = shared(&left, &right) else {
        return Ok(PartingView { same: false, parted_at: None, here: Vec::new(), there: Vec::new() });
    };
    let op = op_at_parting(&left, &right, last);
    let lines = |done: Vec<Done>| done.into_iter().map(line).collect::<Vec<_>>();
    let (here, there) = (lines(ours.done_since(op)?), lines(theirs.done_since(op)?));
    Ok(PartingView { same: true, parted_at: Some(parted_at(&left, &right, last)), here, there })
}

fn line(Done { at, who, label }: Done) -> PartedLine {
    PartedLine { at, who, sentence: label }
}

/// The place of the last opening that both hold; they share all before it.
fn shared(left: &[Opening], right: &[Opening]) -> Option<usize> {
    left.iter().zip(right).take_while(|(a, b)| a.mark == b.mark).count().checked_sub(1)
}

/// What both did after the last opening they share they did together until one of them was opened apart.
fn op_at_parting(left: &[Opening], right: &[Opening], last: usize) -> i64 {
    let next = |openings: &[Opening]| openings.get(last + 1).map(|opening| opening.last_op);
    match (next(left), next(right)) {
        (Some(a), Some(b)) => a.min(b),
        (Some(op), None) | (None, Some(op)) => op,
        (None, None) => i64::MAX,
    }
}

fn parted_at(left: &[Opening], right: &[Opening], last: usize) -> NaiveDateTime {
    let next = |openings: &[Opening]| openings.get(last + 1).map(|opening| opening.at);
    let either = [next(left), next(right)].into_iter().flatten().min();
    either.or_else(|| left.get(last).map(|opening| opening.at)).unwrap_or_default()
}
