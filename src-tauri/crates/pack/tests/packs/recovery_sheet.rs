//! The recovery sheet: one page, whatever the school and its head are called.

use crate::extremes::hold_page;
use crate::{imprint, keep, pages, tags};
use daybook_pack::packs::{RecoverySheet, recovery_sheet};
use daybook_pack::{Document, Imprint, set, to_pdf};

const GROUPS: [&str; 9] = ["064C", "PHTX", "G04H", "P1XA", "ZPVF", "CKA8", "D93S", "W7VT", "NSF2"];

fn sheet(daybook: &str, head: &str, imprint: Imprint) -> Document {
    let sheet = RecoverySheet {
        daybook: daybook.to_owned(),
        made_at: "2026-11-13T08:05:00".parse().unwrap(),
        groups: GROUPS.map(str::to_owned).to_vec(),
        head: head.to_owned(),
    };
    recovery_sheet(&sheet, imprint)
}

#[test]
fn the_sheet_is_one_page_with_every_group_in_order() {
    let document = sheet("Ashdown", "", imprint());
    assert_eq!(set(&document).unwrap().pages.len(), 1);
    insta::assert_snapshot!("recovery_sheet_pages", pages(&document));
    insta::assert_snapshot!("recovery_sheet_tags", tags(&document));
    let read = tags(&document);
    let places: Vec<usize> = GROUPS.iter().map(|group| read.find(group).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    let file = keep("recovery-sheet", &document);
    assert_eq!(file, to_pdf(&document).unwrap());
}

#[test]
fn long_names_stay_on_the_page_and_sign_for_it() {
    let long = |letters: usize| "St Osyth and Holy Trinity Federation ".repeat(9)[..letters].to_owned();
    for (daybook, head, school) in [
        (long(80), long(200), long(200)),
        ("W".repeat(80), "W".repeat(200), "W".repeat(200)),
        (String::new(), String::new(), long(10)),
    ] {
        let document = sheet(&daybook, &head, Imprint { school, ..imprint() });
        let galley = set(&document).unwrap();
        galley.pages.iter().for_each(hold_page);
        assert_eq!(galley.pages.len(), 1, "{daybook}");
        let signs = if head.is_empty() { "Headteacher, signed" } else { "Headteacher, " };
        assert!(tags(&document).contains(signs));
    }
}
