//! Children's plans: written, reviewed, ended.

use super::{trim, write};
use crate::session::Session;
use crate::wire::{
    AddPlan, EndPlan, Nothing, OfPlan, OfPupil, PlanView, ReopenPlan, ReviewPlan, SavePlan, SavePlanKind,
};
use chrono::NaiveDate;
use daybook_domain::changed::Changed;
use daybook_domain::ids::{PlanId, PlanKindId};
use daybook_domain::support::{Next, PlanForm, PlanKindChoice, SupportPlan};
use daybook_domain::text::{at_most, near};
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;

pub(crate) fn kinds(session: &mut Session, _: Nothing) -> Outcome<Vec<PlanKindChoice>> {
    let (school, today) = (session.school()?, session.today());
    let own = session.vault()?.read().plan_kinds().list(school)?;
    Ok(PlanKindChoice::all(&own, today))
}

pub(crate) fn save_kind(session: &mut Session, mut ask: SavePlanKind) -> Outcome<Changed<PlanKindId>> {
    trim([&mut ask.details.name]);
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    let others = vault.read().plan_kinds().list(school)?;
    let others = others.iter().filter(|kind| Some(kind.id) != ask.kind);
    ask.details.check(others.map(|kind| kind.details.name.as_str()))?;
    let label = if ask.kind.is_some() { "Kind of plan changed" } else { "Kind of plan added" };
    vault.transact(Op::new("plan_kind_save", label), now, |tx| match ask.kind {
        Some(id) => tx.plan_kinds().update(id, &ask.details).map(|()| id),
        None => tx.plan_kinds().insert(school, &ask.details),
    })
}

pub(crate) fn list(session: &mut Session, ask: OfPupil) -> Outcome<Vec<PlanView>> {
    let (kinds, today) = (kinds(session, Nothing {})?, session.today());
    let read = session.vault()?.read();
    let left = read.pupils().last_days(&[ask.pupil].into())?.remove(&ask.pupil).is_some_and(|last| last < today);
    let views = read.plans().of_pupil(ask.pupil)?.into_iter().map(|plan| {
        let view = view(plan, &kinds, today);
        // Of a child who has left, a plan asks for nothing.
        if left { PlanView { notices: Vec::new(), ..view } } else { view }
    });
    Ok(views.collect())
}

pub(crate) fn add(session: &mut Session, mut ask: AddPlan) -> Outcome<Changed<PlanId>> {
    tidy(&mut ask.form);
    let (kinds, today) = (kinds(session, Nothing {})?, session.today());
    let offered: Vec<PlanKindChoice> = kinds.into_iter().filter(|kind| kind.offered).collect();
    ask.form.check(&offered, today)?;
    write(session, ask.pupil, ("plan_add", "Plan of {} begun"), |tx| tx.plans().insert(ask.pupil, &ask.form))
}

pub(crate) fn save(session: &mut Session, mut ask: SavePlan) -> Outcome<Changed<()>> {
    tidy(&mut ask.form);
    let (kinds, today) = (kinds(session, Nothing {})?, session.today());
    let plan = session.vault()?.read().plans().get(ask.plan)?;
    // A plan keeps its kind when that is no longer offered.
    let fits = |kind: &PlanKindChoice| kind.offered || kind.key == plan.kind;
    ask.form.check(&kinds.into_iter().filter(fits).collect::<Vec<_>>(), today)?;
    let before = plan.cycles.iter().find_map(|cycle| cycle.reviewed_on);
    if before.is_some_and(|reviewed| ask.form.cycle.from < reviewed) {
        return Err(Fault::new(
            "cycle.overlap",
            "The round before it was reviewed after that day. Nothing was changed; choose a later first day.",
        )
        .at("cycle.from"));
    }
    write(session, plan.pupil, ("plan_save", "Plan of {} changed"), |tx| tx.plans().update(ask.plan, &ask.form))
}

pub(crate) fn review(session: &mut Session, mut ask: ReviewPlan) -> Outcome<Changed<()>> {
    let (kinds, today) = (kinds(session, Nothing {})?, session.today());
    let plan = session.vault()?.read().plans().get(ask.plan)?;
    let Some(cycle) = plan.open().filter(|_| plan.to.is_none()) else {
        return Err(Fault::new("plan.ended", "That plan has ended, so it stays as it was. Nothing was changed."));
    };
    let review = &mut ask.review;
    trim([&mut review.review]);
    review.check(cycle, today)?;
    let weeks = kinds.iter().find(|kind| kind.key == plan.kind).map_or(13, |kind| kind.review_weeks);
    let next = review.next(cycle, weeks);
    let why = match &review.next {
        Next::Ends { why } => why.trim(),
        Next::Goes { .. } => "",
    };
    let reviewed = review.of(cycle);
    write(session, plan.pupil, ("plan_review", "Plan of {} reviewed"), |tx| {
        let said = (review.reviewed_on, review.review.as_str());
        tx.plans().review(ask.plan, &reviewed, said, next.as_ref().ok_or(why)).map(|_| ())
    })
}

pub(crate) fn reopen(session: &mut Session, ask: ReopenPlan) -> Outcome<Changed<()>> {
    let plan = session.vault()?.read().plans().get(ask.plan)?;
    let why = ask.why.trim();
    if why.is_empty() {
        let said = "Say why the review is opened again: it stays in the history. Nothing was changed.";
        return Err(Fault::new("plan.no_reason", said).at("why"));
    }
    at_most(why, 400, "why")?;
    let label = ("plan_reopen", "Review of a plan of {} opened again");
    write(session, plan.pupil, label, |tx| tx.plans().reopen(ask.plan, why))
}

pub(crate) fn end(session: &mut Session, ask: EndPlan) -> Outcome<Changed<()>> {
    let today = session.today();
    let plan = session.vault()?.read().plans().get(ask.plan)?;
    let why = ask.why.trim();
    at_most(why, 400, "why")?;
    let Some(on) = ask.on else {
        return write(session, plan.pupil, ("plan_end", "Let a plan of {} go on"), |tx| {
            tx.plans().end(ask.plan, None, "")
        });
    };
    near(on, today, "on")?;
    if today.succ_opt().is_some_and(|tomorrow| on > tomorrow) {
        return Err(Fault::new(
            "plan.to_come",
            "A plan is ended on its last day or after, so that it is reviewed until then. Nothing was changed; choose tomorrow \
             or a day before.",
        )
        .at("on"));
    }
    let begun = plan.cycles.iter().filter_map(|cycle| cycle.reviewed_on).chain([plan.from]).max();
    if begun.is_some_and(|begun| on < begun) {
        return Err(Fault::new(
            "plan.backwards",
            "It cannot end before it began or was last reviewed. Nothing was changed; choose a later day.",
        )
        .at("on"));
    }
    write(session, plan.pupil, ("plan_end", "Plan of {} ended"), |tx| tx.plans().end(ask.plan, Some(on), why))
}

pub(crate) fn remove(session: &mut Session, ask: OfPlan) -> Outcome<Changed<()>> {
    let plan = session.vault()?.read().plans().get(ask.plan)?;
    write(session, plan.pupil, ("plan_remove", "Plan of {} removed"), |tx| tx.plans().remove(ask.plan))
}

fn view(plan: SupportPlan, kinds: &[PlanKindChoice], today: NaiveDate) -> PlanView {
    let kind = kinds.iter().find(|kind| kind.key == plan.kind);
    PlanView {
        notices: plan.notices(kind, today),
        kind_label: kind.map_or_else(|| "Plan".to_owned(), |kind| kind.label.clone()),
        review_weeks: kind.map_or(13, |kind| kind.review_weeks),
        plan,
    }
}

fn tidy(form: &mut PlanForm) {
    trim([&mut form.title, &mut form.cycle.assess, &mut form.cycle.child_views]);
    trim([&mut form.cycle.family_views, &mut form.cycle.doing]);
    for outcome in &mut form.cycle.outcomes {
        trim([&mut outcome.text, &mut outcome.success, &mut outcome.came]);
    }
    for strategy in &mut form.cycle.strategies {
        trim([&mut strategy.text, &mut strategy.who, &mut strategy.place, &mut strategy.how_often]);
    }
}
