//! Changing what opens a vault. Only `keys.json` is written, whole or not at all; the database is never rewritten.
//!
//! Backups keep the slots they were made with: what opened the vault then opens them still.

use super::Vault;
use crate::failure::{damaged, plain};
use crate::keys::{Cost, DatabaseKey, KeyDates, KeySlots, RecoveryKey, attempts};
use crate::logbook;
use chrono::NaiveDateTime;
use daybook_domain::log::{Happening, OpenedBy};
use daybook_domain::{Fault, Outcome};
use zeroize::Zeroizing;

impl Vault {
    /// What opened it. After the passphrase was changed, that counts as having opened it.
    pub fn opened_by(&self) -> OpenedBy {
        self.opened_by
    }

    /// When its passphrase and its recovery key were set. Faults: `vault.keys_damaged`.
    pub fn key_dates(&self) -> Outcome<KeyDates> {
        Ok(KeySlots::read(&self.folder)?.dates())
    }

    /// Sets another passphrase. The old one must be right, unless the recovery key opened the vault: then nobody knows it.
    ///
    /// Faults: `keys.old_needed`, `vault.wrong_passphrase`, `vault.wait`, `vault.keys_damaged`, those of the disk.
    pub fn change_passphrase(&mut self, old: Option<&str>, new: &str, cost: Cost, at: NaiveDateTime) -> Outcome<()> {
        self.check_writable()?;
        let slots = match (self.opened_by, old) {
            (OpenedBy::Recovery, _) => KeySlots::read(&self.folder)?,
            (OpenedBy::Passphrase, Some(old)) => self.check_passphrase(old, at)?,
            (OpenedBy::Passphrase, None) => {
                return Err(Fault::new(
                    "keys.old_needed",
                    "Type the passphrase there is now as well. Nothing was changed; who has lost it unlocks the daybook \
                     with the recovery key first.",
                )
                .at("old"));
            }
        };
        self.rewrap(slots, OpenedBy::Passphrase, new, cost, at)?;
        self.opened_by = OpenedBy::Passphrase;
        Ok(())
    }

    /// Makes a recovery key. An earlier one opens the vault no longer. It is kept nowhere: print what is given back.
    ///
    /// Faults: `vault.wrong_passphrase`, `vault.wait`, `vault.keys_damaged`, those of the disk.
    pub fn make_recovery_key(&mut self, passphrase: &str, cost: Cost, at: NaiveDateTime) -> Outcome<RecoveryKey> {
        let slots = self.check_passphrase(passphrase, at)?;
        let key = RecoveryKey::random()?;
        self.rewrap(slots, OpenedBy::Recovery, &key.text(), cost, at)?;
        Ok(key)
    }

    /// When this recovery key was made, if it opens this vault. Faults: `vault.wrong_recovery_key`.
    pub fn check_recovery_key(&self, key: &RecoveryKey) -> Outcome<Option<NaiveDateTime>> {
        let slots = KeySlots::read(&self.folder)?;
        self.check_own(&slots.open_with_recovery_key(key)?)?;
        Ok(slots.dates().recovery)
    }

    /// The key of the database in hexadecimal digits, for who would open the file with other programs.
    ///
    /// Faults: `vault.wrong_passphrase`, `vault.wait`. It is logged before it is given.
    pub fn show_key(&mut self, passphrase: &str, at: NaiveDateTime) -> Outcome<Zeroizing<String>> {
        self.check_passphrase(passphrase, at)?;
        self.note(&Happening::KeyShown, at)?;
        Ok(Zeroizing::new(hex::encode(self.key.as_slice())))
    }

    /// The slots there are, if this passphrase opens them. Wrong ones slow down as they do at the door.
    fn check_passphrase(&mut self, passphrase: &str, at: NaiveDateTime) -> Outcome<KeySlots> {
        self.check_writable()?;
        let slots = KeySlots::read(&self.folder)?;
        let (key, wrong) = attempts::guard(&self.folder, at, || slots.open_with_passphrase(passphrase))?;
        self.check_own(&key)?;
        self.tell_attempts(wrong, at)?;
        Ok(slots)
    }

    /// Puts down in the log how often a wrong secret was typed before the right one, and begins the count anew.
    pub(super) fn tell_attempts(&mut self, wrong: u32, at: NaiveDateTime) -> Outcome<()> {
        if wrong > 0 {
            self.note(&Happening::UnlockFailed { times: wrong }, at)?;
        }
        attempts::forget(&self.folder);
        Ok(())
    }

    /// Another vault's slots must not be kept under this one's words, nor the other way about.
    fn check_own(&self, key: &DatabaseKey) -> Outcome<()> {
        if *key == self.key { Ok(()) } else { Err(damaged()) }
    }

    fn rewrap(&mut self, slots: KeySlots, kind: OpenedBy, secret: &str, cost: Cost, at: NaiveDateTime) -> Outcome<()> {
        let happening = match kind {
            OpenedBy::Passphrase => Happening::PassphraseChanged,
            OpenedBy::Recovery => Happening::RecoveryMade,
        };
        let slots = slots.rewrap(&self.key, kind, secret, cost, at)?;
        let line = self.connection.transaction().map_err(plain)?;
        logbook::note(&line, &self.sitting, at, &happening)?;
        slots.write(&self.folder)?;
        // From here on the new slots are what opens the vault. To fail for want of a line would deny it.
        let _ = line.commit();
        Ok(())
    }
}
