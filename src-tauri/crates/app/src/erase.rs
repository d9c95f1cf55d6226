//! Erasing a child: what would go, which copies would still hold it, and doing it.
//!
//! Nothing is backed up before: a backup would keep the child. One is made after, and only then may older ones go.

mod copies;

pub(crate) use copies::{delete as delete_copies, list as copies_left};

use crate::pupil::known;
use crate::session::Session;
use crate::wire::{CopyRow, EraseChild, ErasePart, EraseText, EraseView, ErasedView, OfPupil};
use chrono::NaiveDateTime;
use daybook_domain::changed::Changed;
use daybook_domain::ids::PupilId;
use daybook_domain::log::{BackupReason, Happening};
use daybook_domain::names::{Masking, NameScan};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Holding, Masked, Speaks, Vault};
use std::ops::Range;
use std::sync::Arc;

pub(crate) fn look(session: &mut Session, ask: OfPupil) -> Outcome<EraseView> {
    let masker = Masker::of(session, ask.pupil)?;
    let vault = session.vault()?;
    let belongings = vault.belongings(ask.pupil)?;
    let named = vault.named_in(&belongings, &|text, speaks| masker.mask(text, speaks))?;
    let (copies, seen) = vault.copies(belongings.since.min(named.since.or(belongings.since)))?;
    let read = vault.read();
    let case_code = masker.code.clone();
    let parts = read.export().counts(&belongings)?.into_iter().filter_map(|(table, count)| {
        Some(ErasePart { what: part(&table)?.to_owned(), count: u32::try_from(count).unwrap_or(u32::MAX) })
    });
    Ok(EraseView {
        parts: parts.collect(),
        entries: u32::try_from(belongings.entries.len()).unwrap_or(u32::MAX),
        texts: named.texts.into_iter().map(text).collect(),
        copies: copies.into_iter().map(row).collect(),
        second_unseen: !seen,
        notices: vec![
            format!("Your time stays: entries keep their minutes. Where a text names the child, {case_code} stands instead."),
            "In texts that were not linked with the child, a name stays that another child has too, that is an everyday word, \
             or that follows a title such as Mrs. Look for those yourself."
                .to_owned(),
            "Files and packs that were saved or printed outside the daybook stay. Delete those yourself.".to_owned(),
        ],
        case_code,
    })
}

pub(crate) fn erase(session: &mut Session, ask: EraseChild) -> Outcome<Changed<ErasedView>> {
    let now = session.now();
    let masker = Masker::of(session, ask.pupil)?;
    let vault = session.vault()?;
    if !ask.confirm.trim().eq_ignore_ascii_case(&masker.code) {
        let said = "That is not the case code of this child. Nothing was erased; type the code as it stands above.";
        return Err(Fault::new("erase.confirm", said).at("confirm"));
    }
    let belongings = vault.belongings(ask.pupil)?;
    let named = vault.named_in(&belongings, &|text, speaks| masker.mask(text, speaks))?;
    let (copies, seen) = vault.copies(belongings.since.min(named.since.or(belongings.since)))?;
    let left_as_is = |text: &str, speaks| speaks != Speaks::OfThePupil && ask.kept.iter().any(|kept| kept == text);
    let mask = |text: &str, speaks| if left_as_is(text, speaks) { None } else { masker.mask(text, speaks) };
    let changed = vault.erase(ask.pupil, now, &mask)?;
    // It is erased, whether or not the log takes its line.
    let _ = vault.note(&Happening::Erased, now);
    let after = after(vault, copies, &ask, now);
    if !after.left.is_empty() || !seen {
        // It is erased, whether or not what is left to do can be written down.
        let _ = copies::remember(vault, belongings.since.min(named.since.or(belongings.since)), now);
    }
    let erased = changed.value;
    let untidied = (!erased.tidied).then(|| {
        "The child is erased. There was no room to clear away the freed parts of the file, which are overwritten and \
         encrypted; make some room, and the next erasing clears them away."
            .to_owned()
    });
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
        trouble: after.trouble.or(untidied),
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
    fn of(session: &mut Session, pupil: PupilId) -> Outcome<Self> {
        let (school, all) = (session.school()?, session.everybodys_names()?);
        let read = session.vault()?.read();
        let pupil = read.pupils().get(pupil)?;
        let mut own = read.pupils().names(school)?;
        own.retain(|named| named.case_code == pupil.case_code);
        Ok(Self { all, own: NameScan::new(&known(own)), code: pupil.case_code, upn: pupil.details.upn })
    }

    /// In what was linked with the pupil each of their names is meant for them; elsewhere only what surely means nobody else.
    fn mask(&self, text: &str, speaks: Speaks) -> Option<String> {
        let mut masked = match speaks {
            Speaks::OfThePupil => {
                let about = [self.code.clone()];
                self.own.mask(text, &Masking { about: &about, ..Masking::default() })
            }
            Speaks::OfOthers => self.replace(text, self.all.surely(text, &self.code, false)),
            Speaks::OfGrownUps => self.replace(text, self.all.surely(text, &self.code, true)),
        };
        if self.upn.len() > 5 && masked.contains(&self.upn) {
            masked = masked.replace(&self.upn, &self.code);
        }
        (masked != text).then_some(masked)
    }

    fn replace(&self, text: &str, places: Vec<Range<usize>>) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut done = 0;
        for place in places {
            replaced.push_str(&text[done..place.start]);
            replaced.push_str(&self.code);
            done = place.end;
        }
        replaced.push_str(&text[done..]);
        replaced
    }
}

fn row(Holding { path, made_at, second }: Holding) -> CopyRow {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    CopyRow { path: path.to_string_lossy().into_owned(), file, made_at, second }
}

/// A text that names the child, with where it stands in words.
fn text(Masked { table, before, after }: Masked) -> EraseText {
    let what = match table.as_str() {
        "entry" => "What happened",
        "block" | "block_outcome" => "The plan of a week",
        "pack" | "setting" | "saved_view" => "Settings",
        "cycle" | "support_plan" | "outcome" | "strategy" => "The plan of another child",
        "provision" => "The provision of another child",
        "profile" => "The profile of another child",
        "assessment" => "A result of another child",
        "document" => "A document of another child",
        "pupil" | "status" => "The record of another child",
        _ => "A list of the school",
    };
    EraseText { what: what.to_owned(), before, after }
}

/// What the rows of a table are called; none for those that belong to others of these.
fn part(table: &str) -> Option<&'static str> {
    Some(match table {
        "pupil" => "name and details",
        "status" => "SEN provision over time",
        "need" => "needs",
        "support_plan" => "plans",
        "cycle" => "rounds of plans",
        "outcome" => "outcomes",
        "strategy" => "strategies",
        "provision" => "interventions",
        "profile" => "one-page profile",
        "assessment" => "results",
        "document" => "documents",
        "block_pupil" => "places in the plans of your weeks",
        "task" => "tasks for this child",
        "task_template" => "tasks for this child that come again",
        "entry_pupil" | "pupil_flag" | "task_block" | "task_entry" => return None,
        _ => "other things that belong to the child",
    })
}
