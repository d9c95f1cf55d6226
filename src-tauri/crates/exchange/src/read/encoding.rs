//! Bytes to text: which letters the bytes stand for.

use super::not_a_list;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use daybook_domain::Outcome;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text, and how it was read.
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// What a person should know of it.
    pub notice: Option<String>,
}

/// Decodes by byte order mark, else UTF-16 by its zeros, else UTF-8 if it is that, else Windows-1252.
///
/// British systems write either UTF-8 or Windows-1252. Few accented letters are too thin a basis for choosing any other
/// code page, so where they look like one, a person is told instead.
pub fn decode(bytes: &[u8]) -> Outcome<Decoded> {
    let (encoding, notice) = encoding_of(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let odd =
        text.chars().take(100_000).filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}')).count();
    let seen = text.chars().take(100_000).count();
    if text.contains('\0') || odd * 50 > seen {
        return Err(not_a_list("not text"));
    }
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), notice })
}

fn encoding_of(bytes: &[u8]) -> (&'static Encoding, Option<String>) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, None);
    }
    if let Some(encoding) = utf_16_by_zeros(bytes) {
        return (encoding, None);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, None);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"uk"), Utf8Detection::Deny);
    let notice = (guess != WINDOWS_1252).then(|| {
        "It is not certain which letters the accented ones in this list are. They were read as Windows-1252; look at a \
         few names, and if they are wrong, export the list as UTF-8."
            .to_owned()
    });
    (WINDOWS_1252, notice)
}

/// UTF-16 without a mark: in Latin script nearly every other byte is zero.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(4096) & !1).filter(|start| start.len() >= 8)?;
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), start.len() / 2);
    match () {
        () if odd * 10 > half * 7 && even * 20 < half => Some(UTF_16LE),
        () if even * 10 > half * 7 && odd * 20 < half => Some(UTF_16BE),
        () => None,
    }
}
