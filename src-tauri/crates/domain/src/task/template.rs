//! A line of the catalogue: what the job holds, how often, how long it takes and who says so, and what follows where it
//! is not done.

use super::{Anchor, Event, Frequency, Per, Rule, Stake, check_estimate};
use crate::ids::{ActivityId, TemplateId};
use crate::text::at_most;
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an estimate is from. What others published is never mixed up with what we propose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Somebody published it; the source says who.
    Published,
    /// A proposal of this app, to start from.
    Proposed,
    /// The SENCO's own.
    Own,
    /// Measured: the median of what such tasks took here.
    Measured,
}

/// A line of the catalogue as a person types it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateDetails {
    /// What is to be done.
    pub title: String,
    /// How often.
    pub frequency: Frequency,
    /// How long one takes, in minutes.
    pub estimate: u32,
    /// Where that figure is from.
    pub basis: Basis,
    /// The same in words; may be empty where it is her own.
    pub source: String,
    /// The kind of work.
    pub activity: ActivityId,
    /// One task for each of these.
    pub per: Per,
    /// The day it names.
    pub anchor: Anchor,
    /// How many calendar days before its day it appears on the list.
    pub lead_days: u32,
    /// It falls due in holidays too.
    pub in_holidays: bool,
    /// It stays on the list after its day, until somebody says what became of it.
    pub carries: bool,
    /// Who is let down where it is not done.
    pub stake: Stake,
    /// What follows where it is not done, in words.
    pub consequence: String,
    /// Nothing falls due before this day.
    pub from: NaiveDate,
}

/// A line of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Template {
    /// Its identity.
    pub id: TemplateId,
    /// What it says.
    #[serde(flatten)]
    pub details: TemplateDetails,
    /// Nothing falls due of it any more; what did stays.
    pub retired: bool,
}

impl TemplateDetails {
    /// Refuses a line without a title, a length of no minutes or more than 100 hours, and a day that does not go with how
    /// often it comes.
    pub fn check(&self) -> Outcome<()> {
        if self.title.trim().is_empty() {
            return Err(Fault::new("task.no_title", "Say in a few words what is to be done. Nothing was changed.")
                .at("details.title"));
        }
        at_most(&self.title, super::MOST_OF_A_TITLE, "details.title")?;
        at_most(&self.source, 300, "details.source")?;
        at_most(&self.consequence, super::MOST_OF_A_TEXT, "details.consequence")?;
        check_estimate(Some(self.estimate), "details.estimate")?;
        if self.lead_days > 366 {
            return Err(Fault::new(
                "task.lead",
                "A task can appear a year ahead at most. Choose fewer days; nothing was changed.",
            )
            .at("details.lead_days"));
        }
        if self.basis == Basis::Published && self.source.trim().is_empty() {
            return Err(Fault::new(
                "task.no_source",
                "A published figure needs the name of who published it. Type it, or call the figure your own; nothing was changed.",
            )
            .at("details.source"));
        }
        if self.per == Per::School && matches!(self.anchor, Anchor::Before { event: Event::PlanReview, .. }) {
            return Err(Fault::new(
                "task.whose_review",
                "The review of whose plan? Choose for whom there is one of these each time; nothing was changed.",
            )
            .at("details.per"));
        }
        let within = |fault: Fault| match fault.field.clone() {
            Some(field) => fault.at(format!("details.{field}")),
            None => fault,
        };
        self.per.check().and_then(|()| self.anchor.check(self.frequency)).map_err(within)
    }

    /// When it falls due.
    pub fn rule(&self) -> Rule {
        Rule { frequency: self.frequency, anchor: self.anchor, in_holidays: self.in_holidays, from: self.from }
    }

    /// How many days before its day such a task appears, where nobody said otherwise.
    pub fn usual_lead(frequency: Frequency) -> u32 {
        match frequency {
            Frequency::Daily | Frequency::AdHoc => 0,
            Frequency::Weekly => 6,
            Frequency::HalfTermly => 14,
            Frequency::Termly => 21,
            Frequency::Yearly => 42,
        }
    }
}
