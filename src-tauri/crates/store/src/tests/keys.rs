//! Passphrases, recovery keys, and what changing them leaves as it was.

use super::*;
use crate::RecoveryKey;
use crate::keys::KeySlots;
use daybook_domain::log::{Happening, OpenedBy};
use std::fs;

const NEW: &str = "seven old geese came home again";

/// Seconds after the time at which every test begins.
fn after(seconds: i64) -> NaiveDateTime {
    at("2026-11-02") + chrono::TimeDelta::seconds(seconds)
}

fn open_after(folder: &Path, secret: &str, seconds: i64) -> Outcome<Vault> {
    Vault::open(folder, secret, &Sitting { at: after(seconds), ..sitting() })
}

fn code(tried: Outcome<Vault>) -> String {
    tried.unwrap_err().code.into_owned()
}

fn shown(key: &RecoveryKey) -> String {
    key.groups().iter().map(|group| group.as_str()).collect::<Vec<_>>().join(" ")
}

fn make_key(vault: &mut Vault) -> String {
    shown(&vault.make_recovery_key(PASSPHRASE, Cost::for_tests(), after(0)).unwrap())
}

fn happenings(vault: &Vault) -> Vec<Happening> {
    vault.read().log().list().unwrap().into_iter().map(|line| line.happening).collect()
}

#[test]
fn another_passphrase_opens_it_the_old_one_no_longer_and_the_data_file_is_not_rewritten() {
    let mut here = Here::with_school();
    let before = here.dump();
    let file = here.folder().join("daybook.db");
    here.vault.connection().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let bytes = fs::read(&file).unwrap();
    here.vault.change_passphrase(Some(PASSPHRASE), NEW, Cost::for_tests(), after(60)).unwrap();
    assert!(fs::read(&file).unwrap() == bytes, "only keys.json is written, and the line of the log");
    assert_eq!(here.vault.key_dates().unwrap().passphrase, Some(after(60)));
    assert_eq!(happenings(&here.vault)[0], Happening::PassphraseChanged);
    let (folder, place) = here.lock();
    assert_eq!(code(open(&folder)), "vault.wrong_passphrase");
    let vault = open_after(&folder, NEW, 60).unwrap();
    assert_eq!(Here { vault, place }.dump(), before);
}

#[test]
fn slots_are_rewrapped_without_a_byte_of_the_database_changing() {
    let mut here = Here::with_school();
    make_key(&mut here.vault);
    let (folder, _place) = here.lock();
    let database = fs::read(folder.join("daybook.db")).unwrap();
    let slots = KeySlots::read(&folder).unwrap();
    let (key, _) = slots.open(PASSPHRASE).unwrap();
    slots.rewrap(&key, OpenedBy::Passphrase, NEW, Cost::for_tests(), after(0)).unwrap().write(&folder).unwrap();
    assert!(fs::read(folder.join("daybook.db")).unwrap() == database);
    open_after(&folder, NEW, 0).unwrap();
}

#[test]
fn the_old_passphrase_must_be_right_to_set_another() {
    let mut here = Here::empty();
    let keys = fs::read(here.folder().join("keys.json")).unwrap();
    let vault = &mut here.vault;
    let refused = |fault: Outcome<()>| fault.unwrap_err().code.into_owned();
    let cost = Cost::for_tests();
    assert_eq!(
        refused(vault.change_passphrase(Some("five little ducks"), NEW, cost, after(0))),
        "vault.wrong_passphrase"
    );
    assert_eq!(refused(vault.change_passphrase(None, NEW, cost, after(0))), "keys.old_needed");
    assert_eq!(vault.make_recovery_key(NEW, cost, after(0)).unwrap_err().code, "vault.wrong_passphrase");
    assert_eq!(vault.show_key(NEW, after(0)).unwrap_err().code, "vault.wrong_passphrase");
    assert!(fs::read(vault.folder().join("keys.json")).unwrap() == keys, "nothing was changed");
    let wait = vault.show_key(PASSPHRASE, after(1)).unwrap_err();
    assert_eq!(wait.code, "vault.wait", "guessing at an open daybook slows down as at the door");
    vault.show_key(PASSPHRASE, after(5)).unwrap();
    assert_eq!(happenings(vault)[..2], [Happening::KeyShown, Happening::UnlockFailed { times: 3 }]);
}

#[test]
fn a_recovery_key_opens_it_beside_the_passphrase_and_only_the_newest_does() {
    let mut here = Here::with_school();
    assert_eq!(here.vault.key_dates().unwrap().recovery, None);
    let first = make_key(&mut here.vault);
    let second = make_key(&mut here.vault);
    assert_eq!(here.vault.key_dates().unwrap().recovery, Some(after(0)));
    assert_eq!(happenings(&here.vault)[..2], [Happening::RecoveryMade, Happening::RecoveryMade]);
    assert_eq!(here.vault.opened_by(), OpenedBy::Passphrase);
    let (folder, _place) = here.lock();
    assert_eq!(code(open_after(&folder, &first, 0)), "vault.wrong_recovery_key");
    let vault = open_after(&folder, &second.to_lowercase(), 0).unwrap();
    assert_eq!(vault.opened_by(), OpenedBy::Recovery);
    assert_eq!(happenings(&vault)[0], Happening::Opened { by: OpenedBy::Recovery });
    drop(vault);
    assert_eq!(open(&folder).unwrap().opened_by(), OpenedBy::Passphrase);
}

#[test]
fn who_forgot_the_words_sets_new_ones_with_the_recovery_key() {
    let mut here = Here::empty();
    let key = make_key(&mut here.vault);
    let (folder, _place) = here.lock();
    let mut vault = open_after(&folder, &key, 0).unwrap();
    let cost = Cost::for_tests();
    vault.change_passphrase(None, NEW, cost, after(0)).unwrap();
    assert_eq!(vault.opened_by(), OpenedBy::Passphrase, "who set the words knows them from here on");
    assert_eq!(vault.change_passphrase(None, PASSPHRASE, cost, after(0)).unwrap_err().code, "keys.old_needed");
    drop(vault);
    assert_eq!(code(open(&folder)), "vault.wrong_passphrase");
    open_after(&folder, NEW, 0).unwrap();
    open_after(&folder, &key, 0).unwrap();
}

#[test]
fn a_recovery_key_of_another_vault_is_none_of_this_one() {
    let (mut here, mut other) = (Here::empty(), Here::empty());
    let (own, strange) = (make_key(&mut here.vault), make_key(&mut other.vault));
    let read = |shown: &str| RecoveryKey::read(shown).unwrap();
    assert_eq!(here.vault.check_recovery_key(&read(&own)).unwrap(), Some(after(0)));
    assert_eq!(here.vault.check_recovery_key(&read(&strange)).unwrap_err().code, "vault.wrong_recovery_key");
    fs::copy(other.folder().join("keys.json"), here.folder().join("keys.json")).unwrap();
    assert_eq!(here.vault.check_recovery_key(&read(&strange)).unwrap_err().code, "vault.damaged");
    let changed = here.vault.change_passphrase(Some(PASSPHRASE), NEW, Cost::for_tests(), after(0));
    assert_eq!(changed.unwrap_err().code, "vault.damaged", "another vault's slots are not written over");
}

#[test]
fn the_key_that_is_shown_is_the_one_that_opens_the_file() {
    let mut here = Here::empty();
    let digits = here.vault.show_key(PASSPHRASE, after(0)).unwrap();
    assert_eq!(happenings(&here.vault)[0], Happening::KeyShown);
    let (folder, _place) = here.lock();
    let (key, _) = KeySlots::read(&folder).unwrap().open(PASSPHRASE).unwrap();
    assert_eq!(*digits, hex::encode(key.as_slice()));
}

#[test]
fn a_passphrase_that_reads_as_a_recovery_key_still_opens() {
    let words = shown(&RecoveryKey::random().unwrap());
    let slip = words.replacen(&words[..1], if words.starts_with('7') { "8" } else { "7" }, 1);
    for words in [words, slip] {
        let place = TempDir::new().unwrap();
        let folder = place.path().join("a.daybook");
        create(&folder, &words).unwrap().make_recovery_key(&words, Cost::for_tests(), after(0)).unwrap();
        assert_eq!(open_after(&folder, &words, 0).unwrap().opened_by(), OpenedBy::Passphrase);
    }
}

#[test]
fn a_change_that_was_interrupted_leaves_the_old_words_or_the_new() {
    let mut here = Here::empty();
    let old = fs::read(here.folder().join("keys.json")).unwrap();
    here.vault.change_passphrase(Some(PASSPHRASE), NEW, Cost::for_tests(), after(0)).unwrap();
    let (folder, _place) = here.lock();
    let new = fs::read(folder.join("keys.json")).unwrap();
    // A crash while the new file is still under its temporary name, however much of it was written.
    fs::write(folder.join("keys.json"), &old).unwrap();
    for written in [0, 1, new.len() / 2, new.len()] {
        fs::write(folder.join(".writing-a1b2c3"), &new[..written]).unwrap();
        open_after(&folder, PASSPHRASE, 0).unwrap();
    }
    assert_eq!(code(open_after(&folder, NEW, 0)), "vault.wrong_passphrase");
    // And one just after it got its name.
    fs::rename(folder.join(".writing-a1b2c3"), folder.join("keys.json")).unwrap();
    open_after(&folder, NEW, 0).unwrap();
    let nowhere = KeySlots::parse(&new).unwrap().write(&folder.join("gone"));
    assert_eq!(nowhere.unwrap_err().code, "store.no_place");
}

#[test]
fn wrong_words_are_waited_for_longer_each_time_and_never_longer_than_a_minute() {
    let (folder, _place) = Here::empty().lock();
    let wrong = |seconds| code(open_after(&folder, "five little ducks", seconds));
    for seconds in 0..3 {
        assert_eq!(wrong(seconds), "vault.wrong_passphrase");
    }
    let mut now = 2;
    for wait in [5, 15, 30, 60, 60, 60] {
        for early in [0, 1, wait - 1] {
            let fault = open_after(&folder, PASSPHRASE, now + early).unwrap_err();
            assert_eq!(fault.code, "vault.wait", "the right words too, {early} of {wait} seconds later");
            let left = wait - early;
            let said = if left == 1 { "1 second,".to_owned() } else { format!("{left} seconds,") };
            assert!(fault.message.starts_with(&format!("Wait {said}")), "{}", fault.message);
        }
        now += wait;
        assert_eq!(wrong(now), "vault.wrong_passphrase");
    }
    let vault = open_after(&folder, PASSPHRASE, now + 60).unwrap();
    let told = [Happening::Opened { by: OpenedBy::Passphrase }, Happening::UnlockFailed { times: 9 }];
    assert_eq!(happenings(&vault)[..2], told);
    drop(vault);
    assert!(!folder.join("attempts.json").exists(), "counted from the beginning");
    assert_eq!(wrong(now + 61), "vault.wrong_passphrase");
    open_after(&folder, PASSPHRASE, now + 61).unwrap();
}

#[test]
fn a_clock_that_is_moved_keeps_nobody_out_for_longer_than_a_minute() {
    let (folder, _place) = Here::empty().lock();
    let year = 365 * 24 * 3600;
    for wrong in 0..9 {
        assert_eq!(code(open_after(&folder, "five little ducks", year + 100 * wrong)), "vault.wrong_passphrase");
    }
    for (seconds, waits) in [(0, true), (30, true), (59, true), (60, false)] {
        let tried = open_after(&folder, PASSPHRASE, seconds);
        assert_eq!(tried.is_err_and(|fault| fault.code == "vault.wait"), waits, "{seconds} s after it was set back");
    }
}

#[test]
fn attempts_that_cannot_be_read_or_written_are_no_obstacle() {
    let (folder, _place) = Here::empty().lock();
    let file = folder.join("attempts.json");
    let huge = format!("{{\"wrong\": 4294967295, \"last\": \"2026-11-02T08:00:00\"{}}}", " ".repeat(9000));
    for bytes in ["", "{", "[]", "null", "{\"wrong\": -1, \"last\": 4}", "{\"wrong\": 9, \"last\": \"soon\"}", &huge] {
        fs::write(&file, bytes).unwrap();
        open(&folder).unwrap();
    }
    fs::create_dir(&file).unwrap();
    for _ in 0..9 {
        assert_eq!(code(open_after(&folder, "five little ducks", 0)), "vault.wrong_passphrase");
    }
    open(&folder).unwrap();
    fs::remove_dir(&file).unwrap();
    for last in ["-262143-01-01T00:00:00", "+262142-12-31T23:59:59"] {
        fs::write(&file, format!("{{\"wrong\": 4294967295, \"last\": \"{last}\"}}")).unwrap();
        assert!(open_after(&folder, PASSPHRASE, 0).is_ok() || open_after(&folder, PASSPHRASE, 60).is_ok(), "{last}");
    }
}

#[test]
fn nothing_that_was_typed_stands_in_the_folder() {
    let mut here = Here::empty();
    let key = make_key(&mut here.vault);
    let (folder, _place) = here.lock();
    code(open_after(&folder, "quite another secret", 0));
    code(open_after(&folder, &shown(&RecoveryKey::random().unwrap()), 0));
    for file in fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).filter(|file| file.is_file()) {
        let bytes = fs::read(&file).unwrap();
        for word in ["quite another", PASSPHRASE, &key, &key[..9], &key.replace(' ', "-")] {
            assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{}", file.display());
        }
    }
    let kept: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("attempts.json")).unwrap()).unwrap();
    assert_eq!(kept, serde_json::json!({ "wrong": 2, "last": "2026-11-02T08:00:00" }));
}
