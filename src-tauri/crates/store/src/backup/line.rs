//! Which backups are of one line: of a daybook, and not of a copy of it that went on elsewhere.
//!
//! Two copies of one daybook have one key, and may have one second place. There each leaves alone what the other put, even
//! where it would thin it: what one of them lost may be nowhere else.

use super::{About, list, mark};
use crate::keys::DatabaseKey;
use crate::sql::Sql;
use daybook_domain::Outcome;
use rusqlite::Connection;
use std::collections::HashSet;
use std::path::Path;

/// The backups of one line of a daybook.
#[derive(Debug, Clone)]
pub struct Line {
    mark: String,
    /// The openings they were made in.
    openings: HashSet<String>,
}

impl Line {
    /// The line of an open database, whose own backups lie in a folder. Theirs are among its openings, for after a restore
    /// the file does not know of all.
    pub fn of(connection: &Connection, key: &DatabaseKey, backups: &Path) -> Self {
        let mark = mark(key);
        let here = list::own(backups, |about| about.vault == mark);
        let mut openings: HashSet<String> = here.into_iter().filter_map(|(_, about)| about.opening).collect();
        // A version that kept none has no such table, and what cannot be read only leaves more alone.
        let known: Outcome<Vec<String>> = Sql(connection).all("SELECT mark FROM opening", [], |row| row.get(0));
        openings.extend(known.unwrap_or_default());
        Self { mark, openings }
    }

    /// Whether a backup is of this line. One that does not say which is taken for one.
    pub fn holds(&self, about: &About) -> bool {
        about.vault == self.mark && about.opening.as_ref().is_none_or(|opening| self.openings.contains(opening))
    }
}
