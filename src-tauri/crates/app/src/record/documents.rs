//! Documents: linked, kept here, and read back to a place the person chose.

use super::{trim, write};
use crate::safety::{half_written, note_saved};
use crate::session::Session;
use crate::wire::{
    DocumentsView, FileSaved, KeepDocument, LinkDocument, OfDocument, OfPupil, SaveDocument, SaveDocumentAs,
};
use daybook_domain::changed::Changed;
use daybook_domain::documents::{MOST_BYTES, MOST_FILES, check_file, check_link};
use daybook_domain::ids::DocumentId;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Belonging, Whom};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

pub(crate) fn list(session: &mut Session, ask: OfPupil) -> Outcome<DocumentsView> {
    let read = session.vault()?.read();
    Ok(DocumentsView {
        documents: read.documents().of_pupil(ask.pupil)?,
        most_bytes: MOST_BYTES,
        most_files: MOST_FILES,
        kept: read.documents().kept(ask.pupil)?,
    })
}

pub(crate) fn link(session: &mut Session, mut ask: LinkDocument) -> Outcome<Changed<DocumentId>> {
    trim([&mut ask.details.name, &mut ask.details.note, &mut ask.link]);
    ask.details.check(session.today())?;
    check_link(&ask.link)?;
    write(session, ask.pupil, ("document_link", "Document of {} added"), |tx| {
        tx.documents().link(ask.pupil, &ask.details, &ask.link)
    })
}

pub(crate) fn keep(session: &mut Session, mut ask: KeepDocument) -> Outcome<Changed<DocumentId>> {
    trim([&mut ask.details.name, &mut ask.details.note]);
    let path = Path::new(&ask.path);
    if ask.details.name.is_empty() {
        ask.details.name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    }
    ask.details.check(session.today())?;
    let kept = session.vault()?.read().documents().kept(ask.pupil)?;
    let body = read_file(path, kept)?;
    write(session, ask.pupil, ("document_keep", "Document of {} added"), |tx| {
        tx.documents().keep(ask.pupil, &ask.details, &body)
    })
}

pub(crate) fn save(session: &mut Session, mut ask: SaveDocument) -> Outcome<Changed<()>> {
    trim([&mut ask.details.name, &mut ask.details.note]);
    ask.details.check(session.today())?;
    let pupil = session.vault()?.read().documents().get(ask.document)?.pupil;
    write(session, pupil, ("document_save", "Document of {} changed"), |tx| {
        tx.documents().update(ask.document, &ask.details)
    })
}

pub(crate) fn save_as(session: &mut Session, ask: SaveDocumentAs) -> Outcome<FileSaved> {
    let now = session.now();
    let read = session.vault()?.read();
    read.schools().check_in_sight(Belonging::Document(ask.document))?;
    let body = read.documents().body(ask.document)?;
    half_written::save(session, Path::new(&ask.path), &body, Whom::Others).map_err(|_| {
        Fault::new(
            "file.unwritable",
            "The file could not be saved there. Choose another folder, or close the file if it is open; nothing was replaced.",
        )
        .at("path")
    })?;
    note_saved(session.vault()?, "a document of a child", now, || {
        Fault::new(
            "log.not_noted",
            "The file is saved where you chose, but the activity log could not note that it was. Save it once more to have it noted.",
        )
    })?;
    Ok(FileSaved { path: ask.path, bytes: body.len() as u64 })
}

pub(crate) fn remove(session: &mut Session, ask: OfDocument) -> Outcome<Changed<()>> {
    let pupil = session.vault()?.read().documents().get(ask.document)?.pupil;
    write(session, pupil, ("document_remove", "Document of {} removed"), |tx| tx.documents().remove(ask.document))
}

/// The bytes of a file that is small enough; one that is not is not read.
fn read_file(path: &Path, kept: u32) -> Outcome<Vec<u8>> {
    let unreadable = |_| {
        Fault::new(
            "document.unreadable",
            "That file could not be opened. Nothing was kept; check that it is there and not open elsewhere.",
        )
        .at("path")
    };
    let file = File::open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(unreadable(std::io::ErrorKind::InvalidInput.into()));
    }
    check_file(metadata.len(), kept)?;
    let mut body = Vec::new();
    // It may grow while it is read.
    file.take(MOST_BYTES + 1).read_to_end(&mut body).map_err(unreadable)?;
    check_file(body.len() as u64, kept)?;
    Ok(body)
}
