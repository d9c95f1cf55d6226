//! A child's plan: what it says stands in its rounds of assess, plan, do, review, one after another.
//!
//! Kinds of plan are data of the rules, or the school's own. A plan agrees a clear date for its review (Code 6.51); a
//! round that was reviewed never changes, and the next begins from it.

mod check;
mod kind;
mod review;

pub(crate) use check::check_area;
pub use kind::{PlanKind, PlanKindChoice, PlanKindDetails, own_key, own_kind};
pub use review::{Next, OutcomeReview, PlanReview};

use crate::ids::{CycleId, OutcomeId, PlanId, PupilId, StrategyId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A child's plan as a person types it, with its open round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanForm {
    /// A key of the rules' plan kinds, or `own-` and the number of one of the school's.
    pub kind: String,
    /// What it is called; empty: what its kind is called.
    pub title: String,
    /// The round that is open.
    pub cycle: CycleForm,
}

/// One round as a person types it: assess, plan and do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CycleForm {
    /// First day.
    pub from: NaiveDate,
    /// The day it is to be reviewed by.
    pub review_on: NaiveDate,
    /// What is known: strengths, needs, what was tried.
    pub assess: String,
    /// The child's views.
    pub child_views: String,
    /// The family's views.
    pub family_views: String,
    /// How it goes, while it goes.
    pub doing: String,
    /// What it is to bring about, most important first.
    pub outcomes: Vec<PlanOutcome>,
    /// What is done for it.
    pub strategies: Vec<Strategy>,
}

/// What a plan is to bring about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanOutcome {
    /// Its identity; none while it is new.
    pub id: Option<OutcomeId>,
    /// What the child will do, know or be able to.
    pub text: String,
    /// A key of the rules' broad areas; empty for none.
    pub area: String,
    /// How it will be known.
    pub success: String,
    /// How far it came, once somebody said.
    pub progress: OutcomeProgress,
    /// What was seen of it.
    pub came: String,
}

/// How far an outcome came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeProgress {
    /// Nobody has said.
    #[default]
    #[serde(rename = "")]
    Unsaid,
    /// No progress.
    None,
    /// Some progress.
    Some,
    /// Met.
    Met,
}

impl OutcomeProgress {
    /// In words, for a sentence: `some progress`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Unsaid => "nothing said yet",
            Self::None => "no progress yet",
            Self::Some => "some progress",
            Self::Met => "met",
        }
    }
}

/// A strategy, or provision, that a plan names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Strategy {
    /// Its identity; none while it is new.
    pub id: Option<StrategyId>,
    /// The outcome it serves, by its place in the list of outcomes from 0; none: all of them.
    pub outcome: Option<u32>,
    /// What is done.
    pub text: String,
    /// By whom.
    pub who: String,
    /// Where.
    pub place: String,
    /// How often, and how long.
    pub how_often: String,
}

/// One round of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cycle {
    /// Its identity.
    pub id: CycleId,
    /// 1 for the first.
    pub number: u32,
    /// When it was reviewed; none while it is open.
    pub reviewed_on: Option<NaiveDate>,
    /// What came of it.
    pub review: String,
    /// What it says.
    #[serde(flatten)]
    pub form: CycleForm,
}

/// A child's plan, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SupportPlan {
    /// Its identity.
    pub id: PlanId,
    /// Whose.
    pub pupil: PupilId,
    /// A key of the rules' plan kinds, or `own-` and the number of one of the school's.
    pub kind: String,
    /// What it is called; empty: what its kind is called.
    pub title: String,
    /// First day.
    pub from: NaiveDate,
    /// The first day it no longer held.
    pub to: Option<NaiveDate>,
    /// Why it ended; may be empty.
    pub why_ended: String,
    /// Its rounds, the newest first.
    pub cycles: Vec<Cycle>,
}

impl SupportPlan {
    /// The round that has not been reviewed.
    pub fn open(&self) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| cycle.reviewed_on.is_none())
    }

    /// The day it is to be reviewed by, while it holds.
    pub fn next_review(&self) -> Option<NaiveDate> {
        if self.to.is_some() { None } else { self.open().map(|cycle| cycle.form.review_on) }
    }
}

#[cfg(test)]
mod tests;
