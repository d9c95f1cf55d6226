//! The meetings of a file as another program wrote it, laid out by other people's code in `tests/reckoning`.

use super::*;
use daybook_domain::clock::Clock;
use serde::Deserialize;

const FILE: &[u8] = include_bytes!("../../../../../../tests/reckoning/meetings.ics");
const MEETINGS: &str = include_str!("../../../../../../tests/reckoning/meetings.json");

#[derive(Deserialize)]
struct Reckoned {
    first: NaiveDate,
    last: NaiveDate,
    meetings: Vec<ReckonedMeeting>,
}

#[derive(Deserialize)]
struct ReckonedMeeting {
    uid: String,
    date: NaiveDate,
    start: Option<String>,
    minutes: u32,
    title: String,
}

#[test]
fn a_year_of_meetings_agrees() {
    let reckoned: Reckoned = serde_json::from_str(MEETINGS).unwrap();
    let theirs: Vec<Meeting> = reckoned
        .meetings
        .into_iter()
        .map(|meeting| Meeting {
            uid: meeting.uid,
            date: meeting.date,
            start: meeting.start.map(|start| {
                let (hour, minute) = start.split_once(':').unwrap();
                Clock::at(hour.parse().unwrap(), minute.parse().unwrap())
            }),
            minutes: meeting.minutes,
            title: meeting.title,
        })
        .collect();
    assert!(theirs.len() > 150, "{} meetings", theirs.len());
    let ours = read_meetings(FILE, reckoned.first, reckoned.last).unwrap();
    assert_eq!(ours.problems, []);
    assert_eq!(ours.meetings, theirs);
}
