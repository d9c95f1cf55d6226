//! Normal weeks: kept from a plan, laid into another.

use crate::session::Session;
use crate::wire::{KeepNormalWeek, LaidView, LayNormalWeek, Nothing, OfNormalWeek, RenameNormalWeek};
use daybook_domain::calendar::monday_of;
use daybook_domain::changed::Changed;
use daybook_domain::flags::same_name;
use daybook_domain::ids::{NormalWeekId, SchoolId};
use daybook_domain::normal_week::{Laying, NormalWeek, lay as lay_into, named, of_plan};
use daybook_domain::plan::BlockDetails;
use daybook_domain::{Fault, Outcome};
use daybook_store::{Access, Belonging, Op};

pub(crate) fn list(session: &mut Session, _: Nothing) -> Outcome<Vec<NormalWeek>> {
    let school = session.school()?;
    session.vault()?.read().normal_weeks().list(school)
}

/// Keeps blocks of a week, whatever has become of them since. Faults: `normal_week.empty`, `normal_week.name`,
/// `normal_week.taken`, and `store.gone` where a block is not of that week.
pub(crate) fn keep(session: &mut Session, ask: KeepNormalWeek) -> Outcome<Changed<NormalWeekId>> {
    let name = named(&ask.name)?;
    let (school, now, monday) = (session.school()?, session.now(), monday_of(ask.date));
    let vault = session.vault()?;
    let plan = vault.read().blocks().of_week(school, monday)?;
    let chosen: Vec<&BlockDetails> =
        plan.iter().filter(|block| ask.blocks.contains(&block.id)).map(|block| &block.details).collect();
    if ask.blocks.is_empty() {
        let said = "Choose at least one block that belongs to it. Nothing was changed.";
        return Err(Fault::new("normal_week.empty", said).at("blocks"));
    }
    if ask.blocks.iter().any(|id| plan.iter().all(|block| block.id != *id)) {
        let said = "The plan of that week has changed since it was looked at. Nothing was changed; look at it again.";
        return Err(Fault::new("normal_week.other_week", said).at("blocks"));
    }
    let blocks = of_plan(chosen);
    let same = of_name(&vault.read(), school, &name, None)?;
    if same.is_some() && !ask.replace {
        return Err(taken());
    }
    vault.transact(Op::new("normal_week_keep", "Plan kept as a normal week"), now, |tx| match same {
        None => tx.normal_weeks().insert(school, &name, &blocks),
        Some(id) => {
            tx.normal_weeks().replace(id, &blocks)?;
            tx.normal_weeks().rename(id, &name)?;
            Ok(id)
        }
    })
}

/// Lays what has room, and says what has none. Where nothing has, nothing is written. Fault: `block.frozen`.
pub(crate) fn lay(session: &mut Session, ask: LayNormalWeek) -> Outcome<Changed<LaidView>> {
    let (school, now, monday) = (session.school()?, session.now(), monday_of(ask.date));
    let vault = session.vault()?;
    let read = vault.read();
    read.schools().check_in_sight(Belonging::NormalWeek(ask.week))?;
    if read.weeks().get(school, monday)?.frozen_at.is_some() {
        return Err(Fault::new(
            "block.frozen",
            "The plan of that week is frozen, so it stays as it was. Nothing was laid; choose a week that is not frozen.",
        ));
    }
    let week = read.normal_weeks().get(ask.week)?;
    let calendar = read.calendar().of_week(school, monday)?;
    let activities = read.activities().list()?;
    let standing: Vec<BlockDetails> =
        read.blocks().of_week(school, monday)?.into_iter().map(|block| block.details).collect();
    let Laying { laid, left_out } = lay_into(&week.blocks, monday, &calendar, &standing, &activities);
    let label = format!("Normal week laid in the week of {}", monday.format("%-d %B"));
    vault.transact(Op::new("normal_week_lay", label), now, |tx| {
        laid.iter().try_for_each(|details| tx.blocks().insert(school, details).map(|_| ()))?;
        Ok(LaidView { laid: u32::try_from(laid.len()).unwrap_or(u32::MAX), left_out })
    })
}

pub(crate) fn rename(session: &mut Session, ask: RenameNormalWeek) -> Outcome<Changed<()>> {
    let name = named(&ask.name)?;
    let (school, now) = (session.school()?, session.now());
    let vault = session.vault()?;
    if of_name(&vault.read(), school, &name, Some(ask.week))?.is_some() {
        return Err(taken());
    }
    vault.transact(Op::new("normal_week_rename", "Normal week renamed"), now, |tx| {
        tx.normal_weeks().rename(ask.week, &name)
    })
}

pub(crate) fn remove(session: &mut Session, ask: OfNormalWeek) -> Outcome<Changed<()>> {
    let now = session.now();
    session
        .vault()?
        .transact(Op::new("normal_week_remove", "Normal week taken away"), now, |tx| tx.normal_weeks().remove(ask.week))
}

/// The one that has this name, capitals aside, unless it is `own`.
fn of_name<M>(
    access: &Access<'_, M>,
    school: SchoolId,
    name: &str,
    own: Option<NormalWeekId>,
) -> Outcome<Option<NormalWeekId>> {
    let known = access.normal_weeks().list(school)?;
    Ok(known.into_iter().find(|week| Some(week.id) != own && same_name(&week.name, name)).map(|week| week.id))
}

fn taken() -> Fault {
    Fault::new("normal_week.taken", "Another normal week has that name. Nothing was changed; choose another name.")
        .at("name")
}
