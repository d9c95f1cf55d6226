//! The places outside the daybook that the pages may have written to and shown in the system's own viewer.
//!
//! They are those that the person chose in a dialog since the app started, and no others.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use daybook_app::Fault;
use daybook_app::commands::Destination;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;

/// The paths chosen in a save dialog since the app started, and the folder that new daybooks are offered.
pub struct Saved {
    chosen: Mutex<HashSet<String>>,
    home: String,
}

impl Saved {
    /// Nothing chosen yet.
    pub fn new(home: &Path) -> Self {
        Self { chosen: Mutex::default(), home: home.to_string_lossy().into_owned() }
    }

    /// Keeps a path that a save dialog returned.
    pub fn remember(&self, path: Option<&str>) {
        if let Some(path) = path {
            self.chosen.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        }
    }

    /// Refuses to let a path be written to that nobody chose, such as one of the daybook's own files. A new daybook may be
    /// made where it was offered.
    pub fn check_chosen(&self, to: &Destination<'_>) -> Result<(), Fault> {
        if self.holds(to.path) || (to.makes_daybook && to.path == self.home) {
            return Ok(());
        }
        Err(Fault::new(
            "file.not_chosen",
            "The app saves only where you chose to in the save window. Nothing was saved; choose where to save it again.",
        )
        .at(to.field))
    }

    fn holds(&self, path: &str) -> bool {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    fn check(&self, path: &str) -> Result<(), Fault> {
        if !self.holds(path) {
            return Err(Fault::new(
                "file.not_saved_here",
                "The app opens only files it has just saved. Open this one from its folder instead.",
            ));
        }
        if !Path::new(path).is_file() {
            return Err(Fault::new(
                "file.gone",
                "The file is no longer where it was saved. It may have been moved or renamed; save it again.",
            ));
        }
        Ok(())
    }
}

/// Opens a file the app has just saved, with whatever the system uses for its kind.
#[tauri::command]
pub async fn open_saved(app: AppHandle, saved: State<'_, Saved>, path: String) -> Result<(), Fault> {
    saved.check(&path)?;
    #[cfg(feature = "drive")]
    if crate::drive::driven() {
        return Ok(());
    }
    app.opener().open_path(path, None::<&str>).map_err(|_| {
        Fault::new(
            "file.no_viewer",
            "The file is saved, but this computer has no program to show it. Open it from its folder instead.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(saved: &Saved, path: &str) -> Option<String> {
        saved.check(path).err().map(|fault| fault.code.into_owned())
    }

    #[test]
    fn only_what_a_save_dialog_returned_is_written_and_opened() {
        let folder = tempfile::tempdir().unwrap();
        let (chosen, other) = (folder.path().join("week.pdf"), folder.path().join("other.pdf"));
        std::fs::write(&chosen, b"%PDF").unwrap();
        std::fs::write(&other, b"%PDF").unwrap();
        let saved = Saved::new(folder.path());
        let refused = |path: &Path, makes_daybook| {
            let to = Destination { path: path.to_str().unwrap(), field: "path", makes_daybook };
            saved.check_chosen(&to).err().map(|fault| fault.code.into_owned())
        };
        assert_eq!(refused(&chosen, false).as_deref(), Some("file.not_chosen"), "not yet");
        assert_eq!(refused(folder.path(), true), None, "where a new daybook is offered");
        assert_eq!(refused(folder.path(), false).as_deref(), Some("file.not_chosen"), "but nothing else");
        assert_eq!(refused(&other, true).as_deref(), Some("file.not_chosen"), "nor a daybook anywhere else");
        saved.remember(chosen.to_str());
        saved.remember(None);
        assert_eq!((refused(&chosen, false), refused(&chosen, true)), (None, None));
        assert!(refused(&other, false).is_some());
        assert_eq!(code(&saved, chosen.to_str().unwrap()), None, "the file was chosen in a dialog");
        assert_eq!(
            code(&saved, other.to_str().unwrap()),
            Some("file.not_saved_here".to_owned()),
            "nobody chose this one"
        );
        std::fs::remove_file(&chosen).unwrap();
        assert_eq!(code(&saved, chosen.to_str().unwrap()), Some("file.gone".to_owned()), "it was moved after saving");
    }
}
