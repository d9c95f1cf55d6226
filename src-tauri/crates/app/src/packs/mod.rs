//! Packs: what the week says, without names, on paper.
//!
//! Private entries are left out before anything is summed, and every free text is scanned for names before it is set.

mod before;
mod list;
mod mask;
mod words;

use crate::safety::half_written;
use crate::session::Session;
use crate::week;
use crate::wire::{PackKind, PackOptions, PackSaved, PackView, PreviewPack, SavePack};
pub(crate) use before::{called, list};
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::ids::EntryId;
use daybook_domain::log::Happening;
use daybook_domain::names::FoundName;
use daybook_domain::story::{Private, WeekStory};
use daybook_domain::{Fault, Outcome};
use daybook_pack::packs::{Signers, week_as_it_happened, week_plan};
use daybook_pack::{Document, Imprint, set, to_svg};
use daybook_store::{Op, PackDetails, Whom};
pub(crate) use list::{preview as paper_preview, printed as paper_printed, save as paper_save};
use sha2::{Digest, Sha256};
use std::path::Path;
pub(crate) use words::Words;

/// A pack ready to be set.
struct Prepared {
    document: Document,
    monday: NaiveDate,
    found: Vec<FoundName>,
    words: Words,
    notes: Vec<String>,
    entries: Vec<EntryId>,
    hash: String,
}

pub(crate) fn preview(session: &mut Session, ask: PreviewPack) -> Outcome<PackView> {
    let pack = prepare(session, ask.kind, ask.date, ask.options)?;
    let galley = set(&pack.document).map_err(unset)?;
    let mut notes = pack.notes;
    if !galley.missing.is_empty() {
        let letters: String = galley.missing.iter().collect();
        notes.push(format!("The typeface lacks these characters, which are printed as [?]: {letters}"));
    }
    Ok(PackView {
        title: pack.document.title.clone(),
        file: format!("{} {}.pdf", pack.document.title, pack.monday),
        pages: galley.pages.iter().map(to_svg).collect(),
        found: pack.found,
        keep: pack.words.keep,
        hide: pack.words.hide,
        notes,
        entries: pack.entries,
        hash: pack.hash,
    })
}

pub(crate) fn save(session: &mut Session, ask: SavePack) -> Outcome<Changed<PackSaved>> {
    let pack = prepare(session, ask.kind, ask.date, ask.options)?;
    let bytes = daybook_pack::to_pdf(&pack.document).map_err(unset)?;
    let changed = write_and_note(session, &ask.path, &bytes, |session| record(session, ask.kind, &pack))?;
    let saved = PackSaved { path: ask.path, bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX), hash: pack.hash };
    Ok(Changed { value: saved, changed: changed.changed, undo: changed.undo })
}

/// Writes the file, then notes that it was: should that fail, the file lies there all the same, and the fault says so.
fn write_and_note<T>(
    session: &mut Session,
    path: &str,
    bytes: &[u8],
    note: impl FnOnce(&mut Session) -> Outcome<T>,
) -> Outcome<T> {
    half_written::save(session, Path::new(path), bytes, Whom::Others).map_err(|_| {
        Fault::new(
            "pack.unwritable",
            "The pack could not be saved there. Choose another folder, or close the file if it is open; nothing was replaced.",
        )
        .at("path")
    })?;
    note(session).map_err(|_| {
        Fault::new(
            "pack.not_noted",
            "The pack is saved where you chose, but the daybook could not note it among those printed or saved before. \
             Save it once more to have it noted.",
        )
    })
}

pub(crate) fn printed(session: &mut Session, ask: PreviewPack) -> Outcome<Changed<()>> {
    let pack = prepare(session, ask.kind, ask.date, ask.options)?;
    record(session, ask.kind, &pack)
}

fn prepare(session: &mut Session, kind: PackKind, date: NaiveDate, options: PackOptions) -> Outcome<Prepared> {
    let today = session.today();
    let school = session.school()?;
    let story = week::story(session, date, Private::LeftOut)?;
    let scan = session.everybodys_names()?;
    let read = session.vault()?.read();
    let details = read.schools().get(school)?.details;
    let words = Words::of(options, &read)?;
    let (story, found) = mask::hide_names(story, &scan, &words);
    let hash = fingerprint(kind, &story)?;
    let provenance = version(&hash);
    let signers = Signers { senco: details.senco, head: details.head };
    let imprint = Imprint { school: details.name, prepared_on: today, provenance };
    let document = match kind {
        PackKind::WeekPlan => week_plan(&story, imprint, &signers),
        PackKind::WeekAsItHappened => week_as_it_happened(&story, imprint, &signers),
    };
    let entries = match kind {
        PackKind::WeekPlan => Vec::new(),
        PackKind::WeekAsItHappened => story.totals.happened.entries.clone(),
    };
    Ok(Prepared { monday: story.week.monday, notes: notes(kind, &story), document, found, words, entries, hash })
}

/// Sentences to read before printing.
fn notes(kind: PackKind, story: &WeekStory) -> Vec<String> {
    let mut notes = Vec::new();
    match kind {
        PackKind::WeekPlan if story.totals.planned.blocks.is_empty() => {
            notes.push("There is no plan for this week yet.".to_owned());
        }
        PackKind::WeekPlan if story.week.frozen_at.is_none() => {
            notes.push("The plan is not frozen yet: it may still change after you print it.".to_owned());
        }
        PackKind::WeekAsItHappened if story.week.closed_at.is_none() => {
            notes.push("The week is not closed yet: the figures may still change.".to_owned());
        }
        PackKind::WeekPlan | PackKind::WeekAsItHappened => {}
    }
    notes
}

fn fingerprint(kind: PackKind, story: &WeekStory) -> Outcome<String> {
    let said = serde_json::to_vec(&(kind, story))
        .map_err(|_| Fault::new("pack.unset", "The pack could not be written down. Nothing was saved."))?;
    Ok(hex::encode(Sha256::digest(said)))
}

/// What stands at the foot of every page: copies of one version say the same.
fn version(hash: &str) -> String {
    format!("Version {} {}", &hash[..4], &hash[4..8])
}

fn record(session: &mut Session, kind: PackKind, pack: &Prepared) -> Outcome<Changed<()>> {
    let (school, now) = (session.school()?, session.now());
    let details = PackDetails {
        kind: name_of(kind).to_owned(),
        monday: Some(pack.monday),
        options: serde_json::json!({ "keep": pack.words.keep, "hide": pack.words.hide }),
        hash: pack.hash.clone(),
        at: now,
        entries: pack.entries.clone(),
    };
    let vault = session.vault()?;
    let changed = vault.transact(Op::lasting("pack", "Pack printed or saved"), now, |tx| {
        pack.words.remember(tx)?;
        tx.packs().record(school, &details).map(|_| ())
    })?;
    // Every pack there is hides names.
    vault.note(&Happening::Pack { pack: title_of(kind).to_owned(), names: false }, now)?;
    Ok(changed)
}

fn title_of(kind: PackKind) -> &'static str {
    match kind {
        PackKind::WeekPlan => "Week plan",
        PackKind::WeekAsItHappened => "Week as it happened",
    }
}

fn name_of(kind: PackKind) -> &'static str {
    match kind {
        PackKind::WeekPlan => "week_plan",
        PackKind::WeekAsItHappened => "week_as_it_happened",
    }
}

fn kind_of(name: &str) -> Option<PackKind> {
    [PackKind::WeekPlan, PackKind::WeekAsItHappened].into_iter().find(|kind| name_of(*kind) == name)
}

fn unset(_: daybook_pack::PackError) -> Fault {
    Fault::new("pack.unset", "The pack could not be set in type. Nothing was saved; your entries are untouched.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_that_is_saved_and_not_noted_is_never_said_to_be_neither() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pack.pdf");
        let mut session = crate::safety::half_written::tests::session(folder.path());
        let refused =
            |_: &mut Session| Err::<(), _>(Fault::new("store.full", "The disk is full. Nothing was changed."));
        let fault = write_and_note(&mut session, &path.to_string_lossy(), b"%PDF", refused).unwrap_err();
        assert_eq!(std::fs::read(&path).unwrap(), b"%PDF");
        assert_eq!(fault.code, "pack.not_noted");
        assert!(!fault.message.contains("Nothing was changed"), "{}", fault.message);
    }
}
