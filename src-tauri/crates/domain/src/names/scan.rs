//! The search itself: matches that are whole words, the longest first, full names as one.

use super::NameScan;
use super::fold::Folded;
use super::forms::Form;
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
    /// It is an ordinary word too.
    pub common: bool,
}

/// A match in the folded text.
struct Match<'a> {
    start: usize,
    end: usize,
    pupils: Cow<'a, [u32]>,
    common: bool,
}

impl NameScan {
    pub(super) fn scan(&self, text: &str) -> Vec<Found> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = Folded::of(text);
        let bytes = folded.text.as_bytes();
        let is_capital = |at: usize| folded.origin(at, at + 1).is_some_and(|(start, _)| has_capital(&text[start..]));
        let exact = automaton.find_overlapping_iter(bytes).filter_map(|found| {
            let form = self.forms.exact.get(found.pattern().as_usize())?;
            let counts = is_word(bytes, found.start(), found.end()) && (!form.common || is_capital(found.start()));
            counts.then(|| Match::of(found.start(), found.end(), form))
        });
        let mut matches: Vec<Match<'_>> = exact.chain(self.damaged(bytes, &is_capital)).collect();
        matches.sort_by_key(|found| (found.start, Reverse(found.end)));
        let found = joined(unified(matches), bytes).into_iter();
        found
            .filter_map(|Match { start, end, pupils, common }| {
                let (start, end) = folded.origin(start, end)?;
                Some(Found { start, end, pupils: pupils.into_owned(), common })
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
                matches.extend(fitting.map(|(_, form)| Match::of(start, end, form)));
            }
        }
        matches
    }
}

impl<'a> Match<'a> {
    fn of(start: usize, end: usize, form: &'a Form) -> Self {
        Self { start, end, pupils: Cow::Borrowed(&form.pupils), common: form.common }
    }
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
            }
            Some(_) | None => unified.push(next),
        }
    }
    unified
}

/// The leftmost and longest of them that lie apart, names of one pupil beside each other as one.
fn joined<'a>(matches: Vec<Match<'a>>, text: &[u8]) -> Vec<Match<'a>> {
    let mut apart: Vec<Match<'a>> = Vec::new();
    for next in matches {
        let Some(last) = apart.last_mut() else {
            apart.push(next);
            continue;
        };
        if next.start < last.end {
            continue;
        }
        let both: Vec<u32> = match text.get(last.end..next.start).unwrap_or_default() {
            b" " | b"-" | b", " | b". " | b"." | b"_" => shared(&last.pupils, &next.pupils),
            _ => Vec::new(),
        };
        // "Jacob, Jacob" is a list, no full name.
        let repeated = text[last.start..last.end].ends_with(&text[next.start..next.end]);
        if both.is_empty() || repeated {
            apart.push(next);
        } else {
            last.end = next.end;
            last.pupils = both.into();
            last.common &= next.common;
        }
    }
    apart
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
