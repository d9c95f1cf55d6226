//! One app at a time, and who it is.

use super::*;

fn from(computer: &str, at: &str) -> Sitting {
    Sitting { at: at.parse().unwrap(), who: "ben".into(), computer: computer.into() }
}

#[test]
fn a_daybook_that_is_open_says_where_and_since_when() {
    let here = Here::with_school();
    let said = |sitting| {
        let fault = Vault::open(&here.folder(), PASSPHRASE, &sitting).unwrap_err();
        assert_eq!(fault.code, "vault.in_use");
        fault.message
    };
    for (sitting, words) in [
        (from("STAFF-2", "2026-11-02T16:00:00"), "open on OFFICE-7 since 08:00."),
        (from("STAFF-2", "2026-11-03T07:00:00"), "open on OFFICE-7 since 08:00 on 2 November 2026."),
        (from("OFFICE-7", "2026-11-02T09:00:00"), "open in another window of this computer since 08:00."),
    ] {
        assert!(said(sitting.clone()).contains(words), "{}", said(sitting));
    }
    std::fs::write(here.folder().join("open.json"), b"{ half a").unwrap();
    assert!(said(from("STAFF-2", "2026-11-02T16:00:00")).contains("already open"), "a broken note is no obstacle");
}

#[test]
fn the_note_goes_with_the_lock_and_one_left_by_a_crash_is_no_harm() {
    let (folder, _place) = Here::with_school().lock();
    assert!(!folder.join("open.json").exists());
    std::fs::write(folder.join("open.json"), br#"{"computer":"GONE","who":"","since":"2026-10-01T08:00:00"}"#).unwrap();
    let vault = open(&folder).unwrap();
    let note = std::fs::read_to_string(folder.join("open.json")).unwrap();
    assert!(note.contains("OFFICE-7") && !note.contains("GONE"), "{note}");
    drop(vault);
    assert!(!folder.join("open.json").exists());
}
