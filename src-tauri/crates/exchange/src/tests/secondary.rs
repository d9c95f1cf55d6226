use super::*;
use crate::{Field, FileKind};

fn secondary() -> Import {
    Import::of("secondary-sen-list.xlsx", &fixture("secondary-sen-list.xlsx"))
}

#[test]
fn the_list_is_read_below_its_titles_and_above_its_total() {
    let import = secondary();
    let preview = import.preview();
    assert_eq!(preview.source, FileKind::Xlsx);
    let fields: Vec<Field> = preview.columns.iter().map(|column| column.field).collect();
    assert_eq!(
        fields,
        [
            Field::FullName,
            Field::Upn,
            Field::Born,
            Field::Year,
            Field::Class,
            Field::SenStatus,
            Field::PrimaryNeed,
            Field::SecondaryNeed,
            Field::PupilPremium,
            Field::LookedAfter
        ]
    );
    assert_eq!((preview.counts.rows, preview.counts.new, preview.counts.repeated), (285, 284, 1));
    assert!(preview.notices.iter().any(|notice| notice.contains("Row 290")), "{:?}", preview.notices);
    assert_eq!(preview.rows[0].name, "Nguyễn, Isla");
    assert_eq!(preview.rows[0].row, 5);
    let odd: Vec<&str> = preview.rows.iter().flat_map(|row| &row.problems).map(|it| it.sentence.as_str()).collect();
    assert_eq!(odd.len(), 1, "every date, year, provision and need is read: {odd:?}");
}

#[test]
fn one_upn_on_two_children_is_asked_about() {
    let import = secondary();
    let row = import.row(272);
    assert_eq!((row.fate, row.include_by_default), (Fate::Repeated, false));
    let accepted = [(272, ProblemCode::SharedIdentity)];
    let vault = import.applied(&accepted);
    assert_eq!((import.applied(&[]).len(), vault.len()), (284, 285));
    let again = secondary().into(vault).preview();
    assert_eq!((again.counts.same, again.counts.rows), (285, 285), "two children with one UPN are told apart by name");
}

#[test]
fn provision_is_read_by_code_and_words_alike() {
    let vault = secondary().applied(&[(272, ProblemCode::SharedIdentity)]);
    let with = |code: &str| vault.iter().filter(|pupil| status(pupil) == code).count();
    assert_eq!((with("K"), with("E")), (77 + 72 + 61, 31 + 23 + 21));
    assert_eq!(vault.iter().filter(|pupil| pupil.details.flags.pupil_premium).count(), 78);
    assert_eq!(vault.iter().filter(|pupil| pupil.details.flags.looked_after).count(), 1);
    assert_eq!(vault.iter().filter(|pupil| pupil.needs.len() == 2).count(), 70);
    assert!(vault.iter().any(|pupil| pupil.details.surname == "van der Berg" && pupil.details.forename == "Ștefan"));
}

#[test]
fn the_same_list_again_changes_nothing() {
    let again = secondary().into(secondary().applied(&[]));
    let preview = again.preview();
    assert_eq!((preview.counts.same, preview.counts.repeated + preview.counts.unsure), (284, 1));
    assert_eq!(again.steps(&[]), Vec::new());
}
