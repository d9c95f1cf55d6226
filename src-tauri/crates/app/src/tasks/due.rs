//! What falls due: tasks are made from the catalogue when their time to appear has come.
//!
//! They are made once, of the day their line names, and stay as they were made although the line changes. What should have
//! come while the daybook was not opened comes too, since the last day anything did.

use super::calendar;
use crate::session::Session;
use crate::wire::Nothing;
use chrono::{Datelike, Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::calendar::Calendar;
use daybook_domain::census;
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::{PupilId, SchoolId, TemplateId};
use daybook_domain::task::{Anchor, Event, Occurrence, Per, TaskDetails, Template, TemplateDetails, occurrences};
use daybook_store::{Access, NewTask, Op, Subject, Writer};
use std::collections::BTreeSet;

/// What stays unopened longer than this is not made up for: nobody can do the tasks of a year ago.
const LONGEST_AWAY: u64 = 60;

/// Puts on the list whatever is to appear by today. Says how many tasks came; nothing is written where none did. Undo
/// passes over it: nobody did it.
pub(crate) fn fall_due(session: &mut Session, _: Nothing) -> Outcome<Changed<u32>> {
    let (now, today) = (session.now(), session.today());
    let nothing = Changed { value: 0, changed: Vec::new(), undo: None };
    let vault = session.vault()?;
    let Some(school) = vault.read().schools().current()?.map(|school| school.id) else { return Ok(nothing) };
    if vault.is_read_only() || to_make(&vault.read(), school, today)?.is_empty() {
        return Ok(nothing);
    }
    let label = format!("Tasks of {} on the list", today.format("%-d %B"));
    vault.transact(Op::by_itself(label), now, |tx| make(tx, school, today))
}

/// Puts on the list what is to appear by today, inside an operation under way. Says how many tasks came.
pub(crate) fn make(tx: &Writer<'_>, school: SchoolId, today: NaiveDate) -> Outcome<u32> {
    let tasks = to_make(tx, school, today)?;
    for (line, occurrence, pupil) in &tasks {
        let d = &line.details;
        let new = NewTask {
            template: Some(line.id),
            occurs: Some(occurrence.named),
            appeared: today,
            carries: d.carries,
            split_from: None,
        };
        let details = TaskDetails {
            title: d.title.clone(),
            activity: Some(d.activity),
            due: Some(occurrence.due),
            estimate: Some(d.estimate),
            pupil: *pupil,
            stake: d.stake,
            consequence: d.consequence.clone(),
            note: String::new(),
        };
        tx.tasks().insert(school, new, &details)?;
    }
    Ok(u32::try_from(tasks.len()).unwrap_or(u32::MAX))
}

/// What is to appear by a day and is not made yet.
fn to_make<M>(
    read: &Access<'_, M>,
    school: SchoolId,
    today: NaiveDate,
) -> Outcome<Vec<(Template, Occurrence, Option<PupilId>)>> {
    let lines: Vec<Template> = read.templates().list(school)?.into_iter().filter(|line| !line.retired).collect();
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let earliest = today.checked_sub_days(Days::new(LONGEST_AWAY)).unwrap_or(today);
    let since = read.tasks().last_made(school)?.and_then(|last| last.succ_opt()).unwrap_or(today);
    let first = since.clamp(earliest, today);
    let furthest = lines.iter().map(|line| line.details.lead_days).max().unwrap_or_default();
    let last = later(today, furthest);
    let calendar = calendar(read, school, first, last)?;
    let subjects = read.tasks().subjects(school, today)?;
    // What is due by then may be named for a day after it, and for one before.
    let known = later(first, 0).checked_sub_days(Days::new(366)).unwrap_or(first);
    let made: BTreeSet<(TemplateId, NaiveDate, Option<PupilId>)> =
        read.tasks().made(school, known)?.into_iter().collect();
    let mut tasks = Vec::new();
    for line in &lines {
        let until = later(today, line.details.lead_days);
        for (pupil, occurrence) in each(&line.details, &calendar, &subjects, (first, until)) {
            if !made.contains(&(line.id, occurrence.named, pupil)) {
                tasks.push((line.clone(), occurrence, pupil));
            }
        }
    }
    tasks.sort_by_key(|(line, occurrence, pupil)| (occurrence.due, line.id, *pupil));
    Ok(tasks)
}

/// When one line falls due between two days, for each it is for.
pub(super) fn each(
    line: &TemplateDetails,
    calendar: &Calendar,
    subjects: &[Subject],
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<(Option<PupilId>, Occurrence)> {
    let rule = line.rule();
    let on = |events: &[NaiveDate]| occurrences(&rule, calendar, events, first, last);
    match line.anchor {
        Anchor::Before { event: Event::PlanReview, .. } => whom(line, subjects)
            .into_iter()
            .filter_map(|pupil| subjects.iter().find(|subject| Some(subject.pupil) == pupil))
            .flat_map(|subject| {
                let reviews = reviews(line, subject);
                on(&reviews).into_iter().map(|occurrence| (Some(subject.pupil), occurrence)).collect::<Vec<_>>()
            })
            .collect(),
        Anchor::Before { event: Event::Census, .. } => shared(line, subjects, &on(&censuses(first, last))),
        _ => shared(line, subjects, &on(&[])),
    }
}

/// For whom one line makes a task each time.
pub(super) fn whom(line: &TemplateDetails, subjects: &[Subject]) -> Vec<Option<PupilId>> {
    let registered =
        |code: &str| RulePack::england().statuses.iter().any(|status| status.code == code && status.registered);
    let those = |asked: &dyn Fn(&Subject) -> bool| -> Vec<Option<PupilId>> {
        subjects.iter().filter(|subject| asked(subject)).map(|subject| Some(subject.pupil)).collect()
    };
    match &line.per {
        Per::School => vec![None],
        Per::Pupil { pupil } => vec![Some(*pupil)],
        Per::Status { code } => those(&|subject| subject.status.as_ref() == Some(code)),
        Per::Family => {
            those(&|subject| !subject.reviews.is_empty() || subject.status.as_deref().is_some_and(registered))
        }
    }
}

fn shared(
    line: &TemplateDetails,
    subjects: &[Subject],
    occurrences: &[Occurrence],
) -> Vec<(Option<PupilId>, Occurrence)> {
    let whom = whom(line, subjects);
    occurrences.iter().flat_map(|occurrence| whom.iter().map(|pupil| (*pupil, *occurrence))).collect()
}

/// The days a child's plans are to be reviewed by: where the line is for children with some provision, only of plans that
/// are plans of that provision.
fn reviews(line: &TemplateDetails, subject: &Subject) -> Vec<NaiveDate> {
    let counts = |kind: &str| match &line.per {
        Per::Status { code } => {
            let of = RulePack::england().plan_kind(kind).and_then(|kind| kind.status.as_ref());
            of.is_none_or(|of| of == code) && (of.is_some() || kind.starts_with("own-"))
        }
        _ => true,
    };
    subject.reviews.iter().filter(|(kind, _)| counts(kind)).map(|(_, on)| *on).collect()
}

/// The days of the school census in these years.
fn censuses(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    (first.year() - 1..=last.year() + 2)
        .flat_map(|year| RulePack::england().censuses.iter().filter_map(move |day| census::day_of(day, year)))
        .collect()
}

fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(day)
}
