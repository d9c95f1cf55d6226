//! Pieces onto pages.

use crate::press::piece::Piece;
use crate::press::placed::Mark;
use crate::press::sheet::Sheet;

/// Stacks pieces into pages, keeping together what belongs together as long as it fits on one page. Always gives a page.
pub fn paginate(sheet: Sheet, pieces: Vec<Piece>) -> Vec<Vec<Mark>> {
    let room = sheet.room();
    let needs = reach(&pieces);
    let mut pages: Vec<Piece> = vec![Piece::default()];
    let mut y = 0.0;
    for (piece, needed) in pieces.into_iter().zip(needs) {
        let before = if y > 0.0 { piece.before } else { 0.0 };
        let together = if needed <= room { needed } else { piece.height };
        if y > 0.0 && (piece.new_page || y + before + together > room + 0.01) {
            pages.push(Piece::default());
            y = 0.0;
        } else {
            y += before;
        }
        let Some(page) = pages.last_mut() else { continue };
        if let (true, Some(head)) = (y == 0.0, &piece.head) {
            page.take(head.marks.clone(), sheet.left, sheet.top);
            y += head.height;
        }
        page.take(piece.marks, sheet.left, sheet.top + y);
        y += piece.height;
    }
    pages.into_iter().map(|page| page.marks).collect()
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
