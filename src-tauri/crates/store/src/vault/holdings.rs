//! Copies of the daybook from before a moment, which still hold what was erased since, and doing away with them.

use super::{BACKUPS, Vault};
use crate::backup::{self, SecondState};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use std::path::{Path, PathBuf};

/// A copy of the daybook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Where it is: a backup, or a folder of files that were kept as they were.
    pub path: PathBuf,
    /// When it was made.
    pub made_at: NaiveDateTime,
    /// Whether it is in the second place.
    pub second: bool,
}

impl Vault {
    /// Copies that were made from a moment on, newest first, and whether the second place, where one is set, could be looked
    /// into. One that a clock that was ahead dates later than now is among them.
    pub fn copies(&self, from: Option<NaiveDateTime>) -> Outcome<(Vec<Holding>, bool)> {
        let mark = backup::mark(&self.key);
        let of = |folder: &Path, second: bool| {
            let backups =
                backup::own(folder, |about| about.vault == mark).into_iter().map(|(path, about)| (path, about.made_at));
            let kept = std::fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| {
                let path = entry.path();
                let made_at = backup::read_kept(&path).filter(|_| path.is_dir())?;
                Some((path, made_at))
            });
            backups.chain(kept).map(|(path, made_at)| Holding { path, made_at, second }).collect::<Vec<_>>()
        };
        let mut copies = of(&self.folder.join(BACKUPS), false);
        let mut seen = true;
        if let Some((place, state, _)) = self.second_place()? {
            seen = state != SecondState::Absent;
            if seen {
                copies.extend(of(&backup::second_folder(&place, &self.folder), true));
            }
        }
        copies.retain(|copy| from.is_none_or(|from| from <= copy.made_at));
        copies.sort_by_key(|copy| std::cmp::Reverse(copy.made_at));
        Ok((copies, seen))
    }

    /// Deletes copies that [`Vault::copies`] lists, and gives those that could not be.
    pub fn delete_copies(&mut self, copies: Vec<Holding>) -> Outcome<Vec<Holding>> {
        self.check_writable()?;
        let delete = |copy: &Holding| match copy.path.is_dir() {
            true => std::fs::remove_dir_all(&copy.path),
            false => std::fs::remove_file(&copy.path),
        };
        Ok(copies.into_iter().filter(|copy| delete(copy).is_err()).collect())
    }
}
