//! What keeps a daybook safe, and what is told of it.

pub(crate) mod backups;
pub(crate) mod drafts;
pub(crate) mod keys;
pub(crate) mod log;
pub(crate) mod sheet;
