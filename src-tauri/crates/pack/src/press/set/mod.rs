//! Setting: blocks into pieces and tags. One file per kind of block.

mod bars;
mod facts;
mod hand;
mod slot;
mod table;
mod text;
mod timetable;

use crate::document::{Block, Document};
use crate::press::face::Typeface;
use crate::press::line::{Line, wrap};
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, TextRun};
use crate::press::role::{Look, Role};
use crate::press::tags::{NodeId, TagTree};

/// Space between columns of blocks, in points.
const GUTTER: f32 = 22.0;

/// Sets blocks at a width, hanging their tags as it goes.
pub struct Setter<'t> {
    typeface: &'t Typeface,
    /// The tags hung so far.
    pub tags: TagTree,
    room: f32,
    /// How much of the page is taken by what must stay with the block that is set next, in points.
    above: f32,
    level: u8,
}

impl<'t> Setter<'t> {
    /// A setter for pages with so much room from top to bottom, in points.
    pub fn new(typeface: &'t Typeface, room: f32) -> Self {
        Self { typeface, tags: TagTree::new(), room, above: 0.0, level: 1 }
    }

    /// The whole document at this width: its title, then its blocks.
    pub fn document(&mut self, document: &Document, width: f32) -> Vec<Piece> {
        let title = self.title(document, width);
        self.blocks(TagTree::ROOT, width, &document.blocks, title)
    }

    /// Blocks after the pieces that are set already.
    fn blocks(&mut self, parent: NodeId, width: f32, blocks: &[Block], mut pieces: Vec<Piece>) -> Vec<Piece> {
        let mut new_page = false;
        for block in blocks {
            let kept = pieces.iter().rev().take_while(|piece| piece.keep && !new_page).count();
            self.above = height(&pieces[pieces.len() - kept..]);
            let mut set = self.block(parent, width, block);
            if let Some(first) = set.first_mut() {
                first.new_page |= std::mem::take(&mut new_page);
            }
            new_page |= matches!(block, Block::NewPage);
            pieces.append(&mut set);
        }
        pieces
    }

    fn block(&mut self, parent: NodeId, width: f32, block: &Block) -> Vec<Piece> {
        match block {
            Block::Section(text) => self.heading(parent, width, Role::Section, text),
            Block::Part(text) => self.heading(parent, width, Role::Part, text),
            Block::Paragraph(text) => self.paragraph(parent, width, Role::Paragraph, text),
            Block::Note(text) => self.paragraph(parent, width, Role::Note, text),
            Block::Lead(fact) => self.lead(parent, width, fact),
            Block::Facts(facts) => self.facts(parent, width, facts),
            Block::Table(table) => self.table(parent, width, table),
            Block::List(items) => self.list(parent, width, items),
            Block::Bars(bars) => self.bars(parent, width, bars),
            Block::Legend(patterns) => self.legend(parent, width, patterns),
            Block::Timetable(timetable) => self.timetable(parent, width, timetable),
            Block::Ticks(ticks) => self.ticks(parent, width, ticks),
            Block::Ruled(ruled) => self.ruled(parent, width, ruled),
            Block::WriteOn { label, lines } => self.write_on(parent, width, label, *lines),
            Block::Signatures(people) => self.signatures(parent, width, people),
            Block::Beside(columns) => self.beside(parent, width, columns),
            Block::NewPage => Vec::new(),
        }
    }

    /// Columns become one piece where they fit on a page; where they do not, they follow one another.
    fn beside(&mut self, parent: NodeId, width: f32, columns: &[(f32, Vec<Block>)]) -> Vec<Piece> {
        let weights: Vec<f32> = columns.iter().map(|(weight, _)| *weight).collect();
        let shares = share(width, GUTTER, &weights);
        let level = self.level;
        let set: Vec<Vec<Piece>> = columns
            .iter()
            .zip(&shares)
            .map(|((_, blocks), (_, width))| {
                self.level = level;
                self.blocks(parent, *width, blocks, Vec::new())
            })
            .collect();
        if set.iter().any(|pieces| height(pieces) > self.room) {
            return set.into_iter().flatten().collect();
        }
        let before = set.iter().filter_map(|pieces| pieces.first()).map(|piece| piece.before).fold(0.0, f32::max);
        let mut whole = Piece::new(before, set.iter().map(|pieces| height(pieces)).fold(0.0, f32::max));
        for (pieces, (x, _)) in set.into_iter().zip(shares) {
            let mut y = 0.0;
            for (index, piece) in pieces.into_iter().enumerate() {
                y += if index == 0 { 0.0 } else { piece.before };
                whole.take(piece.marks, x, y);
                y += piece.height;
            }
        }
        vec![whole]
    }

    fn lines(&self, role: Role, text: &str, width: f32) -> Vec<Line> {
        let look = role.look();
        wrap(self.typeface, look.face, look.size, text, width)
    }
}

/// A line of text at a place: `y` is the top of the line, not its baseline.
fn run(look: Look, x: f32, y: f32, line: &Line) -> Drawn {
    Drawn::Text(TextRun {
        x,
        y: y + look.baseline(),
        width: line.width,
        text: line.text.clone(),
        face: look.face,
        size: look.size,
    })
}

/// Where each share of a width begins and how wide it is, with gaps between.
fn share(width: f32, gap: f32, weights: &[f32]) -> Vec<(f32, f32)> {
    let parts: Vec<f32> =
        weights.iter().map(|weight| if weight.is_finite() { weight.max(0.01) } else { 1.0 }).collect();
    let whole: f32 = parts.iter().sum();
    let room = (width - gap * parts.len().saturating_sub(1) as f32).max(1.0);
    let mut x = 0.0;
    parts
        .iter()
        .map(|part| {
            let begins = x;
            let wide = room * part / whole;
            x += wide + gap;
            (begins, wide)
        })
        .collect()
}

/// How tall pieces are when stacked at the top of a page.
fn height(pieces: &[Piece]) -> f32 {
    pieces.iter().enumerate().map(|(index, piece)| piece.height + if index == 0 { 0.0 } else { piece.before }).sum()
}
