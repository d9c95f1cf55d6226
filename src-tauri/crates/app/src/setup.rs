//! The school, its calendar, its hours and its kinds of work.

use crate::session::Session;
use crate::wire::{Nothing, OfYear, OnDay, RemoveHours, SaveActivity, SaveCalendar, SaveHours, SaveSchool, SetupView};
use chrono::Datelike;
use daybook_domain::activity::Activity;
use daybook_domain::calendar::{AcademicYear, Calendar};
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::hours::WeekHours;
use daybook_domain::ids::ActivityId;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Access, Op};

pub(crate) fn progress(session: &mut Session, _: Nothing) -> Outcome<SetupView> {
    let today = session.today();
    let read = session.vault()?.read();
    let Some(school) = read.schools().current()?.map(|school| school.id) else {
        return Ok(SetupView { school: false, calendar: false, hours: false, pupils: false });
    };
    let typed = |year| read.calendar().get(school, year).map(|calendar| !calendar.half_terms.is_empty());
    let year = AcademicYear::of(today);
    // In the summer she sets up the year to come, and the old one is of no use to her.
    let to_come = matches!(today.month(), 7 | 8);
    Ok(SetupView {
        school: true,
        calendar: typed(year)? || (to_come && typed(AcademicYear(year.0 + 1))?),
        hours: read.hours().on(school, today)?.is_some(),
        pupils: read.pupils().any(school)?,
    })
}

pub(crate) fn save_school(session: &mut Session, ask: SaveSchool) -> Outcome<Changed<()>> {
    ask.details.check()?;
    let now = session.now();
    let vault = session.vault()?;
    let op = match vault.read().schools().current()? {
        Some(_) => Op::new("school_save", "School's details changed"),
        // All that is ever written belongs to the school, packs that were printed among it, so it is never undone.
        None => Op::lasting("school_save", "School kept"),
    };
    vault.transact(op, now, |tx| match tx.schools().current()? {
        Some(school) => tx.schools().update(school.id, &ask.details),
        None => tx.schools().insert(&ask.details).map(|_| ()),
    })
}

pub(crate) fn calendar(session: &mut Session, ask: OfYear) -> Outcome<Calendar> {
    let school = session.school()?;
    session.vault()?.read().calendar().get(school, ask.year)
}

pub(crate) fn save_calendar(session: &mut Session, ask: SaveCalendar) -> Outcome<Changed<()>> {
    ask.calendar.check(ask.year)?;
    let school = session.school()?;
    let now = session.now();
    let label = format!("Dates of {}/{:02} changed", ask.year.0, (ask.year.0 + 1).rem_euclid(100));
    session
        .vault()?
        .transact(Op::new("calendar_save", label), now, |tx| tx.calendar().replace(school, ask.year, &ask.calendar))
}

pub(crate) fn hours(session: &mut Session, ask: OnDay) -> Outcome<Option<WeekHours>> {
    let school = session.school()?;
    session.vault()?.read().hours().on(school, ask.date)
}

pub(crate) fn list_hours(session: &mut Session, _: Nothing) -> Outcome<Vec<WeekHours>> {
    let school = session.school()?;
    session.vault()?.read().hours().list(school)
}

pub(crate) fn remove_hours(session: &mut Session, ask: RemoveHours) -> Outcome<Changed<()>> {
    let (school, now) = (session.school()?, session.now());
    let label = format!("Hours from {} taken away", ask.from.format("%-d %B %Y"));
    session.vault()?.transact(Op::new("hours_remove", label), now, |tx| tx.hours().remove(school, ask.from))
}

pub(crate) fn save_hours(session: &mut Session, ask: SaveHours) -> Outcome<Changed<()>> {
    ask.hours.check()?;
    let school = session.school()?;
    let now = session.now();
    session
        .vault()?
        .transact(Op::new("hours_save", "Hours changed"), now, |tx| tx.hours().save(school, &ask.hours).map(|_| ()))
}

pub(crate) fn activities(session: &mut Session, _: Nothing) -> Outcome<Vec<Activity>> {
    session.vault()?.read().activities().list()
}

pub(crate) fn add_activity(session: &mut Session, ask: SaveActivity) -> Outcome<Changed<ActivityId>> {
    let activity = named(ask.activity)?;
    let now = session.now();
    session
        .vault()?
        .transact(Op::new("activity_add", "Kind of work added"), now, |tx| tx.activities().insert(&activity))
}

pub(crate) fn save_activity(session: &mut Session, ask: SaveActivity) -> Outcome<Changed<()>> {
    let activity = named(ask.activity)?;
    let now = session.now();
    session
        .vault()?
        .transact(Op::new("activity_save", "Kind of work changed"), now, |tx| tx.activities().update(&activity))
}

fn named(mut activity: Activity) -> Outcome<Activity> {
    activity.name = activity.name.trim().to_owned();
    if activity.name.is_empty() || activity.name.chars().count() > 80 {
        return Err(Fault::new(
            "activity.name",
            "A kind of work needs a name of 80 characters at most. Nothing was changed.",
        )
        .at("activity.name"));
    }
    Ok(activity)
}

/// Refuses a kind of work that is no longer offered, where it was not chosen before.
pub(crate) fn check_offered<M>(
    tx: &Access<'_, M>,
    chosen: Option<ActivityId>,
    before: Option<ActivityId>,
) -> Outcome<()> {
    let Some(chosen) = chosen.filter(|_| chosen != before) else { return Ok(()) };
    if tx.activities().list()?.iter().any(|activity| activity.id == chosen && activity.retired) {
        return Err(Fault::new(
            "activity.retired",
            "That kind of work is retired, so it is only kept where it stands already. Choose another; nothing was changed.",
        )
        .at("activity"));
    }
    Ok(())
}

pub(crate) fn rules(_: &mut Session, _: Nothing) -> Outcome<RulePack> {
    Ok(RulePack::england().clone())
}
