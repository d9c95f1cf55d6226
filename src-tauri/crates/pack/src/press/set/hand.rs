//! What is filled in by hand: boxes to tick, lines to write on, places to sign.

use super::{Setter, run, share};
use crate::blocks::{Ruled, Signature, Ticks};
use crate::press::line::Line;
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, Fill, weight};
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag};

/// From one line to write on to the next: 8 mm.
const PITCH: f32 = 22.7;
const GAP: f32 = 10.0;
/// A box is large enough to tick with a pen.
const BOX: f32 = 10.0;
const BOX_GAP: f32 = 9.0;

impl Setter<'_> {
    /// A question and boxes to tick, read aloud as one sentence.
    pub(super) fn ticks(&mut self, parent: NodeId, width: f32, ticks: &Ticks) -> Vec<Piece> {
        let (drawn, height) = self.place_ticks(width, ticks);
        if drawn.is_empty() {
            return Vec::new();
        }
        let node = self.tags.hang(parent, Tag::Paragraph);
        let spoken = format!("{} Boxes to tick: {}.", ticks.question, ticks.boxes.join(", "));
        self.tags.speak(node, spoken.trim_start().to_owned());
        let mut piece = Piece::new(5.0, height);
        drawn.into_iter().for_each(|drawn| piece.say(drawn, node));
        vec![piece]
    }

    /// Where a question and its boxes go, the boxes beside it where they fit and under it where they do not; and how
    /// tall all of it is.
    pub(super) fn place_ticks(&self, width: f32, ticks: &Ticks) -> (Vec<Drawn>, f32) {
        let look = Role::HandLabel.look();
        let question = self.lines(Role::HandLabel, &ticks.question, width);
        let answers = ticks.boxes.iter().flat_map(|answer| self.lines(Role::HandLabel, answer, width - BOX - 4.0));
        let boxes: Vec<Line> = answers.collect();
        let wide = |line: &Line| BOX + 4.0 + line.width + BOX_GAP;
        let mut drawn: Vec<Drawn> = question
            .iter()
            .enumerate()
            .map(|(index, line)| run(look, 0.0, index as f32 * look.leading, line))
            .collect();
        let mut y = question.len().saturating_sub(1) as f32 * look.leading;
        let mut x = question.last().map_or(0.0, |line| line.width + 14.0);
        if x > 0.0 && x + boxes.iter().map(wide).sum::<f32>() - BOX_GAP > width {
            (x, y) = (0.0, y + look.leading + 1.0);
        }
        for line in &boxes {
            if x > 0.0 && x + wide(line) - BOX_GAP > width {
                (x, y) = (0.0, y + look.leading + 3.0);
            }
            drawn.push(Drawn::panel(x, y + 1.4, BOX, BOX, Fill::Outline));
            drawn.push(run(look, x + BOX + 4.0, y, line));
            x += wide(line);
        }
        (drawn, y + look.leading)
    }

    /// Headings with lines under them.
    pub(super) fn ruled(&mut self, parent: NodeId, width: f32, ruled: &Ruled) -> Vec<Piece> {
        let look = Role::ColumnHead.look();
        let weights: Vec<f32> = ruled.columns.iter().map(|(_, weight)| *weight).collect();
        let shares = share(width, GAP, &weights);
        let headings: Vec<_> = ruled
            .columns
            .iter()
            .zip(&shares)
            .map(|((heading, _), (_, wide))| self.lines(Role::ColumnHead, heading, *wide))
            .collect();
        let deepest = headings.iter().map(Vec::len).max().unwrap_or_default();
        let mut head = Piece::new(6.0, look.leading * deepest as f32);
        if deepest > 0 {
            let node = self.tags.hang(parent, Tag::Paragraph);
            for (lines, (x, _)) in headings.iter().zip(&shares) {
                for (index, line) in lines.iter().enumerate() {
                    let top = (deepest - lines.len() + index) as f32 * look.leading;
                    head.say(run(look, *x, top, line), node);
                }
            }
        }
        head.keep = true;
        let line = || {
            let mut piece = Piece::new(0.0, PITCH);
            for (x, wide) in &shares {
                piece.draw(Drawn::across(*x, PITCH - 2.0, *wide, weight::HAIRLINE));
            }
            piece
        };
        std::iter::once(head).chain((0..ruled.lines).map(|_| line())).collect()
    }

    /// A label and lines to write on.
    pub(super) fn write_on(&mut self, parent: NodeId, width: f32, label: &str, lines: usize) -> Vec<Piece> {
        let look = Role::HandLabel.look();
        let mut pieces = self.paragraph(parent, width, Role::HandLabel, label);
        for piece in &mut pieces {
            piece.height = look.leading;
            piece.keep = true;
        }
        pieces.extend((0..lines).map(|_| {
            let mut piece = Piece::new(0.0, PITCH);
            piece.draw(Drawn::across(0.0, PITCH - 2.0, width, weight::HAIRLINE));
            piece
        }));
        pieces
    }

    /// A place to sign and date for each person, up to three side by side.
    pub(super) fn signatures(&mut self, parent: NodeId, width: f32, people: &[Signature]) -> Vec<Piece> {
        let look = Role::HandLabel.look();
        let mut pieces = Vec::new();
        for row in people.chunks(3) {
            let mut piece = Piece::new(12.0, 30.0 + look.leading);
            for (person, (x, wide)) in row.iter().zip(share(width, 28.0, &vec![1.0; row.len()])) {
                let node = self.tags.hang(parent, Tag::Paragraph);
                let (sign, date) = (wide * 0.66, wide * 0.28);
                piece.draw(Drawn::across(x, 28.0, sign, weight::FINE));
                piece.draw(Drawn::across(x + wide - date, 28.0, date, weight::FINE));
                let who = match person.name.trim() {
                    "" => format!("{}, signed", person.role),
                    name => format!("{}, {name}", person.role),
                };
                for (text, x, wide) in [(who, x, sign), ("Date".to_owned(), x + wide - date, date)] {
                    for (index, line) in self.lines(Role::HandLabel, &text, wide).iter().enumerate() {
                        let top = 30.0 + index as f32 * look.leading;
                        piece.say(run(look, x, top, line), node);
                        piece.height = piece.height.max(top + look.leading);
                    }
                }
            }
            pieces.push(piece);
        }
        pieces
    }
}
