//! The use-cases of the daybook, and the one list of commands that every host calls.
//!
//! Knows the domain and the store, what goes in and out as files, and the press. Knows nothing of windows.

mod against_plan;
mod block;
mod breaks;
mod burden;
mod calendar;
mod calendar_out;
mod capture;
mod census;
mod child_file;
pub mod commands;
mod entry;
mod erase;
mod export;
mod history;
mod import;
mod list;
mod lock;
mod look_back;
mod meetings;
mod normal_week;
mod outside;
mod overlap;
mod packs;
mod prefs;
mod pupil;
mod record;
mod retention;
mod safety;
pub mod sample;
mod schools;
mod session;
mod setup;
mod tasks;
mod timer;
pub mod types;
mod vaults;
mod week;
pub mod wire;

pub use daybook_domain::idle::Watch;
pub use daybook_domain::log::LockReason;
pub use daybook_domain::progress::Progress;
pub use daybook_domain::{Fault, Outcome};
pub use daybook_store::{Cost, Onlooker};
pub use session::{Config, Session};
