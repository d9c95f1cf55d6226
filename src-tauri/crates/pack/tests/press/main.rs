//! The press from the outside: a document that has every block, snapshots of what it becomes, and extreme documents.

#![allow(clippy::unwrap_used, clippy::panic)] // A test that cannot be set up has failed.

mod every_block;
mod extremes;

use chrono::NaiveDate;
use daybook_pack::{Document, Galley, Imprint, bind, dump, set, to_svg};

/// The small print of a document under test.
pub fn imprint() -> Imprint {
    Imprint {
        school: "Ashdown Primary School".to_owned(),
        prepared_on: NaiveDate::from_ymd_opt(2026, 11, 13).unwrap(),
        provenance: "Version 4f1c 09ab".to_owned(),
    }
}

/// Writes the file beside the build, where it can be looked at and held against other checkers.
pub fn keep(name: &str, document: &Document) -> Vec<u8> {
    keep_set(name, document, &set(document).unwrap())
}

/// The same of pages that are set already.
pub fn keep_set(name: &str, document: &Document, galley: &Galley) -> Vec<u8> {
    let pdf = bind(document, galley).unwrap();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join(format!("{name}.pdf")), &pdf).unwrap();
    for page in galley.pages.iter().take(3) {
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

/// Every mark is on the paper.
pub fn stays_on_the_paper(galley: &Galley) {
    use daybook_pack::press::Drawn;
    for page in &galley.pages {
        for mark in &page.marks {
            let (left, top, right, bottom) = match &mark.drawn {
                Drawn::Text(run) => (run.x, run.y - run.size, run.x + run.width, run.y),
                Drawn::Rule(rule) => (rule.from.0, rule.from.1, rule.to.0, rule.to.1),
                Drawn::Panel(panel) => (panel.x, panel.y, panel.x + panel.width, panel.y + panel.height),
            };
            assert!(left >= 20.0 && right <= page.width - 20.0, "{}: {mark:?}", page.label());
            assert!(top >= 10.0 && bottom <= page.height - 10.0, "{}: {mark:?}", page.label());
        }
    }
}
