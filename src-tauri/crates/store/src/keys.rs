//! The key slots: each wraps the one database key under one secret, so that a secret changes without rewriting data.
//!
//! `keys.json` holds nothing that opens the vault without a secret. It never holds the key itself.

mod cost;
mod slot;

pub use cost::Cost;

use crate::failure::of_disk;
use crate::platform::write_whole;
use daybook_domain::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use slot::Slot;
use std::path::Path;
use zeroize::Zeroizing;

/// The random key the database is encrypted with; wiped from memory when dropped.
pub type DatabaseKey = Zeroizing<[u8; 32]>;

/// The name of the slots' file in a vault's folder.
pub const FILE: &str = "keys.json";

/// The newest layout of the file this version understands.
const FORMAT: u32 = 1;

/// More than a vault will ever have; a longer file is no keys file.
const LONGEST: u64 = 64 * 1024;

/// The key slots of a vault.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeySlots {
    format: u32,
    slots: Vec<Slot>,
}

/// A fresh database key.
pub fn random_key() -> Outcome<DatabaseKey> {
    let mut key = Zeroizing::new([0; 32]);
    random(key.as_mut_slice())?;
    Ok(key)
}

impl KeySlots {
    /// One slot, opened by a passphrase.
    pub fn with_passphrase(key: &DatabaseKey, passphrase: &str, cost: Cost) -> Outcome<Self> {
        Ok(Self { format: FORMAT, slots: vec![Slot::wrap(key, FORMAT, slot::PASSPHRASE, passphrase, cost)?] })
    }

    /// The database key, if this passphrase opens one of the slots.
    pub fn open(&self, passphrase: &str) -> Outcome<DatabaseKey> {
        for slot in self.slots.iter().filter(|slot| slot.is_kind(slot::PASSPHRASE)) {
            if let Some(key) = slot.unwrap(self.format, passphrase)? {
                return Ok(key);
            }
        }
        Err(Fault::new(
            "vault.wrong_passphrase",
            "That passphrase does not open this daybook. Nothing was changed; check Caps Lock and try again.",
        )
        .at("passphrase"))
    }

    /// Reads the file of a vault's folder.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let file = folder.join(FILE);
        let length = std::fs::metadata(&file).map_err(|error| of_disk(&error))?.len();
        if length > LONGEST {
            return Err(damaged());
        }
        let bytes = std::fs::read(&file).map_err(|error| of_disk(&error))?;
        /// What every layout of the file says first.
        #[derive(Deserialize)]
        struct Layout {
            format: u32,
        }
        let layout: Layout = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
        if layout.format > FORMAT {
            return Err(Fault::new(
                "vault.newer",
                "This daybook was written by a newer version. Nothing was changed; install the newer version to open it.",
            ));
        }
        let slots: Self = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
        if slots.slots.is_empty() { Err(damaged()) } else { Ok(slots) }
    }

    /// Writes the file whole or not at all.
    pub fn write(&self, folder: &Path) -> Outcome<()> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|_| damaged())?;
        write_whole(&folder.join(FILE), &bytes).map_err(|error| of_disk(&error))
    }
}

pub fn random(bytes: &mut [u8]) -> Outcome<()> {
    getrandom::fill(bytes).map_err(|_| {
        Fault::new(
            "vault.no_random",
            "The computer gave no random numbers, so no safe key can be made. Nothing was changed.",
        )
    })
}

fn damaged() -> Fault {
    Fault::new(
        "vault.keys_damaged",
        "The keys.json of this daybook is damaged, so it cannot be opened. Nothing was changed; \
         put the keys.json of a copy in its place.",
    )
}
