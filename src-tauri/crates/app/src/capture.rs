//! Quick capture: one line now, classified later.

use crate::pupil;
use crate::session::Session;
use crate::wire::{CaptureLine, CaptureView};
use chrono::{NaiveDateTime, Timelike};
use daybook_domain::capture::{self, Captured};
use daybook_domain::changed::Changed;
use daybook_domain::clock::{Clock, Span};
use daybook_domain::entry::EntryDetails;
use daybook_domain::ids::{EntryId, PupilId};
use daybook_domain::names::NameScan;
use daybook_domain::register::RegisterRow;
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;

/// Minutes taken for granted where the line names none and nobody said.
const SHORTEST: u32 = 5;

/// More pupils than this share the name: it says nothing.
const MOST_CANDIDATES: usize = 8;

pub(crate) fn read(session: &mut Session, ask: CaptureLine) -> Outcome<CaptureView> {
    let captured = capture::read(&ask.line);
    let pupils = candidates(session, &ask.line)?;
    Ok(CaptureView { captured, pupils })
}

pub(crate) fn keep(session: &mut Session, ask: CaptureLine) -> Outcome<Changed<EntryId>> {
    let captured = capture::read(&ask.line);
    if ask.line.trim().is_empty() {
        return Err(
            Fault::new("capture.empty", "Write a few words about what it was. Nothing was captured.").at("line")
        );
    }
    let (school, now) = (session.school()?, session.now());
    let sole = match candidates(session, &ask.line)?.as_slice() {
        [one] => vec![one.id],
        _ => Vec::new(),
    };
    let details = entry(captured, ask.minutes, sole, now);
    details.check()?;
    session.vault()?.transact(Op::new("capture", "Capture a line"), now, |tx| tx.entries().insert(school, &details))
}

/// A captured line as a provisional entry. Without a time of its own it is taken to have ended just now.
fn entry(captured: Captured, minutes: Option<u32>, pupils: Vec<PupilId>, now: NaiveDateTime) -> EntryDetails {
    let minutes = captured.minutes.or(minutes).unwrap_or(SHORTEST);
    let minute = now.hour() * 60 + now.minute();
    let start = captured.start.or_else(|| minute.checked_sub(minutes).and_then(|start| Clock::new(start).ok()));
    EntryDetails {
        date: now.date(),
        start: start.filter(|start| Span::of(*start, minutes).is_ok()),
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
    }
}

/// Pupils on the register whose names stand in a line.
fn candidates(session: &mut Session, line: &str) -> Outcome<Vec<RegisterRow>> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let known = pupil::known(read.pupils().names(school)?);
    let hits = NameScan::new(&known).find(line);
    let codes: std::collections::BTreeSet<&String> = hits.iter().flat_map(|hit| &hit.case_codes).collect();
    if codes.len() > MOST_CANDIDATES {
        return Ok(Vec::new());
    }
    codes.into_iter().map(|code| Ok(pupil::row(&read.pupils().by_case_code(school, code)?, today))).collect()
}
