//! The entries of many weeks in a few questions, what they stand on, and what the daybook takes of its user.

use super::nouns::{pattern, year};
use super::*;
use daybook_domain::activity::Purpose;
use daybook_domain::burden::{Part, Spent};
use daybook_domain::calendar::AcademicYear;
use daybook_domain::ids::EntryId;
use daybook_domain::look_back::Noted;

const WEEKS: (&str, &str) = ("2026-11-02", "2026-11-15");

fn days((first, last): (&str, &str)) -> (chrono::NaiveDate, chrono::NaiveDate) {
    (day(first), day(last))
}

#[test]
fn entries_are_noted_with_the_children_they_are_about() {
    let mut here = Here::with_school();
    let other = here.does(|tx| tx.pupils().insert(&pupil("Ó Súilleabháin", "Ada"), SCHOOL));
    let add = |here: &mut Here, details: EntryDetails| here.does(|tx| tx.entries().insert(SCHOOL, &details));
    add(&mut here, entry("2026-11-01"));
    let first = add(&mut here, entry("2026-11-02"));
    let both = add(&mut here, EntryDetails { pupils: vec![PUPIL, other], ..entry("2026-11-15") });
    let alone = EntryDetails { start: None, pupils: Vec::new(), private: true, ..entry("2026-11-08") };
    let alone = add(&mut here, EntryDetails { place: Place::Home, ..alone });
    add(&mut here, entry("2026-11-16"));
    let by_day = |about| {
        let mut noted = here.vault.read().noted(SCHOOL, days(WEEKS), about).unwrap();
        noted.sort_by_key(|each| each.date);
        noted
    };
    let noted = by_day(true);
    assert_eq!(noted.iter().map(|each| each.entry).collect::<Vec<EntryId>>(), [first, alone, both]);
    assert_eq!(noted[2].pupils, [PUPIL, other]);
    let expected = Noted {
        entry: alone,
        date: day("2026-11-08"),
        start: None,
        minutes: 25,
        activity: Some(ActivityId(5)),
        place: Place::Home,
        kind: EntryKind::Interruption,
        pupils: Vec::new(),
        interrupter: Some("office".into()),
        private: true,
    };
    assert_eq!(noted[1], expected);
    assert!(by_day(false).iter().all(|each| each.pupils.is_empty()), "not asked");
    assert_eq!(here.vault.read().entries().some(&[both, first]).unwrap().len(), 2);
}

#[test]
fn a_closed_week_stands_on_what_it_kept() {
    let mut here = Here::with_school();
    here.does(|tx| tx.calendar().replace(SCHOOL, AcademicYear(2026), &year()));
    here.does(|tx| tx.hours().save(SCHOOL, &pattern("2026-09-01")));
    here.does(|tx| tx.entries().insert(SCHOOL, &entry("2026-11-03")));
    here.does(|tx| tx.weeks().close(SCHOOL, day("2026-11-02"), at("2026-11-08")));
    let mut kind = here.vault.read().activities().list().unwrap().into_iter().find(|kind| kind.id.0 == 5).unwrap();
    let before = kind.purpose;
    kind.purpose = Purpose::ALL.into_iter().find(|other| *other != before).unwrap();
    here.does(|tx| tx.activities().update(&kind));
    let ground = here.vault.read().ground_of(SCHOOL, days(WEEKS)).unwrap();
    assert_eq!(ground.kept.keys().copied().collect::<Vec<_>>(), [day("2026-11-02")]);
    let purpose = |date: &str| ground.activity(day(date), ActivityId(5)).unwrap().purpose;
    assert_eq!((purpose("2026-11-03"), purpose("2026-11-10")), (before, kind.purpose));
    assert_eq!((ground.calendars.len(), ground.hours.len()), (1, 1));
    let new_year = here.vault.read().ground_of(SCHOOL, days(("2027-08-31", "2027-08-31"))).unwrap();
    assert_eq!(new_year.calendars.len(), 2, "a year begins in that week");
}

#[test]
fn what_the_daybook_takes_is_added_up_by_day_and_is_nothing_for_undo() {
    let mut here = Here::with_school();
    let undo = here.vault.undo_state().unwrap();
    for (date, part, seconds) in [
        ("2026-11-02", Part::Capture, 40),
        ("2026-11-02", Part::Capture, 25),
        ("2026-11-03", Part::Capture, 5),
        ("2026-11-03", Part::Packs, 60),
        ("2026-11-16", Part::Packs, 9),
    ] {
        here.vault.count_burden(SCHOOL, day(date), part, seconds).unwrap();
    }
    assert_eq!(here.vault.undo_state().unwrap(), undo, "no operation");
    let here = here.restart();
    let spent = here.vault.read().burden().spent(SCHOOL, days(WEEKS)).unwrap();
    let told = [(Part::Capture, 70), (Part::Packs, 60)].map(|(part, seconds)| Spent { part, seconds });
    assert_eq!(spent, told);
}
