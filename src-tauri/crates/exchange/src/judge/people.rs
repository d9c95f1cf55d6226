//! Which pupil in the daybook a row is about.

use super::columns::Columns;
use super::row::ReadPupil;
use crate::mapping::Field;
use crate::problem::{Problem, ProblemCode, Severity};
use crate::words::{could_be, name_key, same_written};
use chrono::NaiveDate;
use daybook_domain::pupil::{Pupil, PupilDetails};
use daybook_domain::upn::{self, Upn};
use std::collections::HashMap;

/// Whether the row's pupil is known, by place among the existing ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// This one.
    Sure(usize),
    /// Perhaps this one: a person must say.
    Unsure(usize),
    /// None of them.
    Nobody,
}

/// The pupils in the daybook, to be found by UPN, by name and date of birth, or by name.
pub struct People<'a> {
    existing: &'a [Pupil],
    by_upn: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    by_born: HashMap<NaiveDate, Vec<usize>>,
}

/// A name is looked for among this many pupils born on its day at most; only a broken list has more.
const MOST_BORN_ON_A_DAY: usize = 50;

impl<'a> People<'a> {
    /// Makes them easy to find.
    pub fn new(existing: &'a [Pupil]) -> Self {
        let mut people = Self { existing, by_upn: HashMap::new(), by_name: HashMap::new(), by_born: HashMap::new() };
        for (at, pupil) in existing.iter().enumerate() {
            let details = &pupil.details;
            if !details.upn.trim().is_empty() {
                people.by_upn.entry(upn_key(&details.upn)).or_default().push(at);
            }
            people.by_name.entry(key(&details.surname, &details.forename)).or_default().push(at);
            if !details.preferred.is_empty() {
                let list = people.by_name.entry(key(&details.surname, &details.preferred)).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
            if let Some(born) = details.born {
                people.by_born.entry(born).or_default().push(at);
            }
        }
        people
    }

    /// By UPN, unless name and date of birth both say otherwise; else by name and date of birth; by name alone only
    /// where one of the two has no date of birth, and then unsure. Two permanent UPNs that differ are two children, or a
    /// slip in one of them: a person says which.
    pub fn find(&self, read: &ReadPupil) -> Match {
        let by_upn = self.by_upn.get(&upn_key(&read.upn)).map(Vec::as_slice).unwrap_or_default();
        if let Some(at) = by_upn.iter().find(|at| self.agrees(read, **at)) {
            return Match::Sure(*at);
        }
        let found = match (self.by_name_and_born(read), by_upn.first()) {
            (Some(found), _) => found,
            (None, Some(at)) => Match::Unsure(*at),
            (None, None) => self.by_name_alone(read),
        };
        match found {
            Match::Sure(at) if two_upns(&read.upn, &self.details(at).upn) => Match::Unsure(at),
            found => found,
        }
    }

    fn by_name_and_born(&self, read: &ReadPupil) -> Option<Match> {
        let born = self.by_born.get(&read.born?)?;
        let mut found = born.iter().take(MOST_BORN_ON_A_DAY).filter(|at| self.named(read, **at));
        let first = *found.next()?;
        let Some(second) = found.next() else { return Some(Match::Sure(first)) };
        // Of several of one name and day, the one whose UPN does not contradict is the nearest.
        let fits = |at: &&usize| !two_upns(&read.upn, &self.details(**at).upn);
        let near = [&first, second].into_iter().chain(found).find(fits).copied();
        Some(Match::Unsure(near.unwrap_or(first)))
    }

    fn by_name_alone(&self, read: &ReadPupil) -> Match {
        let named = self.by_name.get(&key(&read.surname, &read.forename)).map(Vec::as_slice).unwrap_or_default();
        let mut possible = named.iter().filter(|at| read.born.is_none() || self.details(**at).born.is_none());
        let Some(first) = possible.next() else { return Match::Nobody };
        let details = self.details(*first);
        let same_number = !read.admission.is_empty() && read.admission == details.admission;
        let same_class = !read.class.is_empty() && same_written(&read.class, &details.class);
        // Where neither side has anything surer, one pupil of that name in that class is the pupil.
        let nothing_surer = read.born.is_none() && read.upn.is_empty() && (details.born.is_none() || same_number);
        if possible.next().is_none() && (same_number || (nothing_surer && same_class)) {
            return Match::Sure(*first);
        }
        Match::Unsure(*first)
    }

    /// Whether a pupil with the row's UPN is the row's pupil: the name or the date of birth is the same, or part of the
    /// name is and no date of birth contradicts.
    fn agrees(&self, read: &ReadPupil, at: usize) -> bool {
        let details = self.details(at);
        let same_born = read.born.is_some() && read.born == details.born;
        let no_born = read.born.is_none() || details.born.is_none();
        let part = alike(&read.surname, &details.surname) || alike(&read.forename, &details.forename);
        same_born || self.named(read, at) || (no_born && part)
    }

    fn named(&self, read: &ReadPupil, at: usize) -> bool {
        let details = self.details(at);
        alike(&read.surname, &details.surname)
            && (alike(&read.forename, &details.forename)
                || (!details.preferred.is_empty() && alike(&read.forename, &details.preferred)))
    }

    fn details(&self, at: usize) -> &PupilDetails {
        &self.existing[at].details
    }
}

/// The two offers for a row that may be about a known pupil.
pub fn unsure(columns: &Columns<'_>, read: &ReadPupil, known: &Pupil) -> [Problem; 2] {
    let shared = !read.upn.is_empty() && upn_key(&read.upn) == upn_key(&known.details.upn);
    let (field, why) = if shared {
        (Field::Upn, "a pupil in the daybook has this UPN, with another name and date of birth")
    } else if two_upns(&read.upn, &known.details.upn) {
        (Field::Upn, "a pupil in the daybook has this name, and another UPN that is in order too")
    } else {
        (Field::Surname, "a pupil in the daybook has this name, and nothing else tells whether it is the same child")
    };
    let field = if columns.has(field) { field } else { Field::FullName };
    let offer = |code, offered: &str| {
        let said = format!("{why}. The row is left out unless you say which it is.");
        let mut problem = columns.problem(read.row, Some(field), Severity::Ask, code, &said);
        problem.offered = Some(offered.to_owned());
        problem
    };
    [
        offer(ProblemCode::MaybeSamePupil, &format!("It is {}: update that pupil", known.case_code)),
        offer(ProblemCode::MaybeNewPupil, "It is another child: add a pupil"),
    ]
}

/// Whether two UPNs are both permanent, in order, and not the same.
pub fn two_upns(one: &str, other: &str) -> bool {
    let permanent = |upn: &str| matches!(upn::check(upn.trim()), Upn::Permanent);
    upn_key(one) != upn_key(other) && permanent(one) && permanent(other)
}

/// A UPN for comparing: without spaces, in capitals.
pub fn upn_key(upn: &str) -> String {
    upn.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// Surname and forename for comparing.
pub fn key(surname: &str, forename: &str) -> String {
    format!("{}|{}", name_key(surname), name_key(forename))
}

/// Whether two names are the same, or could be where an export lost letters of one.
pub fn alike(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
        || (one.contains('?') && could_be(one, other))
        || (other.contains('?') && could_be(other, one))
}
