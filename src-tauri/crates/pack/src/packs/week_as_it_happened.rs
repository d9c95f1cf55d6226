//! Week as it happened: for the head, on Friday. The plan beside what came of it, and sums that add up to the minute.

use super::Signers;
use super::week::{at_place, clock, days, moment, plan, planned_spans, remark, subtitle, with_codes};
use super::week_tables::{breaks, by_activity, interrupted_by, not_done, out_of_hours};
use super::words::{heading, hours, tenths, times};
use crate::blocks::{Bar, Bars, Day, Fact, Measure, Row, Slot, Table, Timetable, Track};
use crate::document::{Document, Imprint};
use crate::page::Page;
use crate::pattern::Pattern;
use daybook_domain::clock::Span;
use daybook_domain::entry::EntryKind;
use daybook_domain::story::{BreakStory, DayStory, EntryStory, WeekStory};

const PATTERNS: [Pattern; 6] = [
    Pattern::Planned,
    Pattern::AsItHappened,
    Pattern::Interruption,
    Pattern::OutOfHours,
    Pattern::Lost,
    Pattern::Fixed,
];

/// The week's figures, its plan beside what happened, and where the time went.
pub fn week_as_it_happened(week: &WeekStory, imprint: Imprint, signers: &Signers) -> Document {
    let state = week
        .week
        .closed_at
        .map_or_else(|| "Not closed yet: figures can still change".to_owned(), |at| format!("Closed {}", moment(at)));
    let mut page = Page::titled("The week as it happened", subtitle(week, &state)).landscape();
    page.beside([(1.0, per_pupil(week)), (3.4, totals(week))]);
    page.beside([(1.15, by_purpose(week)), (1.0, reconciliation(week))]);
    page.float(lost_to(week));
    page.turn();
    page.heading("The plan beside what happened");
    page.legend(&PATTERNS);
    page.timetable(timetable(week));
    page.turn();
    use Part::{Breaks, OutOfHours, Rounding};
    let (broad, slim) = ((1.35, true), (0.77, false));
    page.first_fitting([
        the_rest(week, signers, broad, [&[], &[Breaks, OutOfHours, Rounding], &[]]),
        the_rest(week, signers, slim, [&[], &[Breaks, OutOfHours, Rounding], &[]]),
        the_rest(week, signers, slim, [&[Rounding], &[Breaks, OutOfHours], &[]]),
        the_rest(week, signers, slim, [&[OutOfHours, Rounding], &[Breaks], &[]]),
        the_rest(week, signers, slim, [&[], &[Breaks, OutOfHours], &[Rounding]]),
        the_rest(week, signers, slim, [&[], &[Breaks], &[OutOfHours, Rounding]]),
    ]);
    page.into_document(imprint)
}

/// What stands with the kinds of work at the end, wherever it saves a sheet.
enum Part {
    Breaks,
    OutOfHours,
    Rounding,
}

impl Part {
    fn say(&self, page: &mut Page, week: &WeekStory) {
        match self {
            Self::Breaks => page.section("Breaks", breaks(week)),
            Self::OutOfHours => page.section("Out of hours", out_of_hours(week)),
            Self::Rounding => page.note(rounding()),
        }
    }
}

/// The last page: on the left the kinds of work, in a column of this weight, with or without what they are for; then
/// what stands under them, on the right, and below both.
fn the_rest(week: &WeekStory, signers: &Signers, (weight, areas): (f32, bool), parts: [&[Part]; 3]) -> Page {
    let say = |page: &mut Page, parts: &[Part]| parts.iter().for_each(|part| part.say(page, week));
    let [under, right, below] = parts;
    let (mut left, mut second, mut page) =
        (part("Where the time went", by_activity(week, areas)), Page::default(), Page::default());
    second.landing();
    say(&mut left, under);
    say(&mut second, right);
    page.beside([(weight, left), (1.0, second)]);
    say(&mut page, below);
    page.signatures(&signers.lines());
    page
}

fn part(heading: &str, table: Table) -> Page {
    let mut page = Page::default();
    page.section(heading, table);
    page
}

/// What broke in, and beside it what did not happen.
fn lost_to(week: &WeekStory) -> Page {
    let mut page = Page::default();
    let (by, what) = (part("Interrupted by", interrupted_by(week)), part("Planned and not done", not_done(week)));
    page.beside([(1.0, by), (1.7, what)]);
    page
}

fn per_pupil(week: &WeekStory) -> Page {
    let mut page = Page::default();
    let registered = week.totals.registered;
    match week.totals.tenths_per_pupil {
        Some(figure) => page.lead(Fact::new(
            tenths(figure),
            format!("minutes of SENCO time per registered pupil this week ({registered}\u{a0}pupils)"),
        )),
        None => page.say("No pupil was on the register this week, so minutes per pupil cannot be given."),
    }
    page
}

fn totals(week: &WeekStory) -> Page {
    let totals = &week.totals;
    let interruptions: u32 = week.interrupters.iter().map(|each| each.times).sum();
    let mut page = Page::default();
    page.facts([
        Fact::new(hours(totals.planned.minutes), "planned"),
        Fact::new(hours(totals.as_planned.minutes), "done as planned"),
        Fact::new(hours(totals.changed.minutes), "done, but changed"),
        Fact::new(hours(totals.not_done.minutes), "planned and not done"),
        Fact::new(
            hours(totals.interruptions.minutes),
            if interruptions == 0 {
                "interruptions".to_owned()
            } else {
                format!("interruptions ({})", times(interruptions))
            },
        ),
        Fact::new(hours(totals.extra.minutes), "extras, never in the plan"),
        Fact::new(hours(week.sums.out_of_hours.minutes), "out of hours"),
        Fact::new(hours(totals.breaks_lost), "of breaks lost"),
        Fact::new(
            hours(totals.protected_lost.minutes),
            format!("taken from {} of protected time", hours(totals.protected)),
        ),
        Fact::new(hours(week.sums.unaccounted), "not itemised"),
    ]);
    page
}

fn by_purpose(week: &WeekStory) -> Page {
    let mut page = Page::default();
    page.heading("What the time was for");
    page.legend(&[Pattern::Planned, Pattern::AsItHappened]);
    let measure = |pattern, minutes| Measure { pattern, minutes, figure: hours(minutes) };
    let bars = week.by_purpose.iter().map(|area| Bar {
        label: area.name.clone(),
        measures: vec![
            measure(Pattern::Planned, area.planned.minutes),
            measure(Pattern::AsItHappened, area.actual.minutes),
        ],
    });
    page.bars(Bars { alt: "Time by area, planned beside what happened.".to_owned(), bars: bars.collect() });
    page
}

fn reconciliation(week: &WeekStory) -> Page {
    let sums = &week.sums;
    let parts = [
        ("Teaching", sums.teaching),
        ("Breaks taken", sums.breaks_taken),
        ("Breaks lost, to nothing recorded", sums.breaks_lost),
        ("Recorded work in hours", sums.recorded.minutes),
        ("Not itemised", sums.unaccounted),
    ];
    let row = |(name, minutes): (&str, u32)| [name.to_owned(), hours(minutes), minutes.to_string()];
    let mut page = Page::default();
    page.heading("Contracted time, to the minute");
    let table = Table::or("").words("Where it went", 3.6).figures("Time", 1.4).figures("Minutes", 1.0);
    page.add(crate::document::Block::Table(
        table.rows(parts.map(|part| Row::of(row(part)))).rows([Row::total(row(("Contracted", sums.contracted)))]),
    ));
    let all = week.totals.happened.minutes;
    let twice = if sums.overlapped > 0 {
        format!(", and {} claimed twice by entries that overlap", hours(sums.overlapped))
    } else {
        String::new()
    };
    page.note(format!(
        "Not itemised: contracted time with no entry on this page. All that is itemised comes to {}: {} in hours, {} out of hours{twice}.",
        hours(all),
        hours(sums.recorded.minutes),
        hours(sums.out_of_hours.minutes)
    ));
    page
}

fn timetable(week: &WeekStory) -> Timetable {
    let days = days(week);
    let (from, to) = clock(&days, |day| planned_spans(day).chain(day.entries.iter().filter_map(span)).collect());
    Timetable { from, to, depth: None, days: days.iter().map(|day| column(day, days.len())).collect() }
}

fn column(story: &DayStory, of: usize) -> Day {
    let mut slots: Vec<Slot> =
        story.entries.iter().filter_map(happened).chain(story.breaks.iter().filter_map(lost)).collect();
    slots.sort_by_key(|slot| slot.start);
    let actual = Track { heading: "Happened".to_owned(), weight: 1.1, slots, write_on: false };
    Day {
        heading: heading(story.date, of),
        tracks: vec![plan(story, 1.0, true), actual],
        ticks: Vec::new(),
        remark: remark(story).to_owned(),
    }
}

fn span(entry: &EntryStory) -> Option<Span> {
    entry.start.and_then(|start| Span::of(start, entry.minutes).ok())
}

fn happened(entry: &EntryStory) -> Option<Slot> {
    let span = span(entry)?;
    let pattern = match entry.kind {
        EntryKind::Interruption => Pattern::Interruption,
        EntryKind::AsPlanned | EntryKind::Changed | EntryKind::Extra if entry.out_of_hours == entry.minutes => {
            Pattern::OutOfHours
        }
        EntryKind::AsPlanned | EntryKind::Changed | EntryKind::Extra => Pattern::AsItHappened,
    };
    Some(Slot {
        start: span.start.minutes(),
        minutes: span.minutes(),
        title: with_codes(&entry.text, &entry.case_codes),
        figures: at_place(hours(entry.minutes), entry.place),
        pattern,
    })
}

/// A break of which something was lost.
fn lost(each: &BreakStory) -> Option<Slot> {
    (each.lost > 0).then(|| Slot {
        start: each.span.start.minutes(),
        minutes: each.span.minutes(),
        title: each.name.clone(),
        figures: format!("{} lost", hours(each.lost)),
        pattern: Pattern::Lost,
    })
}

fn rounding() -> &'static str {
    "Every time is in whole minutes as it was entered, and every sum is of those minutes; only minutes per registered pupil \
     are rounded, to a tenth. Entries without a time of day are in the sums and not in the timetable. SENCO time is all that \
     is itemised except time for other roles."
}
