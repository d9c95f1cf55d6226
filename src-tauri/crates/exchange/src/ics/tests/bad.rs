//! Files that are broken, huge or made to do harm: a sentence and a line, and the rest is read.

use super::*;
use proptest::prelude::*;

const GOOD: &str = "DTSTART:20261105T090000\nDTEND:20261105T093000\nSUMMARY:Good";

fn fault(bytes: &[u8]) -> String {
    let meetings = read_meetings(bytes, date("2026-09-01"), date("2027-08-31"));
    meetings.err().map(|fault| fault.code.into_owned()).unwrap_or_default()
}

#[test]
fn what_is_no_calendar_is_refused_in_a_sentence() {
    let noise: Vec<u8> = (0..1024 * 1024_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    assert_eq!(fault(&noise.repeat(50)), "ics.too_big");
    assert_eq!(fault(&noise), "ics.not_a_calendar");
    for bytes in [&b""[..], b"Hello", b"BEGIN:VCARD\nEND:VCARD", &[0; 5000], b"\xFF\xFE", "<html>:</html>".as_bytes()] {
        assert_eq!(fault(bytes), "ics.not_a_calendar", "{bytes:?}");
    }
    assert_eq!(fault(b"BEGIN:VCALENDAR"), "", "an empty calendar is one");
}

#[test]
fn one_bad_event_leaves_the_others() {
    for (bad, meeting, line, sentence) in [
        ("SUMMARY:Bad", None, 8, "It does not say when it begins; the event was left out."),
        ("DTSTART:20261345T090000", None, 8, "Its start is no date that can be read; the event was left out."),
        ("DTSTART:20270229", None, 8, "Its start is no date that can be read; the event was left out."),
        ("DTSTART:20261105T250000", None, 8, "Its start is no date that can be read; the event was left out."),
        ("DTSTART:99991231", None, 8, "Its start is no date that can be read; the event was left out."),
        ("DTSTART:٢٠٢٦1105", None, 8, "Its start is no date that can be read; the event was left out."),
        (
            "DTSTART:20261106T090000\nDTEND:soon",
            Some("11-06 09:00+0"),
            10,
            "Its end is no date that can be read; it was left out.",
        ),
        (
            "DTSTART:20261106T090000\nDTEND:20261105T090000",
            Some("11-06 09:00+0"),
            8,
            "It ends before it begins, or years later; only its start was read.",
        ),
        (
            "DTSTART:20261106T090000\nRRULE:FREQ=SECONDLY",
            Some("11-06 09:00+0"),
            8,
            "How it repeats cannot be read; only its first day was taken.",
        ),
        (
            "DTSTART:20261106T090000\nRRULE:FREQ=DAILY;INTERVAL=0",
            Some("11-06 09:00+0"),
            8,
            "How it repeats cannot be read; only its first day was taken.",
        ),
        (
            "DTSTART:20261106T090000\nRRULE:FREQ=MONTHLY;BYDAY=9XX",
            Some("11-06 09:00+0"),
            8,
            "How it repeats cannot be read; only its first day was taken.",
        ),
        (
            "DTSTART:20261106T090000\nEXDATE:never",
            Some("11-06 09:00+0"),
            10,
            "A day left out or added cannot be read; it was passed over.",
        ),
        (
            "DTSTART:20261106T090000\nand so on",
            Some("11-06 09:00+0"),
            10,
            "This line cannot be read; it was passed over.",
        ),
    ] {
        let (meetings, problems) = read(file(&[GOOD, bad, GOOD]).as_bytes());
        let mut expected = vec!["11-05 09:00+30 Good".to_owned(); 2];
        expected.extend(meeting.map(|meeting| format!("{meeting} Meeting without a title")));
        assert_eq!(meetings, expected, "{bad}");
        assert_eq!(problems, [(line, sentence.to_owned())], "{bad}");
    }
}

#[test]
fn an_event_without_an_end_is_read_as_far_as_it_goes() {
    let whole = file(&[GOOD, GOOD]);
    let cut_off = whole.replacen("END:VEVENT\n", "", 1);
    let (meetings, problems) = read(cut_off.as_bytes());
    assert_eq!(meetings.len(), 2);
    assert_eq!(problems, [(3, "The event has no end; it was read as far as it goes.".to_owned())]);
    let (meetings, problems) = read(&whole.as_bytes()[..whole.rfind("END:VEVENT").unwrap()]);
    assert_eq!((meetings.len(), problems.len()), (2, 1));
}

#[test]
fn a_hundred_thousand_events_are_read() {
    let text = |many: u32, month: &str| {
        let mut text = String::from("BEGIN:VCALENDAR\n");
        for n in 0..many {
            let (day, hour) = (n % 28 + 1, n % 24);
            text.push_str(&format!("BEGIN:VEVENT\nUID:{n}\nDTSTART:{month}{day:02}T{hour:02}0000Z\nEND:VEVENT\n"));
        }
        text.push_str(&format!("BEGIN:VEVENT\n{GOOD}\nEND:VEVENT\nEND:VCALENDAR\n"));
        text.into_bytes()
    };
    assert_eq!(read(&text(100_000, "202511")), (vec!["11-05 09:00+30 Good".to_owned()], vec![]));
    let (meetings, problems) = read(&text(20_010, "202611"));
    assert_eq!(meetings.len(), 20_000);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].1.starts_with("There are more than 20000 meetings"), "{problems:?}");
}

#[test]
fn rules_that_never_end_or_never_come_do() {
    let never = "DTSTART:19010101T090000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    let always = "DTSTART:19010101T090000\nRRULE:FREQ=DAILY;COUNT=100000";
    let far = "DTSTART:19010101T090000\nRRULE:FREQ=YEARLY;INTERVAL=1000;BYYEARDAY=366;BYMONTH=1";
    let bomb: Vec<&str> = [never, always, far].into_iter().cycle().take(3_000).chain([GOOD]).collect();
    let found = read_meetings(file(&bomb).as_bytes(), date("2026-11-01"), date("2026-11-30")).unwrap();
    let listed = u32::try_from(found.problems.len()).unwrap();
    assert!(listed == 200 && listed + found.unlisted > 2_000, "{listed} and {}", found.unlisted);
    assert!(found.problems[0].sentence.starts_with("Too much in this file repeats"), "{:?}", found.problems[0]);
    let good = found.meetings.iter().filter(|meeting| meeting.title == "Good");
    assert_eq!(good.count(), 1, "what does not repeat is read all the same");
}

#[test]
fn days_left_out_by_the_thousand_cost_little() {
    let dates = vec!["20261106T090000"; 1_000].join(",");
    let lines = format!("EXDATE:{dates}\n").repeat(100);
    let many = format!("DTSTART:20261105T090000\n{lines}RRULE:FREQ=DAILY;COUNT=300");
    assert_eq!(told(&file(&[&many])).len(), 299);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), tail in ".{0,80}") {
        let framed = [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", &bytes[..], b"\nDTSTART:20261105\nSUMMARY:", tail.as_bytes()].concat();
        for bytes in [&bytes[..], &framed] {
            drop(read_meetings(bytes, date("2026-09-01"), date("2027-08-31")));
            drop(read_school_dates(bytes, daybook_domain::calendar::AcademicYear(2026)));
        }
    }

    #[test]
    fn no_event_makes_it_panic(
        lines in proptest::collection::vec(
            ("(DTSTART|DTEND|DURATION|RRULE|EXDATE|RDATE|RECURRENCE-ID|BEGIN|END|SUMMARY)",
             "(:|;TZID=Europe/London:|;VALUE=DATE:)",
             "([0-9TZP;=,-]{0,20}|2026(0[1-9]|1[0-2])[0-3][0-9](T[0-2][0-9]0000Z?)?|P[0-9]{1,12}[WDHMS]|VEVENT|VALARM|FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);(BY(DAY|MONTH|MONTHDAY|SETPOS|WEEKNO|YEARDAY)=-?[0-9]{0,3}(MO|TU)?;)?INTERVAL=[0-9]{1,4})"),
            0..12,
        )
    ) {
        let lines: Vec<String> = lines.into_iter().map(|(name, middle, value)| format!("{name}{middle}{value}")).collect();
        let text = file(&[&format!("DTSTART:20261105T090000\n{}", lines.join("\n"))]);
        drop(read_meetings(text.as_bytes(), date("2026-09-01"), date("2026-12-31")));
    }
}
