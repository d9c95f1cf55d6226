//! Meetings of another calendar as suggestions for a week. Nothing is laid and nothing is written by itself.

use crate::against_plan::{as_it_stands, check_against_plan, say_of_plan};
use crate::outside::read_at_most;
use crate::session::Session;
use crate::setup;
use crate::wire::{MeetingsView, NotTaken, ReadMeetings, SuggestedMeeting, TakeMeeting, TakeMeetings, TakenAs};
use chrono::NaiveDate;
use daybook_domain::calendar::{days_of_week, monday_of};
use daybook_domain::changed::Changed;
use daybook_domain::clock::Span;
use daybook_domain::entry::{Entry, EntryDetails, EntryKind, Place};
use daybook_domain::ids::{ActivityId, BlockId, SchoolId};
use daybook_domain::plan::{Block, BlockDetails, Week, block_at};
use daybook_domain::text::count;
use daybook_domain::{Fault, Outcome};
use daybook_exchange::ics::{MOST_BYTES, Meeting, read_meetings};
use daybook_store::{Op, Writer};

/// Where the kind of work that was chosen last is kept.
const ACTIVITY: &str = "meetings.activity";

/// What a week holds already.
struct Held {
    becomes: TakenAs,
    blocks: Vec<Block>,
    entries: Vec<Entry>,
    today: NaiveDate,
}

/// The meetings of a file that a week does not hold yet. Faults: `ics.unreadable`, `ics.too_big`, `ics.not_a_calendar`,
/// `week.closed`.
pub(crate) fn read(session: &mut Session, ask: ReadMeetings) -> Outcome<MeetingsView> {
    let (school, today, monday) = (session.school()?, session.today(), monday_of(ask.date));
    let read = session.vault()?.read();
    let becomes = becomes(&read.weeks().get(school, monday)?, today)?;
    let bytes = read_at_most(&ask.path, MOST_BYTES as u64 + 1).map_err(|_| {
        Fault::new(
            "ics.unreadable",
            "That file could not be opened. Nothing was taken from it; check that it is there and not open elsewhere.",
        )
        .at("path")
    })?;
    let days = days_of_week(monday);
    let found = read_meetings(&bytes, days[0], days[6]).map_err(|fault| fault.at("path"))?;
    let held = Held {
        becomes,
        blocks: read.blocks().of_week(school, monday)?,
        entries: read.entries().of_week(school, monday)?,
        today,
    };
    let offered = read.activities().list()?;
    let remembered: Option<ActivityId> = read.settings().get(ACTIVITY)?;
    let all = found.meetings.len();
    let meetings = held.suggested(found.meetings);
    Ok(MeetingsView {
        becomes,
        there: u32::try_from(all - meetings.len()).unwrap_or(u32::MAX),
        meetings,
        activity: remembered.filter(|id| offered.iter().any(|activity| activity.id == *id && !activity.retired)),
        problems: found.problems,
        unlisted: found.unlisted,
    })
}

/// Takes meetings as blocks of a plan that is not frozen, or else as entries; one step to undo. Says how many.
pub(crate) fn take(session: &mut Session, ask: TakeMeetings) -> Outcome<Changed<u32>> {
    let (school, now, monday) = (session.school()?, session.now(), monday_of(ask.date));
    if ask.meetings.is_empty() {
        return Err(Fault::new("meetings.none", "Tick at least one meeting. Nothing was changed.").at("meetings"));
    }
    if ask.meetings.iter().any(|meeting| monday_of(meeting.date) != monday) {
        let said = "One of those meetings is of another week. Nothing was changed; read the file again.";
        return Err(Fault::new("meetings.other_week", said).at("meetings"));
    }
    let vault = session.vault()?;
    let becomes = becomes(&vault.read().weeks().get(school, monday)?, now.date())?;
    let many = count(ask.meetings.len() as u64, "meeting", "meetings");
    let label = match becomes {
        TakenAs::Blocks => format!("{many} laid on the plan"),
        TakenAs::Entries => format!("{many} written down"),
    };
    vault.transact(Op::new("meetings_take", label), now, |tx| {
        setup::check_offered(tx, Some(ask.activity), None)?;
        for (at, meeting) in ask.meetings.iter().enumerate() {
            let taken = match becomes {
                TakenAs::Blocks => lay(tx, school, meeting, ask.activity),
                TakenAs::Entries => write(tx, school, meeting, ask.activity, now.date()),
            };
            taken.map_err(|fault| fault.at(format!("meetings.{at}")))?;
        }
        tx.settings().set(ACTIVITY, &ask.activity)?;
        Ok(u32::try_from(ask.meetings.len()).unwrap_or(u32::MAX))
    })
}

/// What meetings become in a week. Fault: `week.closed`.
fn becomes(week: &Week, today: NaiveDate) -> Outcome<TakenAs> {
    if week.closed_at.is_some() {
        return Err(Fault::new(
            "week.closed",
            "That week is closed, so what happened in it stays as it was. Nothing was changed.",
        ));
    }
    let passed = days_of_week(week.monday)[6] < today;
    Ok(if week.frozen_at.is_some() || passed { TakenAs::Entries } else { TakenAs::Blocks })
}

fn lay(tx: &Writer<'_>, school: SchoolId, meeting: &TakeMeeting, activity: ActivityId) -> Outcome<()> {
    let block = BlockDetails {
        date: meeting.date,
        start: meeting.start,
        minutes: meeting.minutes,
        title: meeting.title.trim().to_owned(),
        activity,
        place: Place::School,
        pupils: Vec::new(),
    };
    block.check()?;
    tx.blocks().insert(school, &block).map(|_| ())
}

/// Writes what happened: as the block it was, with that block's work and children, or beside the plan.
fn write(
    tx: &Writer<'_>,
    school: SchoolId,
    meeting: &TakeMeeting,
    activity: ActivityId,
    today: NaiveDate,
) -> Outcome<()> {
    if meeting.date > today {
        return Err(Fault::new(
            "entry.future",
            "One of those days has not come yet, so nothing can have happened on it. Nothing was changed.",
        ));
    }
    let plan = meeting.block.map(|id| tx.blocks().get(id)).transpose()?;
    let plan = plan.map(|block| block.details);
    let entry = EntryDetails {
        date: meeting.date,
        start: Some(meeting.start),
        minutes: meeting.minutes,
        text: meeting.title.trim().to_owned(),
        activity: Some(plan.as_ref().map_or(activity, |block| block.activity)),
        place: plan.as_ref().map_or(Place::School, |block| block.place),
        kind: if plan.is_some() { EntryKind::AsPlanned } else { EntryKind::Extra },
        block: meeting.block,
        interrupted_by: None,
        displaced: None,
        pupils: plan.map(|block| block.pupils).unwrap_or_default(),
        private: false,
        provisional: false,
    };
    entry.check()?;
    let entry = as_it_stands(tx, entry)?;
    check_against_plan(tx, school, None, &entry)?;
    let id = tx.entries().insert(school, &entry)?;
    say_of_plan(tx, id, None, &entry, today)
}

impl Held {
    fn suggested(&self, meetings: Vec<Meeting>) -> Vec<SuggestedMeeting> {
        let mut used: Vec<BlockId> = Vec::new();
        let mut suggested = Vec::new();
        for meeting in meetings {
            if self.holds(&meeting) {
                continue;
            }
            let span = meeting.start.map(|start| Span::of(start, meeting.minutes));
            let not_taken = match &span {
                None => Some(NotTaken::NoTime),
                Some(_) if meeting.minutes == 0 => Some(NotTaken::NoTime),
                Some(Err(_)) => Some(NotTaken::PastMidnight),
                Some(Ok(_)) if self.becomes == TakenAs::Entries && meeting.date > self.today => Some(NotTaken::Ahead),
                Some(Ok(_)) => None,
            };
            let span = span.and_then(Result::ok);
            let block = span.filter(|_| self.becomes == TakenAs::Entries && not_taken.is_none()).and_then(|span| {
                block_at(&self.blocks, meeting.date, span).map(|block| block.id).filter(|id| !used.contains(id))
            });
            used.extend(block);
            suggested.push(SuggestedMeeting {
                overlaps: span.is_some_and(|span| self.overlaps(meeting.date, span)),
                date: meeting.date,
                start: meeting.start,
                minutes: meeting.minutes,
                title: meeting.title,
                block,
                not_taken,
            });
        }
        suggested
    }

    /// Whether a meeting is on the week: something that begins when it does and is called the same.
    fn holds(&self, meeting: &Meeting) -> bool {
        let same = |date: NaiveDate, start, title: &str| {
            date == meeting.date && start == meeting.start && title.trim() == meeting.title.trim()
        };
        match self.becomes {
            TakenAs::Blocks => self.blocks.iter().any(|block| {
                let BlockDetails { date, start, title, .. } = &block.details;
                same(*date, Some(*start), title)
            }),
            TakenAs::Entries => {
                self.entries.iter().any(|entry| same(entry.details.date, entry.details.start, &entry.details.text))
            }
        }
    }

    /// Whether something stands at that time already, among what the meeting would join.
    fn overlaps(&self, date: NaiveDate, span: Span) -> bool {
        let shares = |there: Option<Span>| there.is_some_and(|there| there.shared(span).is_some());
        match self.becomes {
            TakenAs::Blocks => {
                self.blocks.iter().any(|block| block.details.date == date && shares(block.details.span().ok()))
            }
            TakenAs::Entries => {
                self.entries.iter().any(|entry| entry.details.date == date && shares(entry.details.span()))
            }
        }
    }
}
