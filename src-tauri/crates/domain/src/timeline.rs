//! A child's story in the order of its days: a sentence for each thing the record holds.

use crate::assessment::Assessment;
use crate::codes::RulePack;
use crate::documents::Document;
use crate::entry::EntryDetails;
use crate::profile::Profile;
use crate::provision::Provision;
use crate::pupil::Pupil;
use crate::support::{OutcomeProgress, PlanKindChoice, SupportPlan};
use crate::text::long_date;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// What part of the record an event is told from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// On roll from and to.
    Roll,
    /// SEN provision.
    Status,
    /// Needs.
    Need,
    /// Plans, their rounds and reviews.
    Plan,
    /// Interventions.
    Provision,
    /// Results.
    Assessment,
    /// The profile.
    Profile,
    /// Documents.
    Document,
    /// What was done and names the child, as the week has it.
    Entry,
}

/// Something that happened, or will, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineEvent {
    /// The day.
    pub date: NaiveDate,
    /// What part of the record it is told from.
    pub kind: EventKind,
    /// What happened. It holds what was typed, and so perhaps names.
    pub sentence: String,
}

/// All that a child's story is told from.
pub struct Record<'a> {
    /// Who they are, with provision and needs over time.
    pub pupil: &'a Pupil,
    /// Plans.
    pub plans: &'a [SupportPlan],
    /// Every kind of plan there is.
    pub kinds: &'a [PlanKindChoice],
    /// Interventions.
    pub provisions: &'a [Provision],
    /// Results.
    pub assessments: &'a [Assessment],
    /// Documents.
    pub documents: &'a [Document],
    /// The profile, if there is one.
    pub profile: Option<&'a Profile>,
    /// What was done and names the child, with the kind of work in words; private entries too where only she looks on.
    pub done: &'a [(EntryDetails, String)],
}

/// The story, oldest first; on one day in the order of [`EventKind`].
pub fn tell(record: &Record<'_>) -> Vec<TimelineEvent> {
    let mut events = Vec::new();
    tell_pupil(record, &mut events);
    record.plans.iter().for_each(|plan| tell_plan(plan, record.kinds, &mut events));
    record.provisions.iter().for_each(|provision| tell_provision(provision, &mut events));
    for Assessment { details, .. } in record.assessments {
        let scale = details.scale.trim();
        let result = match (details.score.trim(), scale) {
            ("", _) => String::new(),
            (score, "") => format!(": {score}"),
            (score, scale) => format!(": {score} ({scale})"),
        };
        let by = part(", by ", &details.done_by);
        events.push(event(details.date, EventKind::Assessment, &format!("{}{result}{by}", details.name.trim())));
    }
    for Document { details, .. } in record.documents {
        events.push(event(details.date, EventKind::Document, &format!("Document: {}", details.name.trim())));
    }
    record.done.iter().for_each(|(entry, work)| tell_entry(entry, work, &mut events));
    if let Some(agreed) = record.profile.and_then(|profile| profile.agreed_on) {
        events.push(event(agreed, EventKind::Profile, "One-page profile agreed"));
    }
    events.sort_by_key(|event| (event.date, event.kind));
    events
}

fn tell_pupil(record: &Record<'_>, events: &mut Vec<TimelineEvent>) {
    let (pupil, rules) = (record.pupil, RulePack::england());
    if let Some(from) = pupil.details.on_roll_from {
        events.push(event(from, EventKind::Roll, "On roll from this day"));
    }
    if let Some(to) = pupil.details.on_roll_to {
        events.push(event(to, EventKind::Roll, "Last day on roll"));
    }
    for status in &pupil.statuses {
        let known = rules.statuses.iter().find(|known| known.code == status.code);
        let label = known.map_or(status.code.as_str(), |known| known.label.as_str());
        let why = part(": ", &status.reason);
        events.push(event(status.from, EventKind::Status, &format!("{label}{why}")));
        let followed = status.to.is_some_and(|to| pupil.statuses.iter().any(|next| next.from == to));
        if let Some(to) = status.to.filter(|_| !followed) {
            events.push(event(to, EventKind::Status, &format!("{label} ended")));
        }
    }
    for need in &pupil.needs {
        let known = rules.needs.iter().find(|known| known.code == need.code);
        let label = known.map_or(need.code.as_str(), |known| known.label.as_str());
        let rank = if need.rank == 1 { ", the primary need".to_owned() } else { format!(", need {}", need.rank) };
        events.push(event(need.from, EventKind::Need, &format!("{label}{rank}")));
        let goes_on = |to| pupil.needs.iter().any(|next| next.code == need.code && next.from == to);
        if let Some(to) = need.to.filter(|to| !goes_on(*to)) {
            events.push(event(to, EventKind::Need, &format!("{label} ended")));
        }
    }
}

fn tell_plan(plan: &SupportPlan, kinds: &[PlanKindChoice], events: &mut Vec<TimelineEvent>) {
    let kind = kinds.iter().find(|kind| kind.key == plan.kind).map_or("Plan", |kind| kind.label.as_str());
    let called = match plan.title.trim() {
        "" => kind.to_owned(),
        title => format!("{kind}, {title}"),
    };
    let mut tell = |date, sentence: String| events.push(event(date, EventKind::Plan, &sentence));
    for cycle in &plan.cycles {
        let until = long_date(cycle.form.review_on);
        if cycle.number == 1 {
            tell(cycle.form.from, format!("{called}: began, to be reviewed by {until}"));
        }
        let Some(reviewed) = cycle.reviewed_on else { continue };
        let of = cycle.form.outcomes.len();
        let met = cycle.form.outcomes.iter().filter(|outcome| outcome.progress == OutcomeProgress::Met).count();
        let outcomes = match (met, of) {
            (_, 0) => String::new(),
            (1, 1) => ", its outcome met".to_owned(),
            (0, 1) => ", its outcome not met yet".to_owned(),
            (met, of) => format!(", {met} of {of} outcomes met"),
        };
        let said = part(". ", &cycle.review);
        tell(reviewed, format!("{called}: round {} reviewed{outcomes}{said}", cycle.number));
    }
    if let Some(to) = plan.to {
        tell(to, format!("{called}: ended{}", part(", ", &plan.why_ended)));
    }
}

fn tell_provision(provision: &Provision, events: &mut Vec<TimelineEvent>) {
    let details = &provision.details;
    let name = details.intervention.trim();
    let with = part(", with ", &details.staff);
    let began = format!("{name}: began, {}{with}", details.dose());
    events.push(event(details.from, EventKind::Provision, &began));
    if let Some(to) = details.to {
        let measure = match (details.entry.trim(), details.exit.trim()) {
            ("", _) | (_, "") => String::new(),
            (entry, exit) => format!(", from {entry} to {exit}"),
        };
        let impact = part(". ", &details.impact);
        events.push(event(to, EventKind::Provision, &format!("{name}: ended{measure}{impact}")));
    }
}

/// One that is kept private is told as such, so that nobody reads it out.
fn tell_entry(entry: &EntryDetails, work: &str, events: &mut Vec<TimelineEvent>) {
    let what = match (work.trim(), entry.text.trim()) {
        ("", "") => "Something was done".to_owned(),
        (work, "") => work.to_owned(),
        ("", text) => text.to_owned(),
        (work, text) => format!("{work}: {text}"),
    };
    let private = if entry.private { "Private. " } else { "" };
    let what = what.trim_end_matches('.');
    events.push(event(entry.date, EventKind::Entry, &format!("{private}{what} ({} min)", entry.minutes)));
}

/// A text with something before it; nothing where it is empty.
fn part(before: &str, text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text => format!("{before}{text}"),
    }
}

/// An event, its sentence on one line and with a full stop.
fn event(date: NaiveDate, kind: EventKind, words: &str) -> TimelineEvent {
    let mut sentence = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    TimelineEvent { date, kind, sentence }
}

#[cfg(test)]
mod tests;
