//! Mending what needs no choice, and settling what does.

use super::{Found, RowKey, shape};
use crate::failure::plain;
use crate::journal;
use crate::pupils::refolded;
use crate::vault::Vault;
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::log::BackupReason;

impl Found {
    /// Whether it can be mended without anybody choosing: what is lost nowhere is only built again.
    pub fn mends_itself(&self) -> bool {
        match self {
            Self::Indexes | Self::Guards | Self::Search { .. } => true,
            Self::Pages { lost } => lost.is_empty(),
            Self::Tables | Self::Strayed { .. } | Self::Orphan { .. } => false,
        }
    }
}

impl Vault {
    /// Mends what needs no choice; anything else is left. Undo passes over it. Make a backup first.
    pub fn mend(&mut self, found: &Found, at: NaiveDateTime) -> Outcome<()> {
        self.check_writable()?;
        match found {
            Found::Indexes => self.connection.execute_batch("REINDEX").map_err(plain),
            Found::Guards => shape::mend(&mut self.connection),
            Found::Search { .. } => {
                let rows = refolded(&self.connection)?;
                journal::refold(&mut self.connection, &rows, (&self.sitting.who, at))
            }
            Found::Pages { lost } if lost.is_empty() => self.rebuild(at),
            Found::Pages { .. } | Found::Tables | Found::Strayed { .. } | Found::Orphan { .. } => Ok(()),
        }
    }

    /// Settles a row that a check found, after a backup: Undo passes over it, so that is the way back.
    ///
    /// Faults: those of [`Vault::back_up`], `store.gone`, `store.refused`, `store.linked`, `undo.conflict`.
    pub fn settle(&mut self, row: &RowKey, how: crate::Settle, at: NaiveDateTime) -> Outcome<Changed<()>> {
        self.check_writable()?;
        self.back_up(BackupReason::Repair, at)?;
        journal::settle(&mut self.connection, (&row.table, &row.key), how, (&self.sitting.who, at))
    }
}
