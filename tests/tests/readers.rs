//! A small round of broken files for every reader of bytes from outside.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

use daybook_tests::host::readers::{Bench, Reader, break_up};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn no_reader_panics_or_refuses_without_a_sentence() {
    let mut bench = Bench::set_up().unwrap();
    for reader in Reader::ALL {
        let good = bench.good(reader).unwrap();
        bench.read(reader, &good).unwrap();
        for seed in 0..60 {
            let mut bytes = good.clone();
            break_up(&mut bytes, &mut fastrand::Rng::with_seed(seed));
            let read = catch_unwind(AssertUnwindSafe(|| bench.read(reader, &bytes)));
            read.unwrap_or_else(|_| panic!("{reader:?} panicked at seed {seed}")).unwrap();
        }
    }
}
