//! Charts of horizontal bars, and the legend of the patterns.

use super::{Setter, run};
use crate::blocks::{Bar, Bars};
use crate::pattern::Pattern;
use crate::press::line::Line;
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, Fill, weight};
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag};
use std::fmt::Write;

const THICK: f32 = 8.0;
const STEP: f32 = 10.2;
const APART: f32 = 5.0;
const FIGURES: f32 = 86.0;
const TALLEST: f32 = 340.0;
const SWATCH: (f32, f32) = (20.0, 8.5);

impl Pattern {
    /// How a bar or a swatch of this kind of time is filled.
    pub(crate) fn fill(self) -> Fill {
        match self {
            Self::Planned => Fill::Outline,
            Self::AsItHappened => Fill::Solid,
            Self::Interruption => Fill::Hatched,
            Self::OutOfHours => Fill::Dotted,
            Self::Lost => Fill::Struck,
            Self::Fixed => Fill::Tint,
        }
    }
}

impl Setter<'_> {
    /// A chart; a long one is cut between bars into several figures, each with a description of its own.
    pub(super) fn bars(&mut self, parent: NodeId, width: f32, chart: &Bars) -> Vec<Piece> {
        let longest = chart
            .bars
            .iter()
            .flat_map(|bar| &bar.measures)
            .map(|measure| measure.minutes)
            .max()
            .unwrap_or_default()
            .max(1);
        let aside = width * 0.33;
        let room = (width - aside - FIGURES).max(20.0);
        let mut pieces: Vec<(NodeId, Piece, String)> = Vec::new();
        for bar in &chart.bars {
            let labels = self.lines(Role::BarLabel, &bar.label, aside - 10.0);
            let tall =
                (labels.len() as f32 * Role::BarLabel.look().leading).max(bar.measures.len() as f32 * STEP) + APART;
            if pieces.last().is_none_or(|(_, piece, _)| piece.height + tall > TALLEST.min(self.room)) {
                let node = self.tags.hang(parent, Tag::Figure);
                pieces.push((node, Piece::new(7.0, 0.0), chart.alt.clone()));
            }
            if let Some((node, piece, alt)) = pieces.last_mut() {
                self.bar(piece, *node, bar, &labels, aside, room / longest as f32);
                tell(alt, bar);
                piece.draw(Drawn::down(aside, piece.height - 2.0, tall, weight::FINE));
                piece.height += tall;
            }
        }
        pieces
            .into_iter()
            .map(|(node, piece, alt)| {
                self.tags.describe(node, alt);
                piece
            })
            .collect()
    }

    fn bar(&self, piece: &mut Piece, node: NodeId, bar: &Bar, labels: &[Line], aside: f32, scale: f32) {
        let top = piece.height;
        for (index, line) in labels.iter().enumerate() {
            piece.say(
                run(Role::BarLabel.look(), 0.0, top + index as f32 * Role::BarLabel.look().leading - 1.5, line),
                node,
            );
        }
        for (index, measure) in bar.measures.iter().enumerate() {
            let y = top + index as f32 * STEP;
            let long = measure.minutes as f32 * scale;
            if long > 0.0 {
                piece.say(Drawn::panel(aside, y, long.max(1.0), THICK, measure.pattern.fill()), node);
            }
            if let Some(figure) = self.lines(Role::BarFigure, &measure.figure, FIGURES - 6.0).first() {
                piece.say(run(Role::BarFigure.look(), aside + long + 5.0, y - 1.3, figure), node);
            }
        }
    }

    /// What the patterns mean.
    pub(super) fn legend(&mut self, parent: NodeId, width: f32, patterns: &[Pattern]) -> Vec<Piece> {
        if patterns.is_empty() {
            return Vec::new();
        }
        let look = Role::HandLabel.look();
        let node = self.tags.hang(parent, Tag::Paragraph);
        self.tags.speak(node, patterns.iter().map(|pattern| pattern.label()).collect::<Vec<_>>().join(", "));
        let mut piece = Piece::new(7.0, look.leading);
        let (mut x, mut y) = (0.0, 0.0);
        for pattern in patterns {
            for line in self.lines(Role::HandLabel, pattern.label(), width) {
                let wide = SWATCH.0 + 5.0 + line.width + 16.0;
                if x + wide - 16.0 > width && x > 0.0 {
                    x = 0.0;
                    y += look.leading + 2.0;
                }
                piece.draw(Drawn::panel(x, y + 2.2, SWATCH.0, SWATCH.1, pattern.fill()));
                piece.say(run(look, x + SWATCH.0 + 5.0, y, &line), node);
                x += wide;
            }
        }
        piece.height = y + look.leading;
        // A legend stands above what it explains.
        piece.keep = true;
        vec![piece]
    }
}

fn tell(alt: &mut String, bar: &Bar) {
    let said: Vec<String> =
        bar.measures.iter().map(|measure| format!("{} {}", measure.pattern.label(), measure.figure)).collect();
    let _ = write!(alt, " {}: {}.", bar.label, said.join(", "));
}
