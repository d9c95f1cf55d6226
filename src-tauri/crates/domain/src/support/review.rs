//! Reviewing a round: what came of it, and the next one made from it.

use super::check::{LONG, check_review_on};
use super::{Cycle, CycleForm, OutcomeProgress, PlanOutcome, Strategy};
use crate::ids::OutcomeId;
use crate::text::{at_most, long_date, near};
use crate::{Fault, Outcome};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What came of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanReview {
    /// The day it was reviewed.
    pub reviewed_on: NaiveDate,
    /// What came of it as a whole.
    pub review: String,
    /// How far each of its outcomes came.
    pub outcomes: Vec<OutcomeReview>,
    /// What follows.
    pub next: Next,
}

/// How far an outcome came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutcomeReview {
    /// Which.
    pub outcome: OutcomeId,
    /// How far.
    pub progress: OutcomeProgress,
    /// What was seen of it.
    pub came: String,
}

/// What follows on a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "then", rename_all = "snake_case")]
pub enum Next {
    /// Another round, made from this one.
    Goes {
        /// The day it is to be reviewed by; none: as many weeks on as the kind of plan proposes.
        review_on: Option<NaiveDate>,
    },
    /// The plan ends.
    Ends {
        /// Why.
        why: String,
    },
}

impl PlanReview {
    /// Refuses a review before the round began or after today, one that says nothing of an outcome, and one of another
    /// round's outcomes.
    pub fn check(&self, cycle: &Cycle, today: NaiveDate) -> Outcome<()> {
        near(self.reviewed_on, today, "reviewed_on")?;
        if self.reviewed_on < cycle.form.from || self.reviewed_on > today {
            return Err(Fault::new(
                "review.date",
                "A review is written down on its day or after, and not before the round began. Nothing was changed.",
            )
            .at("reviewed_on"));
        }
        at_most(&self.review, LONG, "review")?;
        for (i, said) in self.outcomes.iter().enumerate() {
            if !cycle.form.outcomes.iter().any(|outcome| outcome.id == Some(said.outcome)) {
                return Err(Fault::new(
                    "review.stale",
                    "The plan was changed meanwhile. Nothing was changed; open the review again.",
                )
                .at(format!("outcomes.{i}.outcome")));
            }
            at_most(&said.came, 1_000, &format!("outcomes.{i}.came"))?;
        }
        for (i, outcome) in cycle.form.outcomes.iter().enumerate() {
            let said = self.outcomes.iter().find(|said| Some(said.outcome) == outcome.id);
            if said.is_none_or(|said| said.progress == OutcomeProgress::Unsaid) {
                return Err(Fault::new(
                    "review.progress",
                    "Say of each outcome how far it came: no progress yet, some, or met. Nothing was changed.",
                )
                .at(format!("outcomes.{i}.progress")));
            }
        }
        match &self.next {
            Next::Goes { review_on: Some(day) } => check_review_on(self.reviewed_on, *day, "next.review_on"),
            Next::Goes { review_on: None } => Ok(()),
            Next::Ends { why } => at_most(why, 400, "next.why"),
        }
    }

    /// The round as it was read out: with what came of each outcome.
    pub fn of(&self, cycle: &Cycle) -> CycleForm {
        let mut form = cycle.form.clone();
        for outcome in &mut form.outcomes {
            if let Some(said) = self.outcomes.iter().find(|said| Some(said.outcome) == outcome.id) {
                outcome.progress = said.progress;
                outcome.came.clone_from(&said.came);
            }
        }
        form
    }

    /// The round that follows: outcomes not met and what is done for them, with what was reviewed as what is known.
    /// None where the plan ends. The views of child and family are asked for afresh.
    pub fn next(&self, cycle: &Cycle, review_weeks: u32) -> Option<CycleForm> {
        let Next::Goes { review_on } = self.next else { return None };
        let from = self.reviewed_on;
        let proposed = from.checked_add_days(Days::new(u64::from(review_weeks) * 7)).unwrap_or(from);
        let reviewed = self.of(cycle);
        let goes_on: Vec<usize> =
            (0..reviewed.outcomes.len()).filter(|i| reviewed.outcomes[*i].progress != OutcomeProgress::Met).collect();
        let outcomes = goes_on.iter().map(|i| PlanOutcome {
            id: None,
            progress: OutcomeProgress::Unsaid,
            came: String::new(),
            ..reviewed.outcomes[*i].clone()
        });
        let strategies = reviewed.strategies.iter().filter_map(|strategy| {
            let outcome = match strategy.outcome {
                None => None,
                Some(old) => Some(goes_on.iter().position(|i| *i == old as usize)? as u32),
            };
            Some(Strategy { id: None, outcome, ..strategy.clone() })
        });
        Some(CycleForm {
            from,
            review_on: review_on.unwrap_or(proposed),
            assess: self.known(&reviewed),
            child_views: String::new(),
            family_views: String::new(),
            doing: String::new(),
            outcomes: outcomes.collect(),
            strategies: strategies.collect(),
        })
    }

    /// What is known at the start of the next round.
    fn known(&self, reviewed: &CycleForm) -> String {
        let mut lines = vec![format!("Reviewed on {}. {}", long_date(self.reviewed_on), self.review.trim())];
        for outcome in &reviewed.outcomes {
            let text = outcome.text.trim().trim_end_matches('.');
            let came = format!("{text}: {}. {}", outcome.progress.words(), outcome.came.trim());
            lines.push(came.trim_end().to_owned());
        }
        let whole = lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
        whole.chars().take(LONG).collect()
    }
}
