//! What opens a daybook: passphrase, recovery key and its sheet, the key of the database.

use super::{Secret, Shown, asked, told};
use chrono::NaiveDateTime;
use daybook_domain::log::OpenedBy;

asked! {
    /// A passphrase to set.
    ChangePassphrase {
        /// The one there is now; none where the recovery key opened the daybook.
        #[ts(type = "string | null")]
        old: Option<Secret>,
        /// The new one.
        #[ts(type = "string")]
        new: Secret,
    }
    /// A recovery key to set as a sheet.
    RecoveryGroups {
        /// Its nine groups, as they were shown.
        #[ts(type = "Array<string>")]
        groups: Vec<Secret>,
    }
    /// A recovery sheet to save.
    SaveRecoverySheet {
        /// The nine groups of the key, as they were shown.
        #[ts(type = "Array<string>")]
        groups: Vec<Secret>,
        /// Where to; the file is replaced if it is there.
        path: String,
    }
}

told! {
    /// What opens the daybook.
    KeysView {
        /// When the recovery key was made; none where there is none.
        recovery_made_at: Option<NaiveDateTime>,
        /// When the passphrase was set; none where an early version of the app set it.
        passphrase_set_at: Option<NaiveDateTime>,
        /// What opened it this time. After the recovery key did, the passphrase is changed without the old one.
        opened_by: OpenedBy,
    }
    /// A new recovery key. It is shown this once and kept nowhere.
    RecoveryKeyView {
        /// Nine groups of four characters; the last checks the others.
        #[ts(type = "Array<string>")]
        groups: Vec<Shown>,
        /// When it was made.
        made_at: NaiveDateTime,
    }
    /// The recovery sheet as it would be printed.
    RecoverySheetView {
        /// Its title.
        title: String,
        /// The name offered for its file.
        file: String,
        /// Its pages, each a picture in SVG.
        pages: Vec<String>,
    }
    /// The key of the database, for who would open `daybook.db` with another program.
    DatabaseKeyView {
        /// 64 hexadecimal digits.
        #[ts(type = "string")]
        key: Shown,
        /// What to type into SQLCipher 4 before anything else.
        #[ts(type = "Array<string>")]
        pragmas: Vec<Shown>,
    }
}
