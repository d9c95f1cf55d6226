//! The list: search, filters, order, counts, and how the database goes about it.

use super::*;
use crate::register::{Ask, statement};
use daybook_domain::register::{Facet, GroupBy, ListColumn, RegisterList, RegisterQuery, Scope, SortBy};
use daybook_domain::support::PlanForm;

const TODAY: &str = "2026-11-02";

fn school() -> Here {
    let mut here = Here::with_school();
    here.does(|tx| {
        for (surname, forename, class, born, code, needs, to) in [
            ("Ó Súilleabháin", "Ġanni", "Elm", "2016-01-01", "K", &["SLCN", "MLD"][..], None),
            ("Adams", "Łukasz", "Oak", "2015-09-01", "E", &["ASD"], None),
            ("Zeal", "Ștefan", "", "2022-01-01", "W", &[], None),
            ("adams", "Ada", "Oak", "2012-01-01", "", &[], None),
            ("Gone", "Away", "Oak", "2012-01-01", "K", &["MLD"], Some("2026-11-01")),
        ] {
            let details = PupilDetails {
                class: class.into(),
                born: Some(day(born)),
                on_roll_to: to.map(day),
                flags: Flags { eal: surname == "Adams", ..Flags::default() },
                ..pupil(surname, forename)
            };
            let id = tx.pupils().insert(&details, SCHOOL)?;
            if !code.is_empty() {
                tx.pupils().open_status(id, code, day("2026-09-01"), "")?;
            }
            tx.pupils().set_needs(id, needs, day("2026-09-01"))?;
        }
        Ok(())
    });
    here
}

fn list(here: &Here, query: &RegisterQuery) -> RegisterList {
    here.vault.read().register().list(SCHOOL, query, day(TODAY)).unwrap()
}

fn forenames(here: &Here, query: &RegisterQuery) -> Vec<String> {
    list(here, query).rows.into_iter().map(|row| row.forename).collect()
}

#[test]
fn each_scope_holds_whom_it_speaks_of() {
    let here = school();
    let of = |scope| forenames(&here, &RegisterQuery { scope, ..RegisterQuery::default() });
    assert_eq!(of(Scope::Register), ["Łukasz", "Ġanni", "Ștefan"]);
    assert_eq!(of(Scope::Roll), ["Ada", "Łukasz", "Zoë", "Ġanni", "Ștefan"]);
    assert_eq!(of(Scope::Left), ["Away"]);
}

#[test]
fn a_code_of_another_country_puts_nobody_on_the_register_and_leaves_them_on_roll() {
    let mut here = school();
    here.does(|tx| tx.pupils().open_status(PUPIL, "ZZ", day("2026-09-01"), ""));
    let of = |scope| list(&here, &RegisterQuery { scope, ..RegisterQuery::default() });
    assert_eq!((of(Scope::Register).in_scope, of(Scope::Roll).in_scope), (3, 5));
}

#[test]
fn the_first_rows_are_those_of_the_list() {
    let here = school();
    let query = RegisterQuery { scope: Scope::Roll, ..RegisterQuery::default() };
    let first = here.vault.read().register().first(SCHOOL, &query, day(TODAY), 2).unwrap();
    assert_eq!(first, list(&here, &query).rows[..2]);
}

#[test]
fn years_run_from_the_early_years_to_no_year_at_all() {
    let mut here = Here::with_school();
    let years = ["X", "7", "R", "N2", "E1", "14", "N1", "E2", "1"];
    here.does(|tx| {
        years.iter().try_for_each(|year| {
            let details = PupilDetails { year_override: Some((*year).into()), born: None, ..pupil("A", year) };
            tx.pupils().insert(&details, SCHOOL).map(|_| ())
        })?;
        tx.pupils().update(PUPIL, &PupilDetails { year_override: Some("2".into()), ..pupil("A", "2") })
    });
    let query = RegisterQuery { scope: Scope::Roll, sort: SortBy::Year, ..RegisterQuery::default() };
    let order = ["E1", "E2", "N1", "N2", "R", "1", "2", "7", "14", "X"];
    assert_eq!(forenames(&here, &query), order);
    assert_eq!(list(&here, &query).years.into_iter().map(|facet| facet.value).collect::<Vec<_>>(), order);
}

#[test]
fn every_word_is_found_whatever_its_accents_and_case() {
    let here = school();
    for (search, found) in [
        ("GANNI suill", &["Ġanni"][..]),
        ("o'suill", &[]),
        ("lukasz", &["Łukasz"]),
        ("adams oak", &["Łukasz"]),
        ("adams elm", &[]),
        ("c-0004", &["Ștefan"]),
        ("  ", &["Łukasz", "Ġanni", "Ștefan"]),
        ("%", &[]),
    ] {
        let query = RegisterQuery { search: search.into(), ..RegisterQuery::default() };
        assert_eq!(forenames(&here, &query), found, "{search}");
    }
}

#[test]
fn a_changed_name_is_found_by_the_new_one_only() {
    let mut here = school();
    here.does(|tx| tx.pupils().update(PUPIL, &PupilDetails { preferred: "Xanthe".into(), ..pupil("Smith", "Zoë") }));
    let search = |search: &str| RegisterQuery { scope: Scope::Roll, search: search.into(), ..RegisterQuery::default() };
    assert_eq!(forenames(&here, &search("xanthe smith")), ["Xanthe"]);
    assert!(forenames(&here, &search("nguyen")).is_empty());
}

#[test]
fn filters_narrow_together() {
    let here = school();
    let all = || RegisterQuery { scope: Scope::Roll, ..RegisterQuery::default() };
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(forenames(&here, &RegisterQuery { statuses: words(&["K", "W"]), ..all() }), ["Ġanni", "Ștefan"]);
    assert_eq!(forenames(&here, &RegisterQuery { needs: words(&["MLD"]), ..all() }), ["Ġanni"], "of any rank");
    assert_eq!(forenames(&here, &RegisterQuery { years: words(&["6"]), ..all() }), ["Łukasz", "Ġanni"]);
    assert_eq!(forenames(&here, &RegisterQuery { flags: words(&["eal"]), ..all() }), ["Łukasz"]);
    let both = RegisterQuery { years: words(&["6"]), classes: words(&["Elm"]), ..all() };
    assert_eq!(forenames(&here, &both), ["Ġanni"]);
    let nonsense = RegisterQuery { flags: words(&["1=1"]), ..all() };
    let fault = here.vault.read().register().list(SCHOOL, &nonsense, day(TODAY)).unwrap_err();
    assert_eq!((fault.code.as_ref(), fault.field.as_deref()), ("register.flag", Some("flags.0")));
}

#[test]
fn every_order_puts_what_has_no_value_last() {
    let here = school();
    let by = |sort, descending| {
        forenames(&here, &RegisterQuery { scope: Scope::Roll, sort, descending, ..RegisterQuery::default() })
    };
    assert_eq!(by(SortBy::Name, true), ["Ștefan", "Ġanni", "Zoë", "Łukasz", "Ada"]);
    assert_eq!(by(SortBy::Year, false), ["Ștefan", "Zoë", "Łukasz", "Ġanni", "Ada"]);
    assert_eq!(by(SortBy::Year, true), ["Ada", "Łukasz", "Ġanni", "Zoë", "Ștefan"]);
    assert_eq!(by(SortBy::Class, true), ["Ada", "Łukasz", "Zoë", "Ġanni", "Ștefan"]);
    assert_eq!(by(SortBy::Status, false), ["Łukasz", "Ġanni", "Ștefan", "Ada", "Zoë"]);
    assert_eq!(by(SortBy::Need, true), ["Ġanni", "Łukasz", "Ada", "Zoë", "Ștefan"]);
    assert_eq!(by(SortBy::Born, false), ["Ada", "Łukasz", "Ġanni", "Zoë", "Ștefan"]);
    assert_eq!(by(SortBy::CaseCode, false), ["Zoë", "Ġanni", "Łukasz", "Ștefan", "Ada"]);
    assert_eq!(by(SortBy::Since, false)[3..], ["Ada", "Zoë"]);
}

#[test]
fn counts_follow_the_other_filters_and_the_search() {
    let here = school();
    let facet = |value: &str, count| Facet { value: value.into(), count };
    let all = list(&here, &RegisterQuery::default());
    assert_eq!((all.rows.len(), all.in_scope), (3, 3));
    assert_eq!(all.statuses, [facet("E", 1), facet("K", 1), facet("W", 1)]);
    assert_eq!(all.needs, [facet("ASD", 1), facet("MLD", 1), facet("SLCN", 1)]);
    assert_eq!(all.years, [facet("R", 1), facet("6", 2)]);
    assert_eq!(all.classes, [facet("Elm", 1), facet("Oak", 1)]);
    assert_eq!(all.flags, [facet("eal", 1)]);
    let found = list(&here, &RegisterQuery { search: "adams".into(), ..RegisterQuery::default() });
    assert_eq!((found.rows.len(), found.in_scope), (1, 3));
    assert_eq!(found.statuses, [facet("E", 1), facet("K", 0), facet("W", 0)]);
    let chosen = list(&here, &RegisterQuery { statuses: vec!["K".into()], ..RegisterQuery::default() });
    assert_eq!(chosen.statuses, all.statuses, "a filter leaves its own counts as they are");
    assert_eq!(chosen.years, [facet("R", 0), facet("6", 1)]);
}

#[test]
fn columns_are_read_where_they_are_asked_for() {
    let mut here = Here::with_school();
    here.does(|tx| {
        let details = PupilDetails {
            born: Some(day("2018-10-29")),
            upn: "A823432108001".into(),
            note: "Sits at the front".into(),
            on_roll_from: Some(day("2022-09-05")),
            ..pupil("Nguyễn", "Zoë")
        };
        tx.pupils().update(PUPIL, &details)
    });
    let columns = vec![
        ListColumn::Upn,
        ListColumn::Name,
        ListColumn::Age,
        ListColumn::OnRollFrom,
        ListColumn::OnRollTo,
        ListColumn::NextReview,
        ListColumn::Plans,
    ];
    let query = RegisterQuery { scope: Scope::Roll, columns, ..RegisterQuery::default() };
    let more = list(&here, &query).rows.remove(0).more;
    let said: Vec<(ListColumn, &str)> = more.iter().map(|(column, cell)| (*column, cell.as_str())).collect();
    assert_eq!(
        said,
        [
            (ListColumn::Age, "8y 0m"),
            (ListColumn::Upn, "A823432108001"),
            (ListColumn::OnRollFrom, "2022-09-05"),
            (ListColumn::OnRollTo, ""),
            (ListColumn::NextReview, ""),
            (ListColumn::Plans, ""),
        ]
    );
    let usual = RegisterQuery { scope: Scope::Roll, ..RegisterQuery::default() };
    assert!(list(&here, &usual).rows[0].more.is_empty(), "and nowhere else");
}

#[test]
fn kinds_of_open_plans_stand_in_their_column_and_those_that_ended_do_not() {
    let mut here = Here::with_school();
    here.does(|tx| {
        for (kind, to) in [("support", None), ("ehcp", None), ("support", None), ("passport", Some(day("2026-10-31")))]
        {
            let id = tx.plans().insert(PUPIL, &PlanForm { kind: kind.into(), ..super::plans::form() })?;
            to.map_or(Ok(()), |to| tx.plans().end(id, Some(to), ""))?;
        }
        tx.pupils().insert(&pupil("Moss", "Bo"), SCHOOL)
    });
    let columns = vec![ListColumn::Plans];
    let query = RegisterQuery { scope: Scope::Roll, columns, ..RegisterQuery::default() };
    let cells = |query: &RegisterQuery| -> Vec<String> {
        list(&here, query).rows.iter().map(|row| row.more[&ListColumn::Plans].clone()).collect()
    };
    assert_eq!(cells(&query), ["", "ehcp,support"], "each kind once, however many plans there are");
    assert_eq!(cells(&RegisterQuery { plans: vec!["support".into()], ..query.clone() }), ["ehcp,support"]);
    assert_eq!(cells(&RegisterQuery { plans: vec!["passport".into()], ..query }), Vec::<String>::new());
}

#[test]
fn a_view_is_kept_by_its_name_and_can_be_taken_away() {
    let mut here = Here::with_school();
    let query = RegisterQuery { years: vec!["4".into()], group: GroupBy::Class, ..RegisterQuery::default() };
    let id = here.does(|tx| tx.views().save(SCHOOL, "Year 4", &query));
    let wider = RegisterQuery { years: vec!["4".into(), "5".into()], ..query.clone() };
    assert_eq!(here.does(|tx| tx.views().save(SCHOOL, "year 4", &wider)), id, "whatever its capitals");
    here.does(|tx| tx.views().save(SCHOOL, "All", &RegisterQuery::default()));
    let views = here.vault.read().views().list(SCHOOL).unwrap();
    assert_eq!(views.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["All", "year 4"]);
    assert_eq!(views[1].query, wider);
    here.does(|tx| tx.views().remove(SCHOOL, id));
    assert_eq!(here.refuses(|tx| tx.views().remove(SCHOOL, id)), "store.gone");
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(here.vault.read().views().list(SCHOOL).unwrap(), views);
}

#[test]
fn a_row_says_what_is_in_force_today() {
    let here = school();
    let row = list(&here, &RegisterQuery::default()).rows.remove(1);
    assert_eq!((row.surname.as_str(), row.case_code.as_str()), ("Ó Súilleabháin", "C-0002"));
    assert_eq!((row.status.as_str(), row.since, row.year.as_str()), ("K", Some(day("2026-09-01")), "6"));
    assert_eq!(row.needs, ["SLCN", "MLD"]);
    let before = here.vault.read().register().list(SCHOOL, &RegisterQuery::default(), day("2026-08-31")).unwrap();
    assert_eq!(before.rows.len(), 0, "nobody had provision yet");
}

#[test]
fn the_list_is_read_along_its_indexes_and_sorted_by_none() {
    let mut here = school();
    for scope in [Scope::Register, Scope::Roll, Scope::Left] {
        let ask = Ask { scope, words: vec!["adams"], more: vec![ListColumn::NextReview], today: day(TODAY) };
        let connection = here.vault.connection();
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", statement(&ask))).unwrap();
        let steps: Vec<String> = plan.raw_query().mapped(|row| row.get("detail")).map(Result::unwrap).collect();
        let along = match scope {
            Scope::Register => "SEARCH p USING INTEGER PRIMARY KEY",
            Scope::Roll | Scope::Left => "SEARCH p USING INDEX pupil_by_name",
        };
        assert!(steps.iter().any(|step| step.starts_with(along)), "{scope:?}: {steps:#?}");
        for way in ["SCAN p", "SCAN c", "USE TEMP"] {
            assert!(!steps.iter().any(|step| step.starts_with(way)), "{scope:?}: {steps:#?}");
        }
    }
}

/// Reports how long the list takes in a big school; run it with `--no-capture`.
#[test]
#[ignore = "reports times"]
fn time_the_list_of_a_big_school() {
    let mut here = Here::with_school();
    let before = std::time::Instant::now();
    here.does(|tx| {
        for i in 0..2000_u32 {
            let details = PupilDetails {
                class: format!("{}{}", i % 11, ["A", "B", "C"][i as usize % 3]),
                born: day("2010-01-01").checked_add_days(chrono::Days::new(u64::from(i) * 2)),
                ..pupil(&format!("Surname{}", i * 7919 % 2000), &format!("Forename{i}"))
            };
            let id = tx.pupils().insert(&details, SCHOOL)?;
            if i % 4 == 0 {
                tx.pupils().open_status(id, "watched", day("2025-01-01"), "")?;
                tx.pupils().open_status(id, ["K", "K", "E", "W"][i as usize / 4 % 4], day("2025-09-01"), "")?;
                tx.pupils().set_needs(id, &["SLCN", "MLD", "SEMH"][..1 + i as usize / 4 % 3], day("2025-09-01"))?;
            }
        }
        Ok(())
    });
    eprintln!("2,000 pupils written in {:?}", before.elapsed());
    let here = here.restart();
    let search = RegisterQuery { scope: Scope::Roll, search: "surname1 7".into(), ..RegisterQuery::default() };
    for (what, query) in [
        ("register", RegisterQuery::default()),
        ("register by need", RegisterQuery { sort: SortBy::Need, ..RegisterQuery::default() }),
        ("roll", RegisterQuery { scope: Scope::Roll, ..RegisterQuery::default() }),
        ("search in roll", search),
    ] {
        let mut times: Vec<_> = (0..40)
            .map(|_| {
                let before = std::time::Instant::now();
                let rows = list(&here, &query).rows.len();
                (before.elapsed(), rows)
            })
            .collect();
        times.sort();
        eprintln!(
            "{what}: {} rows, least {:?}, median {:?}, p95 {:?}",
            times[0].1, times[0].0, times[20].0, times[37].0
        );
    }
}

#[test]
fn the_rows_of_a_few_are_those_of_the_list() {
    let mut here = Here::with_school();
    let ids = here.does(|tx| {
        let leaver = PupilDetails { on_roll_to: Some(day("2026-10-01")), ..pupil("Left", "A") };
        let ids = [PUPIL, tx.pupils().insert(&pupil("Moss", "Bo"), SCHOOL)?, tx.pupils().insert(&leaver, SCHOOL)?];
        tx.pupils().open_status(ids[1], "W", day("2026-01-05"), "")?;
        tx.pupils().open_status(ids[1], "K", day("2026-09-01"), "")?;
        tx.pupils().set_needs(ids[1], &["SLCN", "SEMH"], day("2026-09-01"))?;
        Ok(ids)
    });
    let (today, read) = (day("2026-11-02"), here.vault.read());
    let list = |scope| {
        let query = RegisterQuery { scope, sort: SortBy::CaseCode, ..RegisterQuery::default() };
        read.register().list(SCHOOL, &query, today).unwrap().rows
    };
    let rows = |ids: &[PupilId]| read.register().rows_of(&ids.iter().copied().collect(), today).unwrap();
    assert_eq!(rows(&ids[..2]), list(Scope::Roll));
    assert_eq!(rows(&ids[2..]), list(Scope::Left));
    assert_eq!(rows(&[]), []);
}

#[test]
fn what_children_s_stories_are_told_from_is_looked_up_child_by_child() {
    let mut here = school();
    let among = |column: &str| crate::sql::among(column);
    let mut asked: Vec<String> = crate::plans::statements(&among("p.pupil_id"));
    asked.push(crate::provisions::statement(&among("v.pupil_id")));
    asked.push(crate::assessments::statement(&among("pupil_id")));
    asked.push(crate::documents::statement(&among("pupil_id")));
    asked.push(crate::profiles::statement(&among("pupil_id")));
    asked.push(crate::entries::statement_of_pupil());
    asked.push(format!("SELECT p.* FROM pupil p WHERE {}", crate::pupils::ON_REGISTER_BETWEEN));
    let along = [
        "support_plan_by_pupil",
        "support_plan_by_pupil",
        "support_plan_by_pupil",
        "support_plan_by_pupil",
        "provision_by_pupil",
        "assessment_by_pupil",
        "document_by_pupil",
        "INTEGER PRIMARY KEY",
        "SEARCH e USING INTEGER PRIMARY KEY",
        "INTEGER PRIMARY KEY",
    ];
    let connection = here.vault.connection();
    for (statement, along) in asked.iter().zip(along) {
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).unwrap();
        let steps: Vec<String> = plan.raw_query().mapped(|row| row.get("detail")).map(Result::unwrap).collect();
        assert!(steps.iter().any(|step| step.starts_with("SEARCH") && step.contains(along)), "{statement}: {steps:#?}");
    }
}
