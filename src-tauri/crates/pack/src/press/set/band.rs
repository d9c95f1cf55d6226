//! What is outside the timetable's clock, early or late: in the column of its day, with its times, so that one evening
//! does not make the school day small.

use super::frame::{At, stretches};
use super::slot::{Placing, Words, deep, inner, spoken, times};
use super::{Setter, run};
use crate::blocks::{Slot, Timetable};
use crate::press::line::wrap;
use crate::press::piece::Piece;
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag};

/// Between stretches, and above and below them, in points.
const APART: f32 = 2.0;
/// Around the words of a stretch, in points.
const AROUND: f32 = 2.4;

/// Which side of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Early,
    Late,
}

impl Side {
    /// On which side of the clock a stretch is, if it is not on it.
    pub(super) fn of(slot: &Slot, from: u32, to: u32) -> Option<Self> {
        if slot.start >= to {
            Some(Self::Late)
        } else if slot.start < from && slot.start.saturating_add(slot.minutes) <= from {
            Some(Self::Early)
        } else {
            None
        }
    }

    /// What stands beside it.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Late => "later",
        }
    }
}

/// A band: what is in it, how tall it is, and what has no room in it.
#[derive(Default)]
pub(super) struct Band {
    pub height: f32,
    pub items: Vec<Item>,
    pub crowded: Vec<At>,
}

/// A stretch in a band: which, how far down the band and how tall it is, and its words.
pub(super) struct Item {
    pub at: At,
    top: f32,
    tall: f32,
    words: Words,
}

impl Setter<'_> {
    /// Stacks what is on one side of the clock, day by day, in a band no taller than this.
    pub(super) fn band(&self, timetable: &Timetable, side: Side, widths: &[f32], tallest: f32) -> Band {
        let mut band = Band::default();
        for (day, wide) in widths.iter().enumerate() {
            let mut y = APART;
            for at in stretches(timetable, day, Some(side)) {
                let slot = at.slot(timetable);
                let words = self.band_words(slot, *wide);
                let tall = deep(&words) + AROUND;
                if y + tall + APART > tallest {
                    band.crowded.push(at);
                    continue;
                }
                band.items.push(Item { at, top: y, tall, words });
                y += tall + APART;
                band.height = band.height.max(y);
            }
        }
        band
    }

    /// Draws one stretch of a band: `x` and `y` are the corner of the band in the column of its day.
    pub(super) fn band_item(
        &mut self,
        piece: &mut Piece,
        list: NodeId,
        slot: &Slot,
        item: &Item,
        (x, y): (f32, f32),
        wide: f32,
    ) {
        let node = self.tags.hang(list, Tag::Item);
        let body = self.tags.hang(node, Tag::ItemBody);
        self.tags.speak(body, spoken(slot, None));
        let place = Placing { x, y: y + item.top, width: wide, height: item.tall, room: item.tall };
        self.slot(piece, body, slot.pattern, place, item.words.clone());
    }

    /// The word beside a band.
    pub(super) fn band_label(&self, piece: &mut Piece, side: Side, right: f32, y: f32) {
        for line in self.lines(Role::Hour, side.label(), right) {
            piece.draw(run(Role::Hour.look(), right - line.width, y + 1.0, &line));
        }
    }

    fn band_words(&self, slot: &Slot, wide: f32) -> Words {
        let (title, figures) = (Role::SlotTitle.look(), Role::SlotFigures.look());
        let width = inner(slot.pattern, wide);
        let when = if slot.figures.is_empty() { times(slot) } else { format!("{} · {}", times(slot), slot.figures) };
        [(figures, &when), (title, &slot.title)]
            .into_iter()
            .flat_map(|(look, text)| {
                wrap(self.typeface, look.face, look.size, text, width).into_iter().map(move |line| (look, line))
            })
            .collect()
    }
}
