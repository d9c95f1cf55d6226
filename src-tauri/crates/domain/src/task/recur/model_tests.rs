//! Rules laid over a school's dates, whatever the rule and the dates.

use super::*;
use crate::calendar::examples::{date, year_2026};
use crate::calendar::offered::offered;
use crate::calendar::{AcademicYear, DayOff, DayOffKind, HalfTerm};
use Frequency::{Daily, HalfTermly, Termly, Weekly, Yearly};
use proptest::prelude::*;

fn any_rule() -> impl Strategy<Value = Rule> {
    let event =
        prop_oneof![Just(Event::PlanReview), Just(Event::HalfTermEnd), Just(Event::TermEnd), Just(Event::Census)];
    let anchored = prop_oneof![
        Just((Daily, Anchor::EachDay)),
        (0_u8..7).prop_map(|weekday| (Weekly, Anchor::Weekday { weekday })),
        (prop_oneof![-10_i8..0, 1_i8..11], 0_u8..7, prop_oneof![Just(HalfTermly), Just(Termly)])
            .prop_map(|(week, weekday, frequency)| (frequency, Anchor::Week { week, weekday })),
        (1_u32..13).prop_map(|month| (Yearly, Anchor::Month { month })),
        (1_u32..13, 1_u32..32).prop_map(|(month, day)| (Yearly, Anchor::Date { month, day })),
        (0_u32..40, event, prop_oneof![Just(HalfTermly), Just(Termly), Just(Yearly)])
            .prop_map(|(days, event, frequency)| (frequency, Anchor::Before { days, event })),
    ];
    (anchored, any::<bool>(), 0_u64..700).prop_map(|((frequency, anchor), in_holidays, from)| Rule {
        frequency,
        anchor,
        in_holidays,
        from: date("2025-06-01") + Days::new(from),
    })
}

/// Up to three years, the first shaken: half-terms longer and shorter, days off anywhere.
fn any_calendar() -> impl Strategy<Value = Calendar> {
    let kind = prop_oneof![Just(DayOffKind::Inset), Just(DayOffKind::BankHoliday), Just(DayOffKind::Closure)];
    (
        proptest::collection::vec((0_u64..365, kind), 0..30),
        proptest::collection::vec(0_u64..9, 12),
        0_usize..7,
        0_i32..3,
    )
        .prop_map(|(days_off, shaken, kept, years)| {
            let mut first = year_2026();
            for (half_term, by) in first.half_terms.iter_mut().zip(shaken.chunks(2)) {
                *half_term = HalfTerm {
                    name: half_term.name.clone(),
                    first: half_term.first + Days::new(by[0]),
                    last: half_term.last + Days::new(by[1]),
                };
            }
            first.half_terms.truncate(kept);
            let days_off = days_off.into_iter().map(|(day, kind)| DayOff {
                date: date("2026-09-01") + Days::new(day),
                kind,
                name: String::new(),
            });
            first.days_off.extend(days_off);
            (1..=years).fold(first.clone(), |all, year| all.followed_by(offered(&first, AcademicYear(2026 + year))))
        })
}

proptest! {
    #[test]
    fn whatever_the_rule_and_the_dates(
        rule in any_rule(), calendar in any_calendar(),
        events in proptest::collection::vec(0_u64..900, 0..5), cut in 0_u64..900,
    ) {
        let day = |days: u64| date("2026-03-01") + Days::new(days);
        let events: Vec<NaiveDate> = events.into_iter().map(day).collect();
        let (from, to) = (day(0), day(900));
        let all = occurrences(&rule, &calendar, &events, from, to);
        let mut named: Vec<NaiveDate> = all.iter().map(|occurrence| occurrence.named).collect();
        named.sort_unstable();
        prop_assert!(named.windows(2).all(|pair| pair[0] < pair[1]), "a named day comes once");
        let reaches = |day| calendar.reaches(day);
        for occurrence in &all {
            let Occurrence { named, due, moved } = *occurrence;
            prop_assert!(from <= due && due <= to && rule.from <= due && rule.from <= named);
            let worked = matches!(calendar.kind_of(due), DayKind::Open | DayKind::Inset);
            match rule.anchor {
                Anchor::EachDay => prop_assert!(due == named && (worked || rule.in_holidays)),
                Anchor::Weekday { .. } | Anchor::Week { .. } => {
                    prop_assert_eq!(crate::calendar::monday_of(due), crate::calendar::monday_of(named));
                    prop_assert!(worked || rule.in_holidays);
                }
                Anchor::Month { .. } | Anchor::Date { .. } | Anchor::Before { .. } | Anchor::None => {
                    prop_assert!(due <= named, "never later than the law's day");
                    prop_assert!(worked || due == named);
                    if reaches(named) && !rule.in_holidays && due < named {
                        let mut between = due.iter_days().skip(1).take_while(|day| *day <= named);
                        prop_assert!(!between.any(|day| matches!(calendar.kind_of(day), DayKind::Open | DayKind::Inset)));
                    }
                }
            }
            prop_assert!(!rule.in_holidays || due == named);
            prop_assert!(moved.is_none() || due != named);
        }
        // However the days are asked for, each occurrence comes in one answer.
        let mut parts = occurrences(&rule, &calendar, &events, from, day(cut));
        parts.extend(occurrences(&rule, &calendar, &events, day(cut + 1), to));
        prop_assert_eq!(parts, all);
    }
}
