//! Reading plans with their rounds, in four queries however many they are.

use crate::sql::{Sql, read_word};
use daybook_domain::Outcome;
use daybook_domain::ids::{CycleId, OutcomeId, PlanId, PupilId, StrategyId};
use daybook_domain::support::{Cycle, CycleForm, PlanOutcome, Strategy, SupportPlan};
use rusqlite::Row;

/// The plans `p` for which a condition on `?1` holds: those that hold first, then the newest.
pub fn plans(sql: Sql<'_>, condition: &str, of: i64) -> Outcome<Vec<SupportPlan>> {
    let from = "FROM support_plan p";
    let mut plans = sql.all(
        &format!("SELECT p.* {from} WHERE {condition} ORDER BY p.to_date IS NOT NULL, p.from_date DESC, p.id DESC"),
        [of],
        read_plan,
    )?;
    let from = format!("{from} JOIN cycle c ON c.plan_id = p.id");
    let mut cycles = sql.all(&format!("SELECT c.* {from} WHERE {condition} ORDER BY c.number DESC"), [of], |row| {
        Ok((PlanId(row.get("plan_id")?), read_cycle(row)?))
    })?;
    let outcomes = sql.all(
        &format!("SELECT o.* {from} JOIN outcome o ON o.cycle_id = c.id WHERE {condition} ORDER BY o.rank, o.id"),
        [of],
        |row| Ok((CycleId(row.get("cycle_id")?), read_outcome(row)?)),
    )?;
    for (cycle, outcome) in outcomes {
        if let Some((_, cycle)) = cycles.iter_mut().find(|(_, each)| each.id == cycle) {
            cycle.form.outcomes.push(outcome);
        }
    }
    let strategies = sql.all(
        &format!("SELECT s.* {from} JOIN strategy s ON s.cycle_id = c.id WHERE {condition} ORDER BY s.rank, s.id"),
        [of],
        |row| Ok((CycleId(row.get("cycle_id")?), row.get::<_, Option<i64>>("outcome_id")?, read_strategy(row)?)),
    )?;
    for (cycle, serves, mut strategy) in strategies {
        if let Some((_, cycle)) = cycles.iter_mut().find(|(_, each)| each.id == cycle) {
            let place = cycle.form.outcomes.iter().position(|outcome| outcome.id.map(|id| id.0) == serves);
            strategy.outcome = place.filter(|_| serves.is_some()).map(|place| place as u32);
            cycle.form.strategies.push(strategy);
        }
    }
    for (plan, cycle) in cycles {
        if let Some(plan) = plans.iter_mut().find(|each| each.id == plan) {
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
