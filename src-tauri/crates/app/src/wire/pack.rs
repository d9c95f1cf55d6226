//! Packs: preview, names found, saving.

use super::{PaperOf, asked, told};
use chrono::{NaiveDate, NaiveDateTime};
use daybook_domain::ids::{EntryId, PackId};
use daybook_domain::names::{FoundName, KeptWord};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackKind {
    /// Week plan, to annotate by hand.
    WeekPlan,
    /// Week as it happened.
    WeekAsItHappened,
}

/// How a pack is made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PackOptions {
    /// Words that look like a pupil's name and were said not to be, with the pupils that was said of: printed as they
    /// stand. 200 words of 100 characters at most. None: those said before.
    pub keep: Option<Vec<KeptWord>>,
    /// Everyday words to be hidden in small letters too, because a pupil is called so. 200 words of 100 characters at
    /// most. None: those said before.
    pub hide: Option<Vec<String>>,
}

asked! {
    /// A pack to look at.
    PreviewPack {
        /// Which.
        kind: PackKind,
        /// Any day in its week.
        date: NaiveDate,
        /// How.
        options: PackOptions,
    }
    /// A pack to save.
    SavePack {
        /// Which.
        kind: PackKind,
        /// Any day in its week.
        date: NaiveDate,
        /// How.
        options: PackOptions,
        /// Where to; the file is replaced if it is there.
        path: String,
    }
}

told! {
    /// A pack as it would be printed.
    PackView {
        /// Its title.
        title: String,
        /// The name offered for its file; it holds no pupil's name.
        file: String,
        /// Its pages, each a picture in SVG.
        pages: Vec<String>,
        /// Names found in free text, and whether they are hidden.
        found: Vec<FoundName>,
        /// Words that look like a name and were said to be none, with the pupils that was said of.
        keep: Vec<KeptWord>,
        /// Everyday words that are hidden in small letters too.
        hide: Vec<String>,
        /// Anything to know before printing, in sentences.
        notes: Vec<String>,
        /// Entries its figures were summed from.
        entries: Vec<EntryId>,
        /// Fingerprint of what it says.
        hash: String,
    }
    /// A pack that was saved.
    PackSaved {
        /// Where.
        path: String,
        /// How large, in bytes.
        bytes: u32,
        /// Fingerprint of what it says.
        hash: String,
    }
    /// A pack that was printed or saved before.
    PackRow {
        /// Which.
        id: PackId,
        /// What it was, in words: its case code where it is of one child, never a name.
        title: String,
        /// Which pack of a week; none where it speaks of no one week.
        kind: Option<PackKind>,
        /// The Monday of its week.
        monday: Option<NaiveDate>,
        /// What of the register it was, to be looked at again as it stands now; none where that cannot be.
        of: Option<PaperOf>,
        /// Whether it held names.
        names: bool,
        /// When.
        at: NaiveDateTime,
        /// Fingerprint of what it said.
        hash: String,
    }
}
