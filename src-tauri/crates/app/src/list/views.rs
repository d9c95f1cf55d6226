//! Views of the list that somebody wants again, and which was chosen last.

use crate::session::Session;
use crate::wire::{ChooseView, Nothing, OfView, SaveView, ViewsView};
use daybook_domain::changed::Changed;
use daybook_domain::ids::ViewId;
use daybook_domain::text::at_most;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Belonging, Op};

/// Where the view that was chosen last is remembered.
const LAST: &str = "register.view";

/// Characters of a name.
const MOST_OF_A_NAME: usize = 60;

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<ViewsView> {
    let school = session.school()?;
    let read = session.vault()?.read();
    let views = read.views().list(school)?;
    let last: Option<ViewId> = read.settings().get::<Option<ViewId>>(LAST)?.flatten();
    Ok(ViewsView { last: last.filter(|last| views.iter().any(|view| view.id == *last)), views })
}

pub(crate) fn save(session: &mut Session, ask: SaveView) -> Outcome<Changed<ViewId>> {
    let name = ask.name.trim();
    if name.is_empty() {
        return Err(Fault::new("view.no_name", "A view needs a name to be found by. Nothing was changed.").at("name"));
    }
    at_most(name, MOST_OF_A_NAME, "name")?;
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    for flag in &ask.query.own_flags {
        vault.read().schools().check_in_sight(Belonging::Flag(*flag))?;
    }
    let op = Op::new("view_save", "View of the list kept");
    let changed = vault.transact(op, now, |tx| tx.views().save(school, name, &ask.query))?;
    // Where one is, is set apart from what one did: Undo of the one must not trip over the other.
    let _ = vault.transact(chosen(), now, |tx| tx.settings().set(LAST, &Some(changed.value)));
    Ok(changed)
}

pub(crate) fn remove(session: &mut Session, ask: OfView) -> Outcome<Changed<()>> {
    let (school, now) = (session.school()?, session.now());
    let op = Op::new("view_remove", "View of the list removed");
    session.vault()?.transact(op, now, |tx| tx.views().remove(school, ask.view))
}

pub(crate) fn choose(session: &mut Session, ask: ChooseView) -> Outcome<Changed<()>> {
    let now = session.now();
    let vault = session.vault()?;
    if let Some(view) = ask.view {
        vault.read().schools().check_in_sight(Belonging::View(view))?;
    }
    vault.transact(chosen(), now, |tx| tx.settings().set(LAST, &ask.view))
}

/// Undo passes over it: it is where one was, not what one did.
fn chosen() -> Op {
    Op::lasting("view_choose", "View of the list chosen")
}
