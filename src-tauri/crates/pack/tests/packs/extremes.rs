//! Weeks that nobody would have on purpose: whatever is in them, nothing leaves the paper and no words lie on others.

use crate::week::{block, empty, entry, ordinary_week};
use crate::{imprint, keep, signers};
use daybook_domain::calendar::{DayOff, DayOffKind};
use daybook_domain::entry::{EntryKind, Place};
use daybook_domain::plan::BlockState;
use daybook_domain::story::{Private, WeekFacts, WeekStory, tell};
use daybook_pack::packs::{week_as_it_happened, week_plan};
use daybook_pack::press::{Drawn, PlacedPage, TextRun};
use daybook_pack::{Document, set};
use proptest::prelude::*;

const DAYS: [&str; 7] = ["09", "10", "11", "12", "13", "14", "15"];

/// Both packs of a week.
fn packs(week: &WeekStory) -> [Document; 2] {
    [week_plan(week, imprint(), &signers()), week_as_it_happened(week, imprint(), &signers())]
}

/// Holds every page of both packs of a week to the paper, and gives how many pages each has.
fn hold(week: &WeekStory) -> [usize; 2] {
    packs(week).map(|document| {
        let galley = set(&document).unwrap();
        galley.pages.iter().for_each(hold_page);
        galley.pages.len()
    })
}

pub fn hold_page(page: &PlacedPage) {
    let mut words: Vec<(&TextRun, [f32; 4])> = Vec::new();
    for mark in &page.marks {
        match &mark.drawn {
            Drawn::Text(run) => words.push((run, letters(run))),
            Drawn::Rule(rule) => {
                let (left, right) = (rule.from.0.min(rule.to.0), rule.from.0.max(rule.to.0));
                inside(page, [left, rule.from.1.min(rule.to.1), right, rule.from.1.max(rule.to.1)], "rule");
            }
            Drawn::Panel(panel) => {
                inside(page, [panel.x, panel.y, panel.x + panel.width, panel.y + panel.height], "panel");
                assert!(panel.width > 0.0 && panel.height > 0.0, "{}: {panel:?}", page.label());
            }
        }
    }
    for (index, (run, a)) in words.iter().enumerate() {
        inside(page, *a, &run.text);
        for (other, b) in &words[index + 1..] {
            let across = a[2].min(b[2]) - a[0].max(b[0]);
            let down = a[3].min(b[3]) - a[1].max(b[1]);
            assert!(across <= 0.5 || down <= 0.5, "{}: {run:?} lies on {other:?}", page.label());
        }
    }
}

/// The edges of what is seen of a run: left, top, right, bottom.
fn letters(run: &TextRun) -> [f32; 4] {
    [run.x, run.y - run.size * 0.66, run.x + run.width, run.y + run.size * 0.12]
}

fn inside(page: &PlacedPage, [left, top, right, bottom]: [f32; 4], what: &str) {
    assert!(left >= 39.5 && right <= page.width - 39.5, "{}: {what} from {left} to {right}", page.label());
    assert!(top >= 30.0 && bottom <= page.height - 15.0, "{}: {what} from {top} to {bottom}", page.label());
}

fn told(facts: &WeekFacts) -> WeekStory {
    tell(facts, Private::LeftOut)
}

#[test]
fn an_ordinary_week_holds() {
    assert_eq!(hold(&ordinary_week()), [2, 3]);
}

#[test]
fn a_week_without_hours_entries_or_pupils_holds() {
    hold(&told(&empty()));
    hold(&told(&WeekFacts { hours: None, registered: 0, ..empty() }));
}

#[test]
fn a_hundred_and_twenty_entries_in_a_day_hold_and_every_one_is_printed() {
    let mut facts = empty();
    for number in 0..120 {
        let minute = 8 * 60 + number * 5;
        let from = format!("{:02}:{:02}", minute / 60, minute % 60);
        let kind = if number % 3 == 0 { EntryKind::Interruption } else { EntryKind::Extra };
        entry(&mut facts, "10", &from, 3 + number % 40, &format!("Matter {number:03}"), kind, |_| {});
    }
    let week = told(&facts);
    hold(&week);
    let [_, document] = packs(&week);
    let galley = set(&document).unwrap();
    let read = galley.tags.outline(&galley.pages);
    for number in 0..120 {
        assert!(read.contains(&format!("Matter {number:03}")), "{number}");
    }
    keep("week-of-120", &document);
}

#[test]
fn titles_of_three_hundred_characters_hold() {
    let mut facts = empty();
    let words = "Meeting about the provision of everybody in Year 5 ".repeat(6);
    for (index, day) in DAYS.iter().enumerate() {
        let title = if index % 2 == 0 { words[..300].to_owned() } else { "W".repeat(300) };
        block(&mut facts, day, "09:00", 30, &title, 1, BlockState::Open);
        let not_done = BlockState::NotDone { why: title.clone(), still_needed: true };
        block(&mut facts, day, "10:00", 120, &title, 2, not_done);
        entry(&mut facts, day, "09:05", 10, &title, EntryKind::Interruption, |entry| {
            entry.interrupted_by = Some(title.clone());
        });
        entry(&mut facts, day, "21:05", 50, &title, EntryKind::Extra, |entry| entry.place = Place::Home);
    }
    hold(&told(&facts));
    keep("week-of-long-titles", &packs(&told(&facts))[1]);
}

#[test]
fn work_on_days_off_holds_beside_what_is_said_of_the_day() {
    let mut facts = empty();
    let kinds = [DayOffKind::Inset, DayOffKind::BankHoliday, DayOffKind::Closure];
    for (day, kind) in DAYS.iter().zip(kinds) {
        let date = format!("2026-11-{day}").parse().unwrap();
        facts.calendar.days_off.push(DayOff { date, kind, name: "A name of its own".to_owned() });
        block(&mut facts, day, "08:05", 20, "Hall", 1, BlockState::Open);
        entry(&mut facts, day, "08:00", 15, "Keys", EntryKind::Extra, |_| {});
    }
    hold(&told(&facts));
    keep("week-of-days-off", &packs(&told(&facts))[1]);
    facts.blocks.clear();
    facts.entries.clear();
    hold(&told(&facts));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_in_a_week_it_holds(
        entries in prop::collection::vec((0usize..7, 0u32..1430, 1u32..240, 0usize..5, "[A-Za-zé ,-]{0,90}"), 0..60),
        blocks in prop::collection::vec((0usize..7, 300u32..1300, 5u32..120, "[A-Za-z ]{1,60}"), 0..40),
        hours in any::<bool>(),
        registered in 0u32..400,
    ) {
        let mut facts = WeekFacts { registered, ..empty() };
        if !hours {
            facts.hours = None;
        }
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        for (day, from, minutes, kind, text) in entries {
            let kind = [EntryKind::Extra, EntryKind::Interruption][kind % 2];
            let minutes = minutes.min(1440 - from);
            entry(&mut facts, DAYS[day], &clock(from), minutes, &text, kind, |entry| {
                entry.interrupted_by = (kind == EntryKind::Interruption).then(|| text.chars().take(20).collect());
            });
        }
        for (day, from, minutes, title) in blocks {
            block(&mut facts, DAYS[day], &clock(from), minutes, &title, 1, BlockState::Open);
        }
        hold(&told(&facts));
    }
}
