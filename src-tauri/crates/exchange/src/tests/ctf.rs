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
