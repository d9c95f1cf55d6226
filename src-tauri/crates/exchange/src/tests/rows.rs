use super::*;
use crate::{Field, Severity};
use proptest::prelude::*;

const HEAD: &str =
    "Surname,Forename,Preferred Forename,DOB,UPN,Year,Class,SEN Status,Primary Need,Secondary Need,PP,EAL\n";

pub(super) fn list(rows: &str) -> Import {
    Import::csv(&format!("{HEAD}{rows}"))
}

/// Pupils of whom this was written down a month ago.
pub(super) fn vault(rows: &str) -> Vec<Pupil> {
    let mut vault = list(rows).applied(&[]);
    for pupil in &mut vault {
        pupil.statuses.iter_mut().for_each(|spell| spell.from = day("2026-10-02"));
        pupil.needs.iter_mut().for_each(|need| need.from = day("2026-10-02"));
    }
    vault
}

pub(super) const ISLA: &str = "Nguyễn,Isla,,13/07/2018,B801200005001,Year 4,4A,K,SLCN,ASD,Yes,T\n";

#[test]
fn a_blank_never_overwrites() {
    let import = list("Nguyễn,Isla,,,B801200005001,,,,,,,\n").into(vault(ISLA));
    assert_eq!(import.row(2).fate, Fate::Same);
}

#[test]
fn what_differs_is_changed_and_the_rest_is_kept() {
    let import = list("Nguyễn,Isla,Izzy,13/07/2018,,Year 4,4B,E,ASD,,No,\n").into(vault(ISLA));
    let row = import.row(2);
    let changes: Vec<(Field, &str, &str)> =
        row.changes.iter().map(|change| (change.field, change.from.as_str(), change.to.as_str())).collect();
    assert_eq!(
        changes,
        [
            (Field::Preferred, "", "Izzy"),
            (Field::Class, "4A", "4B"),
            (Field::PupilPremium, "Yes", "No"),
            (Field::SenNeeds, "SLCN, ASD", "ASD"),
            (Field::SenStatus, "K", "E"),
        ]
    );
    let after = &import.applied(&[])[0];
    assert_eq!((status(after), needs(after)), ("E", vec!["ASD"]));
    assert!(after.details.flags.eal, "a blank flag stays as it was");
    assert_eq!(after.details.upn, "B801200005001");
}

#[test]
fn provision_changes_on_the_day_chosen_and_never_before_it_began() {
    let mut known = vault(ISLA);
    known[0].statuses[0].from = day("2025-09-01");
    let import = list(&ISLA.replace(",K,", ",N,")).into(known);
    let taken = Accepted { row: 2, code: ProblemCode::NewerHere };
    for (as_at, accepted, from) in [("2026-10-01", vec![], "2026-10-01"), ("2024-01-01", vec![taken], "2025-09-01")] {
        let choices = Choices { left_out: Vec::new(), accepted, refused: Vec::new(), as_at: day(as_at) };
        let steps =
            plan(&import.table, &import.mapping, &import.vault, RulePack::england(), today(), &choices).unwrap();
        let [Step::Update { status: Some(opening), needs: None, .. }] = steps.as_slice() else { panic!("{steps:?}") };
        assert_eq!((opening.code.as_str(), opening.from), ("N", day(from)));
    }
    let late = Choices { left_out: Vec::new(), accepted: Vec::new(), refused: Vec::new(), as_at: day("2026-12-01") };
    let fault = plan(&import.table, &import.mapping, &[], RulePack::england(), today(), &late).unwrap_err();
    assert_eq!(fault.code, "import.as_at");
}

/// A list with the day provision began, as the office keeps it.
fn dated(code: &str, since: &str) -> Import {
    Import::csv(&format!(
        "Surname,Forename,DOB,UPN,SEN Status,SEN Start Date,Primary Need\n\
         Nguyễn,Isla,13/07/2018,B801200005001,{code},{since},SLCN\n"
    ))
}

/// What becomes of the one pupil's provision.
fn opening(import: &Import) -> Option<(String, NaiveDate)> {
    match import.steps(&[]).as_slice() {
        [] => None,
        [Step::Add { status, .. } | Step::Update { status, .. }] => {
            status.as_ref().map(|opening| (opening.code.clone(), opening.from))
        }
        steps => panic!("{steps:?}"),
    }
}

#[test]
fn provision_that_has_ended_is_never_covered_again() {
    let ended = |to: &str| {
        let mut known = dated("K", "01/09/2024").applied(&[]);
        known[0].statuses[0].to = Some(day(to));
        known
    };
    for (code, since, to, from) in [
        ("K", "01/09/2024", "2026-07-20", "2026-11-02"),
        ("E", "01/09/2024", "2026-07-20", "2026-11-02"),
        ("E", "01/01/2025", "2026-07-20", "2026-11-02"),
        ("E", "01/09/2023", "2026-07-20", "2026-11-02"),
        ("E", "01/09/2026", "2026-07-20", "2026-09-01"),
        ("E", "01/09/2024", "2026-11-30", "2026-11-30"),
    ] {
        let found = opening(&dated(code, since).into(ended(to)));
        assert_eq!(found, Some((code.to_owned(), day(from))), "{code} since {since}, ended {to}");
    }
    let again = dated("K", "01/09/2024");
    let after = dated("K", "01/09/2024").into(ended("2026-07-20")).applied(&[]);
    assert_eq!(opening(&again.into(after)), None, "the same file again changes nothing");
}

#[test]
fn changed_needs_never_hold_before_those_in_force_began() {
    for (began, ended, from) in [
        ("2026-10-20", None, "2026-10-20"),
        ("2024-09-01", None, "2026-10-05"),
        ("2024-09-01", Some("2026-10-19"), "2026-10-19"),
    ] {
        let mut known = vault(ISLA);
        for need in &mut known[0].needs {
            need.from = day(began);
        }
        known[0].needs[1].to = ended.map(day);
        let codes = if ended.is_some() { "SLCN,ASD" } else { "ASD,SLCN" };
        let import = list(&ISLA.replace("SLCN,ASD", codes)).into(known);
        let choices =
            Choices { left_out: Vec::new(), accepted: Vec::new(), refused: Vec::new(), as_at: day("2026-10-05") };
        let steps =
            plan(&import.table, &import.mapping, &import.vault, RulePack::england(), today(), &choices).unwrap();
        let [Step::Update { needs: Some(needs), .. }] = steps.as_slice() else { panic!("{steps:?}") };
        assert_eq!(needs.from, day(from), "began {began}, ended {ended:?}");
    }
}

#[test]
fn a_watch_list_is_not_ended_by_a_list_that_knows_none() {
    let import = list(&ISLA.replace(",K,", ",N,")).into(vault(&ISLA.replace(",K,", ",W,")));
    assert_eq!(import.row(2).fate, Fate::Same);
}

#[test]
fn what_a_record_cannot_keep_names_its_row() {
    let mut known = vault(ISLA);
    known[0].details.note = "x".repeat(4001);
    let import = list(&format!("Ng,Li,,01/01/2018,,,,,,,,\n{}", ISLA.replace("4A", "4B"))).into(known);
    let choices = Choices { left_out: Vec::new(), accepted: Vec::new(), refused: Vec::new(), as_at: today() };
    let fault =
        plan(&import.table, &import.mapping, &import.vault, RulePack::england(), today(), &choices).unwrap_err();
    assert!(fault.message.starts_with("Row 3: "), "{fault}");
    assert_eq!((&*fault.code, fault.field.as_deref()), ("text.too_long", Some("rows.3")));
}

#[test]
fn rows_left_out_are_not_planned() {
    let import = list(ISLA);
    let choices = Choices { left_out: vec![2], accepted: Vec::new(), refused: Vec::new(), as_at: today() };
    let steps = plan(&import.table, &import.mapping, &[], RulePack::england(), today(), &choices).unwrap();
    assert_eq!(steps, Vec::new());
}

#[test]
fn what_is_refused_field_by_field_stays_as_it_was() {
    let import = list("Nguyễn,Isla,Izzy,13/07/2018,,Year 4,4B,E,ASD,,No,T\n").into(vault(ISLA));
    let plan_with = |fields: &[Field]| {
        let refused = fields.iter().map(|&field| Refused { row: 2, field }).collect();
        let choices = Choices { left_out: Vec::new(), accepted: Vec::new(), refused, as_at: today() };
        plan(&import.table, &import.mapping, &import.vault, RulePack::england(), today(), &choices).unwrap()
    };
    let steps = plan_with(&[Field::Class, Field::SenStatus, Field::PupilPremium]);
    let [Step::Update { details, status: None, needs: Some(needs), .. }] = steps.as_slice() else {
        panic!("{steps:?}")
    };
    assert_eq!((&*details.class, &*details.preferred, details.flags.pupil_premium), ("4A", "Izzy", true));
    assert_eq!(needs.codes, ["ASD", "SLCN"].map(str::to_owned).into_iter().take(1).collect::<Vec<_>>());
    let all = [Field::Preferred, Field::Class, Field::PupilPremium, Field::SenNeeds, Field::SenStatus];
    assert_eq!(plan_with(&all), Vec::new(), "nothing is left to change");
}

#[test]
fn births_that_cannot_be_are_told_and_the_rest_is_imported() {
    let rows = ["01/01/1900", "01/01/2050", "01/01/50", "54789", "1", "31/02/2017"];
    let text: String = rows.iter().map(|born| format!("Ng,Li {born},,{born},,,,,,,,\n")).collect();
    let import = list(&format!("{text}{ISLA}"));
    let preview = import.preview();
    assert_eq!((preview.counts.new, preview.counts.stopped), (7, 0));
    for (row, born) in preview.rows.iter().zip(rows) {
        let told = row.problems.iter().any(|problem| {
            matches!(problem.code, ProblemCode::BornUnlikely | ProblemCode::BornUnreadable)
                && problem.sentence.starts_with(&format!("Row {}, column \"DOB\": ", row.row))
        });
        assert!(told, "{born}: {:?}", row.problems);
    }
}

#[test]
fn days_on_roll_that_contradict_each_other_are_told_and_left() {
    let import = Import::csv(
        "Surname,Forename,DOB,Date of entry,Leaving date\n\
         Ng,Li,01/01/2018,01/09/2022,01/09/2021\nKhan,Leo,01/01/2018,01/09/2022,soon\nHall,Mei,01/01/2018,01/09/2022,20/07/2026\n",
    );
    let preview = import.preview();
    assert_eq!((preview.counts.new, count(&preview, ProblemCode::RollUnreadable)), (3, 2));
    let days: Vec<_> = import.applied(&[]).iter().map(|p| (p.details.on_roll_from, p.details.on_roll_to)).collect();
    let first = Some(day("2022-09-01"));
    assert_eq!(days, [(None, None), (first, None), (first, Some(day("2026-07-20")))]);
}

#[test]
fn each_problem_is_found_with_its_weight() {
    for (row, code, severity, fate) in [
        (",,,13/07/2018,B801200005001,,,,,,,", ProblemCode::NoName, Severity::Stop, Fate::Stopped),
        ("Ng,Li,,13/07/2018,A801200005001,,,,,,,", ProblemCode::BadUpn, Severity::Note, Fate::New),
        ("Ng,Li,,,,,,,,,,", ProblemCode::NoBorn, Severity::Note, Fate::New),
        ("Ng,Li,,soon,,,,,,,,", ProblemCode::BornUnreadable, Severity::Note, Fate::New),
        ("Ng,Li,,01/01/2030,,,,,,,,", ProblemCode::BornUnlikely, Severity::Note, Fate::New),
        ("Ng,Li,,01/01/1990,,,,,,,,", ProblemCode::BornUnlikely, Severity::Note, Fate::New),
        ("Ng,Li,,07/13/2018,,,,,,,,", ProblemCode::BornMonthFirst, Severity::Ask, Fate::New),
        ("N?,Li,,13/07/2018,,,,,,,,", ProblemCode::LostLetter, Severity::Note, Fate::New),
        ("Ng,Li,,13/07/2018,,,,P,SLCN,,,", ProblemCode::OldStatus, Severity::Ask, Fate::New),
        ("Ng,Li,,13/07/2018,,,,Q,SLCN,,,", ProblemCode::UnknownStatus, Severity::Ask, Fate::New),
        ("Ng,Li,,13/07/2018,,,,K,BESD,,,", ProblemCode::UnknownNeed, Severity::Ask, Fate::New),
        ("Ng,Li,,13/07/2018,,,,K,,,,", ProblemCode::NoPrimaryNeed, Severity::Note, Fate::New),
        ("Ng,Li,,13/07/2018,,Year 5,,,,,,", ProblemCode::YearNotOfAge, Severity::Note, Fate::New),
        ("Ng,Li,,13/07/2018,,fourth,,,,,,", ProblemCode::YearUnreadable, Severity::Note, Fate::New),
        ("Ng,Li,,13/07/2018,,,,,,,perhaps,", ProblemCode::FlagUnclear, Severity::Ask, Fate::New),
        ("Ng,Li,,13/07/2018,,,,,,,,,extra", ProblemCode::ExtraCells, Severity::Note, Fate::New),
    ] {
        let found = list(&format!("{row}\n")).row(2);
        let problem = found.problems.iter().find(|problem| problem.code == code);
        assert_eq!(problem.map(|problem| problem.severity), Some(severity), "{row}: {:?}", found.problems);
        assert_eq!(found.fate, fate, "{row}");
        assert!(problem.unwrap().sentence.starts_with("Row 2"), "{row}");
    }
    let long = list(&format!("{},Li,,,,,,,,,,\n", "N".repeat(101))).row(2);
    assert!(has(&long, ProblemCode::TooLong) && long.fate == Fate::Stopped);
    assert!(list(ISLA).row(2).problems.is_empty());
}

#[test]
fn what_is_offered_happens_only_when_accepted() {
    let row = "Ng,Li,,07/13/2018,,Year 5,,,,,perhaps,\n";
    let import = list(row);
    let left = &import.applied(&[])[0].details;
    assert_eq!((left.born, left.flags.pupil_premium), (None, false));
    let codes = [ProblemCode::BornMonthFirst, ProblemCode::YearNotOfAge, ProblemCode::FlagUnclear];
    let taken = &import.applied(&codes.map(|code| (2, code)))[0].details;
    assert_eq!((taken.born, taken.flags.pupil_premium), (Some(day("2018-07-13")), true));
    assert_eq!(taken.year_override.as_deref(), Some("5"));
}

#[test]
fn classes_moved_up_in_summer_are_no_mistake() {
    let import = list(ISLA);
    for (today, odd) in [("2026-08-20", 0), ("2026-06-20", 1)] {
        let preview =
            preview(&import.table, &import.mapping, &[], RulePack::england(), day(today), day(today)).unwrap();
        assert_eq!(count(&preview, ProblemCode::YearNotOfAge), odd, "{today}");
    }
}

#[test]
fn exact_and_conflicting_repeats_are_told_apart() {
    let import = list(&format!("{ISLA}{ISLA}{}", ISLA.replace("4A", "4B")));
    let rows = import.preview().rows;
    assert_eq!(rows.iter().map(|row| row.fate).collect::<Vec<_>>(), [Fate::New, Fate::Repeated, Fate::Repeated]);
    assert!(has(&rows[1], ProblemCode::ExactRepeat) && has(&rows[2], ProblemCode::ConflictingRepeat));
    let vault = import.applied(&[(4, ProblemCode::ConflictingRepeat)]);
    assert_eq!(vault.len(), 1);
    assert_eq!(vault[0].details.class, "4B", "the later row was taken instead");
}

#[test]
fn a_pupil_is_known_by_upn_or_by_name_and_date_of_birth() {
    for (row, fate) in [
        ("NGUYEN,isla,,13/07/2018,,,,,,,,", Fate::Same),
        ("Nguyễn,Isla,,13/07/2018,,,,,,,,", Fate::Same),
        ("Smith,Isla,,13/07/2018,B801200005001,,,,,,,", Fate::Changed),
        ("Nguyễn,Isla,,14/07/2018,b801 2000 05001,,,,,,,", Fate::Changed),
        ("Smith,Ada,,01/01/2017,B801200005001,,,,,,,", Fate::Unsure),
        ("Nguyễn,Isla,,,,,,,,,,", Fate::Unsure),
        ("Nguyễn,Isla,,14/07/2018,,,,,,,,", Fate::New),
        ("Smith,Ada,,01/01/2017,,,,,,,,", Fate::New),
    ] {
        assert_eq!(list(&format!("{row}\n")).into(vault(ISLA)).row(2).fate, fate, "{row}");
    }
}

#[test]
fn who_is_unsure_is_left_out_until_somebody_says() {
    let import = list("Nguyễn,Isla,,,,,4C,,,,,\n").into(vault(ISLA));
    assert_eq!(import.steps(&[]), Vec::new());
    assert!(matches!(import.steps(&[(2, ProblemCode::MaybeSamePupil)])[..], [Step::Update { .. }]));
    assert!(matches!(import.steps(&[(2, ProblemCode::MaybeNewPupil)])[..], [Step::Add { .. }]));
}

#[test]
fn who_is_missing_from_the_file_is_told_and_left_alone() {
    let mut known = vault(&format!("{ISLA}Ng,Li,,01/01/2018,,,,,,,,\nHall,Mei,,01/01/2018,,,,,,,,\n"));
    known[2].details.on_roll_to = Some(day("2026-07-20"));
    let import = list(ISLA).into(known);
    let missing: Vec<String> = import.preview().missing.into_iter().map(|missing| missing.name).collect();
    assert_eq!((missing, import.steps(&[])), (vec!["Ng, Li".to_owned()], Vec::new()));
}

#[test]
fn a_mapping_of_another_list_is_refused() {
    let other = guess(&Import::csv("Surname,Forename\nNg,Li\n").table, None);
    let import = list(ISLA);
    let fault = preview(&import.table, &other, &[], RulePack::england(), today(), today()).unwrap_err();
    assert_eq!(fault.code, "import.mapping");
}

#[test]
fn a_person_may_say_what_a_column_holds() {
    let mut import = Import::csv("Surname,Forename,Notes\nNg,Li,SLCN\n");
    import.mapping.columns[2].field = Field::PrimaryNeed;
    assert_eq!(needs(&import.applied(&[])[0]), ["SLCN"]);
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        any::<String>(),
        prop::sample::select(vec!["", "K", "A", "N", "?", "Ng", "Total", "13/07/2018", "B801200005001", "Year 4", "T"])
            .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_row_is_too_odd_and_a_second_import_changes_nothing(
        rows in prop::collection::vec(prop::collection::vec(cell(), 12), 1..12)
    ) {
        let quoted = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            cells.join(",") + "\n"
        };
        let text = format!("{HEAD}{}", rows.iter().map(quoted).collect::<String>());
        let Ok(table) = read("list.csv", text.as_bytes()) else { return Ok(()) };
        let mapping = guess(&table, None);
        let import = Import { table, mapping, vault: Vec::new() };
        let vault = import.applied(&[]);
        let again = import.into(vault);
        prop_assert_eq!(again.steps(&[]), Vec::new());
    }
}
