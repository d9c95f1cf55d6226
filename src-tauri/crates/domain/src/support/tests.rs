use super::*;
use crate::ids::PlanKindId;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-11-02";

fn outcome(id: i64, text: &str) -> PlanOutcome {
    PlanOutcome {
        id: Some(OutcomeId(id)),
        text: text.to_owned(),
        area: "communication".to_owned(),
        success: "Seen three times".to_owned(),
        progress: OutcomeProgress::Unsaid,
        came: String::new(),
    }
}

fn strategy(outcome: Option<u32>, text: &str) -> Strategy {
    Strategy {
        id: Some(StrategyId(1)),
        outcome,
        text: text.to_owned(),
        who: "TA".to_owned(),
        place: "Class".to_owned(),
        how_often: "Daily".to_owned(),
    }
}

fn cycle() -> Cycle {
    Cycle {
        id: CycleId(1),
        number: 1,
        reviewed_on: None,
        review: String::new(),
        form: CycleForm {
            from: day("2026-07-06"),
            review_on: day("2026-10-05"),
            assess: "Speaks in twos".to_owned(),
            child_views: "I like the sand".to_owned(),
            family_views: "Talks at home".to_owned(),
            doing: String::new(),
            outcomes: vec![outcome(1, "Asks for help."), outcome(2, "Joins a game"), outcome(3, "Reads 40 words")],
            strategies: vec![
                strategy(Some(1), "Game of turns"),
                strategy(Some(2), "Word cards"),
                strategy(None, "Pictures"),
            ],
        },
    }
}

fn review(next: Next) -> PlanReview {
    let said =
        |outcome, progress, came: &str| OutcomeReview { outcome: OutcomeId(outcome), progress, came: came.into() };
    PlanReview {
        reviewed_on: day("2026-10-01"),
        review: "A good summer.".to_owned(),
        outcomes: vec![
            said(1, OutcomeProgress::Some, "With a picture."),
            said(2, OutcomeProgress::Met, ""),
            said(3, OutcomeProgress::None, ""),
        ],
        next,
    }
}

fn changed(change: impl FnOnce(&mut CycleForm)) -> Option<(String, String)> {
    let mut form = cycle().form;
    change(&mut form);
    form.check(day(TODAY)).err().map(|fault| (fault.code.into_owned(), fault.field.unwrap_or_default()))
}

#[test]
fn a_round_says_when_it_is_reviewed_and_what_it_is_for() {
    let told = |code: &str, field: &str| Some((code.to_owned(), field.to_owned()));
    assert_eq!(changed(|_| ()), None);
    assert_eq!(changed(|form| form.review_on = form.from), told("cycle.review_on", "review_on"));
    assert_eq!(changed(|form| form.review_on = day("2028-07-04")), told("cycle.review_on", "review_on"));
    assert_eq!(changed(|form| form.review_on = day("2028-07-03")), None, "two years to the day");
    assert_eq!(changed(|form| form.from = day("1999-01-01")), told("record.date", "from"));
    assert_eq!(changed(|form| form.outcomes[1].text = " ".into()), told("plan.unsaid", "outcomes.1.text"));
    assert_eq!(changed(|form| form.outcomes[1].area = "moods".into()), told("area.unknown", "outcomes.1.area"));
    assert_eq!(changed(|form| form.strategies[2].text.clear()), told("plan.unsaid", "strategies.2.text"));
    assert_eq!(changed(|form| form.strategies[0].outcome = Some(3)), told("strategy.outcome", "strategies.0.outcome"));
    assert_eq!(changed(|form| form.assess = "x".repeat(8_001)), told("text.too_long", "assess"));
    assert_eq!(changed(|form| form.outcomes = vec![outcome(1, "One"); 13]), told("plan.too_many", "outcomes"));
}

#[test]
fn the_next_round_begins_from_what_was_not_met() {
    let next = review(Next::Goes { review_on: None }).next(&cycle(), 13).unwrap();
    assert_eq!((next.from, next.review_on), (day("2026-10-01"), day("2026-12-31")));
    let texts: Vec<&str> = next.outcomes.iter().map(|outcome| outcome.text.as_str()).collect();
    assert_eq!(texts, ["Asks for help.", "Reads 40 words"]);
    assert!(next.outcomes.iter().all(|outcome| outcome.id.is_none() && outcome.progress == OutcomeProgress::Unsaid));
    let strategies: Vec<(&str, Option<u32>)> =
        next.strategies.iter().map(|strategy| (strategy.text.as_str(), strategy.outcome)).collect();
    assert_eq!(strategies, [("Word cards", Some(1)), ("Pictures", None)], "what served an outcome met is let go");
    assert_eq!(
        next.assess,
        "Reviewed on 1 October 2026. A good summer.\nAsks for help: some progress. With a picture.\nJoins a game: met.\n\
         Reads 40 words: no progress yet."
    );
    assert_eq!((next.child_views.as_str(), next.family_views.as_str()), ("", ""), "asked for afresh");
    next.check(day(TODAY)).unwrap();
    let chosen = review(Next::Goes { review_on: Some(day("2027-01-11")) }).next(&cycle(), 13).unwrap();
    assert_eq!(chosen.review_on, day("2027-01-11"));
    assert_eq!(review(Next::Ends { why: "Caught up".into() }).next(&cycle(), 13), None);
}

#[test]
fn a_review_speaks_of_every_outcome_on_a_day_that_has_been() {
    let check = |change: &dyn Fn(&mut PlanReview)| {
        let mut review = review(Next::Goes { review_on: None });
        change(&mut review);
        review
            .check(&cycle(), day(TODAY))
            .err()
            .map(|fault| format!("{} {}", fault.code, fault.field.unwrap_or_default()))
    };
    assert_eq!(check(&|_| ()), None);
    assert_eq!(check(&|r| r.reviewed_on = day("2026-07-05")).as_deref(), Some("review.date reviewed_on"));
    assert_eq!(check(&|r| r.reviewed_on = day("2026-11-03")).as_deref(), Some("review.date reviewed_on"));
    assert_eq!(check(&|r| r.outcomes.truncate(2)).as_deref(), Some("review.progress outcomes.2.progress"));
    let unsaid = |r: &mut PlanReview| r.outcomes[0].progress = OutcomeProgress::Unsaid;
    assert_eq!(check(&unsaid).as_deref(), Some("review.progress outcomes.0.progress"));
    assert_eq!(check(&|r| r.outcomes[0].outcome = OutcomeId(9)).as_deref(), Some("review.stale outcomes.0.outcome"));
    let before = |r: &mut PlanReview| r.next = Next::Goes { review_on: Some(day("2026-10-01")) };
    assert_eq!(check(&before).as_deref(), Some("cycle.review_on next.review_on"));
}

#[test]
fn what_is_late_or_missing_is_said_with_its_source() {
    let mut plan = SupportPlan {
        id: PlanId(1),
        pupil: PupilId(1),
        kind: "support".into(),
        title: String::new(),
        from: day("2026-07-06"),
        to: None,
        why_ended: String::new(),
        cycles: vec![cycle()],
    };
    let kinds = PlanKindChoice::all(&[], day(TODAY));
    let notices = |plan: &SupportPlan| plan.notices(kinds.first(), day(TODAY));
    assert_eq!(notices(&plan), ["Its review was due on 5 October 2026."]);
    plan.cycles[0].form.review_on = day("2026-11-02");
    assert_eq!(notices(&plan), Vec::<String>::new(), "17 weeks to the day");
    plan.cycles[0].form.review_on = day("2026-11-03");
    plan.cycles[0].form.child_views.clear();
    assert_eq!(
        notices(&plan),
        ["Its review is more than 17 weeks after it began (Code 6.65).", "The child's views are not written down yet."]
    );
    assert_eq!(plan.next_review(), Some(day("2026-11-03")));
    plan.to = Some(day("2026-11-01"));
    assert_eq!((notices(&plan), plan.next_review()), (Vec::new(), None), "a plan that ended asks for nothing");
}

#[test]
fn kinds_are_those_of_the_rules_and_the_school_s() {
    let details = PlanKindDetails { name: "Forest plan".into(), review_weeks: 6, retired: true };
    let all = PlanKindChoice::all(&[PlanKind { id: PlanKindId(4), details: details.clone() }], day(TODAY));
    let keys: Vec<(&str, bool)> = all.iter().map(|kind| (kind.key.as_str(), kind.offered)).collect();
    assert_eq!(keys, [("support", true), ("one_plan", true), ("ehcp", true), ("passport", true), ("own-4", false)]);
    for (key, own) in [("own-4", Some(PlanKindId(4))), ("support", None), ("own-", None), ("own-x", None)] {
        assert_eq!(own_kind(key), own, "{key}");
    }
    for (name, weeks, code) in [
        ("Forest plan", 6, None),
        ("", 6, Some("plan_kind.no_name")),
        ("ehc PLAN", 6, Some("plan_kind.twice")),
        ("isp", 6, Some("plan_kind.twice")),
        ("Forest plan", 0, Some("plan_kind.weeks")),
    ] {
        let kind = PlanKindDetails { name: name.into(), review_weeks: weeks, retired: false };
        assert_eq!(kind.check(["ISP"]).err().map(|fault| fault.code.into_owned()).as_deref(), code, "{name:?}");
    }
}
