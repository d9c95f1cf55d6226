//! Files of other programs, read no further than they may be long.

use std::fs::File;
use std::io::{self, Read};

/// The bytes of a file, and no more than these. A reader that allows one byte fewer tells one that is too large apart
/// without reading it whole.
pub(crate) fn read_at_most(path: &str, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_as_far_as_it_may_be_long() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("list.csv");
        std::fs::write(&path, b"abcdef").unwrap();
        let path = path.to_string_lossy();
        for (most, read) in [(3, "abc"), (6, "abcdef"), (60, "abcdef")] {
            assert_eq!(read_at_most(&path, most).unwrap(), read.as_bytes());
        }
        assert!(read_at_most(&dir.path().to_string_lossy(), 3).is_err(), "a folder is no file");
    }
}
