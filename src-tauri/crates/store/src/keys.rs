//! The key slots: each wraps the one database key under one secret, so that a secret changes without rewriting data.
//!
//! `keys.json` holds nothing that opens the vault without a secret. It never holds the key itself.

pub mod attempts;
mod cost;
pub mod recovery;
mod slot;

pub use cost::Cost;
pub use recovery::RecoveryKey;

use crate::failure::of_disk;
use crate::platform::write_whole;
use chrono::NaiveDateTime;
use daybook_domain::log::OpenedBy;
use daybook_domain::{Fault, Outcome};
use recovery::Typed;
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

/// Two are used. Each costs a derivation to try, so a file with many more was tampered with.
const MOST_SLOTS: usize = 8;

/// The key slots of a vault.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeySlots {
    format: u32,
    slots: Vec<Slot>,
}

/// When the secrets of a vault were set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyDates {
    /// The passphrase; none where an early version set it.
    pub passphrase: Option<NaiveDateTime>,
    /// The recovery key; none where there is none.
    pub recovery: Option<NaiveDateTime>,
}

/// A fresh database key.
pub fn random_key() -> Outcome<DatabaseKey> {
    let mut key = Zeroizing::new([0; 32]);
    random(key.as_mut_slice())?;
    Ok(key)
}

impl KeySlots {
    /// One slot, opened by a passphrase.
    pub fn with_passphrase(key: &DatabaseKey, passphrase: &str, cost: Cost, at: NaiveDateTime) -> Outcome<Self> {
        let slot = Slot::wrap(key, FORMAT, OpenedBy::Passphrase, passphrase, cost, at)?;
        Ok(Self { format: FORMAT, slots: vec![slot] })
    }

    /// The database key, and which kind of secret this is, if it opens one of the slots.
    ///
    /// What reads as a recovery key is tried as one first. Faults: `vault.wrong_passphrase`, `vault.wrong_recovery_key`,
    /// `vault.recovery_mistyped`, `vault.keys_damaged`.
    pub fn open(&self, secret: &str) -> Outcome<(DatabaseKey, OpenedBy)> {
        let typed = recovery::read(secret);
        if let Typed::Key(recovery) = &typed
            && let Some(key) = self.unwrap(OpenedBy::Recovery, &recovery.text())?
        {
            return Ok((key, OpenedBy::Recovery));
        }
        // Words may look like a recovery key, whole or mistyped, and whoever chose them must get in all the same.
        if let Some(key) = self.unwrap(OpenedBy::Passphrase, secret)? {
            return Ok((key, OpenedBy::Passphrase));
        }
        Err(match typed {
            Typed::Key(_) => wrong_recovery_key(),
            Typed::Mistyped { group } => mistyped(group),
            Typed::Words => wrong_passphrase(),
        })
    }

    /// The database key, if this is the passphrase. Faults: `vault.wrong_passphrase`, `vault.keys_damaged`.
    pub fn open_with_passphrase(&self, passphrase: &str) -> Outcome<DatabaseKey> {
        self.unwrap(OpenedBy::Passphrase, passphrase)?.ok_or_else(wrong_passphrase)
    }

    /// The database key, if this is the recovery key. Faults: `vault.wrong_recovery_key`, `vault.keys_damaged`.
    pub fn open_with_recovery_key(&self, recovery: &RecoveryKey) -> Outcome<DatabaseKey> {
        self.unwrap(OpenedBy::Recovery, &recovery.text())?.ok_or_else(wrong_recovery_key)
    }

    /// The same slots, but for those of one kind: in their place one under this secret, tried before it is given back.
    pub fn rewrap(
        mut self,
        key: &DatabaseKey,
        kind: OpenedBy,
        secret: &str,
        cost: Cost,
        at: NaiveDateTime,
    ) -> Outcome<Self> {
        let slot = Slot::wrap(key, self.format, kind, secret, cost, at)?;
        self.slots.retain(|slot| !slot.is_kind(kind));
        self.slots.push(slot);
        let opened = Self::parse(&self.bytes()?)?.unwrap(kind, secret)?;
        if opened.as_ref() == Some(key) {
            return Ok(self);
        }
        Err(Fault::new(
            "keys.not_made",
            "The new key did not open the daybook when it was tried. Nothing was changed; try again.",
        ))
    }

    /// When its secrets were set.
    pub fn dates(&self) -> KeyDates {
        let of = |kind| self.slots.iter().find(|slot| slot.is_kind(kind)).and_then(Slot::made_at);
        KeyDates { passphrase: of(OpenedBy::Passphrase), recovery: of(OpenedBy::Recovery) }
    }

    /// Reads the file of a vault's folder.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let file = folder.join(FILE);
        let length = std::fs::metadata(&file).map_err(|error| of_disk(&error))?.len();
        if length > LONGEST {
            return Err(damaged());
        }
        Self::parse(&std::fs::read(&file).map_err(|error| of_disk(&error))?)
    }

    /// Reads the bytes of such a file. Faults: `vault.keys_damaged`, `vault.newer`.
    pub fn parse(bytes: &[u8]) -> Outcome<Self> {
        /// What every layout of the file says first.
        #[derive(Deserialize)]
        struct Layout {
            format: u32,
        }
        let layout: Layout = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        if layout.format > FORMAT {
            return Err(Fault::new(
                "vault.newer",
                "This daybook was written by a newer version. Nothing was changed; install the newer version to open it.",
            ));
        }
        let slots: Self = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        if (1..=MOST_SLOTS).contains(&slots.slots.len()) { Ok(slots) } else { Err(damaged()) }
    }

    /// Whether some words open both: a slot stays as it is until its words change.
    pub fn share_words(&self, other: &Self) -> bool {
        let words =
            |slots: &'_ [Slot]| slots.iter().filter(|slot| slot.is_kind(OpenedBy::Passphrase)).map(Slot::id).collect();
        let (ours, theirs): (Vec<String>, Vec<String>) = (words(&self.slots), words(&other.slots));
        ours.iter().any(|id| theirs.contains(id))
    }

    /// Writes the file whole or not at all.
    pub fn write(&self, folder: &Path) -> Outcome<()> {
        let (bytes, file) = (self.bytes()?, folder.join(FILE));
        match write_whole(&file, &bytes) {
            Ok(()) => Ok(()),
            // The disk may fail after the new file has its name: what lies there now says whether it was written.
            Err(_) if std::fs::read(&file).is_ok_and(|there| there == bytes) => Ok(()),
            Err(error) => Err(of_disk(&error)),
        }
    }

    fn bytes(&self) -> Outcome<Vec<u8>> {
        serde_json::to_vec_pretty(self).map_err(|_| damaged())
    }

    /// The key, if one slot of this kind opens. A damaged slot does not keep another from opening.
    fn unwrap(&self, kind: OpenedBy, secret: &str) -> Outcome<Option<DatabaseKey>> {
        let mut damage = None;
        for slot in self.slots.iter().filter(|slot| slot.is_kind(kind)) {
            match slot.unwrap(self.format, secret) {
                Ok(Some(key)) => return Ok(Some(key)),
                Ok(None) => {}
                Err(fault) => damage = Some(fault),
            }
        }
        damage.map_or(Ok(None), Err)
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

/// Whether a fault says that a secret was tried and opens nothing.
fn is_wrong_secret(fault: &Fault) -> bool {
    ["vault.wrong_passphrase", "vault.wrong_recovery_key", "vault.recovery_mistyped"].contains(&&*fault.code)
}

fn wrong_passphrase() -> Fault {
    Fault::new(
        "vault.wrong_passphrase",
        "That passphrase does not open this daybook. Nothing was changed; check Caps Lock and try again.",
    )
    .at("passphrase")
}

fn wrong_recovery_key() -> Fault {
    Fault::new(
        "vault.wrong_recovery_key",
        "That recovery key is typed without a slip, but it is not the key of this daybook. Nothing was changed; \
         look for a sheet with a later date, or one of this daybook.",
    )
    .at("passphrase")
}

fn mistyped(group: Option<usize>) -> Fault {
    let sentence = match group {
        Some(group) => format!(
            "That recovery key was mistyped in group {group}. Nothing was changed; compare that group with the sheet."
        ),
        None => "That recovery key was mistyped. Nothing was changed; compare it with the sheet, nine groups of four."
            .to_owned(),
    };
    Fault::new("vault.recovery_mistyped", sentence).at("passphrase")
}

fn damaged() -> Fault {
    Fault::new(
        "vault.keys_damaged",
        "The keys.json of this daybook is damaged, so it cannot be opened. Nothing was changed; \
         put the keys.json of a copy in its place.",
    )
}
