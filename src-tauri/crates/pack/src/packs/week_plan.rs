//! Week plan, to annotate by hand: pinned up on Monday, written on all week, read on Friday.

use super::Signers;
use super::week::{clock, days, moment, plan, planned_spans, remark, subtitle};
use super::words::{heading, hours};
use crate::blocks::{Day, Fact, Ticks, Timetable, Track};
use crate::document::{Document, Imprint};
use crate::page::Page;
use daybook_domain::story::{DayStory, WeekStory};

/// The plan of a week with room beside it for what happens, boxes for breaks, and lines for what breaks in and for what
/// is left over.
pub fn week_plan(week: &WeekStory, imprint: Imprint, signers: &Signers) -> Document {
    let state = week
        .week
        .frozen_at
        .map_or_else(|| "Draft: the plan can still change".to_owned(), |at| format!("Plan frozen {}", moment(at)));
    let mut page = Page::titled("Week plan", subtitle(week, &state)).landscape();
    page.timetable(timetable(week));
    page.turn();
    page.beside([(3.0, interruptions()), (2.0, the_rest(week))]);
    page.signatures(&signers.lines());
    page.into_document(imprint)
}

fn timetable(week: &WeekStory) -> Timetable {
    let days = days(week);
    let (from, to) = clock(&days, |day| planned_spans(day).collect());
    Timetable { from, to, depth: None, days: days.iter().map(|day| column(day, days.len())).collect() }
}

fn column(story: &DayStory, of: usize) -> Day {
    let room = Track { heading: "Happened".to_owned(), weight: 1.1, slots: Vec::new(), write_on: true };
    let ticks = story.breaks.iter().map(|each| Ticks {
        question: format!("{}, {} to {}", each.name, each.span.start, each.span.end),
        boxes: ["taken", "part", "missed"].map(str::to_owned).to_vec(),
    });
    Day {
        heading: heading(story.date, of),
        tracks: vec![plan(story, 1.0, false), room],
        ticks: ticks.collect(),
        remark: remark(story).to_owned(),
    }
}

fn interruptions() -> Page {
    let mut page = Page::default();
    page.heading("Interruptions and extras");
    page.note("Whatever was not in the plan, as it comes. The minutes matter more than the words.");
    page.ruled(&[("Day and time", 1.3), ("Who", 1.8), ("Minutes", 1.0), ("About, and what it pushed out", 4.6)], 17);
    page
}

fn the_rest(week: &WeekStory) -> Page {
    let mut page = Page::default();
    page.heading("In the plan");
    page.facts([
        Fact::new(hours(week.totals.planned.minutes), "planned"),
        Fact::new(hours(week.totals.protected), "protected SENCO time"),
    ]);
    page.heading("Out of hours");
    page.ruled(&[("Day", 1.4), ("Minutes", 1.0), ("On what", 3.6)], 5);
    page.heading("Not done, and has to be");
    page.ruled(&[("What", 3.6), ("Why", 2.4)], 7);
    page
}
