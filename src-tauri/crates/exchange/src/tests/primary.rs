use super::*;

fn primary() -> Import {
    Import::of("primary-roll.csv", &fixture("primary-roll.csv"))
}

#[test]
fn every_listed_mistake_is_reported_and_no_other_of_its_kind() {
    let import = primary();
    let preview = import.preview();
    let mistakes = String::from_utf8(fixture("MISTAKES.txt")).unwrap();
    let mut expected: Vec<(String, ProblemCode)> = Vec::new();
    for line in mistakes.lines().skip(1) {
        let mut words = line.split_whitespace();
        let code = match words.next().unwrap() {
            "dob" => ProblemCode::NoBorn,
            "upn" => ProblemCode::BadUpn,
            "dup" => ProblemCode::ExactRepeat,
            "old" => ProblemCode::OldStatus,
            other => panic!("a kind of mistake nobody knows: {other}"),
        };
        expected.push((words.next().unwrap().to_owned(), code));
    }
    let kinds = [ProblemCode::NoBorn, ProblemCode::BadUpn, ProblemCode::ExactRepeat, ProblemCode::OldStatus];
    let mut reported: Vec<(String, ProblemCode)> = Vec::new();
    for row in &preview.rows {
        let cells = &import.table.rows.iter().find(|found| found.number == row.row).unwrap().cells;
        for problem in row.problems.iter().filter(|problem| kinds.contains(&problem.code)) {
            assert!(problem.sentence.starts_with(&format!("Row {}", row.row)), "{}", problem.sentence);
            reported.push((cells[1].clone(), problem.code));
        }
    }
    expected.sort();
    reported.sort();
    assert_eq!(reported, expected);
}

#[test]
fn the_roll_is_counted_and_its_letters_read() {
    let preview = primary().preview();
    assert_eq!((preview.encoding.as_str(), preview.separator), ("windows-1252", Some(',')));
    let counts = &preview.counts;
    assert_eq!((counts.rows, counts.new, counts.repeated, counts.stopped, counts.unsure), (414, 412, 2, 0, 0));
    assert_eq!(count(&preview, ProblemCode::YearNotOfAge), 0);
    assert_eq!(count(&preview, ProblemCode::UnknownNeed) + count(&preview, ProblemCode::UnknownStatus), 0);
    assert_eq!(preview.rows.iter().find(|row| row.row == 14).unwrap().name, "Ó Súilleabháin, Oliver");
    let names: Vec<&str> = preview.rows.iter().map(|row| row.name.as_str()).collect();
    for name in ["Fernández-López, Ayaan", "D’Souza, Leo", "van der Berg, Siân", "Müller, Inès", "Green, Inès"]
    {
        assert!(names.contains(&name), "{name}");
    }
    assert!(preview.notices.is_empty(), "{:?}", preview.notices);
}

#[test]
fn letters_the_export_lost_are_told() {
    let import = primary();
    assert_eq!(count(&import.preview(), ProblemCode::LostLetter), 78);
    let row = import.row(9);
    let problem = row.problems.iter().find(|problem| problem.code == ProblemCode::LostLetter).unwrap();
    assert!(problem.sentence.contains("the 5th letter of the surname was lost"), "{}", problem.sentence);
    assert_eq!(problem.offered, None);
}

#[test]
fn an_old_code_is_never_changed_silently() {
    let import = primary();
    let find = |vault: &[Pupil], upn: &str| vault.iter().find(|pupil| pupil.details.upn == upn).unwrap().clone();
    let left = import.applied(&[]);
    assert_eq!((status(&find(&left, "A881204121216")), status(&find(&left, "E881204121047"))), ("", ""));
    let taken = import.applied(&[(218, ProblemCode::OldStatus), (49, ProblemCode::OldStatus)]);
    assert_eq!((status(&find(&taken, "A881204121216")), status(&find(&taken, "E881204121047"))), ("K", "E"));
    assert!(has(&import.row(218), ProblemCode::NoPrimaryNeed) && has(&import.row(49), ProblemCode::NoPrimaryNeed));
    assert!(!has(&import.row(4), ProblemCode::NoPrimaryNeed));
}

#[test]
fn what_is_imported_is_what_was_written() {
    let vault = primary().applied(&[]);
    assert_eq!(vault.len(), 412);
    let noah = vault.iter().find(|pupil| pupil.details.admission == "004002").unwrap();
    assert_eq!((status(noah), needs(noah)), ("K", vec!["SLCN", "SPLD"]));
    assert_eq!(noah.details.born, Some(day("2017-11-16")));
    assert_eq!((noah.details.class.as_str(), noah.details.year_override.as_deref()), ("4A", None));
    assert!(noah.details.flags.pupil_premium && !noah.details.flags.eal && !noah.details.flags.looked_after);
    assert_eq!(noah.details.preferred, "", "the same as the forename");
    assert_eq!(vault.iter().filter(|pupil| status(pupil) == "K").count(), 82);
    assert_eq!(vault.iter().filter(|pupil| status(pupil) == "E").count(), 28);
    assert_eq!(vault.iter().filter(|pupil| pupil.details.flags.looked_after).count(), 4);
    let unborn = vault.iter().find(|pupil| pupil.details.admission == "004075").unwrap();
    assert_eq!(unborn.details.year_on(today()), "3", "without a date of birth the year of the list is kept");
}

#[test]
fn the_same_file_again_changes_nothing() {
    for accepted in [&[][..], &[(218, ProblemCode::OldStatus), (49, ProblemCode::OldStatus)]] {
        let vault = primary().applied(accepted);
        let again = primary().into(vault);
        let preview = again.preview();
        assert_eq!((preview.counts.same, preview.counts.repeated, preview.counts.rows), (412, 2, 414));
        assert_eq!((again.steps(&[]), preview.missing.len()), (Vec::new(), 0));
        assert_eq!(count(&preview, ProblemCode::OldStatus), if accepted.is_empty() { 2 } else { 0 });
    }
}

#[test]
fn a_name_corrected_on_the_record_stays_corrected() {
    let mut vault = primary().applied(&[]);
    let pupil = vault.iter_mut().find(|pupil| pupil.details.admission == "004007").unwrap();
    assert_eq!(pupil.details.surname, "Nguy?n");
    pupil.details.surname = "Nguyễn".to_owned();
    let row = primary().into(vault).row(9);
    assert_eq!((row.fate, has(&row, ProblemCode::LostLetter)), (Fate::Same, false));
}
