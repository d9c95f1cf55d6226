//! The figures of a story, each with what it was summed from.

use crate::activity::Purpose;
use crate::ids::{ActivityId, BlockId, EntryId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A number of minutes, and what it was summed from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// The sum.
    pub minutes: u32,
    /// Entries in it.
    pub entries: Vec<EntryId>,
    /// Blocks in it.
    pub blocks: Vec<BlockId>,
}

/// Where the contracted minutes of a day or a week went:
/// `contracted = teaching + breaks_taken + breaks_lost + recorded + unaccounted`, always.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sums {
    /// Contracted minutes on worked days.
    pub contracted: u32,
    /// Lessons, less whatever an entry says happened instead.
    pub teaching: u32,
    /// Minutes of breaks that were had, less whatever an entry says happened instead.
    pub breaks_taken: u32,
    /// Minutes of breaks that were lost and that no entry covers.
    pub breaks_lost: u32,
    /// Entries inside contracted time; each minute once, so that only parts of the entries it lists may count.
    pub recorded: Figure,
    /// Contracted minutes nobody has accounted for.
    pub unaccounted: u32,
    /// Entries outside contracted time.
    pub out_of_hours: Figure,
    /// Minutes claimed again: by a timed entry where another already is, or by untimed entries beyond what the
    /// contracted day has free. `recorded + out_of_hours + overlapped` is all that happened.
    pub overlapped: u32,
}

/// Time by one kind of work: planned beside what happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ByActivity {
    /// Which; none for entries still to be classified.
    pub activity: Option<ActivityId>,
    /// Its name.
    pub name: String,
    /// Which area it serves.
    pub purpose: Option<Purpose>,
    /// What the plan gave it.
    pub planned: Figure,
    /// What it took.
    pub actual: Figure,
}

/// Time by area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ByPurpose {
    /// Which; none for entries still to be classified.
    pub purpose: Option<Purpose>,
    /// Its name in print.
    pub name: String,
    /// What the plan gave it.
    pub planned: Figure,
    /// What it took.
    pub actual: Figure,
}

/// Who or what interrupted, how often and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Interrupter {
    /// As she wrote it; empty if she did not say.
    pub who: String,
    /// How many times.
    pub times: u32,
    /// How long.
    pub figure: Figure,
}

/// The week's figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Totals {
    /// The plan.
    pub planned: Figure,
    /// Everything that happened; overlapping entries count twice until they are settled.
    pub happened: Figure,
    /// Of that: as planned.
    pub as_planned: Figure,
    /// Of that: planned, but at another time or length.
    pub changed: Figure,
    /// Of that: interruptions.
    pub interruptions: Figure,
    /// Of that: never in the plan.
    pub extra: Figure,
    /// Planned blocks that did not happen.
    pub not_done: Figure,
    /// Planned blocks of which nothing has been said.
    pub open: Figure,
    /// Work at home.
    pub at_home: Figure,
    /// Time for other roles.
    pub other_role: Figure,
    /// Time spent being accountable: keeping this daybook and its packs.
    pub own_burden: Figure,
    /// Protected SENCO minutes on the worked days of this week.
    pub protected: u32,
    /// Of the protected minutes, those that timed interruptions and extras took; only parts of the entries it lists
    /// may lie in protected time.
    pub protected_lost: Figure,
    /// Minutes of breaks lost, worked through or not.
    pub breaks_lost: u32,
    /// Pupils with SEN provision.
    pub registered: u32,
    /// Tenths of a minute of SENCO time (all that happened but other roles) per registered pupil; none without pupils.
    pub tenths_per_pupil: Option<u32>,
}

impl Figure {
    /// Adds an entry, and so many of its minutes.
    pub fn add_entry(&mut self, id: EntryId, minutes: u32) {
        self.minutes = self.minutes.saturating_add(minutes);
        self.entries.push(id);
    }

    /// Adds a block, and so many of its minutes.
    pub fn add_block(&mut self, id: BlockId, minutes: u32) {
        self.minutes = self.minutes.saturating_add(minutes);
        self.blocks.push(id);
    }

    /// Adds all that another figure was summed from.
    pub fn add(&mut self, other: &Self) {
        self.minutes = self.minutes.saturating_add(other.minutes);
        self.entries.extend(&other.entries);
        self.blocks.extend(&other.blocks);
    }
}

impl Sums {
    /// Adds a day to a week.
    pub fn add(&mut self, day: &Self) {
        self.contracted += day.contracted;
        self.teaching += day.teaching;
        self.breaks_taken += day.breaks_taken;
        self.breaks_lost += day.breaks_lost;
        self.recorded.add(&day.recorded);
        self.unaccounted += day.unaccounted;
        self.out_of_hours.add(&day.out_of_hours);
        self.overlapped = self.overlapped.saturating_add(day.overlapped);
    }
}
