//! Finding pupils' names in free text, so that none leaves by accident.
//!
//! Every name and every part of a double name is looked for at once; accents, case, the kind of apostrophe and hyphens
//! do not matter, and a letter that an export turned into `?` still counts. What it finds too much of is a nuisance,
//! what it misses is a leak, so in doubt it finds. It never knows more of a pupil than names and a case code.
//!
//! One doubt it leaves to a person: a name that is an everyday English word too and is written in small letters, such
//! as "will" or "may". Such a word counts where a name of the same pupil stands beside it, where the text is about that
//! pupil, or where she asked for it; wherever else it stands, [`NameScan::summarise`] says that it is not hidden.

mod fold;
mod forms;
mod grown_ups;
mod scan;
mod summary;
mod surely;

pub use fold::fold;
pub use grown_ups::GrownUps;
pub use summary::FoundName;

use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands in a text where a name stood that fits several pupils.
pub const MASK: &str = "[name]";

/// A pupil as the scan knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Neutral code, such as `C-0142`.
    pub case_code: String,
    /// Every name they go by or went by: surname, forename, preferred forename.
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
    /// It is an everyday English word too.
    pub common_word: bool,
}

/// A word that looks like a pupil's name and was said to be none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeptWord {
    /// The word.
    pub word: String,
    /// Case codes of the pupils it fitted when that was said. It says nothing of others.
    pub case_codes: Vec<String>,
}

/// What masking a text has to know.
#[derive(Debug, Clone, Copy, Default)]
pub struct Masking<'a> {
    /// Case codes of the pupils the text is about: they are meant where a name fits several.
    pub about: &'a [String],
    /// Words that are to stay as they are, as far as they fit the pupils they were kept for. One in small letters
    /// keeps an everyday word in small letters only: "will" keeps no "Will".
    pub keep: &'a [KeptWord],
    /// Everyday words in small letters that are to be hidden wherever they stand.
    pub hide: &'a [String],
    /// Case code of the pupil whose own paper it is: a name that may be theirs stands, and only others are hidden.
    pub spare: Option<&'a str>,
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

    /// Names in a text, in order, apart from each other. Everyday words in small letters are among them only where a
    /// name of the same pupil stands beside them.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let hits = self.scan(text, &Masking::default()).into_iter().filter(|found| !found.weak);
        hits.map(|found| Hit {
            start: found.start,
            end: found.end,
            word: text[found.start..found.end].to_owned(),
            case_codes: self.codes(&found.pupils).map(str::to_owned).collect(),
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
        let mut masked = String::with_capacity(text.len());
        let mut done = 0;
        for found in self.scan(text, masking) {
            if !self.hides(&found, text, masking) {
                continue;
            }
            masked.push_str(&text[done..found.start]);
            masked.push_str(self.meant(&found.pupils, masking.about).unwrap_or(MASK));
            done = found.end;
        }
        masked.push_str(&text[done..]);
        masked
    }

    /// Whether a name is hidden: unless it is in doubt and nobody asked, or it was kept for every pupil it fits.
    fn hides(&self, found: &scan::Found, text: &str, masking: &Masking<'_>) -> bool {
        if self.spares(found, masking) {
            return false;
        }
        if found.weak {
            return scan::is_asked(&text[found.start..found.end], masking.hide);
        }
        let mut kept = said_of(found, text, masking.keep);
        !kept.any(|kept| self.codes(&found.pupils).all(|code| kept.case_codes.iter().any(|one| one == code)))
    }

    /// Whether it may be the name of the pupil whose own paper it is.
    fn spares(&self, found: &scan::Found, masking: &Masking<'_>) -> bool {
        masking.spare.is_some_and(|own| self.codes(&found.pupils).any(|code| code == own))
    }

    fn codes<'a>(&'a self, pupils: &'a [u32]) -> impl Iterator<Item = &'a str> {
        pupils.iter().map(|pupil| self.case_codes[*pupil as usize].as_str())
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

/// What was kept of this word, for whichever pupils.
fn said_of<'a>(found: &scan::Found, text: &str, keep: &'a [KeptWord]) -> impl Iterator<Item = &'a KeptWord> {
    let word = if keep.is_empty() { String::new() } else { fold(&text[found.start..found.end]) };
    let (common, small) = (found.common, found.small);
    keep.iter().filter(move |kept| {
        let reaches = !common || small || kept.word.contains(char::is_uppercase);
        reaches && fold(kept.word.trim()) == word
    })
}

#[cfg(test)]
mod mask_tests;
#[cfg(test)]
mod tests;
