//! Everybody moving up.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn pupil(id: i64, born: Option<&str>, year_override: Option<&str>, class: &str) -> Pupil {
    let details = serde_json::from_value(serde_json::json!({
        "surname": "Moss", "forename": "Ada", "preferred": "", "pronunciation": "", "born": born, "upn": "",
        "admission": "", "year_override": year_override, "class": class, "own_flags": [], "note": "",
        "on_roll_from": null, "on_roll_to": null,
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    }));
    Pupil {
        id: PupilId(id),
        case_code: format!("C-{id:04}"),
        details: details.unwrap(),
        statuses: Vec::new(),
        needs: Vec::new(),
    }
}

fn plan() -> YearEnd {
    YearEnd {
        from: day("2027-09-01"),
        last_day: day("2027-07-21"),
        top: Some("6".into()),
        classes: Vec::new(),
        exceptions: Vec::new(),
    }
}

/// Year, class and override after it.
fn after(plan: &YearEnd, pupil: &Pupil) -> (String, String, Option<String>, Option<NaiveDate>) {
    let moved = plan.moved(std::slice::from_ref(pupil)).remove(0);
    let details = plan.details(&pupil.details, &moved);
    (moved.next_year, details.class, details.year_override, details.on_roll_to)
}

#[test]
fn everybody_goes_up_and_the_top_year_leaves() {
    let own = |text: &str| Some(text.to_owned());
    for (who, year, class, year_override, last) in [
        (pupil(1, Some("2017-01-01"), None, "5B"), "6", "6B", None, None),
        (pupil(2, Some("2016-01-01"), None, "6B"), "", "6B", None, Some("2027-07-21")),
        (pupil(3, Some("2017-01-01"), Some("4"), "4B"), "5", "5B", own("5"), None),
        (pupil(4, Some("2017-01-01"), Some("6"), "6B"), "", "6B", own("6"), Some("2027-07-21")),
        (pupil(5, None, Some("3"), "Oak"), "4", "Oak", own("4"), None),
        (pupil(6, None, None, "5B"), "", "5B", None, None),
        (pupil(7, Some("2022-01-01"), None, "RK"), "1", "1K", None, None),
        (pupil(8, None, Some("X"), "Hub"), "X", "Hub", own("X"), None),
    ] {
        let said = after(&plan(), &who);
        let expected = (year.to_owned(), class.to_owned(), year_override, last.map(day));
        assert_eq!(said, expected, "{}", who.case_code);
    }
}

#[test]
fn exceptions_stay_leave_or_go_where_they_are_told() {
    let of = |becomes, class: Option<&str>| {
        let exception = Exception { pupil: PupilId(1), becomes, class: class.map(str::to_owned) };
        YearEnd { exceptions: vec![exception], ..plan() }
    };
    let five = pupil(1, Some("2017-01-01"), None, "5B");
    assert_eq!(after(&of(Becomes::Stays, None), &five), ("5".into(), "5B".into(), Some("5".into()), None));
    assert_eq!(after(&of(Becomes::Stays, Some("5A")), &five), ("5".into(), "5A".into(), Some("5".into()), None));
    assert_eq!(after(&of(Becomes::MovesUp, Some("Hub")), &five), ("6".into(), "Hub".into(), None, None));
    assert_eq!(after(&of(Becomes::Leaves, None), &five).3, Some(day("2027-07-21")));
    let six = pupil(1, Some("2016-01-01"), None, "6B");
    assert_eq!(after(&of(Becomes::MovesUp, None), &six), ("7".into(), "7B".into(), None, None));
    let behind = pupil(1, Some("2016-01-01"), Some("5"), "5B");
    assert_eq!(after(&of(Becomes::Stays, None), &behind), ("5".into(), "5B".into(), Some("5".into()), None));
}

#[test]
fn classes_go_where_their_names_tell_or_where_it_was_said() {
    let pupils = [
        pupil(1, Some("2017-01-01"), None, "5B"),
        pupil(2, Some("2017-02-01"), None, "5B"),
        pupil(3, Some("2017-02-01"), None, "Oak"),
        pupil(4, Some("2018-02-01"), None, "Oak"),
        pupil(5, Some("2016-02-01"), None, "6B"),
    ];
    let elm = ClassMove { class: "Oak".into(), year: "4".into(), to: "Elm".into() };
    let plan = YearEnd { classes: vec![elm], ..plan() };
    let said: Vec<_> = plan
        .class_proposals(&plan.moved(&pupils))
        .into_iter()
        .map(|each| format!("{} of {} to {}: {} {}", each.class, each.year, each.to, each.pupils, each.told))
        .collect();
    assert_eq!(said, ["Oak of 4 to Elm: 1 true", "5B of 5 to 6B: 2 true", "Oak of 5 to Oak: 1 false"]);
}

#[test]
fn who_is_gone_already_or_comes_with_the_new_year_is_not_moved() {
    let gone = Pupil {
        details: PupilDetails { on_roll_to: Some(day("2027-07-21")), ..pupil(1, None, None, "").details },
        ..pupil(1, None, None, "")
    };
    let new = Pupil {
        details: PupilDetails { on_roll_from: Some(day("2027-09-01")), ..gone.details.clone() },
        ..gone.clone()
    };
    assert!(plan().moved(&[gone, new]).is_empty());
}

#[test]
fn the_top_year_is_the_highest_that_more_than_two_are_in() {
    let mut pupils: Vec<Pupil> = (1..5).map(|id| pupil(id, Some("2016-01-01"), None, "6B")).collect();
    pupils.push(pupil(9, Some("2011-01-01"), None, "6B"));
    assert_eq!(top_year(&pupils, day("2027-08-31")).as_deref(), Some("6"));
    assert_eq!(top_year(&pupils[4..], day("2027-08-31")).as_deref(), Some("11"));
    assert_eq!(top_year(&[], day("2027-08-31")), None);
}

#[test]
fn the_year_to_move_into_is_ahead_and_in_autumn_just_begun_where_nobody_moved_yet() {
    for (today, in_it, from, early) in [
        ("2026-11-04", false, "2026-09-01", false),
        ("2026-11-04", true, "2027-09-01", true),
        ("2026-09-01", true, "2027-09-01", true),
        ("2027-02-01", false, "2027-09-01", true),
        ("2027-04-01", true, "2027-09-01", false),
        ("2027-07-21", false, "2027-09-01", false),
    ] {
        assert_eq!(next_year(day(today), in_it), day(from), "on {today}, {in_it}");
        assert_eq!(is_early(day(from), day(today)), early, "on {today}, {in_it}");
    }
}

#[test]
fn classes_tell_by_their_names_which_year_they_are_of() {
    // Year 4 in 2026/27.
    let of = |class: &str| [pupil(1, Some("2018-02-01"), None, class)];
    for (class, told) in [("4A", Some(true)), ("3A", Some(false)), ("Oak", None), ("", None)] {
        assert_eq!(classes_are_of(&of(class), day("2026-11-02")), told, "{class}");
    }
}

#[test]
fn days_that_are_no_year_s_end_are_refused_at_their_field() {
    let today = day("2027-07-01");
    assert_eq!(plan().check(today), Ok(()));
    for (wrong, field) in [
        (YearEnd { from: day("2027-09-02"), ..plan() }, "from"),
        (YearEnd { from: day("2031-09-01"), ..plan() }, "from"),
        (YearEnd { last_day: day("2027-09-01"), ..plan() }, "last_day"),
        (YearEnd { last_day: day("2025-07-01"), ..plan() }, "last_day"),
        (YearEnd { top: Some("99".into()), ..plan() }, "top"),
    ] {
        assert_eq!(wrong.check(today).unwrap_err().field.as_deref(), Some(field));
    }
}
