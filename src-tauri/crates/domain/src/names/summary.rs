//! What was found in a number of texts, to be asked about before they are printed.

use super::{Masking, NameScan, fold, said_of};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A name found in a number of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundName {
    /// As it was first written.
    pub word: String,
    /// How many times it was found.
    pub times: u32,
    /// Case codes of the pupils it may be.
    pub case_codes: Vec<String>,
    /// It is an everyday English word too.
    pub common_word: bool,
    /// It is such a word in small letters, and nothing beside it says that it is a name: not hidden unless asked for.
    pub in_doubt: bool,
    /// It is hidden, at least once.
    pub hidden: bool,
    /// It was said to be no pupil's name, but fits other pupils than it did then: hidden until that is said again.
    pub asked_again: bool,
}

impl NameScan {
    /// The names in a number of texts, most frequent first. A text's masking says which pupils it is about and what was
    /// asked for. Where a word is in doubt in one text and not in another, it is listed twice.
    pub fn summarise<'t>(&self, texts: impl IntoIterator<Item = (&'t str, Masking<'t>)>) -> Vec<FoundName> {
        let mut names: BTreeMap<(String, bool, bool), FoundName> = BTreeMap::new();
        for (text, masking) in texts {
            let shown = self.scan(text, &masking).into_iter().filter(|found| !self.spares(found, &masking));
            for found in shown {
                let word = &text[found.start..found.end];
                let hidden = self.hides(&found, text, &masking);
                let asked_again = hidden && !found.weak && said_of(&found, text, masking.keep).next().is_some();
                // An everyday word is kept apart from the same word with a capital.
                let small = found.common && found.small;
                let name = names.entry((fold(word), small, found.weak)).or_insert_with(|| FoundName {
                    word: word.to_owned(),
                    times: 0,
                    case_codes: Vec::new(),
                    common_word: found.common,
                    in_doubt: found.weak,
                    hidden: false,
                    asked_again: false,
                });
                name.times += 1;
                name.hidden |= hidden;
                name.asked_again |= asked_again;
                let codes: BTreeSet<&str> =
                    name.case_codes.iter().map(String::as_str).chain(self.codes(&found.pupils)).collect();
                if codes.len() > name.case_codes.len() {
                    name.case_codes = codes.into_iter().map(str::to_owned).collect();
                }
            }
        }
        let mut names: Vec<FoundName> = names.into_values().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.times));
        names
    }
}
