//! The arithmetic against a plain model that looks at every minute of a day by itself, on weeks nobody would plan.

use super::examples::{MONDAY, date, week};
use super::*;
use crate::activity::Purpose;
use crate::breaks::{BreakMark, BreakState};
use crate::clock::{Clock, DAY, Span};
use crate::entry::{EntryDetails, EntryKind, Place};
use crate::hours::{BreakTime, DayHours, WeekHours};
use crate::ids::EntryId;
use crate::plan::{BlockDetails, BlockState};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn any_span() -> impl Strategy<Value = Span> {
    (0..=DAY, 0..=DAY)
        .prop_map(|(a, b)| Span { start: Clock::new(a.min(b)).unwrap(), end: Clock::new(a.max(b)).unwrap() })
}

/// Hours no check would let pass: parts outside the contracted time and on top of each other.
fn any_hours() -> impl Strategy<Value = DayHours> {
    (option::weighted(0.8, any_span()), vec(any_span(), 0..3), vec(any_span(), 0..2), vec(any_span(), 0..3)).prop_map(
        |(contracted, teaching, protected, breaks)| {
            let breaks = breaks.into_iter().enumerate();
            let breaks = breaks.map(|(i, span)| BreakTime { name: format!("Break {i}"), span }).collect();
            DayHours { contracted, teaching, protected, breaks }
        },
    )
}

fn any_entry() -> impl Strategy<Value = EntryDetails> {
    let time = (0..9_u64, option::weighted(0.7, 0..DAY), 0..400_u32);
    let place = prop_oneof![Just(Place::School), Just(Place::Home), Just(Place::Travel)];
    let kind = prop_oneof![
        Just(EntryKind::AsPlanned),
        Just(EntryKind::Changed),
        Just(EntryKind::Interruption),
        Just(EntryKind::Extra)
    ];
    (time, place, kind, option::of(1..23_i64), any::<bool>(), option::of("[a-c ]{0,2}")).prop_map(
        |((day, start, minutes), place, kind, activity, private, interrupted_by)| EntryDetails {
            date: date(MONDAY) + chrono::Days::new(day),
            start: start.map(|minutes| Clock::new(minutes).unwrap()),
            minutes,
            text: String::new(),
            activity: activity.map(ActivityId),
            place,
            kind,
            block: None,
            interrupted_by,
            displaced: None,
            pupils: Vec::new(),
            private,
            provisional: activity.is_none(),
        },
    )
}

fn any_block() -> impl Strategy<Value = BlockDetails> {
    (0..7_u64, 0..DAY, 0..300_u32, 1..23_i64).prop_map(|(day, start, minutes, activity)| BlockDetails {
        date: date(MONDAY) + chrono::Days::new(day),
        start: Clock::new(start).unwrap(),
        minutes,
        title: String::new(),
        activity: ActivityId(activity),
        place: Place::School,
        pupils: Vec::new(),
    })
}

fn any_mark() -> impl Strategy<Value = BreakMark> {
    let state = prop_oneof![Just(BreakState::Taken), Just(BreakState::Part), Just(BreakState::Missed)];
    (0..5_u64, 0..3_u32, state, 0..120_u32).prop_map(|(day, i, state, taken)| BreakMark {
        date: date(MONDAY) + chrono::Days::new(day),
        name: format!("Break {i}"),
        state,
        taken,
        why: String::new(),
    })
}

fn any_week() -> impl Strategy<Value = WeekFacts> {
    let state = prop_oneof![
        Just(BlockState::Open),
        Just(BlockState::AsPlanned),
        Just(BlockState::NotDone { why: String::new(), still_needed: true })
    ];
    let blocks = vec((any_block(), state), 0..8);
    (vec(any_hours(), 7), vec(any_entry(), 0..25), blocks, vec(any_mark(), 0..8), 0..200_u32).prop_map(
        |(days, entries, blocks, breaks, registered)| {
            let mut facts = week();
            facts.hours = Some(WeekHours { from: date("2026-09-01"), days });
            let ids = 1_i64..;
            facts.entries =
                ids.zip(entries).map(|(id, details)| Entry { id: EntryId(id), details, continues: None }).collect();
            let ids = 1_i64..;
            facts.blocks =
                ids.zip(blocks).map(|(id, (details, state))| Block { id: BlockId(id), details, state }).collect();
            facts.breaks = breaks;
            facts.registered = registered;
            facts
        },
    )
}

/// Recorded, timed out of hours, teaching, free minutes of a day, minute by minute.
fn model(day: &DayStory) -> [u32; 4] {
    let mut counts = [0; 4];
    let within = |span: &Span, minute: u32| span.start.minutes() <= minute && minute < span.end.minutes();
    for minute in 0..DAY {
        let contracted = day.hours.contracted.is_some_and(|span| within(&span, minute));
        let entry = day.entries.iter().any(|e| {
            e.start.is_some_and(|start| {
                let end = start.minutes() + e.minutes;
                end <= DAY && start.minutes() <= minute && minute < end
            })
        });
        let on_break = day.hours.breaks.iter().any(|b| within(&b.span, minute));
        let lesson = day.hours.teaching.iter().any(|span| within(span, minute));
        match (contracted, entry, on_break, lesson) {
            (true, true, _, _) => counts[0] += 1,
            (false, true, _, _) => counts[1] += 1,
            (true, false, false, true) => counts[2] += 1,
            (true, false, false, false) => counts[3] += 1,
            (true, false, true, _) | (false, false, _, _) => {}
        }
    }
    counts
}

fn reconciles(sums: &Sums) -> bool {
    let parts = sums.teaching + sums.breaks_taken + sums.breaks_lost + sums.recorded.minutes + sums.unaccounted;
    sums.contracted == parts
}

fn check_figure(facts: &WeekFacts, figure: &Figure) -> Result<(), TestCaseError> {
    let entries = figure.entries.iter().map(|id| facts.entries[id.0 as usize - 1].details.minutes);
    let blocks = figure.blocks.iter().map(|id| facts.blocks[id.0 as usize - 1].details.minutes);
    prop_assert_eq!(figure.minutes, entries.chain(blocks).sum::<u32>());
    Ok(())
}

proptest! {
    #[test]
    fn contracted_time_adds_up_every_day_and_week(facts in any_week(), left_out in any::<bool>()) {
        let story = tell(&facts, if left_out { Private::LeftOut } else { Private::Shown });
        for sums in story.days.iter().map(|day| &day.sums).chain([&story.sums]) {
            prop_assert!(reconciles(sums), "{sums:?}");
        }
        let (sums, happened) = (&story.sums, &story.totals.happened);
        prop_assert_eq!(happened.minutes, sums.recorded.minutes + sums.out_of_hours.minutes + sums.overlapped);
    }

    #[test]
    fn a_day_agrees_with_the_minute_by_minute_model(facts in any_week()) {
        for day in &facts.told().days {
            let [recorded, outside, teaching, free] = model(day);
            let untimed = |e: &&EntryStory| e.start.is_none_or(|start| start.minutes() + e.minutes > DAY || e.minutes == 0);
            let (home, school): (Vec<&EntryStory>, Vec<&EntryStory>) = day
                .entries
                .iter()
                .filter(untimed)
                .partition(|e| e.place == Place::Home || day.sums.contracted == 0);
            let asked: u32 = school.iter().map(|e| e.minutes).sum();
            let home: u32 = home.iter().map(|e| e.minutes).sum();
            prop_assert_eq!(day.sums.teaching, teaching);
            prop_assert_eq!(day.sums.recorded.minutes, recorded + asked.min(free));
            prop_assert_eq!(day.sums.out_of_hours.minutes, outside + home);
            prop_assert_eq!(day.sums.unaccounted, free.saturating_sub(asked));
            prop_assert_eq!(day.gaps.iter().map(|gap| gap.minutes()).sum::<u32>(), free);
        }
    }

    #[test]
    fn entries_out_of_hours_add_up_where_none_overlap(facts in any_week()) {
        for day in &facts.told().days {
            let each: u32 = day.entries.iter().map(|e| e.out_of_hours).sum();
            prop_assert!(each >= day.sums.out_of_hours.minutes);
            if day.sums.overlapped == 0 {
                prop_assert_eq!(each, day.sums.out_of_hours.minutes);
            }
        }
    }

    #[test]
    fn every_total_is_the_sum_of_what_it_opens_into(facts in any_week(), left_out in any::<bool>()) {
        let story = tell(&facts, if left_out { Private::LeftOut } else { Private::Shown });
        let t = &story.totals;
        let totals = [
            &t.planned, &t.happened, &t.as_planned, &t.changed, &t.interruptions, &t.extra, &t.not_done, &t.open,
            &t.at_home, &t.other_role, &t.own_burden,
        ];
        let by_activity = story.by_activity.iter().flat_map(|row| [&row.planned, &row.actual]);
        let by_purpose = story.by_purpose.iter().flat_map(|row| [&row.planned, &row.actual]);
        let who = story.interrupters.iter().map(|row| &row.figure);
        for figure in totals.into_iter().chain(by_activity).chain(by_purpose).chain(who) {
            check_figure(&facts, figure)?;
        }
        if left_out {
            prop_assert!(t.happened.entries.iter().all(|id| !facts.entries[id.0 as usize - 1].details.private));
        }
    }

    #[test]
    fn groups_add_up_to_the_totals(facts in any_week()) {
        let story = facts.told();
        let t = &story.totals;
        let kinds = t.as_planned.minutes + t.changed.minutes + t.interruptions.minutes + t.extra.minutes;
        prop_assert_eq!(kinds, t.happened.minutes);
        let planned = t.planned.minutes;
        let happened = t.happened.minutes;
        prop_assert_eq!(story.by_activity.iter().map(|row| row.planned.minutes).sum::<u32>(), planned);
        prop_assert_eq!(story.by_activity.iter().map(|row| row.actual.minutes).sum::<u32>(), happened);
        prop_assert_eq!(story.by_purpose.iter().map(|row| row.planned.minutes).sum::<u32>(), planned);
        prop_assert_eq!(story.by_purpose.iter().map(|row| row.actual.minutes).sum::<u32>(), happened);
        prop_assert!(story.by_purpose.iter().zip(Purpose::ALL).all(|(row, area)| row.purpose == Some(area)));
        let interrupted: u32 = story.interrupters.iter().map(|row| row.figure.minutes).sum();
        prop_assert_eq!(interrupted, t.interruptions.minutes);
        prop_assert_eq!(story.not_done.iter().map(|row| row.minutes).sum::<u32>(), t.not_done.minutes);
        prop_assert!(t.protected_lost.minutes <= t.protected);
    }
}
