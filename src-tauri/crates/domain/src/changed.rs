//! What a write says of itself: its result, which nouns a screen must read again, and how to undo it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A noun whose rows a write may touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// Schools.
    School,
    /// Half-terms and days off.
    Calendar,
    /// Hours by weekday.
    Hours,
    /// Kinds of work.
    Activity,
    /// Pupils: who they are, SEN provision and needs, flags, profiles, results and documents.
    Pupil,
    /// Children's plans and their cycles.
    Plan,
    /// What is put on for children.
    Provision,
    /// Saved views of the list.
    View,
    /// Weeks: frozen, closed.
    Week,
    /// Blocks of the plan and what became of them.
    Block,
    /// What happened.
    Entry,
    /// Breaks.
    Break,
    /// Tasks, the catalogue they come from, and what they are linked with.
    Task,
    /// Normal weeks to lay a plan from.
    NormalWeek,
    /// Packs printed or saved.
    Pack,
    /// What was set: import mappings, words kept in packs.
    Setting,
}

/// The result of a write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed<T> {
    /// What the use-case returns.
    pub value: T,
    /// What screens must read again; empty where nothing changed.
    pub changed: Vec<Noun>,
    /// What Undo would undo, such as "Week of 2 November frozen"; none where nothing changed.
    pub undo: Option<String>,
}

/// What Undo and Redo would do now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoState {
    /// The operation Undo would undo.
    pub undo: Option<String>,
    /// The operation Redo would do again.
    pub redo: Option<String>,
}
