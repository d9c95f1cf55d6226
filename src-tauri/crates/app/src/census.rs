//! The register held against what the next school census will ask.

use crate::pupil;
use crate::session::Session;
use crate::wire::{AskCensus, CensusCount, CensusRow, CensusView};
use chrono::NaiveDate;
use daybook_domain::census::{self, CensusFinding, CensusPart};
use daybook_domain::codes::RulePack;
use daybook_domain::pupil::Pupil;
use daybook_domain::{Fault, Outcome};
use std::collections::BTreeMap;

pub(crate) fn check(session: &mut Session, ask: AskCensus) -> Outcome<CensusView> {
    let (school, today) = (session.school()?, session.today());
    let rules = RulePack::england();
    let Some((day, on)) = census::next(rules, ask.on.unwrap_or(today)) else {
        let said = "The rules in use know of no school census. Nothing was checked; use rules that do.";
        return Err(Fault::new("census.none", said));
    };
    let pupils = session.vault()?.read().pupils().for_matching(school)?;
    let on_roll: Vec<&Pupil> = pupils.iter().filter(|pupil| is_on_roll(pupil, on)).collect();
    let mut upns: BTreeMap<String, u32> = BTreeMap::new();
    for pupil in &on_roll {
        *upns.entry(upn(pupil)).or_default() += 1;
    }
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut rows = Vec::new();
    for pupil in &on_roll {
        *counts.entry(code(pupil, on, rules)).or_default() += 1;
        let mut findings = census::findings(pupil, day, on, rules);
        if !upn(pupil).is_empty() && upns.get(&upn(pupil)).is_some_and(|times| *times > 1) {
            findings.push(CensusFinding {
                part: CensusPart::Upn,
                sentence: "Another child on roll has the same UPN.".to_owned(),
                source: day.source.clone(),
            });
        }
        if !findings.is_empty() {
            rows.push(CensusRow { pupil: pupil::row(pupil, on), findings });
        }
    }
    rows.sort_by(|one, other| {
        let key = |row: &CensusRow| (row.pupil.surname.clone(), row.pupil.forename.clone(), row.pupil.id);
        key(one).cmp(&key(other))
    });
    let order = |code: &String| rules.statuses.iter().position(|status| status.code == *code);
    let mut counts: Vec<CensusCount> = counts.into_iter().map(|(code, count)| CensusCount { code, count }).collect();
    counts.sort_by_key(|count| order(&count.code));
    Ok(CensusView {
        label: day.label.clone(),
        on,
        asks_needs: day.asks_needs,
        source: day.source.clone(),
        on_roll: u32::try_from(on_roll.len()).unwrap_or(u32::MAX),
        counts,
        rows,
    })
}

/// Whether a pupil will be on roll. One without a first day is here already.
fn is_on_roll(pupil: &Pupil, on: NaiveDate) -> bool {
    let details = &pupil.details;
    details.on_roll_from.is_none_or(|from| from <= on) && details.on_roll_to.is_none_or(|to| on <= to)
}

/// What the census counts a pupil as: the watch list is no provision there.
fn code(pupil: &Pupil, on: NaiveDate, rules: &RulePack) -> String {
    let held = pupil.statuses.iter().find(|spell| spell.from <= on && spell.to.is_none_or(|to| on < to));
    let held = held.and_then(|spell| rules.status(&spell.code, on)).filter(|status| status.registered);
    held.map_or_else(|| rules.none.clone(), |status| status.code.clone())
}

fn upn(pupil: &Pupil) -> String {
    pupil.details.upn.split_whitespace().collect::<String>().to_uppercase()
}
