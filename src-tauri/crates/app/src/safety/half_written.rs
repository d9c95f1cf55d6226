//! What was leaving the daybook when the app or the power went: it is not encrypted, so it does not stay.
//!
//! Preferences remember the name of each file and folder that is being written, from before there is one until it has its
//! real name or is gone. What is still remembered when a daybook is opened was cut off; it is taken away, and the log of
//! the daybook it came from says so.

use super::leave::unwritable;
use crate::session::{Session, State};
use daybook_domain::Outcome;
use daybook_domain::log::Happening;
use daybook_store::{WRITING, Whom, write_noted};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// How the names of folders half written begin.
const EXPORTING: &str = ".exporting-";

/// Something being written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HalfWritten {
    /// The first opening of the daybook it is of.
    pub of: String,
    /// Whether it was cut off and is taken away, and only the log does not say so yet.
    pub gone: bool,
}

/// A folder being written, which goes when this does.
pub(super) struct Building(Option<PathBuf>);

impl Building {
    pub(super) fn path(&self) -> &Path {
        self.0.as_deref().unwrap_or(Path::new(""))
    }

    /// Lets it stay: it has its real name now.
    pub(super) fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        let _ = self.0.take().map(std::fs::remove_dir_all);
    }
}

/// Makes a folder to write into.
pub(super) fn begin(session: &mut Session, within: &Path) -> Outcome<Building> {
    let of = first_opening(session);
    let name: String = std::iter::repeat_with(fastrand::alphanumeric).take(12).collect();
    let folder = within.join(format!("{EXPORTING}{name}"));
    remember(session, &of, &folder);
    let made = std::fs::create_dir(&folder);
    if made.is_err() {
        forget(session);
    }
    made.map(|()| Building(Some(folder))).map_err(|_| unwritable())
}

/// Writes a file outside the daybook, whole or not at all.
pub(crate) fn save(session: &mut Session, path: &Path, bytes: &[u8], whom: Whom) -> io::Result<()> {
    let of = first_opening(session);
    let mut last: Option<PathBuf> = None;
    let written = write_noted(path, bytes, whom, |temporary| {
        // A name told before this one was taken: by something that is not ours to take away.
        if let Some(taken) = last.replace(temporary.to_owned()) {
            session.prefs.exporting.remove(&taken);
        }
        remember(session, &of, temporary);
    });
    forget(session);
    written
}

/// Forgets what got its name, or was taken away.
pub(super) fn forget(session: &mut Session) {
    // One on a drive that was unplugged is still there.
    session.prefs.exporting.retain(|half, state| state.gone || half.exists() || !is_plugged_in(half));
    let _ = session.prefs.write(&session.config.config_dir);
}

/// Takes away what was cut off, wherever it is, as a daybook is opened; and says so in the log, if it is of that one.
pub(crate) fn sweep(session: &mut Session) {
    if session.prefs.exporting.is_empty() {
        return;
    }
    for (half, state) in &mut session.prefs.exporting {
        state.gone |= take_away(half);
    }
    let (now, here) = (session.now(), first_opening(session));
    if let State::Open(vault) = &mut session.state {
        session.prefs.exporting.retain(|half, state| {
            let told = state.gone && state.of == here;
            !(told && vault.note(&Happening::Exported { what: cut_off(half) }, now).is_ok())
        });
    }
    forget(session);
}

/// Whether something half written was there and is no longer. Nothing of another name is touched.
fn take_away(half: &Path) -> bool {
    let named = |beginning| half.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning));
    if named(EXPORTING) {
        half.is_dir() && std::fs::remove_dir_all(half).is_ok()
    } else {
        named(WRITING) && half.is_file() && std::fs::remove_file(half).is_ok()
    }
}

/// What the log calls it.
fn cut_off(half: &Path) -> String {
    let folder = half.file_name().is_some_and(|name| name.to_string_lossy().starts_with(EXPORTING));
    let what = if folder { "an export" } else { "a file" };
    format!("{what}, but it was cut off half-way, and what had been written was deleted")
}

fn remember(session: &mut Session, of: &str, half: &Path) {
    if !is_plugged_in(half) {
        return;
    }
    let half = std::path::absolute(half).unwrap_or_else(|_| half.to_owned());
    session.prefs.exporting.insert(half, HalfWritten { of: of.to_owned(), gone: false });
    // Who cannot keep preferences may leave with everything all the same.
    let _ = session.prefs.write(&session.config.config_dir);
}

fn is_plugged_in(half: &Path) -> bool {
    half.parent().is_some_and(Path::is_dir)
}

/// The mark of the first opening, which tells one daybook from another; empty where none is kept.
fn first_opening(session: &mut Session) -> String {
    let openings = session.vault().and_then(|vault| vault.read().partings().openings()).unwrap_or_default();
    openings.into_iter().next().map(|opening| opening.mark).unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests;
