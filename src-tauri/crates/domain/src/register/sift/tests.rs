//! The list from rows, without a database.

use super::*;
use crate::register::SortBy;

fn row(id: i64, class: &str, year: &str, status: &str, needs: &[&str]) -> Listed {
    let row = RegisterRow {
        id: PupilId(id),
        case_code: format!("C-{id:04}"),
        surname: format!("Surname{id}"),
        forename: String::new(),
        born: None,
        year: year.to_owned(),
        class: class.to_owned(),
        status: status.to_owned(),
        since: None,
        needs: needs.iter().map(ToString::to_string).collect(),
        flags: Flags { eal: id % 2 == 0, pupil_premium: id == 4, ..Flags::default() },
        own_flags: if id == 3 { vec![FlagId(7)] } else { Vec::new() },
        more: BTreeMap::new(),
    };
    let plans = match id {
        1 => vec!["ehcp".to_owned(), "support".to_owned()],
        2 => vec!["support".to_owned()],
        _ => Vec::new(),
    };
    Listed { row, found: true, plans }
}

fn everybody() -> Vec<Listed> {
    vec![
        row(1, "10A", "10", "K", &["SLCN"]),
        row(2, "9b", "9", "K", &["SLCN", "MLD"]),
        row(3, "9B", "9", "E", &["ASD"]),
        row(4, "", "", "", &[]),
    ]
}

fn asked(change: impl FnOnce(&mut RegisterQuery)) -> RegisterList {
    let mut query = RegisterQuery::default();
    change(&mut query);
    sift(everybody(), &query)
}

fn said(facets: &[Facet]) -> Vec<String> {
    facets.iter().map(|Facet { value, count }| format!("{value} {count}")).collect()
}

fn ids(list: &RegisterList) -> Vec<i64> {
    list.rows.iter().map(|row| row.id.0).collect()
}

#[test]
fn some_of_a_list_keep_its_order_and_its_groups() {
    let list = asked(|query| query.group = GroupBy::Year);
    assert_eq!((ids(&list), said(&list.groups)), (vec![2, 3, 1, 4], vec!["9 2".into(), "10 1".into(), " 1".into()]));
    let list = list.only(&[PupilId(4), PupilId(3), PupilId(9)].into());
    assert_eq!((ids(&list), said(&list.groups)), (vec![3, 4], vec!["9 1".into(), " 1".into()]));
    assert_eq!(ids(&asked(|_| ()).only(&[PupilId(3)].into())), [3]);
}

#[test]
fn open_plans_of_a_kind_are_filtered_by_and_counted() {
    let list = asked(|query| query.plans = vec!["ehcp".into()]);
    assert_eq!((ids(&list), said(&list.plans)), (vec![1], vec!["ehcp 1".into(), "support 2".into()]));
    let list = asked(|query| (query.plans, query.years) = (vec!["ehcp".into(), "support".into()], vec!["9".into()]));
    assert_eq!((ids(&list), said(&list.plans)), (vec![2], vec!["ehcp 0".into(), "support 1".into()]));
    assert_eq!(said(&list.years), ["9 1", "10 1"]);
}

#[test]
fn each_count_follows_every_filter_but_its_own() {
    let list = asked(|query| query.statuses = vec!["K".into()]);
    assert_eq!((ids(&list), list.in_scope), (vec![1, 2], 4));
    assert_eq!(said(&list.statuses), ["E 1", "K 2"], "the others one could choose instead");
    assert_eq!(said(&list.needs), ["ASD 0", "MLD 1", "SLCN 2"]);
    assert_eq!(said(&list.years), ["9 1", "10 1"]);
    assert_eq!(said(&list.flags), ["pupil_premium 0", "eal 1"], "flags narrow together");
    let list = asked(|query| (query.statuses, query.years) = (vec!["K".into()], vec!["9".into()]));
    assert_eq!(ids(&list), [2]);
    assert_eq!(said(&list.statuses), ["E 1", "K 1"]);
    assert_eq!(said(&list.years), ["9 1", "10 1"]);
}

#[test]
fn flags_of_the_school_s_own_narrow_with_the_others() {
    let list = asked(|query| query.own_flags = vec![FlagId(7)]);
    assert_eq!((ids(&list), list.own_flags), (vec![3], vec![FlagFacet { flag: FlagId(7), count: 1 }]));
    let list = asked(|query| query.statuses = vec!["K".into()]);
    assert_eq!(list.own_flags, [FlagFacet { flag: FlagId(7), count: 0 }]);
}

#[test]
fn words_that_are_not_found_count_nowhere() {
    let everybody = everybody().into_iter().map(|listed| Listed { found: listed.row.id.0 == 3, ..listed });
    let list = sift(everybody.collect(), &RegisterQuery::default());
    assert_eq!((ids(&list), said(&list.statuses)), (vec![3], vec!["E 1".to_owned(), "K 0".to_owned()]));
}

#[test]
fn groups_stand_in_their_own_order_and_the_sort_orders_within_them() {
    for (by, groups, order) in [
        (GroupBy::Class, &["9B 1", "9b 1", "10A 1", " 1"][..], [3, 2, 1, 4]),
        (GroupBy::Year, &["9 2", "10 1", " 1"], [3, 2, 1, 4]),
        (GroupBy::Status, &["E 1", "K 2", " 1"], [3, 2, 1, 4]),
        (GroupBy::Need, &["ASD 1", "SLCN 2", " 1"], [3, 2, 1, 4]),
    ] {
        let list = asked(|query| (query.group, query.sort, query.descending) = (by, SortBy::CaseCode, true));
        assert_eq!(
            (ids(&list), said(&list.groups)),
            (order.to_vec(), groups.iter().map(ToString::to_string).collect())
        );
    }
    assert_eq!(said(&asked(|_| {}).groups), Vec::<String>::new());
}

#[test]
fn classes_stand_by_the_value_of_their_figures() {
    let list = asked(|query| query.sort = SortBy::Class);
    assert_eq!(ids(&list), [2, 3, 1, 4], "9 before 10, and no class last");
    let list = asked(|query| (query.sort, query.descending) = (SortBy::Class, true));
    assert_eq!(ids(&list), [1, 2, 3, 4]);
    assert_eq!(said(&list.classes), ["9B 1", "9b 1", "10A 1"]);
}
