//! The timetable: days side by side against the clock. It is read aloud as a table with a row to each day, and
//! in its cells the lists of what is there.

use super::band::Side;
use super::frame::{AFTER, AXIS, At, BEFORE, Frame, is_empty, strips};
use super::slot::spoken;
use super::{Setter, run};
use crate::blocks::Timetable;
use crate::press::line::{Line, clip};
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, weight};
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag};

impl Setter<'_> {
    /// A timetable, in one piece, and below it what it has no room for.
    pub(super) fn timetable(&mut self, parent: NodeId, width: f32, timetable: &Timetable) -> Vec<Piece> {
        if timetable.days.is_empty() {
            return Vec::new();
        }
        let frame = self.frame(width, timetable);
        let ticks = self.foot(timetable, &frame.days);
        let mut piece = Piece::new(BEFORE, frame.foot() + ticks + AFTER);
        self.grid(&mut piece, width, &frame);
        let table = self.tags.hang(parent, Tag::Table);
        let tracked = frame.top > frame.tracks + Role::TrackHead.look().leading;
        // The headings of the strips are printed for every day; the first day's are the heads of the columns.
        let mut head = tracked.then(|| self.tags.hang(table, Tag::Row));
        for (index, day) in timetable.days.iter().enumerate() {
            let (x, wide) = frame.days[index];
            if let Some(head) = head {
                self.tags.hang(head, Tag::Cell);
            }
            let row = self.tags.hang(table, Tag::Row);
            let heading = self.tags.hang(row, Tag::RowHead);
            let mut y = 0.0;
            for (look, line) in &frame.heads[index] {
                piece.say(run(*look, x + 4.0, y, line), heading);
                y += look.leading;
            }
            piece.draw(Drawn::down(x, 0.0, frame.foot() + ticks, weight::HAIRLINE));
            let cell = self.day(&mut piece, row, head.take(), timetable, index, &frame);
            let mut y = frame.foot();
            for ticks in &day.ticks {
                for set in self.ticks(cell, wide - 8.0, ticks) {
                    piece.take(set.marks, x + 4.0, y + set.before);
                    y += set.before + set.height;
                }
            }
        }
        let rows = self.numbered_rows(timetable, &frame.numbers, width);
        let mut pieces = vec![piece];
        if !rows.is_empty() {
            let below = self.numbered(parent, &frame.numbers, rows, width);
            pieces.extend(below);
        }
        pieces
    }

    fn grid(&self, piece: &mut Piece, width: f32, frame: &Frame) {
        let Frame { top, hours, depth, dial, .. } = *frame;
        piece.draw(Drawn::across(0.0, top, width, weight::FIRM));
        for (band, side, y) in [(&frame.early, Side::Early, top), (&frame.late, Side::Late, frame.floor())] {
            if band.height > 0.0 {
                self.band_label(piece, side, AXIS - 6.0, y);
                piece.draw(Drawn::across(0.0, y + band.height, width, weight::FIRM));
            }
        }
        piece.draw(Drawn::across(0.0, hours + depth, width, weight::FIRM));
        for hour in dial.from.div_ceil(60)..=dial.to / 60 {
            let y = hours + dial.down(hour * 60);
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
        timetable: &Timetable,
        index: usize,
        frame: &Frame,
    ) -> NodeId {
        let day = &timetable.days[index];
        let (x, wide) = (frame.days[index].0 + 3.0, frame.days[index].1 - 6.0);
        let mut remark = if is_empty(day) { self.lines(Role::Note, &day.remark, wide - 4.0) } else { Vec::new() };
        let mut last = None;
        for (number, (track, (left, broad))) in day.tracks.iter().zip(strips(day, wide)).enumerate() {
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
                piece.say(run(look, left + 1.0, frame.tracks, &line), node);
            }
            self.remark(piece, cell, std::mem::take(&mut remark), (x + 2.0, frame.hours + 6.0));
            if track.write_on {
                let dial = frame.dial;
                let halves = (dial.from.next_multiple_of(30)..dial.to).step_by(30).filter(|minute| minute % 60 != 0);
                halves.for_each(|minute| {
                    piece.draw(Drawn::dotted(left + 2.0, frame.hours + dial.down(minute), broad - 4.0));
                });
            }
            self.strip(piece, cell, timetable, (index, number), frame);
            last = Some(cell);
        }
        let cell = last.unwrap_or_else(|| self.tags.hang(row, Tag::Cell));
        self.remark(piece, cell, remark, (x + 2.0, frame.hours + 6.0));
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

    /// The stretches of a strip, in order of time: early, on the clock, late.
    fn strip(
        &mut self,
        piece: &mut Piece,
        cell: NodeId,
        timetable: &Timetable,
        (day, track): (usize, usize),
        frame: &Frame,
    ) {
        let here = |at: &At| at.day == day && at.track == track;
        let list = self.tags.hang(cell, Tag::List);
        let (x, wide) = (frame.days[day].0 + 3.0, frame.days[day].1 - 6.0);
        for item in frame.early.items.iter().filter(|item| here(&item.at)) {
            self.band_item(piece, list, item.at.slot(timetable), item, (x, frame.top), wide);
        }
        for (at, place) in frame.places.iter().filter(|(at, _)| here(at)) {
            let slot = at.slot(timetable);
            let item = self.tags.hang(list, Tag::Item);
            let body = self.tags.hang(item, Tag::ItemBody);
            let number = frame.numbers.get(at).copied();
            self.tags.speak(body, spoken(slot, number));
            let words = match number {
                None => self.fit(slot, *place).unwrap_or_default(),
                Some(number) => self.refer(slot, number, *place),
            };
            self.slot(piece, body, slot.pattern, *place, words);
        }
        for item in frame.late.items.iter().filter(|item| here(&item.at)) {
            self.band_item(piece, list, item.at.slot(timetable), item, (x, frame.floor()), wide);
        }
        self.tags.drop_empty(list);
    }
}
