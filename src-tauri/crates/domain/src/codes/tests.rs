use super::*;

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

#[test]
fn the_pack_for_england_reads_and_is_whole() {
    let pack = RulePack::parse(include_str!("../../rules/england.json")).expect("our own pack must be fit to use");
    assert_eq!(&pack, RulePack::england());
    assert_eq!((pack.statuses.len(), pack.needs.len(), pack.areas.len(), pack.years.len()), (3, 14, 5, 20));
}

#[test]
fn provision_says_who_is_listed_and_who_counts() {
    for (code, on_register, registered, needs_primary) in
        [("W", true, false, false), ("K", true, true, true), (" e ", true, true, true)]
    {
        let status = RulePack::england().status(code, on("2026-11-02")).expect(code);
        let said = (status.on_register, status.registered, status.needs_primary);
        assert_eq!(said, (on_register, registered, needs_primary), "{code}");
    }
    for code in ["N", "A", "P", "S", "", "SEN"] {
        assert_eq!(RulePack::england().status(code, on("2026-11-02")), None, "{code} is not a provision in force");
    }
    assert!(RulePack::england().is_none("n"));
}

#[test]
fn codes_hold_only_while_they_are_in_force() {
    for (code, day, holds) in [
        ("DS", "2024-12-31", false),
        ("DS", "2025-01-01", true),
        ("SEMH", "2014-08-31", false),
        ("SEMH", "2014-09-01", true),
        ("slcn", "2010-01-01", true),
        ("BESD", "2026-11-02", false),
    ] {
        assert_eq!(RulePack::england().need(code, on(day)).is_some(), holds, "CBDS SEN type: {code} on {day}");
    }
}

#[test]
fn no_specialist_assessment_goes_with_sen_support_only() {
    for (need, status, allowed) in [("NSA", "K", true), ("NSA", "E", false), ("ASD", "E", true), ("ASD", "K", true)] {
        let need = RulePack::england().need(need, on("2026-11-02")).unwrap();
        assert_eq!(need.allowed_with(status), allowed, "CBDS SEN type: {} with {status}", need.code);
    }
}

#[test]
fn older_provision_codes_have_successors() {
    for (old, new) in [("A", Some("K")), ("P", Some("K")), ("s", Some("E")), ("K", None), ("N", None)] {
        assert_eq!(RulePack::england().legacy(old).map(|l| l.new.as_str()), new, "old code {old}");
    }
}

#[test]
fn statutory_periods_are_the_regulations_own() {
    for (key, amount, unit, way, source) in [
        ("assessment.decide", 6, Unit::Weeks, Counting::After, "reg 5(1)"),
        ("assessment.comments", 15, Unit::Days, Counting::BeginningWith, "reg 13(1)(a)"),
        ("assessment.final_plan", 20, Unit::Weeks, Counting::After, "reg 13(2)"),
        ("reassessment.final_plan", 14, Unit::Weeks, Counting::After, "reg 27(2)"),
        ("review.next", 12, Unit::Months, Counting::After, "CFA s.44"),
        ("review.invitations", 2, Unit::Weeks, Counting::Before, "reg 20(3)"),
        ("review.final_plan", 8, Unit::Weeks, Counting::After, "reg 22(3)"),
    ] {
        let period = RulePack::england().periods.iter().find(|p| p.key == key).expect(key);
        assert_eq!((period.amount, period.unit, period.way, period.source.as_str()), (amount, unit, way, source));
    }
}

#[test]
fn plans_are_reviewed_as_often_as_the_law_asks() {
    for (key, proposed, most, source) in [
        ("support", 13, Some(17), "Code 6.65"),
        ("one_plan", 13, Some(17), "local authorities; Code 6.65"),
        ("ehcp", 52, Some(52), "CFA s.44"),
        ("passport", 26, None, "the school"),
    ] {
        let kind = RulePack::england().plan_kind(key).expect(key);
        assert_eq!((kind.review_weeks, kind.most_weeks, kind.source.as_str()), (proposed, most, source), "{key}");
    }
    let before: Vec<&str> = RulePack::england().plan_kinds_on(on("2014-08-31")).map(|kind| kind.key.as_str()).collect();
    assert_eq!(before, ["support", "one_plan", "passport"]);
}

#[test]
fn a_bad_pack_is_refused_with_a_sentence() {
    let good = include_str!("../../rules/england.json");
    for (wrong, right, bad, code) in [
        ("no JSON", "{", "", "rules.unreadable"),
        ("unknown field", "\"name\"", "\"nmae\"", "rules.unreadable"),
        ("code twice", "\"code\": \"ASD\"", "\"code\": \"SLCN\"", "rules.contradiction"),
        ("no such area", "\"area\": \"semh\"", "\"area\": \"moods\"", "rules.contradiction"),
        ("no such provision", "\"new\": \"E\"", "\"new\": \"Q\"", "rules.contradiction"),
        ("old code in use", "\"old\": \"S\"", "\"old\": \"K\"", "rules.contradiction"),
        ("old code means none", "\"old\": \"S\"", "\"old\": \"N\"", "rules.contradiction"),
        ("need allowed with nothing known", "\"statuses\": [\"K\"]", "\"statuses\": [\"Z\"]", "rules.contradiction"),
        ("source not listed", "\"source\": \"reg 5(1)\"", "\"source\": \"hearsay\"", "rules.contradiction"),
        ("no weeks to a review", "\"review_weeks\": 26", "\"review_weeks\": 0", "rules.contradiction"),
        ("reviewed later than allowed", "\"review_weeks\": 13", "\"review_weeks\": 18", "rules.contradiction"),
        ("empty period", "\"amount\": 16", "\"amount\": 0", "rules.contradiction"),
        ("no such day", "\"month\": 2", "\"month\": 13", "rules.contradiction"),
    ] {
        let pack = good.replacen(right, bad, 1);
        assert_ne!(pack, good, "{wrong}: the case must change something");
        let fault = RulePack::parse(&pack).expect_err(wrong);
        assert_eq!(fault.code, code, "{wrong}");
        assert!(fault.message.ends_with("The rules in use were kept."), "{wrong}: {}", fault.message);
    }
}
