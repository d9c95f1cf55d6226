//! Where a text of others surely means one pupil: what may be replaced in it without harm to anybody else.

use super::{Masking, NameScan};
use std::ops::Range;

/// What stands before a grown-up's name, who may have it from nobody here.
const TITLES: [&str; 14] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "prof", "professor", "rev", "nurse", "pc", "madame"];

impl NameScan {
    /// Where a text surely means this pupil, in bytes: a whole name that only this pupil has, and, unless whole names alone
    /// are asked for, a single name that nobody else has, that is no everyday word and that follows no title. "Mrs Hall",
    /// "the Hall" and "Summer term" mean nobody on roll.
    pub fn surely(&self, text: &str, case_code: &str, whole_names: bool) -> Vec<Range<usize>> {
        let surely = self.scan(text, &Masking::default()).into_iter().filter(|found| {
            let only = matches!(found.pupils.as_slice(), [one] if self.case_codes[*one as usize] == case_code);
            let single = !whole_names && !found.common && !follows_title(&text[..found.start]);
            // "the Hall, Summer term" is two everyday words, not a name the other way round.
            let whole = found.full && !(found.common && text[found.start..found.end].contains(','));
            only && !found.weak && (whole || single)
        });
        surely.map(|found| found.start..found.end).collect()
    }
}

fn follows_title(before: &str) -> bool {
    let word = before.trim_end_matches([' ', '.', '\u{a0}']).rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| before.ends_with([' ', '.', '\u{a0}']) && is_title(&word.to_lowercase()))
}

/// Whether a word in small letters is one.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Known;

    #[test]
    fn words_that_others_have_too_stay_as_they_are() {
        let known = |code: &str, names: &[&str]| Known {
            case_code: code.into(),
            names: names.iter().map(ToString::to_string).collect(),
        };
        let scan = NameScan::new(&[
            known("C-0001", &["Summer", "Hall"]),
            known("C-0002", &["Zara", "Bellamy"]),
            known("C-0003", &["Zara", "Quill"]),
        ]);
        for (text, code, whole_names, said) in [
            ("Mrs Hall reads with her", "C-0001", false, &[][..]),
            ("PE in the Hall, Summer term", "C-0001", false, &[]),
            ("sat beside Summer Hall", "C-0001", false, &["Summer Hall"]),
            ("Summer Hall and Mrs Hall", "C-0001", true, &["Summer Hall"]),
            ("Mrs. Bellamy, then Bellamy", "C-0002", false, &["Bellamy"]),
            ("Bellamy", "C-0002", true, &[]),
            ("Zara hit out", "C-0002", false, &[]),
            ("Zara Bellamy hit out", "C-0002", false, &["Zara Bellamy"]),
        ] {
            let found = scan.surely(text, code, whole_names);
            assert_eq!(found.into_iter().map(|at| &text[at]).collect::<Vec<_>>(), said, "{text}");
        }
    }
}
