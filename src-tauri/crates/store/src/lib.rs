//! The encrypted vault: a folder that holds one daybook.
//!
//! The only place that knows SQL. Rules of the field live in `daybook_domain`; what is kept here is the shape of the
//! rows, that a frozen plan cannot change, and a journal of every write from which undo and redo come.
//!
//! ```no_run
//! use daybook_store::{Cost, Op, Vault};
//! # fn main() -> daybook_domain::Outcome<()> {
//! # let (school, now) = (daybook_domain::ids::SchoolId(1), chrono::NaiveDateTime::default());
//! # let sitting = daybook_domain::log::Sitting { at: now, who: String::new(), computer: String::new() };
//! let mut vault = Vault::create("Mine.daybook".as_ref(), "correct horse battery", Cost::tuned(), &sitting, |_| Ok(()))?;
//! let changed = vault.transact(Op::new("freeze_week", "Week of 2 November frozen"), now, |tx| {
//!     tx.weeks().freeze(school, now.date(), now)
//! })?;
//! assert!(changed.undo.is_some());
//! vault.undo(now)?;
//! vault.lock(daybook_domain::log::LockReason::Asked, now);
//! # Ok(())
//! # }
//! ```

mod access;
mod activities;
mod assessments;
mod backup;
mod blocks;
mod breaks;
mod burden;
mod calendar;
mod check;
mod documents;
mod drafts;
mod entries;
mod erase;
mod export;
mod facts;
mod failure;
mod flags;
mod fold;
mod history;
mod hours;
mod journal;
mod keys;
mod logbook;
mod look_back;
mod normal_weeks;
mod onlooker;
mod openings;
mod packs;
mod partings;
mod plans;
mod platform;
mod profiles;
mod provisions;
mod pupils;
mod register;
mod salvage;
mod schema;
mod schools;
mod settings;
mod sql;
mod tasks;
mod templates;
mod timers;
mod vault;

mod weeks;

#[cfg(test)]
mod tests;

pub use access::{Access, Read, Reader, Write, Writer};
pub use activities::Activities;
pub use assessments::Assessments;
pub use backup::{
    About, Backup, Condition, ENDING, SecondState, Stand, free as free_bytes, list as list_backups,
    look as look_at_backup, needed as needed_bytes, second_folder,
};
pub use blocks::Blocks;
pub use breaks::Breaks;
pub use burden::Burden;
pub use calendar::Calendars;
pub use check::{Found, RowKey};
pub use documents::Documents;
pub use drafts::Drafts;
pub use entries::Entries;
pub use erase::{Belongings, Erased, Mask, Masked, NamedIn, Speaks};
pub use export::{Export, Sheet};
pub use flags::OwnFlags;
pub use fold::fold;
pub use history::{Cells, History, Record, RowChange, Step};
pub use hours::HoursPatterns;
pub use journal::{Op, Settle};
pub use keys::{Cost, KeyDates, RecoveryKey};
pub use logbook::Log;
pub use normal_weeks::NormalWeeks;
pub use onlooker::Onlooker;
pub use packs::{Pack, PackDetails, Packs};
pub use partings::{Done, Opening, Partings};
pub use plans::{PlanKinds, Plans};
pub use platform::{WRITING, Whom, rename_patiently, write_noted, write_whole};
pub use profiles::Profiles;
pub use provisions::{Interventions, Provisions};
pub use pupils::{Named, Pupils};
pub use register::{Register, Views};
pub use schools::{Belonging, Schools};
pub use settings::Settings;
pub use tasks::{Made, NewTask, Subject, Tasks};
pub use templates::Templates;
pub use timers::Timers;
pub use vault::{Holding, Restore, Vault, lies_in_vault};
pub use weeks::Weeks;
