//! The sample school's year and hours.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use daybook_domain::calendar::{AcademicYear, Calendar, DayOff, DayOffKind, HalfTerm};
use daybook_domain::clock::{Clock, Span};
use daybook_domain::hours::{BreakTime, DayHours, WeekHours};

/// Names of the half-terms, how many weeks each has, and how many weeks off follow.
const HALF_TERMS: [(&str, u64, u64); 6] = [
    ("Autumn 1", 7, 1),
    ("Autumn 2", 7, 2),
    ("Spring 1", 6, 1),
    ("Spring 2", 5, 2),
    ("Summer 1", 7, 1),
    ("Summer 2", 7, 0),
];

/// Six half-terms from the first Monday of September, with five INSET days and the May bank holiday.
pub fn calendar(year: AcademicYear) -> Calendar {
    let Some(mut monday) = NaiveDate::from_weekday_of_month_opt(year.0, 9, Weekday::Mon, 1) else {
        return Calendar::default();
    };
    let mut calendar = Calendar::default();
    for (name, weeks, off) in HALF_TERMS {
        // The year ends on a Monday, so that pupils have their 190 days beside a bank holiday and five INSET days.
        let last = monday + Days::new(if off == 0 { weeks * 7 } else { weeks * 7 - 3 });
        calendar.half_terms.push(HalfTerm { name: name.to_owned(), first: monday, last });
        if name.ends_with('1') {
            calendar.days_off.push(inset(monday));
        }
        monday = monday + Days::new((weeks + off) * 7);
    }
    if let Some(first) = calendar.half_terms.first().map(|term| term.first) {
        calendar.days_off.push(inset(first + Days::new(1)));
    }
    if let Some(last) = calendar.half_terms.last().map(|term| term.last) {
        calendar.days_off.push(inset(last));
    }
    if let Some(may) = NaiveDate::from_weekday_of_month_opt(year.0 + 1, 5, Weekday::Mon, 1)
        && calendar.days_off.iter().all(|off| off.date != may)
    {
        calendar.days_off.push(DayOff {
            date: may,
            kind: DayOffKind::BankHoliday,
            name: "Early May bank holiday".to_owned(),
        });
    }
    calendar.days_off.sort_by_key(|off| off.date);
    calendar
}

/// Three days mostly in class and two mostly protected, as many primary SENCOs have them.
pub fn hours(from: NaiveDate) -> WeekHours {
    let days = (0..7u8)
        .map(|weekday| {
            if weekday > 4 {
                return DayHours::default();
            }
            let taught = match weekday {
                0 => vec![span((9, 0), (10, 30)), span((10, 45), (12, 15))],
                2 => vec![span((9, 0), (10, 30)), span((13, 0), (15, 15))],
                4 => vec![span((9, 0), (10, 30))],
                _ => vec![],
            };
            let protected = match weekday {
                1 => vec![span((9, 0), (10, 30)), span((10, 45), (12, 15)), span((13, 0), (15, 15))],
                3 => vec![span((9, 0), (10, 30)), span((10, 45), (12, 15))],
                _ => vec![],
            };
            DayHours {
                contracted: Some(span((8, 15), (16, 15))),
                teaching: taught,
                protected,
                breaks: vec![
                    BreakTime { name: "Break".to_owned(), span: span((10, 30), (10, 45)) },
                    BreakTime { name: "Lunch".to_owned(), span: span((12, 15), (13, 0)) },
                ],
            }
        })
        .collect();
    WeekHours { from, days }
}

/// Minutes between two times of a day, for writing tables of them.
pub fn span(start: (u16, u16), end: (u16, u16)) -> Span {
    Span { start: Clock::at(start.0, start.1), end: Clock::at(end.0, end.1) }
}

fn inset(date: NaiveDate) -> DayOff {
    DayOff { date, kind: DayOffKind::Inset, name: format!("INSET, {}", date.weekday()) }
}
