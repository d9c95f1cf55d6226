//! Pieces: slices of a block that are never cut. Stacking them makes pages.

use crate::press::placed::{Drawn, Mark};
use crate::press::tags::NodeId;
use std::rc::Rc;

/// A slice of a block, with its marks measured from its own top left corner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Piece {
    /// Space above it, left out at the top of a page.
    pub before: f32,
    /// How tall it is.
    pub height: f32,
    /// What is on it.
    pub marks: Vec<Mark>,
    /// Whether it stays on the page of the piece after it.
    pub keep: bool,
    /// What is repeated above it when it is the first on a page: the head of its table, not read aloud again.
    pub head: Option<Rc<Piece>>,
    /// Whether the page ends before it.
    pub new_page: bool,
}

impl Piece {
    /// A piece so tall, so far below the one before it.
    pub fn new(before: f32, height: f32) -> Self {
        Self { before, height, ..Self::default() }
    }

    /// Adds something that is not read aloud.
    pub fn draw(&mut self, drawn: Drawn) {
        self.marks.push(Mark::plain(drawn));
    }

    /// Adds something that is read aloud as part of a tag.
    pub fn say(&mut self, drawn: Drawn, tag: NodeId) {
        self.marks.push(Mark::tagged(drawn, tag));
    }

    /// Adds another piece's marks, so far to the right and down.
    pub fn take(&mut self, marks: Vec<Mark>, right: f32, down: f32) {
        self.marks.extend(marks.into_iter().map(|mark| Mark { drawn: mark.drawn.moved(right, down), tag: mark.tag }));
    }

    /// The same without tags: how the head of a table is repeated.
    #[must_use]
    pub fn silent(&self) -> Self {
        let marks = self.marks.iter().map(|mark| Mark::plain(mark.drawn.clone())).collect();
        Self { marks, ..self.clone() }
    }
}
