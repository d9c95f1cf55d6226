//! The passphrase, the recovery key, and the key of the database for who would leave with the file.

use crate::session::Session;
use crate::vaults::strength;
use crate::wire::{ChangePassphrase, DatabaseKeyView, KeysView, Nothing, Passphrase, RecoveryKeyView, Shown};
use daybook_domain::log::OpenedBy;
use daybook_domain::{Fault, Outcome};
use daybook_store::Cost;
use zeroize::Zeroizing;

pub(crate) fn view(session: &mut Session, _: Nothing) -> Outcome<KeysView> {
    let vault = session.vault()?;
    let dates = vault.key_dates()?;
    Ok(KeysView { recovery_made_at: dates.recovery, passphrase_set_at: dates.passphrase, opened_by: vault.opened_by() })
}

pub(crate) fn make_recovery_key(session: &mut Session, ask: Passphrase) -> Outcome<RecoveryKeyView> {
    let (now, cost) = (session.now(), cost(session));
    let key = session.vault()?.make_recovery_key(&ask.passphrase, cost, now)?;
    Ok(RecoveryKeyView { groups: key.groups().into_iter().map(Shown::from).collect(), made_at: now })
}

pub(crate) fn change_passphrase(session: &mut Session, ask: ChangePassphrase) -> Outcome<KeysView> {
    let (now, cost) = (session.now(), cost(session));
    let vault = session.vault()?;
    if !strength(&ask.new).enough {
        return Err(Fault::new(
            "vault.weak_passphrase",
            "Those words are too easy to guess for what this daybook holds. The passphrase is what it was; choose more or longer words.",
        )
        .at("new"));
    }
    let old = ask.old.as_deref().filter(|_| vault.opened_by() == OpenedBy::Passphrase);
    if old == Some(&*ask.new) {
        return Err(Fault::new(
            "keys.same_passphrase",
            "The new passphrase is the old one. Nothing was changed; choose other words.",
        )
        .at("new"));
    }
    // The field of this form is called otherwise than that of the door.
    vault
        .change_passphrase(old, &ask.new, cost, now)
        .map_err(|fault| Fault { field: fault.field.map(|_| "old".into()), ..fault })?;
    view(session, Nothing {})
}

pub(crate) fn show_database_key(session: &mut Session, ask: Passphrase) -> Outcome<DatabaseKeyView> {
    let now = session.now();
    let key = session.vault()?.show_key(&ask.passphrase, now)?;
    let keying = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", key.as_str()));
    let rest = Zeroizing::new("PRAGMA cipher_compatibility = 4;".to_owned());
    Ok(DatabaseKeyView { key: key.into(), pragmas: vec![keying.into(), rest.into()] })
}

fn cost(session: &Session) -> Cost {
    session.config.cost.unwrap_or_else(Cost::tuned)
}
