//! Documents that nobody would make on purpose.

use crate::{imprint, keep, keep_set, stays_on_the_paper};
use daybook_pack::blocks::{Bar, Bars, Day, Measure, Row, Slot, Table, Timetable, Track};
use daybook_pack::press::Drawn;
use daybook_pack::{Page, Pattern, set};

#[test]
fn an_empty_document_is_one_page() {
    let document = Page::titled("", "").into_document(imprint());
    assert_eq!(set(&document).unwrap().pages.len(), 1);
    keep("empty", &Page::titled("Nothing yet", "").into_document(imprint()));
}

#[test]
fn a_word_of_ten_thousand_letters_stays_on_the_paper() {
    let mut page = Page::titled("m".repeat(300), "");
    let word = "W".repeat(10_000);
    page.say(word.clone());
    page.section("Table", Table::or("").words("A", 1.0).words("B", 3.0).rows([Row::of(["short", word.as_str()])]));
    page.list([word]);
    let document = page.into_document(imprint());
    let galley = set(&document).unwrap();
    keep_set("long-word", &document, &galley);
    stays_on_the_paper(&galley);
    let letters: usize = galley
        .pages
        .iter()
        .flat_map(|p| &p.marks)
        .map(|mark| match &mark.drawn {
            Drawn::Text(run) => run.text.matches('W').count(),
            Drawn::Rule(_) | Drawn::Panel(_) => 0,
        })
        .sum();
    assert_eq!(letters, 30_000, "no letter is lost, even in a row that is taller than a page");
}

#[test]
fn four_thousand_rows_have_their_head_on_every_page() {
    let rows = (1..=4000).map(|n| {
        Row::of([
            format!("{n}"),
            format!("Entry number {n} of a long half-term, with words to wrap"),
            "Ms Ó Súilleabháin".to_owned(),
            "meeting".to_owned(),
            format!("{}", n % 90),
        ])
    });
    let mut page = Page::titled("Four thousand entries", "");
    page.section(
        "Entries",
        Table::or("")
            .figures("No.", 1.0)
            .words("What", 5.0)
            .words("Who", 3.0)
            .words("Kind", 2.0)
            .figures("Minutes", 1.5)
            .rows(rows),
    );
    let document = page.into_document(imprint());
    let galley = set(&document).unwrap();
    for placed in &galley.pages {
        let heads =
            placed.marks.iter().filter(|mark| matches!(&mark.drawn, Drawn::Text(run) if run.text == "Minutes")).count();
        assert_eq!(heads, 1, "{}", placed.label());
    }
    keep_set("long-table", &document, &galley);
    stays_on_the_paper(&galley);
}

#[test]
fn a_week_of_nothing_and_numbers_out_of_range_stay_on_the_paper() {
    let slot = |start, minutes| Slot {
        start,
        minutes,
        title: "Nothing".to_owned(),
        figures: "0 min".to_owned(),
        pattern: Pattern::Planned,
    };
    let track = Track {
        heading: "Planned".to_owned(),
        weight: f32::NAN,
        slots: vec![slot(0, 0), slot(0, 0), slot(600, 0), slot(u32::MAX, u32::MAX), slot(1440, 0)],
        write_on: true,
    };
    let day = Day {
        heading: "Monday".to_owned(),
        tracks: vec![track.clone(), track],
        ticks: Vec::new(),
        remark: String::new(),
    };
    let mut page = Page::titled("Nothing happened", "").landscape();
    page.bars(Bars {
        alt: "Nothing.".to_owned(),
        bars: vec![Bar {
            label: "Nothing".to_owned(),
            measures: vec![Measure { pattern: Pattern::Lost, minutes: 0, figure: "0 min".to_owned() }],
        }],
    });
    page.timetable(Timetable { from: 2000, to: 0, depth: Some(f32::INFINITY), days: vec![day; 7] });
    page.timetable(Timetable { from: 480, to: 1080, depth: Some(0.0), days: vec![] });
    page.facts([]);
    page.legend(&[]);
    page.list::<String>([]);
    page.signatures(&[]);
    page.ruled(&[], 2);
    page.ticks("", &[]);
    page.beside([]);
    let document = page.into_document(imprint());
    let galley = set(&document).unwrap();
    keep_set("nothing", &document, &galley);
    stays_on_the_paper(&galley);
}

#[test]
fn what_the_typeface_lacks_is_printed_as_a_stand_in_and_reported() {
    let mut page = Page::titled("Names", "");
    page.say("王小明 and Ṣadé");
    let galley = set(&page.into_document(imprint())).unwrap();
    assert_eq!(galley.missing.iter().collect::<String>(), "小明王");
    assert!(
        galley.pages[0].marks.iter().any(|mark| matches!(&mark.drawn, Drawn::Text(run) if run.text == "[?] and Ṣadé"))
    );
}
