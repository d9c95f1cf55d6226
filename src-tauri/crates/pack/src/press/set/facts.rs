//! Figures with their labels.

use super::{Setter, run, share};
use crate::blocks::Fact;
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, weight};
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag};

const NARROWEST: f32 = 92.0;
const GAP: f32 = 14.0;
/// In a column narrower than this the label of the large figure stands under it.
const UNDER: f32 = 260.0;

impl Setter<'_> {
    /// The one figure that matters most, with what it is beside it.
    pub(super) fn lead(&mut self, parent: NodeId, width: f32, fact: &Fact) -> Vec<Piece> {
        let (value, label) = (Role::LeadValue.look(), Role::LeadLabel.look());
        let values = self.lines(Role::LeadValue, &fact.value, width);
        let widest = values.iter().map(|line| line.width).fold(0.0, f32::max) + GAP;
        let under = width < UNDER;
        let reach = if under { 0.0 } else { widest };
        let labels =
            self.lines(Role::LeadLabel, &fact.label, if under { width } else { (width - reach).clamp(90.0, 178.0) });
        if values.is_empty() && labels.is_empty() {
            return Vec::new();
        }
        let node = self.tags.hang(parent, Tag::Paragraph);
        let tall = value.leading * values.len() as f32;
        // Beside the figure, the last line of the label stands on its baseline.
        let beside = tall - value.leading + value.baseline()
            - label.baseline()
            - label.leading * labels.len().saturating_sub(1) as f32;
        let top = if under { tall + 2.0 } else { beside };
        let mut piece = Piece::new(12.0, tall.max(top + label.leading * labels.len() as f32) - top.min(0.0));
        for (index, line) in values.iter().enumerate() {
            piece.say(run(value, 0.0, index as f32 * value.leading - top.min(0.0), line), node);
        }
        for (index, line) in labels.iter().enumerate() {
            piece.say(run(label, reach, top.max(0.0) + index as f32 * label.leading, line), node);
        }
        vec![piece]
    }

    /// Figures side by side, in as many rows as they need, each row under a rule.
    pub(super) fn facts(&mut self, parent: NodeId, width: f32, facts: &[Fact]) -> Vec<Piece> {
        if facts.is_empty() {
            return Vec::new();
        }
        let fitting = (((width + GAP) / (NARROWEST + GAP)).floor() as usize).clamp(1, 6);
        let rows = facts.len().div_ceil(fitting);
        let across = facts.len().div_ceil(rows);
        let shares = share(width, GAP, &vec![1.0; across]);
        let list = self.tags.hang(parent, Tag::List);
        let (value, label) = (Role::FactValue.look(), Role::FactLabel.look());
        let mut pieces = Vec::new();
        for (row, facts) in facts.chunks(across).enumerate() {
            let mut piece = Piece::new(if row == 0 { 11.0 } else { 5.0 }, 0.0);
            for (fact, (x, wide)) in facts.iter().zip(&shares) {
                let item = self.tags.hang(list, Tag::Item);
                let body = self.tags.hang(item, Tag::ItemBody);
                let mut y = 4.0;
                for line in self.lines(Role::FactValue, &fact.value, *wide) {
                    piece.say(run(value, *x, y, &line), body);
                    y += value.leading;
                }
                for line in self.lines(Role::FactLabel, &fact.label, *wide) {
                    piece.say(run(label, *x, y, &line), body);
                    y += label.leading;
                }
                piece.draw(Drawn::across(*x, 0.0, *wide, weight::FINE));
                piece.height = piece.height.max(y + 3.0);
            }
            pieces.push(piece);
        }
        pieces
    }
}
