//! Calendar files as the daybook writes them: read back by us, and by another program in `tests/reckoning`.

use super::*;
use daybook_domain::clock::Clock;
use proptest::prelude::*;

const FILE: &[u8] = include_bytes!("../../../../../../tests/reckoning/written.ics");

fn item(uid: &str, day: &str, start: Option<Clock>, minutes: u32, title: &str) -> Item {
    Item { uid: uid.into(), date: date(day), start, minutes, title: title.into() }
}

#[test]
fn what_is_written_is_what_another_program_has_read() {
    let call = "Call the family of K-0012, about the provision that was agreed in October — and Ł — then write down what was \
                promised";
    let items = [
        item("task-41@daybook", "2026-11-27", None, 0, "Review plan, K-0007; with a \\ and\na second line"),
        // The clocks have gone back at two in the morning.
        item("call-7@daybook", "2026-10-25", Some(Clock::at(9, 0)), 20, call),
        item("meeting-3@daybook", "2026-06-10", Some(Clock::at(13, 30)), 90, "Annual review of K-0003"),
    ];
    let written = write_ics(&items, date("2026-11-22").and_hms_opt(7, 30, 0).unwrap());
    if std::env::var_os("DAYBOOK_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/reckoning/written.ics");
        std::fs::write(path, &written).unwrap();
    }
    assert_eq!(String::from_utf8(written).unwrap(), String::from_utf8(FILE.to_vec()).unwrap());
    assert!(FILE.split(|byte| *byte == b'\n').all(|line| line.len() <= 76 && line.last() != Some(&b' ')));
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        items in proptest::collection::vec(("[a-z]{1,30}", 0_u64..364, proptest::option::of(0_u32..1440), 0_u32..600, "\\PC{1,120}"), 0..12)
    ) {
        let items: Vec<Item> = items
            .into_iter()
            .enumerate()
            .map(|(n, (uid, day, start, minutes, title))| Item {
                uid: format!("{uid}-{n}"),
                date: date("2026-09-01") + chrono::Days::new(day),
                // The hours in which the clocks change come twice, or not at all.
                start: start.map(|start| Clock::new(if start < 180 { 180 } else { start }).unwrap()),
                minutes: if start.is_some() { minutes } else { 0 },
                title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            })
            .filter(|item| !item.title.is_empty())
            .collect();
        let written = write_ics(&items, date("2026-11-22").and_hms_opt(7, 30, 0).unwrap());
        let mut expected: Vec<Meeting> = items
            .into_iter()
            .map(|Item { uid, date, start, minutes, title }| Meeting { uid, date, start, minutes, title })
            .collect();
        expected.sort_by(|a, b| (a.date, a.start, &a.uid).cmp(&(b.date, b.start, &b.uid)));
        let read = read_meetings(&written, date("2026-09-01"), date("2027-08-31")).unwrap();
        prop_assert_eq!(read.problems, []);
        prop_assert_eq!(read.meetings, expected);
        prop_assert!(written.split(|byte| *byte == b'\n').all(|line| line.len() <= 76));
    }
}
