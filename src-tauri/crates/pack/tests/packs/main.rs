//! The packs, told from one made-up week.

#![allow(clippy::unwrap_used, clippy::panic)] // A test that cannot be set up has failed.

mod child_file;
mod extremes;
mod record;
mod recovery_sheet;
mod week;

use chrono::NaiveDate;
use daybook_pack::packs::Signers;
use daybook_pack::{Document, Imprint, dump, set, to_pdf, to_svg};

/// The small print of a pack under test.
pub fn imprint() -> Imprint {
    Imprint {
        school: "Ashdown Primary School".to_owned(),
        prepared_on: NaiveDate::from_ymd_opt(2026, 11, 13).unwrap(),
        provenance: "Version 4f1c 09ab".to_owned(),
    }
}

/// Who signs: one who has typed her name, and one who has not.
pub fn signers() -> Signers {
    Signers { senco: "Ms A. Morrow".to_owned(), head: String::new() }
}

/// Writes the file beside the build, where it can be looked at and held against other checkers.
pub fn keep(name: &str, document: &Document) -> Vec<u8> {
    let pdf = to_pdf(document).unwrap();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join(format!("{name}.pdf")), &pdf).unwrap();
    for page in &set(document).unwrap().pages {
        std::fs::write(folder.join(format!("{name}-{}.svg", page.number)), to_svg(page)).unwrap();
    }
    pdf
}

/// All pages in words.
pub fn pages(document: &Document) -> String {
    set(document).unwrap().pages.iter().map(dump).collect()
}

/// All tags in words.
pub fn tags(document: &Document) -> String {
    let galley = set(document).unwrap();
    galley.tags.outline(&galley.pages)
}
