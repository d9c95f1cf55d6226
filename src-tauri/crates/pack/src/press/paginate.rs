//! Pieces onto pages.

use crate::press::piece::Piece;
use crate::press::placed::Mark;
use crate::press::sheet::Sheet;

/// Stacks pieces into pages, keeping together what belongs together as long as it fits on one page. Always gives a page.
pub fn paginate(sheet: Sheet, pieces: Vec<Piece>) -> Vec<Vec<Mark>> {
    let stands: Vec<Stand> = stands(sheet.room(), &pieces).collect();
    let mut pages = vec![Piece::default()];
    for (piece, stand) in pieces.into_iter().zip(stands) {
        if stand.turns {
            pages.push(Piece::default());
        }
        let Some(page) = pages.last_mut() else { continue };
        if let (true, Some(head)) = (stand.heads, &piece.head) {
            page.take(head.marks.clone(), sheet.left, sheet.top);
        }
        page.take(piece.marks, sheet.left, sheet.top + stand.top);
    }
    pages.into_iter().map(|page| page.marks).collect()
}

/// How much room is left under the pieces on the last of their pages, in points.
pub fn left(room: f32, pieces: &[Piece]) -> f32 {
    stands(room, pieces).zip(pieces).last().map_or(room, |(stand, piece)| room - stand.top - piece.height)
}

/// Where a piece stands.
struct Stand {
    /// Whether it begins a page that is not the first.
    turns: bool,
    /// Whether it begins a page, so that the head of its table is repeated.
    heads: bool,
    /// How far below the top of the page it begins, in points.
    top: f32,
}

fn stands(room: f32, pieces: &[Piece]) -> impl Iterator<Item = Stand> {
    let mut y = 0.0;
    pieces.iter().zip(reach(pieces)).map(move |(piece, needed)| {
        let before = if y > 0.0 { piece.before } else { 0.0 };
        let together = if needed <= room { needed } else { piece.height };
        let turns = y > 0.0 && (piece.new_page || y + before + together > room + 0.01);
        let mut top = if turns { 0.0 } else { y + before };
        let heads = top == 0.0;
        if let (true, Some(head)) = (heads, &piece.head) {
            top += head.height;
        }
        y = top + piece.height;
        Stand { turns, heads, top }
    })
}

/// For each piece, how tall it is together with all that must stay with it.
fn reach(pieces: &[Piece]) -> Vec<f32> {
    let mut needs = vec![0.0; pieces.len()];
    for index in (0..pieces.len()).rev() {
        let after = match pieces.get(index + 1) {
            Some(next) if pieces[index].keep => next.before + needs[index + 1],
            _ => 0.0,
        };
        needs[index] = pieces[index].height + after;
    }
    needs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Orientation;
    use crate::press::placed::Drawn;

    fn piece(height: f32, keep: bool) -> Piece {
        let mut piece = Piece { keep, ..Piece::new(0.0, height) };
        piece.draw(Drawn::across(0.0, 0.0, 1.0, 1.0));
        piece
    }

    fn counts(pieces: Vec<Piece>) -> Vec<usize> {
        paginate(Sheet::lying(Orientation::Portrait), pieces).iter().map(Vec::len).collect()
    }

    #[test]
    fn nothing_is_still_a_page() {
        assert_eq!(counts(vec![]), [0]);
    }

    #[test]
    fn a_heading_goes_with_what_follows_it() {
        assert_eq!(counts(vec![piece(700.0, false), piece(20.0, true), piece(100.0, false)]), [1, 2]);
    }

    #[test]
    fn what_can_never_be_kept_together_does_not_push_pages_out() {
        assert_eq!(counts(vec![piece(500.0, true), piece(500.0, true), piece(500.0, false)]), [1, 1, 1]);
    }
}
