//! The packs. Each is a pure function of a story, whose texts are already masked: case codes, no pupil's name.
//! The recovery sheet, which tells of no pupil at all; lists of the register and the provision map, which hold names where
//! they were asked for; and a child's plan, profile and whole file, which are handed on with the name.

mod child_file;
mod profile;
mod provision_map;
mod recovery_sheet;
mod register_list;
mod support_plan;
mod week;
mod week_as_it_happened;
mod week_plan;
mod week_tables;
mod words;

pub use child_file::{CLOSES, ChildFile, OPENS, child_file};
pub use profile::{ProfileSheet, profile};
pub use provision_map::{MapSheet, MapSheetGroup, provision_map};
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
pub use register_list::{ChangesSheet, ListSheet, changes_sheet, register_list};
pub use support_plan::{OutcomeSheet, PlanSheet, support_plan};
pub use week_as_it_happened::week_as_it_happened;
pub use week_plan::week_plan;

/// Who signs, as they write their names; a name that nobody has typed is empty, and its line is there all the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signers {
    /// The SENCO.
    pub senco: String,
    /// The headteacher.
    pub head: String,
}

impl Signers {
    fn lines(&self) -> [(&str, &str); 2] {
        [("SENCO", &self.senco), ("Headteacher", &self.head)]
    }
}
