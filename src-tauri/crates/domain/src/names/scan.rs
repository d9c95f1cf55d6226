//! The search itself: matches that are whole words, the longest first, full names as one.

use super::fold::{Folded, fold};
use super::forms::Form;
use super::{Masking, NameScan};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A name in a text.
pub(super) struct Found {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Places of the pupils it fits.
    pub pupils: Vec<u32>,
    /// It is an everyday word too.
    pub common: bool,
    /// No word of it begins with a capital.
    pub small: bool,
    /// It is an everyday word in small letters, and nothing says that it is a name.
    pub weak: bool,
    /// It is two names of one pupil beside each other, or more.
    pub full: bool,
}

/// A match in the folded text.
struct Match<'a> {
    start: usize,
    end: usize,
    pupils: Cow<'a, [u32]>,
    common: bool,
    small: bool,
    /// Everyday, small, and so far nothing says that it is a name.
    weak: bool,
    /// Two names of one pupil beside each other, or more.
    full: bool,
}

impl NameScan {
    /// Names in a text, apart from each other; those in doubt too, marked so.
    pub(super) fn scan(&self, text: &str, masking: &Masking<'_>) -> Vec<Found> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = Folded::of(text);
        let bytes = folded.text.as_bytes();
        let is_capital = |at: usize| folded.origin(at, at + 1).is_some_and(|(start, _)| has_capital(&text[start..]));
        let is_small = |start, end| !(start..end).any(|at| starts_word(bytes, at) && is_capital(at));
        let exact = automaton.find_overlapping_iter(bytes).filter_map(|found| {
            let form = self.forms.exact.get(found.pattern().as_usize())?;
            let (start, end) = (found.start(), found.end());
            is_word(bytes, start, end).then(|| Match::of(start, end, form, is_small(start, end)))
        });
        let mut matches: Vec<Match<'_>> = exact.chain(self.damaged(bytes, &is_capital)).collect();
        matches.sort_by_key(|found| (found.start, Reverse(found.end)));
        let mut apart = apart(unified(matches));
        let known = |pupil: &u32| masking.about.contains(&self.case_codes[*pupil as usize]);
        for found in apart.iter_mut().filter(|found| found.weak) {
            found.weak = !found.pupils.iter().any(known);
        }
        believe_neighbours(&mut apart, bytes);
        let found = joined(apart, bytes).into_iter();
        found
            .filter_map(|Match { start, end, pupils, common, small, weak, full }| {
                let (start, end) = folded.origin(start, end)?;
                Some(Found { start, end, pupils: pupils.into_owned(), common, small, weak, full })
            })
            .collect()
    }

    /// Names that may have lost letters. Such a guess counts only with a capital.
    fn damaged<'a>(&'a self, text: &'a [u8], is_capital: &dyn Fn(usize) -> bool) -> Vec<Match<'a>> {
        let mut matches = Vec::new();
        if self.forms.damaged.is_empty() {
            return matches;
        }
        for start in (0..text.len()).filter(|at| starts_word(text, *at) && is_capital(*at)) {
            for (length, forms) in &self.forms.damaged {
                let end = start + length;
                let Some(word) = text.get(start..end).filter(|_| is_word(text, start, end)) else { continue };
                let fits =
                    |form: &str| form.bytes().zip(word).all(|(a, b)| a == *b || a == b'?' && b.is_ascii_alphabetic());
                let fitting = forms.iter().filter(|(text, _)| fits(text));
                matches.extend(fitting.map(|(_, form)| Match::of(start, end, form, false)));
            }
        }
        matches
    }
}

impl<'a> Match<'a> {
    fn of(start: usize, end: usize, form: &'a Form, small: bool) -> Self {
        let Form { pupils, common } = form;
        Self { start, end, pupils: Cow::Borrowed(pupils), common: *common, small, weak: *common && small, full: false }
    }
}

/// Whether a word in doubt was asked to be hidden.
pub(super) fn is_asked(word: &str, hide: &[String]) -> bool {
    let word = if hide.is_empty() { return false } else { fold(word) };
    hide.iter().any(|one| fold(one.trim()) == word)
}

/// Sorted matches, those of the same stretch as one that fits any of their pupils.
fn unified(matches: Vec<Match<'_>>) -> Vec<Match<'_>> {
    let mut unified: Vec<Match<'_>> = Vec::with_capacity(matches.len());
    for next in matches {
        match unified.last_mut() {
            Some(last) if (last.start, last.end) == (next.start, next.end) => {
                let all: BTreeSet<u32> = last.pupils.iter().chain(next.pupils.iter()).copied().collect();
                last.pupils = all.into_iter().collect();
                last.common &= next.common;
                last.weak &= next.weak;
            }
            Some(_) | None => unified.push(next),
        }
    }
    unified
}

/// The leftmost and longest of them that lie apart. None in doubt takes the place of one that is certain.
fn apart(matches: Vec<Match<'_>>) -> Vec<Match<'_>> {
    let (weak, strong): (Vec<Match<'_>>, Vec<Match<'_>>) = matches.into_iter().partition(|found| found.weak);
    let mut apart: Vec<Match<'_>> = Vec::with_capacity(strong.len() + weak.len());
    for next in strong {
        if apart.last().is_none_or(|last| last.end <= next.start) {
            apart.push(next);
        }
    }
    let certain: Vec<(usize, usize)> = apart.iter().map(|found| (found.start, found.end)).collect();
    let mut done = 0;
    for next in weak {
        let before = certain.partition_point(|(_, end)| *end <= next.start);
        if next.start >= done && certain.get(before).is_none_or(|(start, _)| next.end <= *start) {
            done = next.end;
            apart.push(next);
        }
    }
    apart.sort_by_key(|found| found.start);
    apart
}

/// A word in doubt is a name where a name of the same pupil touches it, in doubt itself or not.
fn believe_neighbours(found: &mut [Match<'_>], text: &[u8]) {
    for second in 1..found.len() {
        let (before, after) = found.split_at_mut(second);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else { continue };
        let touch = matches!(between(text, first, second), b" (" | b"," | b"/") || is_beside(text, first, second);
        if (first.weak || second.weak) && touch && !shared(&first.pupils, &second.pupils).is_empty() {
            (first.weak, second.weak) = (false, false);
        }
    }
}

/// Names of one pupil beside each other as one.
fn joined<'a>(found: Vec<Match<'a>>, text: &[u8]) -> Vec<Match<'a>> {
    let mut joined: Vec<Match<'a>> = Vec::with_capacity(found.len());
    for next in found {
        let Some(last) = joined.last_mut().filter(|last| !last.weak && !next.weak) else {
            joined.push(next);
            continue;
        };
        let both = if is_beside(text, last, &next) { shared(&last.pupils, &next.pupils) } else { Vec::new() };
        // "Jacob, Jacob" is a list, no full name.
        let repeated = text[last.start..last.end].ends_with(&text[next.start..next.end]);
        if both.is_empty() || repeated {
            joined.push(next);
        } else {
            last.end = next.end;
            last.full = true;
            last.pupils = both.into();
            last.common &= next.common;
            last.small &= next.small;
        }
    }
    joined
}

/// Whether nothing stands between two names but what parts a full name.
fn is_beside(text: &[u8], first: &Match<'_>, second: &Match<'_>) -> bool {
    matches!(between(text, first, second), b" " | b"-" | b", " | b". " | b"." | b"_")
}

fn between<'t>(text: &'t [u8], first: &Match<'_>, second: &Match<'_>) -> &'t [u8] {
    text.get(first.end..second.start).unwrap_or_default()
}

fn shared(a: &[u32], b: &[u32]) -> Vec<u32> {
    a.iter().filter(|pupil| b.binary_search(pupil).is_ok()).copied().collect()
}

/// Whether a stretch of folded text is a word of its own. A possessive s may follow, its apostrophe forgotten.
fn is_word(text: &[u8], start: usize, end: usize) -> bool {
    let possessive = end - start >= 3 && text.get(end) == Some(&b's') && !is_letter(text, end + 1);
    starts_word(text, start) && (!is_letter(text, end) || possessive)
}

fn starts_word(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !is_letter(text, before))
}

fn is_letter(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
}

/// Whether a word begins with a capital, or with a letter that was lost.
fn has_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c == '?' || c == '\u{fffd}')
}
