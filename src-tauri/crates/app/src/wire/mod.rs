//! What goes over the wire: the arguments and results of every command, one file per noun.
//!
//! Plain data only. The TypeScript types are generated from here and from the domain.

mod backups;
mod calendar_file;
mod check;
mod exchange;
mod history;
mod import;
mod keys;
mod leave;
mod list;
mod log;
mod look_back;
mod normal_week;
mod pack;
mod record;
mod register;
mod secret;
mod session;
mod setup;
mod tasks;
mod timer;
mod week;

pub use self::log::*;
pub use backups::*;
pub use calendar_file::*;
pub use check::*;
pub use exchange::*;
pub use history::*;
pub use import::*;
pub use keys::*;
pub use leave::*;
pub use list::*;
pub use look_back::*;
pub use normal_week::*;
pub use pack::*;
pub use record::*;
pub use register::*;
pub use secret::{Secret, Shown};
pub use session::*;
pub use setup::*;
pub use tasks::*;
pub use timer::*;
pub use week::*;

/// Declares plain data that comes in from a screen: unknown fields are refused.
macro_rules! asked {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
    )*};
}

/// Declares plain data that goes out to a screen.
macro_rules! told {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
    )*};
}

use {asked, told};

asked! {
    /// Nothing is asked.
    Nothing {}
}
