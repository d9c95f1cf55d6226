//! Rows of one list that are about the same child, or share what no two children share.

use super::columns::Columns;
use super::people::{alike, key, upn_key};
use super::row::ReadPupil;
use crate::mapping::Field;
use crate::problem::{Problem, ProblemCode, Severity};
use crate::table::Row;
use chrono::NaiveDate;
use std::collections::HashMap;

/// How a row repeats an earlier one, by that one's place among the rows judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// The same child, and the same is said.
    Exact(usize),
    /// The same child, and something else is said.
    Conflicting(usize),
    /// The same UPN, or name and date of birth, but otherwise another child.
    Shared(usize),
}

impl Repeat {
    /// The earlier row.
    pub fn earlier(self) -> usize {
        match self {
            Self::Exact(at) | Self::Conflicting(at) | Self::Shared(at) => at,
        }
    }
}

/// The rows so far, by what tells children apart.
#[derive(Default)]
pub struct Repeats {
    by_upn: HashMap<String, usize>,
    by_name: HashMap<(String, NaiveDate), usize>,
    by_pupil: HashMap<usize, usize>,
    seen: HashMap<usize, Seen>,
}

struct Seen {
    surname: String,
    forename: String,
    born: Option<NaiveDate>,
    upn: String,
    told: Vec<String>,
    pupil: Option<usize>,
}

impl Repeats {
    /// Takes a row in, and says which earlier one it repeats. `pupil` is the known pupil it is about.
    pub fn place(&mut self, at: usize, row: &Row, read: &ReadPupil, pupil: Option<usize>) -> Option<Repeat> {
        debug_assert_eq!(row.number, read.row, "a row is placed as what was read from it");
        let upn = upn_key(&read.upn);
        let name = read.born.map(|born| (key(&read.surname, &read.forename), born));
        let earlier = [
            (!upn.is_empty()).then(|| self.by_upn.get(&upn)).flatten(),
            name.as_ref().and_then(|name| self.by_name.get(name)),
            pupil.and_then(|pupil| self.by_pupil.get(&pupil)),
        ];
        let repeat = earlier.into_iter().flatten().next().and_then(|earlier| self.compare(*earlier, read, &upn, pupil));
        if !upn.is_empty() {
            self.by_upn.entry(upn.clone()).or_insert(at);
        }
        if let Some(name) = name {
            self.by_name.entry(name).or_insert(at);
        }
        if let Some(pupil) = pupil {
            self.by_pupil.entry(pupil).or_insert(at);
        }
        let (surname, forename) = (read.surname.clone(), read.forename.clone());
        self.seen.insert(at, Seen { surname, forename, born: read.born, upn, told: read.told.clone(), pupil });
        repeat
    }

    /// The later row counts from now on, in the earlier one's stead.
    pub fn take_over(&mut self, earlier: usize, later: usize) {
        let stead = |held: &mut usize| {
            if *held == earlier {
                *held = later;
            }
        };
        self.by_upn.values_mut().for_each(stead);
        self.by_name.values_mut().for_each(stead);
        self.by_pupil.values_mut().for_each(stead);
    }

    fn compare(&self, at: usize, read: &ReadPupil, upn: &str, pupil: Option<usize>) -> Option<Repeat> {
        let earlier = self.seen.get(&at)?;
        if earlier.pupil.is_some() && pupil.is_some() && earlier.pupil != pupil {
            // Two children the daybook already tells apart.
            return None;
        }
        if earlier.told == read.told {
            return Some(Repeat::Exact(at));
        }
        let same_upn = earlier.upn == upn && !upn.is_empty();
        let other_upn = earlier.upn != upn && !upn.is_empty() && !earlier.upn.is_empty();
        let same_name = alike(&earlier.surname, &read.surname) && alike(&earlier.forename, &read.forename);
        let same_born = earlier.born.is_some() && earlier.born == read.born;
        let same_child = (same_upn && (same_name || same_born))
            || (same_name && same_born && !other_upn)
            || (pupil.is_some() && earlier.pupil == pupil);
        Some(if same_child { Repeat::Conflicting(at) } else { Repeat::Shared(at) })
    }
}

/// What a person reads of a repeat.
pub fn problem(columns: &Columns<'_>, read: &ReadPupil, repeat: &Repeat, earlier: u32) -> Problem {
    let place = columns.place().to_lowercase();
    match repeat {
        Repeat::Exact(_) => {
            let said = format!("it says the same as {place} {earlier}. It is left out, and nothing is lost by that.");
            columns.problem(read.row, None, Severity::Note, ProblemCode::ExactRepeat, &said)
        }
        Repeat::Conflicting(_) => {
            let said = format!(
                "{place} {earlier} is about the same child and says something else. This one is left out unless you take \
                 it instead."
            );
            let problem = columns.problem(read.row, None, Severity::Ask, ProblemCode::ConflictingRepeat, &said);
            Problem { offered: Some(format!("Take this one instead of {place} {earlier}")), ..problem }
        }
        Repeat::Shared(_) => {
            let said = format!(
                "{place} {earlier} has the same UPN, or the same name and date of birth, but seems to be another child. \
                 This one is left out unless you say so."
            );
            let field = columns.has(Field::Upn).then_some(Field::Upn);
            let problem = columns.problem(read.row, field, Severity::Ask, ProblemCode::SharedIdentity, &said);
            Problem { offered: Some("It is another child: import this one too".to_owned()), ..problem }
        }
    }
}
