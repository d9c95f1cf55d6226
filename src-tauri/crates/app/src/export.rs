//! Pupils of the list as a file for other programs. Names leave the daybook here, and only because somebody asked.

use crate::safety::{half_written, note_saved};
use crate::session::Session;
use crate::wire::{ExportRegister, FileSaved};
use daybook_domain::codes::RulePack;
use daybook_domain::pupil::Pupil;
use daybook_domain::text::count;
use daybook_domain::{Fault, Outcome};
use daybook_exchange::{FileKind, Sender, write_list};
use daybook_store::Whom;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn register(session: &mut Session, ask: ExportRegister) -> Outcome<FileSaved> {
    let (school, now) = (session.school()?, session.now());
    let read = session.vault()?.read();
    if ask.pupils.is_empty() {
        let said = "Nobody is in the list, so there is nothing to save. Choose somebody first.";
        return Err(Fault::new("export.nobody", said).at("pupils"));
    }
    let mut known: BTreeMap<_, Pupil> =
        read.pupils().for_matching(school)?.into_iter().map(|pupil| (pupil.id, pupil)).collect();
    let pupils: Vec<Pupil> = ask.pupils.iter().filter_map(|id| known.remove(id)).collect();
    if pupils.len() != ask.pupils.len() {
        let said = "Somebody in the list is no longer in the daybook. Nothing was saved; look at the list again.";
        return Err(Fault::new("export.gone", said).at("pupils"));
    }
    let name = read.schools().current()?.map(|school| school.details.name).unwrap_or_default();
    let flags = read.flags().list(school)?;
    let sender = Sender { rules: RulePack::england(), school: &name, flags: &flags, now };
    let bytes = write_list(ask.format, &pupils, sender)?;
    // It is full of names, so that it is for nobody's eyes but hers, until she gives it away.
    half_written::save(session, Path::new(&ask.path), &bytes, Whom::Owner).map_err(|_| {
        Fault::new(
            "file.unwritable",
            "The file could not be saved there. Choose another folder, or close the file if it is open; nothing was replaced.",
        )
        .at("path")
    })?;
    let what = match ask.format {
        FileKind::Csv | FileKind::Xlsx => "a list",
        FileKind::Ctf => "a transfer file",
    };
    let what = format!("{what} of {}, with names", count(pupils.len() as u64, "pupil", "pupils"));
    note_saved(session.vault()?, &what, now, || {
        Fault::new(
            "export.not_noted",
            "The file is saved where you chose, but the activity log could not note it. Save it once more to have it noted.",
        )
    })?;
    Ok(FileSaved { path: ask.path, bytes: bytes.len() as u64 })
}
