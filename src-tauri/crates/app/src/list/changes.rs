//! What happened to each child since a day, for the meeting: from the dates of the record, and from the journal for what
//! was put right since.

use super::forename;
use crate::history;
use crate::record::plans;
use crate::record::stories::{self, Story};
use crate::session::Session;
use crate::wire::{ChangeLine, ChangesSince, ChangesView, ChildChanges, Nothing};
use chrono::{NaiveDate, NaiveTime};
use daybook_domain::bulk::spell_on;
use daybook_domain::pupil::Pupil;
use daybook_domain::register::Scope;
use daybook_domain::since::{Happened, had_provision, since as happened_since};
use daybook_domain::support::PlanKindChoice;
use daybook_domain::timeline::{EventKind, tell};
use daybook_domain::{Fault, Outcome};
use std::collections::BTreeMap;

pub(crate) fn since(session: &mut Session, ask: ChangesSince) -> Outcome<ChangesView> {
    gather(session, ask.since, ask.scope)
}

/// What happened since a day to those who are asked for.
pub(crate) fn gather(session: &mut Session, since: NaiveDate, scope: Scope) -> Outcome<ChangesView> {
    let (school, today) = (session.school()?, session.today());
    if since > today {
        let said = "That day is still to come. Choose one that is past.";
        return Err(Fault::new("changes.since", said).at("since"));
    }
    let kinds = plans::kinds(session, Nothing {})?;
    let read = session.vault()?.read();
    let mut pupils = match scope {
        Scope::Register => read.pupils().on_register_between(school, since, today)?,
        Scope::Roll | Scope::Left => read.pupils().for_matching(school)?,
    };
    pupils.retain(|pupil| asked_for(pupil, scope, since, today));
    let recorded = read.register().recorded_between(school, since, today)?;
    let steps = read.history().of_pupils_since(school, since.and_time(NaiveTime::MIN))?;
    let mut corrected: BTreeMap<i64, Vec<String>> = history::corrected_since(&read, steps, since, today)?;
    let asked = pupils.iter().map(|pupil| pupil.id).filter(|id| recorded.contains(id)).collect();
    let mut stories = stories::of(&read, &asked)?;
    let (mut children, mut unchanged) = (Vec::new(), 0);
    for pupil in pupils {
        let mut dated = happened_since(&pupil, since, today);
        if let Some(story) = stories.remove(&pupil.id) {
            dated.extend(rest_of_the_story(&story, &pupil, &kinds, since, today));
            dated.sort_by_key(|each| each.on);
        }
        let dated = dated.into_iter().map(|each| ChangeLine { on: Some(each.on), sentence: each.sentence });
        let put_right = corrected.remove(&pupil.id.0).unwrap_or_default().into_iter();
        let lines: Vec<ChangeLine> = dated.chain(put_right.map(|sentence| ChangeLine { on: None, sentence })).collect();
        if lines.is_empty() {
            unchanged += 1;
        } else {
            children.push(child(pupil, today, lines));
        }
    }
    children.sort_by_cached_key(|child: &ChildChanges| {
        daybook_store::fold(&format!("{}\u{1}{}", child.surname, child.forename))
    });
    Ok(ChangesView { since, until: today, children, unchanged })
}

/// Plans, provision, results, profile and documents, as the child's story tells them.
fn rest_of_the_story(
    story: &Story,
    pupil: &Pupil,
    kinds: &[PlanKindChoice],
    since: NaiveDate,
    today: NaiveDate,
) -> Vec<Happened> {
    let told_already = |kind| matches!(kind, EventKind::Roll | EventKind::Status | EventKind::Need);
    let within =
        tell(&story.record(pupil, kinds)).into_iter().filter(|event| since <= event.date && event.date <= today);
    let rest = within.filter(|event| !told_already(event.kind));
    rest.map(|event| Happened { on: event.date, sentence: event.sentence }).collect()
}

fn asked_for(pupil: &Pupil, scope: Scope, since: NaiveDate, today: NaiveDate) -> bool {
    let left = pupil.details.on_roll_to.filter(|last| *last < today);
    match scope {
        Scope::Register => left.is_none_or(|last| last >= since) && had_provision(pupil, since, today),
        Scope::Roll => left.is_none_or(|last| last >= since),
        Scope::Left => left.is_some_and(|last| last >= since),
    }
}

fn child(pupil: Pupil, today: NaiveDate, lines: Vec<ChangeLine>) -> ChildChanges {
    ChildChanges {
        pupil: pupil.id,
        year: pupil.details.year_on(today),
        status: spell_on(&pupil, today).map(|spell| spell.code.clone()).unwrap_or_default(),
        forename: forename(&pupil.details),
        case_code: pupil.case_code,
        surname: pupil.details.surname,
        class: pupil.details.class,
        lines,
    }
}
