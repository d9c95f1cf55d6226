//! Whole imports: a file's bytes, a vault in memory, what is previewed, what is planned, and the same file again.

mod asked;
mod ctf;
mod primary;
mod round_trip;
mod rows;
mod secondary;

use crate::{
    Accepted, Choices, Fate, Mapping, NeedSpell, Preview, PreviewRow, ProblemCode, Refused, Spell, Step, Table, guess,
    plan, preview, read,
};
use chrono::NaiveDate;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::{NeedId, PupilId, StatusId};
use daybook_domain::pupil::{Need, Pupil, Status};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-02")
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A list, its guessed mapping, and the pupils it meets.
struct Import {
    table: Table,
    mapping: Mapping,
    vault: Vec<Pupil>,
}

impl Import {
    fn of(name: &str, bytes: &[u8]) -> Self {
        let table = read(name, bytes).unwrap();
        let mapping = guess(&table, None);
        Self { table, mapping, vault: Vec::new() }
    }

    fn csv(text: &str) -> Self {
        Self::of("list.csv", text.as_bytes())
    }

    fn into(mut self, vault: Vec<Pupil>) -> Self {
        self.vault = vault;
        self
    }

    fn preview(&self) -> Preview {
        preview(&self.table, &self.mapping, &self.vault, RulePack::england(), today(), today()).unwrap()
    }

    fn row(&self, row: u32) -> PreviewRow {
        self.preview().rows.into_iter().find(|found| found.row == row).unwrap()
    }

    fn steps(&self, accepted: &[(u32, ProblemCode)]) -> Vec<Step> {
        let accepted = accepted.iter().map(|&(row, code)| Accepted { row, code }).collect();
        let choices = Choices { left_out: Vec::new(), accepted, refused: Vec::new(), as_at: today() };
        plan(&self.table, &self.mapping, &self.vault, RulePack::england(), today(), &choices).unwrap()
    }

    /// The vault after the import.
    fn applied(&self, accepted: &[(u32, ProblemCode)]) -> Vec<Pupil> {
        let mut vault = self.vault.clone();
        for step in self.steps(accepted) {
            apply(&mut vault, step);
        }
        vault
    }
}

/// What a vault would do with a step.
fn apply(vault: &mut Vec<Pupil>, step: Step) {
    let (pupil, status, needs) = match step {
        Step::Add { details, status, needs, spells, need_spells, .. } => {
            let id = vault.len() as i64 + 1;
            let case_code = format!("C-{id:04}");
            let mut statuses: Vec<Status> = spells
                .into_iter()
                .map(|Spell { code, from, to, reason }| Status { id: StatusId(0), code, from, to, reason })
                .collect();
            statuses.reverse();
            let mut held: Vec<Need> = need_spells
                .into_iter()
                .map(|NeedSpell { code, rank, from, to }| Need { id: NeedId(0), code, rank, from, to })
                .collect();
            held.sort_by_key(|need| (need.to.is_some(), std::cmp::Reverse(need.to), need.rank));
            vault.push(Pupil { id: PupilId(id), case_code, details, statuses, needs: held });
            (vault.last_mut().unwrap(), status, needs)
        }
        Step::Update { id, details, status, needs, .. } => {
            let pupil = vault.iter_mut().find(|pupil| pupil.id == id).unwrap();
            pupil.details = details;
            (pupil, status, needs)
        }
    };
    if let Some(opening) = status {
        for open in pupil.statuses.iter_mut().filter(|status| status.to.is_none()) {
            open.to = Some(opening.from);
        }
        if !RulePack::england().is_none(&opening.code) {
            let (code, from) = (opening.code, opening.from);
            pupil.statuses.insert(0, Status { id: StatusId(0), code, from, to: None, reason: String::new() });
        }
    }
    if let Some(needs) = needs {
        pupil.needs.clear();
        let from = needs.from;
        let codes = needs.codes.into_iter().zip(1..);
        pupil.needs.extend(codes.map(|(code, rank)| Need { id: NeedId(0), code, rank, from, to: None }));
    }
}

fn has(row: &PreviewRow, code: ProblemCode) -> bool {
    row.problems.iter().any(|problem| problem.code == code)
}

fn count(preview: &Preview, code: ProblemCode) -> u32 {
    preview.counts.problems.iter().filter(|problem| problem.code == code).map(|problem| problem.count).sum()
}

fn status(pupil: &Pupil) -> &str {
    pupil.statuses.iter().find(|status| status.to.is_none()).map_or("", |status| &status.code)
}

fn needs(pupil: &Pupil) -> Vec<&str> {
    pupil.needs.iter().filter(|need| need.to.is_none()).map(|need| need.code.as_str()).collect()
}
