//! A small round of what `cargo xtask torture` does at length.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

use daybook_tests::host::torture::{Rounds, tallies};
use std::path::Path;

#[test]
fn whatever_is_done_to_it_nothing_acknowledged_is_lost() {
    let tallies = tallies(Path::new(env!("CARGO_BIN_EXE_daybook-host")), Rounds::SMALL).unwrap();
    for tally in &tallies {
        assert!(tally.times > 0, "{tally:?} was not tried");
        assert_eq!(tally.lost, 0, "{tally:?}");
    }
    assert!(tallies.len() >= if cfg!(unix) { 6 } else { 5 }, "{tallies:?}");
}
