//! Each noun is read back as it was written.

use super::*;
use daybook_domain::activity::Purpose;
use daybook_domain::breaks::{BreakMark, BreakState};
use daybook_domain::calendar::{AcademicYear, Calendar, DayKind, DayOff, DayOffKind, HalfTerm};
use daybook_domain::clock::Span;
use daybook_domain::hours::{BreakTime, DayHours, WeekHours};
use daybook_domain::register::RegisterQuery;

pub fn year() -> Calendar {
    let term = |name: &str, first: &str, last: &str| HalfTerm { name: name.into(), first: day(first), last: day(last) };
    let off = |date: &str, kind| DayOff { date: day(date), kind, name: "shut".into() };
    Calendar {
        half_terms: vec![
            term("Autumn 1", "2026-09-01", "2026-10-23"),
            term("Autumn 2", "2026-11-02", "2026-12-18"),
            term("Summer 2", "2027-06-07", "2027-07-20"),
        ],
        days_off: vec![off("2026-09-01", DayOffKind::Inset), off("2026-12-04", DayOffKind::Closure)],
    }
}

pub fn pattern(from: &str) -> WeekHours {
    let span = |from: u16, to: u16| Span { start: Clock::at(from, 0), end: Clock::at(to, 30) };
    let worked = DayHours {
        contracted: Some(span(8, 16)),
        teaching: vec![span(9, 9), span(13, 14)],
        protected: vec![span(10, 11)],
        breaks: vec![BreakTime { name: "Lunch".into(), span: span(12, 12) }],
    };
    let days = (0..7).map(|i| if i < 5 { worked.clone() } else { DayHours::default() }).collect();
    WeekHours { from: day(from), days }
}

#[test]
fn schools() {
    let mut here = Here::with_school();
    let details = SchoolDetails { name: "New".into(), senco: "S".into(), head: "H".into() };
    here.does(|tx| tx.schools().update(SCHOOL, &details));
    assert_eq!(here.vault.read().schools().current().unwrap().unwrap().details, details);
    assert_eq!(here.refuses(|tx| tx.schools().update(SchoolId(9), &details)), "store.gone");
}

#[test]
fn a_calendar_belongs_to_its_year() {
    let mut here = Here::with_school();
    here.does(|tx| tx.calendar().replace(SCHOOL, AcademicYear(2026), &year()));
    let read = |here: &Here, year| here.vault.read().calendar().get(SCHOOL, AcademicYear(year)).unwrap();
    assert_eq!(read(&here, 2026), year());
    let of_week = |here: &Here, monday| here.vault.read().calendar().of_week(SCHOOL, day(monday)).unwrap();
    assert_eq!(of_week(&here, "2027-08-23"), year());
    assert_eq!(of_week(&here, "2027-09-06"), Calendar::default());
    let mut other = year();
    other.half_terms.remove(0);
    other.days_off[0].kind = DayOffKind::BankHoliday;
    here.does(|tx| tx.calendar().replace(SCHOOL, AcademicYear(2026), &other));
    assert_eq!(read(&here, 2026), other);
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(read(&here, 2026), year());
    let wrong_year = here.refuses(|tx| tx.calendar().replace(SCHOOL, AcademicYear(2025), &year()));
    assert_eq!(wrong_year, "calendar.outside_year");
}

#[test]
fn a_week_across_two_academic_years_has_both_calendars() {
    let mut here = Here::with_school();
    let next = Calendar {
        half_terms: vec![HalfTerm { name: "Autumn 1".into(), first: day("2027-09-01"), last: day("2027-10-22") }],
        days_off: vec![DayOff { date: day("2027-09-02"), kind: DayOffKind::Inset, name: String::new() }],
    };
    here.does(|tx| {
        tx.calendar().replace(SCHOOL, AcademicYear(2026), &year())?;
        tx.calendar().replace(SCHOOL, AcademicYear(2027), &next)
    });
    let facts = here.vault.read().facts(SCHOOL, day("2027-08-30")).unwrap();
    let kinds: Vec<DayKind> =
        ["2027-08-30", "2027-09-01", "2027-09-02"].map(|date| facts.calendar.kind_of(day(date))).into();
    assert_eq!(kinds, [DayKind::Holiday, DayKind::Open, DayKind::Inset]);
}

#[test]
fn hours_that_change_in_mid_week_count_from_their_day() {
    let mut here = Here::with_school();
    let mut later = pattern("2026-11-04");
    later.days.iter_mut().for_each(|day| day.teaching.clear());
    here.does(|tx| {
        tx.hours().save(SCHOOL, &later)?;
        tx.hours().save(SCHOOL, &pattern("2026-09-01"))
    });
    let hours = here.vault.read().facts(SCHOOL, day("2026-11-02")).unwrap().hours.unwrap();
    let taught: Vec<usize> = hours.days.iter().map(|day| day.teaching.len()).collect();
    assert_eq!(taught, [2, 2, 0, 0, 0, 0, 0]);
}

#[test]
fn the_hours_in_force_are_the_latest_that_began() {
    let mut here = Here::with_school();
    assert_eq!(here.vault.read().hours().on(SCHOOL, day("2026-11-02")).unwrap(), None);
    let mut later = pattern("2027-01-04");
    later.days[4] = DayHours::default();
    here.does(|tx| tx.hours().save(SCHOOL, &later));
    here.does(|tx| tx.hours().save(SCHOOL, &pattern("2026-09-01")));
    let on = |here: &Here, date: &str| here.vault.read().hours().on(SCHOOL, day(date)).unwrap().unwrap();
    assert_eq!(on(&here, "2027-01-03"), pattern("2026-09-01"));
    assert_eq!(on(&here, "2027-01-04"), later);
    assert_eq!(on(&here, "2020-01-01"), pattern("2026-09-01"), "before any, the earliest");
    assert_eq!(here.vault.read().hours().list(SCHOOL).unwrap(), [pattern("2026-09-01"), later]);
    let corrected = WeekHours { days: vec![DayHours::default(); 7], ..pattern("2026-09-01") };
    here.does(|tx| tx.hours().save(SCHOOL, &corrected));
    assert_eq!(on(&here, "2026-09-01"), corrected);
}

#[test]
fn activities() {
    let mut here = Here::with_school();
    assert_eq!(here.vault.read().activities().list().unwrap(), starting_activities());
    let mut first = starting_activities().remove(0);
    (first.retired, first.purpose) = (true, Purpose::Resources);
    here.does(|tx| tx.activities().update(&first));
    assert_eq!(here.vault.read().activities().list().unwrap()[0], first);
}

#[test]
fn blocks_in_their_order_with_their_pupils() {
    let mut here = Here::with_school();
    let second = here.does(|tx| tx.pupils().insert(&pupil("Ó Súilleabháin", "Ġanni"), SCHOOL));
    let late = BlockDetails { start: Clock::at(15, 0), pupils: vec![PUPIL, second], ..block("2026-11-02") };
    let ids = here.does(|tx| {
        let late = tx.blocks().insert(SCHOOL, &late)?;
        Ok([tx.blocks().insert(SCHOOL, &block("2026-11-02"))?, late, tx.blocks().insert(SCHOOL, &block("2026-11-08"))?])
    });
    here.does(|tx| tx.blocks().insert(SCHOOL, &block("2026-11-09")));
    let week = here.vault.read().blocks().of_week(SCHOOL, day("2026-11-02")).unwrap();
    assert_eq!(week.iter().map(|block| block.id).collect::<Vec<_>>(), ids);
    assert_eq!(week[1].details, late);
    here.does(|tx| tx.blocks().delete(ids[1]));
    assert_eq!(here.vault.read().blocks().get(ids[1]).unwrap_err().code, "store.gone");
    let unwritten = here.vault.read().blocks().of_week(SCHOOL, day("2026-11-16")).unwrap();
    assert!(unwritten.is_empty());
}

#[test]
fn entries_by_time_and_those_that_wait() {
    let mut here = Here::with_school();
    let untimed = EntryDetails { start: None, ..entry("2026-11-02") };
    let waiting = |date: &str| EntryDetails { activity: None, provisional: true, pupils: vec![], ..entry(date) };
    let ids = here.does(|tx| {
        Ok([
            tx.entries().insert(SCHOOL, &untimed)?,
            tx.entries().insert(SCHOOL, &entry("2026-11-02"))?,
            tx.entries().insert(SCHOOL, &waiting("2026-10-01"))?,
            tx.entries().insert(SCHOOL, &waiting("2026-11-03"))?,
        ])
    });
    let ids_of = |entries: Vec<daybook_domain::entry::Entry>| entries.iter().map(|e| e.id).collect::<Vec<_>>();
    let read = here.vault.read().entries();
    assert_eq!(ids_of(read.of_week(SCHOOL, day("2026-11-02")).unwrap()), [ids[1], ids[0], ids[3]]);
    assert_eq!(ids_of(read.waiting(SCHOOL).unwrap()), [ids[3], ids[2]]);
    assert_eq!(read.get(ids[0]).unwrap().details, untimed);
    let settled = EntryDetails { place: Place::Travel, private: true, ..entry("2026-10-01") };
    here.does(|tx| tx.entries().update(ids[2], &settled));
    assert_eq!(here.vault.read().entries().get(ids[2]).unwrap().details, settled);
    assert_eq!(ids_of(here.vault.read().entries().waiting(SCHOOL).unwrap()), [ids[3]]);
}

#[test]
fn pieces_of_an_entry_hold_together_when_the_first_goes() {
    let mut here = Here::with_school();
    let ids = here.does(|tx| {
        let first = tx.entries().insert(SCHOOL, &entry("2026-11-02"))?;
        let second = tx.entries().insert_piece(SCHOOL, first, &entry("2026-11-02"))?;
        Ok([first, second, tx.entries().insert_piece(SCHOOL, second, &entry("2026-11-02"))?])
    });
    let first_of = |here: &Here, id| here.vault.read().entries().get(id).unwrap().continues;
    assert_eq!(ids.map(|id| first_of(&here, id)), [None, Some(ids[0]), Some(ids[0])]);
    here.does(|tx| tx.entries().delete(ids[0]));
    assert_eq!([first_of(&here, ids[1]), first_of(&here, ids[2])], [None, Some(ids[1])]);
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(ids.map(|id| first_of(&here, id)), [None, Some(ids[0]), Some(ids[0])]);
}

#[test]
fn the_last_word_on_a_break_counts() {
    let mut here = Here::with_school();
    let mark = BreakMark {
        date: day("2026-11-02"),
        name: "Lunch".into(),
        state: BreakState::Part,
        taken: 10,
        why: "a call".into(),
    };
    here.does(|tx| tx.breaks().mark(SCHOOL, &mark));
    let missed = BreakMark { state: BreakState::Missed, taken: 0, ..mark };
    here.does(|tx| tx.breaks().mark(SCHOOL, &missed));
    assert_eq!(here.vault.read().breaks().of_week(SCHOOL, day("2026-11-02")).unwrap(), [missed]);
    here.does(|tx| tx.breaks().clear(SCHOOL, day("2026-11-02"), "Lunch"));
    assert_eq!(here.vault.read().breaks().of_week(SCHOOL, day("2026-11-02")).unwrap(), []);
}

#[test]
fn what_was_said_of_a_break_follows_its_new_name_but_not_into_a_closed_week() {
    let mut here = Here::with_school();
    let named = |from: &str, name: &str| {
        let mut hours = pattern(from);
        hours.days.iter_mut().flat_map(|day| &mut day.breaks).for_each(|each| each.name = name.into());
        hours
    };
    let mark = |date: &str| BreakMark {
        date: day(date),
        name: "Lunch".into(),
        state: BreakState::Missed,
        taken: 0,
        why: String::new(),
    };
    here.does(|tx| {
        tx.hours().save(SCHOOL, &named("2026-09-01", "Lunch"))?;
        tx.breaks().mark(SCHOOL, &mark("2026-11-02"))?;
        tx.breaks().mark(SCHOOL, &mark("2026-11-09"))?;
        tx.weeks().close(SCHOOL, day("2026-11-02"), at("2026-11-06"))
    });
    let names = |here: &Here| {
        ["2026-11-02", "2026-11-09"].map(|monday| {
            let marks = here.vault.read().breaks().of_week(SCHOOL, day(monday)).unwrap();
            marks.into_iter().map(|mark| mark.name).collect::<Vec<_>>().join(", ")
        })
    };
    here.does(|tx| tx.hours().save(SCHOOL, &named("2026-09-01", "Dinner")));
    assert_eq!(names(&here), ["Lunch", "Dinner"]);
    here.does(|tx| tx.hours().save(SCHOOL, &named("2026-11-09", "Midday")));
    assert_eq!(names(&here), ["Lunch", "Midday"]);
    here.does(|tx| tx.hours().remove(SCHOOL, day("2026-11-09")));
    assert_eq!(names(&here), ["Lunch", "Dinner"]);
    here.vault.undo(at("2026-11-10")).unwrap();
    assert_eq!(names(&here), ["Lunch", "Midday"], "undone with the hours");
}

#[test]
fn a_pattern_of_hours_goes_but_never_the_only_one() {
    let mut here = Here::with_school();
    here.does(|tx| {
        tx.hours().save(SCHOOL, &pattern("2026-09-01"))?;
        tx.hours().save(SCHOOL, &pattern("2027-01-04"))
    });
    assert_eq!(here.refuses(|tx| tx.hours().remove(SCHOOL, day("2027-01-05"))), "store.gone");
    here.does(|tx| tx.hours().remove(SCHOOL, day("2026-09-01")));
    assert_eq!(here.vault.read().hours().list(SCHOOL).unwrap(), [pattern("2027-01-04")]);
    assert_eq!(here.refuses(|tx| tx.hours().remove(SCHOOL, day("2027-01-04"))), "hours.only");
}

#[test]
fn settings_of_any_shape() {
    let mut here = Here::empty();
    here.does(|tx| tx.settings().set("words", &vec!["Oak", "Elm"]));
    assert_eq!(here.vault.read().settings().get::<Vec<String>>("words").unwrap().unwrap(), ["Oak", "Elm"]);
    assert_eq!(here.vault.read().settings().get::<u32>("words").unwrap(), None, "another shape");
    assert_eq!(here.vault.read().settings().get::<u32>("never set").unwrap(), None);
}

#[test]
fn facts_gather_the_week_and_count_those_registered_on_its_friday() {
    let mut here = Here::with_school();
    here.does(|tx| {
        for (surname, code, from) in [
            ("K", "K", "2026-09-01"),
            ("E", "E", "2026-11-06"),
            ("Late", "K", "2026-11-07"),
            ("Onlooker", "W", "2026-09-01"),
            ("Elsewhere", "ZZ", "2026-09-01"),
            ("To come", "K", "2026-09-01"),
        ] {
            let comes = (surname == "To come").then(|| day("2027-01-04"));
            let id = tx.pupils().insert(&PupilDetails { on_roll_from: comes, ..pupil(surname, "A") }, SCHOOL)?;
            tx.pupils().open_status(id, code, day(from), "")?;
        }
        let left = PupilDetails { on_roll_to: Some(day("2026-11-05")), ..pupil("Left", "A") };
        let left = tx.pupils().insert(&left, SCHOOL)?;
        tx.pupils().open_status(left, "K", day("2026-09-01"), "")?;
        tx.calendar().replace(SCHOOL, AcademicYear(2026), &year())?;
        tx.hours().save(SCHOOL, &pattern("2026-09-01"))?;
        tx.blocks().insert(SCHOOL, &block("2026-11-03"))?;
        tx.entries().insert(SCHOOL, &entry("2026-11-04"))
    });
    let facts = here.vault.read().facts(SCHOOL, day("2026-11-02")).unwrap();
    let query = RegisterQuery { statuses: vec!["K".into(), "E".into()], ..RegisterQuery::default() };
    let listed = here.vault.read().register().list(SCHOOL, &query, day("2026-11-06")).unwrap().rows.len();
    assert_eq!((facts.registered, listed), (3, 3), "a week's account counts those whom the register shows");
    assert_eq!(facts.case_codes.into_iter().collect::<Vec<_>>(), [(PUPIL, "C-0001".to_owned())]);
    assert_eq!((facts.blocks.len(), facts.entries.len(), facts.activities.len()), (1, 1, 20));
    assert_eq!((facts.calendar, facts.hours), (year(), Some(pattern("2026-09-01"))));
}
