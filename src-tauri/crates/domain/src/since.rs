//! What became of a pupil over a time, from the dates of the record: for the meeting.

use crate::codes::RulePack;
use crate::pupil::{Need, Pupil, Status};
use chrono::NaiveDate;

/// Something that happened to a pupil.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Happened {
    /// The day.
    pub on: NaiveDate,
    /// What, in a sentence. It may repeat what was typed.
    pub sentence: String,
}

/// What happened from one day to another, both included, in order: provision, needs, and coming and going.
pub fn since(pupil: &Pupil, from: NaiveDate, to: NaiveDate) -> Vec<Happened> {
    let within = |day: NaiveDate| from <= day && day <= to;
    let mut happened: Vec<Happened> = Vec::new();
    let mut tell = |on: NaiveDate, sentence: String| {
        if within(on) {
            happened.push(Happened { on, sentence });
        }
    };
    let details = &pupil.details;
    if let Some(on) = details.on_roll_from {
        tell(on, "Came on roll.".to_owned());
    }
    for spell in &pupil.statuses {
        tell(spell.from, begins(spell, &pupil.statuses));
        if let Some(end) = spell.to.filter(|end| !pupil.statuses.iter().any(|next| next.from == *end)) {
            tell(end, format!("SEN provision ended: {}.", RulePack::england().say_status(&spell.code)));
        }
    }
    for need in &pupil.needs {
        tell(need.from, need_begins(need, &pupil.needs));
        let goes_on = |end: NaiveDate| pupil.needs.iter().any(|next| next.code == need.code && next.from == end);
        if let Some(end) = need.to.filter(|end| !goes_on(*end)) {
            tell(end, format!("Need ended: {}.", RulePack::england().say_need(&need.code)));
        }
    }
    if let Some(on) = details.on_roll_to {
        tell(on, "Left: this was the last day on roll.".to_owned());
    }
    happened.sort_by_key(|each| each.on);
    happened
}

/// Whether a pupil had a place on the register on any day of a time: provision, the watch list among it.
pub fn had_provision(pupil: &Pupil, from: NaiveDate, to: NaiveDate) -> bool {
    pupil.statuses.iter().any(|spell| spell.from <= to && spell.to.is_none_or(|end| from <= end))
}

fn begins(spell: &Status, all: &[Status]) -> String {
    let rules = RulePack::england();
    let why = match spell.reason.trim() {
        "" => String::new(),
        reason => format!(", because “{reason}”"),
    };
    let now = rules.say_status(&spell.code);
    match all.iter().find(|before| before.to == Some(spell.from)) {
        Some(before) => format!("SEN provision changed from {} to {now}{why}.", rules.say_status(&before.code)),
        None => format!("SEN provision began: {now}{why}."),
    }
}

fn need_begins(need: &Need, all: &[Need]) -> String {
    let said = RulePack::england().say_need(&need.code);
    let place = match need.rank {
        1 => "the primary need".to_owned(),
        rank => format!("need {rank}"),
    };
    match all.iter().any(|before| before.code == need.code && before.to == Some(need.from)) {
        true => format!("{said} is now {place}."),
        false => format!("Need added: {said}, {place}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{NeedId, PupilId, StatusId};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn spell(code: &str, from: &str, to: Option<&str>, reason: &str) -> Status {
        Status { id: StatusId(1), code: code.into(), from: day(from), to: to.map(day), reason: reason.into() }
    }

    fn need(code: &str, rank: u32, from: &str, to: Option<&str>) -> Need {
        Need { id: NeedId(1), code: code.into(), rank, from: day(from), to: to.map(day) }
    }

    fn pupil() -> Pupil {
        let details = serde_json::from_value(serde_json::json!({
            "surname": "Moss", "forename": "Ada", "preferred": "", "pronunciation": "", "born": null, "upn": "",
            "admission": "", "year_override": null, "class": "", "own_flags": [], "note": "",
            "on_roll_from": "2024-09-02", "on_roll_to": "2026-12-18",
            "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
        }));
        Pupil {
            id: PupilId(1),
            case_code: "C-0001".into(),
            details: details.unwrap(),
            statuses: vec![
                spell("E", "2026-11-02", Some("2026-12-18"), "plan issued"),
                spell("K", "2025-09-01", Some("2026-11-02"), ""),
            ],
            needs: vec![
                need("SLCN", 2, "2026-11-03", None),
                need("ASD", 1, "2026-11-03", None),
                need("SLCN", 1, "2025-09-01", Some("2026-11-03")),
                need("MLD", 2, "2025-09-01", Some("2026-10-01")),
            ],
        }
    }

    #[test]
    fn a_time_tells_what_began_changed_and_ended_in_it_in_order() {
        let said = |from: &str, to: &str| -> Vec<String> {
            let happened = since(&pupil(), day(from), day(to));
            happened.into_iter().map(|each| format!("{} {}", each.on.format("%-d %b"), each.sentence)).collect()
        };
        assert_eq!(
            said("2026-10-02", "2026-11-04"),
            [
                "2 Nov SEN provision changed from SEN support (K) to Education, health and care plan (E), because “plan issued”.",
                "3 Nov Speech, language and communication needs (SLCN) is now need 2.",
                "3 Nov Need added: Autistic spectrum disorder (ASD), the primary need.",
            ]
        );
        assert_eq!(said("2026-10-01", "2026-10-01"), ["1 Oct Need ended: Moderate learning difficulty (MLD)."]);
        assert_eq!(
            said("2026-12-18", "2026-12-31"),
            [
                "18 Dec SEN provision ended: Education, health and care plan (E).",
                "18 Dec Left: this was the last day on roll.",
            ]
        );
        assert_eq!(said("2026-11-04", "2026-12-01"), Vec::<String>::new());
    }

    #[test]
    fn provision_counts_on_any_day_of_the_time() {
        for (from, to, had) in [
            ("2025-01-01", "2025-08-31", false),
            ("2025-01-01", "2025-09-01", true),
            ("2026-12-18", "2027-01-01", true),
            ("2026-12-19", "2027-01-01", false),
        ] {
            assert_eq!(had_provision(&pupil(), day(from), day(to)), had, "{from} to {to}");
        }
    }
}
