//! A file that is no daybook, cannot be looked at, or is built anew: nothing is lost without a word.

use super::backups::{at_each_step, names};
use super::check::{behind, flip, found, lived_in};
use super::*;
use crate::Found;
use crate::backup::Step;
use std::fs;

#[test]
fn what_is_no_daybook_or_a_newer_one_is_not_shown_and_not_touched() {
    let mut here = lived_in();
    here.does(|tx| tx.settings().set("late", &7));
    let folder = here.folder();
    let copied = || {
        let copy = TempDir::new().unwrap();
        for name in ["daybook.db", "daybook.db-wal", "keys.json"] {
            fs::copy(folder.join(name), copy.path().join(name)).unwrap();
        }
        copy
    };
    let refused = |folder: &Path| Vault::open_read_only(folder, PASSPHRASE, &sitting()).err().unwrap().code;
    let copy = copied();
    fs::write(copy.path().join("daybook.db"), b"").unwrap();
    let log = fs::read(copy.path().join("daybook.db-wal")).unwrap();
    assert!(!log.is_empty());
    assert_eq!(refused(copy.path()), "vault.damaged");
    assert!(fs::read(copy.path().join("daybook.db-wal")).unwrap() == log, "what was written last stays beside it");
    assert_eq!(fs::read(copy.path().join("daybook.db")).unwrap(), b"");
    for (sql, code) in [
        ("PRAGMA user_version = 99", "vault.newer"),
        ("PRAGMA user_version = 2; PRAGMA application_id = 7", "vault.damaged"),
        ("PRAGMA application_id = 0x44415942; ALTER TABLE op RENAME TO other", "vault.damaged"),
    ] {
        here.vault.connection().execute_batch(sql).unwrap();
        assert_eq!(refused(copied().path()), code, "{sql}");
    }
}

#[test]
fn a_log_that_cannot_be_folded_in_is_told_as_that_and_not_as_damage() {
    let mut here = lived_in();
    here.vault.connection().execute_batch("BEGIN; SELECT count(*) FROM entry").unwrap();
    assert_eq!(here.vault.check(&crate::Onlooker::default()).unwrap_err().code, "vault.in_use");
    here.vault.connection().execute_batch("COMMIT").unwrap();
    assert_eq!(found(&mut here), []);
}

#[test]
fn what_a_file_built_anew_would_lack_is_told_and_stops_it() {
    let lacks = |sql: &str, flipped: &str, lost: &[&str]| {
        let mut here = lived_in();
        behind(&mut here, sql);
        let (folder, place) = flip(here, flipped);
        let before = fs::read(folder.join("daybook.db")).unwrap();
        let mut here = Here { vault: open(&folder).unwrap(), place };
        let pages = Found::Pages { lost: lost.iter().map(|table| (*table).to_owned()).collect() };
        assert_eq!(found(&mut here), std::slice::from_ref(&pages), "{sql} {flipped}");
        let whole = Found::Pages { lost: vec![] };
        assert_eq!(here.vault.mend(&whole, at("2026-11-09")).unwrap_err().code, "vault.damaged", "{sql} {flipped}");
        assert_eq!(found(&mut here), [pages], "and it is as it was");
        assert!(before.len() <= fs::read(folder.join("daybook.db")).unwrap().len());
        assert_eq!(names(&folder.join("backups")).iter().filter(|name| name.starts_with("kept")).count(), 0);
    };
    let index = "entry_by_continues";
    lacks("PRAGMA ignore_check_constraints = ON; UPDATE entry SET minutes = -5 WHERE id = 3", index, &["entry"]);
    lacks("ALTER TABLE draft ADD COLUMN extra TEXT", index, &["draft"]);
    lacks("CREATE TABLE hers (a); INSERT INTO hers VALUES (1)", index, &["hers"]);
}

#[test]
fn a_crash_at_any_point_of_building_anew_leaves_the_old_file_or_the_new() {
    let (folder, place) = flip(lived_in(), "entry_by_continues");
    let mut here = Here { vault: open(&folder).unwrap(), place };
    // Beside the file, not in it yet.
    here.does(|tx| tx.settings().set("late", &7));
    let pages = Found::Pages { lost: vec![] };
    let (mended, steps, _copies) = at_each_step(&folder, || here.vault.mend(&pages, at("2026-11-09")));
    mended.unwrap();
    let order: Vec<Step> = steps.iter().map(|(step, _)| *step).collect();
    assert_eq!(order, [Step::Rebuilt, Step::Kept, Step::Cleared, Step::Placed]);
    let now = here.dump();
    assert!(now.contains("late"));
    for (step, copy) in steps {
        let mut after = Here { vault: open(&copy).unwrap(), place: TempDir::new().unwrap() };
        assert_eq!(after.dump(), now, "{step:?}: no row is lost");
        assert_eq!(found(&mut after).is_empty(), step == Step::Placed, "{step:?}");
        let left = names(&copy).into_iter().chain(names(&copy.join("backups"))).filter(|name| name.starts_with('.'));
        assert_eq!(left.count(), 0, "{step:?}: what was half made is cleared away");
        for kept in names(&copy.join("backups")).iter().filter(|name| name.starts_with("kept")) {
            let kept = copy.join("backups").join(kept);
            assert_eq!(names(&kept), ["daybook.db", "keys.json"], "{step:?}: and what was kept is whole");
        }
        after.vault.mend(&pages, at("2026-11-10")).unwrap();
        assert_eq!((found(&mut after), after.dump()), (vec![], now.clone()), "{step:?}: it can be done again");
    }
}
