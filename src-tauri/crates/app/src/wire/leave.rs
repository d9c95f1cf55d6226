//! Leaving with everything, and what is to be known of a place.

use super::{asked, told};
use chrono::NaiveDateTime;

asked! {
    /// A folder to write into.
    IntoFolder {
        /// The folder; it is there already.
        folder: String,
    }
}

told! {
    /// The daybook that is open is a copy from before one that was open here.
    Parted {
        /// When the newest opening was that this copy does not know of.
        since: NaiveDateTime,
    }
    /// An operation in one of two copies.
    PartedLine {
        /// When.
        at: NaiveDateTime,
        /// The computer account; empty where the system told none.
        who: String,
        /// What was done, as the undo menu calls it. Never a pupil's name.
        sentence: String,
    }
    /// Two copies of a daybook, compared.
    PartingView {
        /// Whether they are copies of one daybook at all.
        same: bool,
        /// When one of them was first opened apart from the other; none where they are not of one daybook.
        parted_at: Option<NaiveDateTime>,
        /// What was done since in the one that is open, oldest first.
        here: Vec<PartedLine>,
        /// What was done since in the other, oldest first.
        there: Vec<PartedLine>,
    }
    /// Everything, written out.
    Exported {
        /// The folder it was written into.
        folder: String,
        /// How many files it holds.
        files: u32,
        /// How many rows they hold.
        rows: u64,
    }
    /// What is to be known of a place.
    PlaceAdvice {
        /// Sentences; none where there is nothing to know.
        sentences: Vec<String>,
    }
}
