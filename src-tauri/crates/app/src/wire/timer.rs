//! The timer.

use super::{asked, told};
use chrono::NaiveDateTime;
use daybook_domain::ids::{ActivityId, BlockId, PupilId, TaskId};
use daybook_domain::timer::{Asked, Doing, Question, Was};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How something is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimerBegins {
    /// Nothing ran before.
    Start,
    /// It takes the place of what runs, which ends.
    Switch,
    /// It breaks into what runs, which waits.
    Interrupt,
}

asked! {
    /// Something to time from now on.
    BeginTimer {
        /// How it stands to what runs.
        how: TimerBegins,
        /// What it is, in a line; empty: what its task or block is called.
        line: String,
        /// Who interrupted; none: whom the line of an interruption names.
        who: Option<String>,
        /// The kind of work; none: that of its task or block.
        activity: Option<ActivityId>,
        /// The task it is for.
        task: Option<TaskId>,
        /// The planned block it fulfils.
        block: Option<BlockId>,
        /// Whom it is about; none: the child of its task or block, or the one pupil the line names.
        pupils: Option<Vec<PupilId>>,
    }
    /// How much of the timer ends.
    StopTimer {
        /// Everything, as at the end of a day; else what runs, and what it interrupted goes on.
        all: bool,
    }
    /// Nobody touched the daybook for a while, and somebody does now.
    TimerUntouched {
        /// For how long, in minutes.
        minutes: u32,
    }
    /// What a stretch was that the timer asks about.
    AnswerTimer {
        /// The stretch, as it was asked.
        asked: Asked,
        /// What it was.
        answer: Was,
        /// How long from its beginning, in minutes; none: all of it.
        minutes: Option<u32>,
    }
}

told! {
    /// One thing the timer measures.
    TimerLayer {
        /// What it is.
        doing: Doing,
        /// When it was begun.
        began: Option<NaiveDateTime>,
        /// Minutes of work on it so far; time away is not in them.
        minutes: u32,
        /// Its kind of work, by name, where it is known.
        work: Option<String>,
        /// Whether it broke into something else.
        interruption: bool,
    }
    /// The timer as it stands.
    TimerView {
        /// What runs stands last, each over what it interrupted; empty where nothing runs.
        layers: Vec<TimerLayer>,
        /// What is to be answered, in the order it was.
        asking: Vec<Question>,
        /// When this was so, with its seconds.
        at: NaiveDateTime,
    }
}
