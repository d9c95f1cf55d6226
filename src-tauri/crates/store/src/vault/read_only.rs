//! A damaged vault, opened only to look: what can be read is taken into memory, and the files are not touched.

use super::connect::{connect, memory};
use super::lock::Lock;
use super::open::check_parts;
use super::{DATABASE, Vault};
use crate::failure::{damaged, plain};
use crate::keys::{KeySlots, attempts};
use crate::onlooker::Onlooker;
use crate::salvage::Source;
use crate::schema;
use daybook_domain::log::Sitting;
use daybook_domain::{Fault, Outcome};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::path::Path;

impl Vault {
    /// Opens what can be read of a vault that is damaged, with its passphrase or its recovery key.
    ///
    /// Nothing of its folder is changed but the note of who has it open. Every write is refused: `vault.read_only_open`.
    /// Fault where not even the list of its tables can be read: `vault.damaged`; the others are those of opening.
    pub fn open_read_only(folder: &Path, secret: &str, sitting: &Sitting) -> Outcome<Self> {
        check_parts(folder)?;
        let slots = KeySlots::read(folder)?;
        let lock = Lock::take(folder, sitting)?;
        let ((key, by), _) = attempts::guard(folder, sitting.at, || slots.open(secret))?;
        let database = folder.join(DATABASE);
        let open = || -> Outcome<Connection> {
            let file = connect(&database, &key)?;
            // What was written last may stand beside the file: it is read from there, and left there.
            file.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(plain)?;
            file.execute_batch("PRAGMA query_only = ON").map_err(plain)?;
            Ok(file)
        };
        let mut connection = memory()?;
        schema::migrate(&mut connection)?;
        Source::open(&open)?.copy(&mut connection).map_err(|_| damaged())?;
        connection.execute_batch("PRAGMA query_only = ON").map_err(plain)?;
        Ok(Self {
            connection,
            _lock: lock,
            folder: folder.to_owned(),
            key,
            opened_by: by,
            sitting: sitting.clone(),
            read_only: true,
            watch: Onlooker::default(),
            begun: None,
        })
    }

    /// Whether it was opened only to look.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Refuses where it was opened only to look.
    pub(crate) fn check_writable(&self) -> Outcome<()> {
        if !self.read_only {
            return Ok(());
        }
        Err(Fault::new(
            "vault.read_only_open",
            "This daybook is damaged and open only to read. Nothing was changed; go back to a backup to write in it again.",
        ))
    }
}
