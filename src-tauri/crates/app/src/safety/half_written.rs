//! What was leaving the daybook when the app or the power went: it is not encrypted, so it does not stay.
//!
//! Preferences remember each folder that is being written, until it is whole or gone. What is still remembered when a
//! daybook is opened was cut off; it is taken away, and the log of the daybook it came from says so.

use super::leave::unwritable;
use crate::session::{Session, State};
use daybook_domain::Outcome;
use daybook_domain::log::Happening;
use serde::{Deserialize, Serialize};
use std::path::Path;
use tempfile::TempDir;

/// How the names of folders half written begin.
const EXPORTING: &str = ".exporting-";

/// What the log calls it.
const CUT_OFF: &str = "an export, but it was cut off half-way, and what had been written was deleted";

/// A folder being written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HalfWritten {
    /// The first opening of the daybook it is of.
    pub of: String,
    /// Whether it was cut off and is taken away, and only the log does not say so yet.
    pub gone: bool,
}

/// Makes a folder to write into. It goes when what is returned does.
pub(super) fn begin(session: &mut Session, within: &Path) -> Outcome<TempDir> {
    let of = first_opening(session);
    let building = tempfile::Builder::new().prefix(EXPORTING).tempdir_in(within).map_err(|_| unwritable())?;
    let half = HalfWritten { of: of.unwrap_or_default(), gone: false };
    session.prefs.exporting.insert(building.path().to_owned(), half);
    // Who cannot keep preferences may leave with everything all the same.
    let _ = session.prefs.write(&session.config.config_dir);
    Ok(building)
}

/// Forgets what got its name, or was taken away.
pub(super) fn forget(session: &mut Session) {
    // One on a drive that was unplugged is still there.
    session.prefs.exporting.retain(|folder, half| half.gone || folder.exists() || !is_plugged_in(folder));
    let _ = session.prefs.write(&session.config.config_dir);
}

/// Takes away what was cut off, wherever it is, as a daybook is opened; and says so in the log, if it is of that one.
pub(crate) fn sweep(session: &mut Session) {
    if session.prefs.exporting.is_empty() {
        return;
    }
    for (folder, half) in &mut session.prefs.exporting {
        let named = folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(EXPORTING));
        half.gone |= named && folder.is_dir() && std::fs::remove_dir_all(folder).is_ok();
    }
    let (now, here) = (session.now(), first_opening(session));
    if let State::Open(vault) = &mut session.state {
        session.prefs.exporting.retain(|_, half| {
            let told = half.gone && Some(&half.of) == here.as_ref();
            !(told && vault.note(&Happening::Exported { what: CUT_OFF.to_owned() }, now).is_ok())
        });
    }
    forget(session);
}

fn is_plugged_in(folder: &Path) -> bool {
    folder.parent().is_some_and(Path::is_dir)
}

/// The mark of the first opening, which tells one daybook from another.
fn first_opening(session: &mut Session) -> Option<String> {
    let openings = session.vault().ok()?.read().partings().openings().ok()?;
    openings.into_iter().next().map(|opening| opening.mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Config, Cost, LockReason};
    use chrono::NaiveDateTime;
    use serde_json::{Value, json};

    const WORDS: &str = "walnut tandem orbit quilt";

    fn session(place: &Path) -> Session {
        let now: NaiveDateTime = "2026-11-20T16:00:00".parse().unwrap();
        Session::new(Config {
            config_dir: place.join("config"),
            home: place.to_path_buf(),
            now: Box::new(move || now),
            who: "asha".into(),
            computer: "OFFICE-7".into(),
            cost: Some(Cost::for_tests()),
            onlooker: Default::default(),
        })
    }

    fn make(session: &mut Session, place: &Path, name: &str) {
        session.call("vault_create", json!({ "within": place, "name": name, "passphrase": WORDS })).unwrap();
    }

    fn open(session: &mut Session, place: &Path, name: &str) {
        let folder = place.join(format!("{name}.daybook"));
        session.call("vault_open", json!({ "folder": folder, "passphrase": WORDS })).unwrap();
    }

    /// How often the log says that something was cut off.
    fn told(session: &mut Session) -> usize {
        let log = session.call("activity_log", json!({})).unwrap();
        let said = |line: &&Value| line["sentence"].as_str().unwrap().contains("cut off half-way");
        log.as_array().unwrap().iter().filter(said).count()
    }

    #[test]
    fn what_a_crash_cut_off_goes_at_the_next_opening_and_its_own_log_says_so() {
        let place = tempfile::tempdir().unwrap();
        let (stick, away) = (place.path().join("stick"), place.path().join("away"));
        std::fs::create_dir(&stick).unwrap();
        let mut before = session(place.path());
        make(&mut before, place.path(), "Other");
        make(&mut before, place.path(), "Ours");
        // Never dropped, as in a crash.
        let half = begin(&mut before, &stick).unwrap().keep();
        std::fs::write(half.join("pupil.csv"), "names").unwrap();
        drop(before);
        std::fs::rename(&stick, &away).unwrap();
        let mut after = session(place.path());
        open(&mut after, place.path(), "Ours");
        assert_eq!(told(&mut after), 0, "the stick is away");
        std::fs::rename(&away, &stick).unwrap();
        open(&mut after, place.path(), "Other");
        assert!(!half.exists(), "whichever is opened");
        assert_eq!(told(&mut after), 0, "it is not of this one");
        drop(after);
        let mut after = session(place.path());
        open(&mut after, place.path(), "Ours");
        assert_eq!(told(&mut after), 1);
        after.lock(LockReason::Asked);
        after.call("vault_unlock", json!({ "passphrase": WORDS })).unwrap();
        assert_eq!((told(&mut after), after.prefs.exporting.len()), (1, 0), "said once");
    }

    #[test]
    fn what_is_written_whole_or_fails_is_not_remembered_and_nothing_else_is_ever_taken_away() {
        let place = tempfile::tempdir().unwrap();
        let mut session = session(place.path());
        make(&mut session, place.path(), "Ours");
        let done = session.call("export_everything", json!({ "folder": place.path() })).unwrap();
        assert!(session.prefs.exporting.is_empty());
        session.call("export_everything", json!({ "folder": place.path().join("gone") })).unwrap_err();
        assert!(session.prefs.exporting.is_empty());
        let hers = place.path().join("hers");
        std::fs::create_dir(&hers).unwrap();
        session.prefs.exporting.insert(hers.clone(), HalfWritten::default());
        sweep(&mut session);
        assert!(hers.is_dir() && Path::new(done["folder"].as_str().unwrap()).is_dir());
        assert_eq!(told(&mut session), 0);
    }
}
