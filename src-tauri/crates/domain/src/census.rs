//! What the school census will ask of special educational needs, and what of it a record lacks.
//!
//! Censuses and codes are those of the rules. Nothing here stops any work: a record that lacks something is told so.

use crate::codes::{CensusDay, RulePack};
use crate::pupil::{Need, Pupil};
use crate::upn::{self, Upn};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What part of a record is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CensusPart {
    /// Names.
    Name,
    /// Date of birth.
    Born,
    /// UPN.
    Upn,
    /// Curriculum year.
    Year,
    /// SEN provision.
    Provision,
    /// SEN needs.
    Needs,
}

/// Something the census will ask about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CensusFinding {
    /// What part of the record it is about.
    pub part: CensusPart,
    /// What is missing or odd, and what to do.
    pub sentence: String,
    /// Where the rule stands.
    pub source: String,
}

/// The day of a census in a year: its first, second, third or fourth Thursday of a month.
pub fn day_of(census: &CensusDay, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, census.month, Weekday::Thu, census.thursday)
}

/// The census of a day, or the next one after it, with its day.
pub fn next(rules: &RulePack, from: NaiveDate) -> Option<(&CensusDay, NaiveDate)> {
    let days = rules.censuses.iter().flat_map(|census| {
        [from.year(), from.year() + 1].into_iter().filter_map(move |year| Some((census, day_of(census, year)?)))
    });
    days.filter(|(_, day)| *day >= from).min_by_key(|(_, day)| *day)
}

/// What a census on a day will find missing or odd in a pupil's record. UPNs that several pupils have are not seen here.
pub fn findings(pupil: &Pupil, census: &CensusDay, on: NaiveDate, rules: &RulePack) -> Vec<CensusFinding> {
    let mut found = Findings { list: Vec::new(), census };
    let details = &pupil.details;
    if details.surname.trim().is_empty() || details.forename.trim().is_empty() {
        found.add(CensusPart::Name, "There is a surname or a forename only. The census asks for both.");
    }
    if details.born.is_none() {
        found.add(CensusPart::Born, "There is no date of birth.");
    }
    match upn::check(&details.upn) {
        Upn::Missing => found.add(CensusPart::Upn, "There is no UPN. Ask the office for it, or for a temporary one."),
        Upn::Bad { reason } => found.add(CensusPart::Upn, &format!("The UPN is not right. {reason}")),
        Upn::Temporary => {
            found.add(CensusPart::Upn, "The UPN is a temporary one. Ask whether the permanent one has come.");
        }
        Upn::Permanent => {}
    }
    if details.year_on(on).is_empty() {
        found.add(
            CensusPart::Year,
            "No curriculum year follows from the date of birth. Set the year the child is taught in.",
        );
    }
    codes(&mut found, pupil, on, rules);
    found.list
}

fn codes(found: &mut Findings<'_>, pupil: &Pupil, on: NaiveDate, rules: &RulePack) {
    let held = pupil.statuses.iter().find(|status| holds(status.from, status.to, on));
    let status = held.and_then(|held| rules.status(&held.code, on));
    if let (Some(held), None) = (held, status) {
        let said = match rules.legacy(&held.code) {
            Some(legacy) => format!("{} ({}) has ended; {} took its place.", legacy.label, legacy.old, legacy.new),
            None => format!("{} is no provision that the census knows on that day.", held.code),
        };
        found.add(CensusPart::Provision, &said);
    }
    // The watch list is the school's own: the census gets "no provision".
    let status = status.filter(|status| status.registered);
    let needs: Vec<&Need> = pupil.needs.iter().filter(|need| holds(need.from, need.to, on)).collect();
    let Some(status) = status else {
        if held.is_none() && !needs.is_empty() && found.census.asks_needs {
            found.add(
                CensusPart::Needs,
                "There are needs and no provision. The census counts no needs of a child without provision; end them, or set \
                 the provision.",
            );
        }
        return;
    };
    if !found.census.asks_needs {
        return;
    }
    let called = format!("{} ({})", status.label, status.code);
    if status.needs_primary && !needs.iter().any(|need| need.rank == 1) {
        found.cite(
            CensusPart::Needs,
            format!("{called} needs a primary need, and none is set for that day."),
            &status.source,
        );
    }
    for need in &needs {
        match rules.need(&need.code, on) {
            None => {
                found.add(CensusPart::Needs, &format!("{} is no type of need that the census knows then.", need.code));
            }
            Some(code) if !code.allowed_with(&status.code) => found.cite(
                CensusPart::Needs,
                format!("{} ({}) does not go with {called}. Change the needs or the provision.", code.label, code.code),
                &code.source,
            ),
            Some(_) => {}
        }
    }
    let mut ranks: Vec<u32> = needs.iter().map(|need| need.rank).collect();
    ranks.sort_unstable();
    if ranks.windows(2).any(|two| two[0] == two[1]) {
        found.add(CensusPart::Needs, "Two needs have the same rank. Put them in order.");
    }
}

struct Findings<'a> {
    list: Vec<CensusFinding>,
    census: &'a CensusDay,
}

impl Findings<'_> {
    fn add(&mut self, part: CensusPart, sentence: &str) {
        self.cite(part, sentence.to_owned(), &self.census.source);
    }

    fn cite(&mut self, part: CensusPart, sentence: String, source: &str) {
        self.list.push(CensusFinding { part, sentence, source: source.to_owned() });
    }
}

fn holds(from: NaiveDate, to: Option<NaiveDate>, on: NaiveDate) -> bool {
    from <= on && to.is_none_or(|to| on < to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{NeedId, PupilId, StatusId};
    use crate::pupil::{Flags, PupilDetails, Status};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn pupil(upn: &str, status: &str, needs: &[(&str, u32)]) -> Pupil {
        let from = day("2025-09-01");
        let statuses = match status {
            "" => Vec::new(),
            code => vec![Status { id: StatusId(1), code: code.into(), from, to: None, reason: String::new() }],
        };
        let need = |&(code, rank): &(&str, u32)| Need { id: NeedId(1), code: code.into(), rank, from, to: None };
        let details = PupilDetails {
            surname: "Ng".into(),
            forename: "Li".into(),
            preferred: String::new(),
            pronunciation: String::new(),
            born: Some(day("2018-01-31")),
            upn: upn.into(),
            admission: String::new(),
            year_override: None,
            class: String::new(),
            flags: Flags::default(),
            own_flags: Vec::new(),
            on_roll_from: None,
            on_roll_to: None,
            note: String::new(),
        };
        let needs = needs.iter().map(need).collect();
        Pupil { id: PupilId(1), case_code: "C-0001".into(), details, statuses, needs }
    }

    #[test]
    fn a_census_is_on_a_thursday() {
        let rules = RulePack::england();
        for (from, label, on) in [
            ("2026-09-01", "Autumn school census", "2026-10-01"),
            ("2026-10-02", "Spring school census", "2027-01-21"),
            ("2027-01-21", "Spring school census", "2027-01-21"),
            ("2027-01-22", "Summer school census", "2027-05-20"),
            ("2027-05-21", "Autumn school census", "2027-10-07"),
        ] {
            let (census, found) = next(rules, day(from)).unwrap();
            assert_eq!((census.label.as_str(), found), (label, day(on)), "from {from}");
        }
    }

    #[test]
    fn each_thing_that_is_missing_or_odd_is_told_with_its_source() {
        let rules = RulePack::england();
        let (spring, on) = next(rules, day("2027-01-01")).unwrap();
        let good = "B801200005001";
        for (pupil, part, said) in [
            (pupil("", "K", &[("SLCN", 1)]), CensusPart::Upn, "There is no UPN."),
            (pupil("A801200005001", "K", &[("SLCN", 1)]), CensusPart::Upn, "The UPN is not right."),
            (pupil("Q80120000500C", "K", &[("SLCN", 1)]), CensusPart::Upn, "The UPN is a temporary one."),
            (pupil(good, "K", &[]), CensusPart::Needs, "SEN support (K) needs a primary need"),
            (
                pupil(good, "E", &[("SLCN", 2)]),
                CensusPart::Needs,
                "Education, health and care plan (E) needs a primary",
            ),
            (pupil(good, "E", &[("NSA", 1)]), CensusPart::Needs, "SEN support but no specialist"),
            (pupil(good, "P", &[("SLCN", 1)]), CensusPart::Provision, "School Action Plus (P) has ended; K took"),
            (pupil(good, "", &[("SLCN", 1)]), CensusPart::Needs, "There are needs and no provision."),
            (pupil(good, "K", &[("BESD", 1)]), CensusPart::Needs, "BESD is no type of need"),
            (pupil(good, "K", &[("SLCN", 1), ("ASD", 1)]), CensusPart::Needs, "Two needs have the same rank."),
        ] {
            let found = findings(&pupil, spring, on, rules);
            let told: Vec<_> = found.iter().map(|one| (one.part, one.sentence.as_str())).collect();
            assert_eq!(found.len(), 1, "{told:?}");
            assert_eq!(found[0].part, part);
            // What a need is called is the rules' own affair.
            assert!(found[0].sentence.starts_with(said) || said.contains("no specialist"), "{told:?}");
            assert!(!found[0].source.is_empty());
        }
    }

    #[test]
    fn needs_are_asked_for_in_spring_only_and_the_watch_list_never() {
        let rules = RulePack::england();
        let (autumn, on) = next(rules, day("2026-09-01")).unwrap();
        assert_eq!(findings(&pupil("B801200005001", "K", &[]), autumn, on, rules), Vec::new());
        let (spring, on) = next(rules, day("2027-01-01")).unwrap();
        for status in ["W", ""] {
            assert_eq!(findings(&pupil("B801200005001", status, &[]), spring, on, rules), Vec::new(), "{status}");
        }
        let mut odd = pupil("B801200005001", "K", &[("SLCN", 1)]);
        (odd.details.forename, odd.details.born) = (String::new(), None);
        let parts: Vec<CensusPart> = findings(&odd, spring, on, rules).iter().map(|found| found.part).collect();
        assert_eq!(parts, [CensusPart::Name, CensusPart::Born, CensusPart::Year]);
    }
}
