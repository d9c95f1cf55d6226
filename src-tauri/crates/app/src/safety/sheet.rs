//! The sheet with the recovery key: to be printed, signed and locked away.
//!
//! The key is kept nowhere, so whoever asks for the sheet brings it, and it is tried before it is printed: a sheet that
//! opens nothing would be found out on the worst of days.

use super::{half_written, note_saved};
use crate::session::Session;
use crate::wire::{FileSaved, RecoveryGroups, RecoverySheetView, SaveRecoverySheet, Secret};
use chrono::NaiveDateTime;
use daybook_domain::{Fault, Outcome};
use daybook_pack::packs::{RecoverySheet, recovery_sheet};
use daybook_pack::{Document, Imprint, set, to_pdf, to_svg};
use daybook_store::{RecoveryKey, Whom};
use std::path::Path;
use zeroize::Zeroizing;

pub(crate) fn preview(session: &mut Session, ask: RecoveryGroups) -> Outcome<RecoverySheetView> {
    let (document, made_at) = prepare(session, &ask.groups)?;
    let galley = set(&document).map_err(unset)?;
    Ok(RecoverySheetView {
        file: format!("{} {}.pdf", document.title, made_at.date()),
        title: document.title,
        pages: galley.pages.iter().map(to_svg).collect(),
    })
}

pub(crate) fn save(session: &mut Session, ask: SaveRecoverySheet) -> Outcome<FileSaved> {
    let (document, _) = prepare(session, &ask.groups)?;
    let bytes = Zeroizing::new(to_pdf(&document).map_err(unset)?);
    // Unlike a pack it is for nobody else's eyes, in a shared folder neither.
    half_written::save(session, Path::new(&ask.path), &bytes, Whom::Owner).map_err(|_| {
        Fault::new(
            "sheet.unwritable",
            "The sheet could not be saved there. Choose another folder, or close the file if it is open; nothing was replaced.",
        )
        .at("path")
    })?;
    let now = session.now();
    note_saved(session.vault()?, "recovery sheet", now, || {
        Fault::new(
            "sheet.not_noted",
            "The sheet is saved where you chose, but the activity log could not note it. Save it once more to have it noted.",
        )
    })?;
    Ok(FileSaved { path: ask.path, bytes: bytes.len() as u64 })
}

/// The sheet, and when its key was made.
fn prepare(session: &mut Session, groups: &[Secret]) -> Outcome<(Document, NaiveDateTime)> {
    let now = session.now();
    let vault = session.vault()?;
    let typed: Vec<&str> = groups.iter().map(|group| &**group).collect();
    let key = RecoveryKey::read(&Zeroizing::new(typed.join("-"))).ok_or_else(|| {
        Fault::new(
            "sheet.no_key",
            "Those groups are no recovery key, so no sheet was made. Make a new key and save its sheet at once.",
        )
    })?;
    // Every recovery key has its date; only passphrases of early versions have none.
    let made_at = vault.check_recovery_key(&key)?.unwrap_or(now);
    let daybook = vault.folder().file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let school = vault.read().schools().current()?.map(|school| school.details);
    let (school, head) = school.map(|school| (school.name, school.head)).unwrap_or_default();
    let sheet = RecoverySheet {
        daybook: daybook.clone(),
        made_at,
        groups: key.groups().iter().map(|group| group.to_string()).collect(),
        head,
    };
    // The sheet is offered before the school has been typed.
    let school = if school.is_empty() { daybook } else { school };
    Ok((recovery_sheet(&sheet, Imprint { school, prepared_on: now.date(), provenance: String::new() }), made_at))
}

fn unset(_: daybook_pack::PackError) -> Fault {
    Fault::new(
        "sheet.unset",
        "The sheet could not be set in type. Nothing was saved; the key opens the daybook all the same.",
    )
}
