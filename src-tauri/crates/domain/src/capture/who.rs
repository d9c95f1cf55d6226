//! Who a line speaks of: a titled name, a relative, or a role.

use super::{plain, trimmed};
use std::ops::Range;

const TITLES: [&str; 8] = ["mr", "mrs", "ms", "mx", "dr", "prof", "rev", "miss"];

const PARTICLES: [&str; 12] = ["van", "der", "den", "de", "la", "von", "da", "dos", "al", "el", "st", "ó"];

/// Initials and small words between a title and a surname, and the title.
const MOST_BETWEEN: usize = 5;

const RELATIVES: [&str; 22] = [
    "mum",
    "mother",
    "mam",
    "mom",
    "dad",
    "father",
    "parent",
    "parents",
    "carer",
    "carers",
    "nan",
    "gran",
    "grandma",
    "grandmother",
    "grandad",
    "grandfather",
    "guardian",
    "stepmum",
    "stepdad",
    "aunt",
    "auntie",
    "uncle",
];

/// Roles of several words, longest first, then of one. Those in capitals count only in capitals.
const ROLES: [&[&str]; 58] = [
    &["special", "needs", "governor"],
    &["head", "of", "year"],
    &["head", "of", "department"],
    &["chair", "of", "governors"],
    &["deputy", "head"],
    &["assistant", "head"],
    &["head", "teacher"],
    &["class", "teacher"],
    &["supply", "teacher"],
    &["teaching", "assistant"],
    &["educational", "psychologist"],
    &["ed", "psych"],
    &["speech", "therapist"],
    &["occupational", "therapist"],
    &["social", "worker"],
    &["family", "worker"],
    &["case", "officer"],
    &["attendance", "officer"],
    &["school", "nurse"],
    &["foster", "carer"],
    &["foster", "parent"],
    &["midday", "supervisor"],
    &["lunchtime", "supervisor"],
    &["taxi", "driver"],
    &["front", "desk"],
    &["head"],
    &["headteacher"],
    &["deputy"],
    &["teacher"],
    &["teachers"],
    &["governor"],
    &["governors"],
    &["office"],
    &["reception"],
    &["caretaker"],
    &["nurse"],
    &["paediatrician"],
    &["police"],
    &["colleague"],
    &["camhs"],
    &["ect"],
    &["family"],
    &["EP"],
    &["TA"],
    &["TAs"],
    &["HLTA"],
    &["LSA"],
    &["SLT"],
    &["SALT"],
    &["OT"],
    &["LA"],
    &["GP"],
    &["HT"],
    &["DHT"],
    &["AHT"],
    &["DSL"],
    &["VP"],
    &["PSA"],
];

/// Words after a role which show that it was none: a head injury, an office chair, a parents' evening.
const NOT_A_PERSON: [&str; 12] =
    ["injury", "bump", "lice", "ache", "butt", "evening", "chair", "hours", "furniture", "training", "time", "support"];

/// Where the first person is named, and one more joined by "and".
pub(super) fn find(words: &[&str]) -> Option<Range<usize>> {
    let start = (0..words.len()).find(|at| after_for(words, *at).is_none() && person(words, *at).is_some())?;
    let mut end = person(words, start)?;
    if words.get(end).is_some_and(|word| matches!(plain(word).as_str(), "and" | "&" | "+"))
        && let Some(more) = person(words, end + 1)
    {
        end = more;
    }
    Some(start..end)
}

/// Whether words end with a title, and at most initials and the small words of a surname after it.
pub(super) fn ends_with_title(words: &[&str]) -> bool {
    let between = |word: &str| PARTICLES.contains(&word) || word.chars().count() == 1;
    let before = words.iter().rev().take(MOST_BETWEEN).map(|word| plain(word)).find(|word| !between(word));
    before.is_some_and(|word| TITLES.contains(&word.as_str()))
}

/// "A report for the Head": not with the Head.
fn after_for(words: &[&str], at: usize) -> Option<()> {
    let before = words[..at].iter().rev().take(2).map(|word| plain(word)).find(|word| word != "the")?;
    (before == "for").then_some(())
}

/// Where the words end that name a person beginning here.
fn person(words: &[&str], at: usize) -> Option<usize> {
    titled(words, at).or_else(|| relative(words, at)).or_else(|| role(words, at))
}

fn titled(words: &[&str], at: usize) -> Option<usize> {
    let title = plain(words.get(at)?);
    if !TITLES.contains(&title.as_str()) {
        return None;
    }
    let mut end = at + 1;
    while words.get(end).is_some_and(|word| PARTICLES.contains(&plain(word).as_str())) && end + 1 < words.len() {
        end += 1;
    }
    // "Miss lunch" names nobody; "mrs cook" does.
    let name = words.get(end).filter(|name| if title == "miss" { is_capital(name) } else { is_letter(name) })?;
    Some(end + usize::from(!trimmed(name).is_empty()))
}

fn relative(words: &[&str], at: usize) -> Option<usize> {
    let is_relative = |at: usize| words.get(at).is_some_and(|word| RELATIVES.contains(&plain(word).as_str()));
    if is_possessive(words.get(at)?) && is_relative(at + 1) {
        return Some(at + 2);
    }
    if !is_relative(at) || is_no_person(words.get(at + 1)) {
        return None;
    }
    let named =
        words.get(at + 1).is_some_and(|of| plain(of) == "of") && words.get(at + 2).is_some_and(|x| is_letter(x));
    if !named {
        return Some(at + 1);
    }
    let surname = words.get(at + 3).is_some_and(|word| is_capital(word) && role(words, at + 3).is_none());
    let closed = words[at + 2].ends_with([',', ':', ';', '.']);
    Some(at + 3 + usize::from(surname && !closed))
}

fn role(words: &[&str], at: usize) -> Option<usize> {
    let says = |said: &str, word: &str| {
        let capitals = said.starts_with(|c: char| c.is_ascii_uppercase());
        if capitals { trimmed(word) == said } else { plain(word) == said }
    };
    let found = ROLES.iter().find(|role| {
        words.get(at..at + role.len()).is_some_and(|here| role.iter().zip(here).all(|(said, word)| says(said, word)))
    })?;
    let end = at + found.len();
    (!is_no_person(words.get(end))).then_some(end)
}

fn is_no_person(next: Option<&&str>) -> bool {
    next.is_some_and(|word| NOT_A_PERSON.contains(&plain(word).as_str()))
}

fn is_possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

fn is_letter(word: &str) -> bool {
    trimmed(word).starts_with(char::is_alphabetic)
}

fn is_capital(word: &str) -> bool {
    trimmed(word).starts_with(char::is_uppercase)
}
