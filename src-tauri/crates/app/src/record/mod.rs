//! The rest of a child's record, one file per noun: flags of the school's own, plans, provision, profile, results,
//! documents, and the story told from all of it.

pub(crate) mod assessments;
pub(crate) mod documents;
pub(crate) mod flags;
pub(crate) mod plans;
pub(crate) mod profile;
pub(crate) mod provision_map;
pub(crate) mod provisions;
pub(crate) mod stories;
pub(crate) mod timeline;

use crate::session::Session;
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::ids::PupilId;
use daybook_store::{Op, Writer};

/// Writes to one child's record, under a label that names them by their case code. `{}` stands for it.
fn write<T>(
    session: &mut Session,
    pupil: PupilId,
    (kind, label): (&'static str, &str),
    work: impl FnOnce(&Writer<'_>) -> Outcome<T>,
) -> Outcome<Changed<T>> {
    let now = session.now();
    let vault = session.vault()?;
    let label = label.replace("{}", &vault.read().pupils().case_code(pupil)?);
    vault.transact(Op::new(kind, label), now, work)
}

/// Takes away stray space around short texts.
fn trim<const N: usize>(texts: [&mut String; N]) {
    for text in texts {
        if text.trim() != text {
            *text = text.trim().to_owned();
        }
    }
}
