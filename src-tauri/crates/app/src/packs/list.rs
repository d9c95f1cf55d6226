//! The list on paper: as it is shown, or what changed on it. By case code, unless names are asked for.

mod sheets;

use super::words::Words;
use super::{unset, version, write_and_note};
use crate::list::gather_changes;
use crate::session::Session;
use crate::wire::{PackOptions, PackSaved, PackView, PaperOf, PreviewPaper, SavePaper};
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::ids::FlagId;
use daybook_domain::log::Happening;
use daybook_domain::names::{FoundName, Masking, NameScan};
use daybook_pack::packs::{changes_sheet, register_list};
use daybook_pack::{Document, Imprint, set, to_svg};
use daybook_store::{Op, PackDetails};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A list ready to be set.
struct Prepared {
    document: Document,
    found: Vec<FoundName>,
    words: Words,
    names: bool,
    kind: &'static str,
    hash: String,
}

/// What hides the names in a free text, or lets them stand, and remembers what it saw.
struct Mask {
    scan: Arc<NameScan>,
    words: Words,
    names: bool,
    /// What flags of the school's own are called.
    flags: BTreeMap<FlagId, String>,
    seen: Vec<(String, Vec<String>)>,
}

impl Mask {
    /// A free text about a pupil as it may be printed.
    fn text(&mut self, text: &str, case_code: &str) -> String {
        if self.names || text.is_empty() {
            return text.to_owned();
        }
        let about = vec![case_code.to_owned()];
        let masked = self.scan.mask(text, &Masking { about: &about, keep: &self.words.keep, hide: &self.words.hide });
        self.seen.push((text.to_owned(), about));
        masked
    }

    fn found(&self) -> Vec<FoundName> {
        let Words { keep, hide } = &self.words;
        let texts = self.seen.iter().map(|(text, about)| (text.as_str(), Masking { about, keep, hide }));
        self.scan.summarise(texts)
    }
}

pub(crate) fn preview(session: &mut Session, ask: PreviewPaper) -> Outcome<PackView> {
    let today = session.today();
    let paper = prepare(session, ask.of, ask.names)?;
    let galley = set(&paper.document).map_err(unset)?;
    let mut notes = Vec::new();
    if paper.names {
        notes.push("This list holds names. It is confidential: print it only for whom it is meant.".to_owned());
    }
    if !galley.missing.is_empty() {
        let letters: String = galley.missing.iter().collect();
        notes.push(format!("The typeface lacks these characters, which are printed as [?]: {letters}"));
    }
    Ok(PackView {
        title: paper.document.title.clone(),
        file: format!("{} {today}.pdf", paper.document.title),
        pages: galley.pages.iter().map(to_svg).collect(),
        found: paper.found,
        keep: paper.words.keep,
        hide: paper.words.hide,
        notes,
        entries: Vec::new(),
        hash: paper.hash,
    })
}

pub(crate) fn save(session: &mut Session, ask: SavePaper) -> Outcome<Changed<PackSaved>> {
    let paper = prepare(session, ask.of, ask.names)?;
    let bytes = daybook_pack::to_pdf(&paper.document).map_err(unset)?;
    let changed = write_and_note(session, &ask.path, &bytes, |session| record(session, &paper))?;
    let saved = PackSaved { path: ask.path, bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX), hash: paper.hash };
    Ok(Changed { value: saved, changed: changed.changed, undo: changed.undo })
}

pub(crate) fn printed(session: &mut Session, ask: PreviewPaper) -> Outcome<Changed<()>> {
    let paper = prepare(session, ask.of, ask.names)?;
    record(session, &paper)
}

fn prepare(session: &mut Session, of: PaperOf, names: bool) -> Outcome<Prepared> {
    let (school, today) = (session.school()?, session.today());
    let scan = session.names()?;
    let read = session.vault()?.read();
    let details = read.schools().get(school)?.details;
    let words = Words::of(PackOptions::default(), &read)?;
    let flags = read.flags().list(school)?.into_iter().map(|flag| (flag.id, flag.details.name)).collect();
    let mut mask = Mask { scan, words, names, flags, seen: Vec::new() };
    let imprint = |said: &dyn std::fmt::Debug| {
        let hash = hex::encode(Sha256::digest(format!("{said:?}")));
        let provenance = version(&hash);
        (Imprint { school: details.name.clone(), prepared_on: today, provenance }, hash)
    };
    let (document, hash, kind) = match of {
        PaperOf::List { query } => {
            let list = read.register().list(school, &query, today)?;
            let sheet = sheets::list(&list, &query, &mut mask, today);
            let (imprint, hash) = imprint(&sheet);
            (register_list(&sheet, imprint), hash, "register_list")
        }
        PaperOf::Changes { since, scope } => {
            let changes = gather_changes(session, since, scope)?;
            let sheet = sheets::changes(&changes, scope, &mut mask);
            let (imprint, hash) = imprint(&sheet);
            (changes_sheet(&sheet, imprint), hash, "register_changes")
        }
    };
    let found = if names { Vec::new() } else { mask.found() };
    Ok(Prepared { document, found, words: mask.words, names, kind, hash })
}

fn record(session: &mut Session, paper: &Prepared) -> Outcome<Changed<()>> {
    let (school, now) = (session.school()?, session.now());
    let details = PackDetails {
        kind: paper.kind.to_owned(),
        monday: None,
        options: serde_json::json!({ "names": paper.names }),
        hash: paper.hash.clone(),
        at: now,
        entries: Vec::new(),
    };
    let vault = session.vault()?;
    let changed = vault.transact(Op::lasting("pack", "List printed or saved"), now, |tx| {
        tx.packs().record(school, &details).map(|_| ())
    })?;
    vault.note(&Happening::Pack { pack: paper.document.title.clone(), names: paper.names }, now)?;
    Ok(changed)
}
