//! Weeks: looking at them, copying a plan, freezing and closing.

use crate::session::Session;
use crate::wire::{CopyWeek, DayView, OfWeek, OnDay, WeekView};
use chrono::{Days, NaiveDate, Timelike};
use daybook_domain::activity::Activity;
use daybook_domain::calendar::monday_of;
use daybook_domain::changed::Changed;
use daybook_domain::clock::Clock;
use daybook_domain::entry::Entry;
use daybook_domain::ids::PupilId;
use daybook_domain::plan::{Block, BlockDetails, BlockState};
use daybook_domain::reconcile::{Weight, before_freezing, ready_to_close};
use daybook_domain::register::RegisterRow;
use daybook_domain::story::{Private, WeekFacts, WeekStory, tell};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Op, Vault};
use std::collections::BTreeSet;

pub(crate) fn get(session: &mut Session, ask: OfWeek) -> Outcome<WeekView> {
    let today = session.today();
    let facts = facts(session, ask.date)?;
    let story = tell(&facts, Private::Shown);
    let pupils = named(session.vault()?, &facts.blocks, &facts.entries, today)?;
    let mut blockers = before_freezing(&facts);
    blockers.extend(ready_to_close(&story, today));
    let activities = named_as(session.vault()?.read().activities().list()?, &facts.activities);
    Ok(WeekView { blockers, story, blocks: facts.blocks, entries: facts.entries, activities, pupils })
}

/// The kinds of work, called what the week calls them: a closed week keeps the names it was closed with.
fn named_as(mut activities: Vec<Activity>, of_week: &[Activity]) -> Vec<Activity> {
    for activity in &mut activities {
        if let Some(kept) = of_week.iter().find(|kept| kept.id == activity.id) {
            activity.clone_from(kept);
        }
    }
    activities
}

pub(crate) fn day(session: &mut Session, ask: OnDay) -> Outcome<DayView> {
    let now = session.now();
    let school = session.school()?;
    let mut facts = facts(session, ask.date)?;
    let story = tell(&facts, Private::Shown);
    let vault = session.vault()?;
    let waiting = vault.read().entries().waiting(school)?;
    facts.blocks.retain(|block| block.details.date == ask.date);
    facts.entries.retain(|entry| entry.details.date == ask.date);
    let named_in: Vec<Entry> = facts.entries.iter().chain(&waiting).cloned().collect();
    let pupils = named(vault, &facts.blocks, &named_in, now.date())?;
    let minute = (ask.date == now.date()).then(|| Clock::at(now.hour() as u16, now.minute() as u16));
    let (current, next) = now_and_next(&facts.blocks, minute);
    let activities = vault.read().activities().list()?;
    let Some(day) = story.days.into_iter().find(|day| day.date == ask.date) else {
        return Err(Fault::new("day.unknown", "That day cannot be shown."));
    };
    Ok(DayView {
        day,
        frozen: facts.week.frozen_at.is_some(),
        closed: facts.week.closed_at.is_some(),
        now: minute,
        current,
        next,
        blocks: facts.blocks,
        entries: facts.entries,
        waiting,
        activities,
        pupils,
    })
}

pub(crate) fn copy(session: &mut Session, ask: CopyWeek) -> Outcome<Changed<u32>> {
    let (from, into) = (monday_of(ask.from), monday_of(ask.into));
    if from == into {
        return Err(Fault::new("week.same", "That is the same week. Nothing was copied.").at("from"));
    }
    let (school, now) = (session.school()?, session.now());
    let calendar = facts(session, into)?.calendar;
    let vault = session.vault()?;
    let already: Vec<BlockDetails> =
        vault.read().blocks().of_week(school, into)?.into_iter().map(|block| block.details).collect();
    let shift = (into - from).num_days();
    let copies: Vec<BlockDetails> = vault
        .read()
        .blocks()
        .of_week(school, from)?
        .into_iter()
        .filter_map(|block| shifted(block.details, shift))
        .filter(|details| {
            calendar.kind_of(details.date).is_worked() && !already.iter().any(|other| same_slot(other, details))
        })
        .collect();
    if copies.is_empty() {
        return Err(Fault::new(
            "week.nothing_to_copy",
            "That week has no plan that this one lacks. Nothing was copied.",
        )
        .at("from"));
    }
    let label = format!("Plan copied into the week of {}", into.format("%-d %B"));
    vault.transact(Op::new("week_copy", label), now, |tx| {
        copies.iter().try_for_each(|details| tx.blocks().insert(school, details).map(|_| ()))?;
        Ok(u32::try_from(copies.len()).unwrap_or(u32::MAX))
    })
}

pub(crate) fn freeze(session: &mut Session, ask: OfWeek) -> Outcome<Changed<()>> {
    let (school, now, monday) = (session.school()?, session.now(), monday_of(ask.date));
    let vault = session.vault()?;
    if vault.read().blocks().of_week(school, monday)?.is_empty() {
        return Err(Fault::new("week.empty", "There is no plan to freeze yet. Lay at least one block first."));
    }
    if vault.read().weeks().get(school, monday)?.frozen_at.is_some() {
        return Err(Fault::new("week.frozen_already", "This week's plan is frozen already. It stands as it was."));
    }
    let label = format!("Week of {} frozen", monday.format("%-d %B"));
    vault.transact(Op::new("week_freeze", label), now, |tx| tx.weeks().freeze(school, monday, now))
}

pub(crate) fn close(session: &mut Session, ask: OfWeek) -> Outcome<Changed<()>> {
    let (school, now, monday) = (session.school()?, session.now(), monday_of(ask.date));
    let story = story(session, monday, Private::Shown)?;
    if story.week.closed_at.is_some() {
        return Err(Fault::new("week.closed_already", "This week is closed already. It stands as it was."));
    }
    if let Some(blocker) =
        ready_to_close(&story, now.date()).into_iter().find(|blocker| blocker.weight == Weight::Blocks)
    {
        return Err(blocker.as_fault());
    }
    if crate::timer::has_time_in(session, monday)? {
        return Err(Fault::new(
            "week.timer_runs",
            "The timer has time of this week that is not written down yet. Nothing was changed; stop it and say what it asks, then close the week.",
        ));
    }
    let label = format!("Week of {} closed", monday.format("%-d %B"));
    session.vault()?.transact(Op::new("week_close", label), now, |tx| tx.weeks().close(school, monday, now))
}

/// The story of the week a day is in.
pub(crate) fn story(session: &mut Session, day: NaiveDate, private: Private) -> Outcome<WeekStory> {
    Ok(tell(&facts(session, day)?, private))
}

fn facts(session: &mut Session, day: NaiveDate) -> Outcome<WeekFacts> {
    let school = session.school()?;
    session.vault()?.read().facts(school, monday_of(day))
}

fn named(vault: &Vault, blocks: &[Block], entries: &[Entry], today: NaiveDate) -> Outcome<Vec<RegisterRow>> {
    let in_blocks = blocks.iter().flat_map(|block| &block.details.pupils);
    let in_entries = entries.iter().flat_map(|entry| &entry.details.pupils);
    let ids: BTreeSet<PupilId> = in_blocks.chain(in_entries).copied().collect();
    vault.read().register().rows_of(&ids, today)
}

fn now_and_next(
    blocks: &[Block],
    now: Option<Clock>,
) -> (Option<daybook_domain::ids::BlockId>, Option<daybook_domain::ids::BlockId>) {
    let Some(now) = now else { return (None, None) };
    let open = || blocks.iter().filter(|block| block.state == BlockState::Open);
    let current = open().find(|block| block.details.span().is_ok_and(|span| span.start <= now && now < span.end));
    let next = open().filter(|block| block.details.start > now).min_by_key(|block| block.details.start);
    (current.map(|block| block.id), next.map(|block| block.id))
}

fn shifted(mut details: BlockDetails, days: i64) -> Option<BlockDetails> {
    let by = Days::new(days.unsigned_abs());
    details.date = if days < 0 { details.date.checked_sub_days(by)? } else { details.date.checked_add_days(by)? };
    Some(details)
}

fn same_slot(a: &BlockDetails, b: &BlockDetails) -> bool {
    a.date == b.date && a.start == b.start && a.title == b.title && a.activity == b.activity
}
