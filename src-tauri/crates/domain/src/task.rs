//! Work that comes round: how often, on which day, for whom, and on which days of a year that is.

pub mod anchor;
pub mod frequency;
pub mod per;
pub mod recur;
