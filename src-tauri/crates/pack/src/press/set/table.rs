//! Tables: the head is repeated on each page, and a row is split only where it is taller than a page.

use super::{Setter, run, share};
use crate::blocks::{Align, Row, Table};
use crate::press::line::{Line, widest_stretch};
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, weight};
use crate::press::role::{Look, Role};
use crate::press::tags::{NodeId, Tag};
use std::rc::Rc;

const GAP: f32 = 12.0;
const PAD: f32 = 2.4;
/// A longer table is read aloud as several: readers and checkers lose their way in one of thousands of rows.
const ROWS: usize = 1000;

/// A cell, set at the width of its column.
struct Cell {
    node: NodeId,
    align: Align,
    share: (f32, f32),
    lines: Vec<Line>,
}

impl Setter<'_> {
    /// A table.
    pub(super) fn table(&mut self, parent: NodeId, width: f32, table: &Table) -> Vec<Piece> {
        if table.rows.is_empty() || table.columns.is_empty() {
            return self.paragraph(parent, width, Role::Paragraph, &table.when_empty);
        }
        let shares = self.columns(width, table);
        let mut pieces = Vec::new();
        for (part, rows) in table.rows.chunks(ROWS).enumerate() {
            let node = self.tags.hang(parent, Tag::Table);
            let first = row_head(rows.len(), table.columns.len());
            let mut head = self.head(node, width, table, &shares);
            head.new_page = part > 0;
            let silent = Rc::new(head.silent());
            pieces.push(head);
            for (index, row) in rows.iter().enumerate() {
                let mut set = self.row((node, first), width, table, row, &shares, silent.height);
                for piece in &mut set {
                    piece.head = Some(Rc::clone(&silent));
                }
                if let Some(last) = set.last_mut() {
                    last.keep = rows.get(index + 1).is_some_and(|next| next.total);
                }
                pieces.append(&mut set);
            }
        }
        pieces
    }

    /// Where the columns begin and how wide they are: by their weights, but none so narrow that a word has to be broken
    /// as long as the others can spare the room.
    fn columns(&self, width: f32, table: &Table) -> Vec<(f32, f32)> {
        let weights: Vec<f32> = table.columns.iter().map(|column| column.weight).collect();
        let shares = share(width, GAP, &weights);
        let (head, cell, total) = (Role::ColumnHead.look(), Role::Cell.look(), Role::Total.look());
        let stretch = |look: Look, text: &str| widest_stretch(self.typeface, look.face, look.size, text) + 0.1;
        let least: Vec<f32> = table
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let cells = table.rows.iter().filter_map(|row| row.cells.get(index).map(|text| (row.total, text)));
                cells
                    .map(|(sum, text)| stretch(if sum { total } else { cell }, text))
                    .fold(stretch(head, &column.heading), f32::max)
            })
            .collect();
        let room: f32 = shares.iter().map(|(_, wide)| wide).sum();
        let needed: f32 = least.iter().sum();
        if needed >= room {
            return shares;
        }
        let spare: Vec<f32> = shares.iter().zip(&least).map(|((_, wide), least)| (wide - least).max(0.0)).collect();
        let given = (room - needed) / spare.iter().sum::<f32>().max(0.01);
        share(width, GAP, &least.iter().zip(&spare).map(|(least, spare)| least + spare * given).collect::<Vec<_>>())
    }

    fn head(&mut self, table: NodeId, width: f32, spec: &Table, shares: &[(f32, f32)]) -> Piece {
        let look = Role::ColumnHead.look();
        let row = self.tags.hang(table, Tag::Row);
        let cells: Vec<Vec<Line>> = spec
            .columns
            .iter()
            .zip(shares)
            .map(|(column, (_, wide))| self.lines(Role::ColumnHead, &column.heading, *wide))
            .collect();
        let deepest = cells.iter().map(Vec::len).max().unwrap_or_default();
        let mut piece = Piece::new(7.0, look.leading * deepest as f32 + PAD + 1.0);
        for ((column, lines), share) in spec.columns.iter().zip(&cells).zip(shares) {
            let node = self.tags.hang(row, Tag::ColumnHead);
            let top = (deepest - lines.len()) as f32 * look.leading;
            for (index, line) in lines.iter().enumerate() {
                piece.say(run(look, stand(column.align, *share, line), top + index as f32 * look.leading, line), node);
            }
        }
        piece.draw(Drawn::across(0.0, piece.height, width, weight::FIRM));
        piece.keep = true;
        piece
    }

    fn row(
        &mut self,
        (table, leading): (NodeId, Tag),
        width: f32,
        spec: &Table,
        row: &Row,
        shares: &[(f32, f32)],
        head: f32,
    ) -> Vec<Piece> {
        let role = if row.total { Role::Total } else { Role::Cell };
        let look = role.look();
        let tag = self.tags.hang(table, Tag::Row);
        let cells: Vec<Cell> = spec
            .columns
            .iter()
            .zip(shares)
            .enumerate()
            .map(|(index, (column, share))| {
                let node = self.tags.hang(tag, if index == 0 { leading } else { Tag::Cell });
                let text = row.cells.get(index).map(String::as_str).unwrap_or_default();
                Cell { node, align: column.align, share: *share, lines: self.lines(role, text, share.1) }
            })
            .collect();
        let deepest = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default().max(1);
        let fits = look.leading * deepest as f32 + 2.0 * PAD <= self.room - head;
        let slice = if fits { deepest } else { 1 };
        let mut pieces = Vec::new();
        for from in (0..deepest).step_by(slice) {
            let (first, last) = (from == 0, from + slice >= deepest);
            let top = if first { PAD } else { 0.0 };
            let mut piece = Piece::new(0.0, top + look.leading * slice as f32 + if last { PAD } else { 0.0 });
            for Cell { node, align, share, lines } in &cells {
                for (index, line) in lines.iter().skip(from).take(slice).enumerate() {
                    piece.say(run(look, stand(*align, *share, line), top + index as f32 * look.leading, line), *node);
                }
            }
            if first && row.total {
                piece.draw(Drawn::across(0.0, 0.0, width, weight::FIRM));
            }
            if last && !row.total {
                piece.draw(Drawn::across(0.0, piece.height, width, weight::HAIRLINE));
            }
            pieces.push(piece);
        }
        pieces
    }
}

/// What the first cell of each row is: the heading of the row, but in a table so small that it would be more headings than
/// cells, which nobody can find their way in by ear, an ordinary cell.
fn row_head(rows: usize, columns: usize) -> Tag {
    let cells = rows * columns.saturating_sub(1);
    if cells >= columns + rows { Tag::RowHead } else { Tag::Cell }
}

fn stand(align: Align, (x, wide): (f32, f32), line: &Line) -> f32 {
    match align {
        Align::Words => x,
        Align::Figures => x + wide - line.width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_never_has_more_headings_than_cells() {
        for (rows, columns) in (1..40).flat_map(|rows| (1..9).map(move |columns| (rows, columns))) {
            if row_head(rows, columns) == Tag::RowHead {
                assert!(columns + rows <= rows * (columns - 1), "{rows} rows of {columns}");
            }
        }
        assert_eq!(row_head(1, 5), Tag::Cell);
        assert_eq!(row_head(6, 3), Tag::RowHead);
    }
}
