//! Import of a school's export: look first, then all that was accepted or nothing.

use crate::safety::backups::before;
use crate::session::Session;
use crate::wire::{CommitImport, ImportDone, ImportView, PreviewImport};
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::flags::{Flag, FlagDetails, same_name};
use daybook_domain::ids::{FlagId, PupilId, SchoolId};
use daybook_domain::log::{BackupReason, Happening};
use daybook_domain::progress::Doing;
use daybook_domain::pupil::{Pupil, PupilDetails};
use daybook_domain::{Fault, Outcome};
use daybook_exchange::{Known, Mapping, Preview, Ranked, Step, Table, guess, in_row, plan, preview as compare, read};
use daybook_store::{Op, Writer};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Where the mapping a person corrected is kept for the next file.
const MAPPING: &str = "import.mapping";

/// One more byte than the largest list that is read, so that a larger one is told apart without reading it whole.
const MOST_BYTES: u64 = 20 * 1024 * 1024 + 1;

/// What pasted cells are called.
const PASTED: &str = "Pasted cells";

/// Steps carried out between two looks at whether to go on.
const PORTION: usize = 20;

pub(crate) fn preview(session: &mut Session, ask: PreviewImport) -> Outcome<ImportView> {
    let (today, watch) = (session.today(), session.config.onlooker.clone());
    watch.begin();
    watch.tell(Doing::Reading, 0, 0)?;
    let (table, fingerprint) = open(&ask.path, ask.text.as_deref())?;
    watch.tell(Doing::Comparing, 0, 0)?;
    let (existing, flags, remembered) = known(session)?;
    let existing = Known { pupils: &existing, flags: &flags };
    let mapping = match ask.mapping {
        Some(mapping) => mapping,
        None => guess(&table, remembered.as_ref()),
    };
    let rules = RulePack::england();
    let preview = compare(&table, &mapping, existing, rules, today, ask.choices.as_at)?;
    let would = done(&preview, &plan(&table, &mapping, existing, rules, today, &ask.choices)?, 0);
    watch.tell(Doing::Comparing, 0, 0)?;
    let file = if ask.text.is_some() { PASTED.to_owned() } else { file_name(&ask.path) };
    Ok(ImportView { preview, would, fingerprint, file })
}

pub(crate) fn commit(session: &mut Session, ask: CommitImport) -> Outcome<Changed<ImportDone>> {
    let (today, now, school) = (session.today(), session.now(), session.school()?);
    let watch = session.config.onlooker.clone();
    watch.begin();
    watch.tell(Doing::Reading, 0, 0)?;
    let (table, fingerprint) = open(&ask.path, ask.text.as_deref())?;
    watch.tell(Doing::Comparing, 0, 0)?;
    if fingerprint != ask.fingerprint {
        return Err(Fault::new(
            "import.file_changed",
            "The file has changed since you looked at it. Nothing was imported; look at it again first.",
        ));
    }
    let (pupils, flags, remembered) = known(session)?;
    let existing = Known { pupils: &pupils, flags: &flags };
    let rules = RulePack::england();
    let steps = plan(&table, &ask.mapping, existing, rules, today, &ask.choices)?;
    let preview = compare(&table, &ask.mapping, existing, rules, today, ask.choices.as_at)?;
    let leavers = leavers(&ask, &preview, &pupils, today)?;
    let done = done(&preview, &steps, leavers.len());
    let nothing = steps.is_empty() && leavers.is_empty();
    if !nothing {
        before(session, BackupReason::Import)?;
    }
    let op = Op::new("import", "List of pupils imported");
    let vault = session.vault()?;
    let changed = vault.transact(op, now, |tx| {
        for (at, step) in steps.iter().enumerate() {
            if at % PORTION == 0 {
                // Who stops it here stops all of it: nothing is kept of what is not finished.
                watch.tell(Doing::Importing, at as u64, steps.len() as u64)?;
            }
            carry_out(tx, school, step, rules).map_err(|fault| in_row(table.source, step.row(), fault))?;
        }
        leavers.iter().try_for_each(|(id, details)| tx.pupils().update(*id, details))?;
        if !nothing {
            tx.settings().set(MAPPING, &ask.mapping.with_earlier(remembered.as_ref()))?;
        }
        Ok(done)
    })?;
    if !changed.changed.is_empty() {
        let ImportDone { added, updated, left, .. } = changed.value;
        // They are in, whether or not the log takes its line.
        let _ = vault.note(&Happening::Imported { added, updated: updated + left }, now);
    }
    Ok(changed)
}

/// Who is missing from the list and is to be marked as left, as their records will stand.
fn leavers(
    ask: &CommitImport,
    preview: &Preview,
    existing: &[Pupil],
    today: NaiveDate,
) -> Outcome<Vec<(PupilId, PupilDetails)>> {
    let Some(leaving) = &ask.leaving else { return Ok(Vec::new()) };
    let one = |(at, id): (usize, &PupilId)| {
        let known = preview.missing.iter().any(|missing| missing.id == *id);
        let Some(pupil) = existing.iter().find(|pupil| known && pupil.id == *id) else {
            let said = "Somebody who was to be marked as left is in the list after all. Nothing was imported; look at it again.";
            return Err(Fault::new("import.not_missing", said).at(format!("leaving.pupils.{at}")));
        };
        let details = PupilDetails { on_roll_to: Some(leaving.last_day), ..pupil.details.clone() };
        details.check_change(&pupil.details, today).map_err(|fault| {
            let message = format!("{}: {}", pupil.case_code, fault.message);
            Fault { message, ..fault }.at("leaving.last_day")
        })?;
        Ok((*id, details))
    };
    leaving.pupils.iter().enumerate().map(one).collect()
}

fn carry_out(tx: &Writer<'_>, school: SchoolId, step: &Step, rules: &RulePack) -> Outcome<()> {
    let (id, status, needs, own_flags) = match step {
        Step::Add { details, status, needs, spells, need_spells, own_flags, .. } => {
            let id = tx.pupils().insert(details, school)?;
            for spell in spells {
                tx.pupils().add_spell(id, &spell.code, (spell.from, spell.to), &spell.reason)?;
            }
            for need in need_spells {
                tx.pupils().add_need(id, (&need.code, need.rank), (need.from, need.to))?;
            }
            (id, status, needs, own_flags)
        }
        Step::Update { id, details, status, needs, own_flags, .. } => {
            tx.pupils().update(*id, details)?;
            (*id, status, needs, own_flags)
        }
    };
    if let Some(names) = own_flags {
        tx.pupils().set_own_flags(id, &flags_of(tx, school, names)?)?;
    }
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

/// The flags of these names; one that the school does not have yet is made.
fn flags_of(tx: &Writer<'_>, school: SchoolId, names: &[String]) -> Outcome<Vec<FlagId>> {
    let known = tx.flags().list(school)?;
    let flag = |name: &String| match known.iter().find(|flag| same_name(&flag.details.name, name)) {
        Some(flag) => Ok(flag.id),
        None => tx.flags().insert(school, &FlagDetails { name: name.clone(), retired: false }),
    };
    names.iter().map(flag).collect()
}

/// What carrying out these steps does to the rows of a list.
fn done(preview: &Preview, steps: &[Step], left: usize) -> ImportDone {
    let (added, updated) = steps.iter().fold((0, 0), |(added, updated), step| match step {
        Step::Add { .. } => (added + 1, updated),
        Step::Update { .. } => (added, updated + 1),
    });
    let same = preview.counts.same;
    let left = u32::try_from(left).unwrap_or(u32::MAX);
    ImportDone { added, updated, same, left_out: preview.counts.rows.saturating_sub(added + updated + same), left }
}

fn known(session: &mut Session) -> Outcome<(Vec<Pupil>, Vec<Flag>, Option<Mapping>)> {
    let school = session.school()?;
    let read = session.vault()?.read();
    Ok((read.pupils().for_matching(school)?, read.flags().list(school)?, read.settings().get(MAPPING)?))
}

/// The table of a file, or of pasted cells, with the fingerprint of what it was read from.
fn open(path: &str, text: Option<&str>) -> Outcome<(Table, String)> {
    if let Some(text) = text {
        return Ok((read(PASTED, text.as_bytes())?, hex::encode(Sha256::digest(text.as_bytes()))));
    }
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

#[cfg(test)]
mod tests;
