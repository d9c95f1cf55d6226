//! What the timer measures when a pupil is erased: the time goes on, and neither number nor name of the pupil stays in it.

use super::{Belongings, Mask, Speaks};
use crate::sql::Sql;
use crate::timers;
use daybook_domain::Outcome;
use daybook_domain::ids::SchoolId;
use daybook_domain::timer::{Doing, Kept};

/// Takes the pupil out of every school's timer, of what it asks about too.
pub(super) fn mask(sql: Sql<'_>, of: &Belongings, mask: Mask<'_>) -> Outcome<()> {
    let all: Vec<(i64, String)> =
        sql.all("SELECT school_id, layers FROM timer", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (school, text) in all {
        // One that cannot be read is as good as none, and may name anybody.
        let mut kept: Kept = serde_json::from_str(&text).unwrap_or_default();
        let layers = kept.timer.layers.iter_mut().map(|layer| &mut layer.doing);
        layers
            .chain(kept.asking.iter_mut().map(|question| &mut question.doing))
            .for_each(|doing| clear(doing, of, mask));
        timers::keep(sql.0, SchoolId(school), &kept)?;
    }
    Ok(())
}

fn clear(doing: &mut Doing, of: &Belongings, mask: Mask<'_>) {
    let gone = |table: &str, id: i64| of.keys(table).is_some_and(|keys| keys.contains(&id));
    let of_the_pupil = doing.pupils.contains(&of.pupil) || doing.task.is_some_and(|task| gone("task", task.0));
    let speaks = |others: Speaks| if of_the_pupil { Speaks::OfThePupil } else { others };
    doing.pupils.retain(|pupil| *pupil != of.pupil);
    doing.task = doing.task.filter(|task| !gone("task", task.0));
    if let Some(masked) = mask(&doing.text, speaks(Speaks::OfOthers)) {
        doing.text = masked;
    }
    if let Some(masked) = doing.who.as_deref().and_then(|who| mask(who, speaks(Speaks::OfGrownUps))) {
        doing.who = Some(masked);
    }
}
