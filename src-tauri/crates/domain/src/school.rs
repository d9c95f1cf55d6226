//! The school a daybook is about.

use crate::fault::{Fault, Outcome};
use crate::ids::SchoolId;
use crate::text::at_most;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct School {
    /// Its identity in the vault.
    pub id: SchoolId,
    /// What the person typed.
    #[serde(flatten)]
    pub details: SchoolDetails,
}

/// What a person types about a school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchoolDetails {
    /// Its name, as it stands on a pack.
    pub name: String,
    /// The SENCO's own name for signature lines; may be empty.
    pub senco: String,
    /// The headteacher's name for signature lines; may be empty.
    pub head: String,
}

impl SchoolDetails {
    /// Refuses a school without a name, and names of more than 200 characters.
    pub fn check(&self) -> Outcome<()> {
        if self.name.trim().is_empty() {
            return Err(Fault::new("school.no_name", "The school needs a name: it heads every pack.").at("name"));
        }
        for (text, field) in [(&self.name, "name"), (&self.senco, "senco"), (&self.head, "head")] {
            at_most(text, 200, field)?;
        }
        Ok(())
    }
}
