//! What belongs to this computer and to no daybook: recent daybooks and how the app looks. No pupil data.

use crate::safety::half_written::HalfWritten;
use crate::wire::{Appearance, VaultView};
use chrono::NaiveDateTime;
use daybook_domain::{Fault, Outcome};
use daybook_store::write_whole;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const FILE: &str = "preferences.json";
const MOST_RECENT: usize = 8;

/// Preferences of one computer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Prefs {
    /// Folders of daybooks opened here, last first.
    pub recent: Vec<PathBuf>,
    /// How the app looks.
    pub appearance: Appearance,
    /// By the first opening of a daybook, which all its copies share: the newest opening seen here, and when it was.
    pub seen: BTreeMap<String, (String, NaiveDateTime)>,
    /// Files and folders in which something of a daybook is being written that is not encrypted there.
    pub exporting: BTreeMap<PathBuf, HalfWritten>,
}

impl Prefs {
    /// What was kept; nothing where the file is missing or cannot be read.
    pub fn read(config_dir: &Path) -> Self {
        fs::read(config_dir.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps them, whole or not at all.
    pub fn write(&self, config_dir: &Path) -> Outcome<()> {
        let kept = || -> std::io::Result<()> {
            fs::create_dir_all(config_dir)?;
            write_whole(&config_dir.join(FILE), &serde_json::to_vec_pretty(self)?)
        };
        kept().map_err(|_| {
            Fault::new(
                "prefs.unwritable",
                "Your settings for this computer could not be kept. The daybook itself is untouched.",
            )
        })
    }

    /// Puts a daybook at the head of the list.
    pub fn remember(&mut self, folder: &Path) {
        self.forget(folder);
        self.recent.insert(0, folder.to_path_buf());
        self.recent.truncate(MOST_RECENT);
    }

    /// Takes a daybook off the list.
    pub fn forget(&mut self, folder: &Path) {
        self.recent.retain(|kept| kept != folder);
    }
}

/// A daybook's folder as the first screen shows it. Looks whether it is there, which a drive may take long to say.
pub(crate) fn looked_for(folder: &Path, sample: &Path) -> VaultView {
    VaultView { found: folder.join("keys.json").is_file(), ..chosen(folder, sample) }
}

/// A daybook's folder that was chosen already, so that nobody has to look for it.
pub(crate) fn chosen(folder: &Path, sample: &Path) -> VaultView {
    VaultView {
        name: folder.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
        folder: folder.to_string_lossy().into_owned(),
        sample: folder == sample,
        found: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_daybooks_are_kept_last_first_each_once_and_damage_is_no_harm() {
        let dir = tempfile::tempdir().unwrap();
        let mut prefs = Prefs::default();
        for i in 0..12 {
            prefs.remember(Path::new(&format!("school {}.daybook", i % 9)));
        }
        assert_eq!(prefs.recent.len(), MOST_RECENT);
        assert_eq!(prefs.recent[0], Path::new("school 2.daybook"));
        prefs.write(dir.path()).unwrap();
        assert_eq!(Prefs::read(dir.path()), prefs);
        fs::write(dir.path().join(FILE), b"{ not json").unwrap();
        assert_eq!(Prefs::read(dir.path()), Prefs::default());
    }
}
