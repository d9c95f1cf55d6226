//! The hours a SENCO is given: contracted, teaching, protected SENCO time and breaks, by weekday.

use crate::calendar::{DayKind, days_of_week};
use crate::clock::{Span, Spans};
use crate::entry::Place;
use crate::fault::{Fault, Outcome};
use crate::text::at_most;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of a break's name.
const BREAK_NAME: usize = 40;

/// A break she is entitled to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BreakTime {
    /// What it is called, such as "Lunch".
    pub name: String,
    /// When it is.
    pub span: Span,
}

/// The hours of one weekday. No contracted span: not a working day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayHours {
    /// From the time she has to be there to the time she may go.
    pub contracted: Option<Span>,
    /// Lessons she teaches, inside the contracted span.
    pub teaching: Vec<Span>,
    /// Time set aside for SENCO work, inside the contracted span.
    pub protected: Vec<Span>,
    /// Breaks, inside the contracted span.
    pub breaks: Vec<BreakTime>,
}

/// A week's hours, in force from a date until a later pattern takes over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekHours {
    /// First day this pattern holds.
    pub from: NaiveDate,
    /// Monday to Sunday, seven of them.
    pub days: Vec<DayHours>,
}

impl WeekHours {
    /// The pattern in force on a day: the latest that began by then, or the earliest there is. The oldest comes first.
    pub fn in_force(patterns: &[Self], day: NaiveDate) -> Option<&Self> {
        patterns.iter().rev().find(|pattern| pattern.from <= day).or(patterns.first())
    }

    /// The hours of one week, each day by the pattern in force on it; none where there is no pattern.
    pub fn of_week(patterns: &[Self], monday: NaiveDate) -> Option<Self> {
        let days = days_of_week(monday);
        let from = Self::in_force(patterns, monday)?.from;
        let on = |day: &NaiveDate| Self::in_force(patterns, *day).map(|pattern| pattern.on(*day)).unwrap_or_default();
        Some(Self { from, days: days.iter().map(on).collect() })
    }

    /// The weekdays on which there are contracted hours: 0 is Monday.
    pub fn weekdays(&self) -> Vec<u8> {
        let worked = |day: &DayHours| day.contracted.is_some();
        (0..).zip(&self.days).filter(|(_, day)| worked(day)).map(|(weekday, _)| weekday).collect()
    }

    /// The weekdays on which contracted hours lie over those of another school, so that the same minutes would be given
    /// twice: 0 is Monday.
    pub fn clashes(&self, other: &Self) -> Vec<u8> {
        let lie_over = |(left, right): (&DayHours, &DayHours)| match (left.contracted, right.contracted) {
            (Some(left), Some(right)) => left.start < right.end && right.start < left.end,
            _ => false,
        };
        let days = self.days.iter().zip(&other.days);
        (0..).zip(days).filter(|(_, pair)| lie_over(*pair)).map(|(weekday, _)| weekday).collect()
    }

    /// The hours on a day, by its weekday.
    pub fn on(&self, day: NaiveDate) -> DayHours {
        self.days.get(day.weekday().num_days_from_monday() as usize).cloned().unwrap_or_default()
    }

    /// The hours that applied on a day of this kind: none where it is not worked, no lessons without pupils.
    pub fn applied(&self, day: NaiveDate, kind: DayKind) -> DayHours {
        let mut hours = if kind.is_worked() { self.on(day) } else { DayHours::default() };
        if kind == DayKind::Inset {
            hours.teaching.clear();
        }
        hours
    }

    /// Protected SENCO minutes in an ordinary week.
    pub fn protected_minutes(&self) -> u32 {
        self.days.iter().flat_map(|day| &day.protected).map(|span| span.minutes()).sum()
    }

    /// Refuses a pattern without seven days, spans that are backwards, outside the contracted time or on top of each other,
    /// and breaks without a name of their own: what is said of a break hangs on its name.
    pub fn check(&self) -> Outcome<()> {
        if self.days.len() != 7 {
            return Err(Fault::new("hours.seven_days", "Hours are kept for seven days, Monday to Sunday.").at("days"));
        }
        self.days.iter().enumerate().try_for_each(|(i, day)| day.check(&format!("days.{i}")))
    }
}

impl DayHours {
    /// The protected SENCO time, each minute once.
    pub fn protected_time(&self) -> Spans {
        Spans::covering(self.protected.iter().copied()).shared(&Spans::covering(self.contracted))
    }

    /// Minutes of work outside the contracted hours. What has no start is outside as a whole where it was done at home or
    /// on a day without contracted hours, and otherwise not at all.
    pub fn outside(&self, span: Option<Span>, minutes: u32, place: Place) -> u32 {
        // Contracted time without a minute in it is none.
        match (self.contracted.filter(|contracted| contracted.minutes() > 0), span) {
            (Some(contracted), Some(span)) => span.minutes() - span.shared(contracted).map_or(0, Span::minutes),
            (Some(_), None) if place != Place::Home => 0,
            _ => minutes,
        }
    }

    fn check(&self, field: &str) -> Outcome<()> {
        self.check_spans(field)?;
        for (i, each) in self.breaks.iter().enumerate() {
            let field = format!("{field}.breaks");
            at_most(&each.name, BREAK_NAME, &field)?;
            if each.name.trim().is_empty() {
                return Err(Fault::new(
                    "hours.break_no_name",
                    "Each break needs a name, such as Lunch. No hours were changed.",
                )
                .at(field));
            }
            if self.breaks[..i].iter().any(|other| same_name(&other.name, &each.name)) {
                return Err(Fault::new(
                    "hours.break_twice",
                    "Two breaks of a day need two names, so that each can be marked. No hours were changed.",
                )
                .at(field));
            }
        }
        Ok(())
    }

    fn check_spans(&self, field: &str) -> Outcome<()> {
        let rest = self.teaching.iter().map(|span| ("teaching", *span));
        let rest = rest.chain(self.protected.iter().map(|span| ("protected", *span)));
        let mut parts: Vec<(&str, Span)> = rest.chain(self.breaks.iter().map(|b| ("breaks", b.span))).collect();
        let Some(contracted) = self.contracted else {
            return match parts.first() {
                None => Ok(()),
                Some((part, _)) => Err(Fault::new(
                    "hours.no_contract",
                    "A day with lessons, protected time or breaks needs contracted hours. No hours were changed.",
                )
                .at(format!("{field}.{part}"))),
            };
        };
        if contracted.minutes() == 0 {
            return Err(Fault::new("hours.backwards", "The day must end after it begins. No hours were changed.")
                .at(format!("{field}.contracted")));
        }
        for (part, span) in &parts {
            if span.minutes() == 0 {
                return Err(Fault::new("hours.backwards", "It must end after it begins. No hours were changed.")
                    .at(format!("{field}.{part}")));
            }
            if span.shared(contracted) != Some(*span) {
                return Err(Fault::new(
                    "hours.outside",
                    "It must lie inside the contracted hours of that day. No hours were changed.",
                )
                .at(format!("{field}.{part}")));
            }
        }
        parts.sort_by_key(|(_, span)| *span);
        for pair in parts.windows(2) {
            if let [(_, earlier), (part, later)] = pair
                && later.start < earlier.end
            {
                return Err(Fault::new(
                    "hours.overlap",
                    format!("Two parts of the day overlap at {}. No hours were changed.", later.start),
                )
                .at(format!("{field}.{part}")));
            }
        }
        Ok(())
    }
}

fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    fn with_breaks(names: [&str; 2]) -> WeekHours {
        let span = |from: u16, to: u16| Span { start: Clock::at(from, 0), end: Clock::at(to, 0) };
        let mut days = vec![DayHours::default(); 7];
        days[2].contracted = Some(span(8, 16));
        let times = [span(10, 11), span(12, 13)];
        days[2].breaks = names.iter().zip(times).map(|(name, span)| BreakTime { name: (*name).into(), span }).collect();
        WeekHours { from: "2026-09-01".parse().unwrap(), days }
    }

    #[test]
    fn every_break_of_a_day_has_a_name_of_its_own() {
        assert_eq!(with_breaks(["Break", "Lunch"]).check(), Ok(()));
        for (names, code) in [
            (["Break", ""], "hours.break_no_name"),
            (["Break", " "], "hours.break_no_name"),
            (["Lunch", "lunch "], "hours.break_twice"),
            (["Break", &"x".repeat(41)], "text.too_long"),
        ] {
            let fault = with_breaks(names).check().unwrap_err();
            assert_eq!((&*fault.code, fault.field.as_deref()), (code, Some("days.2.breaks")), "{names:?}");
        }
    }

    #[test]
    fn contracted_time_without_a_minute_in_it_is_none() {
        let noon = Clock::at(12, 0);
        let day = DayHours { contracted: Some(Span { start: noon, end: noon }), ..DayHours::default() };
        assert_eq!(day.outside(None, 20, Place::School), 20);
        assert_eq!(day.outside(Some(Span { start: noon, end: Clock::at(13, 0) }), 60, Place::School), 60);
    }
}
