//! Tasks and the catalogue they come from.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::clock::Clock;
use daybook_domain::entry::Entry;
use daybook_domain::ids::{ActivityId, EntryId, PupilId, TaskId, TemplateId};
use daybook_domain::plan::Block;
use daybook_domain::register::RegisterRow;
use daybook_domain::task::quick::QuickTask;
use daybook_domain::task::{
    Frequency, Learned, Occurrence, Task, TaskDetails, TaskGroup, TaskState, Template, TemplateDetails,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

asked! {
    /// A line of the catalogue to keep.
    SaveTemplate {
        /// Which; none: a new one.
        template: Option<TemplateId>,
        /// What it says.
        details: TemplateDetails,
    }
    /// A line of the catalogue to retire, or to take up again.
    RetireTemplate {
        /// Which.
        template: TemplateId,
        /// Whether nothing shall fall due of it any more.
        retired: bool,
    }
    /// Lines to start a catalogue from.
    StartCatalogue {
        /// The keys of those chosen.
        keys: Vec<String>,
    }
    /// Which tasks to list.
    ListTasks {
        /// What became of them.
        scope: TaskScope,
        /// Words that stand in the title, the child's name or case code; empty for all.
        search: String,
    }
    /// One task.
    OfTask {
        /// Which.
        task: TaskId,
    }
    /// A task to add.
    AddTask {
        /// The line of the catalogue it is one of, where it is: its time teaches that line's estimate.
        template: Option<TemplateId>,
        /// What it says.
        details: TaskDetails,
    }
    /// A task in one line.
    QuickLine {
        /// The line as typed.
        line: String,
        /// The child it is for, where she chose one.
        pupil: Option<PupilId>,
    }
    /// A task to change.
    SaveTask {
        /// Which.
        task: TaskId,
        /// What it says.
        details: TaskDetails,
    }
    /// What became of tasks.
    SetTasks {
        /// Which.
        tasks: Vec<TaskId>,
        /// What became of them.
        state: TaskState,
    }
    /// Tasks to move to another day.
    MoveTasks {
        /// Which.
        tasks: Vec<TaskId>,
        /// The day they are to be done by; none: no day.
        due: Option<NaiveDate>,
    }
    /// A task to split.
    SplitTask {
        /// Which.
        task: TaskId,
        /// What it is split into, two pieces at least: the first stays the task itself.
        pieces: Vec<TaskPiece>,
    }
    /// A task to lay on the plan.
    PlanTask {
        /// Which.
        task: TaskId,
        /// The day.
        date: NaiveDate,
        /// When it begins.
        start: Clock,
        /// How long, in minutes.
        minutes: u32,
        /// The kind of work, of a task that has none yet; it becomes the task's.
        #[serde(default)]
        activity: Option<ActivityId>,
    }
    /// Time that went on a task, or did not.
    LinkEntry {
        /// The entry.
        entry: EntryId,
        /// The task it was time for; none: for none.
        task: Option<TaskId>,
    }
}

/// Which tasks to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskScope {
    /// What is to be done.
    Open,
    /// What is not being done: late, or not done and still needed, those who are let down most first.
    NotDoing,
    /// What was done or dropped in the last 12 weeks.
    Settled,
}

/// A piece of a task that is split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TaskPiece {
    /// What is to be done.
    pub title: String,
    /// How long it may take, in minutes.
    pub estimate: Option<u32>,
    /// The day it is to be done by.
    pub due: Option<NaiveDate>,
}

told! {
    /// A task as a list shows it.
    TaskRow {
        /// The task.
        task: Task,
        /// Where it stands on the list.
        group: TaskGroup,
        /// Into how many school weeks it was carried over.
        carried: u32,
        /// Why it is not due on the day its line of the catalogue names, in a few words.
        moved: Option<String>,
        /// The child it is for.
        child: Option<RegisterRow>,
    }
    /// So many tasks and so many minutes.
    TaskCount {
        /// Where they stand on the list.
        group: TaskGroup,
        /// How many.
        tasks: u32,
        /// Minutes they still need, of what was allowed for them.
        minutes: u32,
    }
    /// Tasks as their screen needs them.
    TasksView {
        /// Those asked for.
        rows: Vec<TaskRow>,
        /// How many stand where, of all that nobody has settled.
        counts: Vec<TaskCount>,
        /// How many are not being done: late, or not done and still needed.
        not_doing: u32,
        /// Whether the catalogue has any line.
        catalogue: bool,
    }
    /// One task, whole.
    TaskView {
        /// The task as a list shows it.
        row: TaskRow,
        /// Blocks laid for it.
        blocks: Vec<Block>,
        /// Entries that were time for it.
        entries: Vec<Entry>,
        /// What was split from it.
        pieces: Vec<TaskRow>,
        /// The line of the catalogue it came from.
        template: Option<Template>,
        /// What the last such tasks took.
        learned: Option<Learned>,
    }
    /// What a line typed in haste says.
    QuickView {
        /// What was read in it.
        quick: QuickTask,
        /// Children it may mean.
        children: Vec<RegisterRow>,
        /// What became of the code after `#`, in words.
        tag: Option<String>,
    }
    /// A line of the catalogue as its screen shows it.
    CatalogueLine {
        /// The line.
        template: Template,
        /// For how many there is one each time: 1 for the school.
        each: u32,
        /// How many tasks it makes in the academic year of today, as far as dates are known.
        a_year: u32,
        /// When the next falls due.
        next: Option<Occurrence>,
        /// Why that is not the day it names, in a few words.
        moved: Option<String>,
        /// What the last such tasks took.
        learned: Option<Learned>,
    }
    /// What the catalogue of a frequency comes to in a year.
    CatalogueSum {
        /// How often.
        frequency: Frequency,
        /// Lines that are not retired.
        lines: u32,
        /// Tasks in the academic year of today.
        tasks: u32,
        /// Minutes they come to.
        minutes: u32,
    }
    /// The catalogue.
    CatalogueView {
        /// Every line, most often first.
        lines: Vec<CatalogueLine>,
        /// What they come to.
        sums: Vec<CatalogueSum>,
        /// Whether the academic year of today has dates: without them little can fall due.
        dates: bool,
    }
    /// A line a catalogue can start from.
    OfferedLine {
        /// What it is asked for by.
        key: String,
        /// What it would say.
        details: TemplateDetails,
        /// Whether the catalogue has it already.
        kept: bool,
        /// For how many there would be one each time.
        each: u32,
        /// How many tasks it would make in the academic year of today.
        a_year: u32,
    }
}
