use super::*;
use crate::{Field, FieldChange};

fn joiners() -> Import {
    Import::of("transfer-in.xml", &fixture("transfer-in.xml"))
}

#[test]
fn joiners_are_new_to_an_empty_daybook() {
    let preview = joiners().preview();
    assert_eq!((preview.counts.rows, preview.counts.new), (6, 6));
    let names: Vec<&str> = preview.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        ["Adebayo, Łukasz", "Brown, Siân", "Adebayo, Oliver", "Green, Inès", "Čapek, Harper", "White, Priya"]
    );
    assert_eq!(preview.rows.iter().map(|row| row.problems.len()).sum::<usize>(), 0);
}

#[test]
fn joiners_on_the_roll_are_known_and_give_lost_letters_back() {
    let roll = Import::of("primary-roll.csv", &fixture("primary-roll.csv")).applied(&[]);
    let import = joiners().into(roll);
    let preview = import.preview();
    assert_eq!((preview.counts.new, preview.counts.changed, preview.counts.same), (0, 2, 4));
    assert!(preview.missing.is_empty(), "a transfer file is no roll");
    let change = |field, from: &str, to: &str| FieldChange { field, from: from.to_owned(), to: to.to_owned() };
    assert_eq!(import.row(1).changes, [change(Field::Forename, "?ukasz", "Łukasz")]);
    assert_eq!(import.row(5).changes, [change(Field::Surname, "?apek", "Čapek")]);
    let again = joiners().into(import.applied(&[]));
    assert_eq!(again.preview().counts.same, 6);
}

#[test]
fn a_need_that_is_to_end_some_day_is_imported_with_its_end() {
    let file = |end: &str| {
        format!(
            "<CTfile><CTFpupilData><Pupil><UPN/><Surname>Ng</Surname><Forename>Li</Forename><DOB>2018-02-01</DOB>\
             <SEN><StartDate>2025-09-01</StartDate><SENprovision>K</SENprovision></SEN>\
             <SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>SLCN</SENtype><NeedStartDate>2025-09-01</NeedStartDate>\
             </SENneed><SENneed><SENtypeRank>2</SENtypeRank><SENtype>PD</SENtype><NeedStartDate>2025-09-01</NeedStartDate>\
             <NeedEndDate>{end}</NeedEndDate></SENneed></SENneeds></Pupil></CTFpupilData></CTfile>"
        )
    };
    for end in ["2027-07-31", "2026-07-31"] {
        let import = Import::of("in.xml", file(end).as_bytes());
        let pupil = &import.applied(&[])[0];
        let held: Vec<(&str, bool)> = pupil.needs.iter().map(|need| (need.code.as_str(), need.to.is_some())).collect();
        assert_eq!(held, [("SLCN", false), ("PD", true)], "{end}: {:?}", import.row(1).problems);
    }
}
