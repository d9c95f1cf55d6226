//! Writing one round with its outcomes and strategies, touching only the rows that differ.

use super::Plans;
use crate::access::Write;
use crate::failure::gone;
use crate::sql::{json, word};
use daybook_domain::Outcome;
use daybook_domain::ids::{CycleId, OutcomeId, PlanId, StrategyId};
use daybook_domain::support::{Cycle, CycleForm, PlanOutcome, Strategy};
use rusqlite::params;

impl Plans<'_, Write> {
    pub(super) fn begin(&self, plan: PlanId, number: u32, form: &CycleForm) -> Outcome<CycleId> {
        let id = self.0.sql().insert(
            "INSERT INTO cycle
                 (plan_id, number, from_date, review_on, assess, child_views, family_views, doing, review)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '')",
            params![
                plan.0,
                number,
                form.from,
                form.review_on,
                form.assess,
                form.child_views,
                form.family_views,
                form.doing
            ],
        )?;
        self.write_lists(CycleId(id), form)?;
        Ok(CycleId(id))
    }

    pub(super) fn rewrite(&self, cycle: &Cycle, form: &CycleForm) -> Outcome<()> {
        self.0.sql().run(
            "UPDATE cycle SET from_date = ?2, review_on = ?3, assess = ?4, child_views = ?5, family_views = ?6, doing = ?7
             WHERE id = ?1",
            params![
                cycle.id.0,
                form.from,
                form.review_on,
                form.assess,
                form.child_views,
                form.family_views,
                form.doing
            ],
        )?;
        self.write_lists(cycle.id, form)
    }

    /// Strategies go first where they go, and come last where they come: each may name an outcome.
    fn write_lists(&self, cycle: CycleId, form: &CycleForm) -> Outcome<()> {
        let kept: Vec<StrategyId> = form.strategies.iter().filter_map(|strategy| strategy.id).collect();
        self.drop_others("strategy", cycle, &json(&kept))?;
        let mut outcomes = Vec::with_capacity(form.outcomes.len());
        for (outcome, rank) in form.outcomes.iter().zip(1..) {
            outcomes.push(self.write_outcome(cycle, outcome, rank)?);
        }
        for (strategy, rank) in form.strategies.iter().zip(1..) {
            let serves = strategy.outcome.and_then(|place| outcomes.get(place as usize).copied());
            self.write_strategy(cycle, strategy, serves, rank)?;
        }
        self.drop_others("outcome", cycle, &json(&outcomes))
    }

    fn drop_others(&self, table: &str, cycle: CycleId, kept: &str) -> Outcome<()> {
        let sql = format!("DELETE FROM {table} WHERE cycle_id = ?1 AND id NOT IN (SELECT value FROM json_each(?2))");
        self.0.sql().run(&sql, params![cycle.0, kept]).map(|_| ())
    }

    fn write_outcome(&self, cycle: CycleId, outcome: &PlanOutcome, rank: u32) -> Outcome<OutcomeId> {
        let PlanOutcome { id, text, area, success, progress, came } = outcome;
        let (sql, progress) = (self.0.sql(), word(progress));
        let Some(id) = id else {
            let insert = "INSERT INTO outcome (cycle_id, rank, text, area, success, progress, came)
                          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            return sql.insert(insert, params![cycle.0, rank, text, area, success, progress, came]).map(OutcomeId);
        };
        let update = "UPDATE outcome SET rank = ?3, text = ?4, area = ?5, success = ?6, progress = ?7, came = ?8
                      WHERE id = ?1 AND cycle_id = ?2";
        match sql.run(update, params![id.0, cycle.0, rank, text, area, success, progress, came])? {
            0 => Err(gone()),
            _ => Ok(*id),
        }
    }

    fn write_strategy(&self, cycle: CycleId, strategy: &Strategy, serves: Option<OutcomeId>, rank: u32) -> Outcome<()> {
        let Strategy { id, text, who, place, how_often, .. } = strategy;
        let (sql, serves) = (self.0.sql(), serves.map(|id| id.0));
        let Some(id) = id else {
            let insert = "INSERT INTO strategy (cycle_id, outcome_id, rank, text, who, place, how_often)
                          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            return sql.insert(insert, params![cycle.0, serves, rank, text, who, place, how_often]).map(|_| ());
        };
        let update = "UPDATE strategy SET outcome_id = ?3, rank = ?4, text = ?5, who = ?6, place = ?7, how_often = ?8
                      WHERE id = ?1 AND cycle_id = ?2";
        match sql.run(update, params![id.0, cycle.0, serves, rank, text, who, place, how_often])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }
}
