//! One app at a time: a file whose lock says that the vault is open, and beside it who has it open.

use crate::failure::{in_use, of_disk};
use crate::platform::write_whole;
use chrono::NaiveDateTime;
use daybook_domain::log::Sitting;
use daybook_domain::text::long_date;
use daybook_domain::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The name of the file whose lock says that the vault is open.
const LOCK: &str = "lock";

/// The name of the file that says who has it open. What it says never decides anything: the lock does, so one that a
/// crash left behind is no harm.
const HOLDER: &str = "open.json";

/// The lock of a vault that is open. The operating system lets it go with the process, so that a crash locks nobody out.
pub struct Lock {
    /// None where nobody can lock anything.
    _file: Option<File>,
    /// None where it is not written.
    holder: Option<PathBuf>,
}

/// Who has it open.
#[derive(Serialize, Deserialize)]
struct Holder {
    computer: String,
    who: String,
    since: NaiveDateTime,
}

impl Lock {
    /// Takes the lock. Fault: `vault.in_use`, which says who has it open where that is known.
    pub fn take(folder: &Path, sitting: &Sitting) -> Outcome<Self> {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(folder.join(LOCK));
        let file = file.map_err(|error| of_disk(&error))?;
        let holder = folder.join(HOLDER);
        hold(&file, &holder, sitting)?;
        let Sitting { at, who, computer } = sitting.clone();
        let said = serde_json::to_vec(&Holder { computer, who, since: at }).unwrap_or_default();
        // The lock is taken: a note to others that cannot be written keeps nobody out of their own daybook.
        let _ = write_whole(&holder, &said);
        Ok(Self { _file: Some(file), holder: Some(holder) })
    }

    /// Takes the lock of a folder that cannot be written to, as far as there is one: where there is none, nobody else can
    /// write there either. Fault: `vault.in_use`.
    pub fn take_to_look(folder: &Path, sitting: &Sitting) -> Outcome<Self> {
        let file = File::open(folder.join(LOCK)).ok();
        if let Some(file) = &file {
            hold(file, &folder.join(HOLDER), sitting)?;
        }
        Ok(Self { _file: file, holder: None })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Before the lock itself goes, so that it is never taken off whoever has it next.
        if let Some(holder) = &self.holder {
            let _ = std::fs::remove_file(holder);
        }
    }
}

fn hold(file: &File, holder: &Path, sitting: &Sitting) -> Outcome<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(held(holder, sitting)),
        Err(TryLockError::Error(error)) => Err(of_disk(&error)),
    }
}

/// Says who has it open, as far as they left word.
fn held(holder: &Path, sitting: &Sitting) -> Fault {
    let Some(Holder { computer, since, .. }) = read(holder) else { return in_use() };
    let time = since.format("%H:%M");
    let when = match since.date() == sitting.at.date() {
        true => time.to_string(),
        false => format!("{time} on {}", long_date(since.date())),
    };
    let place = match computer.as_str() {
        "" => String::new(),
        here if here == sitting.computer => " in another window of this computer".to_owned(),
        there => format!(" on {there}"),
    };
    Fault::new(
        "vault.in_use",
        format!("This daybook has been open{place} since {when}. Nothing was changed; close it there first."),
    )
}

fn read(holder: &Path) -> Option<Holder> {
    serde_json::from_slice(&std::fs::read(holder).ok()?).ok()
}
