//! Every step a timer can take, from every state it can be in.

use super::*;
use chrono::NaiveDate;
use proptest::prelude::*;

/// A moment of Thursday 5 November 2026, or of any day where one is written: `14 02:10`.
fn at(text: &str) -> NaiveDateTime {
    let (day, time) = text.split_once(' ').unwrap_or(("05", text));
    let time = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    format!("2026-11-{day}T{time}").parse().unwrap()
}

fn doing(text: &str) -> Doing {
    Doing { text: text.into(), ..Doing::default() }
}

fn begun(text: &str, time: &str) -> Timer {
    let mut timer = Timer::default();
    timer.start(doing(text), at(time)).unwrap();
    timer
}

/// `what: work; ask`, work as `05 09:00+30`, what is asked as `why 05 09:00-09:30`.
fn told(stopped: &Stopped) -> String {
    let work = stopped.work.iter().map(|work| format!("{} {}+{}", work.date.format("%d"), work.start, work.minutes));
    let ask = stopped.ask.iter().map(|asked| {
        let why = format!("{:?}", asked.why);
        format!("{why} {}-{}", asked.from.format("%d %H:%M"), asked.to.format("%d %H:%M"))
    });
    let parts: Vec<String> = work.chain(ask).collect();
    format!("{}: {}", stopped.doing.text, parts.join(", "))
}

fn code<T>(outcome: Outcome<T>) -> String {
    outcome.err().map(|fault| fault.code.into_owned()).unwrap_or_default()
}

#[test]
fn a_timer_that_does_not_run_can_only_start() {
    let mut timer = Timer::default();
    assert_eq!(code(timer.stop(at("09:00"))), "timer.not_running");
    assert_eq!(code(timer.switch(doing("b"), at("09:00"))), "timer.not_running");
    assert_eq!(code(timer.interrupt(doing("b"), at("09:00"))), "timer.not_running");
    assert_eq!(timer.stop_all(at("09:00")), []);
    timer.away(Away::Idle, at("09:00"));
    timer.back(at("09:00"));
    assert_eq!(timer, Timer::default(), "and nothing is left behind");
    timer.start(doing("a"), at("09:00")).unwrap();
    assert_eq!(code(timer.start(doing("b"), at("09:10"))), "timer.running");
    assert_eq!(told(&timer.stop(at("09:30")).unwrap()), "a: 05 09:00+30");
    assert_eq!(timer, Timer::default());
}

#[test]
fn a_text_too_long_changes_nothing() {
    let long = doing(&"x".repeat(1001));
    let named = Doing { who: Some("x".repeat(121)), ..doing("a") };
    let mut timer = Timer::default();
    assert_eq!(code(timer.start(long.clone(), at("09:00"))), "text.too_long");
    assert_eq!(timer, Timer::default());
    timer.start(doing("a"), at("09:00")).unwrap();
    let before = timer.clone();
    assert_eq!(code(timer.switch(long.clone(), at("09:10"))), "text.too_long");
    assert_eq!(code(timer.interrupt(named, at("09:10"))), "text.too_long");
    assert_eq!(timer, before);
}

#[test]
fn a_switch_ends_one_thing_and_begins_the_next() {
    let mut timer = begun("a", "09:00");
    let ended = timer.switch(doing("b"), at("09:20")).unwrap();
    assert_eq!((told(&ended).as_str(), ended.interruption), ("a: 05 09:00+20", false));
    assert_eq!(told(&timer.stop(at("09:50")).unwrap()), "b: 05 09:20+30");
}

#[test]
fn nested_interruptions_return_to_what_was_left() {
    let mut timer = begun("plan", "09:00");
    timer.interrupt(Doing { who: Some("Head".into()), ..doing("head") }, at("09:10")).unwrap();
    timer.interrupt(doing("phone"), at("09:15")).unwrap();
    assert_eq!(timer.running().unwrap().doing.text, "phone");
    let phone = timer.stop(at("09:20")).unwrap();
    assert_eq!((told(&phone).as_str(), phone.interruption), ("phone: 05 09:15+5", true));
    assert_eq!(timer.minutes(at("09:22")), 7, "the head had five minutes before, and two since");
    let head = timer.stop(at("09:25")).unwrap();
    assert_eq!(told(&head), "head: 05 09:10+5, 05 09:20+5");
    assert_eq!(head.doing.who.as_deref(), Some("Head"));
    let plan = timer.stop(at("10:00")).unwrap();
    assert_eq!((told(&plan).as_str(), plan.interruption), ("plan: 05 09:00+10, 05 09:25+35", false));
}

#[test]
fn an_interruption_that_changes_goes_on_waiting_for_what_lies_under_it() {
    let mut timer = begun("plan", "09:00");
    timer.interrupt(doing("head"), at("09:10")).unwrap();
    let head = timer.switch(doing("pupil"), at("09:20")).unwrap();
    assert_eq!((told(&head).as_str(), head.interruption), ("head: 05 09:10+10", true));
    let all: Vec<String> = timer.stop_all(at("09:30")).iter().map(told).collect();
    assert_eq!(all, ["pupil: 05 09:20+10", "plan: 05 09:00+10"]);
    assert_eq!(timer, Timer::default());
}

#[test]
fn interruptions_have_an_end() {
    let mut timer = begun("a", "09:00");
    for _ in 0..20 {
        timer.interrupt(doing("b"), at("09:00")).unwrap();
    }
    assert_eq!(code(timer.interrupt(doing("b"), at("09:00"))), "timer.deep");
    assert_eq!(timer.layers.len(), 21);
}

#[test]
fn time_away_counts_nothing_by_itself() {
    for (away, why) in [(Away::Idle, "Idle"), (Away::Sleep, "Sleep"), (Away::Lock, "Lock")] {
        let mut timer = begun("a", "09:00");
        timer.away(away, at("09:20"));
        assert_eq!(timer.minutes(at("09:50")), 20);
        timer.back(at("10:00"));
        assert_eq!(timer.minutes(at("10:05")), 25);
        let stopped = timer.stop(at("10:30")).unwrap();
        assert_eq!(told(&stopped), format!("a: 05 09:00+20, 05 10:00+30, {why} 05 09:20-05 10:00"));
    }
}

#[test]
fn away_is_away_however_often_it_is_said() {
    let mut timer = begun("a", "09:00");
    timer.back(at("09:05"));
    timer.away(Away::Idle, at("09:20"));
    timer.away(Away::Lock, at("09:25"));
    timer.away(Away::Sleep, at("09:30"));
    timer.back(at("10:00"));
    timer.back(at("10:01"));
    assert_eq!(told(&timer.stop(at("10:10")).unwrap()), "a: 05 09:00+20, 05 10:00+10, Idle 05 09:20-05 10:00");
}

#[test]
fn nobody_was_away_before_the_work_began() {
    let mut timer = begun("a", "09:00");
    timer.away(Away::Idle, at("08:30"));
    assert_eq!(told(&timer.stop(at("09:30")).unwrap()), "a: Idle 05 09:00-05 09:30");
}

#[test]
fn every_step_can_be_taken_while_away() {
    let away = || {
        let mut timer = begun("a", "09:00");
        timer.away(Away::Lock, at("09:10"));
        timer
    };
    assert_eq!(told(&away().stop(at("09:30")).unwrap()), "a: 05 09:00+10, Lock 05 09:10-05 09:30");
    let mut switched = away();
    let ended = switched.switch(doing("b"), at("09:30")).unwrap();
    assert_eq!(told(&ended), "a: 05 09:00+10, Lock 05 09:10-05 09:30");
    assert_eq!(told(&switched.stop(at("09:40")).unwrap()), "b: 05 09:30+10");
    let mut interrupted = away();
    interrupted.interrupt(doing("b"), at("09:30")).unwrap();
    assert_eq!(told(&interrupted.stop(at("09:40")).unwrap()), "b: 05 09:30+10");
    assert_eq!(told(&interrupted.stop(at("10:00")).unwrap()), "a: 05 09:00+10, 05 09:40+20, Lock 05 09:10-05 09:30");
    let all: Vec<String> = away().stop_all(at("09:30")).iter().map(told).collect();
    assert_eq!(all, ["a: 05 09:00+10, Lock 05 09:10-05 09:30"]);
}

#[test]
fn seconds_are_not_counted_twice_and_pauses_of_no_length_are_none() {
    let mut timer = begun("a", "09:00:50");
    timer.interrupt(doing("b"), at("09:10:59")).unwrap();
    assert_eq!(told(&timer.stop(at("09:10:59")).unwrap()), "b: ");
    timer.away(Away::Idle, at("09:15:10"));
    timer.back(at("09:15:40"));
    assert_eq!(told(&timer.switch(doing("c"), at("09:20:30")).unwrap()), "a: 05 09:00+20");
    assert_eq!(told(&timer.stop(at("09:30:29")).unwrap()), "c: 05 09:20+10");
}

#[test]
fn what_nobody_works_through_is_asked_about() {
    for (from, to, expected) in [
        ("05 09:00", "05 21:00", "a: 05 09:00+720"),
        ("05 09:00", "05 21:01", "a: Long 05 09:00-05 21:01"),
        ("05 23:30", "06 00:00", "a: 05 23:30+30"),
        ("05 23:30", "06 00:01", "a: Midnight 05 23:30-06 00:01"),
        // A weekend.
        ("06 16:00", "09 08:00", "a: Long 06 16:00-09 08:00"),
    ] {
        assert_eq!(told(&begun("a", from).stop(at(to)).unwrap()), expected);
    }
}

#[test]
fn a_weekend_left_on_under_an_interruption_is_asked_about_too() {
    let mut timer = begun("a", "06 15:00");
    timer.interrupt(doing("b"), at("06 15:30")).unwrap();
    timer.away(Away::Sleep, at("06 17:00"));
    timer.back(at("09 08:00"));
    assert_eq!(told(&timer.stop(at("09 08:10")).unwrap()), "b: 06 15:30+90, 09 08:00+10, Sleep 06 17:00-09 08:00");
    assert_eq!(told(&timer.stop(at("09 08:30")).unwrap()), "a: 06 15:00+30, 09 08:10+20");
}

#[test]
fn a_stretch_is_cut_at_each_midnight_for_whoever_keeps_it() {
    let parts = by_day(at("06 16:00"), at("08 08:00"));
    let told: Vec<(String, u32, u32)> =
        parts.iter().map(|part| (part.date.format("%a").to_string(), part.start.minutes(), part.minutes)).collect();
    assert_eq!(told, [("Fri".into(), 960, 480), ("Sat".into(), 0, 1440), ("Sun".into(), 0, 480)]);
    assert_eq!(by_day(at("09:00"), at("09:00")), []);
    assert_eq!(by_day(at("09:00"), at("08:00")), []);
    assert_eq!(by_day(NaiveDateTime::MIN, NaiveDateTime::MAX).len(), 31);
}

#[test]
fn clock_changes_leave_the_clock_on_the_wall() {
    let london = |day: &str, time: &str| -> NaiveDateTime { format!("{day}T{time}:00").parse().unwrap() };
    // 28 March 2027: 01:00 becomes 02:00. 25 October 2026: 02:00 becomes 01:00.
    for (from, to, expected) in [
        (london("2027-03-28", "00:30"), london("2027-03-28", "02:30"), "a: 28 00:30+120"),
        (london("2026-10-25", "00:30"), london("2026-10-25", "01:30"), "a: 25 00:30+60"),
        // Half an hour of work, by the clock half an hour before it began.
        (london("2026-10-25", "01:40"), london("2026-10-25", "01:10"), "a: ClockSetBack 25 01:40-25 01:10"),
    ] {
        let mut timer = Timer::default();
        timer.start(doing("a"), from).unwrap();
        assert_eq!(told(&timer.stop(to).unwrap()), expected);
    }
}

#[test]
fn a_clock_set_back_while_away_is_asked_about_and_the_rest_stands() {
    let mut timer = begun("a", "09:00");
    timer.interrupt(doing("b"), at("10:00")).unwrap();
    timer.away(Away::Sleep, at("10:30"));
    timer.back(at("09:45"));
    assert_eq!(timer.minutes(at("09:50")), 35);
    assert_eq!(told(&timer.stop(at("10:01")).unwrap()), "b: 05 10:00+30, 05 09:45+16, ClockSetBack 05 10:30-05 09:45");
    assert_eq!(told(&timer.stop(at("10:05")).unwrap()), "a: 05 09:00+60, 05 10:01+4");
}

#[test]
fn it_is_kept_and_read_back() {
    let mut timer = begun("a", "09:00");
    timer.interrupt(Doing { pupils: vec![PupilId(3)], task: Some(TaskId(4)), ..doing("b") }, at("09:10")).unwrap();
    timer.away(Away::Idle, at("09:20"));
    let kept = serde_json::to_string(&timer).unwrap();
    assert_eq!(serde_json::from_str::<Timer>(&kept).unwrap(), timer);
}

proptest! {
    #[test]
    fn whatever_is_pressed_no_minute_is_counted_twice(
        steps in proptest::collection::vec((0_u8..6, 0_i64..200), 1..40)
    ) {
        let begin = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap().and_hms_opt(6, 0, 0).unwrap();
        let (mut timer, mut now, mut ended) = (Timer::default(), begin, Vec::new());
        timer.start(doing("a"), now).unwrap();
        for (step, minutes) in steps {
            now += chrono::TimeDelta::seconds(minutes * 7);
            match step {
                0 => ended.extend(timer.switch(doing("b"), now).ok()),
                1 => drop(timer.interrupt(doing("c"), now)),
                2 => ended.extend(timer.stop(now).ok()),
                3 => timer.away(Away::Idle, now - chrono::TimeDelta::minutes(5)),
                4 => timer.back(now),
                _ => drop(timer.start(doing("d"), now)),
            }
            for (i, layer) in timer.layers.iter().enumerate() {
                let open = layer.pieces.iter().filter(|piece| piece.to.is_none()).count();
                prop_assert_eq!(open, usize::from(i + 1 == timer.layers.len()), "only the last layer runs");
            }
        }
        ended.extend(timer.stop_all(now));
        let mut spans: Vec<(NaiveDateTime, NaiveDateTime)> = ended
            .iter()
            .flat_map(|stopped| {
                let worked = stopped.work.iter().map(|work| {
                    let from = work.date.and_hms_opt(0, 0, 0).unwrap() + chrono::TimeDelta::minutes(work.start.minutes().into());
                    (from, from + chrono::TimeDelta::minutes(work.minutes.into()))
                });
                worked.chain(stopped.ask.iter().map(|asked| (asked.from, asked.to))).collect::<Vec<_>>()
            })
            .collect();
        spans.sort_unstable();
        prop_assert!(spans.iter().all(|(from, to)| from < to && *to <= now));
        prop_assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{spans:?}");
    }
}
