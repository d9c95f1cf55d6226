//! Identities: one newtype per noun, so that a pupil's number can never stand for a family's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        pub struct $name(#[ts(type = "number")] pub i64);
    )*};
}

id! {
    /// A school in the vault.
    SchoolId,
    /// A pupil on a school's roll, past or present.
    PupilId,
    /// A spell of SEN provision of one pupil.
    StatusId,
    /// A need of one pupil over a time.
    NeedId,
    /// A flag of a school's own.
    FlagId,
    /// A kind of plan of a school's own.
    PlanKindId,
    /// A child's plan.
    PlanId,
    /// One round of assess, plan, do, review.
    CycleId,
    /// What a plan is to bring about.
    OutcomeId,
    /// A strategy that a plan names.
    StrategyId,
    /// What a school puts on, by name.
    InterventionId,
    /// What is put on for one child.
    ProvisionId,
    /// A result of an assessment or a screening.
    AssessmentId,
    /// A document of a child.
    DocumentId,
    /// A half-term in a school's calendar.
    HalfTermId,
    /// A day on which the school is closed to pupils.
    DayOffId,
    /// A dated pattern of weekly hours.
    HoursId,
    /// A kind of work.
    ActivityId,
    /// A block of Monday's plan.
    BlockId,
    /// Something that happened.
    EntryId,
    /// A line of the catalogue: what the job holds.
    TemplateId,
    /// One thing to do.
    TaskId,
    /// A normal week to lay a plan from.
    NormalWeekId,
    /// What became of one break.
    BreakId,
    /// A pack that was printed or saved.
    PackId,
    /// A saved view of the list.
    ViewId,
    /// One undoable operation in the journal.
    OpId,
}
