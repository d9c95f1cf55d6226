use super::examples::{INSET, MONDAY, SATURDAY, date, not_done, span, unchanged, week};
use super::*;
use crate::breaks::BreakState::{Missed, Part, Taken};
use crate::calendar::DayKind;
use crate::clock::Span;
use crate::entry::{EntryKind, Place};
use crate::ids::EntryId;
use crate::plan::BlockState;

/// Teaching, breaks taken, breaks lost, recorded, unaccounted, out of hours, overlapped of the Monday.
fn monday(facts: &WeekFacts) -> [u32; 7] {
    let s = &facts.told().days[0].sums;
    assert_eq!(s.contracted, 450);
    [s.teaching, s.breaks_taken, s.breaks_lost, s.recorded.minutes, s.unaccounted, s.out_of_hours.minutes, s.overlapped]
}

#[test]
fn contracted_minutes_go_somewhere() {
    let home = |e: &mut crate::entry::EntryDetails| e.place = Place::Home;
    for (what, facts, expected) in [
        ("nothing happened", week(), [165, 60, 0, 0, 225, 0, 0]),
        ("free time is recorded", week().entry(MONDAY, "13:00 30", unchanged), [165, 60, 0, 30, 195, 0, 0]),
        ("an entry beats a lesson", week().entry(MONDAY, "09:15 30", unchanged), [135, 60, 0, 30, 225, 0, 0]),
        ("an entry beats a break", week().entry(MONDAY, "12:00 10", unchanged), [165, 50, 0, 10, 225, 0, 0]),
        ("a lost break is lost", week().mark(MONDAY, "Lunch", Missed, 0), [165, 15, 45, 0, 225, 0, 0]),
        ("a part of a break is had", week().mark(MONDAY, "Lunch", Part, 20), [165, 35, 25, 0, 225, 0, 0]),
        (
            "a break worked through is recorded, not lost",
            week().mark(MONDAY, "Lunch", Missed, 0).entry(MONDAY, "12:00 45", unchanged),
            [165, 15, 0, 45, 225, 0, 0],
        ),
        (
            "a break partly worked through",
            week().mark(MONDAY, "Lunch", Part, 10).entry(MONDAY, "12:00 30", unchanged),
            [165, 25, 5, 30, 225, 0, 0],
        ),
        ("before school", week().entry(MONDAY, "08:00 45", unchanged), [165, 60, 0, 15, 210, 30, 0]),
        ("timed work at home", week().entry(MONDAY, "20:00 60", home), [165, 60, 0, 0, 225, 60, 0]),
        ("untimed work at home", week().entry(MONDAY, "60", home), [165, 60, 0, 0, 225, 60, 0]),
        ("untimed work at school", week().entry(MONDAY, "60", unchanged), [165, 60, 0, 60, 165, 0, 0]),
        ("more than the day has left", week().entry(MONDAY, "300", unchanged), [165, 60, 0, 225, 0, 0, 75]),
        (
            "two at once count once",
            week().entry(MONDAY, "13:00 30", unchanged).entry(MONDAY, "13:20 30", unchanged),
            [165, 60, 0, 50, 175, 0, 10],
        ),
        ("another week is none of ours", week().entry("2026-11-09", "13:00 30", unchanged), [165, 60, 0, 0, 225, 0, 0]),
    ] {
        assert_eq!(monday(&facts), expected, "{what}");
    }
}

#[test]
fn days_without_pupils_or_work_count_differently() {
    let story = week().entry(SATURDAY, "60", unchanged).entry("2026-11-04", "09:00 30", unchanged).told();
    let of = |day: &str| story.days.iter().find(|d| d.date == date(day)).unwrap();
    assert_eq!((of(INSET).kind, of(INSET).sums.teaching, of(INSET).sums.contracted), (DayKind::Inset, 0, 450));
    assert_eq!(of(INSET).hours.teaching, [], "an INSET day has no lessons");
    assert_eq!((of(SATURDAY).sums.contracted, of(SATURDAY).sums.out_of_hours.minutes), (0, 60));
    assert_eq!(of("2026-11-04").sums.out_of_hours.minutes, 30, "not a working day of hers");
    assert_eq!(story.sums.contracted, 4 * 450);

    let mut holiday = week().entry(MONDAY, "10:00 60", unchanged);
    holiday.calendar.half_terms[0].first = date("2026-11-09");
    holiday.calendar.days_off.clear();
    let story = holiday.told();
    assert_eq!((story.sums.contracted, story.sums.out_of_hours.minutes, story.totals.protected), (0, 60, 0));

    let mut unknown = week();
    unknown.calendar = crate::calendar::Calendar::default();
    assert_eq!(unknown.told().days[0].sums.teaching, 165, "no calendar typed: an ordinary day");
}

#[test]
fn breaks_say_what_was_had_whatever_an_entry_covers() {
    let story = week().mark(MONDAY, "Lunch", Part, 20).entry(MONDAY, "12:00 45", unchanged).told();
    let breaks: Vec<_> = story.days[0].breaks.iter().map(|b| (b.name.as_str(), b.taken, b.lost, b.said)).collect();
    assert_eq!(breaks, [("Break", 15, 0, false), ("Lunch", 20, 25, true)], "by time, as marked");
    assert_eq!((story.totals.breaks_lost, story.sums.breaks_lost), (25, 0));
}

#[test]
fn a_break_worked_through_is_lost_without_a_mark() {
    for (time, state, taken, lost) in
        [("12:00 45", Missed, 0, 45), ("12:30 60", Part, 30, 15), ("12:45 15", Taken, 45, 0)]
    {
        let story = week().entry(MONDAY, time, unchanged).told();
        let lunch = &story.days[0].breaks[1];
        assert_eq!((lunch.state, lunch.taken, lunch.lost, lunch.said), (state, taken, lost, false), "{time}");
        let printed: u32 = story.days.iter().flat_map(|day| &day.breaks).map(|each| each.lost).sum();
        assert_eq!((story.totals.breaks_lost, printed), (lost, lost), "{time}");
    }
    let marked = week().entry(MONDAY, "12:00 45", unchanged).mark(MONDAY, "Lunch", Taken, 0).told();
    assert_eq!(marked.totals.breaks_lost, 0, "what she says of it stands");
    let unknown_time = week().entry(MONDAY, "300", unchanged).told();
    assert_eq!(unknown_time.totals.breaks_lost, 0, "an untimed entry says nothing of when");
}

#[test]
fn gaps_are_what_no_timed_entry_covers() {
    let story = week().entry(MONDAY, "13:00 60", unchanged).entry(MONDAY, "30", unchanged).told();
    assert_eq!(story.days[0].gaps, [span("08:30-09:00"), span("12:45-13:00"), span("14:00-16:00")]);
    assert_eq!(story.days[0].gaps.iter().map(|g| Span::minutes(*g)).sum::<u32>(), 165);
    assert_eq!(story.days[0].sums.unaccounted, 135, "the untimed half hour is somewhere in the gaps");
}

#[test]
fn overlaps_come_in_pairs() {
    let facts = week().entry(MONDAY, "13:00 30", unchanged).entry(MONDAY, "13:20 30", unchanged);
    let story = facts.entry(MONDAY, "12:50 60", unchanged).entry(MONDAY, "13:50 5", unchanged).told();
    let pairs: Vec<_> = story.overlaps.iter().map(|o| (o.first.0, o.second.0, o.span)).collect();
    let expected = [(3, 1, "13:00-13:30"), (3, 2, "13:20-13:50"), (1, 2, "13:20-13:30")];
    assert_eq!(pairs, expected.map(|(first, second, shared)| (first, second, span(shared))));
}

#[test]
fn private_time_leaves_no_trace() {
    let with = week()
        .block(MONDAY, "13:00 30", not_done(""))
        .entry(MONDAY, "13:00 30", |e| {
            e.private = true;
            e.provisional = true;
            e.interrupted_by = Some("Nobody's business".to_owned());
            e.displaced = Some(BlockId(1));
        })
        .entry(MONDAY, "14:00 10", unchanged);
    assert_eq!(with.told().not_done[0].why, "Displaced by Nobody's business");

    let mut without = with.clone();
    without.entries.remove(0);
    let told = tell(&with, Private::LeftOut);
    assert_eq!(told, tell(&without, Private::LeftOut), "as if it had never been written");
    assert_eq!((told.sums.recorded.minutes, told.sums.unaccounted), (10, 4 * 225 + 165 - 10));
    assert!(told.without_private && told.provisional.is_empty() && told.not_done[0].why.is_empty());
}

#[test]
fn interrupters_are_told_apart_by_their_letters_only() {
    let by = |who: &'static str| move |e: &mut crate::entry::EntryDetails| e.interrupted_by = Some(who.to_owned());
    let story = week()
        .entry(MONDAY, "13:00 10", by("Mrs  Cook"))
        .entry(MONDAY, "13:10 20", by("office"))
        .entry(MONDAY, "13:30 15", by(" mrs cook "))
        .entry(MONDAY, "13:50 5", unchanged)
        .entry(MONDAY, "14:00 5", |e| e.kind = EntryKind::Extra)
        .told();
    let rows: Vec<_> = story.interrupters.iter().map(|i| (i.who.as_str(), i.times, i.figure.minutes)).collect();
    assert_eq!(rows, [("Mrs Cook", 2, 25), ("office", 1, 20), ("", 1, 5)]);
    assert_eq!(story.interrupters[0].figure.entries, [EntryId(1), EntryId(3)]);
}

#[test]
fn an_interruption_cut_in_two_is_one_interruption() {
    let by_head = |e: &mut crate::entry::EntryDetails| e.interrupted_by = Some("Head".to_owned());
    let mut facts = week().entry(MONDAY, "13:00 10", by_head).entry(MONDAY, "13:30 20", by_head);
    facts.entries[1].continues = Some(EntryId(1));
    let row = facts.told().interrupters.remove(0);
    assert_eq!((row.times, row.figure.minutes), (1, 30));
    facts.entries[0].details.private = true;
    assert_eq!(tell(&facts, Private::LeftOut).interrupters[0].times, 1, "the piece that is told counts");
}

#[test]
fn what_was_not_done_says_why() {
    let story = week()
        .block(MONDAY, "13:00 30", not_done("Fire drill"))
        .block(MONDAY, "13:30 30", not_done(" "))
        .block(MONDAY, "14:00 30", not_done(""))
        .block(MONDAY, "14:30 30", not_done(""))
        .block(MONDAY, "15:00 30", BlockState::Open)
        .entry(MONDAY, "13:30 30", |e| {
            e.interrupted_by = Some("Head".to_owned());
            e.displaced = Some(BlockId(2));
        })
        .entry(MONDAY, "14:00 30", |e| e.displaced = Some(BlockId(3)))
        .told();
    let whys: Vec<_> = story.not_done.iter().map(|n| n.why.as_str()).collect();
    assert_eq!(whys, ["Fire drill", "Displaced by Head", "Displaced by Meetings with parents", ""]);
    assert_eq!(
        (story.totals.not_done.minutes, story.totals.open.minutes, story.totals.planned.minutes),
        (120, 30, 150)
    );
    assert_eq!(story.days[0].entries[0].displaced.as_deref(), Some("Annual reviews"), "a block's activity names it");
    assert_eq!(story.days[0].blocks[0].case_codes, ["C-0142"]);
}

#[test]
fn protected_time_is_lost_to_what_was_not_planned() {
    let story = week()
        .entry(MONDAY, "12:50 20", unchanged)
        .entry(MONDAY, "13:05 10", |e| e.kind = EntryKind::Extra)
        .entry(MONDAY, "14:00 30", |e| e.kind = EntryKind::AsPlanned)
        .entry(MONDAY, "20", unchanged)
        .told();
    assert_eq!(story.totals.protected, 4 * 120, "every worked day, the INSET day too");
    assert_eq!(story.totals.protected_lost.minutes, 15, "13:00 to 13:15, each minute once");
    assert_eq!(story.totals.protected_lost.entries, [EntryId(1), EntryId(2)]);
}

#[test]
fn areas_come_in_print_order_and_unclassified_only_if_any() {
    let story = week().block(MONDAY, "13:00 30", BlockState::AsPlanned).entry(MONDAY, "13:00 40", unchanged).told();
    let names: Vec<_> = story.by_purpose.iter().map(|p| (p.purpose, p.planned.minutes, p.actual.minutes)).collect();
    let [strategy, rest @ ..] = crate::activity::Purpose::ALL.map(Some);
    assert_eq!(names, [(strategy, 30, 40), (rest[0], 0, 0), (rest[1], 0, 0), (rest[2], 0, 0)]);

    let captured = |e: &mut crate::entry::EntryDetails| (e.activity, e.provisional) = (None, true);
    let story = week().entry(MONDAY, "13:00 40", captured).told();
    assert_eq!(story.by_purpose[4].name, "To classify");
    assert_eq!((story.by_activity[0].activity, story.by_activity[0].actual.minutes), (None, 40));
    assert_eq!(story.provisional, [EntryId(1)]);
}

#[test]
fn minutes_for_each_pupil_leave_other_roles_out() {
    let other_role = |e: &mut crate::entry::EntryDetails| e.activity = Some(ActivityId(19));
    let own_burden = |e: &mut crate::entry::EntryDetails| e.activity = Some(ActivityId(20));
    let facts = week().entry(MONDAY, "13:00 90", unchanged).entry(MONDAY, "14:30 60", other_role);
    let story = facts.entry(MONDAY, "15:30 10", own_burden).told();
    assert_eq!((story.totals.happened.minutes, story.totals.other_role.minutes), (160, 60));
    assert_eq!(story.totals.own_burden.minutes, 10);
    assert_eq!(story.totals.tenths_per_pupil, Some(17), "100 minutes for 60 pupils");
}
