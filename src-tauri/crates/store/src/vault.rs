//! A vault that is open and unlocked.

mod backups;
mod connect;
mod create;
mod holdings;
mod inside;
mod lock;
mod open;
mod raw;
mod read_only;
mod rebuild;
mod restore;
mod rewrap;

#[cfg(test)]
pub(crate) use connect::make;
pub(crate) use connect::memory;
pub(crate) use connect::{connect, copy_target, reads_on};
pub use holdings::Holding;
pub use inside::lies_in_vault;
pub use restore::Restore;

use crate::access::{Access, Reader, Writer};
use crate::journal::{self, Op};
use crate::keys::DatabaseKey;
use crate::onlooker::Onlooker;
use crate::{burden, drafts, logbook, timers};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::burden::Part;
use daybook_domain::changed::{Changed, UndoState};
use daybook_domain::ids::SchoolId;
use daybook_domain::log::{Happening, LockReason, OpenedBy, Sitting};
use daybook_domain::timer::Kept;
use daybook_domain::{Fault, Outcome};
use lock::Lock;
use rusqlite::Connection;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The name of the database in a vault's folder.
pub(crate) const DATABASE: &str = "daybook.db";

/// The name of the log of what was written last, beside the database.
const LOG: &str = "daybook.db-wal";

/// The name of the backups' folder in a vault's folder.
pub(crate) const BACKUPS: &str = "backups";

/// A vault that is open and unlocked. Dropping it closes and locks it.
pub struct Vault {
    // Closed before the lock is let go: fields drop in order.
    pub(crate) connection: Connection,
    _lock: Lock,
    folder: PathBuf,
    /// Wiped when dropped. Backups are encrypted with it.
    key: DatabaseKey,
    opened_by: OpenedBy,
    pub(crate) sitting: Sitting,
    /// Opened only to look: the connection is to a copy in memory, and the lock is none where the drive is write-protected.
    pub(crate) read_only: bool,
    watch: Onlooker,
    /// The day whose first change was backed up before, or had no need to be.
    begun: Option<NaiveDate>,
}

impl Vault {
    /// Creates a vault in a folder that must not exist yet, with what it starts from, and opens it.
    ///
    /// Whole or not at all: what `fill` writes is there before the folder gets its name, and Undo passes over it.
    /// Faults: `vault.exists`, `place.too_long`, `store.no_place`, `store.read_only`, `store.disk_full`, and those of `fill`.
    pub fn create(
        folder: &Path,
        passphrase: &str,
        cost: crate::Cost,
        sitting: &Sitting,
        fill: impl FnOnce(&Writer<'_>) -> Outcome<()>,
    ) -> Outcome<Self> {
        create::create(folder, passphrase, cost, sitting, fill)
    }

    /// Opens a vault with its passphrase or its recovery key, after a backup and a migration where an older version
    /// wrote it. After several wrong ones there is a wait, of a minute at most.
    ///
    /// Faults: `vault.missing`, `vault.not_a_vault`, `vault.no_keys`, `vault.no_database`, `vault.keys_damaged`,
    /// `vault.wrong_passphrase`, `vault.wrong_recovery_key`, `vault.recovery_mistyped`, `vault.wait`, `vault.damaged`,
    /// `vault.newer`, `vault.in_use`.
    pub fn open(folder: &Path, secret: &str, sitting: &Sitting) -> Outcome<Self> {
        open::open(folder, secret, sitting)
    }

    /// Says whether a folder looks like a vault, without opening it. Faults: those of missing parts.
    pub fn look(folder: &Path) -> Outcome<()> {
        open::check_parts(folder)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads of every noun.
    pub fn read(&self) -> Reader<'_> {
        Access::new(&self.connection)
    }

    /// Does one operation, whole or not at all, and journals every row it touches.
    ///
    /// The only way to write. Work that fails leaves nothing behind; work that changes no row leaves no operation.
    /// Before the day's first change a backup is made; one that cannot be made is logged and stops nothing.
    pub fn transact<T>(
        &mut self,
        op: Op,
        at: NaiveDateTime,
        work: impl FnOnce(&Writer<'_>) -> Outcome<T>,
    ) -> Outcome<Changed<T>> {
        self.check_writable()?;
        self.before_change(at);
        journal::transact(&mut self.connection, op, (&self.sitting.who, at), work)
    }

    /// Does work as an operation would and takes all of it back: what would become of it, or why it cannot be. Nothing
    /// stays behind, and no backup is made.
    pub fn rehearse<T>(&mut self, at: NaiveDateTime, work: impl FnOnce(&Writer<'_>) -> Outcome<T>) -> Outcome<T> {
        self.check_writable()?;
        journal::rehearse(&mut self.connection, (&self.sitting.who, at), work)
    }

    /// Undoes the last operation that is not undone. With nothing to undo, nothing happens.
    pub fn undo(&mut self, at: NaiveDateTime) -> Outcome<Changed<UndoState>> {
        self.check_writable()?;
        self.before_change(at);
        journal::undo(&mut self.connection, at)
    }

    /// Does again what was undone last. With nothing to redo, nothing happens.
    pub fn redo(&mut self, at: NaiveDateTime) -> Outcome<Changed<UndoState>> {
        self.check_writable()?;
        self.before_change(at);
        journal::redo(&mut self.connection, at)
    }

    /// What Undo and Redo would do now.
    pub fn undo_state(&self) -> Outcome<UndoState> {
        journal::undo_state(&self.connection)
    }

    /// Whether what Undo would undo now (`back`), or Redo do again, leads to another school.
    pub fn leads_away(&self, back: bool) -> Outcome<bool> {
        journal::leads_away(&self.connection, back)
    }

    /// Adds a line to the activity log.
    pub fn note(&mut self, happening: &Happening, at: NaiveDateTime) -> Outcome<()> {
        self.check_writable()?;
        logbook::note(&self.connection, &self.sitting, at, happening)
    }

    /// Keeps what was typed into a form and not saved, or drops it. No operation, and nothing for Undo.
    pub fn keep_draft(&mut self, key: &str, value: Option<&Value>, at: NaiveDateTime) -> Outcome<()> {
        self.check_writable()?;
        drafts::keep(&self.connection, key, value, at)
    }

    /// Keeps a school's timer where nothing is written of it. No operation, and nothing for Undo.
    pub fn keep_timer(&mut self, school: SchoolId, kept: &Kept) -> Outcome<()> {
        self.check_writable()?;
        timers::keep(&self.connection, school, kept)
    }

    /// Counts seconds that a part of the daybook took of its user on a day. No operation, and nothing for Undo.
    pub fn count_burden(&mut self, school: SchoolId, day: NaiveDate, part: Part, seconds: u32) -> Outcome<()> {
        self.check_writable()?;
        burden::add(&self.connection, school, day, part, seconds)
    }

    /// Backs up what changed, closes the file and lets the key and the lock go. Gives what kept a backup from being made.
    pub fn lock(mut self, why: LockReason, at: NaiveDateTime) -> Option<Fault> {
        // What was opened only to look leaves no trace.
        if self.read_only {
            return None;
        }
        let backed_up = self.before_lock(at);
        // A line that cannot be written must not keep the daybook open.
        let _ = self.note(&Happening::Locked { why }, at);
        // Should it fail, the write-ahead log stays beside the file, encrypted, and is taken in at the next opening.
        let _ = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        let Self { connection, key, watch, _lock: lock, .. } = self;
        drop((connection, key));
        // A drive that does not answer may take minutes to say so: by now it holds up neither key nor file, only the lock.
        let trouble = match backed_up {
            Ok(carrying) => {
                carrying.iter().for_each(|carrying| carrying.carry(&watch.steadfast()));
                None
            }
            Err(fault) => Some(fault),
        };
        drop(lock);
        trouble
    }

    #[cfg(test)]
    pub(crate) fn connection(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}
