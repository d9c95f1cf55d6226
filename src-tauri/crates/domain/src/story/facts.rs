//! What a week's story is told from.

use crate::activity::Activity;
use crate::breaks::BreakMark;
use crate::calendar::Calendar;
use crate::entry::Entry;
use crate::hours::WeekHours;
use crate::ids::PupilId;
use crate::plan::{Block, Week};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// All that a week's story is told from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFacts {
    /// The week and how far it has come.
    pub week: Week,
    /// The calendar of its academic year, or of both where a year begins in it.
    pub calendar: Calendar,
    /// Its hours, each day by the pattern in force on it; none typed: no contracted time.
    pub hours: Option<WeekHours>,
    /// The plan.
    pub blocks: Vec<Block>,
    /// What happened.
    pub entries: Vec<Entry>,
    /// What was said of breaks.
    pub breaks: Vec<BreakMark>,
    /// Kinds of work.
    pub activities: Vec<Activity>,
    /// Case codes of the pupils that blocks and entries name, by pupil.
    pub case_codes: BTreeMap<PupilId, String>,
    /// Pupils with SEN provision (K or E, not the watch list) on the week's Friday.
    pub registered: u32,
}

/// Whether the story tells what she keeps to herself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Private {
    /// Private entries are in it: for her own screen.
    Shown,
    /// Private entries are left out before anything is summed: for packs. Their minutes stay unaccounted.
    LeftOut,
}
