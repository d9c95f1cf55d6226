//! For whom work is done each time: once for the school, or once for each child or family it concerns.

use crate::ids::PupilId;
use crate::text::at_most;
use crate::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of a code of provision.
const MOST_OF_A_CODE: usize = 20;

/// What work is done once for, each time it comes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "each", rename_all = "snake_case")]
pub enum Per {
    /// The school.
    School,
    /// Each child whose open SEN provision has this code.
    Status {
        /// The code, such as K or E.
        code: String,
    },
    /// The family of each child on roll with an open plan or registered provision.
    Family,
    /// One child.
    Pupil {
        /// Which.
        pupil: PupilId,
    },
}

impl Per {
    /// Refuses provision without a code. Whether the code is in force is for the rules of the day to say.
    ///
    /// Faults, said of `per.code`: `per.no_code`, `text.too_long`.
    pub fn check(&self) -> Outcome<()> {
        match self {
            Self::School | Self::Family | Self::Pupil { .. } => Ok(()),
            Self::Status { code } if code.trim().is_empty() => {
                Err(Fault::new("per.no_code", "Choose which SEN provision it is for. Nothing was changed.")
                    .at("per.code"))
            }
            Self::Status { code } => at_most(code, MOST_OF_A_CODE, "per.code"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provision_needs_a_code() {
        for (per, fault) in [
            (Per::School, None),
            (Per::Family, None),
            (Per::Pupil { pupil: PupilId(3) }, None),
            (Per::Status { code: "K".into() }, None),
            (Per::Status { code: " ".into() }, Some("per.no_code")),
            (Per::Status { code: "K".repeat(21) }, Some("text.too_long")),
        ] {
            assert_eq!(per.check().err().map(|fault| fault.code.into_owned()).as_deref(), fault, "{per:?}");
        }
    }

    #[test]
    fn it_is_written_as_what_it_is_for_each_of() {
        for (per, json) in [
            (Per::Status { code: "E".into() }, r#"{"each":"status","code":"E"}"#),
            (Per::Pupil { pupil: PupilId(3) }, r#"{"each":"pupil","pupil":3}"#),
        ] {
            assert_eq!(serde_json::to_string(&per).unwrap(), json);
            assert_eq!(serde_json::from_str::<Per>(json).unwrap(), per);
        }
    }
}
