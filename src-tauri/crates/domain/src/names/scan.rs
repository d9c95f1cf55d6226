//! The search itself: matches that are whole words, the longest first, full names as one.

use super::NameScan;
use super::fold::Folded;

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
    pupils: std::borrow::Cow<'a, [u32]>,
    common: bool,
}

impl NameScan {
    pub(super) fn scan(&self, text: &str) -> Vec<Found> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = Folded::of(text);
        let bytes = folded.text.as_bytes();
        let mut matches: Vec<Match<'_>> = automaton
            .find_overlapping_iter(bytes)
            .filter(|found| is_word(bytes, found.start(), found.end()))
            .filter_map(|found| {
                let form = self.forms.get(found.pattern().as_usize())?;
                let (origin, _) = folded.origin(found.start(), found.end())?;
                if form.capital && !has_capital(&text[origin..]) {
                    return None;
                }
                let pupils = std::borrow::Cow::Borrowed(form.pupils.as_slice());
                Some(Match { start: found.start(), end: found.end(), pupils, common: form.common })
            })
            .collect();
        matches.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
        let found = joined(matches, bytes).into_iter();
        found
            .filter_map(|Match { start, end, pupils, common }| {
                let (start, end) = folded.origin(start, end)?;
                Some(Found { start, end, pupils: pupils.into_owned(), common })
            })
            .collect()
    }
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
        let between = text.get(last.end..next.start).unwrap_or_default();
        let both: Vec<u32> = match between {
            b" " | b"-" | b", " | b". " | b"." | b"_" => shared(&last.pupils, &next.pupils),
            _ => Vec::new(),
        };
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
    let is_letter = |at: usize| text.get(at).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80);
    if start.checked_sub(1).is_some_and(is_letter) {
        return false;
    }
    let possessive = end - start >= 3 && text.get(end) == Some(&b's') && !is_letter(end + 1);
    !is_letter(end) || possessive
}

/// Whether a word begins with a capital, or with a letter that was lost.
fn has_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c == '?' || c == '\u{fffd}')
}
