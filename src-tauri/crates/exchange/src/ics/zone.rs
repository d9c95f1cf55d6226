//! Moments of a calendar file told by the clock in London.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::{Europe::London, Tz};

/// When something begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum When {
    /// A whole day.
    Day(NaiveDate),
    /// A time of day by the clock of a place.
    At(NaiveDateTime, Tz),
}

impl When {
    /// Its day and time by the clock of its own place; a day begins at midnight.
    pub fn local(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(chrono::NaiveTime::MIN),
            Self::At(local, _) => local,
        }
    }

    /// The same, by the clock in London. A time that the clocks leave out is read with the hour from before; of one that
    /// comes twice, the first is meant.
    pub fn in_london(self) -> NaiveDateTime {
        let Self::At(local, zone) = self else { return self.local() };
        let found = zone.from_local_datetime(&local).earliest();
        let found = found.or_else(|| {
            let before = zone.from_local_datetime(&(local.checked_sub_signed(TimeDelta::hours(3))?)).earliest()?;
            before.checked_add_signed(TimeDelta::hours(3))
        });
        found.map_or(local, |moment| moment.with_timezone(&London).naive_local())
    }

    /// The same kind of moment at another time of its own place.
    pub fn moved(self, local: NaiveDateTime) -> Self {
        match self {
            Self::Day(_) => Self::Day(local.date()),
            Self::At(_, zone) => Self::At(local, zone),
        }
    }
}

/// Reads a date or a date with a time; a trailing Z is world time, and no zone at all is London.
pub(super) fn when(value: &str, zone: Tz) -> Option<When> {
    let value = value.trim();
    let found = match value.split_once(['T', 't']) {
        None => When::Day(day(value)?),
        Some((date, time)) => {
            let (time, zone) = match time.strip_suffix(['Z', 'z']) {
                Some(time) => (time, Tz::UTC),
                None => (time, zone),
            };
            if !(time.len() == 6 || time.len() == 4) || !time.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            let two = |at: usize| time.get(at..at + 2).map_or(Some(0), |part| part.parse::<u32>().ok());
            // A leap second is the last of its minute.
            When::At(day(date)?.and_hms_opt(two(0)?, two(2)?, two(4)?.min(59))?, zone)
        }
    };
    // A calendar of anything else is a slip, and would be reckoned with for ever.
    let year = chrono::Datelike::year(&found.local());
    (1900..=2200).contains(&year).then_some(found)
}

/// The zone of a `TZID`: by its name, by the end of a longer one, or as Windows calls it. None where nobody knows it.
pub(super) fn zone(tzid: &str) -> Option<Tz> {
    let tzid = tzid.trim();
    let windows = match tzid {
        "GMT Standard Time" | "(UTC+00:00) Dublin, Edinburgh, Lisbon, London" => Some(London),
        "UTC" | "Coordinated Universal Time" | "Greenwich Standard Time" => Some(Tz::UTC),
        "Romance Standard Time" => Some(Tz::Europe__Paris),
        "W. Europe Standard Time" => Some(Tz::Europe__Berlin),
        "Central Europe Standard Time" => Some(Tz::Europe__Budapest),
        "Central European Standard Time" => Some(Tz::Europe__Warsaw),
        _ => None,
    };
    let by_end = || {
        let mut slashes = tzid.rmatch_indices('/').map(|(at, _)| at);
        slashes.by_ref().take(3).find_map(|at| tzid.get(at + 1..)?.parse().ok())
    };
    windows.or_else(|| tzid.parse().ok()).or_else(by_end)
}

fn day(value: &str) -> Option<NaiveDate> {
    if value.len() != 8 || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| value.get(from..to)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)
}
