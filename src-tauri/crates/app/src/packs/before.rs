//! What was printed or saved before, and what of it can be looked at again.

use super::{kind_of, title_of};
use crate::session::Session;
use crate::wire::{Nothing, PackRow, PaperOf};
use daybook_domain::Outcome;
use daybook_domain::ids::PupilId;
use daybook_domain::text::long_date;
use daybook_store::{Pack, Reader};
use serde_json::Value;

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<Vec<PackRow>> {
    let school = session.school()?;
    let read = session.vault()?.read();
    Ok(read.packs().list(school)?.into_iter().map(|pack| row(&read, pack)).collect())
}

fn row(read: &Reader<'_>, Pack { id, details }: Pack) -> PackRow {
    let kind = kind_of(&details.kind);
    let of = details.options.get("of").and_then(|of| serde_json::from_value::<PaperOf>(of.clone()).ok());
    // What was of a child who is here no longer cannot be looked at again.
    let child = of.as_ref().and_then(|of| whose(read, of)).map(|pupil| read.pupils().case_code(pupil).ok());
    let gone = matches!(child, Some(None)) || matches!((&of, child.as_ref()), (Some(PaperOf::Plan { .. }), None));
    let title = match (&of, child.flatten()) {
        (Some(PaperOf::Changes { since, .. }), _) => format!("What changed since {}", long_date(*since)),
        (_, Some(code)) => format!("{}, {code}", called(&details.kind)),
        _ => called(&details.kind).to_owned(),
    };
    let again = of.filter(|of| !gone && !matches!(of, PaperOf::ChildFile { .. }));
    let names = details.options.get("names").and_then(Value::as_bool).unwrap_or_default();
    PackRow { id, title, kind, monday: details.monday, of: again, names, at: details.at, hash: details.hash }
}

/// Whose paper it is; none where it is nobody's own.
fn whose(read: &Reader<'_>, of: &PaperOf) -> Option<PupilId> {
    match of {
        PaperOf::Plan { plan } => read.plans().get(*plan).ok().map(|plan| plan.pupil),
        PaperOf::Profile { pupil } | PaperOf::ChildFile { pupil } => Some(*pupil),
        PaperOf::List { .. } | PaperOf::Changes { .. } | PaperOf::ProvisionMap { .. } => None,
    }
}

/// What a paper is called, by the name it is kept under.
pub(crate) fn called(kind: &str) -> &'static str {
    if let Some(pack) = kind_of(kind) {
        return title_of(pack);
    }
    match kind {
        "register_list" => "Register list",
        "register_changes" => "What changed",
        "support_plan" => "Plan",
        "profile" => "One-page profile",
        "provision_map" => "Provision map",
        "child_file" => "Whole file",
        _ => "Something printed",
    }
}
