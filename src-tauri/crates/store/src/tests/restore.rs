//! Restoring: what may be, what may not, and what a crash leaves at each point.

use super::backups::{at_each_step, backups, copy_folder, names};
use super::*;
use crate::backup::Step;
use crate::keys::KeySlots;
use crate::vault::connect;
use crate::{Condition, Onlooker, Restore};
use daybook_domain::log::{BackupReason, Happening, OpenedBy};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Later on the day of [`sitting`].
pub fn later() -> Sitting {
    Sitting { at: day("2026-11-02").and_hms_opt(15, 30, 0).unwrap(), ..sitting() }
}

pub fn restore(folder: &Path, file: &Path) -> Outcome<Vault> {
    let ready = Restore::prepare(folder, file, PASSPHRASE, later().at, &Onlooker::default())?;
    Vault::restore(ready, false, &later(), &Onlooker::default())
}

pub fn dump_of(vault: Vault) -> String {
    Here { vault, place: TempDir::new().unwrap() }.dump()
}

/// A locked vault, a backup of it, and what each holds: another pupil came after the backup was made.
pub struct Two {
    pub folder: PathBuf,
    pub file: PathBuf,
    pub then: String,
    pub now: String,
    pub _place: TempDir,
}

pub fn two() -> Two {
    let mut here = Here::with_school();
    let then = here.dump();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap().path;
    here.does(|tx| tx.pupils().insert(&pupil("Kowalska", "Ewa"), SCHOOL));
    let now = here.dump();
    // Not locked but closed, as by a crash, so that only what a restore itself keeps is there.
    let Here { vault, place } = here;
    let folder = vault.folder().to_owned();
    drop(vault);
    let file = place.path().join("taken away.daybook-backup");
    fs::rename(made, &file).unwrap();
    Two { folder, file, then, now, _place: place }
}

#[test]
fn a_restored_daybook_is_as_it_was_and_what_was_there_is_kept() {
    let Two { folder, file, then, now, _place } = two();
    let vault = restore(&folder, &file).unwrap();
    let log: Vec<Happening> = vault.read().log().list().unwrap().into_iter().map(|line| line.happening).collect();
    assert_eq!(
        log[..3],
        [
            Happening::Opened { by: OpenedBy::Passphrase },
            Happening::Restored { of: at("2026-11-02") },
            Happening::BackedUp { why: BackupReason::Restore, rows: 23 },
        ]
    );
    assert_eq!(dump_of(vault), then);
    assert_eq!(names(&folder.join("backups")), ["2026-11-02 15-30-00 before-restore.daybook-backup"]);
    let kept = backups(&folder).remove(0);
    assert_eq!(dump_of(restore(&folder, &kept.path).unwrap()), now, "and it can be brought back");
    open(&folder).unwrap().lock(LockReason::Asked, at("2026-11-03"));
    assert_eq!(names(&folder), ["backups", "daybook.db", "keys.json", "lock"]);
}

#[test]
fn a_crash_at_any_point_of_a_restore_leaves_the_old_or_the_new() {
    let Two { folder, file, then, now, _place } = two();
    let (restored, steps, _copies) = at_each_step(&folder, || restore(&folder, &file).map(drop));
    restored.unwrap();
    use Step::{Cleared, Copied, Kept, Named, Packed, Placed, Unpacked};
    let order: Vec<Step> = steps.iter().map(|(step, _)| *step).collect();
    assert_eq!(order, [Unpacked, Copied, Packed, Named, Kept, Cleared, Placed]);
    for (step, copy) in steps {
        assert!(backups(&copy).iter().all(|each| each.condition == Condition::Whole), "{step:?}");
        assert_eq!(&dump_of(open(&copy).unwrap()), if step == Placed { &then } else { &now }, "{step:?}");
        let left = names(&copy.join("backups"));
        assert!(left.iter().all(|name| !name.starts_with('.')), "{step:?}: {left:?}");
        assert_eq!(dump_of(restore(&copy, &file).unwrap()), then, "{step:?}: and it can be done again");
    }
}

#[test]
fn a_database_that_does_not_open_is_kept_raw_and_a_crash_leaves_it_or_the_new() {
    let Two { folder, file, then, _place, .. } = two();
    let database = folder.join("daybook.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[2000] ^= 1;
    fs::write(&database, &bytes).unwrap();
    // What a crash of the app left beside it must never be played into the new database.
    fs::write(folder.join("daybook.db-wal"), vec![7; 5000]).unwrap();
    let before = TempDir::new().unwrap();
    copy_folder(&folder, &before.path().join("before"));
    let (restored, steps, _copies) = at_each_step(&folder, || restore(&folder, &file).map(drop));
    restored.unwrap();
    assert_eq!(dump_of(open(&folder).unwrap()), then);
    let kept = folder.join("backups").join("kept 2026-11-02 15-30-00");
    for name in ["daybook.db", "daybook.db-wal", "keys.json"] {
        let old = fs::read(before.path().join("before").join(name)).unwrap();
        assert_eq!(fs::read(kept.join(name)).unwrap(), old, "{name} is kept as it was");
    }
    assert_eq!(backups(&folder).len(), 0, "nothing that does not open is called a backup");
    let order: Vec<Step> = steps.iter().map(|(step, _)| *step).collect();
    assert_eq!(order, [Step::Unpacked, Step::Kept, Step::Cleared, Step::Placed]);
    for (step, copy) in steps {
        match step {
            Step::Placed => assert_eq!(dump_of(open(&copy).unwrap()), then),
            _ => assert_eq!(open(&copy).unwrap_err().code, "vault.damaged", "{step:?}"),
        }
        assert_eq!(dump_of(restore(&copy, &file).unwrap()), then, "{step:?}: it goes on from there");
    }
}

#[test]
fn a_database_that_is_gone_comes_back() {
    let Two { folder, file, then, _place, .. } = two();
    fs::remove_file(folder.join("daybook.db")).unwrap();
    assert_eq!(dump_of(restore(&folder, &file).unwrap()), then);
}

#[test]
fn keys_that_are_missing_or_damaged_come_back_from_the_backup() {
    for damage in [None, Some("{ not json")] {
        let Two { folder, file, then, now, _place } = two();
        let keys = folder.join("keys.json");
        match damage {
            None => fs::remove_file(&keys).unwrap(),
            Some(bytes) => fs::write(&keys, bytes).unwrap(),
        }
        let (restored, steps, _copies) = at_each_step(&folder, || restore(&folder, &file).map(drop));
        restored.unwrap();
        assert_eq!(dump_of(open(&folder).unwrap()), then);
        let before: Vec<_> = backups(&folder).into_iter().map(|backup| backup.condition).collect();
        assert_eq!(before, [Condition::Whole], "what was there opens again too: {damage:?}");
        let raw = folder.join("backups").join("kept 2026-11-02 15-30-00");
        assert_eq!(fs::read_to_string(raw.join("keys.json")).ok().as_deref(), damage);
        for (step, copy) in steps {
            let opened = open(&copy).map(dump_of);
            match step {
                Step::Placed => assert_eq!(opened.unwrap(), then),
                Step::Keyed | Step::Cleared => assert_eq!(opened.unwrap(), now, "{step:?}: its keys again"),
                _ => {
                    let code = opened.unwrap_err().code;
                    assert!(["vault.no_keys", "vault.keys_damaged"].contains(&code.as_ref()), "{step:?}: {code}");
                }
            }
            assert_eq!(dump_of(restore(&copy, &file).unwrap()), then, "{step:?}: it goes on from there");
        }
    }
}

#[test]
fn words_that_changed_since_open_what_is_restored_and_the_old_ones_do_not() {
    let Two { folder, file, then, _place, .. } = two();
    let key = KeySlots::read(&folder).unwrap().open(PASSPHRASE).unwrap().0;
    let words = "quilt harbour seven";
    KeySlots::with_passphrase(&key, words, Cost::for_tests(), later().at).unwrap().write(&folder).unwrap();
    let looked = crate::look_at_backup(&file, &Onlooker::default()).unwrap();
    assert!(!looked.opens_as(&folder), "by itself it opens with the old words");
    assert_eq!(restore(&folder, &file).unwrap_err().code, "vault.wrong_passphrase");
    let ready = Restore::prepare(&folder, &file, words, later().at, &Onlooker::default()).unwrap();
    let vault = Vault::restore(ready, false, &later(), &Onlooker::default()).unwrap();
    assert_eq!(dump_of(vault), then);
    assert_eq!(open(&folder).unwrap_err().code, "vault.wrong_passphrase");
    Vault::open(&folder, words, &sitting()).unwrap();
}

#[test]
fn what_must_not_be_restored_is_refused_and_nothing_is_touched() {
    let Two { folder, file, now, _place, .. } = two();
    let refused = |file: &Path| restore(&folder, file).unwrap_err().code.into_owned();
    let other = {
        let mut other = Here::with_school();
        let made = other.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap().path;
        let copy = folder.parent().unwrap().join("other.daybook-backup");
        fs::copy(made, &copy).unwrap();
        copy
    };
    assert_eq!(refused(&other), "restore.other_daybook");
    let good = fs::read(&file).unwrap();
    let bad = folder.parent().unwrap().join("bad.daybook-backup");
    for (length, flip) in [(good.len() / 2, 0), (good.len(), good.len() / 2)] {
        let mut bytes = good[..length].to_vec();
        bytes[flip] ^= u8::from(flip > 0);
        fs::write(&bad, bytes).unwrap();
        assert_eq!(refused(&bad), "backup.unreadable");
    }
    assert_eq!(refused(&folder.join("daybook.db")), "backup.foreign");
    assert_eq!(refused(&folder.join("gone")), "backup.missing");
    let wrong = Restore::prepare(&folder, &file, "other words", later().at, &Onlooker::default()).err().unwrap();
    assert_eq!(wrong.code, "vault.wrong_passphrase");
    assert_eq!(names(&folder.join("backups")), Vec::<String>::new());
    let vault = open(&folder).unwrap();
    assert_eq!(restore(&folder, &file).unwrap_err().code, "vault.in_use");
    assert_eq!(dump_of(vault), now);
    let stray = TempDir::new().unwrap();
    let elsewhere = |folder: &Path| {
        Restore::prepare(folder, &file, PASSPHRASE, later().at, &Onlooker::default()).err().unwrap().code
    };
    assert_eq!(elsewhere(stray.path()), "vault.not_a_vault");
    assert_eq!(elsewhere(&stray.path().join("gone")), "vault.missing");
    assert_eq!(names(stray.path()), Vec::<String>::new());
}

#[test]
fn a_backup_of_less_than_half_is_restored_only_when_it_is_meant() {
    let mut here = Here::empty();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap().path;
    here.does(|tx| {
        let details = SchoolDetails { name: "St Osyth's".into(), senco: String::new(), head: String::new() };
        let school = tx.schools().insert(&details)?;
        (0..9).try_for_each(|_| tx.pupils().insert(&pupil("Nguyễn", "Zoë"), school).map(|_| ()))
    });
    let now = here.dump();
    let Here { vault, place: _place } = here;
    let folder = vault.folder().to_owned();
    drop(vault);
    let refused = restore(&folder, &made).unwrap_err();
    assert_eq!((refused.code.as_ref(), refused.field.as_deref()), ("restore.smaller", Some("confirm_smaller")));
    assert!(refused.message.contains("0 rows") && refused.message.contains("10"), "{}", refused.message);
    assert_eq!(dump_of(open(&folder).unwrap()), now);
    let ready = Restore::prepare(&folder, &made, PASSPHRASE, later().at, &Onlooker::default()).unwrap();
    let vault = Vault::restore(ready, true, &later(), &Onlooker::default()).unwrap();
    assert_eq!(dump_of(vault), "");
    assert_eq!(backups(&folder).iter().filter(|each| each.reason == Some(BackupReason::Restore)).count(), 1);
}

#[test]
fn cancelling_a_restore_touches_nothing() {
    let Two { folder, file, now, _place, .. } = two();
    let cancel = Arc::new(AtomicBool::new(true));
    let watch = Onlooker::new(|_| {}, Arc::clone(&cancel));
    assert_eq!(Restore::prepare(&folder, &file, PASSPHRASE, later().at, &watch).err().unwrap().code, "work.cancelled");
    watch.begin();
    let ready = Restore::prepare(&folder, &file, PASSPHRASE, later().at, &watch).unwrap();
    cancel.store(true, Ordering::Relaxed);
    assert_eq!(Vault::restore(ready, false, &later(), &watch).unwrap_err().code, "work.cancelled");
    assert_eq!(names(&folder.join("backups")), Vec::<String>::new());
    assert_eq!(dump_of(open(&folder).unwrap()), now);
}

#[test]
fn a_backup_becomes_a_new_daybook_whole_or_not_at_all() {
    let Two { folder, file, then, now, _place } = two();
    let other = TempDir::new().unwrap();
    let new = other.path().join("From a stick.daybook");
    let quiet = Onlooker::default();
    let as_new = |folder: &Path, words: &str| Vault::restore_as_new(&file, folder, words, &later(), &quiet);
    assert_eq!(as_new(&new, "other words").unwrap_err().code, "vault.wrong_passphrase");
    assert_eq!(as_new(&folder, PASSPHRASE).unwrap_err().code, "vault.exists");
    assert_eq!(as_new(&other.path().join("gone").join("a.daybook"), PASSPHRASE).unwrap_err().code, "store.no_place");
    assert_eq!(names(other.path()), Vec::<String>::new());
    let (made, steps, _copies) = at_each_step(other.path(), || as_new(&new, PASSPHRASE));
    let order: Vec<Step> = steps.iter().map(|(step, _)| *step).collect();
    assert_eq!(order, [Step::Cleared, Step::Placed]);
    assert!(!steps[0].1.join("From a stick.daybook").exists(), "no folder of that name until it is whole");
    let crashed = steps[1].1.join("From a stick.daybook");
    assert_eq!(dump_of(open(&crashed).unwrap()), then);
    let vault = made.unwrap();
    assert_eq!(vault.read().log().list().unwrap()[1].happening, Happening::Restored { of: at("2026-11-02") });
    assert_eq!(dump_of(vault), then);
    assert_eq!(names(other.path()), ["From a stick.daybook"]);
    assert_eq!(dump_of(open(&folder).unwrap()), now, "the first one is as it was");
}

#[test]
fn a_backup_of_an_older_version_is_brought_to_this_one_before_it_is_put_in_place() {
    let (folder, _place) = super::fixtures::of_version(1);
    let key = KeySlots::read(&folder).unwrap().open(PASSPHRASE).unwrap().0;
    let connection = connect(&folder.join("daybook.db"), &key).unwrap();
    let source = crate::backup::Source { folder: &folder, key: &key, connection: &connection, slots: None };
    let (made, about) =
        crate::backup::make(&source, BackupReason::Asked, at("2026-11-01"), &Onlooker::default()).unwrap();
    assert_eq!(about.schema, 1);
    drop(connection);
    drop(open(&folder).unwrap());
    let restored = restore(&folder, &made).unwrap();
    assert_eq!(restored.read().log().list().unwrap()[1].happening, Happening::Restored { of: at("2026-11-01") });
}

/// A closed vault with rows on many pages, a backup of it from before them, and the bytes of its database.
fn of_many_pages() -> (Here, PathBuf, PathBuf, Vec<u8>, String) {
    let mut here = Here::with_school();
    let then = here.dump();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap().path;
    for _ in 0..40 {
        // Longer than a page, so that there are overflow pages too.
        here.does(|tx| {
            tx.entries().insert(SCHOOL, &EntryDetails { text: "word ".repeat(1200), ..entry("2026-11-04") })
        });
    }
    let file = here.place.path().join("taken away.daybook-backup");
    fs::rename(made, &file).unwrap();
    let here = here.restart();
    let folder = here.folder();
    here.vault.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let bytes = fs::read(folder.join("daybook.db")).unwrap();
    (here, folder, file, bytes, then)
}

/// The database with one page damaged, for some of its pages, the last among them.
fn damaged_pages(bytes: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    let last = bytes.len() / 4096 - 1;
    (1..last).step_by(7).chain([last]).map(move |page| {
        let mut damaged = bytes.to_vec();
        damaged[page * 4096 + 1000] ^= 1;
        (page, damaged)
    })
}

#[test]
fn a_page_that_cannot_be_read_stops_no_restore_and_is_kept_raw() {
    let (here, folder, file, bytes, then) = of_many_pages();
    let Here { vault, place: _place } = here;
    drop(vault);
    for (page, damaged) in damaged_pages(&bytes) {
        fs::remove_dir_all(folder.join("backups")).unwrap();
        fs::write(folder.join("daybook.db"), &damaged).unwrap();
        let ready = Restore::prepare(&folder, &file, PASSPHRASE, later().at, &Onlooker::default()).unwrap();
        let restored = Vault::restore(ready, true, &later(), &Onlooker::default());
        let restored = restored.unwrap_or_else(|fault| panic!("page {page}: {}", fault.code));
        assert_eq!(dump_of(restored), then, "page {page}");
        let kept = folder.join("backups").join("kept 2026-11-02 15-30-00").join("daybook.db");
        assert!(fs::read(kept).unwrap().len() >= damaged.len(), "page {page}: what was there is kept");
    }
}

#[test]
fn a_backup_of_a_file_with_a_damaged_page_is_refused_as_damaged() {
    let (here, folder, _file, bytes, _) = of_many_pages();
    let Here { vault, place: _place } = here;
    drop(vault);
    for (page, damaged) in damaged_pages(&bytes) {
        fs::write(folder.join("daybook.db"), &damaged).unwrap();
        let code = match open(&folder) {
            Ok(mut vault) => vault.back_up(BackupReason::Asked, at("2026-11-03")).unwrap_err().code,
            Err(fault) => fault.code,
        };
        assert_eq!(code, "vault.damaged", "page {page}");
        let _ = fs::remove_file(folder.join("daybook.db-wal"));
    }
}
