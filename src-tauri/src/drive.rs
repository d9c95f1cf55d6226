//! How a test drives the app: a settings folder of its own, a clock that stands still, answers to dialogs.
//!
//! Compiled only with the feature `drive`, which no shipped build has.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::NaiveDateTime;

use crate::start::{Clock, Start};

/// A file with one answer a line, used in order and read anew at each dialog; an empty line cancels.
const DIALOG_ANSWERS: &str = "DAYBOOK_DIALOG_ANSWERS";
/// Stands for the person's documents.
const HOME: &str = "DAYBOOK_HOME";
const CONFIG_DIR: &str = "DAYBOOK_CONFIG_DIR";
/// The file a test sets the clock by while the app runs.
const CLOCK: &str = "DAYBOOK_CLOCK";
/// Such as `2026-11-02T09:00`.
const NOW: &str = "DAYBOOK_NOW";

/// Lets the system's print dialog open, for the one test that looks for it.
const PRINT_DIALOG: &str = "DAYBOOK_PRINT_DIALOG";

/// Milliseconds of a minute after which it locks by itself.
const MINUTE: &str = "DAYBOOK_MINUTE";

static ANSWERED: AtomicUsize = AtomicUsize::new(0);

/// Puts the test's wishes over those of the command line.
pub fn steer(start: Start) -> Start {
    let named = std::env::args().skip_while(|word| word != "--config-dir").nth(1);
    Start {
        config_dir: named.or_else(|| std::env::var(CONFIG_DIR).ok()).map(PathBuf::from),
        home: std::env::var(HOME).ok().map(PathBuf::from),
        clock: std::env::var(NOW).ok().and_then(|text| moment(&text)).map(clock),
        minute: std::env::var(MINUTE)
            .ok()
            .and_then(|text| text.parse().ok())
            .map_or(start.minute, Duration::from_millis),
        ..start
    }
}

/// Whether a test is at the wheel that does not want the system's print dialog.
pub fn prints_nothing() -> bool {
    driven() && std::env::var_os(PRINT_DIALOG).is_none()
}

/// Whether a test is at the wheel, so that nothing outside the window may be started.
pub fn driven() -> bool {
    std::env::var_os(DIALOG_ANSWERS).is_some()
}

/// The next dialog's answer: `None` when no test answers dialogs, `Some(None)` when it cancels this one.
pub fn dialog_answer() -> Option<Option<String>> {
    let file = std::env::var_os(DIALOG_ANSWERS)?;
    let answers = std::fs::read_to_string(file).unwrap_or_default();
    let line = answers.lines().nth(ANSWERED.fetch_add(1, Ordering::SeqCst));
    Some(line.filter(|line| !line.is_empty()).map(str::to_owned))
}

/// A clock that stands still at a moment, until a test sets it to another by writing that into a file.
fn clock(begin: NaiveDateTime) -> Clock {
    let set = std::env::var_os(CLOCK);
    Arc::new(move || {
        let read = set.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
        read.and_then(|text| moment(text.trim())).unwrap_or(begin)
    })
}

fn moment(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok()
}
