//! By what time is grouped, and what each group stands for.

use crate::activity::{Activity, Purpose};
use crate::entry::Place;
use crate::ids::{ActivityId, PupilId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what time is grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LookBackBy")]
pub enum By {
    /// Kind of work.
    Activity,
    /// The four areas.
    Purpose,
    /// The SENCO's role, or another she holds.
    Role,
    /// Where.
    Place,
    /// Whom it was about.
    Child,
    /// Who interrupted.
    Interrupter,
    /// In the plan or not.
    Planned,
}

impl By {
    /// All of them, as they are offered.
    pub const ALL: [Self; 7] =
        [Self::Activity, Self::Purpose, Self::Role, Self::Place, Self::Child, Self::Interrupter, Self::Planned];
}

/// For whom work was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "WorkRole")]
pub enum Role {
    /// As SENCO.
    Senco,
    /// As SENCO: keeping this daybook and being accountable.
    OwnBurden,
    /// In another role.
    Other,
}

impl Role {
    /// The role a kind of work belongs to.
    pub fn of(activity: &Activity) -> Self {
        match activity {
            Activity { other_role: true, .. } => Self::Other,
            Activity { own_burden: true, .. } => Self::OwnBurden,
            _ => Self::Senco,
        }
    }
}

/// What a group stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
#[ts(rename = "LookBackKey")]
pub enum Key {
    /// A kind of work.
    Activity {
        /// Which.
        activity: ActivityId,
    },
    /// One of the four areas.
    Purpose {
        /// Which.
        purpose: Purpose,
    },
    /// A role.
    Role {
        /// Which.
        role: Role,
    },
    /// A place.
    Place {
        /// Which.
        place: Place,
    },
    /// A child.
    Child {
        /// Which.
        pupil: PupilId,
    },
    /// Somebody who interrupted.
    Interrupter {
        /// As first written; empty if she did not say.
        who: String,
    },
    /// In the plan, as it was or changed; or not in it.
    Planned {
        /// Whether it was.
        planned: bool,
    },
    /// None of these: still to be classified, about no child, no interruption.
    None,
}
