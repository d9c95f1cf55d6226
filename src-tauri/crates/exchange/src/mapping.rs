//! What each column of a list means.

mod synonyms;

use crate::table::Table;
use crate::words::plain;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use synonyms::SYNONYMS;
use ts_rs::TS;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Legal surname.
    Surname,
    /// Legal forename.
    Forename,
    /// Preferred forename.
    Preferred,
    /// How the name is said.
    Pronunciation,
    /// Both names in one cell: "SURNAME, Forename" or "Forename Surname".
    FullName,
    /// Date of birth.
    Born,
    /// Unique pupil number.
    Upn,
    /// The school's own admission number.
    Admission,
    /// National curriculum year.
    Year,
    /// Class or tutor group.
    Class,
    /// Curriculum year of a pupil who is taught out of the year of their age; blank for all others.
    TaughtIn,
    /// SEN provision.
    SenStatus,
    /// The day SEN provision began.
    SenSince,
    /// SEN needs, several in one cell, the primary one first.
    SenNeeds,
    /// Primary SEN need.
    PrimaryNeed,
    /// Secondary SEN need.
    SecondaryNeed,
    /// Pupil premium.
    PupilPremium,
    /// English as an additional language.
    Eal,
    /// Looked after by a local authority.
    LookedAfter,
    /// Known to social care.
    SocialCare,
    /// Cares for somebody at home.
    YoungCarer,
    /// First day on roll.
    OnRollFrom,
    /// Last day on roll.
    OnRollTo,
    /// Flags of the school's own by name, in a list this app wrote.
    OwnFlags,
    /// What the SENCO noted, in a list this app wrote.
    Note,
    /// SEN provision over time, in a list this app wrote.
    StatusHistory,
    /// SEN needs over time, in a list this app wrote.
    NeedHistory,
    /// Nothing the daybook keeps.
    Ignore,
}

/// What one column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappedColumn {
    /// Its heading as written in the file; headings, not places, carry over to the next file.
    pub heading: String,
    /// What it holds.
    pub field: Field,
}

/// What every column of a list means, in the order of its headings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mapping {
    /// One for each heading.
    pub columns: Vec<MappedColumn>,
}

/// Headings that are remembered at most.
const MOST_REMEMBERED: usize = 400;

impl Mapping {
    /// This mapping, and behind it what an earlier one says of headings that this list does not have: the next file may be
    /// of that other kind again.
    #[must_use]
    pub fn with_earlier(&self, earlier: Option<&Self>) -> Self {
        let mut columns = self.columns.clone();
        let said: HashSet<String> = columns.iter().map(|column| plain(&column.heading)).collect();
        let others = earlier.into_iter().flat_map(|earlier| &earlier.columns);
        columns.extend(others.filter(|column| !said.contains(&plain(&column.heading))).cloned());
        columns.truncate(MOST_REMEMBERED);
        Self { columns }
    }
}

/// Guesses what each column means: as a person said of a column headed so before, else by what schools call it.
///
/// Where two columns could give one field, the surer one does and the other is ignored.
pub fn guess(table: &Table, remembered: Option<&Mapping>) -> Mapping {
    let mut told = remembered.map(told).unwrap_or_default();
    let mut places: HashMap<String, usize> = HashMap::new();
    // Rank 0 is what a person said; the synonyms follow in their own order.
    let mut guesses: Vec<(Field, usize)> = Vec::with_capacity(table.headings.len());
    for heading in &table.headings {
        let place = places.entry(plain(heading)).or_default();
        let guess = match told.remove(&(plain(heading), *place)) {
            Some(field) => (field, 0),
            None => recognise(heading).map_or((Field::Ignore, 0), |(field, rank)| (field, rank + 1)),
        };
        *place += 1;
        guesses.push(guess);
    }
    settle_names(&table.headings, &mut guesses);
    let mut best: HashMap<Field, (usize, usize)> = HashMap::new();
    for (at, (field, rank)) in guesses.iter().enumerate() {
        let entry = best.entry(*field).or_insert((*rank, at));
        *entry = (*entry).min((*rank, at));
    }
    let columns = table.headings.iter().zip(&guesses).enumerate().map(|(at, (heading, (field, _)))| {
        let kept = best.get(field).is_some_and(|(_, kept)| *kept == at);
        MappedColumn { heading: heading.clone(), field: if kept { *field } else { Field::Ignore } }
    });
    Mapping { columns: columns.collect() }
}

/// The field a heading is a known name of, and how far down that field's list the name stands.
pub(crate) fn recognise(heading: &str) -> Option<(Field, usize)> {
    static KNOWN: LazyLock<HashMap<&str, (Field, usize)>> = LazyLock::new(|| {
        let words = SYNONYMS
            .iter()
            .flat_map(|(field, words)| words.iter().enumerate().map(|(rank, word)| (*word, (*field, rank))));
        words.collect()
    });
    // No heading is a sentence, and most cells that are looked at are no headings.
    (heading.len() <= 60).then(|| KNOWN.get(plain(heading).as_str()).copied()).flatten()
}

/// What a person said before, by heading and which of its like it is.
fn told(remembered: &Mapping) -> HashMap<(String, usize), Field> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let said = remembered.columns.iter().map(|column| {
        let heading = plain(&column.heading);
        let place = places.entry(heading.clone()).or_default();
        *place += 1;
        ((heading, *place - 1), column.field)
    });
    said.collect()
}

/// "Name" beside "Surname" is a forename; a full name beside both names says nothing new.
fn settle_names(headings: &[String], guesses: &mut [(Field, usize)]) {
    let has = |field: Field, guesses: &[(Field, usize)]| guesses.iter().any(|(guess, _)| *guess == field);
    if !has(Field::Surname, guesses) {
        return;
    }
    for (at, heading) in headings.iter().enumerate() {
        let guessed = guesses[at].0 == Field::FullName && guesses[at].1 > 0;
        if guessed && !has(Field::Forename, guesses) && plain(heading) == "name" {
            guesses[at] = (Field::Forename, usize::MAX);
        } else if guessed && has(Field::Forename, guesses) {
            guesses[at] = (Field::Ignore, 0);
        }
    }
}

#[cfg(test)]
mod tests;
