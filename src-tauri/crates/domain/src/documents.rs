//! Documents of a child: where one lies outside, or a small file kept here.

use crate::ids::{DocumentId, PupilId};
use crate::text::{at_most, near};
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest file kept here, in bytes: 5 MB. Every backup carries all of them.
pub const MOST_BYTES: u64 = 5_000_000;

/// Files kept here for one child at most.
pub const MOST_FILES: u32 = 50;

/// A document as a person names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentDetails {
    /// What it is called.
    pub name: String,
    /// The day of the document.
    pub date: NaiveDate,
    /// Note.
    pub note: String,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// Whose.
    pub pupil: PupilId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: DocumentDetails,
    /// Where it lies outside; none for a file kept here.
    pub link: Option<String>,
    /// The size of a file kept here, in bytes; 0 for a link.
    pub bytes: u64,
}

impl DocumentDetails {
    /// Refuses a document without a name or with a date that cannot be, and texts that are too long.
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        if self.name.trim().is_empty() {
            return Err(Fault::new("document.no_name", "A document needs a name. Nothing was changed.").at("name"));
        }
        at_most(self.name.trim(), 200, "name")?;
        at_most(&self.note, 2_000, "note")?;
        near(self.date, today, "date")
    }
}

/// Refuses a link that leads nowhere: none, more than one line, or more than 1,000 characters. Whether something lies
/// there is not looked at: a drive may be unplugged.
pub fn check_link(link: &str) -> Outcome<()> {
    let link = link.trim();
    if link.is_empty() || link.chars().any(char::is_control) {
        return Err(
            Fault::new("document.link", "Say in one line where the document lies. Nothing was changed.").at("link")
        );
    }
    at_most(link, 1_000, "link")
}

/// Refuses a file that is too large to keep, or one more than a child's 50.
pub fn check_file(bytes: u64, kept: u32) -> Outcome<()> {
    if bytes > MOST_BYTES {
        // Rounded up, so that what is refused never reads as what fits.
        let tenths = bytes.div_ceil(100_000);
        let size = format!("{}.{} MB", tenths / 10, tenths % 10);
        return Err(Fault::new(
            "document.too_big",
            format!(
                "That file has {size}; up to 5 MB can be kept here. Nothing was kept: link to where it lies instead, \
                 or save a smaller copy of it."
            ),
        )
        .at("path"));
    }
    if bytes == 0 {
        return Err(Fault::new("document.empty", "There is nothing in that file. Nothing was kept.").at("path"));
    }
    if kept >= MOST_FILES {
        return Err(Fault::new(
            "document.too_many",
            format!("{MOST_FILES} files are kept for this child, which is as many as can be. Nothing was kept: link to it instead."),
        )
        .at("path"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_before_anything_is_kept() {
        for (bytes, kept, code) in [
            (1, 0, None),
            (5_000_000, 49, None),
            (5_000_001, 0, Some("document.too_big")),
            (0, 0, Some("document.empty")),
            (1, 50, Some("document.too_many")),
        ] {
            assert_eq!(check_file(bytes, kept).err().map(|f| f.code.into_owned()).as_deref(), code, "{bytes} {kept}");
        }
        assert!(check_file(5_000_001, 0).unwrap_err().message.contains("5.1 MB"));
        assert!(check_file(12_340_000, 0).unwrap_err().message.contains("12.4 MB"));
    }

    #[test]
    fn a_link_is_one_line_that_leads_somewhere() {
        for (link, fits) in [
            ("S:\\SEND\\Reports\\2026.pdf", true),
            ("https://example.org/a b", true),
            (" ", false),
            ("a\nb", false),
            (&"x".repeat(1_001), false),
        ] {
            assert_eq!(check_link(link).is_ok(), fits, "{link:?}");
        }
    }

    #[test]
    fn a_document_has_a_name_and_a_day() {
        let today = "2026-11-02".parse().unwrap();
        let check = |name: &str, date: &str| {
            let details = DocumentDetails { name: name.into(), date: date.parse().unwrap(), note: String::new() };
            details.check(today).err().map(|fault| fault.code.into_owned())
        };
        assert_eq!(check("EP report.pdf", "2026-10-02"), None);
        assert_eq!(check(" ", "2026-10-02").as_deref(), Some("document.no_name"));
        assert_eq!(check("EP report.pdf", "1926-10-02").as_deref(), Some("record.date"));
    }
}
