//! A small round of what `cargo xtask torture` does at length.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

use daybook_tests::host::torture::{Rounds, tallies};
use std::path::Path;

/// What needs a drive to be mounted.
const MAY_BE_SKIPPED: [&str; 2] = ["drive that is full", "drive that turns read-only"];

#[test]
fn whatever_is_done_to_it_nothing_acknowledged_is_lost() {
    let tallies = tallies(Path::new(env!("CARGO_BIN_EXE_daybook-host")), Rounds::SMALL).unwrap();
    for tally in &tallies {
        // What this computer or this account does not allow is said, here and in the table.
        if tally.was_skipped() {
            assert!(
                tally.remark.contains("skipped") && MAY_BE_SKIPPED.iter().any(|may| tally.tried.contains(may)),
                "{tally:?}"
            );
            eprintln!("{}: {}", tally.tried, tally.remark);
        }
        assert_eq!(tally.lost, 0, "{tally:?}");
    }
    assert!(tallies.len() >= if cfg!(unix) { 10 } else { 8 }, "{tallies:?}");
}
