//! What is put on for a child that is additional to or different from what others have (Code 6.73): an intervention with
//! its dose, its cost and what it changed.

mod weeks;

pub use weeks::{SchoolWeeks, school_weeks};

use crate::calendar::Calendar;
use crate::cost::Exact;
use crate::flags::same_name;
use crate::ids::{InterventionId, PlanId, ProvisionId, PupilId};
use crate::support::check_area;
use crate::text::{at_most, count, near};
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a school puts on, as a person names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InterventionDetails {
    /// What it is called.
    pub name: String,
    /// A key of the rules' broad areas; empty for none.
    pub area: String,
    /// No longer offered; provision of it stays.
    pub retired: bool,
}

/// What a school puts on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Intervention {
    /// Its identity.
    pub id: InterventionId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: InterventionDetails,
}

/// What is put on for a child, as a person types it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProvisionDetails {
    /// The intervention by its name; one nobody has used yet is made.
    pub intervention: String,
    /// The broad area of an intervention that is new; one there is keeps its own.
    pub area: String,
    /// The plan it belongs to, if it does.
    pub plan: Option<PlanId>,
    /// Who gives it.
    pub staff: String,
    /// What its group is called; empty where it has no name.
    pub group_name: String,
    /// Children in a session, this one among them: 1 to 99.
    pub group_size: u32,
    /// Sessions in `every_weeks` weeks: 1 to 50.
    pub sessions: u32,
    /// 1 to 12.
    pub every_weeks: u32,
    /// Minutes of a session: 1 to 480.
    pub minutes: u32,
    /// First day.
    pub from: NaiveDate,
    /// School weeks it is meant to run: 1 to 104.
    pub weeks: u32,
    /// The first day it no longer ran, where it has ended.
    pub to: Option<NaiveDate>,
    /// What a session costs for the whole group, in pence; none where nobody said.
    pub pence: Option<u32>,
    /// What is measured.
    pub measure: String,
    /// The measure at the start.
    pub entry: String,
    /// The measure at the end.
    pub exit: String,
    /// What it changed.
    pub impact: String,
}

/// What is put on for a child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Provision {
    /// Its identity.
    pub id: ProvisionId,
    /// Whose.
    pub pupil: PupilId,
    /// Which intervention it is of.
    pub intervention_id: InterventionId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: ProvisionDetails,
}

/// Where a provision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Running {
    /// It has not begun.
    ToCome,
    /// It runs.
    Now,
    /// It has run for all the weeks it was meant to.
    Over,
    /// It was ended.
    Ended,
}

/// What a provision costs, in whole pence, and from what that is counted. Costs to date and for the full run are two
/// figures and are never added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cost {
    /// Sessions counted until today.
    pub sessions_to_date: u32,
    /// Sessions of the full run.
    pub sessions_full_run: u32,
    /// Until today, for the whole group.
    pub to_date: u64,
    /// For the full run, for the whole group.
    pub full_run: u64,
    /// This child's share until today, rounded half up.
    pub share_to_date: u64,
    /// This child's share of the full run, rounded half up.
    pub share_full_run: u64,
}

impl InterventionDetails {
    /// Refuses an intervention without a name, with one that another has, or of no area there is.
    pub fn check<'a>(&self, others: impl IntoIterator<Item = &'a str>) -> Outcome<()> {
        check_name(&self.name, "name")?;
        check_area(&self.area, "area")?;
        if others.into_iter().any(|other| same_name(other, &self.name)) {
            return Err(Fault::new(
                "intervention.twice",
                "There is an intervention of that name already. Nothing was changed; choose another name.",
            )
            .at("name"));
        }
        Ok(())
    }
}

impl ProvisionDetails {
    /// Refuses provision of nothing, dates and doses that cannot be, and texts that are too long.
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        check_name(&self.intervention, "intervention")?;
        check_area(&self.area, "area")?;
        near(self.from, today, "from")?;
        if self.to.is_some_and(|to| to < self.from) {
            return Err(
                Fault::new("provision.backwards", "It cannot end before it began. Nothing was changed.").at("to")
            );
        }
        for (number, (least, most), field, what) in [
            (self.group_size, (1, 99), "group_size", "A session can have 1 to 99 children"),
            (self.sessions, (1, 50), "sessions", "There can be 1 to 50 sessions"),
            (self.every_weeks, (1, 12), "every_weeks", "Sessions can come in every 1 to 12 weeks"),
            (self.minutes, (1, 480), "minutes", "A session can have 1 to 480 minutes"),
            (self.weeks, (1, 104), "weeks", "It can be meant for 1 to 104 school weeks"),
            (self.pence.unwrap_or(0), (0, 10_000_000), "pence", "A session can cost up to £100,000"),
        ] {
            if !(least..=most).contains(&number) {
                return Err(Fault::new("provision.number", format!("{what}. Nothing was changed.")).at(field));
            }
        }
        for (text, most, field) in [
            (&self.staff, 200, "staff"),
            (&self.group_name, 100, "group_name"),
            (&self.measure, 200, "measure"),
            (&self.entry, 200, "entry"),
            (&self.exit, 200, "exit"),
            (&self.impact, 2_000, "impact"),
        ] {
            at_most(text, most, field)?;
        }
        Ok(())
    }

    /// School weeks until today: of those since it began, until it ended or for as long as it is meant to run.
    pub fn weeks_to_date(&self, calendar: &Calendar, today: NaiveDate) -> SchoolWeeks {
        let last = self.to.and_then(|to| to.pred_opt()).map_or(today, |last| last.min(today));
        let elapsed = school_weeks(calendar, self.from, last);
        SchoolWeeks { weeks: elapsed.weeks.min(self.weeks), ..elapsed }
    }

    /// The same as far as a child was on roll who left after this day: what nobody ended ended then. It is for reckoning
    /// alone; the record keeps what was written down.
    pub fn while_on_roll(&self, last: Option<NaiveDate>) -> Self {
        let left = last.and_then(|last| last.succ_opt()).map(|left| left.max(self.from));
        Self { to: self.to.into_iter().chain(left).min(), ..self.clone() }
    }

    /// Where it stands, after so many school weeks to date.
    pub fn running(&self, weeks_to_date: u32, today: NaiveDate) -> Running {
        match self.to {
            Some(to) if to <= today => Running::Ended,
            _ if self.from > today => Running::ToCome,
            _ if weeks_to_date >= self.weeks => Running::Over,
            _ => Running::Now,
        }
    }

    /// Sessions in so many school weeks. A stretch of weeks that has begun counts the sessions that fall to it, rounded
    /// up: one every two weeks has had two in the third week.
    pub fn sessions_in(&self, weeks: u32) -> u32 {
        (weeks * self.sessions).div_ceil(self.every_weeks.max(1))
    }

    /// What it costs; none where nobody said what a session costs.
    pub fn cost(&self, weeks_to_date: u32) -> Option<Cost> {
        let sessions_to_date = self.sessions_in(weeks_to_date.min(self.weeks));
        let sessions_full_run = self.sessions_in(self.weeks);
        let (to_date, full_run) = (self.group_cost(sessions_to_date)?, self.group_cost(sessions_full_run)?);
        Some(Cost {
            sessions_to_date,
            sessions_full_run,
            to_date,
            full_run,
            share_to_date: Exact::share(to_date, self.group_size).rounded(),
            share_full_run: Exact::share(full_run, self.group_size).rounded(),
        })
    }

    /// Minutes of sessions a week, exactly.
    pub fn minutes_a_week(&self) -> Exact {
        Exact::share(u64::from(self.sessions) * u64::from(self.minutes), self.every_weeks)
    }

    /// The dose in words: `3 times a week, 20 minutes`.
    pub fn dose(&self) -> String {
        let times = match self.sessions {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            n => format!("{n} times"),
        };
        let every = match self.every_weeks {
            1 => "a week".to_owned(),
            n => format!("every {n} weeks"),
        };
        format!("{times} {every}, {}", count(self.minutes, "minute", "minutes"))
    }

    fn group_cost(&self, sessions: u32) -> Option<u64> {
        self.pence.map(|pence| u64::from(sessions) * u64::from(pence))
    }
}

fn check_name(name: &str, field: &str) -> Outcome<()> {
    if name.trim().is_empty() {
        return Err(Fault::new("intervention.no_name", "An intervention needs a name. Nothing was changed.").at(field));
    }
    at_most(name.trim(), 120, field)
}

#[cfg(test)]
mod tests;
