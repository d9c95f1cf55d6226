//! Reading plans with their rounds, in four queries however many they are.

use crate::sql::{Sql, read_word};
use daybook_domain::Outcome;
use daybook_domain::ids::{CycleId, OutcomeId, PlanId, PupilId, StrategyId};
use daybook_domain::support::{Cycle, CycleForm, PlanOutcome, Strategy, SupportPlan};
use rusqlite::{Row, ToSql};
use std::collections::HashMap;

/// The plans `p` for which a condition on `?1` holds: those that hold first, then the newest.
pub fn plans(sql: Sql<'_>, condition: &str, of: &dyn ToSql) -> Outcome<Vec<SupportPlan>> {
    read(sql, &statements(condition), of)
}

/// The same without their strategies, of which no story tells.
pub fn told(sql: Sql<'_>, condition: &str, of: &dyn ToSql) -> Outcome<Vec<SupportPlan>> {
    let mut statements = statements(condition);
    statements.truncate(3);
    read(sql, &statements, of)
}

/// What reads plans, their rounds, outcomes and strategies, in this order.
pub fn statements(condition: &str) -> Vec<String> {
    let (plans, rounds) = ("FROM support_plan p", "FROM support_plan p JOIN cycle c ON c.plan_id = p.id");
    vec![
        format!("SELECT p.* {plans} WHERE {condition} ORDER BY p.to_date IS NOT NULL, p.from_date DESC, p.id DESC"),
        format!("SELECT c.* {rounds} WHERE {condition} ORDER BY c.number DESC"),
        format!("SELECT o.* {rounds} JOIN outcome o ON o.cycle_id = c.id WHERE {condition} ORDER BY o.rank, o.id"),
        format!("SELECT s.* {rounds} JOIN strategy s ON s.cycle_id = c.id WHERE {condition} ORDER BY s.rank, s.id"),
    ]
}

fn read(sql: Sql<'_>, statements: &[String], of: &dyn ToSql) -> Outcome<Vec<SupportPlan>> {
    let [plans, cycles, outcomes, rest @ ..] = statements else { return Ok(Vec::new()) };
    let mut plans = sql.all(plans, [of], read_plan)?;
    let mut cycles = sql.all(cycles, [of], |row| Ok((PlanId(row.get("plan_id")?), read_cycle(row)?)))?;
    let places: HashMap<CycleId, usize> = cycles.iter().enumerate().map(|(at, (_, cycle))| (cycle.id, at)).collect();
    let outcomes =
        sql.all(outcomes, [of], |row| Ok((places.get(&CycleId(row.get("cycle_id")?)).copied(), read_outcome(row)?)))?;
    for (at, outcome) in outcomes {
        if let Some((_, cycle)) = at.and_then(|at| cycles.get_mut(at)) {
            cycle.form.outcomes.push(outcome);
        }
    }
    for strategies in rest {
        let strategies = sql.all(strategies, [of], |row| {
            let serves = row.get::<_, Option<i64>>("outcome_id")?.map(OutcomeId);
            Ok((places.get(&CycleId(row.get("cycle_id")?)).copied(), serves, read_strategy(row)?))
        })?;
        for (at, serves, mut strategy) in strategies {
            if let Some((_, cycle)) = at.and_then(|at| cycles.get_mut(at)) {
                let place = cycle.form.outcomes.iter().position(|outcome| outcome.id == serves);
                strategy.outcome = place.filter(|_| serves.is_some()).map(|place| place as u32);
                cycle.form.strategies.push(strategy);
            }
        }
    }
    let places: HashMap<PlanId, usize> = plans.iter().enumerate().map(|(at, plan)| (plan.id, at)).collect();
    for (plan, cycle) in cycles {
        if let Some(plan) = places.get(&plan).and_then(|at| plans.get_mut(*at)) {
            plan.cycles.push(cycle);
        }
    }
    Ok(plans)
}

fn read_plan(row: &Row<'_>) -> rusqlite::Result<SupportPlan> {
    Ok(SupportPlan {
        id: PlanId(row.get("id")?),
        pupil: PupilId(row.get("pupil_id")?),
        kind: row.get("kind")?,
        title: row.get("title")?,
        from: row.get("from_date")?,
        to: row.get("to_date")?,
        why_ended: row.get("why_ended")?,
        cycles: Vec::new(),
    })
}

fn read_cycle(row: &Row<'_>) -> rusqlite::Result<Cycle> {
    let form = CycleForm {
        from: row.get("from_date")?,
        review_on: row.get("review_on")?,
        assess: row.get("assess")?,
        child_views: row.get("child_views")?,
        family_views: row.get("family_views")?,
        doing: row.get("doing")?,
        outcomes: Vec::new(),
        strategies: Vec::new(),
    };
    Ok(Cycle {
        id: CycleId(row.get("id")?),
        number: row.get("number")?,
        reviewed_on: row.get("reviewed_on")?,
        review: row.get("review")?,
        form,
    })
}

fn read_outcome(row: &Row<'_>) -> rusqlite::Result<PlanOutcome> {
    Ok(PlanOutcome {
        id: Some(OutcomeId(row.get("id")?)),
        text: row.get("text")?,
        area: row.get("area")?,
        success: row.get("success")?,
        progress: read_word(row, "progress")?,
        came: row.get("came")?,
    })
}

fn read_strategy(row: &Row<'_>) -> rusqlite::Result<Strategy> {
    Ok(Strategy {
        id: Some(StrategyId(row.get("id")?)),
        outcome: None,
        text: row.get("text")?,
        who: row.get("who")?,
        place: row.get("place")?,
        how_often: row.get("how_often")?,
    })
}
