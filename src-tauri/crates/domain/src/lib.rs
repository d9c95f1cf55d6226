//! What a SENCO's daybook is made of, and the rules it keeps.
//!
//! Types and pure functions only: nothing here reads a clock, a file or the network, and *today*
//! is always an argument. Durations are whole minutes, days are civil dates.

pub mod activity;
pub mod assessment;
pub mod backups;
pub mod breaks;
pub mod bulk;
pub mod burden;
pub mod calendar;
pub mod capture;
pub mod census;
pub mod changed;
pub mod clock;
pub mod codes;
pub mod cost;
pub mod documents;
pub mod entry;
pub mod fault;
pub mod flags;
pub mod hours;
pub mod idle;
pub mod ids;
pub mod log;
pub mod look_back;
pub mod names;
pub mod normal_week;
pub mod places;
pub mod plan;
pub mod profile;
pub mod progress;
pub mod provision;
pub mod provision_map;
pub mod pupil;
pub mod reconcile;
pub mod register;
pub mod retention;
pub mod school;
pub mod since;
pub mod story;
pub mod support;
pub mod task;
pub mod text;
pub mod timeline;
pub mod timer;
pub mod upn;
pub mod year_end;

pub use fault::{Fault, Outcome};
