use super::*;
use crate::table::{FileKind, Row};
use std::collections::HashSet;

fn table(headings: &[&str]) -> Table {
    Table {
        source: FileKind::Csv,
        headings: headings.iter().map(|&heading| heading.to_owned()).collect(),
        rows: vec![Row { number: 2, cells: vec![String::new(); headings.len()] }],
        encoding: "UTF-8".to_owned(),
        separator: Some(','),
        notices: Vec::new(),
    }
}

fn fields(mapping: &Mapping) -> Vec<Field> {
    mapping.columns.iter().map(|column| column.field).collect()
}

#[test]
fn headings_schools_use_are_known() {
    for (heading, field) in [
        ("Legal Surname", Field::Surname),
        ("LAST NAME", Field::Surname),
        ("Forename(s)", Field::Forename),
        ("Preferred Forename", Field::Preferred),
        ("Known as", Field::Preferred),
        ("Name", Field::FullName),
        ("Surname, Forename", Field::FullName),
        ("D.O.B.", Field::Born),
        ("Date of Birth", Field::Born),
        ("Unique Pupil Number", Field::Upn),
        ("Adno", Field::Admission),
        ("Admission Number", Field::Admission),
        ("NC Year", Field::Year),
        ("Year Group", Field::Year),
        ("Reg", Field::Class),
        ("Tutor Group", Field::Class),
        ("SEND Status", Field::SenStatus),
        ("SEN Provision", Field::SenStatus),
        ("SEN Stage", Field::SenStatus),
        ("SEN Code", Field::SenStatus),
        ("SEN Need Type", Field::SenNeeds),
        ("SEN Type", Field::SenNeeds),
        ("Primary Need", Field::PrimaryNeed),
        ("Secondary Need", Field::SecondaryNeed),
        ("PP", Field::PupilPremium),
        ("Disadvantaged", Field::PupilPremium),
        ("EAL", Field::Eal),
        ("In Care", Field::LookedAfter),
        ("LAC", Field::LookedAfter),
        ("Looked After?", Field::LookedAfter),
        ("Young Carer", Field::YoungCarer),
        ("Social Worker", Field::SocialCare),
    ] {
        assert_eq!(recognise(heading.trim_end_matches('?')).map(|(field, _)| field), Some(field), "{heading}");
    }
    for heading in ["FSM", "Gender", "House", "Siân", "7B", ""] {
        assert_eq!(recognise(heading), None, "{heading}");
    }
}

#[test]
fn no_heading_names_two_fields() {
    let mut seen = HashSet::new();
    for word in SYNONYMS.iter().flat_map(|(_, words)| *words) {
        assert!(seen.insert(word), "{word} stands twice");
        assert_eq!(plain(word), *word, "{word} is not written as headings are looked up");
    }
}

#[test]
fn legal_names_go_before_preferred_ones() {
    let guess = guess(&table(&["Preferred Surname", "Legal Surname", "Forename", "Name"]), None);
    assert_eq!(fields(&guess), [Field::Ignore, Field::Surname, Field::Forename, Field::Ignore]);
}

#[test]
fn a_name_beside_a_surname_is_a_forename() {
    assert_eq!(fields(&guess(&table(&["Surname", "Name"]), None)), [Field::Surname, Field::Forename]);
    assert_eq!(fields(&guess(&table(&["Name", "UPN"]), None)), [Field::FullName, Field::Upn]);
}

#[test]
fn what_a_person_said_is_remembered_by_heading() {
    let said = Mapping {
        columns: [("Notes", Field::Class), ("sen", Field::Ignore), ("Need", Field::PrimaryNeed)]
            .map(|(heading, field)| MappedColumn { heading: heading.to_owned(), field })
            .to_vec(),
    };
    let guess = guess(&table(&["Need", "Surname", "NOTES", "SEN", "Reg"]), Some(&said));
    assert_eq!(
        fields(&guess),
        [Field::PrimaryNeed, Field::Surname, Field::Class, Field::Ignore, Field::Ignore],
        "a column that a person named goes before one that was guessed"
    );
}

#[test]
fn of_two_headings_alike_the_first_counts() {
    assert_eq!(fields(&guess(&table(&["Surname", "UPN", "UPN"]), None)), [Field::Surname, Field::Upn, Field::Ignore]);
}

#[test]
fn a_mapping_is_remembered_behind_that_of_another_kind_of_file() {
    let of = |columns: &[(&str, Field)]| Mapping {
        columns: columns
            .iter()
            .map(|(heading, field)| MappedColumn { heading: (*heading).to_owned(), field: *field })
            .collect(),
    };
    let list = of(&[("Chosen by us", Field::Class), ("Name", Field::Surname)]);
    let transfer = of(&[("NAME", Field::FullName), ("Born", Field::Born)]);
    let kept = transfer.with_earlier(Some(&list));
    assert_eq!(kept, of(&[("NAME", Field::FullName), ("Born", Field::Born), ("Chosen by us", Field::Class)]));
    assert_eq!(transfer.with_earlier(None), transfer);
}
