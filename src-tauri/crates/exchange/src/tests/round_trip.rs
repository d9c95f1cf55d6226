//! Written out and read into an empty vault: what comes back is what was there.

use super::*;
use crate::{FileKind, Sender, write_list};
use proptest::prelude::*;

fn sender() -> Sender<'static> {
    Sender {
        rules: RulePack::england(),
        school: "Example Primary & Nursery",
        flags: &[],
        now: today().and_hms_opt(9, 0, 0).unwrap(),
    }
}

/// The pupils after they were written and imported into an empty vault, with their numbers and case codes as before.
fn there_and_back(kind: FileKind, pupils: &[Pupil]) -> Vec<Pupil> {
    let bytes = write_list(kind, pupils, sender()).unwrap();
    let import = Import::of("export", &bytes);
    let preview = import.preview();
    assert_eq!(preview.counts.new as usize, pupils.len(), "{:?}", preview.rows);
    let mut back = import.applied(&[]);
    for (pupil, was) in back.iter_mut().zip(pupils) {
        (pupil.id, pupil.case_code) = (was.id, was.case_code.clone());
    }
    back
}

fn status(code: &str, from: &str, to: Option<&str>, reason: &str) -> Status {
    let (code, reason) = (code.to_owned(), reason.to_owned());
    Status { id: StatusId(0), code, from: day(from), to: to.map(day), reason }
}

fn need(code: &str, rank: u32, from: &str, to: Option<&str>) -> Need {
    Need { id: NeedId(0), code: code.to_owned(), rank, from: day(from), to: to.map(day) }
}

/// Pupils with everything a record of version 2 holds, odd names and a history among it.
fn pupils() -> Vec<Pupil> {
    let mut pupils = Import::of("primary-roll.csv", &fixture("primary-roll.csv")).applied(&[]);
    pupils.truncate(60);
    let odd = [
        ("=HYPERLINK(\"x\")", "-Li", "+44"),
        ("Ó Súilleabháin", "Nguyễn Ṣadé", "@home"),
        ("O'Neill; \"Ng\"", "Mary, Ann", "'quoted'"),
    ];
    for (pupil, (surname, forename, preferred)) in pupils.iter_mut().zip(odd) {
        pupil.details.surname = surname.to_owned();
        pupil.details.forename = forename.to_owned();
        pupil.details.preferred = preferred.to_owned();
        pupil.details.upn = String::new();
    }
    let one = &mut pupils[4];
    one.details.note = "Likes trains.\n\nAsk his nan, not the office; \"Tuesdays\".".to_owned();
    one.details.year_override = Some("1".to_owned());
    one.details.on_roll_from = Some(day("2023-09-04"));
    one.details.admission = "004071".to_owned();
    one.details.pronunciation = "win, as in winning".to_owned();
    one.details.flags.social_care = true;
    one.statuses = vec![
        status("E", "2025-01-06", None, "EHC plan issued"),
        status("K", "2022-09-01", Some("2024-07-20"), "seen: by the EP, twice"),
        status("W", "2022-01-10", Some("2022-02-01"), ""),
    ];
    one.needs = vec![
        need("ASD", 1, "2024-02-01", None),
        need("SLCN", 2, "2024-02-01", None),
        need("SLCN", 1, "2022-09-01", Some("2024-02-01")),
    ];
    let leaver = &mut pupils[5];
    leaver.details.born = Some(day("1998-03-01"));
    leaver.details.year_override = None;
    leaver.details.on_roll_to = Some(day("2016-07-20"));
    leaver.statuses =
        vec![status("K", "2014-09-01", Some("2016-07-21"), ""), status("P", "2012-09-01", Some("2014-09-01"), "")];
    leaver.needs = vec![need("SEMH", 1, "2012-09-01", Some("2016-07-21"))];
    let watched = &mut pupils[6];
    watched.statuses = vec![status("W", "2026-10-01", None, "asked by the class teacher")];
    watched.needs = Vec::new();
    let to_come = &mut pupils[7];
    to_come.statuses = vec![status("K", "2026-12-01", None, "")];
    to_come.needs = vec![need("MLD", 1, "2026-12-01", None)];
    pupils
}

#[test]
fn a_list_loses_nothing() {
    let pupils = pupils();
    for kind in [FileKind::Csv, FileKind::Xlsx] {
        let back = there_and_back(kind, &pupils);
        for (back, was) in back.iter().zip(&pupils) {
            assert_eq!(back, was, "{kind:?}");
        }
    }
}

#[test]
fn the_same_file_into_the_same_vault_changes_nothing() {
    let pupils = pupils();
    for kind in [FileKind::Csv, FileKind::Xlsx, FileKind::Ctf] {
        let bytes = write_list(kind, &pupils, sender()).unwrap();
        let again = Import::of("export", &bytes).into(pupils.clone());
        assert_eq!(again.steps(&[]), Vec::new(), "{kind:?}");
    }
}

#[test]
fn a_transfer_file_loses_what_it_has_no_room_for_and_nothing_else() {
    let pupils = pupils();
    let room = |pupil: &Pupil| {
        let mut pupil = pupil.clone();
        let details = &mut pupil.details;
        details.note.clear();
        details.class.clear();
        details.admission.clear();
        details.pronunciation.clear();
        (details.on_roll_from, details.on_roll_to, details.year_override) = (None, None, None);
        details.flags = daybook_domain::pupil::Flags { looked_after: details.flags.looked_after, ..Default::default() };
        // Who is no pupil any more is too old for a school's roll, as far as such a file says.
        details.born = details.born.filter(|born| *born > day("2001-01-01"));
        pupil.statuses.retain(|status| status.code != "W" && status.from <= today());
        pupil.needs.retain(|need| need.from <= today());
        pupil.statuses.iter_mut().for_each(|status| status.reason.clear());
        pupil
    };
    let back = there_and_back(FileKind::Ctf, &pupils);
    for (back, was) in back.iter().zip(&pupils) {
        assert_eq!(room(back), room(was));
    }
}

#[test]
fn a_transfer_file_is_one_that_others_read() {
    let bytes = write_list(FileKind::Ctf, &pupils()[4..5], sender()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for said in [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<DocumentName>Common Transfer File</DocumentName>",
        "<CTFversion>26.0</CTFversion>",
        "<SchoolName>Example Primary &amp; Nursery</SchoolName>",
        "<AcademicYear>2026</AcademicYear>",
        "<NCyearActual>1</NCyearActual>",
        "<StartDate>2024-07-20</StartDate>",
        "<SENprovision>N</SENprovision>",
        "<NeedEndDate>2024-01-31</NeedEndDate>",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("trains") && !text.contains("<SENprovision>W"), "neither a note nor the watch list");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_name_and_no_note_is_too_odd(
        surname in "[\\PC&&[^¶?]]{1,30}", forename in "[=+@'\\-]{0,2}[A-Za-z ]{1,20}", note in "[ -~\n]{0,80}"
    ) {
        let mut pupils = pupils();
        pupils.truncate(1);
        let details = &mut pupils[0].details;
        details.surname = crate::cell::name::ordinary(&crate::words::squeeze(&surname));
        details.forename = crate::cell::name::ordinary_forename(&crate::words::squeeze(&forename));
        prop_assume!(!details.surname.is_empty() && !crate::cell::name::is_total(&details.surname));
        details.preferred = String::new();
        let lines: Vec<String> = note.lines().map(crate::words::squeeze).collect();
        details.note = lines.join("\n");
        let note = details.note.clone();
        let bytes = write_list(FileKind::Csv, &pupils, sender()).unwrap();
        let import = Import::of("export", &bytes);
        if let [back] = import.applied(&[]).as_slice() {
            prop_assert_eq!(crate::words::squeeze(&back.details.note), crate::words::squeeze(&note));
        }
    }
}
