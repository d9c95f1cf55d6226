//! What the timetable has no room for in its place: numbered there, and set in full below.

use super::frame::At;
use super::slot::{begins, with_figures};
use super::{Setter, run, share};
use crate::blocks::Timetable;
use crate::pattern::Pattern;
use crate::press::line::Line;
use crate::press::piece::Piece;
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag};
use std::collections::BTreeMap;

const COLUMNS: usize = 4;
const GAP: f32 = 14.0;
const NUMBER: f32 = 16.0;
const APART: f32 = 2.5;

/// What is set below the timetable, in rows: each stretch with its words.
pub(super) type Rows = Vec<Vec<(At, Vec<Line>)>>;

impl Setter<'_> {
    /// The words of what is numbered, in rows of as many columns as stand side by side.
    pub(super) fn numbered_rows(&self, timetable: &Timetable, numbers: &BTreeMap<At, usize>, width: f32) -> Rows {
        let mut order: Vec<(usize, At)> = numbers.iter().map(|(at, number)| (*number, *at)).collect();
        order.sort_unstable();
        let (_, wide) = share(width, GAP, &[1.0; COLUMNS])[0];
        let set = |(_, at): &(usize, At)| {
            let slot = at.slot(timetable);
            let day: String = timetable.days[at.day].heading.chars().take(3).collect();
            let kind = match slot.pattern {
                Pattern::Planned | Pattern::AsItHappened | Pattern::Fixed => String::new(),
                Pattern::Interruption | Pattern::OutOfHours | Pattern::Lost => format!(", {}", slot.pattern.label()),
            };
            let text = format!("{day}\u{a0}{}  {}{kind}", begins(slot), with_figures(slot));
            (*at, self.lines(Role::Numbered, &text, wide - NUMBER))
        };
        order.chunks(COLUMNS).map(|row| row.iter().map(set).collect()).collect()
    }

    /// How tall the rows are, in points.
    pub(super) fn numbered_height(rows: &Rows) -> f32 {
        rows.iter().map(|row| row_height(row) + APART).sum()
    }

    /// Sets the rows as a list, a piece to a row.
    pub(super) fn numbered(
        &mut self,
        parent: NodeId,
        numbers: &BTreeMap<At, usize>,
        rows: Rows,
        width: f32,
    ) -> Vec<Piece> {
        let look = Role::Numbered.look();
        let shares = share(width, GAP, &[1.0; COLUMNS]);
        let list = self.tags.hang(parent, Tag::List);
        let mut pieces = Vec::new();
        for row in rows {
            let mut piece = Piece::new(APART, row_height(&row));
            for ((at, lines), (x, _)) in row.into_iter().zip(&shares) {
                let item = self.tags.hang(list, Tag::Item);
                let label = self.tags.hang(item, Tag::Bullet);
                let body = self.tags.hang(item, Tag::ItemBody);
                let number = numbers.get(&at).map(ToString::to_string).unwrap_or_default();
                for line in self.lines(Role::Number, &number, NUMBER) {
                    piece.say(run(Role::Number.look(), *x, 0.0, &line), label);
                }
                for (index, line) in lines.iter().enumerate() {
                    piece.say(run(look, x + NUMBER, index as f32 * look.leading, line), body);
                }
            }
            pieces.push(piece);
        }
        pieces
    }
}

fn row_height(row: &[(At, Vec<Line>)]) -> f32 {
    row.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default() as f32 * Role::Numbered.look().leading
}
