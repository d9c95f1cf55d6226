//! The sample's catalogue and what is to be done: begun some weeks ago, most of it done since, with the time it took.

use super::people::Enrolled;
use crate::tasks::due;
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::activity::Activity;
use daybook_domain::calendar::monday_of;
use daybook_domain::ids::{ActivityId, EntryId, SchoolId, TaskId};
use daybook_domain::plan::BlockState;
use daybook_domain::task::{Anchor, Frequency, Per, Stake, Task, TaskDetails, TaskState, offered};
use daybook_store::{NewTask, Writer};

/// School weeks the catalogue has been used for, beside the present one.
const WEEKS: usize = 4;

/// Days until a line that is for each of forty children makes its first tasks: all at once they would hide the rest.
const LATER: u64 = 70;

/// The last block of an ordinary week, and the task it is for.
const PAPERS: &str = "Reviews: send out papers";

/// What a task typed by hand says: title, kind of work, days from today, minutes, who is let down, which child.
struct Typed(&'static str, &'static str, Option<i64>, u32, Stake, Option<usize>);

/// What is to be done in the sample.
pub(super) struct ToDo<'a> {
    /// The school.
    pub school: SchoolId,
    /// The day it is.
    pub today: NaiveDate,
    /// The school weeks until now.
    pub mondays: &'a [NaiveDate],
    /// Kinds of work.
    pub activities: &'a [Activity],
    /// Children that tasks are for.
    pub pupils: &'a [Enrolled],
}

impl ToDo<'_> {
    /// Begins the catalogue, plays what came of it until now, and adds what was typed by hand.
    pub(super) fn begin(&self, tx: &Writer<'_>) -> Outcome<()> {
        let weeks = &self.mondays[self.mondays.len().saturating_sub(WEEKS + 1)..];
        let Some(began) = weeks.first() else { return Ok(()) };
        self.start_the_catalogue(tx, *began)?;
        for monday in weeks {
            due::make(tx, self.school, *monday)?;
        }
        due::make(tx, self.school, self.today)?;
        self.settle(tx)?;
        self.type_by_hand(tx)
    }

    /// The usual set: weekly work and rarer.
    fn start_the_catalogue(&self, tx: &Writer<'_>, began: NaiveDate) -> Outcome<()> {
        let usual = offered().iter().filter(|line| !matches!(line.frequency, Frequency::Daily | Frequency::AdHoc));
        for line in usual {
            let for_each = line.per != Per::School && !matches!(line.anchor, Anchor::Before { .. });
            let from = if for_each { self.after(i64::try_from(LATER).unwrap_or_default()) } else { began };
            tx.templates().insert(self.school, &line.details(self.activities, from)?)?;
        }
        Ok(())
    }

    /// What was due before today is done, each with the time of its week that went on such work, if any is left.
    fn settle(&self, tx: &Writer<'_>) -> Outcome<()> {
        for task in tx.tasks().unsettled(self.school)? {
            if let Some(due) = task.details.due.filter(|due| *due < self.today) {
                let on = self.take_time(tx, &task, due)?.unwrap_or(due);
                tx.tasks().set_state(task.id, &TaskState::Done, on)?;
            }
        }
        Ok(())
    }

    /// Counts one planned stretch of such work for a task, and says on which day it was.
    fn take_time(&self, tx: &Writer<'_>, task: &Task, due: NaiveDate) -> Outcome<Option<NaiveDate>> {
        let (mut block, mut on) = (None, None);
        for entry in tx.entries().of_week(self.school, monday_of(due))? {
            let d = &entry.details;
            let fits = d.block.is_some() && d.activity == task.details.activity && task.details.pupil.is_none();
            let free = |id: EntryId| tx.tasks().of_entry(id).map(|task| task.is_none());
            if fits && (block.is_none() || block == d.block) && free(entry.id)? {
                tx.tasks().link_entry(entry.id, Some(task.id))?;
                (block, on) = (d.block, Some(d.date));
            }
        }
        Ok(on)
    }

    fn type_by_hand(&self, tx: &Writer<'_>) -> Outcome<()> {
        use Stake::{Child, Family, School};
        let add = |task: Typed| self.add(tx, &task);
        add(Typed("Buy ear defenders and a wobble seat", "Records and paperwork", Some(-10), 20, School, None))?;
        let ring = Typed("Ring the speech therapist about {}", "Outside agencies", Some(-3), 15, Child, Some(1));
        let why = "Rang twice; nobody there".to_owned();
        tx.tasks().set_state(add(ring)?, &TaskState::NotDone { why }, self.today)?;
        let report = Typed("Get the psychologist's signed report", "Outside agencies", Some(4), 10, Child, Some(0));
        let given = TaskState::Delegated { to: "Mrs Adair, office".to_owned(), until: Some(self.after(4)) };
        tx.tasks().set_state(add(report)?, &given, self.today)?;
        add(Typed("Visual timetable for {}", "SEN Support plans and reviews", Some(0), 30, Child, Some(2)))?;
        add(Typed("Thank {}'s parents for coming", "Calls and messages with families", Some(0), 10, Family, Some(3)))?;
        add(Typed("Ask the head about a quiet room", "Policy and planning", None, 15, School, None))?;
        let bid =
            add(Typed("Bid for top-up funding for {}", "Provision map and costs", Some(11), 240, Child, Some(4)))?;
        tx.tasks().set_state(bid, &TaskState::Part { percent: 40 }, self.today)?;
        let friday = (monday_of(self.today) - self.today).num_days() + 4;
        let papers = Typed(PAPERS, "Records and paperwork", Some(friday.max(0)), 90, Family, None);
        self.plan(tx, add(papers)?)
    }

    fn add(&self, tx: &Writer<'_>, task: &Typed) -> Outcome<TaskId> {
        let Typed(title, activity, days, minutes, stake, pupil) = task;
        let pupil = pupil.and_then(|at| self.pupils.get(at));
        let due = days.map(|days| self.after(days));
        let details = TaskDetails {
            title: title.replace("{}", pupil.map_or("a pupil", |pupil| &pupil.forename)),
            activity: Some(self.activity(activity)),
            due,
            estimate: Some(*minutes),
            pupil: pupil.map(|pupil| pupil.id),
            stake: *stake,
            consequence: String::new(),
            note: String::new(),
        };
        let appeared = due.map_or(self.today, |due| due.min(self.today));
        let new = NewTask { template: None, occurs: None, appeared, carries: true, split_from: None };
        tx.tasks().insert(self.school, new, &details)
    }

    /// Says of the block at the end of the week that it is for a task, where nothing has been said of it yet.
    fn plan(&self, tx: &Writer<'_>, task: TaskId) -> Outcome<()> {
        let blocks = tx.blocks().of_week(self.school, monday_of(self.today))?;
        match blocks.iter().find(|block| block.details.title == PAPERS && block.state == BlockState::Open) {
            Some(block) => tx.tasks().link_block(block.id, Some(task)),
            None => Ok(()),
        }
    }

    fn activity(&self, name: &str) -> ActivityId {
        self.activities.iter().find(|activity| activity.name == name).map_or(ActivityId(1), |activity| activity.id)
    }

    fn after(&self, days: i64) -> NaiveDate {
        let moved = match u64::try_from(days) {
            Ok(days) => self.today.checked_add_days(Days::new(days)),
            Err(_) => self.today.checked_sub_days(Days::new(days.unsigned_abs())),
        };
        moved.unwrap_or(self.today)
    }
}
