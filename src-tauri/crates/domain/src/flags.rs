//! Flags of a school's own, beside those the law knows (see [`Flags`](crate::pupil::Flags)).

use crate::ids::FlagId;
use crate::text::at_most;
use crate::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Characters of a flag's name: it stands in a narrow column.
const MOST_OF_A_NAME: usize = 60;

/// A flag as a person names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagDetails {
    /// What it is called, such as "Forces family".
    pub name: String,
    /// No longer offered; children who have it keep it.
    pub retired: bool,
}

/// A flag of the school's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Flag {
    /// Its identity.
    pub id: FlagId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: FlagDetails,
}

impl FlagDetails {
    /// Refuses a flag without a name, with one of more than 60 characters, or with one that another flag has.
    /// `others` are the names of the school's other flags.
    pub fn check<'a>(&self, others: impl IntoIterator<Item = &'a str>) -> Outcome<()> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Fault::new("flag.no_name", "A flag needs a name. Nothing was changed.").at("name"));
        }
        at_most(name, MOST_OF_A_NAME, "name")?;
        if others.into_iter().any(|other| same_name(other, name)) {
            return Err(Fault::new(
                "flag.twice",
                "There is a flag of that name already. Nothing was changed; use that one, or choose another name.",
            )
            .at("name"));
        }
        Ok(())
    }
}

/// Whether two names are one to whoever reads them: case and the space around them do not matter.
pub fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_has_a_name_of_its_own() {
        for (name, code) in [
            ("Forces family", None),
            (" ", Some("flag.no_name")),
            ("DYSLEXIA friendly ", Some("flag.twice")),
            (&"x".repeat(61), Some("text.too_long")),
        ] {
            let flag = FlagDetails { name: name.to_owned(), retired: false };
            let fault = flag.check(["Dyslexia friendly", "Élan"]).err();
            assert_eq!(fault.as_ref().map(|fault| fault.code.as_ref()), code, "{name:?}");
            assert!(fault.is_none_or(|fault| fault.field.as_deref() == Some("name")));
        }
    }
}
