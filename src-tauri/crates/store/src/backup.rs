//! Backups of a daybook: one self-contained file each, encrypted as the daybook is.
//!
//! A backup is a zip file whose members are stored as they are: `about.json`, which says what it holds and never a name,
//! `keys.json` as it was, and `daybook.db`. It is built in a folder of its own inside `backups/`, opened, counted and read
//! back, and only then gets its name; so whatever stops the work, a file named as a backup is whole. What a crash leaves
//! behind begins with a full stop and goes at the next opening.
//!
//! Nothing here decides when a backup is made: that is [`Vault`](crate::Vault). Which may go is the domain's rule.

mod about;
mod envelope;
mod line;
mod list;
mod make;
mod names;
mod second;
mod steps;
mod sweep;

pub use about::{About, Stand};
pub(crate) use about::{mark, own_rows, stand};
pub(crate) use envelope::{Envelope, newer, unreadable};
pub(crate) use line::Line;
pub use list::list;
pub use list::{Backup, Condition, look};
pub(crate) use list::{made, made_on, newest_of, own};
pub(crate) use make::{Source, check_copy, check_room, make};
pub use make::{free, needed};
pub(crate) use names::{kept as kept_name, read_kept};
pub use second::SecondState;
pub(crate) use second::carry;
pub use second::{folder_in as second_folder, state as second_state};
#[cfg(test)]
pub(crate) use steps::WATCHED;
pub(crate) use steps::{Step, reached};
pub(crate) use sweep::{building, sweep, thin};

/// The ending of a backup's file name.
pub const ENDING: &str = "daybook-backup";
