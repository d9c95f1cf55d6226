//! Kinds of work, and what they are for.

use crate::ids::ActivityId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The four areas a SENCO's time is for, which governors and heads know from the national standards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Strategic direction and development of SEN provision.
    Strategy,
    /// Teaching and learning.
    Learning,
    /// Leading and managing staff.
    Staff,
    /// Deploying staff and resources.
    Resources,
}

impl Purpose {
    /// All four, in the order they are printed.
    pub const ALL: [Self; 4] = [Self::Strategy, Self::Learning, Self::Staff, Self::Resources];

    /// Its name in print.
    pub fn label(self) -> &'static str {
        match self {
            Self::Strategy => "Strategic direction",
            Self::Learning => "Teaching and learning",
            Self::Staff => "Leading and managing staff",
            Self::Resources => "Deploying staff and resources",
        }
    }
}

/// A kind of work, such as "Annual reviews".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Activity {
    /// Its identity in the vault.
    pub id: ActivityId,
    /// What it is called.
    pub name: String,
    /// Which of the four areas it serves.
    pub purpose: Purpose,
    /// The law asks for it.
    pub statutory: bool,
    /// Administration.
    pub administrative: bool,
    /// Spent with pupils.
    pub with_pupils: bool,
    /// Belongs to another role the SENCO also holds.
    pub other_role: bool,
    /// Keeping this daybook and being accountable.
    pub own_burden: bool,
    /// No longer offered for new blocks and entries.
    pub retired: bool,
}

/// Letters of the flags an activity starts with: statutory, administrative, with pupils, other role, own burden.
struct Start(&'static str, Purpose, &'static str);

const STARTING: [Start; 20] = [
    Start("Annual reviews", Purpose::Strategy, "s"),
    Start("EHC assessment requests and advice", Purpose::Strategy, "sa"),
    Start("SEN Support plans and reviews", Purpose::Learning, "s"),
    Start("Meetings with parents", Purpose::Strategy, ""),
    Start("Calls and messages with families", Purpose::Strategy, ""),
    Start("Observing and assessing", Purpose::Learning, "p"),
    Start("Teaching and interventions", Purpose::Learning, "p"),
    Start("Supporting a pupil", Purpose::Learning, "p"),
    Start("Advice to teachers", Purpose::Staff, ""),
    Start("Training staff", Purpose::Staff, ""),
    Start("Managing teaching assistants", Purpose::Staff, ""),
    Start("TA timetables and cover", Purpose::Resources, "a"),
    Start("Outside agencies", Purpose::Resources, ""),
    Start("Provision map and costs", Purpose::Resources, "a"),
    Start("Records and paperwork", Purpose::Resources, "a"),
    Start("Email and messages", Purpose::Resources, "a"),
    Start("Reports to SLT and governors", Purpose::Strategy, "a"),
    Start("Policy and planning", Purpose::Strategy, ""),
    Start("Safeguarding and other roles", Purpose::Staff, "o"),
    Start("Keeping this daybook", Purpose::Resources, "ab"),
];

/// The kinds of work a new vault starts with, all editable; a proposal of ours, not a published list.
pub fn starting_activities() -> Vec<Activity> {
    STARTING
        .iter()
        .enumerate()
        .map(|(i, Start(name, purpose, flags))| Activity {
            id: ActivityId(i as i64 + 1),
            name: (*name).to_owned(),
            purpose: *purpose,
            statutory: flags.contains('s'),
            administrative: flags.contains('a'),
            with_pupils: flags.contains('p'),
            other_role: flags.contains('o'),
            own_burden: flags.contains('b'),
            retired: false,
        })
        .collect()
}
