//! Provision and needs over time in one cell, as this app writes them and reads them again.
//!
//! `K 2022-09-01 to 2024-08-31: seen by the EP | E 2024-09-01`, and for needs with their ranks
//! `1 SLCN 2022-09-01 | 2 ASD 2023-01-09 to 2023-07-20`. The day after "to" is the last on which it held.

use super::date::{self, DateCell};
use chrono::{Days, NaiveDate};
use daybook_domain::codes::RulePack;
use daybook_domain::pupil::{Need, Status};

/// A spell of provision that a list tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spell {
    /// Provision code.
    pub code: String,
    /// First day.
    pub from: NaiveDate,
    /// The first day it no longer held; none while it holds.
    pub to: Option<NaiveDate>,
    /// Why it began; may be empty.
    pub reason: String,
}

/// A need over a time that a list tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedSpell {
    /// Need code.
    pub code: String,
    /// 1 for primary.
    pub rank: u32,
    /// First day.
    pub from: NaiveDate,
    /// The first day it no longer held; none while it holds.
    pub to: Option<NaiveDate>,
}

/// What stands between two spells.
const BETWEEN: &str = " | ";
/// Spells a cell can hold.
const MOST: usize = 100;
/// Characters a cell may take before reasons are left out, so that it can be read again.
const ROOM: usize = 4_500;

/// Provision over time as text, oldest first.
pub fn statuses(spells: &[Status]) -> String {
    let mut spells: Vec<&Status> = spells.iter().collect();
    spells.sort_by_key(|spell| spell.from);
    let text = |reasons: bool| {
        let each = spells.iter().map(|spell| {
            let reason = spell.reason.replace('|', "¦");
            let reason = if reasons && !reason.is_empty() { format!(": {reason}") } else { String::new() };
            format!("{} {}{reason}", spell.code, days(spell.from, spell.to))
        });
        each.collect::<Vec<_>>().join(BETWEEN)
    };
    let whole = text(true);
    if whole.chars().count() > ROOM { text(false) } else { whole }
}

/// Needs over time as text, oldest first.
pub fn needs(needs: &[Need]) -> String {
    let mut needs: Vec<&Need> = needs.iter().collect();
    needs.sort_by_key(|need| (need.from, need.rank));
    let each = needs.iter().map(|need| format!("{} {} {}", need.rank, need.code, days(need.from, need.to)));
    each.collect::<Vec<_>>().join(BETWEEN)
}

/// Reads provision over time; none where any of it cannot be read or two spells are of one day.
pub fn read_statuses(cell: &str, rules: &RulePack, today: NaiveDate) -> Option<Vec<Spell>> {
    let mut spells = Vec::new();
    for part in parts(cell) {
        let (head, reason) = part.split_once(':').unwrap_or((part, ""));
        let words: Vec<&str> = head.split_whitespace().collect();
        let (code, rest) = words.split_first()?;
        let (from, to) = read_days(rest, today)?;
        let known = rules.status(code, from).map(|status| status.code.clone());
        // A spell that is over may have had a code that is over.
        let old = || rules.legacy(code).filter(|_| to.is_some()).map(|legacy| legacy.old.clone());
        let code = known.or_else(old)?;
        spells.push(Spell { code, from, to, reason: reason.trim().replace('¦', "|") });
    }
    spells.sort_by_key(|spell| spell.from);
    let apart = spells.windows(2).all(|two| two[0].to.is_some_and(|to| to <= two[1].from));
    apart.then_some(spells)
}

/// Reads needs over time; none where any of it cannot be read, or one need is twice in force.
pub fn read_needs(cell: &str, rules: &RulePack, today: NaiveDate) -> Option<Vec<NeedSpell>> {
    let mut needs: Vec<NeedSpell> = Vec::new();
    for part in parts(cell) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let [rank, code, rest @ ..] = words.as_slice() else { return None };
        let rank: u32 = rank.parse().ok().filter(|rank| (1..=99).contains(rank))?;
        let (from, to) = read_days(rest, today)?;
        let code = rules.needs.iter().find(|need| need.code.eq_ignore_ascii_case(code))?.code.clone();
        needs.push(NeedSpell { code, rank, from, to });
    }
    let open = |need: &&NeedSpell| need.to.is_none();
    let twice = |one: &NeedSpell| needs.iter().filter(open).filter(|other| other.code == one.code).count() > 1;
    (!needs.iter().filter(open).any(twice)).then_some(needs)
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty()).take(MOST)
}

fn days(from: NaiveDate, to: Option<NaiveDate>) -> String {
    match to.and_then(|to| to.checked_sub_days(Days::new(1))) {
        Some(last) => format!("{from} to {last}"),
        None => from.to_string(),
    }
}

/// A first day, and the day after the last where there is one.
fn read_days(words: &[&str], today: NaiveDate) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let day = |text: &str| match date::read(text, today) {
        DateCell::Day(day) => Some(day),
        DateCell::Blank | DateCell::MonthFirst(_) | DateCell::Unreadable => None,
    };
    match words {
        [from] => Some((day(from)?, None)),
        [from, "to", last] => {
            let (from, last) = (day(from)?, day(last)?);
            (from <= last).then(|| Some((from, Some(last.checked_add_days(Days::new(1))?))))?
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use daybook_domain::ids::StatusId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let status = |code: &str, from: &str, to: Option<&str>, reason: &str| Status {
            id: StatusId(1),
            code: code.into(),
            from: day(from),
            to: to.map(day),
            reason: reason.into(),
        };
        let held = [
            status("E", "2024-09-02", None, ""),
            status("K", "2022-09-01", Some("2024-09-02"), "seen: by the EP | twice"),
            status("W", "2022-01-10", Some("2022-01-11"), ""),
        ];
        let text = statuses(&held);
        assert_eq!(
            text,
            "W 2022-01-10 to 2022-01-10 | K 2022-09-01 to 2024-09-01: seen: by the EP ¦ twice | E 2024-09-02"
        );
        let read = read_statuses(&text, RulePack::england(), day("2026-11-02")).unwrap();
        let back: Vec<_> =
            read.iter().map(|spell| (spell.code.as_str(), spell.from, spell.to, &*spell.reason)).collect();
        let was: Vec<_> =
            held.iter().rev().map(|spell| (spell.code.as_str(), spell.from, spell.to, &*spell.reason)).collect();
        assert_eq!(back, was);
    }

    #[test]
    fn what_cannot_be_so_is_not_read() {
        let today = day("2026-11-02");
        for cell in [
            "K",
            "Q 2022-09-01",
            "K soon",
            "K 2022-09-01 to 2021-09-01",
            "K 2022-09-01 | E 2023-09-01",
            "P 2012-09-01",
            "K 2022-09-01 until 2023-09-01",
        ] {
            assert_eq!(read_statuses(cell, RulePack::england(), today), None, "{cell}");
        }
        for cell in
            ["SLCN 2022-09-01", "0 SLCN 2022-09-01", "1 BESD 2022-09-01", "1 SLCN 2022-09-01 | 2 SLCN 2023-09-01"]
        {
            assert_eq!(read_needs(cell, RulePack::england(), today), None, "{cell}");
        }
        assert_eq!(read_statuses("P 2012-09-01 to 2014-08-31", RulePack::england(), today).unwrap().len(), 1);
        assert_eq!(read_statuses("", RulePack::england(), today), Some(Vec::new()));
    }
}
