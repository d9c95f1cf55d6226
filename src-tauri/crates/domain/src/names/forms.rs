//! The forms in which a pupil's names may be written.

use super::Known;
use super::fold::fold;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

/// One way of writing a name, and whose it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// Places of the pupils in the list they came in, ascending.
    pub pupils: Vec<u32>,
    /// An ordinary English word too.
    pub common: bool,
    /// It counts only with a capital.
    pub capital: bool,
}

/// English words that are also names.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../rules/common_words.txt").split_whitespace().collect());

/// Parts of surnames that name nobody by themselves.
const PARTICLES: [&str; 40] = [
    "van", "der", "den", "de", "la", "le", "du", "di", "da", "del", "della", "dos", "das", "do", "el", "al", "bin",
    "ibn", "bint", "ap", "ab", "ni", "nic", "mac", "mc", "st", "san", "santa", "te", "ter", "ten", "von", "zu", "zur",
    "und", "and", "of", "the", "los", "las",
];

/// All forms of all names, as texts to look for and, in the same order, whose they are.
pub(super) fn forms_of(known: &[Known]) -> (Vec<String>, Vec<Form>) {
    let mut forms: BTreeMap<String, Form> = BTreeMap::new();
    for (pupil, known) in (0_u32..).zip(known) {
        for (text, guessed) in known.names.iter().flat_map(|name| forms_of_name(name)) {
            // A guess is never surer than a name that is so written.
            let common = text.split([' ', '-']).all(|word| COMMON.contains(word));
            let form = forms.entry(text).or_insert_with(|| Form { capital: true, ..Form::default() });
            form.common = common;
            form.capital &= common || guessed;
            if form.pupils.last() != Some(&pupil) {
                form.pupils.push(pupil);
            }
        }
    }
    forms.into_iter().unzip()
}

/// Folded forms of a name, and whether each is a guess at a letter that was lost.
fn forms_of_name(name: &str) -> BTreeSet<(String, bool)> {
    let mut forms = BTreeSet::new();
    for whole in [fold(name.trim()), fold(&with_letters_lost(name.trim()))] {
        let parts = whole.split([' ', '-', ',', '(', ')']).filter(|part| !PARTICLES.contains(part));
        let after_apostrophe = whole.split([' ', '-']).filter_map(|part| part.split_once('\''));
        let after_apostrophe = after_apostrophe.map(|(_, rest)| rest).filter(|rest| letters(rest) >= 4);
        for text in [whole.as_str()].into_iter().chain(parts).chain(after_apostrophe) {
            for written in [
                text.to_owned(),
                text.replace('-', " "),
                text.replace(' ', "-"),
                text.replace([' ', '-'], ""),
                text.replace('\'', ""),
                text.replace('\'', " "),
            ] {
                let written = written.trim();
                if letters(written) < 2 {
                    continue;
                }
                forms.extend(guesses(written).into_iter().map(|guess| (guess, true)));
                forms.insert((written.to_owned(), false));
            }
        }
    }
    forms
}

/// The name as an export writes it that knows only English letters.
fn with_letters_lost(name: &str) -> String {
    name.chars().map(|c| if c.is_alphabetic() && !c.is_ascii() { '?' } else { c }).collect()
}

/// What a name with one or two letters lost may have been; nothing where too little is left to go by.
fn guesses(form: &str) -> Vec<String> {
    let lost = form.matches('?').count();
    if lost == 0 || lost > 2 || letters(form) < lost + 1 {
        return Vec::new();
    }
    let mut guesses = vec![form.to_owned()];
    for _ in 0..lost {
        let next = |guess: String| ('a'..='z').map(move |letter| guess.replacen('?', &letter.to_string(), 1));
        guesses = guesses.into_iter().flat_map(next).collect();
    }
    guesses
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}
