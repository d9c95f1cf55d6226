//! Whether a record's codes fit together on a day.

use super::RulePack;
use crate::pupil::{Need, Pupil};
use chrono::NaiveDate;

impl RulePack {
    /// What does not fit in a record's provision and needs on a day, in sentences. Nothing of it stops any work: a
    /// record that is behind is told so, and is put right when there is time.
    pub fn notices(&self, pupil: &Pupil, on: NaiveDate) -> Vec<String> {
        let status = pupil.statuses.iter().find(|status| holds(status.from, status.to, on));
        let Some(status) = status.and_then(|status| self.status(&status.code, on)) else { return Vec::new() };
        let in_force = || pupil.needs.iter().filter(|need| holds(need.from, need.to, on));
        let called = format!("{} ({})", status.label, status.code);
        let mut notices = Vec::new();
        if status.needs_primary && !in_force().any(|need| need.rank == 1) {
            notices.push(format!("{called} needs a primary need, and none is set."));
        }
        let unfit = |need: &&Need| self.need(&need.code, on).is_some_and(|code| !code.allowed_with(&status.code));
        notices.extend(
            in_force()
                .filter(unfit)
                .map(|need| format!("{} does not go with {called}. Change the needs or the provision.", need.code)),
        );
        notices
    }
}

fn holds(from: NaiveDate, to: Option<NaiveDate>, on: NaiveDate) -> bool {
    from <= on && to.is_none_or(|to| on < to)
}
