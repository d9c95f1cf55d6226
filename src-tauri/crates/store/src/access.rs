//! The two ways to the rows: reading, at any time, and writing, only inside [`Vault::transact`](crate::Vault::transact).

use crate::sql::Sql;
use crate::{
    Activities, Assessments, Blocks, Breaks, Burden, Calendars, Documents, Drafts, Entries, Export, History,
    HoursPatterns, Interventions, Log, NormalWeeks, OwnFlags, Packs, Partings, PlanKinds, Plans, Profiles, Provisions,
    Pupils, Register, Schools, Settings, Tasks, Templates, Timers, Views, Weeks,
};
use rusqlite::Connection;
use std::marker::PhantomData;

/// Marks a way that can only read.
#[derive(Debug, Clone, Copy)]
pub struct Read;

/// Marks a way that can also write.
#[derive(Debug, Clone, Copy)]
pub struct Write;

/// Reads every noun.
pub type Reader<'v> = Access<'v, Read>;

/// Reads and writes every noun, inside one operation.
pub type Writer<'v> = Access<'v, Write>;

/// A way to the rows of an open vault.
pub struct Access<'v, M> {
    sql: Sql<'v>,
    mode: PhantomData<M>,
}

macro_rules! nouns {
    ($($(#[$doc:meta])* $verb:ident -> $noun:ident;)*) => {$(
        $(#[$doc])*
        pub fn $verb(&self) -> $noun<'v, M> {
            $noun(Access { sql: self.sql, mode: PhantomData })
        }
    )*};
}

impl<'v, M> Access<'v, M> {
    pub(crate) fn new(connection: &'v Connection) -> Self {
        Self { sql: Sql(connection), mode: PhantomData }
    }

    pub(crate) fn sql(&self) -> Sql<'v> {
        self.sql
    }

    nouns! {
        /// Schools.
        schools -> Schools;
        /// Half-terms and days off.
        calendar -> Calendars;
        /// Hours by weekday.
        hours -> HoursPatterns;
        /// Kinds of work.
        activities -> Activities;
        /// Pupils, their provision and needs.
        pupils -> Pupils;
        /// Flags of the school's own.
        flags -> OwnFlags;
        /// Kinds of plan of the school's own.
        plan_kinds -> PlanKinds;
        /// Children's plans.
        plans -> Plans;
        /// Interventions by name.
        interventions -> Interventions;
        /// What is put on for children.
        provisions -> Provisions;
        /// One-page profiles.
        profiles -> Profiles;
        /// Results of assessments and screenings.
        assessments -> Assessments;
        /// Documents.
        documents -> Documents;
        /// The register as a list.
        register -> Register;
        /// Saved views of the list.
        views -> Views;
        /// Weeks: frozen, closed.
        weeks -> Weeks;
        /// Blocks of the plan and what became of them.
        blocks -> Blocks;
        /// What happened.
        entries -> Entries;
        /// Breaks.
        breaks -> Breaks;
        /// The catalogue tasks come from.
        templates -> Templates;
        /// Tasks.
        tasks -> Tasks;
        /// Normal weeks to lay a plan from.
        normal_weeks -> NormalWeeks;
        /// Packs printed or saved.
        packs -> Packs;
        /// What was set.
        settings -> Settings;
        /// Every table as it stands.
        export -> Export;
        /// What the journal knows of one record.
        history -> History;
        /// What happened to the daybook itself.
        log -> Log;
        /// Where copies parted.
        partings -> Partings;
        /// The timer that runs.
        timers -> Timers;
        /// What was typed and not saved yet.
        drafts -> Drafts;
        /// What the daybook took of its user.
        burden -> Burden;
    }
}
