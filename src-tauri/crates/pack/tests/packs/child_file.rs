//! A child's whole file: every record under its heading, and what the marks mean before any of it.

use crate::extremes::hold_page;
use crate::{imprint, keep, tags};
use daybook_pack::blocks::{Row, Table};
use daybook_pack::packs::{ChildFile, child_file};
use daybook_pack::press::Drawn;
use daybook_pack::{Block, Page, PlacedPage, set};

fn facts(rows: &[[&str; 2]]) -> Table {
    Table::or("").words("Detail", 1.0).words("On record", 2.6).rows(rows.iter().map(|row| Row::of(*row)))
}

/// What stands on a page.
fn spoken(page: &PlacedPage) -> String {
    let runs = page.marks.iter().filter_map(|mark| match &mark.drawn {
        Drawn::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    runs.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_record_stands_under_its_heading() {
    let long = "He asked his friend [[Nguyễn]] to come along. ".repeat(80);
    let mut record = Page::default();
    record.section("Details", facts(&[["Name", "Łukasz Ó Súilleabháin"], ["Note", &long]]));
    record.heading("Plan");
    for place in 1..=9 {
        let mut outcome = Page::default();
        outcome.part(format!("Outcome {place}"));
        outcome.add(Block::Table(facts(&[["Every day", "Talks it through."]; 4])));
        outcome.say(format!("What became of {place}: met."));
        record.together(outcome);
    }
    let file = ChildFile { case_code: "C-0142".into(), name: "Łukasz Ó Súilleabháin".into(), record, marked: 1 };
    let document = child_file(&file, imprint());
    assert!(!document.title.contains("Łukasz"), "a title shows where a name should not");
    let pages = set(&document).unwrap().pages;
    pages.iter().for_each(hold_page);
    for place in 1..=9 {
        let on = |said: &str| pages.iter().position(|page| spoken(page).contains(said)).unwrap();
        let (begins, ends) = (on(&format!("Outcome {place}")), on(&format!("What became of {place}")));
        assert_eq!(begins, ends, "outcome {place} stays on one page");
    }
    let read = tags(&document);
    let places: Vec<usize> = ["one text is marked", "Details", "Plan", "Outcome 1", "What became of 9"]
        .iter()
        .map(|said| read.find(said).unwrap_or_else(|| panic!("{said} in {read}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    keep("child-file", &document);
}
