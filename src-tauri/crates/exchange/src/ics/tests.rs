//! Calendar files as programs write them, as they should not, and as the daybook writes them.

mod bad;
mod reckoned;
mod school;
mod written;

use super::*;
use chrono::NaiveDate;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A calendar file of events, each of them its lines.
fn file(events: &[&str]) -> String {
    let events: String = events.iter().map(|lines| format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n", lines.trim())).collect();
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n")
}

/// The meetings of the school year, each as `05-14 09:00+30 title`.
fn told(text: &str) -> Vec<String> {
    read(text.as_bytes()).0
}

fn read(bytes: &[u8]) -> (Vec<String>, Vec<(u32, String)>) {
    let found = read_meetings(bytes, date("2026-09-01"), date("2027-08-31")).unwrap();
    let meetings = found.meetings.iter().map(|meeting| {
        let time = meeting.start.map_or("all day".to_owned(), |start| format!("{start}+{}", meeting.minutes));
        format!("{} {time} {}", meeting.date.format("%m-%d"), meeting.title)
    });
    (meetings.collect(), found.problems.into_iter().map(|problem| (problem.line, problem.sentence)).collect())
}

#[test]
fn lines_may_end_and_be_folded_in_any_way() {
    let lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20261105T090000", "DURATION:PT1H30M"];
    let text = format!(
        "{}\nSUMMARY:Meet\n ing with Zo\n\të\\, and\\nothers\\; soon\nEND:VEVENT\nEND:VCALENDAR",
        lines.join("\n")
    );
    let expected = ["11-05 09:00+90 Meeting with Zoë, and others; soon"];
    for (way, bytes) in [
        ("LF", text.clone().into_bytes()),
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("a mark before it", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("empty lines between", text.replace("\nUID", "\n\n  \nUID").into_bytes()),
        ("small letters", text.replace("BEGIN", "begin").replace("DTSTART", "dtstart").into_bytes()),
    ] {
        assert_eq!(read(&bytes), (expected.map(str::to_owned).to_vec(), vec![]), "{way}");
    }
}

#[test]
fn times_are_those_of_london() {
    for (start, expected) in [
        ("DTSTART:20261105T090000Z", "11-05 09:00"),
        ("DTSTART:20270614T090000Z", "06-14 10:00"),
        ("DTSTART;TZID=Europe/London:20270614T090000", "06-14 09:00"),
        ("DTSTART;TZID=\"Europe/Paris\":20270614T003000", "06-13 23:30"),
        ("DTSTART;TZID=GMT Standard Time:20270614T090000", "06-14 09:00"),
        ("DTSTART;TZID=/softwarestudio.org/Olson_20011030_5/Europe/London:20270614T0900", "06-14 09:00"),
        ("DTSTART:20270614T090000", "06-14 09:00"),
        // The clocks go forward at 01:00 and back at 02:00.
        ("DTSTART;TZID=Europe/London:20270328T013000", "03-28 02:30"),
        ("DTSTART:20270328T013000Z", "03-28 02:30"),
        ("DTSTART:20270328T003000Z", "03-28 00:30"),
        ("DTSTART;TZID=Europe/London:20261025T013000", "10-25 01:30"),
        ("DTSTART:20261025T003000Z", "10-25 01:30"),
        ("DTSTART:20261025T013000Z", "10-25 01:30"),
        ("DTSTART:20261231T235960Z", "12-31 23:59"),
    ] {
        assert_eq!(told(&file(&[&format!("{start}\nSUMMARY:x")])), [format!("{expected}+0 x")], "{start}");
    }
    let (meetings, problems) = read(file(&["DTSTART;TZID=Mars/Olympus:20270614T090000\nSUMMARY:x"]).as_bytes());
    assert_eq!(meetings, ["06-14 09:00+0 x"]);
    assert_eq!(problems, [(4, "Nobody knows its time zone; it was read as London time.".to_owned())]);
}

#[test]
fn whole_days_stand_on_each_of_them() {
    let days = "DTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270103\nSUMMARY:Away";
    assert_eq!(told(&file(&[days])), ["12-31 all day Away", "01-01 all day Away", "01-02 all day Away"]);
    assert_eq!(told(&file(&["DTSTART;VALUE=DATE:20261231"])), ["12-31 all day Meeting without a title"]);
    let begun_before = "DTSTART;VALUE=DATE:20260830\nDURATION:P4D\nSUMMARY:Away";
    assert_eq!(told(&file(&[begun_before])), ["09-01 all day Away", "09-02 all day Away"]);
}

#[test]
fn what_repeats_is_laid_out_within_the_days_asked_for() {
    for (lines, expected) in [
        ("DTSTART:20261105T090000\nRRULE:FREQ=WEEKLY;COUNT=3", "11-05 11-12 11-19"),
        ("DTSTART:20200102T090000\nRRULE:FREQ=WEEKLY;INTERVAL=16", "10-01 01-21 05-13"),
        ("DTSTART:20261105T090000\nRRULE:FREQ=DAILY;UNTIL=20261107", "11-05 11-06 11-07"),
        ("DTSTART:20261105T090000\nRRULE:FREQ=DAILY;UNTIL=20261107T090000Z", "11-05 11-06 11-07"),
        ("DTSTART:20261105T090000\nRRULE:FREQ=DAILY;UNTIL=20261107T085959", "11-05 11-06"),
        ("DTSTART;VALUE=DATE:20261105\nRRULE:FREQ=DAILY;UNTIL=20261106", "11-05 11-06"),
        ("DTSTART:20261105T090000\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261106T090000", "11-05 11-07 11-08"),
        ("DTSTART:20261105T090000\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;VALUE=DATE:20261106,20261107", "11-05 11-08"),
        ("DTSTART:20261105T090000\nRDATE:20261201T090000", "11-05 12-01"),
        ("DTSTART:20000229T090000\nRRULE:FREQ=YEARLY", ""),
        ("DTSTART:20250831T233000Z\nRRULE:FREQ=YEARLY", "09-01"),
    ] {
        let days: Vec<String> = told(&file(&[lines])).iter().map(|meeting| meeting[..5].to_owned()).collect();
        assert_eq!(days.join(" "), expected, "{lines}");
    }
}

#[test]
fn one_day_of_what_repeats_may_be_changed_or_called_off() {
    let weekly = "UID:a\nSUMMARY:Weekly\nDTSTART:20261105T090000\nRRULE:FREQ=WEEKLY;COUNT=4";
    let later = "UID:a\nSUMMARY:Later\nRECURRENCE-ID:20261112T090000\nDTSTART:20261112T140000";
    let off = "UID:a\nSUMMARY:Off\nSTATUS:CANCELLED\nRECURRENCE-ID:20261119T090000\nDTSTART:20261119T090000";
    let other = "UID:b\nSUMMARY:Other\nRECURRENCE-ID:20261126T090000\nDTSTART:20261126T100000";
    let gone = "UID:c\nSUMMARY:Gone\nSTATUS:cancelled\nDTSTART:20261126T100000";
    let expected = ["11-05 09:00+0 Weekly", "11-12 14:00+0 Later", "11-26 09:00+0 Weekly", "11-26 10:00+0 Other"];
    assert_eq!(told(&file(&[weekly, later, off, other, gone])), expected);
}

#[test]
fn parts_of_an_event_are_not_the_event() {
    let alarm = "DTSTART:20261105T090000\nBEGIN:VALARM\nSUMMARY:Bell\nDTSTART:20200101T000000\nEND:VALARM\nSUMMARY:x";
    let text =
        file(&[alarm]).replace("BEGIN:VEVENT", "BEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\nBEGIN:VEVENT");
    assert_eq!(told(&text), ["11-05 09:00+0 x"]);
}
