//! What keeps a daybook safe, and what is told of it.

pub(crate) mod backups;
pub(crate) mod check;
mod described;
pub(crate) mod drafts;
pub(crate) mod half_written;
pub(crate) mod keys;
pub(crate) mod leave;
pub(crate) mod log;
pub(crate) mod parting;
pub(crate) mod place;
pub(crate) mod sheet;

use chrono::NaiveDateTime;
use daybook_domain::log::Happening;
use daybook_domain::{Fault, Outcome};
use daybook_store::Vault;

/// Notes that something was saved outside the daybook. What is open only to be read has no log to write in.
///
/// The file is there by now: where the log takes no line, the fault is the caller's own, which says so.
pub(crate) fn note_saved(
    vault: &mut Vault,
    what: &str,
    at: NaiveDateTime,
    unnoted: impl FnOnce() -> Fault,
) -> Outcome<()> {
    if vault.is_read_only() {
        return Ok(());
    }
    vault.note(&Happening::Exported { what: what.to_owned() }, at).map_err(|_| unnoted())
}
