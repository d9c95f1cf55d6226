use super::*;
use crate::entry::EntryKind::{Extra, Interruption};
use proptest::prelude::*;

fn clock(hour: u16, minute: u16) -> Option<Clock> {
    Some(Clock::at(hour, minute))
}

/// Read at the end of the day, when every afternoon is past.
fn read(line: &str) -> Captured {
    super::read(line, Clock::at(23, 59))
}

/// Minutes, start, who, way, about, kind and text.
type Said<'a> = (Option<u32>, Option<Clock>, Option<&'a str>, Option<&'a str>, &'a str, EntryKind, &'a str);

fn said(c: &Captured) -> Said<'_> {
    (c.minutes, c.start, c.who.as_deref(), c.way.as_deref(), &c.about, c.kind, &c.text)
}

#[test]
fn lines_as_they_are_typed() {
    let cook = "Mrs Cook phone about Jacob's provision";
    let cases: [(&str, Said<'_>); 16] = [
        (
            "15m Mrs Cook phone about Jacob's provision",
            (Some(15), None, Some("Mrs Cook"), Some("phone"), "Jacob's provision", Interruption, cook),
        ),
        ("1h20 EP visit", (Some(80), None, Some("EP"), None, "visit", Extra, "EP visit")),
        (
            "9:15 10m door Year 4 crying",
            (Some(10), clock(9, 15), None, Some("door"), "Year 4 crying", Interruption, "door Year 4 crying"),
        ),
        ("20 mins mum of Maisie @home", (Some(20), None, Some("mum of Maisie"), None, "", Extra, "mum of Maisie")),
        ("90 report #private", (Some(90), None, None, None, "report", Extra, "report")),
        ("lunch missed", (None, None, None, None, "lunch missed", Interruption, "lunch missed")),
        (
            "10m Head in the corridor re: Ofsted",
            (Some(10), None, Some("Head"), Some("corridor"), "Ofsted", Interruption, "Head in the corridor re: Ofsted"),
        ),
        (
            "Maisie's mum rang, upset 25m",
            (Some(25), None, Some("Maisie's mum"), Some("phone"), "upset", Interruption, "Maisie's mum rang, upset"),
        ),
        (
            "dad of Zoë Green at the door",
            (None, None, Some("dad of Zoë Green"), Some("door"), "", Interruption, "dad of Zoë Green at the door"),
        ),
        (
            "5m Mr van der Berg, TA cover",
            (Some(5), None, Some("Mr van der Berg"), None, "TA cover", Interruption, "Mr van der Berg, TA cover"),
        ),
        (
            "30 TA and social worker, no taxi",
            (
                Some(30),
                None,
                Some("TA and social worker"),
                None,
                "no taxi",
                Interruption,
                "TA and social worker, no taxi",
            ),
        ),
        ("1h report for the Head", (Some(60), None, None, None, "report for the Head", Extra, "report for the Head")),
        (
            "10 head injury Year 2",
            (Some(10), None, None, None, "head injury Year 2", Interruption, "head injury Year 2"),
        ),
        ("call from office", (None, None, Some("office"), Some("phone"), "", Interruption, "call from office")),
        ("", (None, None, None, None, "", Interruption, "")),
        ("15m", (Some(15), None, None, None, "", Interruption, "")),
    ];
    for (line, expected) in cases {
        assert_eq!(said(&read(line)), expected, "{line:?}");
    }
}

#[test]
fn lengths_and_times_in_every_spelling() {
    for (line, minutes, start) in [
        ("15m x", Some(15), None),
        ("15min x", Some(15), None),
        ("15 minutes x", Some(15), None),
        ("15' x", Some(15), None),
        ("1h x", Some(60), None),
        ("1.5h x", Some(90), None),
        ("1.25 hours x", Some(75), None),
        ("1h20m x", Some(80), None),
        ("1h 20m x", Some(80), None),
        ("1 hour 20 mins x", Some(80), None),
        ("1h 20 x", Some(80), None),
        ("2h 4 children", Some(120), None),
        ("half an hour x", Some(30), None),
        ("an hour and a half x", Some(90), None),
        ("15m: x", Some(15), None),
        ("10m - x", Some(10), None),
        ("10m 9:15 x", Some(10), clock(9, 15)),
        ("at 9:15, 10m x", Some(10), clock(9, 15)),
        ("9:15-9:40 x", Some(25), clock(9, 15)),
        ("9.05 x", None, clock(9, 5)),
        ("2pm 10m x", Some(10), clock(14, 0)),
        ("12:10am x", None, clock(0, 10)),
        ("1:20 10m x", Some(10), clock(13, 20)),
        ("01:20 10m x", Some(10), clock(1, 20)),
        ("0915 10m x", Some(10), clock(9, 15)),
        ("2026 plan", None, None),
        ("0m x", None, None),
        ("25h x", None, None),
        ("1h75 x", None, None),
        ("99999999999999999999m x", None, None),
        ("9:75 x", None, None),
        ("Year 4 x", None, None),
    ] {
        let captured = read(line);
        assert_eq!((captured.minutes, captured.start), (minutes, start), "{line:?}");
    }
}

#[test]
fn an_afternoon_that_lies_ahead_is_a_morning() {
    for (line, now, start, minutes) in [
        ("6:30 planning @home", (7, 40), (6, 30), None),
        ("6:30 planning @home", (18, 29), (6, 30), None),
        ("6:30 planning @home", (18, 30), (18, 30), None),
        ("5:30-6:30 planning @home", (7, 40), (5, 30), Some(60)),
        ("5:30-6:30 planning @home", (18, 45), (17, 30), Some(60)),
        ("6:30-7:10 planning @home", (23, 59), (6, 30), Some(40)),
        ("11:30-1:10 EP", (14, 0), (11, 30), Some(100)),
        ("11:30-1:10 EP", (13, 0), (11, 30), Some(100)),
        ("6:30pm governors", (7, 40), (18, 30), None),
        ("9:15 door", (7, 40), (9, 15), None),
    ] {
        let captured = super::read(line, Clock::at(now.0, now.1));
        assert_eq!((captured.start, captured.minutes), (clock(start.0, start.1), minutes), "{line:?} at {now:?}");
    }
}

#[test]
fn a_title_names_an_adult() {
    for (text, titled) in [
        ("Mr |Reed at the door", true),
        ("phone from Mrs J. van der |Berg", true),
        ("mr and mrs |Reed", true),
        ("dad of |Reed", false),
        ("|Reed", false),
        ("Mr Cook about |Reed", false),
        ("Mr a b c d e |Reed", false),
    ] {
        let at = text.find('|').unwrap();
        assert_eq!(is_titled(&text.replace('|', ""), at), titled, "{text:?}");
    }
    assert!(!is_titled("é", 1) && !is_titled("Mr ", 9));
}

#[test]
fn tags_may_stand_anywhere() {
    for (line, place, private, text) in [
        ("#private 20m @home call", Place::Home, true, "call"),
        ("20m Call #Private, @Travel", Place::Travel, true, "Call"),
        ("20m @other review", Place::OtherSchool, false, "review"),
        ("20m #other @somewhere call", Place::School, false, "#other @somewhere call"),
    ] {
        let captured = read(line);
        assert_eq!((captured.place, captured.private, captured.text.as_str()), (place, private, text), "{line:?}");
    }
}

#[test]
fn a_lost_break_is_noticed() {
    for (line, lost) in [
        ("lunch missed", Some("lunch")),
        ("No break, door duty", Some("break")),
        ("break-in next door", None),
        ("lunch club 20m", None),
        ("missed call", None),
    ] {
        assert_eq!(read(line).missed_break.as_deref(), lost, "{line:?}");
    }
    assert_eq!(read("10m class next door, noise").way, None, "next door nobody knocked");
}

proptest! {
    #[test]
    fn any_text_gives_something(line in any::<String>()) {
        let captured = read(&line);
        prop_assert!(captured.minutes.is_none_or(|minutes| (1..=1440).contains(&minutes)));
    }

    #[test]
    fn lines_made_of_its_own_words_give_something(
        words in proptest::collection::vec(
            prop_oneof![
                Just("15m"), Just("1h"), Just("20"), Just("9:15"), Just("9:15-9:40"), Just("at"), Just("Mrs"), Just("van"),
                Just("Cook"), Just("mum"), Just("of"), Just("Zoë's"), Just("about"), Just("re:"), Just("phone"), Just("-"),
                Just("and"), Just("EP"), Just("for"), Just("the"), Just("#private"), Just("@home"), Just("…"), Just("½h"),
            ],
            0..12,
        )
    ) {
        let line = words.join(" ");
        let captured = read(&line);
        prop_assert!(line.contains(&captured.about) || captured.about.split(' ').all(|word| line.contains(word)));
        prop_assert_eq!(captured.private, words.contains(&"#private"));
    }
}
