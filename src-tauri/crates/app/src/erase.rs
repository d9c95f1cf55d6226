//! Erasing a child: what would go, which copies would still hold it, and doing it.
//!
//! Nothing is backed up before: a backup would keep the child. One is made after, and only then may older ones go.

use crate::pupil::known;
use crate::session::Session;
use crate::wire::{CopyRow, EraseChild, ErasePart, EraseView, ErasedView, OfPupil};
use chrono::NaiveDateTime;
use daybook_domain::changed::Changed;
use daybook_domain::log::{BackupReason, Happening};
use daybook_domain::names::{Masking, NameScan};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Holding, Vault};
use std::sync::Arc;

pub(crate) fn look(session: &mut Session, ask: OfPupil) -> Outcome<EraseView> {
    let now = session.now();
    let vault = session.vault()?;
    let belongings = vault.belongings(ask.pupil)?;
    let (copies, seen) = vault.copies(belongings.since, now)?;
    let read = vault.read();
    let case_code = read.pupils().case_code(ask.pupil)?;
    let parts = read.export().counts(&belongings)?.into_iter().filter_map(|(table, count)| {
        Some(ErasePart { what: part(&table)?.to_owned(), count: u32::try_from(count).unwrap_or(u32::MAX) })
    });
    Ok(EraseView {
        parts: parts.collect(),
        entries: u32::try_from(belongings.entries.len()).unwrap_or(u32::MAX),
        copies: copies.into_iter().map(row).collect(),
        second_unseen: !seen,
        notices: vec![
            "Nothing brings the child back afterwards, Undo neither. What was done before it can be undone no longer."
                .to_owned(),
            format!(
                "Entries keep their minutes and lose the child; where a text names the child, {case_code} stands instead. A \
                 name that another child has too stays where the entry was not linked with this one."
            ),
            "Files and packs that were saved or printed outside the daybook are not reached from here.".to_owned(),
        ],
        case_code,
    })
}

pub(crate) fn erase(session: &mut Session, ask: EraseChild) -> Outcome<Changed<ErasedView>> {
    let (school, now) = (session.school()?, session.now());
    let names = session.names()?;
    let vault = session.vault()?;
    let read = vault.read();
    let pupil = read.pupils().get(ask.pupil)?;
    if !ask.confirm.trim().eq_ignore_ascii_case(&pupil.case_code) {
        let said = "That is not the case code of this child. Nothing was erased; type the code as it stands above.";
        return Err(Fault::new("erase.confirm", said).at("confirm"));
    }
    let own: Vec<_> =
        read.pupils().names(school)?.into_iter().filter(|named| named.case_code == pupil.case_code).collect();
    let masker = Masker { all: names, own: NameScan::new(&known(own)), code: pupil.case_code, upn: pupil.details.upn };
    let since = vault.belongings(ask.pupil)?.since;
    let (copies, seen) = vault.copies(since, now)?;
    let changed = vault.erase(ask.pupil, now, &|text, linked| masker.mask(text, linked))?;
    // It is erased, whether or not the log takes its line.
    let _ = vault.note(&Happening::Erased, now);
    let after = after(vault, copies, &ask, now);
    let erased = changed.value;
    let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let value = ErasedView {
        rows: number(erased.rows),
        changes: number(erased.changes),
        files: number(erased.files),
        entries: number(erased.entries),
        texts: number(erased.texts),
        deleted: after.deleted,
        copies: after.left.into_iter().map(row).collect(),
        second_unseen: !seen,
        trouble: after.trouble,
    };
    Ok(Changed { value, changed: changed.changed, undo: None })
}

struct After {
    deleted: u32,
    left: Vec<Holding>,
    trouble: Option<String>,
}

/// A backup of what is left, and then away with the copies from before, if they are to go. Without a new one they stay:
/// no daybook is left without any backup.
fn after(vault: &mut Vault, copies: Vec<Holding>, ask: &EraseChild, now: NaiveDateTime) -> After {
    let before = copies.len();
    if let Err(fault) = vault.back_up(BackupReason::Erase, now) {
        let said = format!(
            "The child is erased. No backup could be made afterwards, so older ones were kept. {}",
            fault.message
        );
        return After { deleted: 0, left: copies, trouble: Some(said) };
    }
    if !ask.delete_copies {
        return After { deleted: 0, left: copies, trouble: None };
    }
    let left = match vault.delete_copies(copies.clone()) {
        Ok(left) => left,
        Err(_) => copies,
    };
    let deleted = u32::try_from(before - left.len()).unwrap_or(u32::MAX);
    let trouble = (!left.is_empty()).then(|| {
        "The child is erased. Some of the older copies could not be deleted; delete them by hand, or try when the drive can \
         be written to."
            .to_owned()
    });
    After { deleted, left, trouble }
}

/// Replaces one pupil's names.
struct Masker {
    all: Arc<NameScan>,
    own: NameScan,
    code: String,
    upn: String,
}

impl Masker {
    /// In what was linked with the pupil each of their names is meant for them; elsewhere only one that nobody else has.
    fn mask(&self, text: &str, linked: bool) -> Option<String> {
        let mut masked = if linked {
            let about = [self.code.clone()];
            self.own.mask(text, &Masking { about: &about, ..Masking::default() })
        } else {
            let hits = self.all.find(text);
            let mut masked = String::with_capacity(text.len());
            let mut done = 0;
            for hit in hits.iter().filter(|hit| hit.case_codes == [self.code.clone()]) {
                masked.push_str(&text[done..hit.start]);
                masked.push_str(&self.code);
                done = hit.end;
            }
            masked.push_str(&text[done..]);
            masked
        };
        if self.upn.len() > 5 && masked.contains(&self.upn) {
            masked = masked.replace(&self.upn, &self.code);
        }
        (masked != text).then_some(masked)
    }
}

fn row(Holding { path, made_at, second }: Holding) -> CopyRow {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    CopyRow { path: path.to_string_lossy().into_owned(), file, made_at, second }
}

/// What the rows of a table are called; none for those that belong to others of these.
fn part(table: &str) -> Option<&'static str> {
    Some(match table {
        "pupil" => "record",
        "status" => "spells of SEN provision",
        "need" => "needs",
        "support_plan" => "plans",
        "cycle" => "rounds of plans",
        "outcome" => "outcomes",
        "strategy" => "strategies",
        "provision" => "interventions had",
        "profile" => "one-page profile",
        "assessment" => "results",
        "document" => "documents",
        "block_pupil" => "blocks of plans that name the child",
        "entry_pupil" | "pupil_flag" => return None,
        _ => "other things that belong to the child",
    })
}
