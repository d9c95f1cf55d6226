//! A computer of the test's own: its folders, its clock, its dialogs. Gone when the test ends.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::Window;

/// Where the app under test lives. Opening it twice, one after the other, is a restart.
pub struct Desk {
    folder: PathBuf,
    /// Held only to be removed with the desk.
    _made: Option<TempDir>,
    surroundings: Vec<(OsString, OsString)>,
    args: Vec<String>,
    watch: Option<PathBuf>,
}

impl Desk {
    /// An empty desk on which it is Monday 2 November 2026, nine o'clock.
    pub fn new() -> Result<Self> {
        let made = tempfile::tempdir().context("no temporary folder could be made")?;
        let desk = Self::at(made.path())?;
        Ok(Self { _made: Some(made), ..desk })
    }

    /// A desk in a folder that stays, so that a look can be taken up again later.
    pub fn at(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let folder = folder.canonicalize()?;
        let answers = folder.join("dialog-answers");
        std::fs::write(&answers, "")?;
        let clock = folder.join("clock");
        let mut desk = Self { folder, _made: None, surroundings: Vec::new(), args: Vec::new(), watch: None };
        for (name, place) in [
            ("DAYBOOK_CONFIG_DIR", "config"),
            ("DAYBOOK_HOME", "documents"),
            ("XDG_CONFIG_HOME", "system/config"),
            ("XDG_DATA_HOME", "system/data"),
            ("XDG_CACHE_HOME", "system/cache"),
        ] {
            let place = desk.folder.join(place);
            std::fs::create_dir_all(&place)?;
            desk.surroundings.push((name.into(), place.into()));
        }
        desk.surroundings.push(("DAYBOOK_DIALOG_ANSWERS".into(), answers.into()));
        desk.surroundings.push(("DAYBOOK_CLOCK".into(), clock.into()));
        // A developer's shell may turn this renderer off, and without it WebKit never finishes a picture.
        Ok(desk.with("WEBKIT_DISABLE_DMABUF_RENDERER", "0").on("2026-11-02T09:00"))
    }

    /// The same desk at another moment, such as `2026-11-06T15:30`.
    #[must_use]
    pub fn on(self, moment: &str) -> Self {
        // What was set while it ran holds no longer.
        let _ = std::fs::remove_file(self.folder.join("clock"));
        self.with("DAYBOOK_NOW", moment)
    }

    /// Sets the clock while the app runs, to a moment such as `2026-11-06T15:30`.
    pub fn set_clock(&self, moment: &str) -> Result<()> {
        Ok(std::fs::write(self.folder.join("clock"), moment)?)
    }

    /// The same desk with one more setting of the system.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.surroundings.retain(|(known, _)| known != name);
        self.surroundings.push((name.into(), value.into()));
        self
    }

    /// The same desk, where the app is started with one more word, such as `--sample`.
    #[must_use]
    pub fn starting_with(mut self, word: &str) -> Self {
        self.args.push(word.to_owned());
        self
    }

    /// The same desk, where a program is started in the app's place; it finds the app under `DAYBOOK_WATCHED`.
    #[must_use]
    pub fn watched_by(mut self, program: &Path) -> Self {
        self.watch = Some(program.to_path_buf());
        self
    }

    /// The folder that holds it all; tests put the files they import here.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Queues the answer to the next unanswered dialog. `None` cancels it.
    pub fn answer_dialog(&self, path: Option<&Path>) -> Result<()> {
        let file = self.folder.join("dialog-answers");
        let mut answers = std::fs::read_to_string(&file)?;
        answers.push_str(&path.map(Path::to_string_lossy).unwrap_or_default());
        answers.push('\n');
        Ok(std::fs::write(file, answers)?)
    }

    /// Starts the app and waits until its page is there. Only one window may be open on a desk at a time.
    pub fn open(&self) -> Result<Window> {
        // The app counts its own answers from its start, so those of the run before must not be seen again.
        std::fs::write(self.folder.join("dialog-answers"), "")?;
        Window::open(&self.surroundings, &self.args, &self.folder, self.watch.as_deref())
    }
}
