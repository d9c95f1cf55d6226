//! Rules laid over a school's dates: a table of cases per rule.

use super::*;
use crate::calendar::examples::{date, half_term, off, year_2026};
use crate::calendar::{AcademicYear, DayOffKind};
use Frequency::{AdHoc, Daily, HalfTermly, Termly, Weekly, Yearly};

fn rule(frequency: Frequency, anchor: Anchor) -> Rule {
    Rule { frequency, anchor, in_holidays: false, from: date("2026-09-01") }
}

/// What is due, each as `named`, or as `named>due (why)` where it moved.
fn told(rule: Rule, calendar: &Calendar, events: &[NaiveDate], from: &str, to: &str) -> String {
    let all = occurrences(&rule, calendar, events, date(from), date(to));
    let said = all.iter().map(|occurrence| {
        let named = occurrence.named.format("%m-%d");
        match (occurrence.due == occurrence.named, occurrence.why_moved()) {
            (true, None) => named.to_string(),
            (_, Some(why)) => {
                format!("{named}>{} ({})", occurrence.due.format("%m-%d"), why.split(": ").last().unwrap())
            }
            (false, None) => format!("{named}>{}", occurrence.due.format("%m-%d")),
        }
    });
    said.collect::<Vec<_>>().join(", ")
}

fn year(rule: Rule, calendar: &Calendar) -> String {
    told(rule, calendar, &[], "2026-09-01", "2027-08-31")
}

fn week(frequency: Frequency, week: i8, weekday: u8) -> Rule {
    rule(frequency, Anchor::Week { week, weekday })
}

#[test]
fn daily_work_comes_on_school_days_and_training_days() {
    let calendar = year_2026();
    let daily = rule(Daily, Anchor::EachDay);
    assert_eq!(occurrences(&daily, &calendar, &[], date("2026-09-01"), date("2027-08-31")).len(), 195);
    for (from, to, days) in [
        ("2026-10-21", "2026-11-03", "10-21, 10-22, 10-23, 11-02, 11-03"),
        ("2027-04-30", "2027-05-04", "04-30, 05-04"),
        ("2026-10-24", "2026-11-01", ""),
    ] {
        assert_eq!(told(daily, &calendar, &[], from, to), days, "{from} to {to}");
    }
    let always = Rule { in_holidays: true, ..daily };
    assert_eq!(told(always, &calendar, &[], "2026-12-24", "2026-12-29"), "12-24, 12-25, 12-28, 12-29");
}

#[test]
fn weekly_work_keeps_to_its_week() {
    let mut calendar = year_2026();
    calendar.days_off.push(off("2026-11-13", DayOffKind::Closure));
    calendar.days_off.extend((16..=20).map(|day| off(&format!("2026-11-{day}"), DayOffKind::Closure)));
    for (weekday, from, to, days) in [
        (0, "2027-04-26", "2027-05-10", "04-26, 05-03>05-04 (a bank holiday), 05-10"),
        // An INSET day is worked.
        (0, "2026-10-19", "2026-11-09", "10-19, 11-02, 11-09"),
        (4, "2026-11-02", "2026-11-27", "11-06, 11-13>11-12 (the school is closed), 11-27"),
        (5, "2026-11-02", "2026-11-08", "11-07>11-06 (a Saturday)"),
        (6, "2027-05-03", "2027-05-09", "05-09>05-07 (a Sunday)"),
        // The year ends on a Wednesday and begins on a Tuesday.
        (4, "2027-07-12", "2027-08-31", "07-16, 07-23>07-21 (a school holiday)"),
        (0, "2026-08-24", "2026-09-07", "09-07"),
    ] {
        let weekly = rule(Weekly, Anchor::Weekday { weekday });
        assert_eq!(told(weekly, &calendar, &[], from, to), days, "day {weekday} from {from}");
    }
    let always = Rule { in_holidays: true, ..rule(Weekly, Anchor::Weekday { weekday: 0 }) };
    assert_eq!(told(always, &calendar, &[], "2026-12-21", "2027-01-04"), "12-21, 12-28, 01-04");
}

#[test]
fn a_week_s_work_begins_with_the_rule() {
    let monday = Rule { from: date("2027-05-04"), ..rule(Weekly, Anchor::Weekday { weekday: 0 }) };
    assert_eq!(told(monday, &year_2026(), &[], "2027-05-01", "2027-05-14"), "05-10", "3 May was before it began");
}

#[test]
fn weeks_of_a_half_term_are_those_with_a_school_day() {
    let calendar = year_2026();
    for (nth, weekday, days) in [
        // Autumn 1 begins on a Tuesday, so that its first Monday is moved.
        (1, 0, "11-02, 01-04, 02-22, 04-12, 06-07"),
        (2, 2, "09-09, 11-11, 01-13, 03-03, 04-21, 06-16"),
        (-1, 4, "10-23, 12-18, 02-12, 03-26>03-25 (a school holiday), 05-28, 07-23>07-21 (a school holiday)"),
        (-2, 0, "10-12, 12-07, 02-01, 03-15, 05-17, 07-12"),
        // Spring 2 has five weeks: its sixth is its last.
        (6, 1, "10-06, 12-08, 02-09, 03-23, 05-18, 07-13"),
        (-9, 1, "09-01, 11-03, 01-05, 02-23, 04-13, 06-08"),
    ] {
        assert_eq!(year(week(HalfTermly, nth, weekday), &calendar), days, "week {nth}");
    }
    let before = Rule { from: date("2026-08-01"), ..week(HalfTermly, 1, 0) };
    assert!(told(before, &calendar, &[], "2026-09-01", "2026-09-01").starts_with("08-31>09-01"));
    let always = Rule { in_holidays: true, ..week(HalfTermly, -1, 4) };
    assert_eq!(year(always, &calendar), "10-23, 12-18, 02-12, 03-26, 05-28, 07-23");
}

#[test]
fn a_week_without_a_school_day_is_not_counted() {
    let mut calendar = year_2026();
    calendar.days_off.extend((4..=8).map(|day| off(&format!("2027-01-0{day}"), DayOffKind::Closure)));
    calendar.days_off.remove(2);
    assert_eq!(told(week(HalfTermly, 1, 0), &calendar, &[], "2027-01-01", "2027-01-31"), "01-11");
}

#[test]
fn weeks_of_a_term_are_counted_through_its_half_term() {
    let calendar = year_2026();
    for (nth, days) in [(1, "09-02, 01-06, 04-14"), (9, "11-04, 03-10, 06-16"), (-1, "12-16, 03-24, 07-21")] {
        assert_eq!(year(week(Termly, nth, 2), &calendar), days, "week {nth}");
    }
}

#[test]
fn half_terms_that_touch_inside_a_week_keep_their_own_days() {
    let mut calendar = year_2026();
    calendar.half_terms[0] = half_term("Autumn 1", "2026-09-01", "2026-10-21");
    calendar.half_terms[1] = half_term("Autumn 2", "2026-10-22", "2026-12-18");
    calendar.check(AcademicYear(2026)).unwrap();
    let autumn = |rule| told(rule, &calendar, &[], "2026-10-01", "2026-12-31");
    assert_eq!(autumn(week(HalfTermly, -1, 4)), "10-23>10-21 (outside its half-term or term), 12-18");
    assert_eq!(autumn(week(HalfTermly, 1, 0)), "10-19>10-22 (outside its half-term or term)");
    // In its term the week counts once: eight weeks, then the ninth after it.
    assert_eq!(autumn(week(Termly, 8, 4)), "10-23");
    assert_eq!(autumn(week(Termly, 9, 0)), "10-26");
}

#[test]
fn what_a_date_or_a_month_names_is_never_due_later() {
    let mut calendar = year_2026();
    calendar.half_terms[5].last = date("2027-08-27");
    let whole = year_2026();
    for (calendar, anchor, days) in [
        (&whole, Anchor::Date { month: 2, day: 15 }, "02-15>02-12 (a school holiday)"),
        (&whole, Anchor::Date { month: 5, day: 3 }, "05-03>04-30 (a bank holiday)"),
        (&whole, Anchor::Date { month: 3, day: 6 }, "03-06>03-05 (a Saturday)"),
        (&whole, Anchor::Date { month: 7, day: 21 }, "07-21"),
        (&whole, Anchor::Date { month: 8, day: 31 }, "08-31>07-21 (a school holiday)"),
        // 2027 is no leap year.
        (&whole, Anchor::Date { month: 2, day: 29 }, "02-28>02-26 (a Sunday)"),
        // A month is due by its last school day; one without any, by the last before it.
        (&whole, Anchor::Month { month: 1 }, "01-31>01-29"),
        (&whole, Anchor::Month { month: 4 }, "04-30"),
        (&whole, Anchor::Month { month: 8 }, "08-31>07-21 (a school holiday)"),
    ] {
        assert_eq!(year(rule(Yearly, anchor), calendar), days, "{anchor:?}");
    }
    let date_of_law = Rule { in_holidays: true, ..rule(Yearly, Anchor::Date { month: 2, day: 15 }) };
    assert_eq!(year(date_of_law, &calendar), "02-15");
    let month = Rule { in_holidays: true, ..rule(Yearly, Anchor::Month { month: 1 }) };
    assert_eq!(year(month, &calendar), "01-31");
}

#[test]
fn a_date_that_is_moved_says_why() {
    // In some counties the year begins in August.
    let mut calendar = year_2026();
    calendar.half_terms.push(half_term("Late summer", "2027-08-25", "2027-08-31"));
    calendar.days_off.push(off("2027-08-30", DayOffKind::BankHoliday));
    let august = rule(Yearly, Anchor::Date { month: 8, day: 30 });
    let found = occurrences(&august, &calendar, &[], date("2027-01-01"), date("2027-12-31"));
    assert_eq!(found[0].due, date("2027-08-27"));
    assert_eq!(found[0].why_moved().as_deref(), Some("moved from 30 August: a bank holiday"));
    calendar.days_off.push(off("2027-08-31", DayOffKind::Closure));
    let last = rule(Yearly, Anchor::Date { month: 8, day: 31 });
    let found = occurrences(&last, &calendar, &[], date("2027-01-01"), date("2027-12-31"));
    assert_eq!(found[0].why_moved().as_deref(), Some("moved from 31 August: the school is closed"));
}

#[test]
fn what_falls_in_a_holiday_appears_before_it() {
    let august = rule(Yearly, Anchor::Date { month: 8, day: 31 });
    assert_eq!(told(august, &year_2026(), &[], "2027-07-01", "2027-07-31"), "08-31>07-21 (a school holiday)");
    assert_eq!(told(august, &year_2026(), &[], "2027-08-01", "2027-08-31"), "", "and is not due twice");
}

#[test]
fn a_rule_made_in_the_holidays_keeps_its_day() {
    let august = Rule { from: date("2027-08-02"), ..rule(Yearly, Anchor::Date { month: 8, day: 31 }) };
    assert_eq!(year(august, &year_2026()), "08-31", "no school day lies between");
}

#[test]
fn work_before_something_else_is_counted_in_calendar_days() {
    let calendar = year_2026();
    let before = |frequency, days, event| rule(frequency, Anchor::Before { days, event });
    let ends = "10-16, 12-11, 02-05, 03-18, 05-21, 07-14";
    assert_eq!(year(before(HalfTermly, 7, Event::HalfTermEnd), &calendar), ends);
    assert_eq!(year(before(Termly, 0, Event::TermEnd), &calendar), "12-18, 03-25, 07-21");
    let reviews = [date("2026-11-10"), date("2027-06-14"), date("2026-11-10")];
    for (days, due) in
        [(14, "10-27>10-23 (a school holiday), 05-31>05-28 (a school holiday)"), (1, "11-09, 06-13>06-11 (a Sunday)")]
    {
        let found = told(before(Yearly, days, Event::PlanReview), &calendar, &reviews, "2026-09-01", "2027-08-31");
        assert_eq!(found, due, "{days} days before");
    }
    let census = [date("2026-10-01"), date("2027-01-21"), date("2027-05-20")];
    let found = told(before(Termly, 14, Event::Census), &calendar, &census, "2026-09-01", "2027-08-31");
    assert_eq!(found, "09-17, 01-07, 05-06");
    assert_eq!(told(before(Termly, 366, Event::Census), &calendar, &[NaiveDate::MIN], "2026-09-01", "2027-08-31"), "");
}

#[test]
fn a_year_without_dates_names_only_what_needs_none() {
    let none = Calendar::default();
    for (rule, days) in [
        (rule(Daily, Anchor::EachDay), ""),
        (rule(Weekly, Anchor::Weekday { weekday: 0 }), ""),
        (week(HalfTermly, 1, 0), ""),
        (week(Termly, -1, 0), ""),
        // A Saturday and a Sunday: nobody can say which day before them is a school day.
        (rule(Yearly, Anchor::Date { month: 9, day: 5 }), "09-05"),
        (rule(Yearly, Anchor::Month { month: 1 }), "01-31"),
        (rule(Termly, Anchor::Before { days: 1, event: Event::TermEnd }), ""),
    ] {
        assert_eq!(year(rule, &none), days, "{:?}", rule.anchor);
    }
    let review = rule(Yearly, Anchor::Before { days: 2, event: Event::PlanReview });
    assert_eq!(told(review, &none, &[date("2026-11-10")], "2026-09-01", "2027-08-31"), "11-08");
}

#[test]
fn dates_half_typed_move_nothing_beyond_them() {
    let mut begun = year_2026();
    begun.half_terms.truncate(2);
    assert_eq!(year(rule(Yearly, Anchor::Date { month: 2, day: 15 }), &begun), "02-15");
    assert_eq!(year(rule(Yearly, Anchor::Date { month: 10, day: 26 }), &begun), "10-26>10-23 (a school holiday)");
    assert_eq!(year(rule(Yearly, Anchor::Date { month: 9, day: 1 }), &begun), "09-01");
}

#[test]
fn an_anchor_that_does_not_fit_names_nothing() {
    let calendar = year_2026();
    for (frequency, anchor) in [
        (AdHoc, Anchor::None),
        (AdHoc, Anchor::EachDay),
        (Weekly, Anchor::Weekday { weekday: 7 }),
        (HalfTermly, Anchor::Week { week: 0, weekday: 0 }),
        (Yearly, Anchor::Date { month: 2, day: 30 }),
        (Yearly, Anchor::Month { month: 13 }),
    ] {
        assert_eq!(year(rule(frequency, anchor), &calendar), "", "{frequency:?} {anchor:?}");
    }
}

#[test]
fn the_ends_of_time_are_survived() {
    for anchor in [Anchor::Date { month: 8, day: 31 }, Anchor::Month { month: 2 }] {
        let all = Rule { from: NaiveDate::MIN, ..rule(Yearly, anchor) };
        for (from, to) in
            [(NaiveDate::MIN, NaiveDate::MAX), (NaiveDate::MAX, NaiveDate::MAX), (NaiveDate::MAX, NaiveDate::MIN)]
        {
            assert!(occurrences(&all, &year_2026(), &[], from, to).len() <= 21);
        }
    }
    let weekly = Rule { from: NaiveDate::MIN, in_holidays: true, ..rule(Weekly, Anchor::Weekday { weekday: 6 }) };
    occurrences(&weekly, &year_2026(), &[NaiveDate::MAX], NaiveDate::MAX, NaiveDate::MAX);
}
