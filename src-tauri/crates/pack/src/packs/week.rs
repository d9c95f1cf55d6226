//! What both week packs share: which days and hours they show, and the strip of the plan.

use super::words::{dates, day, hours};
use crate::blocks::{Slot, Track};
use crate::pattern::Pattern;
use chrono::NaiveDateTime;
use daybook_domain::calendar::DayKind;
use daybook_domain::clock::Span;
use daybook_domain::entry::Place;
use daybook_domain::plan::BlockState;
use daybook_domain::story::{BlockStory, DayStory, WeekStory};

/// The hours shown where nobody has said anything: 08:00 to 17:00.
const USUAL: (u32, u32) = (8 * 60, 17 * 60);

/// Monday to Friday, or all seven days where something is on a weekend.
pub fn days(week: &WeekStory) -> &[DayStory] {
    let five = week.days.len().min(5);
    let weekend = week.days[five..]
        .iter()
        .any(|day| !day.blocks.is_empty() || !day.entries.is_empty() || day.hours.contracted.is_some());
    if weekend { &week.days } else { &week.days[..five] }
}

/// The line under the title: the dates, and how far the week has come.
pub fn subtitle(week: &WeekStory, state: &str) -> String {
    format!("{}  ·  {state}", dates(week.week.monday, days(week).len()))
}

/// "on Monday 9 November at 07:55".
pub fn moment(at: NaiveDateTime) -> String {
    format!("on {} at {}", day(at.date()), at.format("%H:%M"))
}

/// From which full hour to which the clock runs so that every span is on it, in minutes since midnight.
pub fn clock(spans: impl Iterator<Item = Span>) -> (u32, u32) {
    let (from, to) =
        spans.fold((u32::MAX, 0), |(from, to), span| (from.min(span.start.minutes()), to.max(span.end.minutes())));
    if from >= to { USUAL } else { (from / 60 * 60, to.next_multiple_of(60)) }
}

/// The spans of a day's plan and hours.
pub fn planned_spans(day: &DayStory) -> impl Iterator<Item = Span> + '_ {
    day.hours
        .contracted
        .into_iter()
        .chain(day.blocks.iter().filter_map(|block| Span::of(block.start, block.minutes).ok()))
}

/// What to say of a day on which nothing is worked.
pub fn remark(day: &DayStory) -> &'static str {
    match day.kind {
        DayKind::Inset => "INSET day",
        DayKind::BankHoliday => "Bank holiday",
        DayKind::Closure => "School closed",
        DayKind::Holiday => "School holiday",
        DayKind::Open | DayKind::Unknown
            if day.hours.contracted.is_none() && day.blocks.is_empty() && day.entries.is_empty() =>
        {
            "No contracted hours"
        }
        DayKind::Open | DayKind::Unknown | DayKind::Weekend => "",
    }
}

/// The plan of a day: lessons and breaks, then the blocks; those that did not happen struck through where `told`.
pub fn plan(day: &DayStory, weight: f32, told: bool) -> Track {
    let fixed = |span: Span, title: &str| Slot {
        start: span.start.minutes(),
        minutes: span.minutes(),
        title: title.to_owned(),
        figures: String::new(),
        pattern: Pattern::Fixed,
    };
    let teaching = day.hours.teaching.iter().map(|span| fixed(*span, "Teaching"));
    let breaks = day.breaks.iter().map(|each| fixed(each.span, &each.name));
    let mut slots: Vec<Slot> =
        teaching.chain(breaks).chain(day.blocks.iter().map(|block| planned(block, told))).collect();
    slots.sort_by_key(|slot| slot.start);
    Track { heading: "Planned".to_owned(), weight, slots, write_on: false }
}

fn planned(block: &BlockStory, told: bool) -> Slot {
    let pattern = match block.state {
        BlockState::NotDone { .. } if told => Pattern::Lost,
        BlockState::NotDone { .. } | BlockState::Open | BlockState::AsPlanned | BlockState::Changed => Pattern::Planned,
    };
    Slot {
        start: block.start.minutes(),
        minutes: block.minutes,
        title: with_codes(&block.title, &block.case_codes),
        figures: at_place(hours(block.minutes), block.place),
        pattern,
    }
}

/// A title and the case codes it is about.
pub fn with_codes(title: &str, codes: &[String]) -> String {
    if codes.is_empty() { title.to_owned() } else { format!("{title} ({})", codes.join(", ")) }
}

/// A length of time, and the place where it is not at school.
pub fn at_place(length: String, place: Place) -> String {
    match place {
        Place::School => length,
        Place::Home => format!("{length}, home"),
        Place::OtherSchool => format!("{length}, other school"),
        Place::Travel => format!("{length}, travel"),
    }
}
