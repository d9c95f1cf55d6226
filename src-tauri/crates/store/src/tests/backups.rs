//! Making backups: when, how they are checked, and what stays when the making is stopped at any point.

use super::*;
use crate::backup::{self, Condition, Step, WATCHED};
use crate::{Backup, Onlooker, list_backups, look_at_backup};
use daybook_domain::log::{BackupReason, Happening};
use daybook_domain::progress::Doing;
use std::cell::RefCell;
use std::fs;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

pub fn backups(folder: &Path) -> Vec<Backup> {
    list_backups(&folder.join("backups"), u64::MAX, &Onlooker::default())
}

pub fn reasons(folder: &Path) -> Vec<BackupReason> {
    let mut reasons: Vec<_> = backups(folder).iter().map(|backup| backup.reason.unwrap()).collect();
    reasons.reverse();
    reasons
}

/// The names in a folder, by name.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Copies a vault as it lies on the disk at this moment, as after a crash.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, copy) = (file.path(), to.join(file.file_name()));
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else if file.file_name() != "lock" {
            fs::copy(path, copy).unwrap();
        }
    }
}

/// What the vault's folder is at each step of some work.
pub fn at_each_step<T>(folder: &Path, work: impl FnOnce() -> T) -> (T, Vec<(Step, PathBuf)>, TempDir) {
    let (kept, place) = (Rc::new(RefCell::new(Vec::new())), TempDir::new().unwrap());
    let (told, folder, within) = (Rc::clone(&kept), folder.to_owned(), place.path().to_owned());
    WATCHED.set(Some(Box::new(move |step| {
        let copy = within.join(format!("{} {step:?}.daybook", told.borrow().len()));
        if folder.is_dir() {
            copy_folder(&folder, &copy);
            told.borrow_mut().push((step, copy));
        }
    })));
    let done = work();
    WATCHED.set(None);
    let steps = kept.borrow().clone();
    (done, steps, place)
}

fn dump(folder: &Path) -> String {
    Here { vault: open(folder).unwrap(), place: TempDir::new().unwrap() }.dump()
}

#[test]
fn a_backup_is_one_whole_file_that_says_what_it_holds_and_no_name() {
    let mut here = Here::with_school();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap();
    assert_eq!(made.path.file_name().unwrap(), "2026-11-02 08-00-00 as-asked.daybook-backup");
    let about = made.about.clone().unwrap();
    assert!(here.vault.made(&about) && made.opens_as(&here.folder()));
    assert_eq!(
        (about.reason, about.schema, about.rows["pupil"], about.total),
        (BackupReason::Asked, crate::schema::NEWEST, 1, 22)
    );
    assert_eq!(look_at_backup(&made.path, &Onlooker::default()).unwrap().condition, Condition::Whole);
    assert_eq!(names(&here.folder().join("backups")).len(), 1, "nothing half made beside it");
    let bytes = fs::read(&made.path).unwrap();
    for word in ["Nguy", "nguyen", "Osyth", "SQLite format", PASSPHRASE] {
        assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
    }
    assert_eq!(
        here.vault.read().log().list().unwrap()[0].happening,
        Happening::BackedUp { why: BackupReason::Asked, rows: 22 }
    );
}

#[test]
fn a_backup_opens_by_itself_with_a_zip_tool_and_the_words() {
    let mut here = Here::with_school();
    let before = here.dump();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap();
    let by_hand = TempDir::new().unwrap();
    let folder = by_hand.path().join("by hand.daybook");
    zip::ZipArchive::new(fs::File::open(&made.path).unwrap()).unwrap().extract(&folder).unwrap();
    assert_eq!(names(&folder), ["about.json", "daybook.db", "keys.json"]);
    assert_eq!(dump(&folder), before, "what the write-ahead log held is folded in");
}

#[test]
fn the_first_change_of_a_day_is_backed_up_before_and_no_other() {
    let mut here = Here::with_school();
    let write = |here: &mut Here, text: &str| {
        here.vault.transact(Op::new("test", "Do something"), at(text), |tx| tx.settings().set("word", &text)).unwrap();
    };
    write(&mut here, "2026-11-02");
    assert_eq!(reasons(&here.folder()), [], "the daybook was made today");
    write(&mut here, "2026-11-03");
    write(&mut here, "2026-11-03");
    here.vault.undo(at("2026-11-03")).unwrap();
    assert_eq!(reasons(&here.folder()), [BackupReason::FirstChange]);
    let made = &backups(&here.folder())[0];
    assert_eq!(made.about.as_ref().unwrap().stand.operations, 2, "before the change");
    here.vault.undo(at("2026-11-04")).unwrap();
    here.vault.redo(at("2026-11-04")).unwrap();
    let mut here = here.restart();
    here.vault.redo(at("2026-11-04")).unwrap();
    write(&mut here, "2026-11-04");
    let firsts = reasons(&here.folder()).into_iter().filter(|why| *why == BackupReason::FirstChange).count();
    assert_eq!(firsts, 2, "one for each of two days, whoever asks");
    here.vault.back_up(BackupReason::Import, at("2026-11-05")).unwrap();
    write(&mut here, "2026-11-05");
    let after = reasons(&here.folder());
    assert_eq!(
        after.last(),
        Some(&BackupReason::Import),
        "what is backed up already is not backed up again: {after:?}"
    );
}

#[test]
fn locking_backs_up_what_changed_and_nothing_else() {
    let mut here = Here::with_school().restart();
    assert_eq!(reasons(&here.folder()), [BackupReason::Lock]);
    here.vault.note(&Happening::Exported { what: "everything".into() }, at("2026-11-02")).unwrap();
    let mut here = here.restart().restart();
    assert_eq!(reasons(&here.folder()), [BackupReason::Lock], "nothing changed");
    here.vault.undo(at("2026-11-02")).unwrap();
    let here = here.restart();
    assert_eq!(reasons(&here.folder()), [BackupReason::Lock, BackupReason::Lock], "it was undone");
    let (folder, _place) = here.lock();
    assert_eq!(backups(&folder)[0].path.file_stem().unwrap().to_str().unwrap().get(20..), Some("on-lock 2"));
}

#[test]
fn an_empty_vault_is_not_backed_up_by_itself() {
    let (folder, _place) = Here::empty().lock();
    assert_eq!(reasons(&folder), []);
}

#[test]
fn a_making_that_is_stopped_anywhere_leaves_no_file_named_as_a_backup() {
    let mut here = Here::with_school();
    let mut stopped = 0_usize;
    loop {
        let left = Arc::new(Mutex::new(stopped));
        let cancel = Arc::new(AtomicBool::new(false));
        let (sets, counts) = (Arc::clone(&cancel), Arc::clone(&left));
        here.vault.watched_by(Onlooker::new(
            move |_| {
                let mut left = counts.lock().unwrap();
                sets.store(*left == 0, Ordering::Relaxed);
                *left = left.saturating_sub(1);
            },
            cancel,
        ));
        match here.vault.back_up(BackupReason::Asked, at("2026-11-02")) {
            Ok(_) => break,
            Err(fault) => assert_eq!(fault.code, "work.cancelled"),
        }
        assert_eq!(names(&here.folder().join("backups")), Vec::<String>::new(), "stopped at look {stopped}");
        stopped += 1;
    }
    assert!(stopped >= 6, "copying, checking, packing and reading back look whether to go on: {stopped}");
    assert_eq!(backups(&here.folder()).len(), 1);
    assert_eq!(here.vault.backup_trouble().unwrap(), None, "a cancel is no trouble");
}

#[test]
fn a_crash_at_any_point_leaves_only_whole_backups_and_the_next_opening_clears_up() {
    let mut here = Here::with_school();
    let before = here.dump();
    let folder = here.folder();
    let ((), steps, _copies) =
        at_each_step(&folder, || here.vault.back_up(BackupReason::Asked, at("2026-11-02")).map(|_| ()).unwrap());
    assert_eq!(steps.iter().map(|(step, _)| *step).collect::<Vec<_>>(), [Step::Copied, Step::Packed, Step::Named]);
    for (step, copy) in steps {
        let whole = usize::from(step == Step::Named);
        assert!(names(&copy.join("backups")).len() > whole, "{step:?}: something half made is there");
        assert_eq!(backups(&copy).iter().filter(|each| each.condition == Condition::Whole).count(), whole, "{step:?}");
        assert_eq!(backups(&copy).len(), whole, "{step:?}");
        assert_eq!(dump(&copy), before, "{step:?}");
        assert_eq!(names(&copy.join("backups")).len(), whole, "{step:?}: cleared away");
    }
}

#[test]
fn what_happens_by_itself_is_told_and_not_cancelled() {
    let mut here = Here::with_school();
    let told = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&told);
    here.vault.watched_by(Onlooker::new(move |far| list.lock().unwrap().push(far), Arc::new(AtomicBool::new(true))));
    here.vault.transact(Op::new("test", "Do something"), at("2026-11-03"), |tx| tx.settings().set("word", &1)).unwrap();
    assert_eq!(reasons(&here.folder()), [BackupReason::FirstChange]);
    let told = told.lock().unwrap();
    assert!(
        [Doing::Copying, Doing::Checking, Doing::Packing]
            .iter()
            .all(|doing| told.iter().any(|far| far.doing == *doing))
    );
    assert!(told.iter().all(|far| far.done <= far.of));
}

#[test]
fn a_backup_that_fails_stops_no_change_and_no_lock_and_is_told() {
    let mut here = Here::with_school();
    let keys = here.folder().join("keys.json");
    let good = fs::read(&keys).unwrap();
    fs::remove_file(&keys).unwrap();
    here.vault.transact(Op::new("test", "Do something"), at("2026-11-03"), |tx| tx.settings().set("word", &1)).unwrap();
    assert_eq!(here.vault.backup_trouble().unwrap(), Some((at("2026-11-03"), "vault.no_keys".to_owned())));
    let lines = here.vault.read().log().list().unwrap();
    let failed = Happening::BackupFailed { why: BackupReason::FirstChange, code: "vault.no_keys".into() };
    assert_eq!(lines[0].happening, failed);
    fs::write(&keys, b"{}").unwrap();
    assert_eq!(here.vault.back_up(BackupReason::Erase, at("2026-11-03")).unwrap_err().code, "vault.keys_damaged");
    let folder = here.folder();
    assert_eq!(here.vault.lock(LockReason::Asked, at("2026-11-03")).unwrap().code, "vault.keys_damaged");
    assert_eq!(names(&folder.join("backups")), Vec::<String>::new());
    fs::write(&keys, good).unwrap();
    let vault = open(&folder).unwrap();
    assert_eq!(vault.read().settings().get::<i32>("word").unwrap(), Some(1));
    assert_eq!(vault.lock(LockReason::Asked, at("2026-11-03")), None);
    assert_eq!(open(&folder).unwrap().backup_trouble().unwrap(), None);
}

#[test]
fn damage_is_seen_wherever_it_is() {
    let mut here = Here::with_school();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap().path;
    let good = fs::read(&made).unwrap();
    let code = |bytes: &[u8]| {
        fs::write(&made, bytes).unwrap();
        let looked = look_at_backup(&made, &Onlooker::default()).unwrap_err();
        let listed = backups(&here.folder());
        assert_eq!(listed[0].condition, Condition::Unusable(looked.clone()), "it is listed, and as what it is");
        assert_eq!((listed[0].made_at, listed[0].reason), (Some(at("2026-11-02")), Some(BackupReason::Asked)));
        looked.code
    };
    for length in [0, 3, 100, good.len() / 2, good.len() - 1] {
        assert_eq!(code(&good[..length]), "backup.unreadable", "cut to {length}");
    }
    for place in [60, 500, 2_000, good.len() / 3, good.len() / 2, good.len() - 400] {
        let mut bytes = good.clone();
        bytes[place] ^= 1;
        assert_eq!(code(&bytes), "backup.unreadable", "a byte at {place} of {}", good.len());
    }
    fs::write(&made, &good).unwrap();
    assert_eq!(look_at_backup(&made, &Onlooker::default()).unwrap().condition, Condition::Whole);
}

#[test]
fn what_is_no_backup_is_told_from_a_damaged_one() {
    use std::io::Write as _;
    let mut here = Here::with_school();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap().path;
    let place = TempDir::new().unwrap();
    let code = |members: &[(&str, &[u8])]| {
        let path = place.path().join("made up.daybook-backup");
        let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        for (name, bytes) in members {
            let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            zip.start_file(*name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap();
        look_at_backup(&path, &Onlooker::default()).unwrap_err().code.into_owned()
    };
    let mut envelope = backup::Envelope::open(&made).unwrap();
    let about = serde_json::to_value(&envelope.about).unwrap();
    let keys = envelope.slots().unwrap();
    let said = |path: &str, value: serde_json::Value| {
        let mut about = about.clone();
        *about.pointer_mut(path).unwrap() = value;
        about.to_string().into_bytes()
    };
    let (good, newer, tables) = (about.to_string().into_bytes(), said("/format", 2.into()), said("/schema", 99.into()));
    assert_eq!(code(&[("photo.jpg", b"a picture")]), "backup.foreign");
    assert_eq!(code(&[]), "backup.foreign");
    assert_eq!(code(&[("about.json", &good), ("keys.json", &keys), ("../daybook.db", b"out")]), "backup.foreign");
    assert_eq!(
        code(&[("about.json", &good), ("keys.json", &keys), ("daybook.db", b"in"), ("../../evil", b"out")]),
        "backup.foreign"
    );
    assert_eq!(code(&[("about.json", &newer), ("keys.json", &keys), ("daybook.db", b"x")]), "backup.newer");
    assert_eq!(code(&[("about.json", &tables), ("keys.json", &keys), ("daybook.db", b"x")]), "backup.newer");
    assert_eq!(code(&[("about.json", b"{}"), ("keys.json", &keys), ("daybook.db", b"x")]), "backup.unreadable");
    assert_eq!(code(&[("about.json", &good), ("keys.json", b"{}"), ("daybook.db", b"x")]), "backup.unreadable");
    assert_eq!(
        code(&[("about.json", &vec![b' '; 1 << 20]), ("keys.json", &keys), ("daybook.db", b"x")]),
        "backup.foreign"
    );
    let text = place.path().join("a text.daybook-backup");
    fs::write(&text, b"Dear SENCO, ...").unwrap();
    assert_eq!(look_at_backup(&text, &Onlooker::default()).unwrap_err().code, "backup.foreign");
    assert_eq!(look_at_backup(&place.path().join("gone"), &Onlooker::default()).unwrap_err().code, "backup.missing");
    assert_eq!(names(place.path()), ["a text.daybook-backup", "made up.daybook-backup"], "nothing was written out");
}

#[test]
fn old_backups_are_thinned_and_what_is_not_ours_or_cannot_be_read_stays() {
    let mut here = Here::with_school();
    let backups_folder = here.folder().join("backups");
    fs::write(backups_folder.join("2020-01-01 08-00-00 on-lock.daybook-backup"), b"half a file").unwrap();
    fs::write(backups_folder.join("a note.txt"), b"hers").unwrap();
    let mut other = Here::with_school();
    let foreign = other.vault.back_up(BackupReason::Import, at("2020-01-01")).unwrap().path;
    fs::copy(&foreign, backups_folder.join(foreign.file_name().unwrap())).unwrap();
    for (of, hour) in [("2026-01-06", 7), ("2026-01-06", 8), ("2026-11-01", 8), ("2026-11-02", 8)] {
        here.vault.back_up(BackupReason::Import, day(of).and_hms_opt(hour, 0, 0).unwrap()).unwrap();
    }
    assert_eq!(
        names(&backups_folder),
        [
            "2020-01-01 08-00-00 before-import.daybook-backup",
            "2020-01-01 08-00-00 on-lock.daybook-backup",
            "2026-01-06 08-00-00 before-import.daybook-backup",
            "2026-11-01 08-00-00 before-import.daybook-backup",
            "2026-11-02 08-00-00 before-import.daybook-backup",
            "a note.txt",
        ]
    );
}

#[test]
fn only_as_much_is_read_through_as_was_asked_for_and_the_newest_first() {
    let mut here = Here::with_school();
    for day in ["2026-11-01", "2026-11-02"] {
        here.vault.back_up(BackupReason::Asked, at(day)).unwrap();
    }
    let listed = list_backups(&here.folder().join("backups"), backups(&here.folder())[0].bytes, &Onlooker::default());
    let conditions: Vec<_> = listed.iter().map(|backup| backup.condition.clone()).collect();
    assert_eq!(conditions, [Condition::Whole, Condition::Looked]);
}
