//! Finding pupils' names in free text, so that none leaves by accident.
//!
//! Every name and every part of a double name is looked for at once; accents, case, the kind of apostrophe and hyphens
//! do not matter, and a letter that an export turned into `?` still counts. What it finds too much of is a nuisance,
//! what it misses is a leak, so in doubt it finds. It never knows more of a pupil than names and a case code.

mod fold;
mod forms;
mod scan;

pub use fold::fold;

use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What stands in a text where a name stood that fits several pupils.
pub const MASK: &str = "[name]";

/// A pupil as the scan knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Neutral code, such as `C-0142`.
    pub case_code: String,
    /// Every name they go by: surname, forename, preferred forename.
    pub names: Vec<String>,
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes, without a possessive s.
    pub end: usize,
    /// As it is written there; a full name is one.
    pub word: String,
    /// Case codes of the pupils it fits, in the order they were given.
    pub case_codes: Vec<String>,
    /// It is an ordinary English word too, and counts only because of its capital.
    pub common_word: bool,
}

/// What masking a text has to know.
#[derive(Debug, Clone, Copy, Default)]
pub struct Masking<'a> {
    /// Case codes of the pupils the text is about: they are meant where a name fits several.
    pub about: &'a [String],
    /// Words that are to stay as they are.
    pub keep: &'a [String],
}

/// A name found in a number of texts, to be asked about before they are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundName {
    /// As it was first written.
    pub word: String,
    /// How many times it was found.
    pub times: u32,
    /// Case codes of the pupils it may be.
    pub case_codes: Vec<String>,
    /// It is an ordinary English word too.
    pub common_word: bool,
}

/// The names of all pupils, ready to be looked for.
#[derive(Debug, Clone)]
pub struct NameScan {
    case_codes: Vec<String>,
    forms: forms::Forms,
    /// None if there are more names than it can hold; then no text is let through.
    automaton: Option<AhoCorasick>,
}

impl NameScan {
    /// Makes ready to look for the names of these pupils.
    pub fn new(known: &[Known]) -> Self {
        let (patterns, forms) = forms::Forms::of(known);
        Self {
            case_codes: known.iter().map(|pupil| pupil.case_code.clone()).collect(),
            forms,
            automaton: AhoCorasick::new(patterns).ok(),
        }
    }

    /// Names in a text, in order, apart from each other.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let hits = self.scan(text).into_iter();
        hits.map(|found| Hit {
            start: found.start,
            end: found.end,
            word: text[found.start..found.end].to_owned(),
            case_codes: found.pupils.iter().map(|pupil| self.case_codes[*pupil as usize].clone()).collect(),
            common_word: found.common,
        })
        .collect()
    }

    /// The text with every name replaced: by the case code where it fits one pupil, or one of those the text is about,
    /// otherwise by [`MASK`].
    pub fn mask(&self, text: &str, masking: &Masking<'_>) -> String {
        if self.automaton.is_none() && !text.is_empty() {
            return MASK.to_owned();
        }
        let keep: Vec<String> = masking.keep.iter().map(|word| fold(word.trim())).collect();
        let mut masked = String::with_capacity(text.len());
        let mut done = 0;
        for found in self.scan(text) {
            let word = &text[found.start..found.end];
            if !keep.is_empty() && keep.contains(&fold(word)) {
                continue;
            }
            masked.push_str(&text[done..found.start]);
            masked.push_str(self.meant(&found.pupils, masking.about).unwrap_or(MASK));
            done = found.end;
        }
        masked.push_str(&text[done..]);
        masked
    }

    /// The names in a number of texts, most frequent first.
    pub fn summarise<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Vec<FoundName> {
        let mut names: BTreeMap<String, FoundName> = BTreeMap::new();
        for hit in texts.into_iter().flat_map(|text| self.find(text)) {
            let Hit { word, case_codes, common_word, .. } = hit;
            let key = fold(&word);
            let name = names.entry(key).or_insert_with(|| FoundName { word, times: 0, case_codes, common_word });
            name.times += 1;
        }
        let mut names: Vec<FoundName> = names.into_values().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.times));
        names
    }

    /// The one pupil a name means.
    fn meant(&self, pupils: &[u32], about: &[String]) -> Option<&str> {
        let codes = || pupils.iter().map(|pupil| self.case_codes[*pupil as usize].as_str());
        let mut linked = codes().filter(|code| about.iter().any(|linked| linked == code));
        match (linked.next(), linked.next(), pupils) {
            (Some(one), None, _) => Some(one),
            (None, None, [_]) => codes().next(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod mask_tests;
#[cfg(test)]
mod tests;
