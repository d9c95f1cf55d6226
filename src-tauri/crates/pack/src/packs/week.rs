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

/// How long the clock may run before what is still outside it stands apart: 11 hours.
const LONGEST: u32 = 11 * 60;
/// What begins within an hour of the end of the clock, or ends within an hour of its beginning, is still on it.
const NEAR: u32 = 60;

/// Monday to Friday, and of the weekend the days on which there is anything.
pub fn days(week: &WeekStory) -> Vec<&DayStory> {
    let used = |day: &DayStory| !day.blocks.is_empty() || !day.entries.is_empty() || day.hours.contracted.is_some();
    week.days.iter().enumerate().filter(|(index, day)| *index < 5 || used(day)).map(|(_, day)| day).collect()
}

/// The line under the title: the dates, and how far the week has come.
pub fn subtitle(week: &WeekStory, state: &str) -> String {
    format!("{}  ·  {state}", dates(week.week.monday, days(week).last().map_or(week.week.monday, |day| day.date)))
}

/// "on Monday 9 November at 07:55".
pub fn moment(at: NaiveDateTime) -> String {
    format!("on {} at {}", day(at.date()), at.format("%H:%M"))
}

/// From which full hour to which the clock runs, in minutes since midnight: over all contracted hours, and as far beyond as
/// the days' spans reach without a gap of an hour and without making it longer than [`LONGEST`]. One late evening must not
/// make the school day small; what is outside the clock stands above and below it.
pub fn clock(days: &[&DayStory], spans: impl Fn(&DayStory) -> Vec<Span>) -> (u32, u32) {
    let hull = |spans: &[(u32, u32)]| {
        let ends = spans.iter().fold((u32::MAX, 0), |(from, to), span| (from.min(span.0), to.max(span.1)));
        (ends.0 < ends.1).then_some(ends)
    };
    let minutes = |span: Span| (span.start.minutes(), span.end.minutes());
    let contracted: Vec<_> = days.iter().filter_map(|day| day.hours.contracted).map(minutes).collect();
    let mut wanted: Vec<_> = days.iter().flat_map(|day| spans(day)).map(minutes).collect();
    let whole = |(from, to): (u32, u32)| (from / 60 * 60, to.next_multiple_of(60));
    let mut on = match (hull(&contracted), hull(&wanted).map(whole)) {
        (Some(contracted), _) => whole(contracted),
        (None, Some(all)) if all.1 - all.0 <= LONGEST => return all,
        (None, _) => USUAL,
    };
    wanted.sort_unstable();
    // Earlier ones may only be reached from the later end, so both ways.
    for span in wanted.iter().chain(wanted.iter().rev()) {
        let near = span.0 < on.1 + NEAR && span.1 + NEAR > on.0;
        let wider = whole((on.0.min(span.0), on.1.max(span.1)));
        if near && wider.1 - wider.0 <= LONGEST.max(on.1 - on.0) {
            on = wider;
        }
    }
    on
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

/// A title and the case codes it is about, but for those that stand in it already.
pub fn with_codes(title: &str, codes: &[String]) -> String {
    let codes: Vec<&str> = codes.iter().map(String::as_str).filter(|code| !title.contains(code)).collect();
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
