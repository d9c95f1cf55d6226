//! Normal weeks.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::ids::{BlockId, NormalWeekId};
use daybook_domain::normal_week::LeftOut;

asked! {
    /// Blocks of a week to keep as a normal week.
    KeepNormalWeek {
        /// Any day in the week.
        date: NaiveDate,
        /// Which blocks of its plan.
        blocks: Vec<BlockId>,
        /// What to call it.
        name: String,
        /// Whether it takes the place of the one that has this name already.
        replace: bool,
    }
    /// A normal week to lay.
    LayNormalWeek {
        /// Which.
        week: NormalWeekId,
        /// Any day in the week to lay it into.
        date: NaiveDate,
    }
    /// A normal week to call something else.
    RenameNormalWeek {
        /// Which.
        week: NormalWeekId,
        /// What to call it.
        name: String,
    }
    /// One normal week.
    OfNormalWeek {
        /// Which.
        week: NormalWeekId,
    }
}

told! {
    /// What was laid of a normal week.
    LaidView {
        /// How many blocks were laid.
        laid: u32,
        /// What was left out, by day and time.
        left_out: Vec<LeftOut>,
    }
}
