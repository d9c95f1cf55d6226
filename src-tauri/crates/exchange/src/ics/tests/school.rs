//! A school's year out of a calendar file.

use super::*;
use daybook_domain::calendar::{AcademicYear, DayOffKind};

fn dates(events: &[(&str, &str, &str)]) -> SchoolDates {
    let lines: Vec<String> = events
        .iter()
        .map(|(title, first, last)| {
            let after = date(last).succ_opt().unwrap().format("%Y%m%d").to_string();
            let first = date(first).format("%Y%m%d");
            format!("SUMMARY:{title}\nDTSTART;VALUE=DATE:{first}\nDTEND;VALUE=DATE:{after}")
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let found = read_school_dates(file(&lines).as_bytes(), AcademicYear(2026)).unwrap();
    found.calendar.check(AcademicYear(2026)).unwrap();
    found
}

fn told(found: &SchoolDates) -> Vec<String> {
    let half_terms = found.calendar.half_terms.iter();
    let half_terms =
        half_terms.map(|term| format!("{} {} to {}", term.name, term.first.format("%m-%d"), term.last.format("%m-%d")));
    let off = found.calendar.days_off.iter().map(|off| format!("{:?} {}", off.kind, off.date.format("%m-%d")));
    half_terms.chain(off).collect()
}

const YEAR: [&str; 6] = [
    "Autumn 1 09-01 to 10-23",
    "Autumn 2 11-02 to 12-18",
    "Spring 1 01-04 to 02-12",
    "Spring 2 02-22 to 03-25",
    "Summer 1 04-12 to 05-28",
    "Summer 2 06-07 to 07-21",
];

#[test]
fn a_school_s_calendar_of_terms_and_holidays_is_understood() {
    let found = dates(&[
        ("INSET day", "2026-09-01", "2026-09-01"),
        ("Autumn term starts", "2026-09-02", "2026-09-02"),
        ("Half term", "2026-10-24", "2026-11-01"),
        ("INSET day", "2026-11-02", "2026-11-02"),
        ("Pupils return", "2026-11-03", "2026-11-03"),
        ("Year 6 trip", "2026-11-20", "2026-11-20"),
        ("End of term", "2026-12-18", "2026-12-18"),
        ("Christmas holidays", "2026-12-21", "2027-01-01"),
        ("Spring term starts", "2027-01-04", "2027-01-04"),
        ("February half term holiday", "2027-02-15", "2027-02-19"),
        ("Last day of term", "2027-03-25", "2027-03-25"),
        ("Good Friday", "2027-03-26", "2027-03-26"),
        ("Summer term begins", "2027-04-12", "2027-04-12"),
        ("School closed: election", "2027-05-06", "2027-05-06"),
        ("Half term", "2027-05-31", "2027-06-04"),
        ("Term ends", "2027-07-21", "2027-07-21"),
        ("Term starts", "2027-09-02", "2027-09-02"),
    ]);
    let days_off = ["Inset 09-01", "Inset 11-02", "BankHoliday 05-03", "Closure 05-06"];
    assert_eq!(told(&found), [&YEAR[..], &days_off].concat());
    let problems: Vec<(&str, u32)> =
        found.problems.iter().map(|problem| (problem.summary.as_str(), problem.line)).collect();
    assert_eq!(problems, [("Year 6 trip", 28)]);
    assert_eq!(found.calendar.days_off[0].kind, DayOffKind::Inset);
}

#[test]
fn a_council_s_list_of_whole_terms_is_understood() {
    let found = dates(&[
        ("Term 1", "2026-09-01", "2026-10-23"),
        ("Term 2", "2026-11-02", "2026-12-18"),
        ("Term 3", "2027-01-04", "2027-02-12"),
        ("Term 4", "2027-02-22", "2027-03-25"),
        ("Term 5", "2027-04-12", "2027-05-28"),
        ("Term 6", "2027-06-07", "2027-07-21"),
    ]);
    assert_eq!(told(&found), [&YEAR[..], &["BankHoliday 05-03"]].concat());
    assert_eq!(found.problems, []);
}

#[test]
fn three_terms_with_half_terms_day_by_day_are_understood() {
    let mut events = vec![
        ("Autumn Term", "2026-09-01", "2026-12-18"),
        ("Spring Term", "2027-01-04", "2027-03-25"),
        ("Half term", "2027-02-13", "2027-02-21"),
        ("Summer Term", "2027-04-12", "2027-07-21"),
        ("May half-term", "2027-05-31", "2027-06-04"),
    ];
    let days: Vec<String> = (26..=30).map(|day| format!("2026-10-{day}")).collect();
    events.extend(days.iter().map(|day| ("Half Term", day.as_str(), day.as_str())));
    let found = dates(&events);
    assert_eq!(told(&found), [&YEAR[..], &["BankHoliday 05-03"]].concat());
    assert_eq!(found.problems, []);
}

#[test]
fn what_is_half_said_is_told_by_its_line() {
    let found = dates(&[
        ("Autumn term starts", "2026-09-02", "2026-09-02"),
        ("Spring term starts", "2027-01-04", "2027-01-04"),
        ("Term ends", "2027-03-25", "2027-03-25"),
        ("Half term begins", "2027-02-15", "2027-02-15"),
        ("Term ends", "2027-07-21", "2027-07-21"),
    ]);
    assert_eq!(told(&found), ["Half-term 1 01-04 to 03-25"]);
    let problems: Vec<(u32, &str)> =
        found.problems.iter().map(|problem| (problem.line, problem.sentence.as_str())).collect();
    assert_eq!(
        problems,
        [
            (3, "A term starts here, and the file does not say when it ends."),
            (
                18,
                "15 February 2027. It says neither that term starts or ends nor that a day is off, so it was left out."
            ),
            (23, "A term ends here, and the file does not say when it starts."),
        ]
    );
}

#[test]
fn another_year_s_dates_are_passed_over() {
    assert_eq!(
        dates(&[("Term 1", "2025-09-01", "2025-10-24"), ("Sports day", "2025-09-01", "2025-09-01")]),
        SchoolDates::default()
    );
}

#[test]
fn nothing_of_a_file_is_left_out_without_a_word() {
    let found = dates(&[
        ("INSET day", "2026-09-02", "2026-09-02"),
        ("Half term holiday", "2026-10-26", "2026-10-30"),
        ("Bank holiday", "2027-05-03", "2027-05-03"),
        ("EP visit", "2026-11-11", "2026-11-11"),
    ]);
    assert_eq!(told(&found), ["Inset 09-02"]);
    let outside: Vec<String> = found.outside.iter().map(|off| format!("{} {}", off.name, off.date)).collect();
    assert_eq!(outside, ["Bank holiday 2027-05-03"], "it may lie in a half-term that is typed");
    let problems: Vec<(&str, &str)> =
        found.problems.iter().map(|problem| (problem.summary.as_str(), problem.sentence.as_str())).collect();
    assert_eq!(
        problems,
        [
            (
                "Half term holiday",
                "26 October to 30 October 2026: a holiday between half-terms. One ends on 23 October and the next begins \
                 on 2 November; the file does not say their other ends, so nothing was filled in."
            ),
            (
                "EP visit",
                "11 November 2026. It says neither that term starts or ends nor that a day is off, so it was left out."
            ),
        ]
    );
}
