//! The two week packs.

use crate::{imprint, keep, pages, signers, tags};
use daybook_domain::activity::starting_activities;
use daybook_domain::breaks::{BreakMark, BreakState};
use daybook_domain::calendar::{Calendar, HalfTerm};
use daybook_domain::clock::{Clock, Span};
use daybook_domain::entry::{Entry, EntryDetails, EntryKind, Place};
use daybook_domain::hours::{BreakTime, DayHours, WeekHours};
use daybook_domain::ids::{ActivityId, BlockId, EntryId, PupilId};
use daybook_domain::plan::{Block, BlockDetails, BlockState, Week};
use daybook_domain::story::{Private, WeekFacts, WeekStory, tell};
use daybook_pack::packs::{week_as_it_happened, week_plan};
use daybook_pack::{set, to_pdf};

fn at(time: &str) -> Clock {
    let (hour, minute) = time.split_once(':').unwrap();
    Clock::at(hour.parse().unwrap(), minute.parse().unwrap())
}

fn span(from: &str, to: &str) -> Span {
    Span { start: at(from), end: at(to) }
}

fn school_day() -> DayHours {
    DayHours {
        contracted: Some(span("08:15", "16:30")),
        teaching: vec![span("09:00", "10:30")],
        protected: vec![span("13:00", "15:15")],
        breaks: vec![
            BreakTime { name: "Break".to_owned(), span: span("10:30", "10:45") },
            BreakTime { name: "Lunch".to_owned(), span: span("12:15", "13:00") },
        ],
    }
}

/// A week with nothing in it yet.
pub fn empty() -> WeekFacts {
    let mut days = vec![school_day(); 5];
    days[3].teaching.clear();
    days.resize(7, DayHours::default());
    WeekFacts {
        week: Week { monday: "2026-11-09".parse().unwrap(), frozen_at: None, closed_at: None },
        calendar: Calendar {
            half_terms: vec![HalfTerm {
                name: "Autumn 2".to_owned(),
                first: "2026-11-02".parse().unwrap(),
                last: "2026-12-18".parse().unwrap(),
            }],
            days_off: Vec::new(),
        },
        hours: Some(WeekHours { from: "2026-09-01".parse().unwrap(), days }),
        blocks: Vec::new(),
        entries: Vec::new(),
        breaks: Vec::new(),
        activities: starting_activities(),
        case_codes: [(PupilId(1), "C-0142".to_owned()), (PupilId(2), "C-0107".to_owned())].into(),
        registered: 63,
    }
}

pub fn block(
    facts: &mut WeekFacts,
    day: &str,
    from: &str,
    minutes: u32,
    title: &str,
    activity: i64,
    state: BlockState,
) -> BlockId {
    let id = BlockId(facts.blocks.len() as i64 + 1);
    let details = BlockDetails {
        date: format!("2026-11-{day}").parse().unwrap(),
        start: at(from),
        minutes,
        title: title.to_owned(),
        activity: ActivityId(activity),
        place: Place::School,
        pupils: if title.contains("review") { vec![PupilId(1)] } else { Vec::new() },
    };
    facts.blocks.push(Block { id, details, state });
    id
}

pub fn entry(
    facts: &mut WeekFacts,
    day: &str,
    from: &str,
    minutes: u32,
    text: &str,
    kind: EntryKind,
    change: impl FnOnce(&mut EntryDetails),
) {
    let mut details = EntryDetails {
        date: format!("2026-11-{day}").parse().unwrap(),
        start: (!from.is_empty()).then(|| at(from)),
        minutes,
        text: text.to_owned(),
        activity: Some(ActivityId(1 + facts.entries.len() as i64 % 9)),
        place: Place::School,
        kind,
        block: None,
        interrupted_by: None,
        displaced: None,
        pupils: Vec::new(),
        private: false,
        provisional: false,
    };
    change(&mut details);
    facts.entries.push(Entry { id: EntryId(facts.entries.len() as i64 + 1), details, continues: None });
}

/// A week as weeks are: Monday's plan, and what came of it.
pub fn ordinary_week() -> WeekStory {
    use BlockState::{AsPlanned, Changed};
    use EntryKind::{Extra, Interruption};
    let mut week = empty();
    week.week.frozen_at = Some("2026-11-09T07:55:00".parse().unwrap());
    week.week.closed_at = Some("2026-11-13T16:20:00".parse().unwrap());
    let not_done = |why: &str| BlockState::NotDone { why: why.to_owned(), still_needed: true };
    let plan = [
        ("09", "08:30", 30, "Week's timetable for teaching assistants", 3, AsPlanned),
        ("09", "10:45", 45, "Observation, Year 3", 5, Changed),
        ("09", "13:00", 90, "Annual review", 1, AsPlanned),
        ("09", "14:45", 30, "Calls to families", 2, not_done("Cover for an absent teaching assistant")),
        ("10", "10:45", 90, "Provision map", 4, not_done("A pupil in crisis")),
        ("10", "13:00", 60, "Teaching assistants' meeting", 6, AsPlanned),
        ("10", "14:00", 75, "Advice for a needs assessment", 1, Changed),
        ("11", "10:45", 15, "Records", 7, AsPlanned),
        ("11", "11:00", 60, "Speech and language therapist", 8, AsPlanned),
        ("11", "13:00", 120, "Drafting support plans", 4, Changed),
        ("12", "08:30", 60, "Line management", 6, AsPlanned),
        ("12", "09:30", 60, "Intervention check", 5, AsPlanned),
        ("12", "10:45", 90, "Annual review", 1, AsPlanned),
        ("12", "13:00", 120, "Calls to families", 2, Changed),
        ("13", "10:45", 60, "Educational psychologist, planning", 8, not_done("The psychologist cancelled")),
        ("13", "13:00", 90, "Governors' report", 3, AsPlanned),
        ("13", "15:30", 30, "The week with the head", 6, AsPlanned),
    ];
    for (day, from, minutes, title, activity, state) in plan {
        let id = block(&mut week, day, from, minutes, title, activity, state.clone());
        let kind = match state {
            AsPlanned => EntryKind::AsPlanned,
            Changed => EntryKind::Changed,
            BlockState::Open | BlockState::NotDone { .. } => continue,
        };
        let happened = if kind == EntryKind::Changed { minutes - 20 } else { minutes };
        entry(&mut week, day, from, happened, title, kind, |entry| {
            entry.block = Some(id);
            entry.activity = Some(ActivityId(activity));
            entry.pupils = if title.contains("review") { vec![PupilId(1)] } else { Vec::new() };
        });
    }
    let who = |who: &'static str| move |entry: &mut EntryDetails| entry.interrupted_by = Some(who.to_owned());
    entry(&mut week, "09", "11:10", 20, "Lift key, then a chair", Interruption, who("Site staff"));
    entry(&mut week, "09", "12:20", 40, "A child who would not come in", Interruption, who("Class teacher"));
    entry(&mut week, "09", "14:45", 30, "Cover in Year 1", Interruption, who("Teaching assistant away"));
    entry(&mut week, "10", "10:45", 85, "Crisis, and calming down after", Interruption, |entry| {
        entry.interrupted_by = Some("Class teacher".to_owned());
        entry.pupils = vec![PupilId(2)];
    });
    entry(&mut week, "10", "19:30", 70, "Advice for a needs assessment, finished", Extra, |entry| {
        entry.place = Place::Home;
    });
    entry(&mut week, "11", "12:40", 10, "Corridor", Interruption, who("Class teacher"));
    entry(&mut week, "11", "14:45", 8, "Phone", Interruption, who("Parent"));
    entry(&mut week, "12", "15:30", 45, "Parent at the gate", Extra, |entry| entry.place = Place::School);
    entry(&mut week, "13", "10:45", 60, "Chasing the specialists", Extra, |_| {});
    entry(&mut week, "13", "", 55, "Email on the sofa", Extra, |entry| entry.place = Place::Home);
    let mut mark = |day: &str, name: &str, state, taken, why: &str| {
        week.breaks.push(BreakMark {
            date: format!("2026-11-{day}").parse().unwrap(),
            name: name.to_owned(),
            state,
            taken,
            why: why.to_owned(),
        });
    };
    mark("09", "Lunch", BreakState::Missed, 0, "A child who would not come in");
    mark("10", "Break", BreakState::Missed, 0, "Called to the hall");
    mark("11", "Lunch", BreakState::Part, 25, "Corridor");
    tell(&week, Private::LeftOut)
}

#[test]
fn the_plan_is_a_page_to_pin_up_and_a_page_to_write_on() {
    let document = week_plan(&ordinary_week(), imprint(), &signers());
    assert_eq!(set(&document).unwrap().pages.len(), 2);
    insta::assert_snapshot!("week_plan_pages", pages(&document));
    insta::assert_snapshot!("week_plan_tags", tags(&document));
    let file = keep("week-plan", &document);
    assert!(file.len() <= 120 * 1024, "{} bytes", file.len());
    assert_eq!(file, to_pdf(&document).unwrap());
}

#[test]
fn the_week_has_its_figures_first_and_its_timetable_on_one_page() {
    let document = week_as_it_happened(&ordinary_week(), imprint(), &signers());
    insta::assert_snapshot!("week_as_it_happened_pages", pages(&document));
    insta::assert_snapshot!("week_as_it_happened_tags", tags(&document));
    let file = keep("week-as-it-happened", &document);
    assert!(file.len() <= 120 * 1024, "{} bytes", file.len());
    assert_eq!(file, to_pdf(&document).unwrap());
}

#[test]
fn what_is_printed_adds_up_to_the_contracted_time() {
    let week = ordinary_week();
    let read = tags(&week_as_it_happened(&week, imprint(), &signers()));
    let minutes = |row: &str| {
        let at = read.find(&format!("TH of row “{row}”")).unwrap_or_else(|| panic!("no row {row}"));
        let cell = read[at..].lines().nth(2).unwrap();
        cell.split(['“', '”']).nth(1).unwrap().parse::<u32>().unwrap()
    };
    let parts =
        ["Teaching", "Breaks taken", "Breaks lost, to nothing recorded", "Recorded work in hours", "Not itemised"];
    assert_eq!(parts.map(minutes).iter().sum::<u32>(), minutes("Contracted"));
    assert_eq!(minutes("Contracted"), 5 * 495);
}

#[test]
fn a_week_without_anything_says_so() {
    let week = tell(&WeekFacts { hours: None, registered: 0, ..empty() }, Private::LeftOut);
    let document = week_as_it_happened(&week, imprint(), &signers());
    let read = tags(&document);
    for sentence in
        ["No pupil was on the register this week", "Nobody interrupted this week", "Nothing was recorded out of hours."]
    {
        assert!(read.contains(sentence), "{sentence}");
    }
    keep("empty-week", &document);
    keep("empty-week-plan", &week_plan(&week, imprint(), &signers()));
}

#[test]
fn work_on_a_saturday_shows_saturday_and_not_sunday() {
    let mut facts = empty();
    entry(&mut facts, "14", "10:00", 90, "Reports", EntryKind::Extra, |entry| entry.place = Place::Home);
    let document = week_as_it_happened(&tell(&facts, Private::LeftOut), imprint(), &signers());
    let read = tags(&document);
    assert!(read.contains("“Sat 14 Nov”") && !read.contains("15 Nov"));
    assert!(document.subtitle.starts_with("9 to 14 November 2026"));
    keep("week-of-six", &document);
}

#[test]
fn one_late_evening_leaves_the_school_day_its_size() {
    let mut facts = empty();
    entry(&mut facts, "10", "10:00", 60, "Review", EntryKind::Extra, |_| {});
    let hours = |facts: &WeekFacts| {
        let read = pages(&week_as_it_happened(&tell(facts, Private::LeftOut), imprint(), &signers()));
        let labels = read.lines().filter(|line| line.contains(":00”"));
        labels.map(|line| line.split('“').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    let before = hours(&facts);
    entry(&mut facts, "10", "20:30", 45, "Report, unfinished", EntryKind::Extra, |_| {});
    entry(&mut facts, "11", "05:15", 30, "Emails before breakfast", EntryKind::Extra, |_| {});
    assert_eq!(hours(&facts), before);
    let read = tags(&week_as_it_happened(&tell(&facts, Private::LeftOut), imprint(), &signers()));
    for said in ["“20:30 to 21:15 · 45 min Report, unfinished”", "“5:15 to 5:45 · 30 min Emails before breakfast”"]
    {
        assert!(read.contains(said), "{said}");
    }
}

#[test]
fn nothing_says_whether_anything_was_kept_private() {
    let mut facts = empty();
    entry(&mut facts, "10", "10:45", 30, "Mine", EntryKind::Extra, |entry| entry.private = true);
    let with = week_as_it_happened(&tell(&facts, Private::LeftOut), imprint(), &signers());
    let without = week_as_it_happened(&tell(&empty(), Private::LeftOut), imprint(), &signers());
    assert_eq!(with, without);
    let read = tags(&with);
    assert!(read.contains("Not itemised: contracted time with no entry on this page."));
    assert!(!read.to_lowercase().contains("private"));
}

#[test]
fn whoever_signs_is_named_and_a_line_waits_for_whoever_is_not() {
    let named = tags(&week_plan(&ordinary_week(), imprint(), &signers()));
    assert!(named.contains("“SENCO, Ms A. Morrow Date”") && named.contains("“Headteacher, signed Date”"));
}

#[test]
fn a_usual_week_is_three_pages_with_the_timetable_alone_on_the_second() {
    let document = week_as_it_happened(&ordinary_week(), imprint(), &signers());
    let galley = set(&document).unwrap();
    assert_eq!(galley.pages.len(), 3);
    assert!(daybook_pack::dump(&galley.pages[1]).contains("The plan beside what happened"));
    assert!(daybook_pack::dump(&galley.pages[2]).contains("SENCO, Ms A. Morrow"));
}
