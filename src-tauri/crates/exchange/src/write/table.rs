//! A table as CSV that a spreadsheet opens as it stands, and runs nothing of.

use std::borrow::Cow;

/// What a spreadsheet may take for the beginning of a formula, wide forms as well.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table as CSV: UTF-8 with a mark that says so, lines ended as Windows does, every text made safe to open.
pub fn to_csv<Row: AsRef<[String]>>(headings: &[&str], rows: impl IntoIterator<Item = Row>) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail.
    let _ = out.write_record(headings);
    for row in rows {
        let _ = out.write_record(row.as_ref().iter().map(|text| harmless(text).into_owned()));
    }
    out.into_inner().unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula: with an apostrophe before it where it might.
///
/// One that begins with apostrophes and then so gets one more, so that [`original`] finds every text again.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(FORMULA) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that [`harmless`] was given.
pub fn original(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_only_shown() {
        for (text, safe) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+44 20", "'+44 20"),
            ("-1", "'-1"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("＝1", "'＝1"),
            ("O'Neill", "O'Neill"),
            ("'quoted'", "'quoted'"),
            ("2 = 2", "2 = 2"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), safe);
        }
    }

    #[test]
    fn a_file_says_that_it_is_utf_8_and_keeps_commas_quotes_and_lines() {
        let bytes = to_csv(&["Name", "Note"], [["Nguyễn, Zoë".to_owned(), "said \"yes\"\nand went".to_owned()]]);
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "\u{feff}Name,Note\r\n\"Nguyễn, Zoë\",\"said \"\"yes\"\"\nand went\"\r\n");
    }

    proptest! {
        #[test]
        fn every_text_is_found_again(text in "['=+@a\\-\\t ]{0,6}\\PC{0,6}") {
            let safe = harmless(&text);
            prop_assert_eq!(original(&safe), text.as_str());
            prop_assert!(!safe.starts_with(FORMULA));
        }
    }
}
