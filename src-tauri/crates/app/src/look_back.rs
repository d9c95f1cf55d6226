//! Looking back: where the time of many weeks went, and the entries behind each of its figures.

use crate::burden;
use crate::session::Session;
use crate::wire::{
    AskLookBack, AskLookBackEntries, EntryBack, GroupBack, LookBackChoice, LookBackEntries, LookBackOf, LookBackView,
};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::calendar::{AcademicYear, Calendar, monday_of};
use daybook_domain::changed::Changed;
use daybook_domain::entry::{Entry, EntryKind};
use daybook_domain::ids::{ActivityId, EntryId, PupilId, SchoolId};
use daybook_domain::look_back::{By, Ground, Group, Key, Row, Share, Stretch, look_back};
use daybook_domain::story::EntryStory;
use daybook_store::{Op, Reader};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The name the choice is kept under.
const CHOSEN: &str = "look_back";

/// The most entries of a figure that are listed.
const MOST_LISTED: usize = 500;

pub(crate) fn get(session: &mut Session, ask: AskLookBack) -> Outcome<LookBackView> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let choice = match ask.choice {
        Some(choice) => choice,
        None => read.settings().get(CHOSEN)?.unwrap_or(USUAL),
    };
    let (days, known) = days_of(&read, school, choice.stretch, today)?;
    let seen = Seen::of(&read, school, days, choice.by)?;
    let back = look_back(&seen.rows, choice.by, days, &seen.ground.given(days), choice.private);
    let children: BTreeSet<PupilId> = back.groups.iter().filter_map(|group| child(&group.key)).collect();
    let pupils = if children.is_empty() { Vec::new() } else { read.register().rows_of(&children, today)? };
    Ok(LookBackView {
        choice,
        from: days.0,
        to: days.1,
        known,
        groups: back.groups.into_iter().map(|group| told(group, &seen.ground, days.1)).collect(),
        weeks: back.weeks,
        minutes: back.minutes,
        given: back.given,
        left_out: back.left_out,
        pupils,
        burden: burden::view(&read, school, days, &seen.ground, today)?,
    })
}

pub(crate) fn entries(session: &mut Session, ask: AskLookBackEntries) -> Outcome<LookBackEntries> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let LookBackChoice { by, stretch, private } = ask.choice;
    let (days, _) = days_of(&read, school, stretch, today)?;
    let seen = Seen::of(&read, school, days, by)?;
    let back = look_back(&seen.rows, by, days, &BTreeMap::new(), private);
    let rows: HashMap<EntryId, &Row> = seen.rows.iter().map(|row| (row.entry, row)).collect();
    let outside = |id: EntryId| rows.get(&id).map_or(0, |row| row.out_of_hours);
    let within = |row: &Row| ask.week.is_none_or(|week| monday_of(row.date) == week);
    let mut shares: BTreeMap<(NaiveDate, EntryId), u32> = BTreeMap::new();
    for group in back.groups.iter().filter(|group| ask.of.holds(&group.key)) {
        for Share { entry, minutes } in &group.entries {
            let Some(row) = rows.get(entry).filter(|row| within(row)) else { continue };
            *shares.entry((row.date, *entry)).or_default() += minutes;
        }
    }
    match ask.of {
        LookBackOf::OutOfHours => shares.iter_mut().for_each(|((_, id), minutes)| *minutes = outside(*id)),
        LookBackOf::Interruptions => shares.retain(|(_, id), _| interrupts(&rows, *id)),
        LookBackOf::All | LookBackOf::Group { .. } => {}
    }
    // A child whose share of a minute came to none is still one the entry was about.
    shares.retain(|_, minutes| *minutes > 0 || matches!(ask.of, LookBackOf::Group { .. }));
    let earlier = shares.len().saturating_sub(MOST_LISTED);
    let listed: BTreeMap<EntryId, u32> =
        shares.iter().skip(earlier).map(|((_, id), minutes)| (*id, *minutes)).collect();
    let ids: Vec<EntryId> = listed.keys().copied().collect();
    let found = read.entries().some(&ids)?;
    let codes = case_codes(&read, &found, today)?;
    let back = |entry: Entry| EntryBack {
        date: entry.details.date,
        minutes: listed.get(&entry.id).copied().unwrap_or_default(),
        entry: story(&entry, outside(entry.id), &seen.ground, &codes),
    };
    Ok(LookBackEntries {
        minutes: shares.values().sum(),
        rows: found.into_iter().map(back).collect(),
        earlier: u32::try_from(earlier).unwrap_or(u32::MAX),
        earlier_minutes: shares.values().take(earlier).sum(),
    })
}

pub(crate) fn choose(session: &mut Session, choice: LookBackChoice) -> Outcome<Changed<()>> {
    let now = session.now();
    let op = Op::lasting("look_back_choose", "Way of looking back chosen");
    session.vault()?.transact(op, now, |tx| tx.settings().set(CHOSEN, &choice))
}

/// How it is looked back before anybody chose.
const USUAL: LookBackChoice = LookBackChoice { by: By::Activity, stretch: Stretch::HalfTerm, private: false };

/// From when to when, and whether the half-term that was asked for is known.
fn days_of(
    read: &Reader<'_>,
    school: SchoolId,
    stretch: Stretch,
    today: NaiveDate,
) -> Outcome<((NaiveDate, NaiveDate), bool)> {
    let AcademicYear(year) = AcademicYear::of(today);
    let last: Calendar = read.calendar().get(school, AcademicYear(year - 1))?;
    let calendar = last.followed_by(read.calendar().get(school, AcademicYear(year))?);
    let days = stretch.days(&calendar, today)?;
    Ok((days.unwrap_or_else(|| Stretch::otherwise(today)), days.is_some()))
}

/// The entries of some days, and what they stand on.
struct Seen {
    rows: Vec<Row>,
    ground: Ground,
}

impl Seen {
    fn of(read: &Reader<'_>, school: SchoolId, days: (NaiveDate, NaiveDate), by: By) -> Outcome<Self> {
        let ground = read.ground_of(school, days)?;
        let rows = ground.rows(read.noted(school, days, by == By::Child)?);
        Ok(Self { rows, ground })
    }
}

impl LookBackOf {
    /// Whether entries of this group may be in the figure.
    fn holds(&self, group: &Key) -> bool {
        match self {
            Self::Group { key } => key == group,
            Self::All | Self::Interruptions | Self::OutOfHours => true,
        }
    }
}

fn interrupts(rows: &HashMap<EntryId, &Row>, id: EntryId) -> bool {
    rows.get(&id).is_some_and(|row| row.kind == EntryKind::Interruption)
}

fn told(group: Group, ground: &Ground, last: NaiveDate) -> GroupBack {
    let name = match &group.key {
        Key::Activity { activity } => name_of(ground, last, *activity),
        Key::Purpose { purpose } => purpose.label().to_owned(),
        _ => String::new(),
    };
    let Group { key, minutes, interruptions, by_week, entries } = group;
    GroupBack { key, name, minutes, interruptions, by_week, entries: u32::try_from(entries.len()).unwrap_or(u32::MAX) }
}

fn name_of(ground: &Ground, day: NaiveDate, id: ActivityId) -> String {
    let now = ground.activities.iter().find(|activity| activity.id == id);
    now.or_else(|| ground.activity(day, id)).map(|activity| activity.name.clone()).unwrap_or_default()
}

fn child(key: &Key) -> Option<PupilId> {
    match key {
        Key::Child { pupil } => Some(*pupil),
        _ => None,
    }
}

fn case_codes(read: &Reader<'_>, entries: &[Entry], today: NaiveDate) -> Outcome<BTreeMap<PupilId, String>> {
    let ids: BTreeSet<PupilId> = entries.iter().flat_map(|entry| &entry.details.pupils).copied().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    Ok(read.register().rows_of(&ids, today)?.into_iter().map(|row| (row.id, row.case_code)).collect())
}

fn story(entry: &Entry, out_of_hours: u32, ground: &Ground, codes: &BTreeMap<PupilId, String>) -> EntryStory {
    let details = &entry.details;
    let activity = details.activity.and_then(|id| ground.activity(details.date, id)).map(|kind| kind.name.clone());
    let text = match details.text.trim() {
        "" => activity.clone().unwrap_or_else(|| "Nothing written".to_owned()),
        said => said.to_owned(),
    };
    EntryStory {
        id: entry.id,
        start: details.start,
        minutes: details.minutes,
        out_of_hours,
        text,
        activity,
        place: details.place,
        kind: details.kind,
        interrupted_by: details.interrupted_by.clone().filter(|who| !who.trim().is_empty()),
        displaced: None,
        case_codes: details.pupils.iter().filter_map(|pupil| codes.get(pupil).cloned()).collect(),
        private: details.private,
        provisional: details.provisional,
    }
}
