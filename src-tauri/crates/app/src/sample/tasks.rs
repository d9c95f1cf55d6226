//! Tasks of years, to measure with: one after the other, all but the last few of them settled.

use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::activity::Activity;
use daybook_domain::ids::SchoolId;
use daybook_domain::task::{Stake, TaskDetails, TaskState};
use daybook_store::{NewTask, Writer};

/// How many are left to be done.
const OPEN: u32 = 200;

/// Makes so many tasks, evenly from one day to another.
pub(super) fn pile_up(
    tx: &Writer<'_>,
    school: SchoolId,
    (first, last): (NaiveDate, NaiveDate),
    activities: &[Activity],
    many: u32,
) -> Outcome<()> {
    let days = u64::try_from((last - first).num_days()).unwrap_or_default();
    for at in 0..many {
        let day = first.checked_add_days(Days::new(days * u64::from(at) / u64::from(many))).unwrap_or(last);
        let activity = activities.get(at as usize % activities.len().max(1)).map(|activity| activity.id);
        let new = NewTask { template: None, occurs: None, appeared: day, carries: true, split_from: None };
        let details = TaskDetails {
            title: format!("Task {at}"),
            activity,
            due: Some(day),
            estimate: Some(30),
            pupil: None,
            stake: Stake::School,
            consequence: String::new(),
            note: String::new(),
        };
        let id = tx.tasks().insert(school, new, &details)?;
        if at + OPEN < many {
            tx.tasks().set_state(id, &TaskState::Done, day)?;
        }
    }
    Ok(())
}
