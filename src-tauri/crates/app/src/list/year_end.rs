//! Year's end: a proposal for everybody, then all of it in one step that Undo takes back.

use crate::session::Session;
use crate::wire::{CommitYearEnd, PreviewYearEnd, YearEndDone, YearEndView};
use chrono::{Datelike, NaiveDate};
use daybook_domain::calendar::AcademicYear;
use daybook_domain::changed::Changed;
use daybook_domain::ids::SchoolId;
use daybook_domain::pupil::Pupil;
use daybook_domain::text::{count, long_date};
use daybook_domain::year_end::{Becomes, Moved, WorkedOut, YearEnd, classes_are_of, is_early, next_year, top_year};
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;
use std::collections::BTreeMap;

/// Where the school year is kept that everybody of a school was moved up into. It is written with the rest, so Undo takes it
/// back too.
fn done(school: SchoolId) -> String {
    format!("year_end.done.{}", school.0)
}

pub(crate) fn preview(session: &mut Session, ask: PreviewYearEnd) -> Outcome<YearEndView> {
    let today = session.today();
    let pupils = everybody(session)?;
    let in_it = is_in_its_year(session, &pupils, today)?;
    let plan = match ask.plan {
        Some(plan) => followed(session, &pupils, plan, &ask.work_out, in_it)?,
        None => {
            let from = next_year(today, in_it);
            let plan = YearEnd { from, last_day: from, top: None, classes: Vec::new(), exceptions: Vec::new() };
            followed(session, &pupils, plan, &[WorkedOut::LastDay, WorkedOut::Top], in_it)?
        }
    };
    plan.check(today)?;
    let children = plan.moved(&pupils);
    let classes = plan.class_proposals(&children);
    let done = done_for(session)? == Some(plan.from);
    let [moving, leaving, staying] = counts(&children);
    let unsure: u32 = classes.iter().filter(|class| !class.told).map(|class| class.pupils).sum();
    let mut notices = Vec::new();
    if done {
        notices.push(format!("Everybody was moved up into the year from {} already.", long_date(plan.from)));
    }
    if is_early(plan.from, today) {
        let begun =
            if today.month() >= 9 { "This school year began in September." } else { "This school year goes on." };
        notices.push(format!("{begun} The next year’s end is {}.", long_date(plan.from)));
    }
    if plan.from <= today && in_it && !done {
        notices.push(format!(
            "The classes are those of the year from {} already, so this would move everybody one class too far.",
            long_date(plan.from)
        ));
    }
    if plan.from <= today && !in_it && !done && classes_are_of(&pupils, today).is_none() {
        notices.push(
            "The names of the classes do not tell which year they are of. Look at who would leave before you go on."
                .to_owned(),
        );
    }
    if plan.from > today {
        notices.push(format!(
            "Classes change at once, not on {}. Do this when the old year is over.",
            long_date(plan.from)
        ));
    }
    if unsure > 0 {
        notices.push(format!(
            "The names of some classes do not tell where they go: {} would keep the present one. Type the new one beside it.",
            count(unsure, "child", "children")
        ));
    }
    let ageless = children.iter().filter(|child| child.year.is_empty()).count();
    if ageless > 0 {
        let who = count(ageless as u64, "child has", "children have");
        notices.push(format!("{who} no date of birth and no year, so only the class can move."));
    }
    Ok(YearEndView { plan, children, classes, moving, leaving, staying, notices, done })
}

pub(crate) fn commit(session: &mut Session, ask: CommitYearEnd) -> Outcome<Changed<YearEndDone>> {
    let (today, now, plan) = (session.today(), session.now(), ask.plan);
    plan.check(today).map_err(|fault| Fault { message: format!("{} Nothing was changed.", fault.message), ..fault })?;
    if done_for(session)? == Some(plan.from) {
        let said =
            "Everybody was moved up into that school year already. Nothing was changed; undo it first to do it again.";
        return Err(Fault::new("year_end.done", said));
    }
    let pupils: BTreeMap<_, Pupil> = everybody(session)?.into_iter().map(|pupil| (pupil.id, pupil)).collect();
    let children = plan.moved(&pupils.values().cloned().collect::<Vec<_>>());
    let school = session.school()?;
    let op = Op::new("year_end", format!("Everybody moved up into the year from {}", long_date(plan.from)));
    let [moved, left, stayed] = counts(&children);
    session.vault()?.transact(op, now, |tx| {
        for child in &children {
            let Some(pupil) = pupils.get(&child.pupil) else { continue };
            let details = plan.details(&pupil.details, child);
            if details != pupil.details {
                details
                    .check_change(&pupil.details, today)
                    .map_err(|fault| Fault { message: format!("{}: {}", child.case_code, fault.message), ..fault })?;
                tx.pupils().update(child.pupil, &details)?;
            }
        }
        tx.settings().set(&done(school), &plan.from)?;
        Ok(YearEndDone { moved, left, stayed })
    })
}

fn everybody(session: &mut Session) -> Outcome<Vec<Pupil>> {
    let school = session.school()?;
    let mut pupils = session.vault()?.read().pupils().for_matching(school)?;
    let name =
        |pupil: &Pupil| daybook_store::fold(&format!("{}\u{1}{}", pupil.details.surname, pupil.details.forename));
    pupils.sort_by_cached_key(name);
    Ok(pupils)
}

fn done_for(session: &mut Session) -> Outcome<Option<NaiveDate>> {
    let school = session.school()?;
    session.vault()?.read().settings().get(&done(school))
}

/// Whether the school is in its present year already: moved up into it here, or put in with that year's classes.
fn is_in_its_year(session: &mut Session, pupils: &[Pupil], today: NaiveDate) -> Outcome<bool> {
    let Some(begun) = AcademicYear::of(today).first() else { return Ok(true) };
    if done_for(session)?.is_some_and(|done| done >= begun) {
        return Ok(true);
    }
    if let Some(told) = classes_are_of(pupils, today) {
        return Ok(told);
    }
    let school = session.school()?;
    Ok(session.vault()?.read().history().first_pupil(school)?.is_none_or(|first| first.date() >= begun))
}

/// The plan with what nobody said worked out for its first day: the last school day before it, and the highest year there
/// is then. Where the school is in that year already, the children of the highest year before it are gone.
fn followed(
    session: &mut Session,
    pupils: &[Pupil],
    plan: YearEnd,
    work_out: &[WorkedOut],
    in_it: bool,
) -> Outcome<YearEnd> {
    let mut plan = plan;
    let Some(before) = plan.from.pred_opt() else { return Ok(plan) };
    if work_out.contains(&WorkedOut::LastDay) {
        let school = session.school()?;
        let terms = session.vault()?.read().calendar().get(school, AcademicYear::of(before))?.half_terms;
        // Half-terms not typed yet are still to come: a year ends in the summer.
        let typed =
            terms.iter().map(|term| term.last).max().filter(|last| last.month() >= 6 && last.year() == before.year());
        plan.last_day = typed.unwrap_or(before);
    }
    if work_out.contains(&WorkedOut::Top) {
        let begun = plan.from <= session.today() && in_it;
        plan.top = top_year(pupils, if begun { plan.from } else { before });
    }
    Ok(plan)
}

/// How many move up, leave and stay.
fn counts(children: &[Moved]) -> [u32; 3] {
    [Becomes::MovesUp, Becomes::Leaves, Becomes::Stays].map(|becomes| {
        u32::try_from(children.iter().filter(|child| child.becomes == becomes).count()).unwrap_or(u32::MAX)
    })
}
