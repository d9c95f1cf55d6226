//! The forms in which a pupil's names may be written.

use super::Known;
use super::fold::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

/// One way of writing a name, and whose it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// Places of the pupils in the list they came in, ascending.
    pub pupils: Vec<u32>,
    /// Made of everyday English words: in small letters it is in doubt.
    pub common: bool,
}

/// Everyday English words of school notes that are names too. What is a name first, such as Poppy, is none of them.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../rules/common_words.txt").split_whitespace().collect());

/// Parts of surnames that name nobody by themselves.
const PARTICLES: [&str; 40] = [
    "van", "der", "den", "de", "la", "le", "du", "di", "da", "del", "della", "dos", "das", "do", "el", "al", "bin",
    "ibn", "bint", "ap", "ab", "ni", "nic", "mac", "mc", "st", "san", "santa", "te", "ter", "ten", "von", "zu", "zur",
    "und", "and", "of", "the", "los", "las",
];

/// All forms of all names.
#[derive(Debug, Clone, Default)]
pub(super) struct Forms {
    /// Whose each form is, in the order of the texts to look for.
    pub exact: Vec<Form>,
    /// Forms with letters lost, by how long they are in bytes: any letter may stand for a `?`.
    pub damaged: BTreeMap<usize, Vec<(String, Form)>>,
}

impl Forms {
    /// All forms of all names, and the texts to look for.
    pub fn of(known: &[Known]) -> (Vec<String>, Self) {
        let mut forms: HashMap<String, Form> = HashMap::new();
        // Many pupils share a name; its forms are worked out once.
        let mut worked_out: HashMap<&str, BTreeSet<String>> = HashMap::new();
        for (pupil, known) in (0_u32..).zip(known) {
            for name in &known.names {
                for text in worked_out.entry(name).or_insert_with(|| forms_of_name(name)).iter() {
                    let form = forms.entry(text.clone()).or_insert_with(|| Form {
                        pupils: Vec::new(),
                        common: text.split([' ', '-']).all(|word| COMMON.contains(word)),
                    });
                    if form.pupils.last() != Some(&pupil) {
                        form.pupils.push(pupil);
                    }
                }
            }
        }
        let mut damaged: BTreeMap<usize, Vec<(String, Form)>> = BTreeMap::new();
        for (text, form) in forms.iter().filter(|(text, _)| is_guessable(text)) {
            damaged.entry(text.len()).or_default().push((text.clone(), form.clone()));
        }
        let (texts, exact) = forms.into_iter().unzip();
        (texts, Self { exact, damaged })
    }
}

/// Folded forms of a name.
fn forms_of_name(name: &str) -> BTreeSet<String> {
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
                if letters(written) >= 2 {
                    forms.insert(written.to_owned());
                }
            }
        }
    }
    forms
}

/// The name as an export writes it that knows only English letters.
fn with_letters_lost(name: &str) -> String {
    name.chars().map(|c| if c.is_alphabetic() && !c.is_ascii() { '?' } else { c }).collect()
}

/// Whether enough is left of a name with letters lost to recognise it by.
fn is_guessable(form: &str) -> bool {
    let lost = form.matches('?').count();
    lost > 0 && letters(form) > lost
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}
