//! Children's plans with their rounds. A round that was reviewed is kept as it was by the table itself.

mod cycles;
mod kinds;
mod read;

pub use kinds::PlanKinds;
#[cfg(test)]
pub(crate) use read::statements;

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::journal::amend;
use crate::sql::{among, json};
use chrono::NaiveDate;
use daybook_domain::ids::{CycleId, PlanId, PupilId};
use daybook_domain::support::{CycleForm, PlanForm, SupportPlan};
use daybook_domain::{Fault, Outcome};
use rusqlite::params;
use std::collections::BTreeSet;

/// The plans of the vault's children.
pub struct Plans<'v, M>(pub(crate) Access<'v, M>);

impl<M> Plans<'_, M> {
    /// A child's plans with all their rounds: those that hold first, then the newest.
    pub fn of_pupil(&self, pupil: PupilId) -> Outcome<Vec<SupportPlan>> {
        read::plans(self.0.sql(), "p.pupil_id = ?1", &pupil.0)
    }

    /// The plans of these children as their stories tell of them: without strategies, each child's in the same order.
    pub fn told_of(&self, pupils: &BTreeSet<PupilId>) -> Outcome<Vec<SupportPlan>> {
        read::told(self.0.sql(), &among("p.pupil_id"), &json(pupils))
    }

    /// One plan. Fault: `store.gone`.
    pub fn get(&self, id: PlanId) -> Outcome<SupportPlan> {
        read::plans(self.0.sql(), "p.id = ?1", &id.0)?.pop().ok_or_else(gone)
    }
}

impl Plans<'_, Write> {
    /// Begins a plan with its first round.
    pub fn insert(&self, pupil: PupilId, form: &PlanForm) -> Outcome<PlanId> {
        let id = self.0.sql().insert(
            "INSERT INTO support_plan (pupil_id, kind, title, from_date, why_ended) VALUES (?1, ?2, ?3, ?4, '')",
            params![pupil.0, form.kind, form.title, form.cycle.from],
        )?;
        self.begin(PlanId(id), 1, &form.cycle)?;
        Ok(PlanId(id))
    }

    /// Changes a plan and its open round. The plan begins when its first round does. Faults: `store.gone`,
    /// `plan.ended` where no round is open.
    pub fn update(&self, id: PlanId, form: &PlanForm) -> Outcome<()> {
        let plan = self.read_back(id)?;
        let open = plan.open().filter(|_| plan.to.is_none()).ok_or_else(ended)?;
        let from = if open.number == 1 { form.cycle.from } else { plan.from };
        self.0.sql().run(
            "UPDATE support_plan SET kind = ?2, title = ?3, from_date = ?4 WHERE id = ?1",
            params![id.0, form.kind, form.title, from],
        )?;
        self.rewrite(open, &form.cycle)
    }

    /// Closes the open round as it was read out, and begins the next or ends the plan that day.
    ///
    /// Faults: `store.gone`, `plan.ended`.
    pub fn review(
        &self,
        id: PlanId,
        reviewed: &CycleForm,
        (on, said): (NaiveDate, &str),
        next: Result<&CycleForm, &str>,
    ) -> Outcome<CycleId> {
        let plan = self.read_back(id)?;
        let open = plan.open().filter(|_| plan.to.is_none()).ok_or_else(ended)?;
        self.rewrite(open, reviewed)?;
        let close = "UPDATE cycle SET reviewed_on = ?2, review = ?3 WHERE id = ?1";
        self.0.sql().run(close, params![open.id.0, on, said])?;
        match next {
            Ok(form) => self.begin(id, open.number + 1, form),
            Err(why) => {
                self.end(id, Some(on), why)?;
                Ok(open.id)
            }
        }
    }

    /// Opens the newest reviewed round again, with the reason where its review stood. The round that began from it goes, and a
    /// plan that ended with that review goes on. What each outcome came to stays as it was said.
    ///
    /// Faults: `store.gone`, `plan.not_reviewed`, `plan.ended` where it ended after the review.
    pub fn reopen(&self, id: PlanId, why: &str) -> Outcome<()> {
        let (plan, sql) = (self.read_back(id)?, self.0.sql());
        let Some(last) = plan.cycles.iter().find(|cycle| cycle.reviewed_on.is_some()) else {
            let said = "No round of that plan was reviewed. Nothing was changed.";
            return Err(Fault::new("plan.not_reviewed", said));
        };
        match plan.open() {
            Some(_) if plan.to.is_some() => return Err(ended()),
            Some(open) => self.drop_round(open.id)?,
            None => {
                sql.run("UPDATE support_plan SET to_date = NULL, why_ended = '' WHERE id = ?1", [id.0])?;
            }
        }
        amend(sql, "cycle", last.id.0, || {
            let open = "UPDATE cycle SET reviewed_on = NULL, review = ?2 WHERE id = ?1";
            sql.run(open, params![last.id.0, why]).map(|_| ())
        })
    }

    /// Ends a plan, or lets it go on where there is no day. Faults: `store.gone`, `plan.no_round` where one that is to
    /// go on has no open round.
    pub fn end(&self, id: PlanId, on: Option<NaiveDate>, why: &str) -> Outcome<()> {
        if on.is_none() && self.read_back(id)?.open().is_none() {
            return Err(Fault::new(
                "plan.no_round",
                "That plan ended with a review, so it has no open round to go on with. Nothing was changed; begin a new plan.",
            ));
        }
        let sql = "UPDATE support_plan SET to_date = ?2, why_ended = ?3 WHERE id = ?1";
        match self.0.sql().run(sql, params![id.0, on, why])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    /// Takes away a plan that should never have been written down. Faults: `store.gone`, `cycle.reviewed` where one of
    /// its rounds was reviewed, `plan.has_provision` where interventions belong to it.
    pub fn remove(&self, id: PlanId) -> Outcome<()> {
        let sql = self.0.sql();
        if sql.value("SELECT EXISTS (SELECT 1 FROM provision WHERE plan_id = ?1)", [id.0])? {
            return Err(Fault::new(
                "plan.has_provision",
                "Interventions belong to that plan, so it stays. Nothing was changed; end it instead.",
            ));
        }
        let of_plan = "SELECT id FROM cycle WHERE plan_id = ?1";
        for table in ["strategy", "outcome"] {
            sql.run(&format!("DELETE FROM {table} WHERE cycle_id IN ({of_plan})"), [id.0])?;
        }
        sql.run("DELETE FROM cycle WHERE plan_id = ?1", [id.0])?;
        match sql.run("DELETE FROM support_plan WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    fn drop_round(&self, id: CycleId) -> Outcome<()> {
        let sql = self.0.sql();
        for table in ["strategy", "outcome"] {
            sql.run(&format!("DELETE FROM {table} WHERE cycle_id = ?1"), [id.0])?;
        }
        sql.run("DELETE FROM cycle WHERE id = ?1", [id.0]).map(|_| ())
    }

    fn read_back(&self, id: PlanId) -> Outcome<SupportPlan> {
        read::plans(self.0.sql(), "p.id = ?1", &id.0)?.pop().ok_or_else(gone)
    }
}

fn ended() -> Fault {
    Fault::new("plan.ended", "That plan has ended, so it stays as it was. Nothing was changed.")
}
