//! Plans with their rounds: written, reviewed, ended, taken away and brought back.

use super::*;
use daybook_domain::ids::{OutcomeId, PlanId};
use daybook_domain::support::{
    CycleForm, Next, OutcomeProgress, OutcomeReview, PlanForm, PlanKindDetails, PlanOutcome, PlanReview, Strategy,
    SupportPlan,
};

pub fn outcome(text: &str) -> PlanOutcome {
    PlanOutcome {
        id: None,
        text: text.into(),
        area: "communication".into(),
        success: "Three times of four".into(),
        progress: OutcomeProgress::Unsaid,
        came: String::new(),
    }
}

fn strategy(outcome: Option<u32>, text: &str) -> Strategy {
    let [who, place, how_often] = ["Mrs Bellamy", "Class", "Daily"].map(String::from);
    Strategy { id: None, outcome, text: text.into(), who, place, how_often }
}

pub fn form() -> PlanForm {
    PlanForm {
        kind: "support".into(),
        title: "Talk".into(),
        cycle: CycleForm {
            from: day("2026-07-06"),
            review_on: day("2026-10-05"),
            assess: "Speaks in twos".into(),
            child_views: "I like sand".into(),
            family_views: "Talks at home".into(),
            doing: String::new(),
            outcomes: vec![outcome("Asks for help"), outcome("Joins a game")],
            strategies: vec![strategy(Some(1), "Turns"), strategy(None, "Pictures")],
        },
    }
}

fn review(plan: &SupportPlan, next: Next) -> PlanReview {
    let outcomes = &plan.open().unwrap().form.outcomes;
    let said = |i: usize, progress| OutcomeReview { outcome: outcomes[i].id.unwrap(), progress, came: "seen".into() };
    PlanReview {
        reviewed_on: day("2026-10-01"),
        review: "A good summer".into(),
        outcomes: vec![said(0, OutcomeProgress::Met), said(1, OutcomeProgress::Some)],
        next,
    }
}

fn reviews(tx: &Writer<'_>, plan: &SupportPlan, next: Next) -> Outcome<daybook_domain::ids::CycleId> {
    let (cycle, review) = (plan.open().unwrap(), review(plan, next));
    let following = review.next(cycle, 13);
    let said = (review.reviewed_on, review.review.as_str());
    tx.plans().review(plan.id, &review.of(cycle), said, following.as_ref().ok_or("Caught up"))
}

fn read(here: &Here) -> SupportPlan {
    here.vault.read().plans().of_pupil(PUPIL).unwrap().remove(0)
}

/// What a form says, without the identities it got.
fn plain(mut form: CycleForm) -> CycleForm {
    form.outcomes.iter_mut().for_each(|outcome| outcome.id = None);
    form.strategies.iter_mut().for_each(|strategy| strategy.id = None);
    form
}

#[test]
fn a_plan_is_read_back_whole_and_its_rows_stay_themselves() {
    let mut here = Here::with_school();
    here.does(|tx| tx.plans().insert(PUPIL, &form()));
    let plan = read(&here);
    assert_eq!((plan.pupil, plan.from, plan.kind.as_str(), plan.to), (PUPIL, day("2026-07-06"), "support", None));
    assert_eq!(plain(plan.cycles[0].form.clone()), form().cycle);
    let mut changed = PlanForm { kind: plan.kind.clone(), title: String::new(), cycle: plan.cycles[0].form.clone() };
    changed.cycle.from = day("2026-07-13");
    changed.cycle.outcomes.swap(0, 1);
    changed.cycle.outcomes.push(outcome("Reads a line"));
    changed.cycle.strategies[0].outcome = Some(0);
    changed.cycle.strategies[1] = strategy(Some(2), "Word cards");
    here.does(|tx| tx.plans().update(plan.id, &changed));
    let after = read(&here);
    assert_eq!(plain(after.cycles[0].form.clone()), plain(changed.cycle.clone()));
    assert_eq!(after.from, day("2026-07-13"), "a plan begins with its first round");
    let ids = |plan: &SupportPlan| plan.cycles[0].form.outcomes.iter().map(|o| o.id).collect::<Vec<_>>();
    assert_eq!(ids(&after)[..2], [ids(&plan)[1], ids(&plan)[0]], "an outcome that moves stays itself");
    changed.cycle.outcomes = vec![PlanOutcome { id: Some(OutcomeId(99)), ..outcome("Another's") }];
    changed.cycle.strategies.clear();
    assert_eq!(here.refuses(|tx| tx.plans().update(plan.id, &changed)), "store.gone");
    assert_eq!(read(&here), after);
    let nothing = here.vault.transact(Op::new("test", "Nothing"), at("2026-11-02"), |tx| {
        tx.plans().update(
            after.id,
            &PlanForm { kind: "support".into(), title: String::new(), cycle: after.cycles[0].form.clone() },
        )
    });
    assert!(nothing.unwrap().changed.is_empty(), "what is the same is not written");
}

#[test]
fn a_review_closes_a_round_for_good_and_begins_the_next_from_it() {
    let mut here = Here::with_school();
    here.does(|tx| tx.plans().insert(PUPIL, &form()));
    let before = read(&here);
    here.does(|tx| reviews(tx, &before, Next::Goes { review_on: None }));
    let plan = read(&here);
    assert_eq!(plan.cycles.iter().map(|cycle| cycle.number).collect::<Vec<_>>(), [2, 1]);
    let (open, closed) = (&plan.cycles[0], &plan.cycles[1]);
    assert_eq!((closed.reviewed_on, closed.review.as_str()), (Some(day("2026-10-01")), "A good summer"));
    assert_eq!(closed.form.outcomes[0].progress, OutcomeProgress::Met);
    assert_eq!((open.form.from, open.form.review_on), (day("2026-10-01"), day("2026-12-31")));
    assert_eq!(open.form.outcomes.iter().map(|o| o.text.as_str()).collect::<Vec<_>>(), ["Joins a game"]);
    assert_eq!(open.form.strategies.iter().map(|s| s.outcome).collect::<Vec<_>>(), [Some(0), None]);
    let id = closed.id.0;
    for statement in [
        format!("UPDATE cycle SET review = 'better' WHERE id = {id}"),
        format!("DELETE FROM cycle WHERE id = {id}"),
        format!("UPDATE outcome SET text = 'x' WHERE cycle_id = {id}"),
        format!("DELETE FROM outcome WHERE cycle_id = {id}"),
        format!(
            "INSERT INTO outcome (cycle_id, rank, text, area, success, progress, came) VALUES ({id}, 9, '', '', '', '', '')"
        ),
        format!("UPDATE strategy SET cycle_id = {} WHERE cycle_id = {id}", open.id.0),
        format!("UPDATE strategy SET cycle_id = {id} WHERE cycle_id = {}", open.id.0),
        format!("DELETE FROM strategy WHERE cycle_id = {id}"),
    ] {
        assert_eq!(here.refuses(|tx| tx.sql().run(&statement, [])), "cycle.reviewed", "{statement}");
    }
    assert_eq!(here.refuses(|tx| tx.plans().remove(plan.id)), "cycle.reviewed");
    assert_eq!(read(&here), plan);
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(read(&here), before, "undone, a review never was");
    here.vault.redo(at("2026-11-02")).unwrap();
    assert_eq!(read(&here), plan);
}

#[test]
fn a_plan_ends_by_a_review_or_without_and_goes_on_where_it_can() {
    let mut here = Here::with_school();
    here.does(|tx| tx.plans().insert(PUPIL, &form()));
    let plan = read(&here);
    here.does(|tx| tx.plans().end(plan.id, Some(day("2026-09-01")), "moved away"));
    let ended = read(&here);
    assert_eq!((ended.to, ended.why_ended.as_str()), (Some(day("2026-09-01")), "moved away"));
    assert_eq!(here.refuses(|tx| tx.plans().update(plan.id, &form())), "plan.ended");
    assert_eq!(here.refuses(|tx| reviews(tx, &plan, Next::Goes { review_on: None })), "plan.ended");
    here.does(|tx| tx.plans().end(plan.id, None, ""));
    assert_eq!(read(&here), plan, "it goes on as if it had not ended");
    assert_eq!(here.refuses(|tx| tx.plans().end(plan.id, Some(day("2026-07-05")), "")), "store.refused");
    here.does(|tx| reviews(tx, &plan, Next::Ends { why: "Caught up".into() }));
    let ended = read(&here);
    assert_eq!((ended.to, ended.why_ended.as_str(), ended.cycles.len()), (Some(day("2026-10-01")), "Caught up", 1));
    assert_eq!(here.refuses(|tx| tx.plans().end(plan.id, None, "")), "plan.no_round");
    assert_eq!(here.refuses(|tx| tx.plans().end(PlanId(9), Some(day("2026-10-01")), "")), "store.gone");
}

#[test]
fn a_plan_that_never_should_have_been_goes_and_comes_back() {
    let mut here = Here::with_school();
    here.does(|tx| tx.plans().insert(PUPIL, &form()));
    let (plan, before) = (read(&here), here.dump());
    here.does(|tx| tx.plans().remove(plan.id));
    assert_eq!(here.vault.read().plans().of_pupil(PUPIL).unwrap(), []);
    assert_eq!(here.refuses(|tx| tx.plans().remove(plan.id)), "store.gone");
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(here.dump(), before);
}

#[test]
fn kinds_of_plan_of_the_school_s_own() {
    let mut here = Here::with_school();
    let details = PlanKindDetails { name: "Forest plan".into(), review_weeks: 6, retired: false };
    let id = here.does(|tx| tx.plan_kinds().insert(SCHOOL, &details));
    let retired = PlanKindDetails { retired: true, ..details };
    here.does(|tx| tx.plan_kinds().update(id, &retired));
    let kinds = here.vault.read().plan_kinds().list(SCHOOL).unwrap();
    assert_eq!(kinds.iter().map(|kind| &kind.details).collect::<Vec<_>>(), [&retired]);
    let gone = daybook_domain::ids::PlanKindId(9);
    assert_eq!(here.refuses(|tx| tx.plan_kinds().update(gone, &retired)), "store.gone");
}
