//! Setting: blocks into pieces and tags. One file per kind of block.

mod band;
mod bars;
mod facts;
mod frame;
mod hand;
mod lanes;
mod numbered;
mod slot;
mod table;
mod text;
mod timetable;

use crate::document::{Block, Document};
use crate::press::face::Typeface;
use crate::press::line::{Line, wrap};
use crate::press::paginate::left;
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, TextRun};
use crate::press::role::{Look, Role};
use crate::press::tags::{NodeId, TagTree};

/// Space between columns of blocks, in points.
const GUTTER: f32 = 22.0;
/// Columns of blocks that would be narrower than this follow one another instead, in points.
const NARROWEST: f32 = 150.0;

/// Sets blocks at a width, hanging their tags as it goes.
pub struct Setter<'t> {
    typeface: &'t Typeface,
    /// The tags hung so far.
    pub tags: TagTree,
    room: f32,
    /// How much of the page is taken by what must stay with the block that is set next, in points.
    above: f32,
    level: u8,
    /// Blocks that had no room where they stood and wait for their landing.
    waiting: Vec<Block>,
}

impl<'t> Setter<'t> {
    /// A setter for pages with so much room from top to bottom, in points.
    pub fn new(typeface: &'t Typeface, room: f32) -> Self {
        Self { typeface, tags: TagTree::new(), room, above: 0.0, level: 1, waiting: Vec::new() }
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
            let asks = matches!(block, Block::Float(_) | Block::FirstFitting(_)) && !new_page;
            let left = if asks { left(self.room, &pieces) } else { self.room };
            if let (Block::Signatures(_), false) = (block, new_page) {
                stay(&mut pieces);
            }
            let mut set = self.block(parent, width, block, left);
            if let Some(first) = set.first_mut() {
                first.new_page |= std::mem::take(&mut new_page);
            }
            new_page |= matches!(block, Block::NewPage);
            pieces.append(&mut set);
        }
        pieces
    }

    /// A block, where so much of the page is left.
    fn block(&mut self, parent: NodeId, width: f32, block: &Block, left: f32) -> Vec<Piece> {
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
            Block::Landing => {
                let waiting = std::mem::take(&mut self.waiting);
                self.blocks(parent, width, &waiting, Vec::new())
            }
            Block::Float(blocks) => self.float(parent, width, blocks, left),
            Block::FirstFitting(choices) => self.first_fitting(parent, width, choices, left),
            Block::Together(blocks) => {
                let mut pieces = self.blocks(parent, width, blocks, Vec::new());
                let held = pieces.len().saturating_sub(1);
                pieces.iter_mut().take(held).for_each(|piece| piece.keep = true);
                pieces
            }
            Block::NewPage => Vec::new(),
        }
    }

    /// Blocks where there is room for them; otherwise they wait.
    fn float(&mut self, parent: NodeId, width: f32, blocks: &[Block], left: f32) -> Vec<Piece> {
        self.fitting(parent, width, blocks, left).unwrap_or_else(|| {
            self.waiting.extend_from_slice(blocks);
            Vec::new()
        })
    }

    /// The first choice that there is room for, or the last.
    fn first_fitting(&mut self, parent: NodeId, width: f32, choices: &[Vec<Block>], left: f32) -> Vec<Piece> {
        let Some((last, others)) = choices.split_last() else { return Vec::new() };
        let fitting = others.iter().find_map(|blocks| self.fitting(parent, width, blocks, left));
        fitting.unwrap_or_else(|| self.blocks(parent, width, last, Vec::new()))
    }

    /// Blocks, if they fit into what is left of the page; if not, it is as if they had never been set.
    fn fitting(&mut self, parent: NodeId, width: f32, blocks: &[Block], left: f32) -> Option<Vec<Piece>> {
        let (tags, level, waiting) = (self.tags.clone(), self.level, self.waiting.clone());
        let set = self.blocks(parent, width, blocks, Vec::new());
        let before = set.first().map_or(0.0, |piece| if left < self.room { piece.before } else { 0.0 });
        if before + height(&set) <= left && !set.iter().any(|piece| piece.new_page) {
            return Some(set);
        }
        (self.tags, self.level, self.waiting) = (tags, level, waiting);
        None
    }

    /// Columns become one piece where they fit on a page; where they do not, they follow one another in full width.
    fn beside(&mut self, parent: NodeId, width: f32, columns: &[(f32, Vec<Block>)]) -> Vec<Piece> {
        let weights: Vec<f32> = columns.iter().map(|(weight, _)| *weight).collect();
        let shares = share(width, GUTTER, &weights);
        if shares.iter().any(|(_, wide)| *wide < NARROWEST) {
            return self.in_turn(parent, width, columns);
        }
        let (tags, level, waiting) = (self.tags.clone(), self.level, self.waiting.clone());
        let set: Vec<Vec<Piece>> = columns
            .iter()
            .zip(&shares)
            .map(|((_, blocks), (_, width))| {
                self.level = level;
                self.blocks(parent, *width, blocks, Vec::new())
            })
            .collect();
        if set.iter().any(|pieces| height(pieces) > self.room) {
            (self.tags, self.level, self.waiting) = (tags, level, waiting);
            return self.in_turn(parent, width, columns);
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

    fn in_turn(&mut self, parent: NodeId, width: f32, columns: &[(f32, Vec<Block>)]) -> Vec<Piece> {
        let level = self.level;
        let mut pieces = Vec::new();
        for (_, blocks) in columns {
            self.level = level;
            pieces = self.blocks(parent, width, blocks, pieces);
        }
        pieces
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

/// Keeps the end of what stands above a place to sign on its page: nobody signs an empty sheet.
fn stay(pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().rev().take(3) {
        piece.keep = true;
        if piece.new_page {
            break;
        }
    }
}

/// How tall pieces are when stacked at the top of a page.
fn height(pieces: &[Piece]) -> f32 {
    pieces.iter().enumerate().map(|(index, piece)| piece.height + if index == 0 { 0.0 } else { piece.before }).sum()
}
