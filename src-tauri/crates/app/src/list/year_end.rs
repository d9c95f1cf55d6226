//! Year's end: a proposal for everybody, then all of it in one step that Undo takes back.

use crate::session::Session;
use crate::wire::{CommitYearEnd, PreviewYearEnd, YearEndDone, YearEndView};
use chrono::NaiveDate;
use daybook_domain::calendar::AcademicYear;
use daybook_domain::changed::Changed;
use daybook_domain::ids::SchoolId;
use daybook_domain::pupil::Pupil;
use daybook_domain::text::{count, long_date};
use daybook_domain::year_end::{Becomes, Moved, YearEnd, next_year, top_year};
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
    let plan = match ask.plan {
        Some(plan) => plan,
        None => proposal(session, &pupils, today)?,
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
    plan.check(today)?;
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

/// The year ahead, with the top year leaving on the last school day before it.
fn proposal(session: &mut Session, pupils: &[Pupil], today: NaiveDate) -> Outcome<YearEnd> {
    let from = next_year(today);
    let school = session.school()?;
    let before = from.pred_opt().unwrap_or(from);
    let terms = session.vault()?.read().calendar().get(school, AcademicYear::of(before))?.half_terms;
    let last_day = terms.iter().map(|term| term.last).max().unwrap_or(before);
    Ok(YearEnd { from, last_day, top: top_year(pupils, from), classes: Vec::new(), exceptions: Vec::new() })
}

/// How many move up, leave and stay.
fn counts(children: &[Moved]) -> [u32; 3] {
    [Becomes::MovesUp, Becomes::Leaves, Becomes::Stays].map(|becomes| {
        u32::try_from(children.iter().filter(|child| child.becomes == becomes).count()).unwrap_or(u32::MAX)
    })
}
