//! Settling two entries that claim the same minutes.

use crate::against_plan::{check_against_plan, say_of_plan};
use crate::session::Session;
use crate::wire::SettleOverlap;
use daybook_domain::changed::Changed;
use daybook_domain::clock::{Span, Spans};
use daybook_domain::entry::{EntryDetails, EntryKind};
use daybook_domain::{Fault, Outcome};
use daybook_store::Op;

/// Keeps one entry whole and takes the minutes they share off the other: its end, its beginning or its middle.
/// An entry that is covered altogether is refused, so that nothing vanishes by settling.
pub(crate) fn settle(session: &mut Session, ask: SettleOverlap) -> Outcome<Changed<()>> {
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    let keep = vault.read().entries().get(ask.keep)?.details;
    let trim = vault.read().entries().get(ask.trim)?.details;
    let pieces = left_over(&keep, &trim)?;
    vault.transact(Op::new("overlap_settle", "Overlap settled"), now, |tx| {
        let mut pieces = pieces.iter();
        if let Some(first) = pieces.next() {
            check_against_plan(tx, school, Some(ask.trim), first)?;
            tx.entries().update(ask.trim, first)?;
            say_of_plan(tx, ask.trim, trim.block, first, now.date())?;
        }
        pieces.try_for_each(|piece| {
            check_against_plan(tx, school, None, piece)?;
            tx.entries().insert_piece(school, ask.trim, piece).map(|_| ())
        })
    })
}

/// What is left of `trim` when `keep` stands whole; planned work that was cut short is `changed`. Only the first piece
/// pushed out what the whole did.
fn left_over(keep: &EntryDetails, trim: &EntryDetails) -> Outcome<Vec<EntryDetails>> {
    let (Some(kept), Some(cut)) = (keep.span(), trim.span()) else { return Err(no_overlap()) };
    if keep.date != trim.date || kept.shared(cut).is_none() {
        return Err(no_overlap());
    }
    let pieces: Vec<Span> = Spans::covering([cut]).without(&Spans::covering([kept])).iter().collect();
    if pieces.is_empty() {
        return Err(Fault::new(
            "overlap.covered",
            "The other entry covers this one altogether, so nothing would be left of it. Nothing was changed; keep this one, or take it away.",
        ));
    }
    let kind = if trim.kind == EntryKind::AsPlanned { EntryKind::Changed } else { trim.kind };
    Ok(pieces
        .iter()
        .enumerate()
        .map(|(i, piece)| EntryDetails {
            start: Some(piece.start),
            minutes: piece.minutes(),
            kind,
            displaced: trim.displaced.filter(|_| i == 0),
            ..trim.clone()
        })
        .collect())
}

fn no_overlap() -> Fault {
    Fault::new("overlap.none", "These two entries do not share any minutes. Nothing was changed.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use daybook_domain::clock::Clock;
    use daybook_domain::entry::Place;
    use daybook_domain::ids::{ActivityId, BlockId};

    fn entry(start: (u16, u16), minutes: u32) -> EntryDetails {
        EntryDetails {
            date: "2026-11-02".parse().unwrap(),
            start: Some(Clock::at(start.0, start.1)),
            minutes,
            text: String::new(),
            activity: Some(ActivityId(1)),
            place: Place::School,
            kind: EntryKind::AsPlanned,
            block: Some(BlockId(1)),
            interrupted_by: None,
            displaced: None,
            pupils: Vec::new(),
            private: false,
            provisional: false,
        }
    }

    #[test]
    fn the_kept_entry_stands_and_the_other_gives_way() {
        let kept = entry((9, 30), 15);
        for (start, minutes, left) in [
            ((9, 0), 60, vec![((9, 0), 30), ((9, 45), 15)]),
            ((9, 0), 40, vec![((9, 0), 30)]),
            ((9, 40), 20, vec![((9, 45), 15)]),
        ] {
            let pieces = left_over(&kept, &entry(start, minutes)).unwrap();
            let got: Vec<_> = pieces.iter().map(|piece| (piece.start.unwrap(), piece.minutes, piece.kind)).collect();
            let want: Vec<_> =
                left.iter().map(|((h, m), long)| (Clock::at(*h, *m), *long, EntryKind::Changed)).collect();
            assert_eq!(got, want, "from {start:?} for {minutes}");
        }
        assert_eq!(left_over(&kept, &entry((9, 35), 5)).unwrap_err().code, "overlap.covered");
        assert_eq!(left_over(&kept, &entry((11, 0), 5)).unwrap_err().code, "overlap.none");
    }
}
