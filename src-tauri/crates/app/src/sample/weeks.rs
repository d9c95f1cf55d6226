//! Weeks as they happen in the sample: a plan, and a truthful account beside it that reconciles.

use super::people::Enrolled;
use super::phrases::{EVENINGS, INTERRUPTIONS, LOST_LUNCH, USUAL_WEEK, Usual};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use daybook_domain::Outcome;
use daybook_domain::activity::Activity;
use daybook_domain::breaks::{BreakMark, BreakState};
use daybook_domain::calendar::{Calendar, DayKind, days_of_week};
use daybook_domain::clock::Clock;
use daybook_domain::entry::{EntryDetails, EntryKind, Place};
use daybook_domain::ids::{ActivityId, BlockId, PupilId, SchoolId};
use daybook_domain::plan::{BlockDetails, BlockState};
use daybook_store::Writer;
use fastrand::Rng;

/// What stays the same from week to week, and where chance stands.
pub struct Scene<'a> {
    /// The school.
    pub school: SchoolId,
    /// Nothing after this has happened yet.
    pub now: NaiveDateTime,
    /// Kinds of work.
    pub activities: &'a [Activity],
    /// Pupils that work is about.
    pub pupils: &'a [Enrolled],
    /// Short entries a week holds besides.
    pub short: u32,
    /// Chance.
    pub chance: Rng,
}

impl Scene<'_> {
    /// Plays one week: lays its plan, writes what happened until now, freezes it, and closes it if it is over.
    pub fn play(&mut self, tx: &Writer<'_>, monday: NaiveDate, calendar: &Calendar) -> Outcome<()> {
        for usual in &USUAL_WEEK {
            let date = monday + Days::new(u64::from(usual.0.num_days_from_monday()));
            if calendar.kind_of(date) == DayKind::Open && self.chance.u8(..12) != 0 {
                self.play_block(tx, date, usual)?;
            }
        }
        for date in days_of_week(monday) {
            if calendar.kind_of(date) == DayKind::Open && self.is_over(date, Clock::at(17, 0)) {
                self.play_edges(tx, date)?;
            }
        }
        for _ in 0..self.short {
            let date = monday + Days::new(self.chance.u64(..5));
            if self.is_over(date, Clock::at(17, 0)) {
                let minutes = self.chance.u32(1..4);
                let entry = self.interruption(date, None, minutes, false);
                tx.entries().insert(self.school, &entry)?;
            }
        }
        tx.weeks().freeze(self.school, monday, monday.and_time(at(Clock::at(8, 5))))?;
        let friday = monday + Days::new(4);
        if self.is_over(friday, Clock::at(17, 0)) {
            tx.weeks().close(self.school, monday, friday.and_time(at(Clock::at(16, 5))))?;
        }
        Ok(())
    }

    /// One block of the plan, and what became of it.
    fn play_block(&mut self, tx: &Writer<'_>, date: NaiveDate, usual: &Usual) -> Outcome<()> {
        let Usual(_, (hour, minute), minutes, activity, title, about) = usual;
        let block = BlockDetails {
            date,
            start: Clock::at(*hour, *minute),
            minutes: *minutes,
            title: (*title).to_owned(),
            activity: self.activity(activity),
            place: Place::School,
            pupils: if *about { vec![self.pupil().0] } else { Vec::new() },
        };
        let id = tx.blocks().insert(self.school, &block)?;
        if !self.is_over(date, Clock::new(block.start.minutes() + block.minutes)?) {
            return Ok(());
        }
        match self.chance.u8(..10) {
            0..=5 => self.happen(tx, &block, id, &[(0, block.minutes)], EntryKind::AsPlanned),
            6 | 7 if block.minutes >= 40 => {
                let lost = self.chance.u32(2..5) * 5;
                let entry = self.interruption(date, Some(block.start.minutes() + 15), lost, true);
                tx.entries().insert(self.school, &entry)?;
                self.happen(tx, &block, id, &[(0, 15), (15 + lost, block.minutes - 15 - lost)], EntryKind::Changed)
            }
            6..=8 => self.happen(tx, &block, id, &[(0, block.minutes - 10)], EntryKind::Changed),
            _ => {
                tx.blocks().set_state(id, &BlockState::NotDone { why: String::new(), still_needed: true })?;
                let mut entry = self.interruption(date, Some(block.start.minutes()), block.minutes, true);
                entry.displaced = Some(id);
                tx.entries().insert(self.school, &entry).map(|_| ())
            }
        }
    }

    /// What lies around the plan: a lost lunch, an evening at home, something captured in haste today.
    fn play_edges(&mut self, tx: &Writer<'_>, date: NaiveDate) -> Outcome<()> {
        if self.chance.u8(..4) == 0 {
            let why = LOST_LUNCH[self.chance.usize(..LOST_LUNCH.len())].to_owned();
            let part = self.chance.bool();
            let state = if part { BreakState::Part } else { BreakState::Missed };
            tx.breaks().mark(
                self.school,
                &BreakMark { date, name: "Lunch".to_owned(), state, taken: if part { 15 } else { 0 }, why },
            )?;
        }
        if self.chance.u8(..5) < 2 {
            let (text, activity) = EVENINGS[self.chance.usize(..EVENINGS.len())];
            let entry = EntryDetails {
                start: Some(Clock::at(19, 30)),
                minutes: self.chance.u32(2..8) * 15,
                text: text.to_owned(),
                activity: Some(self.activity(activity)),
                place: Place::Home,
                private: self.chance.u8(..8) == 0,
                ..blank(date, EntryKind::Extra)
            };
            tx.entries().insert(self.school, &entry)?;
        }
        if date == self.now.date() || (self.now.date() - date).num_days() == 1 {
            let mut entry = self.interruption(date, Some(16 * 60 + 20), 10, false);
            entry.activity = None;
            entry.provisional = true;
            tx.entries().insert(self.school, &entry)?;
        }
        Ok(())
    }

    fn happen(
        &mut self,
        tx: &Writer<'_>,
        block: &BlockDetails,
        id: BlockId,
        parts: &[(u32, u32)],
        kind: EntryKind,
    ) -> Outcome<()> {
        let state = if kind == EntryKind::AsPlanned { BlockState::AsPlanned } else { BlockState::Changed };
        tx.blocks().set_state(id, &state)?;
        for (after, minutes) in parts.iter().filter(|(_, minutes)| *minutes > 0) {
            let entry = EntryDetails {
                start: Some(Clock::new(block.start.minutes() + after)?),
                minutes: *minutes,
                text: block.title.clone(),
                activity: Some(block.activity),
                block: Some(id),
                pupils: block.pupils.clone(),
                ..blank(block.date, kind)
            };
            tx.entries().insert(self.school, &entry)?;
        }
        Ok(())
    }

    fn interruption(&mut self, date: NaiveDate, start: Option<u32>, minutes: u32, named: bool) -> EntryDetails {
        let (who, what, activity) = INTERRUPTIONS[self.chance.usize(..INTERRUPTIONS.len())];
        let (pupil, forename) = self.pupil();
        let about = what.contains("{}");
        EntryDetails {
            start: start.and_then(|start| Clock::new(start).ok()),
            minutes,
            text: what.replace("{}", if named { &forename } else { "a pupil" }),
            activity: Some(self.activity(activity)),
            interrupted_by: Some(who.to_owned()),
            pupils: if about && named { vec![pupil] } else { Vec::new() },
            ..blank(date, EntryKind::Interruption)
        }
    }

    fn pupil(&mut self) -> (PupilId, String) {
        let pupil = &self.pupils[self.chance.usize(..self.pupils.len())];
        (pupil.id, pupil.forename.clone())
    }

    fn activity(&self, name: &str) -> ActivityId {
        self.activities.iter().find(|activity| activity.name == name).map_or(ActivityId(1), |activity| activity.id)
    }

    fn is_over(&self, date: NaiveDate, end: Clock) -> bool {
        (date, end.minutes()) <= (self.now.date(), self.now.hour() * 60 + self.now.minute())
    }
}

fn blank(date: NaiveDate, kind: EntryKind) -> EntryDetails {
    EntryDetails {
        date,
        start: None,
        minutes: 1,
        text: String::new(),
        activity: None,
        place: Place::School,
        kind,
        block: None,
        interrupted_by: None,
        displaced: None,
        pupils: Vec::new(),
        private: false,
        provisional: false,
    }
}

fn at(clock: Clock) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt((clock.minutes() % 1440) * 60, 0).unwrap_or_default()
}
