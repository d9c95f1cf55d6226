//! The list: saved views, one change to many, what changed since, year's end, and the list on paper.

use super::{PackOptions, asked, told};
use chrono::NaiveDate;
use daybook_domain::bulk::BulkChange;
use daybook_domain::ids::{PlanId, PupilId, ViewId};
use daybook_domain::provision_map::MapBy;
use daybook_domain::register::{RegisterQuery, SavedView, Scope};
use daybook_domain::year_end::{ClassProposal, Moved, WorkedOut, YearEnd};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

asked! {
    /// A view of the list to keep under a name.
    SaveView {
        /// Its name; a view that has it already is changed.
        name: String,
        /// What it asks for.
        query: RegisterQuery,
    }
    /// A saved view.
    OfView {
        /// Which.
        view: ViewId,
    }
    /// The view to begin with the next time.
    ChooseView {
        /// Which; none: the usual list.
        view: Option<ViewId>,
    }
    /// One change to many pupils.
    SetPupils {
        /// Whom.
        pupils: Vec<PupilId>,
        /// What.
        change: BulkChange,
    }
    /// What happened since a day.
    ChangesSince {
        /// The first day.
        since: NaiveDate,
        /// Of whom: those who had a place on the register at any time since, everybody, or those who left.
        scope: Scope,
    }
    /// How everybody would move up.
    PreviewYearEnd {
        /// How; none: as proposed.
        plan: Option<YearEnd>,
        /// What of it nobody said, so that it is worked out for its first day.
        #[serde(default)]
        work_out: Vec<WorkedOut>,
    }
    /// How everybody moves up.
    CommitYearEnd {
        /// How.
        plan: YearEnd,
    }
    /// A list to look at on paper.
    PreviewPaper {
        /// What it lists.
        of: PaperOf,
        /// With names. Without them case codes stand for pupils, and what tells who they are is left out.
        names: bool,
        /// What was said of words that look like a name.
        #[serde(default)]
        options: PackOptions,
    }
    /// A list to save as a PDF.
    SavePaper {
        /// What it lists.
        of: PaperOf,
        /// With names.
        names: bool,
        /// What was said of words that look like a name.
        #[serde(default)]
        options: PackOptions,
        /// Where to; the file is replaced if it is there.
        path: String,
    }
}

/// What a list on paper lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum PaperOf {
    /// The list as it is shown: its columns, order and groups.
    List {
        /// What is asked of it.
        query: Box<RegisterQuery>,
        /// Only these of it; empty: everybody it shows.
        #[serde(default)]
        pupils: Vec<PupilId>,
    },
    /// What changed since a day.
    Changes {
        /// The first day.
        since: NaiveDate,
        /// Of whom.
        scope: Scope,
    },
    /// A child's plan: the open round, or the last of one that has ended.
    Plan {
        /// Which.
        plan: PlanId,
    },
    /// A child's one-page profile.
    Profile {
        /// Whose.
        pupil: PupilId,
    },
    /// The provision map of the school.
    ProvisionMap {
        /// What it is grouped by.
        by: MapBy,
        /// Whether what has ended or is to come in this academic year stands in it too.
        ended: bool,
    },
    /// A child's whole file, which is saved into a folder of its own and never set by itself.
    ChildFile {
        /// Whose.
        pupil: PupilId,
    },
}

told! {
    /// Saved views, and which was chosen last.
    ViewsView {
        /// All of them, by name.
        views: Vec<SavedView>,
        /// The one to begin with; none: the usual list.
        last: Option<ViewId>,
    }
    /// What one change would do to each of several pupils.
    BulkView {
        /// One line for each, in the order they were asked for.
        lines: Vec<BulkLine>,
        /// How many would change.
        changes: u32,
        /// How many are so already.
        same: u32,
        /// For how many it cannot be done.
        refused: u32,
    }
    /// What one change would do to one pupil.
    BulkLine {
        /// Who.
        pupil: PupilId,
        /// Case code.
        case_code: String,
        /// Legal surname.
        surname: String,
        /// Preferred forename, or the legal one.
        forename: String,
        /// What it is, in words.
        was: String,
        /// What it would be, in words.
        becomes: String,
        /// Whether it is so already.
        same: bool,
        /// Why it cannot be done; none where it can.
        refused: Option<String>,
    }
    /// What happened to pupils over a time.
    ChangesView {
        /// The first day.
        since: NaiveDate,
        /// The last.
        until: NaiveDate,
        /// Those to whom something happened, by name.
        children: Vec<ChildChanges>,
        /// How many of those asked for nothing happened to.
        unchanged: u32,
    }
    /// What happened to one pupil.
    ChildChanges {
        /// Who.
        pupil: PupilId,
        /// Case code.
        case_code: String,
        /// Legal surname.
        surname: String,
        /// Preferred forename, or the legal one.
        forename: String,
        /// Curriculum year now.
        year: String,
        /// Class now.
        class: String,
        /// Provision code now; empty for none.
        status: String,
        /// What happened, in order; then what was corrected.
        lines: Vec<ChangeLine>,
    }
    /// Something that happened.
    ChangeLine {
        /// The day; none for what was put right in the record, whatever day that speaks of.
        on: Option<NaiveDate>,
        /// What, in a sentence. It may hold names.
        sentence: String,
    }
    /// How everybody would move up.
    YearEndView {
        /// How, as asked or as proposed.
        plan: YearEnd,
        /// Everybody on roll on the day before, by name.
        children: Vec<Moved>,
        /// The classes of those who move up.
        classes: Vec<ClassProposal>,
        /// How many move up.
        moving: u32,
        /// How many leave.
        leaving: u32,
        /// How many stay in their year.
        staying: u32,
        /// What to know before it is done, in sentences.
        notices: Vec<String>,
        /// Whether it was done already; it is done once.
        done: bool,
    }
    /// What was done at year's end.
    YearEndDone {
        /// How many moved up.
        moved: u32,
        /// How many left.
        left: u32,
        /// How many stay in their year.
        stayed: u32,
    }
}
