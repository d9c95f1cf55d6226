//! Pupils as files, what the census asks, how long records are kept, and erasing.

use super::{asked, told};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::census::CensusFinding;
use daybook_domain::ids::PupilId;
use daybook_domain::register::RegisterRow;
use daybook_exchange::FileKind;

asked! {
    /// Pupils to save as a file.
    ExportRegister {
        /// Which, in this order.
        pupils: Vec<PupilId>,
        /// As what.
        format: FileKind,
        /// The file's path; it is replaced if it is there.
        path: String,
    }
    /// A child's whole file.
    SaveChildFile {
        /// Whose.
        pupil: PupilId,
        /// The folder to make it in; it is there already.
        folder: String,
    }
    /// A census to look ahead to.
    AskCensus {
        /// A day: the census of that day is meant, or the next one after it; none: from today.
        on: Option<NaiveDate>,
    }
    /// How long the school keeps records.
    KeepRecords {
        /// Whether it is the rule for records without any provision, need or plan.
        plain: bool,
        /// Years from the date of birth; none: as the rules say.
        years: Option<u32>,
    }
    /// A child to erase.
    EraseChild {
        /// Who.
        pupil: PupilId,
        /// The child's case code, typed once more.
        confirm: String,
        /// Whether to delete the copies of the daybook that still hold the child, once a new one is made.
        delete_copies: bool,
        /// Texts of others that are to stay as they are, though they seem to name the child.
        kept: Vec<String>,
    }
}

told! {
    /// A child's whole file that was saved.
    ChildFile {
        /// The folder it was written into.
        folder: String,
        /// How many files it holds.
        files: u32,
        /// How many places name somebody else and are marked.
        marked: u32,
    }
    /// What a census will ask.
    CensusView {
        /// Its name.
        label: String,
        /// Its day.
        on: NaiveDate,
        /// Whether it asks for types of need.
        asks_needs: bool,
        /// Where that stands.
        source: String,
        /// How many pupils will be on roll.
        on_roll: u32,
        /// How many of them the census will count with each provision, by its code.
        counts: Vec<CensusCount>,
        /// Pupils in whose record something is missing or odd.
        rows: Vec<CensusRow>,
    }
    /// How many have a provision.
    CensusCount {
        /// Provision code; the code of none for those without.
        code: String,
        /// How many.
        count: u32,
    }
    /// A pupil in whose record something is missing or odd.
    CensusRow {
        /// Who.
        pupil: RegisterRow,
        /// What.
        findings: Vec<CensusFinding>,
    }
    /// Who is due to be erased.
    RetentionView {
        /// For children with special educational needs.
        sen: RetentionRule,
        /// For children of whom no provision, need, plan or anything like it was ever written down.
        plain: RetentionRule,
        /// Those who are due, longest first.
        due: Vec<RetentionRow>,
        /// Those who will be within a year.
        coming: Vec<RetentionRow>,
        /// How many others have left.
        later: u32,
        /// Those who left and have no date of birth to count from.
        undated: Vec<RegisterRow>,
        /// How many on roll are 19 or older: their last day was most likely never written down, so they never become due.
        overstayed: u32,
    }
    /// How long a kind of record is kept.
    RetentionRule {
        /// Years from the date of birth.
        years: u32,
        /// Whether that is the school's own rule.
        own: bool,
        /// What the rules say, in years.
        ruled: u32,
        /// Where that stands.
        source: String,
    }
    /// Somebody who left.
    RetentionRow {
        /// Who.
        pupil: RegisterRow,
        /// When their record may be erased.
        due_on: NaiveDate,
        /// Their last day on roll.
        left_on: Option<NaiveDate>,
        /// Whether it is the record of a child with special educational needs.
        sen: bool,
    }
    /// What erasing a child would take away.
    EraseView {
        /// The case code to type.
        case_code: String,
        /// What there is of the child.
        parts: Vec<ErasePart>,
        /// Entries that name the child. Their minutes stay.
        entries: u32,
        /// Texts of others in which the case code will stand instead of the name.
        texts: Vec<EraseText>,
        /// Copies of the daybook that hold the child, newest first.
        copies: Vec<CopyRow>,
        /// A second place is set and is not there now: what is in it cannot be told.
        second_unseen: bool,
        /// What has to be known before, in sentences.
        notices: Vec<String>,
    }
    /// A text of others that names the child.
    EraseText {
        /// Where it stands, in words.
        what: String,
        /// What it says.
        before: String,
        /// What it will say.
        after: String,
    }
    /// A kind of thing that would be erased.
    ErasePart {
        /// What, in words.
        what: String,
        /// How many.
        count: u32,
    }
    /// A copy of the daybook.
    CopyRow {
        /// Where it is.
        path: String,
        /// The name of its file or folder.
        file: String,
        /// When it was made.
        made_at: NaiveDateTime,
        /// Whether it is in the second place.
        second: bool,
    }
    /// Copies of the daybook that still hold a child who was erased.
    ErasedCopiesView {
        /// Those that are there, newest first.
        copies: Vec<CopyRow>,
        /// How many were deleted just now.
        deleted: u32,
        /// A second place is set and is not there now: whether it holds any cannot be told.
        second_unseen: bool,
    }
    /// What was erased.
    ErasedView {
        /// Rows of the child.
        rows: u32,
        /// What the journal knew of them, change by change.
        changes: u32,
        /// Small files.
        files: u32,
        /// Entries that named the child.
        entries: u32,
        /// Texts in which the name was replaced by the case code.
        texts: u32,
        /// Copies that were deleted.
        deleted: u32,
        /// Copies that still hold the child.
        copies: Vec<CopyRow>,
        /// A second place is set and was not there.
        second_unseen: bool,
        /// What did not go as it should, in a sentence; none where all did.
        trouble: Option<String>,
    }
}
