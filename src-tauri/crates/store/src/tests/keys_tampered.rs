//! What somebody, or a bad disk, may do to `keys.json`: it is refused or does not open, and never panics.

use super::*;
use crate::RecoveryKey;
use crate::keys::KeySlots;
use daybook_domain::Fault;
use daybook_domain::log::OpenedBy;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// A key, the file of its two slots, and what opens the second.
struct Sealed {
    key: crate::keys::DatabaseKey,
    file: Value,
    recovery: RecoveryKey,
}

static SEALED: LazyLock<Sealed> = LazyLock::new(|| {
    let (key, recovery) = (crate::keys::random_key().unwrap(), RecoveryKey::random().unwrap());
    let (cost, now) = (Cost::for_tests(), at("2026-11-02"));
    let slots = KeySlots::with_passphrase(&key, PASSPHRASE, cost, now).unwrap();
    let slots = slots.rewrap(&key, OpenedBy::Recovery, &shown(&recovery), cost, now).unwrap();
    Sealed { file: serde_json::to_value(&slots).unwrap(), key, recovery }
});

fn shown(key: &RecoveryKey) -> String {
    key.groups().iter().map(|group| group.as_str()).collect::<Vec<_>>().join("-")
}

/// What the passphrase and the recovery key make of these bytes.
fn both(bytes: &[u8]) -> [Result<OpenedBy, Fault>; 2] {
    [PASSPHRASE.to_owned(), shown(&SEALED.recovery)].map(|secret| {
        let (key, by) = KeySlots::parse(bytes)?.open(&secret)?;
        assert!(key == SEALED.key, "another key must not come out of it");
        Ok(by)
    })
}

fn codes(file: &Value) -> [String; 2] {
    both(file.to_string().as_bytes()).map(|opened| match opened {
        Ok(OpenedBy::Passphrase) => "passphrase".to_owned(),
        Ok(OpenedBy::Recovery) => "recovery".to_owned(),
        Err(fault) => fault.code.into_owned(),
    })
}

fn changed(pointer: &str, value: Value) -> [String; 2] {
    let mut file = SEALED.file.clone();
    *file.pointer_mut(pointer).unwrap() = value;
    codes(&file)
}

const WRONG: &str = "vault.wrong_passphrase";
const DAMAGED: &str = "vault.keys_damaged";

#[test]
fn each_secret_opens_its_own_slot_in_whatever_order_they_stand() {
    let mut file = SEALED.file.clone();
    assert_eq!(codes(&file), ["passphrase", "recovery"]);
    file["slots"].as_array_mut().unwrap().reverse();
    assert_eq!(codes(&file), ["passphrase", "recovery"]);
}

#[test]
fn slots_that_were_taken_away_open_nothing() {
    for (left, says) in
        [(vec![0], ["passphrase", "vault.wrong_recovery_key"]), (vec![1], [WRONG, "recovery"]), (vec![], [DAMAGED; 2])]
    {
        let slots: Vec<Value> = left.iter().map(|slot: &usize| SEALED.file["slots"][*slot].clone()).collect();
        assert_eq!(codes(&json!({ "format": 1, "slots": slots })), says, "left: {left:?}");
    }
    let many = vec![SEALED.file["slots"][0].clone(); 9];
    assert_eq!(codes(&json!({ "format": 1, "slots": many })), [DAMAGED; 2], "nobody waits for nine derivations");
}

#[test]
fn parts_of_two_slots_that_changed_places_open_nothing() {
    for part in ["/wrapped", "/nonce", "/kdf", "/kdf/salt", "/id", "/kind"] {
        let mut file = SEALED.file.clone();
        let of = |slot: usize| format!("/slots/{slot}{part}");
        let (first, second) = (file.pointer(&of(0)).unwrap().clone(), file.pointer(&of(1)).unwrap().clone());
        *file.pointer_mut(&of(0)).unwrap() = second;
        *file.pointer_mut(&of(1)).unwrap() = first;
        assert_eq!(codes(&file), [WRONG, "vault.wrong_recovery_key"], "{part}");
    }
}

#[test]
fn everything_a_slot_says_of_itself_is_sealed() {
    assert_eq!(changed("/slots/1/kind", "passphrase".into())[1], "vault.wrong_recovery_key");
    assert_eq!(changed("/slots/1/made_at", "2026-11-03T08:00:00".into())[1], "vault.wrong_recovery_key", "its date");
    assert_eq!(changed("/slots/1/made_at", Value::Null)[1], "vault.wrong_recovery_key");
    assert_eq!(changed("/slots/0/id", "0000000000000000".into())[0], WRONG);
    for (cost, value) in [("memory_kib", 65), ("passes", 2), ("lanes", 2)] {
        assert_eq!(changed(&format!("/slots/0/kdf/{cost}"), value.into())[0], WRONG, "{cost}");
    }
}

#[test]
fn a_cost_that_was_tampered_with_is_refused_before_it_is_paid() {
    for cost in ["memory_kib", "passes", "lanes"] {
        for value in [0, 600_000_u64, u64::from(u32::MAX)] {
            let says = changed(&format!("/slots/0/kdf/{cost}"), value.into());
            assert_eq!(says, [DAMAGED, "recovery"], "{cost} of {value}: the other slot is whole");
        }
    }
    assert_eq!(changed("/slots/0/kdf/name", "plain".into()), [DAMAGED, "recovery"]);
    assert_eq!(changed("/slots/0/made_at", "yesterday".into()), [DAMAGED; 2]);
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let bytes = serde_json::to_vec_pretty(&SEALED.file).unwrap();
    for length in 0..bytes.len() {
        assert_eq!(KeySlots::parse(&bytes[..length]).unwrap_err().code, DAMAGED, "{length} bytes of it");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn a_bit_that_turned_over_is_refused_or_opens_the_same_key(at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let mut bytes = serde_json::to_vec_pretty(&SEALED.file).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        // White space may turn into other white space: then it opens as before.
        for opened in both(&bytes) {
            let code = opened.map_or_else(|fault| fault.code.into_owned(), |_| "opened".to_owned());
            prop_assert!(["opened", DAMAGED, WRONG, "vault.wrong_recovery_key", "vault.newer"].contains(&&*code), "{}", code);
        }
    }

    #[test]
    fn bytes_that_are_no_keys_file_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(KeySlots::parse(&bytes).unwrap_err().code, DAMAGED);
    }

    #[test]
    fn any_words_are_tried_and_refused(words in any::<String>()) {
        let slots: KeySlots = serde_json::from_value(SEALED.file.clone()).unwrap();
        prop_assert!(slots.open(&words).is_err());
    }
}
