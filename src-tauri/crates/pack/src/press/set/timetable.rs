//! The timetable: days side by side against the clock. It is read aloud as a table with a row to each day, and
//! in its cells the lists of what is there.

use super::slot::{Placing, lanes};
use super::{Setter, run, share};
use crate::blocks::{Day, Timetable, Track};
use crate::press::line::{Line, clip};
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, weight};
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag};

const AXIS: f32 = 30.0;
const SHALLOWEST: f32 = 60.0;
const BEFORE: f32 = 8.0;
const AFTER: f32 = 4.0;
const TRACK_GAP: f32 = 3.0;

/// How the clock runs down the page.
#[derive(Clone, Copy)]
struct Dial {
    from: u32,
    to: u32,
    scale: f32,
}

impl Dial {
    fn down(self, minute: u32) -> f32 {
        (minute.clamp(self.from, self.to) - self.from) as f32 * self.scale
    }
}

/// Where a day is: its left edge and width, the top of its strips' headings, of its hours, and how tall these are.
#[derive(Clone, Copy)]
struct Column {
    x: f32,
    wide: f32,
    heads: f32,
    top: f32,
    depth: f32,
}

/// Where the strips of a day begin and how wide they are.
fn strips(day: &Day, wide: f32) -> Vec<(f32, f32)> {
    let weights: Vec<f32> = day.tracks.iter().map(|track| track.weight).collect();
    share(wide, TRACK_GAP, &weights)
}

impl Setter<'_> {
    /// A timetable, in one piece.
    pub(super) fn timetable(&mut self, parent: NodeId, width: f32, timetable: &Timetable) -> Vec<Piece> {
        if timetable.days.is_empty() {
            return Vec::new();
        }
        let from = timetable.from.min(1439);
        let to = timetable.to.clamp(from + 1, 1440);
        let days = share(width - AXIS, 0.0, &vec![1.0; timetable.days.len()]);
        let heads: Vec<_> = timetable
            .days
            .iter()
            .zip(&days)
            .map(|(day, (_, wide))| self.lines(Role::DayHead, &day.heading, wide - 8.0))
            .collect();
        let deepest = heads.iter().map(Vec::len).max().unwrap_or_default();
        let tracked = timetable.days.iter().flat_map(|day| &day.tracks).any(|track| !track.heading.is_empty());
        let look = Role::DayHead.look();
        let tracks = deepest as f32 * look.leading;
        let top = tracks + if tracked { Role::TrackHead.look().leading + 3.0 } else { 3.0 };
        let foot =
            timetable.days.iter().zip(&days).map(|(day, (_, wide))| self.foot(day, wide - 8.0)).fold(0.0, f32::max);
        let left = self.room - self.above - BEFORE - top - foot - AFTER;
        let depth =
            timetable.depth.filter(|depth| depth.is_finite()).map_or(left, |depth| depth.min(left)).max(SHALLOWEST);
        let floor = top + depth;
        let dial = Dial { from, to, scale: depth / (to - from) as f32 };

        let mut piece = Piece::new(BEFORE, floor + foot + AFTER);
        self.grid(&mut piece, width, top, depth, dial);
        let table = self.tags.hang(parent, Tag::Table);
        // The headings of the strips are printed for every day; the first day's are the heads of the columns.
        let mut head = tracked.then(|| self.tags.hang(table, Tag::Row));
        for ((day, lines), (x, wide)) in timetable.days.iter().zip(&heads).zip(&days) {
            let x = x + AXIS;
            if let Some(head) = head {
                self.tags.hang(head, Tag::Cell);
            }
            let row = self.tags.hang(table, Tag::Row);
            let heading = self.tags.hang(row, Tag::RowHead);
            for (index, line) in lines.iter().enumerate() {
                piece.say(run(look, x + 4.0, index as f32 * look.leading, line), heading);
            }
            piece.draw(Drawn::down(x, 0.0, floor + foot, weight::HAIRLINE));
            let page = Column { x: x + 3.0, wide: wide - 6.0, heads: tracks, top, depth };
            let cell = self.day(&mut piece, row, head.take(), day, page, dial);
            let mut y = floor;
            for ticks in &day.ticks {
                for set in self.ticks(cell, wide - 8.0, ticks) {
                    piece.take(set.marks, x + 4.0, y + set.before);
                    y += set.before + set.height;
                }
            }
        }
        vec![piece]
    }

    /// How tall the boxes under a day are.
    fn foot(&self, day: &Day, width: f32) -> f32 {
        day.ticks.iter().map(|ticks| self.place_ticks(width, ticks).1 + 5.0).sum()
    }

    fn grid(&self, piece: &mut Piece, width: f32, top: f32, depth: f32, dial: Dial) {
        piece.draw(Drawn::across(0.0, top, width, weight::FIRM));
        piece.draw(Drawn::across(0.0, top + depth, width, weight::FIRM));
        for hour in dial.from.div_ceil(60)..=dial.to / 60 {
            let y = top + dial.down(hour * 60);
            if hour * 60 > dial.from && hour * 60 < dial.to {
                piece.draw(Drawn::across(0.0, y, width, weight::HAIRLINE));
            }
            if hour * 60 < dial.to {
                let look = Role::Hour.look();
                for line in self.lines(Role::Hour, &format!("{hour}:00"), AXIS) {
                    piece.draw(run(look, AXIS - 6.0 - line.width, y + 1.0, &line));
                }
            }
        }
    }

    /// A day's strips, each a cell; the last cell is given back, for what stands under the day.
    fn day(
        &mut self,
        piece: &mut Piece,
        row: NodeId,
        head: Option<NodeId>,
        day: &Day,
        column: Column,
        dial: Dial,
    ) -> NodeId {
        let Column { x, wide, heads, top, depth } = column;
        let mut remark = self.lines(Role::Note, &day.remark, wide - 4.0);
        let mut last = None;
        for (track, (left, broad)) in day.tracks.iter().zip(strips(day, wide)) {
            let cell = self.tags.hang(row, Tag::Cell);
            let left = x + left;
            let look = Role::TrackHead.look();
            let line = clip(self.typeface, look.face, look.size, &track.heading, broad);
            if !line.text.is_empty() {
                let node = match head {
                    Some(head) => self.tags.hang(head, Tag::ColumnHead),
                    None => self.tags.hang(cell, Tag::Paragraph),
                };
                if line.text != track.heading {
                    self.tags.speak(node, track.heading.clone());
                }
                piece.say(run(look, left + 1.0, heads, &line), node);
            }
            self.remark(piece, cell, std::mem::take(&mut remark), (x + 2.0, top + 6.0));
            if track.write_on {
                let halves = (dial.from.next_multiple_of(30)..dial.to).step_by(30).filter(|minute| minute % 60 != 0);
                halves.for_each(|minute| piece.draw(Drawn::dotted(left + 2.0, top + dial.down(minute), broad - 4.0)));
            }
            self.slots(piece, cell, track, (left, broad), (top, depth), dial);
            last = Some(cell);
        }
        let cell = last.unwrap_or_else(|| self.tags.hang(row, Tag::Cell));
        self.remark(piece, cell, remark, (x + 2.0, top + 6.0));
        cell
    }

    fn remark(&mut self, piece: &mut Piece, cell: NodeId, lines: Vec<Line>, (x, y): (f32, f32)) {
        if lines.is_empty() {
            return;
        }
        let node = self.tags.hang(cell, Tag::Paragraph);
        for (index, line) in lines.iter().enumerate() {
            piece.say(run(Role::Note.look(), x, y + index as f32 * Role::Note.look().leading, line), node);
        }
    }

    fn slots(
        &mut self,
        piece: &mut Piece,
        parent: NodeId,
        track: &Track,
        (left, broad): (f32, f32),
        (top, depth): (f32, f32),
        dial: Dial,
    ) {
        if track.slots.is_empty() {
            return;
        }
        let list = self.tags.hang(parent, Tag::List);
        let stretches: Vec<(f32, f32)> = track
            .slots
            .iter()
            .map(|slot| (dial.down(slot.start), dial.down(slot.start.saturating_add(slot.minutes))))
            .collect();
        for (index, lane) in lanes(&stretches, depth) {
            let slot = &track.slots[index];
            let item = self.tags.hang(list, Tag::Item);
            let body = self.tags.hang(item, Tag::ItemBody);
            let wide = broad / lane.of as f32;
            let place = Placing {
                x: left + wide * lane.number as f32,
                y: top + lane.from,
                width: wide - if lane.number + 1 < lane.of { 1.5 } else { 0.0 },
                height: lane.to - lane.from,
            };
            let spoken = self.slot(piece, body, slot, place);
            self.tags.speak(body, spoken);
        }
    }
}
