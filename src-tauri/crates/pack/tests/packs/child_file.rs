//! A child's whole file: every record under its heading, and what the marks mean before any of it.

use crate::extremes::hold_page;
use crate::{imprint, keep, tags};
use daybook_pack::packs::{ChildFile, Part, child_file};
use daybook_pack::set;

fn part(heading: &str, records: &[&[(&str, &str)]]) -> Part {
    let record = |cells: &&[(&str, &str)]| cells.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    Part { heading: heading.to_owned(), records: records.iter().map(record).collect() }
}

#[test]
fn every_record_stands_under_its_heading() {
    let long = "He asked his friend [[Nguyễn]] to come along. ".repeat(80);
    let file = ChildFile {
        case_code: "C-0142".into(),
        name: "Łukasz Ó Súilleabháin".into(),
        parts: vec![
            part("Record", &[&[("Surname", "Ó Súilleabháin"), ("Born", "9 September 2020"), ("Note", &long)]]),
            part("Needs", &[&[("Code", "ASD")], &[("Code", "SLCN"), ("To", "3 March 2026")], &[]]),
        ],
        marked: 1,
    };
    let document = child_file(&file, imprint());
    assert!(!document.title.contains("Łukasz"), "a title shows where a name should not");
    set(&document).unwrap().pages.iter().for_each(hold_page);
    let read = tags(&document);
    let places: Vec<usize> = ["one text is marked", "Record", "Needs", "1 of 3", "3 of 3", "Nothing more"]
        .iter()
        .map(|said| read.find(said).unwrap_or_else(|| panic!("{said} in {read}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    keep("child-file", &document);
}
