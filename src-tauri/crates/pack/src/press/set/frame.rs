//! Where everything of a timetable goes: how tall its hours are, what is outside its clock, what has no room in its place.

use super::band::{Band, Side};
use super::lanes::lanes;
use super::slot::{Placing, deep};
use super::{Setter, share};
use crate::blocks::{Day, Slot, Timetable};
use crate::press::line::Line;
use crate::press::role::{Look, Role};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const AXIS: f32 = 30.0;
const SHALLOWEST: f32 = 60.0;
pub(super) const BEFORE: f32 = 8.0;
pub(super) const AFTER: f32 = 4.0;
const TRACK_GAP: f32 = 3.0;
/// A lane that is narrower has no room for a number, in points.
const LANE: f32 = 20.0;
/// How much of the page a band and the numbered list may take before the rest goes on the next page.
const BAND: f32 = 0.2;
const BELOW: f32 = 0.3;

/// Which stretch of a timetable: its day, its strip and its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub day: usize,
    pub track: usize,
    index: usize,
}

impl At {
    /// The stretch itself.
    pub(super) fn slot(self, timetable: &Timetable) -> &Slot {
        &timetable.days[self.day].tracks[self.track].slots[self.index]
    }
}

/// The stretches of a day that are on one side of the clock, or on it, in order of time.
pub(super) fn stretches(timetable: &Timetable, day: usize, side: Option<Side>) -> Vec<At> {
    let (from, to) = hours(timetable);
    let mut found: Vec<At> = timetable.days[day]
        .tracks
        .iter()
        .enumerate()
        .flat_map(|(track, strip)| (0..strip.slots.len()).map(move |index| At { day, track, index }))
        .filter(|at| Side::of(at.slot(timetable), from, to) == side)
        .collect();
    found.sort_by_key(|at| (at.slot(timetable).start, *at));
    found
}

/// From when to when the clock runs, in minutes since midnight.
fn hours(timetable: &Timetable) -> (u32, u32) {
    let from = timetable.from.min(1439);
    (from, timetable.to.clamp(from + 1, 1440))
}

/// How the clock runs down the page.
#[derive(Clone, Copy)]
pub(super) struct Dial {
    pub from: u32,
    pub to: u32,
    scale: f32,
}

impl Dial {
    pub(super) fn down(self, minute: u32) -> f32 {
        (minute.clamp(self.from, self.to) - self.from) as f32 * self.scale
    }
}

/// Where everything of a timetable goes down the page, in points from its top, and what was decided on the way.
pub(super) struct Frame {
    /// The columns of the days: left edge and width.
    pub days: Vec<(f32, f32)>,
    /// The headings of the days.
    pub heads: Vec<Vec<(Look, Line)>>,
    /// The top of the strips' headings, and where these end.
    pub tracks: f32,
    pub top: f32,
    pub early: Band,
    /// Where the hours begin and how tall they are.
    pub hours: f32,
    pub depth: f32,
    pub dial: Dial,
    pub late: Band,
    /// Where the stretches on the clock are drawn.
    pub places: Vec<(At, Placing)>,
    /// What is set in full below.
    pub numbers: BTreeMap<At, usize>,
}

impl Frame {
    pub(super) fn floor(&self) -> f32 {
        self.hours + self.depth
    }

    pub(super) fn foot(&self) -> f32 {
        self.floor() + self.late.height
    }
}

impl Setter<'_> {
    /// Decides how tall the hours are: what has no room in its place is numbered and set below, which leaves less room.
    pub(super) fn frame(&self, width: f32, timetable: &Timetable) -> Frame {
        let (from, to) = hours(timetable);
        let days: Vec<(f32, f32)> = share(width - AXIS, 0.0, &vec![1.0; timetable.days.len()])
            .iter()
            .map(|(x, wide)| (x + AXIS, *wide))
            .collect();
        let heads: Vec<_> =
            timetable.days.iter().zip(&days).map(|(day, (_, wide))| self.day_head(day, wide - 8.0)).collect();
        let tracks = heads.iter().map(deep).fold(0.0, f32::max);
        let tracked = timetable.days.iter().flat_map(|day| &day.tracks).any(|track| !track.heading.is_empty());
        let top = tracks + if tracked { Role::TrackHead.look().leading + 3.0 } else { 3.0 };
        let left = self.room - self.above - BEFORE - top - self.foot(timetable, &days) - AFTER;
        let widths: Vec<f32> = days.iter().map(|(_, wide)| wide - 6.0).collect();
        let band = |side| self.band(timetable, side, &widths, left * BAND);
        let (early, late) = (band(Side::Early), band(Side::Late));
        let left = left - early.height - late.height;
        let mut numbered: BTreeSet<At> = early.crowded.iter().chain(&late.crowded).copied().collect();
        let dial = Dial { from, to, scale: 0.0 };
        let hours = top + early.height;
        let mut frame = Frame {
            days,
            heads,
            tracks,
            top,
            early,
            hours,
            depth: 0.0,
            dial,
            late,
            places: Vec::new(),
            numbers: BTreeMap::new(),
        };
        // Less room means that more is numbered, never less: this comes to an end, and soon.
        loop {
            frame.numbers = numbers(timetable, &numbered);
            let below = Self::numbered_height(&self.numbered_rows(timetable, &frame.numbers, width));
            let left = if below > left * BELOW { left } else { left - below };
            let asked = timetable.depth.filter(|depth| depth.is_finite());
            frame.depth = asked.map_or(left, |depth| depth.min(left)).max(SHALLOWEST);
            frame.dial.scale = frame.depth / (to - from) as f32;
            frame.places = places(timetable, &frame);
            let drawn: BTreeSet<At> = frame.places.iter().map(|(at, _)| *at).collect();
            let before = numbered.len();
            let fits = |at: &At, place: &Placing| self.fit(at.slot(timetable), *place).is_some();
            numbered.extend(frame.places.iter().filter(|(at, place)| !fits(at, place)).map(|(at, _)| *at));
            let on = (0..timetable.days.len()).flat_map(|day| stretches(timetable, day, None));
            numbered.extend(on.filter(|at| !drawn.contains(at)));
            if numbered.len() == before {
                return frame;
            }
        }
    }

    /// The heading of a day; where there is anything in it, what is said of the day stands here, out of the way.
    fn day_head(&self, day: &Day, wide: f32) -> Vec<(Look, Line)> {
        let remark = if is_empty(day) { "" } else { &day.remark };
        [(Role::DayHead, day.heading.as_str()), (Role::DayRemark, remark)]
            .into_iter()
            .flat_map(|(role, text)| self.lines(role, text, wide).into_iter().map(move |line| (role.look(), line)))
            .collect()
    }

    /// How tall the boxes under the days are.
    pub(super) fn foot(&self, timetable: &Timetable, days: &[(f32, f32)]) -> f32 {
        let tall = |(day, (_, wide)): (&Day, &(f32, f32))| {
            day.ticks.iter().map(|ticks| self.place_ticks(wide - 8.0, ticks).1 + 5.0).sum::<f32>()
        };
        timetable.days.iter().zip(days).map(tall).fold(0.0, f32::max)
    }
}

/// Whether there is nothing to see in a day.
pub(super) fn is_empty(day: &Day) -> bool {
    day.tracks.iter().all(|track| track.slots.is_empty())
}

/// Where the strips of a day begin and how wide they are.
pub(super) fn strips(day: &Day, wide: f32) -> Vec<(f32, f32)> {
    let weights: Vec<f32> = day.tracks.iter().map(|track| track.weight).collect();
    share(wide, TRACK_GAP, &weights)
}

/// The numbers of what is set below, in order of days and times.
fn numbers(timetable: &Timetable, numbered: &BTreeSet<At>) -> BTreeMap<At, usize> {
    let mut order: Vec<At> = numbered.iter().copied().collect();
    order.sort_by_key(|at| (at.day, at.slot(timetable).start, *at));
    order.into_iter().enumerate().map(|(index, at)| (at, index + 1)).collect()
}

/// Where each stretch on the clock is drawn.
fn places(timetable: &Timetable, frame: &Frame) -> Vec<(At, Placing)> {
    let mut places = Vec::new();
    for (number, day) in timetable.days.iter().enumerate() {
        let (x, wide) = (frame.days[number].0 + 3.0, frame.days[number].1 - 6.0);
        let on = stretches(timetable, number, None);
        for (track, (left, broad)) in strips(day, wide).into_iter().enumerate() {
            let on: Vec<At> = on.iter().copied().filter(|at| at.track == track).collect();
            let down = |at: &At| {
                let slot = at.slot(timetable);
                (frame.dial.down(slot.start), frame.dial.down(slot.start.saturating_add(slot.minutes)))
            };
            let most = (broad / LANE).floor().max(1.0) as usize;
            for (index, lane) in lanes(&on.iter().map(down).collect::<Vec<_>>(), frame.depth, most) {
                let each = broad / lane.of as f32;
                let last = lane.number + lane.span == lane.of;
                let place = Placing {
                    x: x + left + each * lane.number as f32,
                    y: frame.hours + lane.from,
                    width: each * lane.span as f32 - if last { 0.0 } else { 1.5 },
                    height: lane.to - lane.from,
                    room: lane.room - lane.from,
                };
                places.push((on[index], place));
            }
        }
    }
    places
}
