//! One day of the story.

use super::account::account;
use super::rows::{BlockStory, BreakStory, DayStory, EntryStory};
use super::{Told, or_else};
use crate::breaks::BreakState;
use crate::calendar::DayKind;
use crate::clock::Spans;
use crate::entry::Entry;
use crate::hours::{BreakTime, DayHours};
use crate::plan::Block;
use chrono::NaiveDate;

/// Tells one day.
pub(super) fn tell_day(told: &Told<'_>, date: NaiveDate) -> DayStory {
    let kind = told.facts.calendar.kind_of(date);
    let hours = hours_on(told, date, kind);
    let entries: Vec<&Entry> = told.entries.iter().filter(|e| e.details.date == date).copied().collect();
    let timed = Spans::covering(entries.iter().filter_map(|entry| entry.details.span()));
    let breaks: Vec<BreakStory> = hours.breaks.iter().map(|time| tell_break(told, date, time, &timed)).collect();
    let had: Vec<u32> = breaks.iter().map(|b| b.taken).collect();
    let account = account(&hours, &had, &entries);
    DayStory {
        date,
        kind,
        blocks: told.blocks.iter().filter(|b| b.details.date == date).map(|block| tell_block(told, block)).collect(),
        entries: entries.iter().zip(account.out_of_hours).map(|(e, outside)| tell_entry(told, e, outside)).collect(),
        breaks,
        hours,
        sums: account.sums,
        gaps: account.gaps,
    }
}

/// The hours that applied, breaks by time: none on a day that is not worked, no lessons without pupils.
fn hours_on(told: &Told<'_>, date: NaiveDate, kind: DayKind) -> DayHours {
    let mut hours = told.facts.hours.as_ref().map(|hours| hours.applied(date, kind)).unwrap_or_default();
    hours.breaks.sort_by_key(|time| time.span);
    hours
}

/// A break as she marked it; unmarked, what she worked through of it is lost and the rest was had.
fn tell_break(told: &Told<'_>, date: NaiveDate, time: &BreakTime, timed: &Spans) -> BreakStory {
    let entitled = time.span.minutes();
    let mark = told.facts.breaks.iter().find(|mark| mark.date == date && mark.name == time.name);
    let worked = Spans::covering([time.span]).shared(timed).minutes();
    let taken = mark.map_or(entitled - worked, |mark| mark.had(entitled));
    let state = match taken {
        _ if worked == 0 => BreakState::Taken,
        0 => BreakState::Missed,
        _ => BreakState::Part,
    };
    BreakStory {
        date,
        name: time.name.clone(),
        span: time.span,
        state: mark.map_or(state, |mark| mark.state),
        taken,
        lost: entitled - taken,
        why: mark.map(|mark| mark.why.trim().to_owned()).unwrap_or_default(),
        said: mark.is_some(),
    }
}

fn tell_block(told: &Told<'_>, block: &Block) -> BlockStory {
    let details = &block.details;
    BlockStory {
        id: block.id,
        start: details.start,
        minutes: details.minutes,
        title: told.title_of(block),
        activity: told.activity_name(details.activity),
        place: details.place,
        state: block.state.clone(),
        case_codes: told.case_codes(&details.pupils),
    }
}

fn tell_entry(told: &Told<'_>, entry: &Entry, out_of_hours: u32) -> EntryStory {
    let details = &entry.details;
    let activity = details.activity.map(|id| told.activity_name(id));
    EntryStory {
        id: entry.id,
        start: details.start,
        minutes: details.minutes,
        out_of_hours,
        text: or_else(&details.text, || activity.clone().unwrap_or_else(|| "Nothing written".to_owned())),
        activity,
        place: details.place,
        kind: details.kind,
        interrupted_by: details.interrupted_by.clone().filter(|who| !who.trim().is_empty()),
        displaced: details.displaced.and_then(|id| told.block(id)).map(|block| told.title_of(block)),
        case_codes: told.case_codes(&details.pupils),
        private: details.private,
        provisional: details.provisional,
    }
}
