//! Title, headings, running text and lists.

use super::{Setter, run};
use crate::document::Document;
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, weight};
use crate::press::role::Role;
use crate::press::tags::{NodeId, Tag, TagTree};

const INDENT: f32 = 13.0;

impl Setter<'_> {
    /// The title, the line under it, and the double rule of a daybook.
    pub(super) fn title(&mut self, document: &Document, width: f32) -> Vec<Piece> {
        let mut piece = Piece::new(0.0, 0.0);
        piece.keep = !document.blocks.is_empty();
        let said =
            [(Role::Title, &document.title, Tag::Heading(1)), (Role::Subtitle, &document.subtitle, Tag::Paragraph)];
        for (role, text, tag) in said {
            let lines = self.lines(role, text, width);
            if lines.is_empty() {
                continue;
            }
            let node = self.tags.hang(TagTree::ROOT, tag);
            for line in &lines {
                piece.say(run(role.look(), 0.0, piece.height, line), node);
                piece.height += role.look().leading;
            }
        }
        piece.draw(Drawn::across(0.0, piece.height + 5.0, width, weight::STRONG));
        piece.draw(Drawn::across(0.0, piece.height + 7.6, width, weight::HAIRLINE));
        piece.height += 9.0;
        vec![piece]
    }

    /// A heading, which stays with what follows it.
    pub(super) fn heading(&mut self, parent: NodeId, width: f32, role: Role, text: &str) -> Vec<Piece> {
        let lines = self.lines(role, text, width);
        if lines.is_empty() {
            return Vec::new();
        }
        // A part without a section above it is a section to whoever listens: levels are never skipped.
        self.level = if role == Role::Section || self.level == 1 { 2 } else { 3 };
        let node = self.tags.hang(parent, Tag::Heading(self.level));
        let look = role.look();
        let mut piece = Piece::new(if role == Role::Section { 14.0 } else { 10.0 }, look.leading * lines.len() as f32);
        for (index, line) in lines.iter().enumerate() {
            piece.say(run(look, 0.0, index as f32 * look.leading, line), node);
        }
        piece.keep = true;
        vec![piece]
    }

    /// Running text, a piece to a line, never leaving one line alone.
    pub(super) fn paragraph(&mut self, parent: NodeId, width: f32, role: Role, text: &str) -> Vec<Piece> {
        let lines = self.lines(role, text, width.min(role.look().size * 56.0));
        if lines.is_empty() {
            return Vec::new();
        }
        let node = self.tags.hang(parent, Tag::Paragraph);
        let last = lines.len() - 1;
        lines
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let mut piece = Piece::new(if index == 0 { 5.0 } else { 0.0 }, role.look().leading);
                piece.say(run(role.look(), 0.0, 0.0, line), node);
                piece.keep = index < last && (index == 0 || index + 1 == last);
                piece
            })
            .collect()
    }

    /// A list.
    pub(super) fn list(&mut self, parent: NodeId, width: f32, items: &[String]) -> Vec<Piece> {
        let look = Role::Paragraph.look();
        let mut pieces = Vec::new();
        let set: Vec<_> = items
            .iter()
            .map(|item| self.lines(Role::Paragraph, item, width - INDENT))
            .filter(|lines| !lines.is_empty())
            .collect();
        if set.is_empty() {
            return pieces;
        }
        let list = self.tags.hang(parent, Tag::List);
        for lines in set {
            let item = self.tags.hang(list, Tag::Item);
            let bullet = self.tags.hang(item, Tag::Bullet);
            let body = self.tags.hang(item, Tag::ItemBody);
            for (index, line) in lines.iter().enumerate() {
                let mut piece = Piece::new(if index == 0 { 3.0 } else { 0.0 }, look.leading);
                if let (0, Some(dot)) = (index, self.lines(Role::Paragraph, "–", INDENT).first()) {
                    piece.say(run(look, 0.0, 0.0, dot), bullet);
                }
                piece.say(run(look, INDENT, 0.0, line), body);
                pieces.push(piece);
            }
        }
        pieces
    }
}
