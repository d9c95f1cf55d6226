//! Wrong secrets slow down: after three in a row there is a wait before the next is tried.
//!
//! This keeps a person at the keyboard from guessing and tells the owner that somebody did. It is no protection from
//! whoever has the files: they remove `attempts.json`, or set the clock forward. What protects the files is that every
//! guess costs a derivation by Argon2id. So nothing that is wrong with this file, or with the clock, keeps the right
//! passphrase out for longer than a minute. The file holds a count and a time, never anything that was typed.

use super::is_wrong_secret;
use crate::platform::write_whole;
use chrono::{NaiveDateTime, TimeDelta};
use daybook_domain::{Fault, Outcome};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// The name of the file in a vault's folder; there is none while nobody typed anything wrong.
pub const FILE: &str = "attempts.json";

/// More than the file ever has, in bytes.
const LONGEST: u64 = 4096;

/// Wrong secrets in a row.
#[derive(Serialize, Deserialize)]
struct Attempts {
    wrong: u32,
    last: NaiveDateTime,
}

/// Tries a secret unless there is still a wait, and counts it where it is wrong.
///
/// What it gives beside the answer is how often it was wrong before: to be logged, and then [`forget`]. Fault of its own:
/// `vault.wait`, before anything is tried.
pub fn guard<T>(folder: &Path, at: NaiveDateTime, attempt: impl FnOnce() -> Outcome<T>) -> Outcome<(T, u32)> {
    let mut kept = Attempts::read(folder).unwrap_or(Attempts { wrong: 0, last: at });
    // A clock that was set back begins the wait anew, once: where that cannot be written down, there is no wait.
    let known = at >= kept.last || {
        kept.last = at;
        kept.write(folder)
    };
    if known && let Some(left) = kept.left(at) {
        return Err(wait(left));
    }
    match attempt() {
        Ok(value) => Ok((value, kept.wrong)),
        Err(fault) => {
            if is_wrong_secret(&fault) {
                Attempts { wrong: kept.wrong.saturating_add(1), last: at }.write(folder);
            }
            Err(fault)
        }
    }
}

/// Begins the count anew.
pub fn forget(folder: &Path) {
    // A file that stays counts on, which is no obstacle.
    let _ = std::fs::remove_file(folder.join(FILE));
}

impl Attempts {
    fn read(folder: &Path) -> Option<Self> {
        let mut bytes = Vec::new();
        File::open(folder.join(FILE)).ok()?.take(LONGEST).read_to_end(&mut bytes).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Whether it could be written.
    fn write(&self, folder: &Path) -> bool {
        serde_json::to_vec(self).is_ok_and(|bytes| write_whole(&folder.join(FILE), &bytes).is_ok())
    }

    /// The seconds still to wait, if any.
    fn left(&self, at: NaiveDateTime) -> Option<i64> {
        let seconds = match self.wrong {
            0..=2 => return None,
            3 => 5,
            4 => 15,
            5 => 30,
            6.. => 60,
        };
        let left = TimeDelta::seconds(seconds) - (at - self.last);
        // Part of a second is still to be waited for.
        (left > TimeDelta::zero()).then(|| (left + TimeDelta::milliseconds(999)).num_seconds())
    }
}

/// The window counts the seconds down, so they stand in the sentence as "5 seconds".
fn wait(seconds: i64) -> Fault {
    let said = if seconds == 1 { "1 second".to_owned() } else { format!("{seconds} seconds") };
    Fault::new(
        "vault.wait",
        format!("Wait {said}, then try again: several wrong passphrases were typed. Nothing was tried or changed."),
    )
    .at("passphrase")
}
