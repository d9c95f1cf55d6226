//! Next year's dates, offered from this year's pattern for a person to put right.

use super::bank_holidays::bank_holidays;
use super::terms::HALF_TERMS;
use super::{AcademicYear, Calendar, DayOff, DayOffKind, HalfTerm};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// A year's dates by the pattern of the latest year before it that has any: whole weeks on, so that each day keeps its
/// weekday, and kept inside the year. No half-term begins or ends on a bank holiday; those inside are days off. INSET
/// days keep their place in their half-term, beside the days off; closures are not repeated, for they follow no
/// pattern. Without a year before it, nothing is offered. What is offered passes [`Calendar::check`].
pub fn offered(before: &Calendar, year: AcademicYear) -> Calendar {
    build(before, year).unwrap_or_default()
}

fn build(before: &Calendar, year: AcademicYear) -> Option<Calendar> {
    let (opens, closes) = (year.first()?, year.last()?);
    let (pattern, half_terms) = before.by_year().into_iter().rev().find(|(of, _)| *of < year)?;
    // Weeks between the two first days of September: 52 from one year to the next, which is 364 days.
    let weeks = ((opens - pattern.first()?).num_days() + 3) / 7;
    let later = |day: NaiveDate| day.checked_add_signed(TimeDelta::try_weeks(weeks)?);
    let holidays: Vec<DayOff> = [year.0, year.0 + 1].into_iter().flat_map(bank_holidays).collect();
    let is_holiday = |day: NaiveDate| holidays.iter().any(|off| off.date == day);
    let mut offer = Calendar::default();
    let mut moved: Vec<(&HalfTerm, HalfTerm)> = Vec::new();
    for half_term in half_terms.into_iter().take(HALF_TERMS) {
        let (first, last) = (later(half_term.first)?, later(half_term.last)?);
        let clipped = first < opens;
        let mut first = first.max(opens);
        while is_holiday(first) || (clipped && is_weekend(first)) {
            first = first.succ_opt()?;
        }
        let mut last = last.min(closes);
        while is_holiday(last) {
            last = last.pred_opt()?;
        }
        if first <= last {
            moved.push((half_term, HalfTerm { name: half_term.name.clone(), first, last }));
        }
    }
    for off in holidays.iter().filter(|off| moved.iter().any(|(_, inside)| is_in(inside, off.date))) {
        offer.days_off.push(off.clone());
    }
    let mut insets: Vec<&DayOff> = before.days_off.iter().filter(|off| off.kind == DayOffKind::Inset).collect();
    insets.retain(|off| AcademicYear::of(off.date) == pattern);
    insets.sort_by_key(|off| off.date);
    for inset in insets {
        let bounds = match moved.iter().find(|(was, _)| is_in(was, inset.date)) {
            Some((_, inside)) => (inside.first, inside.last),
            // Some schools train in the holidays.
            None => (opens, closes),
        };
        let is_free = |day: &NaiveDate| {
            !is_weekend(*day) && !is_holiday(*day) && offer.days_off.iter().all(|off| off.date != *day)
        };
        let wanted = later(inset.date)?.clamp(bounds.0, bounds.1);
        let after = wanted.iter_days().take_while(|day| *day <= bounds.1).find(is_free);
        let place = after.or_else(|| bounds.0.iter_days().take_while(|day| *day < wanted).filter(is_free).last());
        if let Some(date) = place {
            offer.days_off.push(DayOff { date, ..inset.clone() });
        }
    }
    offer.days_off.sort_by_key(|off| off.date);
    offer.half_terms = moved.into_iter().map(|(_, half_term)| half_term).collect();
    Some(offer)
}

fn is_in(half_term: &HalfTerm, day: NaiveDate) -> bool {
    half_term.first <= day && day <= half_term.last
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::super::examples::{date, half_term, off, year_2026};
    use super::super::{DayKind, days_of_week, monday_of};
    use super::*;
    use proptest::prelude::*;

    fn dates(calendar: &Calendar) -> Vec<(String, String)> {
        calendar.half_terms.iter().map(|term| (term.first.to_string(), term.last.to_string())).collect()
    }

    #[test]
    fn next_year_keeps_the_weekdays_of_this_one() {
        let offer = offered(&year_2026(), AcademicYear(2027));
        let expected = [
            // 31 August 2027 is still the year before, so the year begins on its first day.
            ("2027-09-01", "2027-10-22"),
            ("2027-11-01", "2027-12-17"),
            // 3 January 2028 is New Year's substitute day.
            ("2028-01-04", "2028-02-11"),
            ("2028-02-21", "2028-03-23"),
            ("2028-04-10", "2028-05-26"),
            ("2028-06-05", "2028-07-19"),
        ];
        assert_eq!(dates(&offer), expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
        let off: Vec<(String, DayOffKind)> =
            offer.days_off.iter().map(|off| (off.date.to_string(), off.kind)).collect();
        let expected = [
            ("2027-09-01", DayOffKind::Inset),
            ("2027-11-01", DayOffKind::Inset),
            ("2028-01-04", DayOffKind::Inset),
            ("2028-04-14", DayOffKind::BankHoliday),
            ("2028-04-17", DayOffKind::BankHoliday),
            ("2028-05-01", DayOffKind::BankHoliday),
            ("2028-06-05", DayOffKind::Inset),
            ("2028-07-19", DayOffKind::Inset),
        ];
        assert_eq!(off, expected.map(|(day, kind)| (day.to_owned(), kind)));
        offer.check(AcademicYear(2027)).unwrap();
    }

    #[test]
    fn a_pattern_of_years_ago_is_brought_to_the_nearest_week() {
        let offer = offered(&year_2026(), AcademicYear(2030));
        assert_eq!(offer.half_terms[0].first, date("2030-09-03"), "a Tuesday, as in 2026");
        offer.check(AcademicYear(2030)).unwrap();
    }

    #[test]
    fn training_days_keep_apart_and_closures_are_not_repeated() {
        let year = Calendar {
            half_terms: vec![half_term("Summer 1", "2026-04-20", "2026-05-22")],
            // 5 May 2026 is a Tuesday; a year on, 3 May is the bank holiday.
            days_off: vec![
                off("2026-05-04", DayOffKind::Inset),
                off("2026-05-05", DayOffKind::Inset),
                off("2026-05-07", DayOffKind::Closure),
                off("2026-08-28", DayOffKind::Inset),
            ],
        };
        let offer = offered(&year, AcademicYear(2026));
        let off: Vec<String> = offer.days_off.iter().map(|off| off.date.to_string()).collect();
        assert_eq!(off, ["2027-05-03", "2027-05-04", "2027-05-05", "2027-08-27"]);
    }

    #[test]
    fn nothing_is_offered_from_nothing() {
        for (before, year) in [(Calendar::default(), 2026), (year_2026(), 2026), (year_2026(), i32::MAX)] {
            assert_eq!(offered(&before, AcademicYear(year)), Calendar::default(), "{year}");
        }
    }

    proptest! {
        #[test]
        fn an_offer_can_always_be_kept(
            starts in proptest::collection::btree_set(0_u64..52, 1..9),
            shift in -3_i64..8,
            insets in proptest::collection::vec(0_i64..365, 0..8),
            years in 1_i32..12,
        ) {
            let opens = AcademicYear(2025).first().unwrap();
            let day = |days: i64| (opens + TimeDelta::days(days)).clamp(opens, AcademicYear(2025).last().unwrap());
            let half_terms = starts.into_iter().map(|week| {
                let first = day(week as i64 * 7 + shift);
                HalfTerm { name: format!("Week {week}"), first, last: day(week as i64 * 7 + shift + 4) }
            }).collect();
            let mut days: Vec<i64> = insets;
            days.sort_unstable();
            days.dedup();
            let days_off = days.into_iter().map(|days| DayOff { date: day(days), kind: DayOffKind::Inset, name: String::new() });
            let before = Calendar { half_terms, days_off: days_off.collect() };
            prop_assume!(before.check(AcademicYear(2025)).is_ok());
            let year = AcademicYear(2025 + years);
            let offer = offered(&before, year);
            prop_assert!(offer.check(year).is_ok(), "{:?} from {before:?}", offer.check(year));
            for half_term in &offer.half_terms {
                prop_assert!(!matches!(offer.kind_of(half_term.first), DayKind::BankHoliday));
                prop_assert!(days_of_week(monday_of(half_term.first)).contains(&half_term.first));
            }
        }
    }
}
