//! Who left so long ago that the record is to be erased, by the school's own rule.

use crate::pupil;
use crate::session::Session;
use crate::wire::{KeepRecords, Nothing, RetentionRow, RetentionRule, RetentionView};
use chrono::Months;
use daybook_domain::Outcome;
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::retention::{check_years, due_on};
use daybook_store::Op;

/// Where the school's own rules are kept.
const YEARS: &str = "retention.years";
const PLAIN_YEARS: &str = "retention.plain_years";

/// Who is this old has left, whatever the record says.
const SCHOOL_LEAVER: u32 = 19;

pub(crate) fn view(session: &mut Session, _: Nothing) -> Outcome<RetentionView> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let rule = RulePack::england().retention.clone();
    let rule_of = |key: &str, ruled: u32, source: String| -> Outcome<RetentionRule> {
        let own: Option<u32> = read.settings().get::<Option<u32>>(key)?.flatten();
        Ok(RetentionRule { years: own.unwrap_or(ruled), own: own.is_some(), ruled, source })
    };
    let (years, plain_years) = rule.as_ref().map_or((0, 0), |rule| (rule.years, rule.plain_years));
    let (source, plain_source) = rule.map(|rule| (rule.source, rule.plain_source)).unwrap_or_default();
    let (sen_rule, plain) = (rule_of(YEARS, years, source)?, rule_of(PLAIN_YEARS, plain_years, plain_source)?);
    let with_sen = read.pupils().with_sen_file(school)?;
    let (mut overstayed, long_ago) = (0, today.checked_sub_months(Months::new(12 * SCHOOL_LEAVER)));
    let soon = today.checked_add_months(Months::new(12)).unwrap_or(today);
    let (mut due, mut coming, mut undated, mut later) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for pupil in read.pupils().for_matching(school)? {
        let left_on = pupil.details.on_roll_to;
        if left_on.is_none_or(|last| last >= today) {
            let old = pupil.details.born.zip(long_ago).is_some_and(|(born, long_ago)| born <= long_ago);
            overstayed += u32::from(old && left_on.is_none());
            continue;
        }
        let row = pupil::row(&pupil, today);
        let Some(born) = pupil.details.born else {
            undated.push(row);
            continue;
        };
        let sen = with_sen.contains(&pupil.id);
        let due_on = due_on(born, if sen { sen_rule.years } else { plain.years });
        let row = RetentionRow { pupil: row, due_on, left_on, sen };
        match due_on {
            day if day <= today => due.push(row),
            day if day <= soon => coming.push(row),
            _ => later += 1,
        }
    }
    due.sort_by_key(|row| row.due_on);
    coming.sort_by_key(|row| row.due_on);
    Ok(RetentionView { sen: sen_rule, plain, due, coming, later, undated, overstayed })
}

pub(crate) fn save(session: &mut Session, ask: KeepRecords) -> Outcome<Changed<()>> {
    ask.years.map_or(Ok(()), check_years)?;
    let now = session.now();
    let key = if ask.plain { PLAIN_YEARS } else { YEARS };
    let op = Op::new("retention_save", "Years that records are kept changed");
    session.vault()?.transact(op, now, |tx| tx.settings().set(key, &ask.years))
}
