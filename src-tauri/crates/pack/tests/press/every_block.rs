//! One document that has every block, held against snapshots of its pages and of its tags.

use crate::{imprint, keep, pages, stays_on_the_paper, tags};
use daybook_pack::blocks::{Bar, Bars, Day, Fact, Measure, Row, Slot, Table, Ticks, Timetable, Track};
use daybook_pack::{Document, Page, Pattern, set, to_pdf, to_svg};

fn slot(start: u32, minutes: u32, title: &str, pattern: Pattern) -> Slot {
    Slot { start, minutes, title: title.to_owned(), figures: format!("{minutes} min"), pattern }
}

fn day(heading: &str, planned: Vec<Slot>) -> Day {
    let track = |heading: &str, slots, write_on| Track { heading: heading.to_owned(), weight: 1.0, slots, write_on };
    Day {
        heading: heading.to_owned(),
        tracks: vec![track("Planned", planned, false), track("What happened", vec![], true)],
        ticks: vec![Ticks {
            question: "Lunch".to_owned(),
            boxes: ["taken", "part", "missed"].map(str::to_owned).to_vec(),
        }],
        remark: String::new(),
    }
}

fn timetable() -> Timetable {
    let days = vec![
        day(
            "Monday 9 November",
            vec![
                slot(540, 45, "Observation, Year 3", Pattern::Planned),
                slot(585, 10, "Corridor", Pattern::Interruption),
                slot(
                    620,
                    90,
                    "Annual review meeting with the family and the educational psychologist",
                    Pattern::AsItHappened,
                ),
            ],
        ),
        day(
            "Tuesday 10 November",
            vec![
                slot(540, 60, "Teaching", Pattern::Fixed),
                slot(560, 60, "Overlapping call", Pattern::Planned),
                slot(735, 45, "Lunch", Pattern::Lost),
            ],
        ),
        day("Wednesday 11 November", vec![slot(1020, 60, "Reports at home", Pattern::OutOfHours)]),
        Day { remark: "INSET day".to_owned(), ..day("Thursday 12 November", vec![]) },
        day("Friday 13 November", vec![slot(480, 600, "All day", Pattern::Planned)]),
    ];
    Timetable { from: 480, to: 1080, depth: Some(330.0), days }
}

/// Every kind of block at least once.
pub fn every_block() -> Document {
    let mut page = Page::titled("Every block there is", "Łukasz Zoë Nguyễn Ṣadé Ștefan Ġanni Ó Súilleabháin");
    page.lead(Fact::new("2.4", "minutes of SENCO time per registered pupil per week"));
    page.facts([
        Fact::new("9 h 15 min", "planned"),
        Fact::new("6 h 20 min", "done as planned"),
        Fact::new("2 h 05 min", "interruptions, eleven times"),
        Fact::new("45 min", "breaks lost"),
    ]);
    page.heading("Where the time went");
    page.say("Running text is wrapped with the very letters that are printed, ragged right and without hyphenation, so that it can be read across a meeting table and read aloud.");
    page.legend(&[
        Pattern::Planned,
        Pattern::AsItHappened,
        Pattern::Interruption,
        Pattern::OutOfHours,
        Pattern::Lost,
        Pattern::Fixed,
    ]);
    let measure = |pattern, minutes: u32| Measure { pattern, minutes, figure: format!("{minutes} min") };
    let bar = |label: &str, measures| Bar { label: label.to_owned(), measures };
    page.bars(Bars {
        alt: "Time by area, planned beside what happened.".to_owned(),
        bars: vec![
            bar("Strategic direction", vec![measure(Pattern::Planned, 120), measure(Pattern::AsItHappened, 45)]),
            bar(
                "Leading and managing staff",
                vec![measure(Pattern::Planned, 200), measure(Pattern::AsItHappened, 230)],
            ),
            bar(
                "Everything that broke in",
                vec![
                    measure(Pattern::Interruption, 125),
                    measure(Pattern::OutOfHours, 90),
                    measure(Pattern::Lost, 45),
                    measure(Pattern::Planned, 0),
                ],
            ),
        ],
    });
    page.section(
        "Interrupted by",
        Table::or("Nobody interrupted.")
            .words("Who", 4.0)
            .words("About", 5.0)
            .figures("Times", 1.0)
            .figures("Minutes", 1.2)
            .rows([
                Row::of([
                    "Class teachers",
                    "Cover for a teaching assistant who was called away, and where the sensory room key is kept",
                    "7",
                    "84",
                ]),
                Row::of(["Parents & carers <at the gate>", "", "3", "31"]),
                Row::total(["In all", "", "10", "115"]),
            ]),
    );
    page.section("Planned and not done", Table::or("Everything that was planned was done.").words("What", 1.0));
    page.note("Minutes are whole; nothing was rounded on this page.");
    page.add(daybook_pack::Block::Part("Still to be done".to_owned()));
    page.list([
        "Ring the speech and language service, who have had the referral since September and have not answered",
        "Chase the educational psychologist",
    ]);
    page.ticks("Lunch on Monday", &["taken", "part", "missed"]);
    let mut left = Page::default();
    left.heading("Interruptions");
    left.ruled(&[("Time", 1.0), ("Who", 2.0), ("Minutes", 1.0), ("About", 4.0)], 3);
    let mut right = Page::default();
    right.heading("Not done, and has to be");
    right.write_on("What, and by when", 3);
    page.beside([(3.0, left), (2.0, right)]);
    page.signatures(&[("SENCO", "Ms A. Morrow"), ("Headteacher", "")]);
    page.into_document(imprint())
}

/// A timetable on a sheet that lies on its long side.
pub fn week() -> Document {
    let mut page = Page::titled("A week against the clock", "9 to 13 November 2026").landscape();
    page.timetable(timetable());
    page.legend(&[Pattern::Planned, Pattern::AsItHappened, Pattern::Interruption, Pattern::OutOfHours, Pattern::Lost]);
    page.into_document(imprint())
}

#[test]
fn pages_are_placed_as_they_were() {
    insta::assert_snapshot!("every_block_pages", pages(&every_block()));
    insta::assert_snapshot!("week_pages", pages(&week()));
}

#[test]
fn tags_read_as_they_did() {
    insta::assert_snapshot!("every_block_tags", tags(&every_block()));
    insta::assert_snapshot!("week_tags", tags(&week()));
}

#[test]
fn the_same_data_give_the_same_bytes() {
    for (name, document) in [("every-block", every_block()), ("week", week())] {
        assert_eq!(keep(name, &document), to_pdf(&document).unwrap(), "{name}");
        stays_on_the_paper(&set(&document).unwrap());
    }
}

#[test]
fn another_word_is_another_file_with_another_identifier() {
    let id = |document: &Document| {
        let file = to_pdf(document).unwrap();
        let at = file.windows(3).rposition(|window| window == b"/ID").unwrap();
        file[at..at + 40].to_vec()
    };
    let mut other = week();
    other.subtitle = "16 to 20 November 2026".to_owned();
    assert_ne!(id(&week()), id(&other));
}

#[test]
fn pictures_of_two_pages_share_no_names() {
    let galley = set(&every_block()).unwrap();
    let names = |svg: &str| {
        svg.match_indices(" id=\"")
            .map(|(at, _)| svg[at + 5..].split('"').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let pictures: Vec<String> = galley.pages.iter().map(to_svg).collect();
    assert!(pictures.len() > 1);
    for (index, picture) in pictures.iter().enumerate() {
        assert!(picture.contains(&format!(
            "aria-label=\"Every block there is, page {} of {}\"",
            index + 1,
            pictures.len()
        )));
        assert!(picture.contains("role=\"img\"") && !picture.contains("aria-hidden"));
        for other in pictures.iter().skip(index + 1) {
            assert!(names(picture).iter().all(|name| !names(other).contains(name)));
        }
    }
    let words: Vec<String> = pictures
        .concat()
        .split("<tspan x=\"")
        .map(|word| word.split(['>', '<']).nth(1).unwrap_or_default().to_owned())
        .collect();
    assert!(words.join(" ").contains("Parents &amp; carers &lt;at the gate&gt;"));
}
