//! What keeps a daybook safe, and what is told of it.

pub(crate) mod backups;
pub(crate) mod check;
mod described;
pub(crate) mod drafts;
pub(crate) mod keys;
pub(crate) mod leave;
pub(crate) mod log;
pub(crate) mod parting;
pub(crate) mod place;
pub(crate) mod sheet;
