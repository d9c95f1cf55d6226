//! What is done with the list as a whole: saved views, one change to many, what changed since, year's end.

mod bulk;
mod changes;
mod views;
mod year_end;

pub(crate) use bulk::{preview as bulk_preview, set as bulk_set};
pub(crate) use changes::{gather as gather_changes, since as changes_since};
pub(crate) use views::{choose as choose_view, list as views, remove as remove_view, save as save_view};
pub(crate) use year_end::{commit as year_end_commit, preview as year_end_preview};

use daybook_domain::pupil::PupilDetails;

/// The forename a pupil goes by.
fn forename(details: &PupilDetails) -> String {
    if details.preferred.is_empty() { details.forename.clone() } else { details.preferred.clone() }
}
