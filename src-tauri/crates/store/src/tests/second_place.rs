//! The second place for backups.

use super::backups::{copy_folder, names};
use super::*;
use crate::{Onlooker, Restore, SecondState};
use daybook_domain::log::BackupReason;
use daybook_domain::progress::Doing;
use std::fs;
use std::sync::{Arc, Mutex};

#[test]
fn backups_are_copied_to_the_second_place_and_thinned_there() {
    let mut here = Here::with_school();
    let stick = TempDir::new().unwrap();
    assert_eq!(here.vault.second_place().unwrap(), None);
    here.vault.set_second_place(Some(stick.path()), at("2026-11-02")).unwrap();
    assert_eq!(here.vault.second_place().unwrap(), Some((stick.path().to_owned(), SecondState::Ready, None)));
    let undo = here.vault.undo_state().unwrap().undo.unwrap();
    assert_eq!(undo, "Do something", "where backups go is nothing Undo undoes");
    for (of, hour) in [("2026-01-05", 7), ("2026-01-05", 8), ("2026-01-06", 8), ("2026-11-02", 8)] {
        here.vault.back_up(BackupReason::Import, day(of).and_hms_opt(hour, 0, 0).unwrap()).unwrap();
    }
    let copies = stick.path().join("Schüler Łódź backups");
    assert_eq!(names(&copies), names(&here.folder().join("backups")));
    assert_eq!(names(&copies).len(), 3, "one of January was thinned");
    assert_eq!(here.vault.second_place().unwrap().unwrap().2, Some(at("2026-11-02")));
    let (folder, place) = here.lock();
    for name in names(&copies) {
        assert_eq!(fs::read(copies.join(&name)).unwrap(), fs::read(folder.join("backups").join(name)).unwrap());
    }
    drop(place);
}

#[test]
fn a_second_place_that_is_away_stops_nothing() {
    let mut here = Here::with_school();
    let stick = TempDir::new().unwrap();
    let place = stick.path().join("stick");
    fs::create_dir(&place).unwrap();
    here.vault.set_second_place(Some(&place), at("2026-11-02")).unwrap();
    fs::remove_dir(&place).unwrap();
    here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap();
    assert_eq!(here.vault.second_place().unwrap(), Some((place.clone(), SecondState::Absent, None)));
    assert!(!place.exists(), "a drive's folder is never made up");
    assert_eq!(here.vault.backup_trouble().unwrap(), None);
    fs::create_dir(&place).unwrap();
    // Something else has the name its folder there would get.
    fs::write(place.join("Schüler Łódź backups"), b"").unwrap();
    here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap();
    assert_eq!(names(&here.folder().join("backups")).len(), 2);
    here.vault.set_second_place(None, at("2026-11-02")).unwrap();
    assert_eq!(here.vault.second_place().unwrap(), None);
}

#[test]
fn a_second_place_is_a_folder_outside_the_daybook() {
    let mut here = Here::with_school();
    let folder = here.folder();
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("a file"), b"").unwrap();
    for place in [folder.clone(), folder.join("backups"), outside.path().join("gone"), outside.path().join("a file")] {
        let refused = here.vault.set_second_place(Some(&place), at("2026-11-02")).unwrap_err();
        assert_eq!((refused.code.as_ref(), refused.field.as_deref()), ("backup.second_place", Some("folder")));
    }
}

#[test]
fn what_a_crash_left_in_the_second_place_goes_with_the_next_backup() {
    let mut here = Here::with_school();
    let stick = TempDir::new().unwrap();
    here.vault.set_second_place(Some(stick.path()), at("2026-11-02")).unwrap();
    let half = stick.path().join("Schüler Łódź backups").join(".building-abc");
    fs::create_dir_all(&half).unwrap();
    fs::write(half.join("copy"), b"half").unwrap();
    here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap();
    assert_eq!(names(half.parent().unwrap()), ["2026-11-02 08-00-00 as-asked.daybook-backup"]);
}

#[test]
fn a_backup_that_the_log_takes_no_line_of_is_made_all_the_same() {
    let mut here = Here::with_school();
    let full = "CREATE TEMP TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'no room'); END";
    here.vault.connection().execute_batch(full).unwrap();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap();
    assert!(made.path.is_file());
}

#[test]
fn on_locking_the_file_is_closed_before_a_backup_is_carried() {
    let mut here = Here::with_school();
    let stick = TempDir::new().unwrap();
    here.vault.set_second_place(Some(stick.path()), at("2026-11-02")).unwrap();
    let (log, open) = (here.folder().join("daybook.db-wal"), Arc::new(Mutex::new(Vec::new())));
    let seen = Arc::clone(&open);
    assert!(log.exists());
    let look = move |far: daybook_domain::progress::Progress| {
        if far.doing == Doing::Carrying {
            seen.lock().unwrap().push(log.exists());
        }
    };
    here.vault.watched_by(Onlooker::new(look, Arc::default()));
    let (_, place) = here.lock();
    let open = open.lock().unwrap();
    assert!(!open.is_empty() && open.iter().all(|open| !open), "{open:?}");
    assert_eq!(names(&stick.path().join("Schüler Łódź backups")).len(), 1);
    drop(place);
}

#[test]
fn a_full_disk_is_seen_before_anything_is_written() {
    let place = TempDir::new().unwrap();
    let refused = crate::backup::check_room(place.path(), u64::MAX).unwrap_err();
    assert_eq!(refused.code, "backup.no_room");
    let here = Here::with_school();
    let key = crate::keys::random_key().unwrap();
    let line = crate::backup::Line::of(&here.vault.connection, &key, place.path());
    assert_eq!(crate::backup::second_state(place.path(), place.path(), u64::MAX, &line).0, SecondState::Full);
    assert_eq!(crate::backup::check_room(&place.path().join("gone"), u64::MAX), Ok(()), "nobody can tell");
}

#[test]
fn copies_that_parted_leave_each_others_backups_alone() {
    let mut ours = Here::with_school();
    let stick = TempDir::new().unwrap();
    ours.vault.set_second_place(Some(stick.path()), at("2026-11-02")).unwrap();
    let at_hour = |of: &str, hour| day(of).and_hms_opt(hour, 0, 0).unwrap();
    ours.vault.back_up(BackupReason::Import, at_hour("2026-01-05", 6)).unwrap();
    let Here { vault, place } = ours;
    let folder = vault.folder().to_owned();
    drop(vault);
    // The whole folder, backups and all, under the name it has.
    let elsewhere = TempDir::new().unwrap();
    let copy = elsewhere.path().join(folder.file_name().unwrap());
    copy_folder(&folder, &copy);
    let (mut ours, mut theirs) = (open(&folder).unwrap(), open(&copy).unwrap());
    for hour in [7, 9] {
        ours.back_up(BackupReason::Import, at_hour("2026-01-05", hour)).unwrap();
        theirs.back_up(BackupReason::Import, at_hour("2026-01-05", hour + 1)).unwrap();
    }
    for vault in [&mut theirs, &mut ours] {
        // Days after which each keeps but the newest of that one.
        for of in ["2026-01-06", "2026-01-07"] {
            vault.back_up(BackupReason::Import, at_hour(of, 8)).unwrap();
        }
    }
    let copies = names(&stick.path().join("Schüler Łódź backups"));
    let of_that_day: Vec<&str> = copies.iter().filter_map(|name| name.strip_prefix("2026-01-05 ")).collect();
    let named = |hour| format!("{hour}-00-00 before-import.daybook-backup");
    assert_eq!(of_that_day, [named("09"), named("10")], "the newest of each");
    let last = |vault: &Vault| vault.second_place().unwrap().unwrap().2;
    assert_eq!((last(&ours), last(&theirs)), (Some(at("2026-01-07")), Some(at("2026-01-07"))));
    ours.back_up(BackupReason::Import, at("2026-01-08")).unwrap();
    assert_eq!(last(&theirs), Some(at("2026-01-07")), "what another put there is none of it");
    drop(place);
}

#[test]
fn after_a_restore_what_came_after_that_backup_is_thinned_as_before() {
    let mut here = Here::with_school();
    let stick = TempDir::new().unwrap();
    here.vault.set_second_place(Some(stick.path()), at("2026-01-02")).unwrap();
    let old = here.vault.back_up(BackupReason::Import, at("2026-01-04")).unwrap().path;
    let Here { vault, place } = here;
    let folder = vault.folder().to_owned();
    drop(vault);
    let mut later = open(&folder).unwrap();
    for hour in [7, 9] {
        let made_at = day("2026-01-05").and_hms_opt(hour, 0, 0).unwrap();
        later.back_up(BackupReason::Import, made_at).unwrap();
    }
    drop(later);
    let back = Sitting { at: at("2026-01-06"), ..sitting() };
    let ready = Restore::prepare(&folder, &old, PASSPHRASE, back.at, &Onlooker::default()).unwrap();
    let mut vault = Vault::restore(ready, false, &back, &Onlooker::default()).unwrap();
    for of in ["2026-01-06", "2026-01-07"] {
        vault.back_up(BackupReason::Import, at(of)).unwrap();
    }
    let copies = names(&stick.path().join("Schüler Łódź backups"));
    let of_that_day: Vec<&str> = copies.iter().filter_map(|name| name.strip_prefix("2026-01-05 ")).collect();
    assert_eq!(of_that_day, ["09-00-00 before-import.daybook-backup"], "{copies:?}");
    drop(place);
}
