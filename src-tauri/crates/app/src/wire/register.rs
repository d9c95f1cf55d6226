//! The register and its records.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::ids::{NeedId, PupilId, StatusId};
use daybook_domain::pupil::{Pupil, PupilDetails};
use daybook_domain::register::RegisterQuery;

asked! {
    /// What to list.
    ListRegister {
        /// What is asked of the list.
        query: RegisterQuery,
    }
    /// Words to find pupils by, for pickers.
    FindPupils {
        /// Words in names, class or case code.
        search: String,
        /// How many at most.
        limit: u32,
    }
    /// One pupil.
    OfPupil {
        /// Which.
        pupil: PupilId,
    }
    /// A pupil to add to the roll.
    AddPupil {
        /// What is known of them.
        details: PupilDetails,
    }
    /// A pupil's details to keep.
    SavePupil {
        /// Which.
        pupil: PupilId,
        /// What is known of them.
        details: PupilDetails,
    }
    /// A UPN as written.
    CheckUpn {
        /// The number, good or bad.
        upn: String,
    }
    /// A change of provision.
    SetStatus {
        /// Whose.
        pupil: PupilId,
        /// The provision code from that day; empty to end it.
        code: String,
        /// The first day it holds.
        from: NaiveDate,
        /// Why; may be empty.
        reason: String,
    }
    /// Needs to hold from a day, most important first.
    SetNeeds {
        /// Whose.
        pupil: PupilId,
        /// SEN type codes in order of rank.
        codes: Vec<String>,
        /// The first day they hold.
        from: NaiveDate,
    }
    /// A spell of provision.
    OfStatus {
        /// Whose.
        pupil: PupilId,
        /// Which.
        status: StatusId,
    }
    /// A spell of provision to correct.
    SaveStatus {
        /// Whose.
        pupil: PupilId,
        /// Which.
        status: StatusId,
        /// Code.
        code: String,
        /// First day.
        from: NaiveDate,
        /// Why, in a few words; may be empty.
        reason: String,
    }
    /// A need whose first day to correct.
    SaveNeed {
        /// Whose.
        pupil: PupilId,
        /// Which.
        need: NeedId,
        /// First day.
        from: NaiveDate,
    }
    /// A need.
    OfNeed {
        /// Whose.
        pupil: PupilId,
        /// Which.
        need: NeedId,
    }
}

told! {
    /// A pupil's record, and what does not fit in it.
    PupilView {
        /// The record.
        #[serde(flatten)]
        pupil: Pupil,
        /// What does not fit in its provision and needs today, in sentences.
        notices: Vec<String>,
    }
}
