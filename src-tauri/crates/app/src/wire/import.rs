//! Import of a school's export.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::ids::PupilId;
use daybook_exchange::{Choices, Mapping, Preview};

asked! {
    /// A file to read, and how.
    PreviewImport {
        /// The file's path; it says nothing where there is text.
        path: String,
        /// Cells pasted from a spreadsheet, instead of a file.
        text: Option<String>,
        /// Which column is what; guessed, or remembered, where none is given.
        mapping: Option<Mapping>,
        /// What was chosen so far.
        choices: Choices,
    }
    /// A preview to carry out.
    CommitImport {
        /// The file's path; it says nothing where there is text.
        path: String,
        /// Cells pasted from a spreadsheet, instead of a file.
        text: Option<String>,
        /// Which column is what.
        mapping: Mapping,
        /// What was chosen.
        choices: Choices,
        /// Who of those missing from the list has left; none: nobody.
        leaving: Option<Leaving>,
        /// The fingerprint of the file that was previewed.
        fingerprint: String,
    }
    /// Pupils who left.
    Leaving {
        /// Who: of those the preview calls missing.
        pupils: Vec<PupilId>,
        /// Their last day on roll.
        last_day: NaiveDate,
    }
}

told! {
    /// What an import would do.
    ImportView {
        /// Row by row.
        preview: Preview,
        /// What importing it with these choices would do.
        would: ImportDone,
        /// The fingerprint of the file, so that what is carried out is what was shown.
        fingerprint: String,
        /// The file's name.
        file: String,
    }
    /// What an import did.
    ImportDone {
        /// Pupils added.
        added: u32,
        /// Pupils changed.
        updated: u32,
        /// Rows that said nothing new.
        same: u32,
        /// Rows left out.
        left_out: u32,
        /// Pupils marked as left.
        left: u32,
    }
}
