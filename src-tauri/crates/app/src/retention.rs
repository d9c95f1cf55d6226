//! Who left so long ago that the record is to be erased, by the school's own rule.

use crate::pupil;
use crate::session::Session;
use crate::wire::{KeepRecords, Nothing, RetentionRow, RetentionView};
use chrono::Months;
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::retention::{check_years, due_on};
use daybook_store::Op;

/// Where the school's own rule is kept.
const YEARS: &str = "retention.years";

pub(crate) fn view(session: &mut Session, _: Nothing) -> Outcome<RetentionView> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let own: Option<u32> = read.settings().get::<Option<u32>>(YEARS)?.flatten();
    let rule = RulePack::england().retention.clone();
    let ruled = rule.as_ref().map_or(0, |rule| rule.years);
    let years = own.unwrap_or(ruled);
    let soon = today.checked_add_months(Months::new(12)).unwrap_or(today);
    let (mut due, mut coming, mut undated, mut later) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for pupil in read.pupils().for_matching(school)? {
        let left_on = pupil.details.on_roll_to;
        if left_on.is_none_or(|last| last >= today) {
            continue;
        }
        let row = pupil::row(&pupil, today);
        let Some(born) = pupil.details.born else {
            undated.push(row);
            continue;
        };
        let due_on = due_on(born, years);
        let row = RetentionRow { pupil: row, due_on, left_on };
        match due_on {
            day if day <= today => due.push(row),
            day if day <= soon => coming.push(row),
            _ => later += 1,
        }
    }
    due.sort_by_key(|row| row.due_on);
    coming.sort_by_key(|row| row.due_on);
    let source = rule.map(|rule| rule.source).unwrap_or_default();
    Ok(RetentionView { years, own: own.is_some(), ruled, source, due, coming, later, undated })
}

pub(crate) fn save(session: &mut Session, ask: KeepRecords) -> Outcome<Changed<()>> {
    ask.years.map_or(Ok(()), check_years)?;
    let now = session.now();
    let op = Op::new("retention_save", "Years that records are kept changed");
    session.vault()?.transact(op, now, |tx| tx.settings().set(YEARS, &ask.years))
}
