//! Quick capture: one line now, classified later.

use crate::against_plan::{check_against_plan, say_of_plan};
use crate::pupil;
use crate::session::Session;
use crate::wire::{CaptureLine, CaptureView, KeepCapture, PlannedThen};
use chrono::{NaiveDateTime, Timelike};
use daybook_domain::calendar::monday_of;
use daybook_domain::capture::{self, Captured};
use daybook_domain::changed::Changed;
use daybook_domain::clock::{Clock, DAY, Span};
use daybook_domain::entry::EntryDetails;
use daybook_domain::ids::{EntryId, PupilId};
use daybook_domain::plan::{Block, BlockDetails, BlockState};
use daybook_domain::register::RegisterRow;
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;
use std::collections::BTreeSet;

/// Minutes taken for granted where the line names none and nobody said.
const SHORTEST: u32 = 5;

/// More pupils than this share the name: it says nothing.
const MOST_CANDIDATES: usize = 8;

pub(crate) fn read(session: &mut Session, ask: CaptureLine) -> Outcome<CaptureView> {
    at_most(&ask.line, capture::LONGEST_LINE, "line")?;
    let now = session.now();
    let captured = capture::read(&ask.line, time_of(now)?);
    let pupils = candidates(session, &captured)?;
    // What cannot be kept like this yet is refused when it is to be kept, not while it is typed.
    let planned = match entry(captured.clone(), ask.minutes, Vec::new(), now) {
        Ok(details) => planned_then(session, &details)?,
        Err(_) => Vec::new(),
    };
    Ok(CaptureView { captured, pupils, planned })
}

pub(crate) fn keep(session: &mut Session, ask: KeepCapture) -> Outcome<Changed<EntryId>> {
    at_most(&ask.line, capture::LONGEST_LINE, "line")?;
    if ask.line.trim().is_empty() {
        return Err(
            Fault::new("capture.empty", "Write a few words about what it was. Nothing was captured.").at("line")
        );
    }
    let (school, now) = (session.school()?, session.now());
    let captured = capture::read(&ask.line, time_of(now)?);
    let pupils = match ask.pupils {
        Some(chosen) => chosen,
        None => match candidates(session, &captured)?.as_slice() {
            [one] => vec![one.id],
            _ => Vec::new(),
        },
    };
    let details = EntryDetails { displaced: ask.displaced, ..entry(captured, ask.minutes, pupils, now)? };
    details.check()?;
    session.vault()?.transact(Op::new("capture", "Line captured"), now, |tx| {
        check_against_plan(tx, school, None, &details)?;
        let id = tx.entries().insert(school, &details)?;
        say_of_plan(tx, id, None, &details, now.date())?;
        Ok(id)
    })
}

/// What a line says by itself, and the one pupil it names, if there is just one.
pub(crate) fn said(session: &mut Session, line: &str) -> Outcome<(Captured, Option<PupilId>)> {
    let captured = capture::read(line, time_of(session.now())?);
    let pupil = match candidates(session, &captured)?.as_slice() {
        [one] => Some(one.id),
        _ => None,
    };
    Ok((captured, pupil))
}

/// The open blocks of a frozen plan that share time with an entry, the longest share first.
fn planned_then(session: &mut Session, details: &EntryDetails) -> Outcome<Vec<PlannedThen>> {
    let (school, monday) = (session.school()?, monday_of(details.date));
    let read = session.vault()?.read();
    let Some(span) = details.span() else { return Ok(Vec::new()) };
    if read.weeks().get(school, monday)?.frozen_at.is_none() {
        return Ok(Vec::new());
    }
    let shared = |block: &Block| {
        let BlockDetails { date, start, minutes, .. } = block.details;
        let planned = Span::of(start, minutes).ok().filter(|_| date == details.date && block.state == BlockState::Open);
        planned.and_then(|planned| planned.shared(span)).map_or(0, Span::minutes)
    };
    let mut blocks = read.blocks().of_week(school, monday)?;
    blocks.retain(|block| shared(block) > 0);
    blocks.sort_by_key(|block| std::cmp::Reverse(shared(block)));
    let works = read.activities().list()?;
    let work = |id| works.iter().find(|one| one.id == id).map(|one| one.name.clone()).unwrap_or_default();
    let told = |Block { id, details: BlockDetails { title, activity, start, minutes, .. }, .. }| PlannedThen {
        block: id,
        title,
        work: work(activity),
        start,
        minutes,
    };
    Ok(blocks.into_iter().map(told).collect())
}

/// A captured line as a provisional entry. Without a time of its own it is taken to have ended just now; what began
/// before midnight is written down to the day it began.
fn entry(captured: Captured, minutes: Option<u32>, pupils: Vec<PupilId>, now: NaiveDateTime) -> Outcome<EntryDetails> {
    let minutes = captured.minutes.or(minutes).unwrap_or(SHORTEST);
    let ended = time_of(now)?.minutes();
    let (date, start) = match captured.start {
        Some(start) => (now.date(), Some(Span::of(start, minutes).map_err(past_midnight)?.start)),
        None => match (ended.checked_sub(minutes), DAY.checked_sub(minutes), now.date().pred_opt()) {
            (Some(start), ..) => (now.date(), Clock::new(start).ok()),
            (None, Some(start), Some(yesterday)) => (yesterday, Clock::new(start).ok()),
            (None, ..) => (now.date(), None),
        },
    };
    Ok(EntryDetails {
        date,
        start,
        minutes,
        text: captured.text,
        activity: None,
        place: captured.place,
        kind: captured.kind,
        block: None,
        interrupted_by: captured.who,
        displaced: None,
        pupils,
        private: captured.private,
        provisional: true,
    })
}

/// Pupils on roll whose names stand in a line. A name after a title is an adult's, whoever of the pupils is called so.
fn candidates(session: &mut Session, captured: &Captured) -> Outcome<Vec<RegisterRow>> {
    let (school, today, scan) = (session.school()?, session.today(), session.names()?);
    let hits = scan.find(&captured.text);
    let named = hits.iter().filter(|hit| !capture::is_titled(&captured.text, hit.start));
    let codes: BTreeSet<&String> = named.flat_map(|hit| &hit.case_codes).collect();
    let read = session.vault()?.read();
    let mut rows = Vec::new();
    for code in codes {
        let pupil = read.pupils().by_case_code(school, code)?;
        if pupil.details.on_roll_to.is_none_or(|last| today <= last) {
            rows.push(pupil::row(&pupil, today));
        }
        if rows.len() > MOST_CANDIDATES {
            return Ok(Vec::new());
        }
    }
    Ok(rows)
}

fn time_of(now: NaiveDateTime) -> Outcome<Clock> {
    Clock::new(now.hour() * 60 + now.minute())
}

fn past_midnight(fault: Fault) -> Fault {
    if fault.code != "time.past_midnight" {
        return fault;
    }
    Fault::new(
        "capture.past_midnight",
        "That runs past midnight. Nothing was captured; end it by 24:00 and capture the rest on the next day.",
    )
    .at("line")
}
