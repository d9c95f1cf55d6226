//! What happened: entries of the book of first entry.

use crate::clock::{Clock, Span};
use crate::fault::{Fault, Outcome};
use crate::ids::{ActivityId, BlockId, EntryId, PupilId};
use crate::text::at_most;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of what happened.
const MOST_OF_A_TEXT: usize = 1000;

/// Most characters of who interrupted.
const MOST_OF_A_NAME: usize = 120;

/// Where work was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At school.
    School,
    /// At home.
    Home,
    /// At another school.
    OtherSchool,
    /// On the way.
    Travel,
}

/// How an entry stands to the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A planned block that happened as planned.
    AsPlanned,
    /// A planned block that happened at another time or length.
    Changed,
    /// Somebody or something broke in.
    Interruption,
    /// Work that was never in the plan.
    Extra,
}

/// An entry as a person writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryDetails {
    /// The day.
    pub date: NaiveDate,
    /// When it began, if she knows.
    pub start: Option<Clock>,
    /// How long, in minutes.
    pub minutes: u32,
    /// What it was.
    pub text: String,
    /// The kind of work; none while the entry waits to be classified.
    pub activity: Option<ActivityId>,
    /// Where.
    pub place: Place,
    /// How it stands to the plan.
    pub kind: EntryKind,
    /// The planned block it fulfils, for `as_planned` and `changed`.
    pub block: Option<BlockId>,
    /// Who interrupted.
    pub interrupted_by: Option<String>,
    /// The planned block it pushed out.
    pub displaced: Option<BlockId>,
    /// Which pupils it was about.
    pub pupils: Vec<PupilId>,
    /// Kept to herself: in no pack.
    pub private: bool,
    /// Captured in haste, still to be classified.
    pub provisional: bool,
}

impl EntryDetails {
    /// When it was, if it has a start.
    pub fn span(&self) -> Option<Span> {
        self.start.and_then(|start| Span::of(start, self.minutes).ok())
    }

    /// Refuses no time at all, a stretch across midnight and more than a day.
    pub fn check(&self) -> Outcome<()> {
        match self.start {
            Some(start) => Span::of(start, self.minutes).map(|_| ())?,
            None if self.minutes == 0 || self.minutes > crate::clock::DAY => {
                return Err(Fault::new(
                    "time.length",
                    "An entry is from one minute to 24 hours long. Nothing was changed.",
                )
                .at("minutes"));
            }
            None => {}
        }
        at_most(&self.text, MOST_OF_A_TEXT, "text")?;
        at_most(self.interrupted_by.as_deref().unwrap_or_default(), MOST_OF_A_NAME, "interrupted_by")?;
        if !self.provisional && self.activity.is_none() {
            return Err(Fault::new(
                "entry.no_activity",
                "Choose the kind of work, or leave the entry to be classified later.",
            )
            .at("activity"));
        }
        if matches!(self.kind, EntryKind::AsPlanned | EntryKind::Changed) && self.block.is_none() {
            return Err(Fault::new(
                "entry.no_block",
                "An entry that follows the plan needs the planned block it belongs to.",
            )
            .at("block"));
        }
        Ok(())
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// Its identity.
    pub id: EntryId,
    /// What was written.
    #[serde(flatten)]
    pub details: EntryDetails,
    /// The entry it is a later piece of, where settling an overlap cut one in two: they count as one interruption.
    #[serde(skip)]
    #[ts(skip)]
    pub continues: Option<EntryId>,
}
