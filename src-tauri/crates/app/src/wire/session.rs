//! The session: no daybook, a locked one, an open one.

use super::{Parted, Secret, asked, told};
use chrono::NaiveDate;
use daybook_domain::changed::UndoState;
use daybook_domain::clock::Clock;
use daybook_domain::log::LockReason;
use daybook_domain::register::ListColumn;
use daybook_domain::school::School;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether a daybook is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// No daybook has been chosen.
    Closed,
    /// One has been chosen; it holds no key and no data until it is unlocked.
    Locked,
    /// One is open.
    Open,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How the app looks on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Appearance {
    /// Light or dark.
    pub theme: Theme,
    /// Stronger lines and colours.
    pub high_contrast: bool,
    /// Text size in per cent: 100 to 200.
    pub text_size: u32,
    /// The columns of the register's list, in their order; none: the usual ones.
    pub register_columns: Vec<ListColumn>,
    /// The steps of the week's timetable, in minutes: 15 or 5.
    pub grid: u32,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { theme: Theme::System, high_contrast: false, text_size: 100, register_columns: Vec::new(), grid: 15 }
    }
}

/// When an open daybook locks by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LockSettings {
    /// Minutes without a touch: 1 to 120.
    pub minutes: u32,
}

asked! {
    /// Words to judge.
    Passphrase {
        /// The words.
        #[ts(type = "string")]
        passphrase: Secret,
    }
    /// A daybook to make.
    CreateVault {
        /// The folder to make it in.
        within: String,
        /// What to call it; its folder becomes `NAME.daybook`.
        name: String,
        /// The words that will open it.
        #[ts(type = "string")]
        passphrase: Secret,
    }
    /// A daybook to open.
    OpenVault {
        /// Its folder, `NAME.daybook`.
        folder: String,
        /// The words that open it.
        #[ts(type = "string")]
        passphrase: Secret,
    }
    /// A daybook's folder.
    VaultFolder {
        /// Its folder, `NAME.daybook`.
        folder: String,
    }
}

told! {
    /// A daybook as the first screen lists it.
    VaultView {
        /// Its name.
        name: String,
        /// Its folder.
        folder: String,
        /// Whether it is the sample school.
        sample: bool,
        /// Whether its folder is there. Looked for only while no daybook is chosen.
        found: bool,
    }
    /// Where the session stands.
    SessionView {
        /// Whether a daybook is open.
        state: SessionState,
        /// Which, unless closed.
        vault: Option<VaultView>,
        /// Daybooks opened on this computer, last first.
        recent: Vec<VaultView>,
        /// The school, once it has been typed.
        school: Option<School>,
        /// Today.
        today: NaiveDate,
        /// The time now.
        now: Clock,
        /// What Undo and Redo would do.
        undo: UndoState,
        /// It is a copy from before one that was open here; none where it is not, or it was said at an earlier opening.
        parted: Option<Parted>,
        /// Whether it is damaged and open only to read: every write is refused.
        read_only: bool,
        /// Why it is locked; none where it was only chosen, or is open.
        locked_because: Option<LockReason>,
        /// How the app looks.
        appearance: Appearance,
        /// The folder new daybooks are offered in.
        home: String,
        /// The app's version.
        version: String,
    }
    /// How hard words are to guess.
    Strength {
        /// 0 (guessed at once) to 4 (very hard).
        score: u8,
        /// Whether a daybook may be made with them.
        enough: bool,
        /// One sentence.
        advice: String,
    }
}
