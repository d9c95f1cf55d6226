//! Bank holidays of England and Wales, worked out for any year.
//!
//! Statute and custom set eight: those of the Banking and Financial Dealings Act 1971, schedule 1, the two of common law
//! (Good Friday and Christmas Day), and New Year's Day and the first Monday in May, proclaimed each year. Days that
//! were proclaimed once (2022's Platinum Jubilee, 2023's coronation) follow no rule, and a school types them.

use super::{DayOff, DayOffKind};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The first year of the Gregorian calendar, by which Easter is reckoned.
const FIRST_YEAR: i32 = 1583;

/// The last year that a date of four digits can hold.
const LAST_YEAR: i32 = 9999;

/// The eight bank holidays of a calendar year, in order; one that falls on a weekend is given as its substitute day.
/// None before 1583 or after 9999.
pub fn bank_holidays(year: i32) -> Vec<DayOff> {
    reckoned(year).unwrap_or_default()
}

/// Easter Sunday of a year from 1583 to 9999, as Western churches keep it (the anonymous Gregorian reckoning of 1876).
pub fn easter(year: i32) -> Option<NaiveDate> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

fn reckoned(year: i32) -> Option<Vec<DayOff>> {
    let easter = easter(year)?;
    let last_monday =
        |month| (4..=5).rev().find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, nth));
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let mut days = vec![
        day_off(easter.checked_sub_days(Days::new(2))?, "Good Friday"),
        day_off(easter.checked_add_days(Days::new(1))?, "Easter Monday"),
        day_off(NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 1)?, "Early May bank holiday"),
        day_off(last_monday(5)?, "Spring bank holiday"),
        day_off(last_monday(8)?, "Summer bank holiday"),
    ];
    // Those that are never moved first, so that a substitute goes round them: Boxing Day stays on Monday 26 December
    // when Christmas Day is a Sunday, and Christmas Day's substitute is the Tuesday.
    let mut of_the_winter =
        [(fixed(1, 1)?, "New Year's Day"), (fixed(12, 25)?, "Christmas Day"), (fixed(12, 26)?, "Boxing Day")];
    of_the_winter.sort_by_key(|(date, _)| is_weekend(*date));
    for (date, name) in of_the_winter {
        if is_weekend(date) {
            let mut substitute = date;
            while is_weekend(substitute) || days.iter().any(|other| other.date == substitute) {
                substitute = substitute.succ_opt()?;
            }
            days.push(day_off(substitute, &format!("{name} (substitute day)")));
        } else {
            days.push(day_off(date, name));
        }
    }
    days.sort_by_key(|day| day.date);
    Some(days)
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn day_off(date: NaiveDate, name: &str) -> DayOff {
    DayOff { date, kind: DayOffKind::BankHoliday, name: name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_a_year_are_those_the_government_publishes() {
        for (year, days) in [
            (2022, "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27"),
            (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
            (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
            (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        ] {
            let found: Vec<String> =
                bank_holidays(year).iter().map(|day| day.date.format("%m-%d").to_string()).collect();
            assert_eq!(found.join(" "), days, "{year}");
        }
        let names: Vec<String> = bank_holidays(2022).into_iter().map(|day| day.name).collect();
        assert_eq!(names[0], "New Year's Day (substitute day)");
        assert_eq!(names[6..], ["Boxing Day".to_owned(), "Christmas Day (substitute day)".to_owned()]);
    }

    #[test]
    fn easter_is_never_before_22_march_nor_after_25_april() {
        for (year, day) in [(1818, "1818-03-22"), (1943, "1943-04-25"), (2038, "2038-04-25"), (2285, "2285-03-22")] {
            assert_eq!(easter(year).unwrap().to_string(), day, "the earliest and the latest there are");
        }
        for year in FIRST_YEAR..=LAST_YEAR {
            let day = easter(year).unwrap();
            let bounds = (NaiveDate::from_ymd_opt(year, 3, 22).unwrap(), NaiveDate::from_ymd_opt(year, 4, 25).unwrap());
            assert!(bounds.0 <= day && day <= bounds.1, "{day}");
            assert_eq!(day.weekday(), Weekday::Sun, "{day}");
        }
    }

    #[test]
    fn each_year_has_eight_different_weekdays_and_a_year_beyond_reckoning_none() {
        for year in FIRST_YEAR..=LAST_YEAR {
            let days = bank_holidays(year);
            assert_eq!(days.len(), 8, "{year}");
            assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date), "{year}: {days:?}");
            assert!(days.iter().all(|day| !is_weekend(day.date)), "{year}: {days:?}");
        }
        for year in [i32::MIN, -1, 0, 1582, 10_000, i32::MAX] {
            assert_eq!(bank_holidays(year), [], "{year}");
        }
    }
}
