//! What the fuzz targets share.

pub use daybook_tests::host::readers::{Bench, Reader};
pub use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::new(Bench::set_up().expect("a desk to read at"));
}

/// Lets a reader read what the fuzzer made up.
pub fn read(reader: Reader, bytes: &[u8]) {
    BENCH.with_borrow_mut(|bench| bench.read(reader, bytes).expect("it reads, or refuses with a sentence"));
}

/// One fuzz target.
#[macro_export]
macro_rules! target {
    ($reader:ident) => {
        $crate::fuzz_target!(|bytes: &[u8]| $crate::read($crate::Reader::$reader, bytes));
    };
}
