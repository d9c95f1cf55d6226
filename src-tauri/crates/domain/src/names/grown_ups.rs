//! Grown-ups' names in running text: whoever has a title, and staff whom the record names somewhere.
//!
//! It is for what is handed on, where marking too much costs a second look and marking too little costs somebody's privacy.

use super::fold;
use super::surely::is_title;
use std::collections::BTreeSet;
use std::ops::Range;

/// What stands in a field for staff and is no name.
const ROLES: &[&str] = &[
    "all",
    "assistant",
    "class",
    "coach",
    "educational",
    "elsa",
    "head",
    "headteacher",
    "hlta",
    "home",
    "language",
    "lead",
    "mentor",
    "nurse",
    "occupational",
    "office",
    "parent",
    "psychologist",
    "school",
    "senco",
    "specialist",
    "speech",
    "staff",
    "support",
    "ta",
    "teacher",
    "teaching",
    "team",
    "therapist",
    "therapy",
    "year",
];

/// Names of grown-ups, to be found in texts.
#[derive(Debug, Clone, Default)]
pub struct GrownUps {
    surnames: BTreeSet<String>,
    whole: BTreeSet<(String, String)>,
}

/// A word of a text, folded, and where it stands.
struct Word<'t> {
    at: Range<usize>,
    text: &'t str,
    folded: String,
}

impl GrownUps {
    /// Reads names out of fields that say who somebody is, such as `Mrs Bellamy, TA` or `Jo Park and Sam Lee`. A surname is
    /// what follows a title or a forename; roles are none.
    pub fn named_in<'a>(fields: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names = Self::default();
        for field in fields {
            for part in field.split([',', ';', '/', '&', '+', '(', ')', '|']).flat_map(|part| part.split(" and ")) {
                names.take(&words(part));
            }
        }
        names
    }

    /// Where grown-ups are named, in bytes, apart and in order: a title with the name that follows it, a whole name, and a
    /// surname that is one of these.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let length = self.length(&words[at..], &text[word.at.start..]);
            match length.checked_sub(1).and_then(|last| words.get(at + last)) {
                Some(last) => {
                    found.push(word.at.start..last.at.end);
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    fn take(&mut self, words: &[Word<'_>]) {
        let titled = words.first().is_some_and(|word| is_title(&word.folded));
        let named: Vec<&Word<'_>> =
            words.iter().filter(|word| is_capital(word.text) && !is_title(&word.folded)).collect();
        let role = |word: &&&Word<'_>| ROLES.contains(&word.folded.as_str());
        match named.as_slice() {
            [] => {}
            [only] if titled && !role(&only) => {
                self.surnames.insert(only.folded.clone());
            }
            [_] => {}
            [forename, .., surname] if !named.iter().any(|word| role(&word)) => {
                self.surnames.insert(surname.folded.clone());
                self.whole.insert((forename.folded.clone(), surname.folded.clone()));
            }
            [..] => {}
        }
    }

    /// How many of these words from the first on are one name.
    fn length(&self, words: &[Word<'_>], text: &str) -> usize {
        let [first, rest @ ..] = words else { return 0 };
        if !is_capital(first.text) {
            return 0;
        }
        let beside = |at: usize| {
            let (before, after) = (&words[at - 1], words.get(at)?);
            let between = &text[before.at.end - first.at.start..after.at.start - first.at.start];
            (is_capital(after.text) && matches!(between, " " | ". " | "." | "\u{a0}")).then_some(after)
        };
        if is_title(&first.folded) {
            return match beside(1) {
                // "Mr John Smith".
                Some(_) if beside(2).is_some_and(|word| self.surnames.contains(&word.folded)) => 3,
                Some(_) => 2,
                None => 0,
            };
        }
        let whole =
            rest.first().is_some_and(|second| self.whole.contains(&(first.folded.clone(), second.folded.clone())));
        match whole {
            true => 2,
            false => usize::from(self.surnames.contains(&first.folded)),
        }
    }
}

/// The words of a text; an apostrophe or a hyphen inside a word belongs to it, a possessive s does not.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if !first.is_alphabetic() {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = letters.peek().copied() {
            let inside = matches!(letter, '\'' | '’' | '-')
                && text[at + letter.len_utf8()..].chars().next().is_some_and(char::is_alphabetic);
            if !letter.is_alphabetic() && !inside {
                break;
            }
            end = at + letter.len_utf8();
            letters.next();
        }
        let word = &text[start..end];
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        words.push(Word { at: start..start + word.len(), text: word, folded: fold(word) });
    }
    words
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_a_title_and_named_staff_are_found() {
        let names = GrownUps::named_in([
            "Mrs Bellamy, TA",
            "Jo Park and Sam O’Neill",
            "Class teacher",
            "All Staff",
            "SENCO",
            "ELSA",
        ]);
        for (text, said) in [
            ("Mrs Bellamy says mum shouted", &["Mrs Bellamy"][..]),
            ("Bellamy's room, then Jo Park’s", &["Bellamy", "Jo Park"]),
            ("rang Dr. Nobody, Mr Sam O'Neill and Ms A", &["Dr. Nobody", "Mr Sam O'Neill", "Ms A"]),
            ("the class teacher and all Staff sat in the park, missed by a miss", &[]),
            ("Jo read; the SENCO rang", &[]),
            ("Park", &["Park"]),
        ] {
            let found: Vec<&str> = names.find(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(found, said, "{text}");
        }
    }
}
