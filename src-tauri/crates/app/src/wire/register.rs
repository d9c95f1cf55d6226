//! The register and its records.

use super::asked;
use chrono::NaiveDate;
use daybook_domain::ids::PupilId;
use daybook_domain::pupil::PupilDetails;
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
}
