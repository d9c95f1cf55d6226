//! The dates of a year: what is offered, what is missing, and what a calendar file says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};
use std::fs;

const DATES: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270906\r\nSUMMARY:Autumn term starts\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271025\r\nDTEND;VALUE=DATE:20271030\r\nSUMMARY:Half term holiday\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271217\r\nSUMMARY:Autumn term ends\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271105\r\nSUMMARY:INSET day\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

fn days(calendar: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let terms = calendar["half_terms"].as_array().unwrap().iter();
    terms.map(|term| (text(&term["first"]), text(&term["last"]))).collect()
}

#[test]
fn next_year_is_offered_from_this_years_pattern_and_can_be_kept_as_it_is() {
    let mut desk = Desk::set_up();
    let offer = desk.ask("calendar_offered", json!({ "year": 2027 }));
    assert_eq!(days(&offer["calendar"])[0], ("2027-09-01".to_owned(), "2027-10-22".to_owned()));
    assert_eq!(offer["gaps"][0]["kind"], "no_dates");
    let holidays: Vec<&str> =
        offer["bank_holidays"].as_array().unwrap().iter().map(|off| off["date"].as_str().unwrap()).collect();
    assert_eq!(
        holidays,
        [
            "2027-12-27",
            "2027-12-28",
            "2028-01-03",
            "2028-04-14",
            "2028-04-17",
            "2028-05-01",
            "2028-05-29",
            "2028-08-28"
        ]
    );
    desk.ask("calendar_save", json!({ "year": 2027, "calendar": offer["calendar"] }));
    assert_eq!(desk.ask("calendar", json!({ "year": 2027 })), offer["calendar"]);
    let none = Desk::set_up().ask("calendar_offered", json!({ "year": 2020 }));
    assert_eq!(none["calendar"]["half_terms"], json!([]), "nothing before it to take a pattern from");
}

#[test]
fn a_calendar_file_says_a_years_dates_and_a_broken_one_says_why_not() {
    let mut desk = Desk::set_up();
    let path = desk.dir().join("Dates Żółw.ics");
    fs::write(&path, DATES).unwrap();
    let read = desk.ask("calendar_read", json!({ "year": 2027, "path": path }));
    assert_eq!(
        days(&read["calendar"]),
        [("2027-09-06", "2027-10-22"), ("2027-11-01", "2027-12-17")].map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    assert_eq!(read["calendar"]["days_off"][0], json!({ "date": "2027-11-05", "kind": "inset", "name": "INSET day" }));
    assert_eq!(desk.ask("calendar", json!({ "year": 2027 }))["half_terms"], json!([]), "nothing is kept by reading");
    fs::write(&path, b"\x00\xff noise").unwrap();
    assert_eq!(desk.refused("calendar_read", json!({ "year": 2027, "path": path })), "ics.not_a_calendar");
    fs::remove_file(&path).unwrap();
    assert_eq!(desk.refused("calendar_read", json!({ "year": 2027, "path": path })), "ics.unreadable");
}
