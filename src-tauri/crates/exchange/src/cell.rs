//! One cell's text to what it means. Every reader is lenient in how a thing is written and never guesses what it means.

pub mod date;
pub mod flag;
pub mod name;
pub mod need;
pub mod note;
pub mod own_flags;
pub mod provision;
pub mod spells;
pub mod year;
