//! What the daybook takes of its own user: counted where it is taken, shown where one looks back.

use crate::session::Session;
use crate::wire::{BurdenView, CountBurden};
use chrono::NaiveDate;
use daybook_domain::burden::{MOST_AT_ONCE, PROMISED_MINUTES};
use daybook_domain::calendar::monday_of;
use daybook_domain::ids::SchoolId;
use daybook_domain::look_back::Ground;
use daybook_domain::{Fault, Outcome};
use daybook_store::Reader;

/// Counts seconds of today. More at once than a window reports is refused: nobody was there.
pub(crate) fn count(session: &mut Session, ask: CountBurden) -> Outcome<()> {
    if ask.seconds > MOST_AT_ONCE {
        return Err(Fault::new("burden.too_much", "That is more time than can pass at once. Nothing was counted.")
            .at("seconds"));
    }
    let (school, today) = (session.school()?, session.today());
    let vault = session.vault()?;
    // What was opened only to look is not written in, not even this.
    if ask.seconds == 0 || vault.is_read_only() {
        return Ok(());
    }
    vault.count_burden(school, today, ask.part, ask.seconds)
}

/// What was counted this week and from one day to another.
pub(crate) fn view(
    read: &Reader<'_>,
    school: SchoolId,
    days: (NaiveDate, NaiveDate),
    ground: &Ground,
    today: NaiveDate,
) -> Outcome<BurdenView> {
    Ok(BurdenView {
        week: read.burden().spent(school, (monday_of(today), today))?,
        stretch: read.burden().spent(school, days)?,
        days: ground.worked_days((days.0, days.1.min(today))),
        promised: PROMISED_MINUTES,
    })
}
