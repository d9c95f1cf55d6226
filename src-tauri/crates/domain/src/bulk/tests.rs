//! What one change makes of one pupil.

use super::*;
use crate::ids::{NeedId, PupilId, StatusId};
use crate::pupil::Need;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn pupil() -> Pupil {
    Pupil {
        id: PupilId(1),
        case_code: "C-0001".into(),
        details: PupilDetails {
            surname: "Moss".into(),
            forename: "Ada".into(),
            born: Some(day("2018-02-01")),
            class: "3B".into(),
            ..blank()
        },
        statuses: vec![Status {
            id: StatusId(1),
            code: "K".into(),
            from: day("2026-09-01"),
            to: None,
            reason: String::new(),
        }],
        needs: vec![Need { id: NeedId(1), code: "SLCN".into(), rank: 1, from: day("2026-09-01"), to: None }],
    }
}

fn blank() -> PupilDetails {
    serde_json::from_value(serde_json::json!({
        "surname": "", "forename": "", "preferred": "", "pronunciation": "", "born": null, "upn": "", "admission": "",
        "year_override": null, "class": "", "own_flags": [], "note": "", "on_roll_from": null, "on_roll_to": null,
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    }))
    .unwrap()
}

#[test]
fn each_change_says_what_it_finds_and_what_it_makes_of_it() {
    let from = day("2026-11-02");
    for (change, was, becomes) in [
        (
            BulkChange::Status { code: "E".into(), from, reason: String::new() },
            "SEN support (K)",
            "Education, health and care plan (E)",
        ),
        (
            BulkChange::Status { code: String::new(), from, reason: String::new() },
            "SEN support (K)",
            "no SEN provision",
        ),
        (BulkChange::AddNeed { code: "HI".into(), from }, "SLCN", "SLCN, HI"),
        (BulkChange::Class { class: "4B ".into() }, "3B", "4B"),
        (BulkChange::Class { class: String::new() }, "3B", "no class"),
        (BulkChange::Flag { flag: "eal".into(), on: true }, "no", "yes"),
        (BulkChange::OwnFlag { flag: FlagId(3), on: true }, "no", "yes"),
        (BulkChange::Year { year: Some("2".into()) }, "Year 4", "Year 2"),
        (BulkChange::Leave { on: day("2026-12-18") }, "on roll", "last day 18 December 2026"),
    ] {
        let said = change.was_and_becomes(&pupil(), day("2026-11-04"));
        assert_eq!((said.0.as_str(), said.1.as_str()), (was, becomes), "{change:?}");
        assert_eq!(change.check(day("2026-11-04")), Ok(()), "{change:?}");
    }
}

#[test]
fn what_could_be_right_for_nobody_is_refused_at_its_field() {
    let (today, from) = (day("2026-11-04"), day("2026-11-02"));
    for (change, code, field) in [
        (BulkChange::Status { code: "QQ".into(), from, reason: String::new() }, "status.unknown", "code"),
        (
            BulkChange::Status { code: "K".into(), from: day("1950-01-01"), reason: String::new() },
            "record.date",
            "from",
        ),
        (BulkChange::Status { code: "K".into(), from, reason: "x".repeat(401) }, "text.too_long", "reason"),
        (BulkChange::AddNeed { code: "QQ".into(), from }, "need.unknown", "code"),
        (BulkChange::Class { class: "x".repeat(101) }, "text.too_long", "class"),
        (BulkChange::Flag { flag: "1=1".into(), on: true }, "register.flag", "flag"),
        (BulkChange::Year { year: Some("99".into()) }, "pupil.year", "year"),
        (BulkChange::Leave { on: day("2090-01-01") }, "record.date", "on"),
    ] {
        let fault = change.check(today).unwrap_err();
        assert_eq!((fault.code.as_ref(), fault.field.as_deref()), (code, Some(field)), "{change:?}");
    }
}

#[test]
fn a_need_comes_after_those_that_hold_and_only_beside_the_provision_it_goes_with() {
    let add = |code: &str| BulkChange::AddNeed { code: code.into(), from: day("2026-11-02") };
    assert_eq!(add("HI").needs(&pupil()).unwrap(), Some(vec!["SLCN".to_owned(), "HI".to_owned()]));
    assert_eq!(add("SLCN").needs(&pupil()).unwrap(), None, "it holds already");
    let planned = Pupil { statuses: vec![Status { code: "E".into(), ..pupil().statuses.remove(0) }], ..pupil() };
    assert_eq!(add("NSA").needs(&planned).unwrap_err().code, "need.not_beside");
}
