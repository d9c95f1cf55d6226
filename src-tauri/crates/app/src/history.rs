//! Undo and redo.

use crate::session::Session;
use crate::wire::Nothing;
use daybook_domain::Outcome;
use daybook_domain::changed::{Changed, UndoState};

pub(crate) fn undo(session: &mut Session, _: Nothing) -> Outcome<Changed<UndoState>> {
    let now = session.now();
    session.vault()?.undo(now)
}

pub(crate) fn redo(session: &mut Session, _: Nothing) -> Outcome<Changed<UndoState>> {
    let now = session.now();
    session.vault()?.redo(now)
}
