//! What a backup says of itself is held against what it holds.

use super::restore::{Two, dump_of, later, restore, two};
use super::*;
use crate::{Onlooker, Restore};
use daybook_domain::log::BackupReason;
use std::fs;

#[test]
fn a_backup_whose_tables_are_not_what_it_says_is_refused() {
    let Two { folder, file, now, _place, .. } = two();
    let claims = folder.parent().unwrap().join("claims.daybook-backup");
    claim(&file, &claims, |about| about["rows"]["pupil"] = 500.into());
    assert_eq!(restore(&folder, &claims).unwrap_err().code, "backup.unreadable");
    assert_eq!(dump_of(open(&folder).unwrap()), now);
}

#[test]
fn how_much_a_backup_holds_is_added_up_and_not_believed() {
    let mut here = Here::empty();
    let made = here.vault.back_up(BackupReason::Asked, at("2026-11-02")).unwrap().path;
    here.does(|tx| (0..9).try_for_each(|n| tx.settings().set(&format!("setting {n}"), &n)));
    let folder = here.folder();
    let claims = folder.with_file_name("claims.daybook-backup");
    claim(&made, &claims, |about| about["total"] = 5_000.into());
    let said = crate::look_at_backup(&claims, &Onlooker::default()).unwrap();
    assert_eq!(said.about.unwrap().total, 0);
    let ready = Restore::prepare(&folder, &claims, PASSPHRASE, later().at, &Onlooker::default()).unwrap();
    assert_eq!(ready.check_fuller(here.vault.rows().unwrap()).unwrap_err().code, "restore.smaller");
    claim(&made, &claims, |about| {
        about["rows"] = serde_json::json!({ "pupil": u64::MAX, "entry": u64::MAX });
    });
    let said = crate::look_at_backup(&claims, &Onlooker::default()).unwrap();
    assert_eq!(said.about.unwrap().total, u64::MAX, "no sum overflows");
}

/// Copies a backup that says something else of itself.
fn claim(file: &Path, claims: &Path, change: impl FnOnce(&mut serde_json::Value)) {
    use std::io::Write as _;
    let mut envelope = crate::backup::Envelope::open(file).unwrap();
    let mut about = serde_json::to_value(&envelope.about).unwrap();
    let place = TempDir::new().unwrap();
    let (keys, unpacked) = (envelope.slots().unwrap(), place.path().join("unpacked"));
    envelope.extract(&unpacked, &Onlooker::default()).unwrap();
    change(&mut about);
    let mut zip = zip::ZipWriter::new(fs::File::create(claims).unwrap());
    let said = about.to_string().into_bytes();
    for (name, bytes) in [("about.json", said), ("keys.json", keys), ("daybook.db", fs::read(&unpacked).unwrap())] {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap();
}
