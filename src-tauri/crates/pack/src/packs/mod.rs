//! The packs. Each is a pure function of a story, whose texts are already masked: case codes, no pupil's name.

mod week;
mod week_as_it_happened;
mod week_plan;
mod week_tables;
mod words;

pub use week_as_it_happened::week_as_it_happened;
pub use week_plan::week_plan;
