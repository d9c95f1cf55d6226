//! The register on paper: the list as it is shown, what changed on it, the provision map, a child's plan and profile. By case
//! code, unless names are asked for; on one child's own paper, names hide everybody else all the same.

mod map;
mod record;
mod sheets;

use super::words::Words;
use super::{unset, version, write_and_note};
use crate::list::gather_changes;
use crate::record::provision_map::get as provision_map_of;
use crate::session::Session;
use crate::wire::{DrawProvisionMap, PackOptions, PackSaved, PackView, PaperOf, PreviewPaper, SavePaper};
use daybook_domain::changed::Changed;
use daybook_domain::ids::FlagId;
use daybook_domain::log::Happening;
use daybook_domain::names::{FoundName, Masking, NameScan};
use daybook_domain::support::PlanKindChoice;
use daybook_domain::{Fault, Outcome};
use daybook_pack::packs::{changes_sheet, profile, provision_map, register_list, support_plan};
use daybook_pack::{Document, Imprint, set, to_svg};
use daybook_store::{Belonging, Op, PackDetails};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A list ready to be set.
struct Prepared {
    document: Document,
    found: Vec<FoundName>,
    words: Words,
    names: bool,
    of: PaperOf,
    child: Option<String>,
    kind: &'static str,
    hash: String,
}

/// What hides the names in a free text, or lets them stand, and remembers what it saw.
struct Mask {
    scan: Arc<NameScan>,
    words: Words,
    names: bool,
    /// The one child whose own paper it is: their name stands on it where names are asked for, and nobody else's.
    child: Option<String>,
    /// What flags of the school's own are called.
    flags: BTreeMap<FlagId, String>,
    /// What kinds of plan are called, by key.
    kinds: BTreeMap<String, String>,
    seen: Vec<(String, Vec<String>)>,
}

impl Mask {
    /// A free text about a pupil as it may be printed.
    fn text(&mut self, text: &str, case_code: &str) -> String {
        if text.is_empty() || (self.names && self.child.is_none()) {
            return text.to_owned();
        }
        let about = vec![case_code.to_owned()];
        let Words { keep, hide } = &self.words;
        let spare = self.child.as_deref().filter(|_| self.names);
        let masked = self.scan.mask(text, &Masking { about: &about, keep, hide, spare });
        self.seen.push((text.to_owned(), about));
        masked
    }

    fn found(&self) -> Vec<FoundName> {
        let Words { keep, hide } = &self.words;
        let spare = self.child.as_deref().filter(|_| self.names);
        let texts = self.seen.iter().map(|(text, about)| (text.as_str(), Masking { about, keep, hide, spare }));
        self.scan.summarise(texts)
    }
}

pub(crate) fn preview(session: &mut Session, ask: PreviewPaper) -> Outcome<PackView> {
    let today = session.today();
    let paper = prepare(session, ask.of, ask.names, ask.options)?;
    let galley = set(&paper.document).map_err(unset)?;
    let mut notes = Vec::new();
    if paper.names {
        let said = match paper.child {
            Some(_) => "It holds the child’s name. It is confidential: print it only for whom it is meant.",
            None => "This list holds names. It is confidential: print it only for whom it is meant.",
        };
        notes.push(said.to_owned());
    }
    if matches!(paper.of, PaperOf::Profile { .. }) && galley.pages.len() > 1 {
        notes.push("It takes more than one page. Shorten the longest part: one page is what is read.".to_owned());
    }
    if !galley.missing.is_empty() {
        let letters: String = galley.missing.iter().collect();
        notes.push(format!("The typeface lacks these characters, which are printed as [?]: {letters}"));
    }
    Ok(PackView {
        title: paper.document.title.clone(),
        file: match &paper.child {
            Some(code) => format!("{} {code} {today}.pdf", paper.document.title),
            None => format!("{} {today}.pdf", paper.document.title),
        },
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
    let paper = prepare(session, ask.of, ask.names, ask.options)?;
    let bytes = daybook_pack::to_pdf(&paper.document).map_err(unset)?;
    let changed = write_and_note(session, &ask.path, &bytes, |session| record(session, &paper))?;
    let saved = PackSaved { path: ask.path, bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX), hash: paper.hash };
    Ok(Changed { value: saved, changed: changed.changed, undo: changed.undo })
}

pub(crate) fn printed(session: &mut Session, ask: PreviewPaper) -> Outcome<Changed<()>> {
    let paper = prepare(session, ask.of, ask.names, ask.options)?;
    record(session, &paper)
}

fn prepare(session: &mut Session, of: PaperOf, names: bool, options: PackOptions) -> Outcome<Prepared> {
    let (school, today) = (session.school()?, session.today());
    let scan = session.everybodys_names()?;
    let read = session.vault()?.read();
    for belonging in named(&of) {
        read.schools().check_in_sight(belonging)?;
    }
    let details = read.schools().get(school)?.details;
    let words = Words::of(options, &read)?;
    let flags = read.flags().list(school)?.into_iter().map(|flag| (flag.id, flag.details.name)).collect();
    let kinds = PlanKindChoice::all(&read.plan_kinds().list(school)?, today);
    let kinds = kinds.into_iter().map(|kind| (kind.key, kind.label)).collect();
    let mut mask = Mask { scan, words, names, child: None, flags, kinds, seen: Vec::new() };
    let imprint = |said: &dyn std::fmt::Debug| {
        let hash = hex::encode(Sha256::digest(format!("{said:?}")));
        let provenance = version(&hash);
        (Imprint { school: details.name.clone(), prepared_on: today, provenance }, hash)
    };
    let (document, hash, kind) = match &of {
        PaperOf::List { query, pupils } => {
            let list = read.register().list(school, query, today)?;
            let list = if pupils.is_empty() { list } else { list.only(&pupils.iter().copied().collect()) };
            let sheet = sheets::list(&list, query, &mut mask, today);
            let (imprint, hash) = imprint(&sheet);
            (register_list(&sheet, imprint), hash, "register_list")
        }
        PaperOf::Changes { since, scope } => {
            let changes = gather_changes(session, *since, *scope)?;
            let sheet = sheets::changes(&changes, *scope, &mut mask);
            let (imprint, hash) = imprint(&sheet);
            (changes_sheet(&sheet, imprint), hash, "register_changes")
        }
        PaperOf::Plan { plan } => {
            let plan = read.plans().get(*plan)?;
            let pupil = read.pupils().get(plan.pupil)?;
            mask.child = Some(pupil.case_code.clone());
            let mut provisions = read.provisions().of_pupil(pupil.id)?;
            provisions.retain(|provision| provision.details.to.is_none_or(|to| today < to));
            let kind = mask.kinds.get(&plan.kind).cloned().unwrap_or_else(|| "Plan".to_owned());
            let sheet = record::plan((&plan, kind.as_str()), &pupil, &provisions, &details, &mut mask, today);
            let (imprint, hash) = imprint(&sheet);
            (support_plan(&sheet, imprint), hash, "support_plan")
        }
        PaperOf::Profile { pupil } => {
            let pupil = read.pupils().get(*pupil)?;
            mask.child = Some(pupil.case_code.clone());
            let said = read.profiles().get(pupil.id)?.unwrap_or_default();
            let sheet = record::profile(&said, &pupil, &mut mask, today);
            let (imprint, hash) = imprint(&sheet);
            (profile(&sheet, imprint), hash, "profile")
        }
        PaperOf::ProvisionMap { by, ended } => {
            let view = provision_map_of(session, DrawProvisionMap { by: *by, ended: *ended })?;
            let sheet = map::map(&view, *ended, &mut mask, today);
            let (imprint, hash) = imprint(&sheet);
            (provision_map(&sheet, imprint), hash, "provision_map")
        }
        PaperOf::ChildFile { .. } => {
            let said = "A child’s whole file is saved from the record, into a folder of its own. Nothing was printed.";
            return Err(Fault::new("paper.child_file", said).at("of"));
        }
    };
    // What is printed by name hides nobody, unless it is one child's own.
    let found = if names && mask.child.is_none() { Vec::new() } else { mask.found() };
    Ok(Prepared { document, found, words: mask.words, names, of, child: mask.child, kind, hash })
}

/// What of one school a paper names.
fn named(of: &PaperOf) -> Vec<Belonging> {
    match of {
        PaperOf::List { pupils, .. } => pupils.iter().copied().map(Belonging::Pupil).collect(),
        PaperOf::Plan { plan } => vec![Belonging::Plan(*plan)],
        PaperOf::Profile { pupil } | PaperOf::ChildFile { pupil } => vec![Belonging::Pupil(*pupil)],
        PaperOf::Changes { .. } | PaperOf::ProvisionMap { .. } => Vec::new(),
    }
}

fn record(session: &mut Session, paper: &Prepared) -> Outcome<Changed<()>> {
    let again = match &paper.of {
        // Words that were searched for may be a name, and stay nowhere.
        PaperOf::List { query, .. } if !query.search.trim().is_empty() => None,
        of => Some(of),
    };
    let (school, now) = (session.school()?, session.now());
    let details = PackDetails {
        kind: paper.kind.to_owned(),
        monday: None,
        options: serde_json::json!({ "names": paper.names, "of": again }),
        hash: paper.hash.clone(),
        at: now,
        entries: Vec::new(),
    };
    let vault = session.vault()?;
    let changed = vault.transact(Op::lasting("pack", "Pack printed or saved"), now, |tx| {
        paper.words.remember(tx)?;
        tx.packs().record(school, &details).map(|_| ())
    })?;
    vault.note(&Happening::Pack { pack: paper.document.title.clone(), names: paper.names }, now)?;
    Ok(changed)
}
