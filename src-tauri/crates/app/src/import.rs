//! Import of a school's export: look first, then all that was accepted or nothing.

use crate::safety::backups::before;
use crate::session::Session;
use crate::wire::{CommitImport, ImportDone, ImportView, PreviewImport};
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::SchoolId;
use daybook_domain::log::{BackupReason, Happening};
use daybook_domain::pupil::Pupil;
use daybook_domain::{Fault, Outcome};
use daybook_exchange::{Mapping, Preview, Ranked, Step, Table, guess, in_row, plan, preview as compare, read};
use daybook_store::{Op, Writer};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Where the mapping a person corrected is kept for the next file.
const MAPPING: &str = "import.mapping";

/// One more byte than the largest list that is read, so that a larger one is told apart without reading it whole.
const MOST_BYTES: u64 = 20 * 1024 * 1024 + 1;

pub(crate) fn preview(session: &mut Session, ask: PreviewImport) -> Outcome<ImportView> {
    let today = session.today();
    let (table, fingerprint) = open(&ask.path)?;
    let (existing, remembered) = known(session)?;
    let mapping = match ask.mapping {
        Some(mapping) => mapping,
        None => guess(&table, remembered.as_ref()),
    };
    let rules = RulePack::england();
    let preview = compare(&table, &mapping, &existing, rules, today)?;
    let would = done(&preview, &plan(&table, &mapping, &existing, rules, today, &ask.choices)?);
    Ok(ImportView { preview, would, fingerprint, file: file_name(&ask.path) })
}

pub(crate) fn commit(session: &mut Session, ask: CommitImport) -> Outcome<Changed<ImportDone>> {
    let (today, now, school) = (session.today(), session.now(), session.school()?);
    let (table, fingerprint) = open(&ask.path)?;
    if fingerprint != ask.fingerprint {
        return Err(Fault::new(
            "import.file_changed",
            "The file has changed since you looked at it. Nothing was imported; look at it again first.",
        ));
    }
    let (existing, _) = known(session)?;
    let rules = RulePack::england();
    let steps = plan(&table, &ask.mapping, &existing, rules, today, &ask.choices)?;
    let done = done(&compare(&table, &ask.mapping, &existing, rules, today)?, &steps);
    if !steps.is_empty() {
        before(session, BackupReason::Import)?;
    }
    let op = Op::new("import", "List of pupils imported");
    let vault = session.vault()?;
    let changed = vault.transact(op, now, |tx| {
        steps.iter().try_for_each(|step| {
            carry_out(tx, school, step, rules).map_err(|fault| in_row(table.source, step.row(), fault))
        })?;
        if !steps.is_empty() {
            tx.settings().set(MAPPING, &ask.mapping)?;
        }
        Ok(done)
    })?;
    if !changed.changed.is_empty() {
        let ImportDone { added, updated, .. } = changed.value;
        vault.note(&Happening::Imported { added, updated }, now)?;
    }
    Ok(changed)
}

fn carry_out(tx: &Writer<'_>, school: SchoolId, step: &Step, rules: &RulePack) -> Outcome<()> {
    let (id, status, needs) = match step {
        Step::Add { details, status, needs, .. } => (tx.pupils().insert(details, school)?, status, needs),
        Step::Update { id, details, status, needs, .. } => {
            tx.pupils().update(*id, details)?;
            (*id, status, needs)
        }
    };
    match status {
        Some(opening) if rules.is_none(&opening.code) => tx.pupils().end_status(id, opening.from)?,
        Some(opening) => tx.pupils().open_status(id, &opening.code, opening.from, "").map(|_| ())?,
        None => {}
    }
    match needs {
        Some(Ranked { codes, from }) => {
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            tx.pupils().set_needs(id, &codes, *from)
        }
        None => Ok(()),
    }
}

/// What carrying out these steps does to the rows of a list.
fn done(preview: &Preview, steps: &[Step]) -> ImportDone {
    let (added, updated) = steps.iter().fold((0, 0), |(added, updated), step| match step {
        Step::Add { .. } => (added + 1, updated),
        Step::Update { .. } => (added, updated + 1),
    });
    let same = preview.counts.same;
    ImportDone { added, updated, same, left_out: preview.counts.rows.saturating_sub(added + updated + same) }
}

fn known(session: &mut Session) -> Outcome<(Vec<Pupil>, Option<Mapping>)> {
    let school = session.school()?;
    let read = session.vault()?.read();
    Ok((read.pupils().for_matching(school)?, read.settings().get(MAPPING)?))
}

fn open(path: &str) -> Outcome<(Table, String)> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes)).map_err(|_| {
        Fault::new(
            "import.unreadable",
            "That file could not be opened. Nothing was imported; check that it is there and not open elsewhere.",
        )
        .at("path")
    })?;
    let fingerprint = hex::encode(Sha256::digest(&bytes));
    Ok((read(&file_name(path), &bytes)?, fingerprint))
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
