//! The list of tasks, and one task whole.

use super::calendar;
use crate::session::Session;
use crate::wire::{ListTasks, OfTask, TaskCount, TaskRow, TaskScope, TaskView, TasksView};
use chrono::{Datelike, Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::calendar::Calendar;
use daybook_domain::ids::{PupilId, SchoolId, TemplateId};
use daybook_domain::register::RegisterRow;
use daybook_domain::task::{Anchor, Occurrence, Task, TaskGroup, learned};
use daybook_domain::text::at_most;
use daybook_store::{Reader, fold};
use std::collections::{BTreeMap, BTreeSet};

/// How far back what was done or dropped is listed, in days.
const SETTLED_DAYS: u64 = 84;

const GROUPS: [TaskGroup; 7] = [
    TaskGroup::Late,
    TaskGroup::Today,
    TaskGroup::ThisWeek,
    TaskGroup::Later,
    TaskGroup::NoDay,
    TaskGroup::Delegated,
    TaskGroup::NotDone,
];

pub(crate) fn get(session: &mut Session, ask: ListTasks) -> Outcome<TasksView> {
    at_most(&ask.search, 200, "search")?;
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let unsettled = read.tasks().unsettled(school)?;
    let counts = GROUPS.into_iter().map(|group| count(group, &unsettled, today)).collect();
    let is_late = |task: &Task| matches!(task.group(today), TaskGroup::Late | TaskGroup::NotDone);
    let not_doing = unsettled.iter().filter(|task| is_late(task)).count();
    let tasks: Vec<Task> = match ask.scope {
        TaskScope::Open => unsettled.into_iter().filter(|task| task.is_on_the_list(today)).collect(),
        TaskScope::NotDoing => unsettled.into_iter().filter(is_late).collect(),
        TaskScope::Settled => {
            let first = today.checked_sub_days(Days::new(SETTLED_DAYS)).unwrap_or(today);
            read.tasks().settled(school, first, today)?
        }
    };
    let mut rows = Rows::of(&read, school, today, &tasks)?.rows(tasks);
    let search = fold(&ask.search);
    rows.retain(|row| search.split_whitespace().all(|word| text_of(row).contains(word)));
    match ask.scope {
        TaskScope::Open => rows.sort_by_key(|row| row.group),
        // Who is let down most, then what has waited longest.
        TaskScope::NotDoing => rows.sort_by_key(|row| (row.task.details.stake, row.task.first_due, row.task.id)),
        TaskScope::Settled => {}
    }
    let catalogue = !read.templates().list(school)?.is_empty();
    Ok(TasksView { rows, counts, not_doing: u32::try_from(not_doing).unwrap_or(u32::MAX), catalogue })
}

pub(crate) fn one(session: &mut Session, ask: OfTask) -> Outcome<TaskView> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let task = read.tasks().get(ask.task)?;
    let pieces = read.tasks().split_from(ask.task)?;
    let template = task.template.map(|id| read.templates().get(id)).transpose()?;
    let took = task.template.map(|id| read.tasks().took(id)).transpose()?.unwrap_or_default();
    let blocks = read.tasks().blocks(ask.task)?.into_iter().map(|id| read.blocks().get(id)).collect::<Outcome<_>>()?;
    let entries =
        read.tasks().entries(ask.task)?.into_iter().map(|id| read.entries().get(id)).collect::<Outcome<_>>()?;
    let both: Vec<Task> = std::iter::once(task.clone()).chain(pieces.iter().cloned()).collect();
    let rows = Rows::of(&read, school, today, &both)?;
    Ok(TaskView { row: rows.row(task), blocks, entries, pieces: rows.rows(pieces), template, learned: learned(took) })
}

fn count(group: TaskGroup, tasks: &[Task], today: NaiveDate) -> TaskCount {
    let those = || tasks.iter().filter(|task| task.group(today) == group);
    TaskCount {
        group,
        tasks: u32::try_from(those().count()).unwrap_or(u32::MAX),
        minutes: those().map(Task::left).fold(0, u32::saturating_add),
    }
}

/// What a row is searched by.
fn text_of(row: &TaskRow) -> String {
    let child = row.child.as_ref();
    let child = child.map(|child| format!("{} {} {}", child.forename, child.surname, child.case_code));
    fold(&format!("{} {}", row.task.details.title, child.unwrap_or_default()))
}

/// What rows need beside their tasks.
struct Rows {
    today: NaiveDate,
    calendar: Calendar,
    children: BTreeMap<PupilId, RegisterRow>,
    anchors: BTreeMap<TemplateId, Anchor>,
}

impl Rows {
    fn of(read: &Reader<'_>, school: SchoolId, today: NaiveDate, tasks: &[Task]) -> Outcome<Self> {
        let first = tasks.iter().filter_map(|task| task.first_due).min().unwrap_or(today).min(today);
        let pupils: BTreeSet<PupilId> = tasks.iter().filter_map(|task| task.details.pupil).collect();
        let children = if pupils.is_empty() { Vec::new() } else { read.register().rows_of(&pupils, today)? };
        Ok(Self {
            today,
            calendar: calendar(read, school, first, today)?,
            children: children.into_iter().map(|row| (row.id, row)).collect(),
            anchors: read.templates().list(school)?.into_iter().map(|line| (line.id, line.details.anchor)).collect(),
        })
    }

    fn rows(&self, tasks: Vec<Task>) -> Vec<TaskRow> {
        tasks.into_iter().map(|task| self.row(task)).collect()
    }

    fn row(&self, task: Task) -> TaskRow {
        TaskRow {
            group: task.group(self.today),
            carried: task.carried(&self.calendar, self.today),
            moved: self.moved(&task),
            child: task.details.pupil.and_then(|pupil| self.children.get(&pupil).cloned()),
            task,
        }
    }

    /// Why it was due first on another day than the one its line names.
    fn moved(&self, task: &Task) -> Option<String> {
        let (named, due, anchor) = (task.occurs?, task.first_due?, self.anchors.get(&task.template?)?);
        // A month is due by its last school day, and that is its day.
        if named == due || (matches!(anchor, Anchor::Month { .. }) && named.month() == due.month()) {
            return None;
        }
        let kind = self.calendar.kind_of(named);
        Occurrence { due, named, moved: Some(kind).filter(|kind| !kind.is_worked()) }.why_moved()
    }
}
