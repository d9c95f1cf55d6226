//! What the fuzz targets share.

pub use daybook_tests::host::readers::{Bench, Reader};
pub use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

/// Names the folder of what was made up so far, into which a file that is read well is put to begin with.
const SEEDS: &str = "DAYBOOK_FUZZ_SEEDS";

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::new(Bench::set_up().expect("a desk to read at"));
}

/// Puts down a file that the reader reads well, for the fuzzer to begin from.
pub fn begin(reader: Reader) {
    if let Some(folder) = std::env::var_os(SEEDS) {
        let good = BENCH.with_borrow(|bench| bench.good(reader).expect("a file that is read well"));
        std::fs::write(std::path::Path::new(&folder).join("good"), good).expect("the folder takes a file");
    }
}

/// Lets a reader read what the fuzzer made up.
pub fn read(reader: Reader, bytes: &[u8]) {
    BENCH.with_borrow_mut(|bench| bench.read(reader, bytes).expect("it reads, or refuses with a sentence"));
}

/// One fuzz target.
#[macro_export]
macro_rules! target {
    ($reader:ident) => {
        $crate::fuzz_target!(init: { $crate::begin($crate::Reader::$reader) }, |bytes: &[u8]| $crate::read($crate::Reader::$reader, bytes));
    };
}
