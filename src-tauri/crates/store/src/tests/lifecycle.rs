//! Creating, opening, locking, and everything that can be wrong with a folder.

use super::*;
use daybook_domain::Fault;
use daybook_domain::log::BackupReason;
use std::fs;

fn open_code(folder: &std::path::Path) -> String {
    open(folder).unwrap_err().code.into_owned()
}

#[test]
fn a_vault_opens_with_its_passphrase_and_no_other() {
    let mut here = Here::with_school();
    let before = here.dump();
    let (folder, _place) = here.lock();
    assert_eq!(Vault::open(&folder, "five little ducks", &sitting()).unwrap_err().code, "vault.wrong_passphrase");
    let mut vault = open(&folder).unwrap();
    assert_eq!(vault.read().schools().current().unwrap().unwrap().details.name, "St Osyth's");
    assert!(vault.folder().ends_with("Schüler Łódź.daybook"));
    let place = TempDir::new().unwrap();
    vault.connection();
    assert_eq!(Here { vault, place }.dump(), before);
}

#[test]
fn a_passphrase_is_the_same_however_its_accents_are_typed() {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("a.daybook");
    create(&folder, "caf\u{e9} au lait").unwrap().lock(LockReason::Asked, at("2026-11-02"));
    Vault::open(&folder, "cafe\u{301} au lait", &sitting()).unwrap();
}

#[test]
fn nothing_is_written_over_and_nothing_half_made_stays() {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("a.daybook");
    fs::create_dir(&folder).unwrap();
    assert_eq!(create(&folder, PASSPHRASE).unwrap_err().code, "vault.exists");
    let nowhere = place.path().join("gone").join("a.daybook");
    assert_eq!(create(&nowhere, PASSPHRASE).unwrap_err().code, "store.no_place");
    let mut deep = place.path().to_owned();
    while deep.as_os_str().len() < 480 {
        deep.push("a folder in a folder");
    }
    fs::create_dir_all(&deep).unwrap();
    assert_eq!(create(&deep.join("a.daybook"), PASSPHRASE).unwrap_err().code, "place.too_long");
    assert_eq!(fs::read_dir(&deep).unwrap().count(), 0, "before anything is made");
    let other = place.path().join("b.daybook");
    let stops = Vault::create(&other, PASSPHRASE, Cost::for_tests(), &sitting(), |tx| {
        tx.schools().insert(&SchoolDetails { name: "Half".into(), senco: String::new(), head: String::new() })?;
        Err(Fault::new("test.stops", "It stops half-way. Nothing was made."))
    });
    assert_eq!(stops.unwrap_err().code, "test.stops");
    let left: Vec<_> = fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(
        left.iter().all(|name| name == "a.daybook" || name == "a folder in a folder"),
        "only what was there: {left:?}"
    );
}

#[test]
fn what_a_vault_starts_from_is_there_from_its_first_day_and_is_never_undone() {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("a.daybook");
    let fill = |tx: &Writer<'_>| starting_activities().iter().try_for_each(|a| tx.activities().insert(a).map(|_| ()));
    let vault = Vault::create(&folder, PASSPHRASE, Cost::for_tests(), &sitting(), fill).unwrap();
    assert_eq!(vault.read().activities().list().unwrap().len(), starting_activities().len());
    assert_eq!(vault.undo_state().unwrap().undo, None);
}

#[test]
fn a_vault_is_open_once() {
    let here = Here::empty();
    assert_eq!(open_code(&here.folder()), "vault.in_use");
    let (folder, _place) = here.lock();
    open(&folder).unwrap();
}

#[test]
fn each_missing_part_has_a_fault_of_its_own() {
    let (folder, place) = Here::empty().lock();
    assert_eq!(open_code(&place.path().join("other.daybook")), "vault.missing");
    let aside = place.path().join("aside");
    fs::rename(folder.join("keys.json"), &aside).unwrap();
    assert_eq!(open_code(&folder), "vault.no_keys");
    fs::rename(folder.join("daybook.db"), place.path().join("db")).unwrap();
    assert_eq!(open_code(&folder), "vault.not_a_vault");
    fs::rename(&aside, folder.join("keys.json")).unwrap();
    assert_eq!(open_code(&folder), "vault.no_database");
    fs::rename(place.path().join("db"), folder.join("daybook.db")).unwrap();
    open(&folder).unwrap();
}

#[test]
fn damaged_keys_are_told_from_a_wrong_passphrase() {
    let (folder, _place) = Here::empty().lock();
    let file = folder.join("keys.json");
    let good = fs::read_to_string(&file).unwrap();
    let keys: serde_json::Value = serde_json::from_str(&good).unwrap();
    let with = |path: &str, value: serde_json::Value| {
        let mut changed = keys.clone();
        *changed.pointer_mut(path).unwrap() = value;
        fs::write(&file, changed.to_string()).unwrap();
        open_code(&folder)
    };
    assert_eq!(with("/slots", serde_json::json!([])), "vault.keys_damaged");
    assert_eq!(with("/slots/0/wrapped", "AAAA".into()), "vault.keys_damaged");
    assert_eq!(with("/slots/0/nonce", "not base64!".into()), "vault.keys_damaged");
    assert_eq!(with("/slots/0/kdf/memory_kib", 100_000_000.into()), "vault.keys_damaged", "100 GB are not tried");
    assert_eq!(with("/slots/0/kdf/passes", 4_000_000.into()), "vault.keys_damaged");
    assert_eq!(with("/slots/0/kdf/passes", 2.into()), "vault.wrong_passphrase", "another cost, another key");
    assert_eq!(with("/slots/0/id", "another".into()), "vault.wrong_passphrase", "the header is sealed");
    assert_eq!(with("/format", 2.into()), "vault.newer");
    fs::write(&file, &good[..good.len() / 2]).unwrap();
    assert_eq!(open_code(&folder), "vault.keys_damaged");
    fs::write(&file, vec![b' '; 1 << 20]).unwrap();
    assert_eq!(open_code(&folder), "vault.keys_damaged");
    fs::write(&file, good).unwrap();
    open(&folder).unwrap();
}

#[test]
fn a_damaged_file_is_refused_whole() {
    let (folder, _place) = Here::with_school().lock();
    let file = folder.join("daybook.db");
    let good = fs::read(&file).unwrap();
    for (what, bytes) in [
        ("empty", Vec::new()),
        ("cut in the middle", good[..good.len() / 2].to_vec()),
        ("cut by a page", good[..good.len() - 4096].to_vec()),
        ("cut inside the first page", good[..100].to_vec()),
        ("another file", vec![7; 8192]),
        ("a changed byte", {
            let mut bytes = good.clone();
            bytes[2000] ^= 1;
            bytes
        }),
    ] {
        fs::write(&file, bytes).unwrap();
        assert_eq!(open_code(&folder), "vault.damaged", "{what}");
    }
    fs::write(&file, good).unwrap();
    open(&folder).unwrap();
}

#[test]
fn the_keys_of_another_vault_open_nothing() {
    let (folder, _place) = Here::empty().lock();
    let (other, _other_place) = Here::empty().lock();
    fs::copy(other.join("keys.json"), folder.join("keys.json")).unwrap();
    assert_eq!(open_code(&folder), "vault.damaged");
}

#[test]
fn a_newer_file_is_refused_and_left_as_it_is() {
    let mut here = Here::with_school();
    here.vault.connection().pragma_update(None, "user_version", 99).unwrap();
    let (folder, _place) = here.lock();
    let before = fs::read(folder.join("daybook.db")).unwrap();
    assert_eq!(open_code(&folder), "vault.newer");
    assert_eq!(fs::read(folder.join("daybook.db")).unwrap(), before);
}

#[test]
fn an_older_file_is_backed_up_before_it_is_touched() {
    let mut here = Here::with_school();
    // A file that says it is older, though it has every table: its migration fails, as one may.
    here.vault.connection().pragma_update(None, "user_version", 0).unwrap();
    let (folder, _place) = here.lock();
    let before = fs::read(folder.join("daybook.db")).unwrap();
    open(&folder).unwrap_err();
    let backups = crate::list_backups(&folder.join("backups"), u64::MAX, &crate::Onlooker::default());
    assert_eq!(
        backups.iter().map(|backup| backup.reason).collect::<Vec<_>>(),
        [Some(BackupReason::Lock), Some(BackupReason::Migration)]
    );
    assert!(backups.iter().all(|backup| backup.condition == crate::Condition::Whole), "{backups:?}");
    assert_eq!(fs::read(folder.join("daybook.db")).unwrap(), before, "the file itself");
    assert_eq!(fs::read_dir(folder.join("backups")).unwrap().count(), 2, "nothing half made");
}

#[test]
fn what_was_kept_survives_a_crash() {
    let mut here = Here::with_school();
    let before = here.dump();
    let copy = TempDir::new().unwrap();
    let folder = copy.path().join("crashed.daybook");
    fs::create_dir(&folder).unwrap();
    // The files as they lie on the disk while the vault is open, write-ahead log and all.
    for file in fs::read_dir(here.folder()).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    assert!(folder.join("daybook.db-wal").metadata().unwrap().len() > 0, "there is something to recover");
    let vault = open(&folder).unwrap();
    assert_eq!(Here { vault, place: copy }.dump(), before);
}

#[test]
fn no_name_stands_in_any_file_of_the_folder() {
    let mut here = Here::with_school();
    here.does(|tx| {
        tx.entries().insert(SCHOOL, &entry("2026-11-02"))?;
        tx.settings().set("words", &["Nguyễn", "Osyth"])
    });
    let look = |folder: &std::path::Path| {
        let mut looked = 0;
        for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|file| file.is_file()) {
            let bytes = fs::read(&file).unwrap();
            looked += bytes.len();
            for word in ["Nguy", "nguyen", "Osyth", "A call from home", "SQLite format", "CREATE TABLE", PASSPHRASE] {
                let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
                assert!(!found, "{word} in {}", file.display());
            }
        }
        looked
    };
    assert!(look(&here.folder()) > 100_000, "the log was looked at while the vault was open");
    let (folder, _place) = here.lock();
    assert!(look(&folder) > 100_000);
}

#[test]
fn locking_leaves_one_whole_file_that_can_be_copied() {
    let (folder, _place) = Here::with_school().lock();
    let mut names: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["backups", "daybook.db", "keys.json", "lock"]);
}

#[test]
fn a_tuned_cost_is_never_below_the_least() {
    let cost = serde_json::to_value(Cost::tuned()).unwrap();
    assert!(cost["memory_kib"].as_u64().unwrap() >= 65_536);
    assert!(cost["passes"].as_u64().unwrap() >= 2);
}
