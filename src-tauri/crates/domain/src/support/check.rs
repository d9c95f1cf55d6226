//! What a plan may say, and what is worth saying of it.

use super::{CycleForm, OutcomeProgress, PlanForm, PlanKindChoice, SupportPlan};
use crate::codes::RulePack;
use crate::text::{at_most, count, long_date, near};
use crate::{Fault, Outcome};
use chrono::{Days, NaiveDate};

/// Characters of a long text: a page and a half of print.
pub(super) const LONG: usize = 8_000;
const TEXT: usize = 1_000;
const SHORT: usize = 200;
const MOST_OUTCOMES: usize = 12;
const MOST_STRATEGIES: usize = 40;
const WEEKS_AHEAD: u64 = 104;

impl PlanForm {
    /// Refuses a kind of plan that is none or is no longer offered, and what [`CycleForm::check`] refuses.
    pub fn check(&self, kinds: &[PlanKindChoice], today: NaiveDate) -> Outcome<()> {
        if !kinds.iter().any(|kind| kind.key == self.kind) {
            return Err(Fault::new("plan.kind", "Choose a kind of plan first. Nothing was changed.").at("kind"));
        }
        at_most(&self.title, SHORT, "title")?;
        self.cycle.check(today).map_err(|fault| {
            let field = fault.field.clone().map_or_else(|| "cycle".to_owned(), |field| format!("cycle.{field}"));
            fault.at(field)
        })
    }
}

impl CycleForm {
    /// Refuses a round without a day to review it after it begins and within two years, outcomes and strategies that
    /// say nothing, more than 12 or 40 of them, and texts that are too long.
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        near(self.from, today, "from")?;
        check_review_on(self.from, self.review_on, "review_on")?;
        for (text, field) in [
            (&self.assess, "assess"),
            (&self.child_views, "child_views"),
            (&self.family_views, "family_views"),
            (&self.doing, "doing"),
        ] {
            at_most(text, LONG, field)?;
        }
        few(self.outcomes.len(), MOST_OUTCOMES, "outcomes")?;
        few(self.strategies.len(), MOST_STRATEGIES, "strategies")?;
        for (i, outcome) in self.outcomes.iter().enumerate() {
            let at = |field: &str| format!("outcomes.{i}.{field}");
            said(&outcome.text, "outcome", &at("text"))?;
            at_most(&outcome.text, TEXT, &at("text"))?;
            at_most(&outcome.success, TEXT, &at("success"))?;
            at_most(&outcome.came, TEXT, &at("came"))?;
            check_area(&outcome.area, &at("area"))?;
        }
        for (i, strategy) in self.strategies.iter().enumerate() {
            let at = |field: &str| format!("strategies.{i}.{field}");
            said(&strategy.text, "strategy", &at("text"))?;
            at_most(&strategy.text, TEXT, &at("text"))?;
            for (text, field) in
                [(&strategy.who, "who"), (&strategy.place, "place"), (&strategy.how_often, "how_often")]
            {
                at_most(text, SHORT, &at(field))?;
            }
            if strategy.outcome.is_some_and(|place| place as usize >= self.outcomes.len()) {
                return Err(Fault::new("strategy.outcome", "Choose which outcome that is for. Nothing was changed.")
                    .at(at("outcome")));
            }
        }
        Ok(())
    }
}

impl SupportPlan {
    /// What is worth saying of a plan today, in sentences. Nothing of it stops any work.
    pub fn notices(&self, kind: Option<&PlanKindChoice>, today: NaiveDate) -> Vec<String> {
        let (None, Some(cycle)) = (self.to, self.open()) else { return Vec::new() };
        let form = &cycle.form;
        let mut notices = Vec::new();
        if form.review_on < today {
            notices.push(format!("Its review was due on {}.", long_date(form.review_on)));
        }
        if let Some((kind, most)) = kind.and_then(|kind| kind.most_weeks.map(|most| (kind, most)))
            && form.from.checked_add_days(Days::new(u64::from(most) * 7)).is_some_and(|latest| latest < form.review_on)
        {
            let weeks = count(most, "week", "weeks");
            notices.push(format!("Its review is more than {weeks} after it began ({}).", kind.source));
        }
        for (missing, what) in [
            (form.outcomes.is_empty(), "No outcome is agreed yet."),
            (form.child_views.trim().is_empty(), "The child's views are not written down yet."),
            (form.family_views.trim().is_empty(), "The family's views are not written down yet."),
        ] {
            if missing {
                notices.push(what.to_owned());
            }
        }
        notices
    }

    /// How many outcomes the round before the open one had, and how many of them were met.
    pub fn last_came_to(&self) -> Option<(usize, usize)> {
        let last = self.cycles.iter().find(|cycle| cycle.reviewed_on.is_some())?;
        let met = last.form.outcomes.iter().filter(|outcome| outcome.progress == OutcomeProgress::Met).count();
        Some((last.form.outcomes.len(), met))
    }
}

/// A day to review on: after the first day, and within two years of it.
pub(super) fn check_review_on(from: NaiveDate, review_on: NaiveDate, field: &str) -> Outcome<()> {
    let last = from.checked_add_days(Days::new(WEEKS_AHEAD * 7)).unwrap_or(from);
    if review_on <= from || review_on > last {
        return Err(Fault::new(
            "cycle.review_on",
            "Each round needs a day to review it by, after its first day and within two years of it. Nothing was changed.",
        )
        .at(field));
    }
    Ok(())
}

/// An area of the rules, or none.
pub(crate) fn check_area(area: &str, field: &str) -> Outcome<()> {
    if area.is_empty() || RulePack::england().area(area).is_some() {
        return Ok(());
    }
    Err(Fault::new("area.unknown", "There is no such area of need. Nothing was changed.").at(field))
}

fn said(text: &str, what: &str, field: &str) -> Outcome<()> {
    if text.trim().is_empty() {
        let message = format!("Write the {what} in a few words, or take its line away. Nothing was changed.");
        return Err(Fault::new("plan.unsaid", message).at(field));
    }
    Ok(())
}

fn few(count: usize, most: usize, field: &str) -> Outcome<()> {
    if count > most {
        let message = format!("A plan can have {most} {field} at most; three or four are read. Nothing was changed.");
        return Err(Fault::new("plan.too_many", message).at(field));
    }
    Ok(())
}
