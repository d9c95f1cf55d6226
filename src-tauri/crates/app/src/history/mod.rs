//! Undo and redo, and what the journal tells of a record, in sentences.
//!
//! One file per noun. No name of a column and no number of a row reaches a person: what is not known by name is said
//! to have changed, and no more.

mod fields;
mod hours;
mod normal_week;
mod paper;
mod plan;
mod pupil;
mod record;
mod school;
mod since;
mod task;
mod week;
mod words;

use crate::schools;
use crate::session::Session;
use crate::wire::{HistoryLine, HistoryOf, StepBack};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::calendar::monday_of;
use daybook_domain::changed::{Changed, UndoState};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Reader, Record, RowChange, Step};
pub(crate) use since::corrected_since;
use std::collections::BTreeMap;
use words::Words;
pub(crate) use words::listed;

pub(crate) fn undo(session: &mut Session, ask: StepBack) -> Outcome<Changed<UndoState>> {
    check_place(session, ask, true)?;
    let now = session.now();
    session.vault()?.undo(now)
}

pub(crate) fn redo(session: &mut Session, ask: StepBack) -> Outcome<Changed<UndoState>> {
    check_place(session, ask, false)?;
    let now = session.now();
    session.vault()?.redo(now)
}

/// A step that leads to another school leaves what is shown and timed of this one, as going there does.
fn check_place(session: &mut Session, ask: StepBack, back: bool) -> Outcome<()> {
    if !session.vault()?.leads_away(back)? {
        return Ok(());
    }
    schools::check_timer(session)?;
    if ask.stay {
        let said = "That step leads to another school. Nothing was changed; finish or leave what is open here first.";
        return Err(Fault::new("undo.leads_away", said));
    }
    Ok(())
}

/// What was done to a record, newest first.
pub(crate) fn of(session: &mut Session, ask: HistoryOf) -> Outcome<Vec<HistoryLine>> {
    let (school, today) = (session.school()?, session.today());
    let record = match ask {
        HistoryOf::School {} => Record::School(school),
        HistoryOf::Calendar {} => Record::Calendar(school),
        HistoryOf::Hours {} => Record::Hours(school),
        HistoryOf::Activity { id } => Record::Activity(id),
        HistoryOf::Pupil { id } => Record::Pupil(id),
        HistoryOf::Week { date } => Record::Week(school, monday_of(date)),
        HistoryOf::Block { id } => Record::Block(id),
        HistoryOf::Entry { id } => Record::Entry(id),
        HistoryOf::Task { id } => Record::Task(id),
        HistoryOf::Catalogue {} => Record::Catalogue(school),
    };
    let read = session.vault()?.read();
    let steps = read.history().of(record)?;
    let words = Words::of(&read, &steps, today)?;
    let named = matches!(record, Record::Week(..));
    Ok(steps.iter().flat_map(|step| lines(step, &words, named)).collect())
}

fn lines(step: &Step, words: &Words, named: bool) -> Vec<HistoryLine> {
    let line = |sentence| HistoryLine { at: step.at, who: step.who.clone(), sentence, undone: step.undone };
    let mut told: Vec<HistoryLine> = tell(&step.changes, words, named).into_iter().map(line).collect();
    // Who is added with provision or needs in one step was on the roll first, and the newest stands first.
    if step.changes.iter().any(|change| change.table == "pupil" && change.before.is_none()) {
        told.reverse();
    }
    told
}

/// What one operation did, in sentences: of each record it touched in turn, by name where there may be several.
fn tell(changes: &[RowChange], words: &Words, named: bool) -> Vec<String> {
    let mut records: BTreeMap<Told, Vec<&RowChange>> = BTreeMap::new();
    for change in changes {
        records.entry(Told::by(change)).or_default().push(change);
    }
    records.into_iter().flat_map(|(told, rows)| told.tell(&rows, words, named)).collect()
}

/// What one row became, in sentences, for a check that found it so.
pub(crate) fn tell_row(change: RowChange, read: &Reader<'_>, today: NaiveDate) -> Outcome<String> {
    let step = Step { at: NaiveDateTime::default(), who: String::new(), undone: false, changes: vec![change] };
    let words = Words::of(read, std::slice::from_ref(&step), today)?;
    Ok(tell(&step.changes, &words, true).join(" "))
}

/// A record as its changes are told together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    School,
    Calendar,
    Hours,
    Activity(i64),
    Pupil(i64),
    Plan,
    Flags,
    PlanKinds,
    Interventions,
    Week,
    Block(i64),
    Entry(i64),
    Break,
    Catalogue,
    Task,
    NormalWeek,
    Paper,
    Other,
}

impl Told {
    fn by(change: &RowChange) -> Self {
        let pupil = || fields::whole(fields::latest(change), "pupil_id").unwrap_or_default();
        match change.table.as_str() {
            "school" => Self::School,
            "half_term" | "day_off" => Self::Calendar,
            "hours" | "hours_span" => Self::Hours,
            "activity" => Self::Activity(change.row),
            "pupil" => Self::Pupil(change.row),
            "status" | "need" | "pupil_flag" | "provision" | "profile" | "assessment" | "document" => {
                Self::Pupil(pupil())
            }
            "support_plan" | "cycle" | "outcome" | "strategy" => Self::Plan,
            "flag" => Self::Flags,
            "plan_kind" => Self::PlanKinds,
            "intervention" => Self::Interventions,
            "week" => Self::Week,
            "block" | "block_pupil" | "block_outcome" => Self::Block(change.row),
            "entry" | "entry_pupil" => Self::Entry(change.row),
            "break_mark" => Self::Break,
            "task_template" => Self::Catalogue,
            "task" | "task_block" | "task_entry" => Self::Task,
            "normal_week" | "normal_block" => Self::NormalWeek,
            "pack" => Self::Paper,
            _ => Self::Other,
        }
    }

    fn tell(self, rows: &[&RowChange], words: &Words, named: bool) -> Vec<String> {
        match self {
            Self::School => school::tell(rows, words),
            Self::Calendar => school::tell_calendar(rows),
            Self::Hours => hours::tell(rows, words),
            Self::Activity(_) => school::tell_activity(rows, words),
            Self::Pupil(_) => pupil::tell(rows, words),
            Self::Plan => record::tell_plan(rows, words),
            Self::Flags => school::tell_list("flag", rows, words),
            Self::PlanKinds => school::tell_list("plan_kind", rows, words),
            Self::Interventions => school::tell_list("intervention", rows, words),
            Self::Week => week::tell(rows),
            Self::Break => week::tell_breaks(rows),
            Self::Catalogue => task::tell_catalogue(rows, words),
            Self::Task => about(named, || task::name(rows), task::tell(rows, words)),
            Self::NormalWeek => normal_week::tell(rows, words),
            Self::Paper => paper::tell(rows),
            Self::Block(id) => about(named, || words.block(id), plan::tell_block(rows, words)),
            Self::Entry(_) => about(named, || plan::entry_name(rows, words), plan::tell_entry(rows, words)),
            Self::Other => vec!["Something else was changed.".to_owned()],
        }
    }
}

/// Puts the name of what a sentence is about before it.
fn about(named: bool, name: impl FnOnce() -> String, sentences: Vec<String>) -> Vec<String> {
    if !named || sentences.is_empty() {
        return sentences;
    }
    let name = name();
    sentences.into_iter().map(|sentence| format!("{name}: {sentence}")).collect()
}

#[cfg(test)]
mod record_tests;
#[cfg(test)]
mod tests;
