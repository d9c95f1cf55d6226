//! SEN needs by code or in words, one or several in a cell.

use crate::words::phrase_key;
use chrono::NaiveDate;
use daybook_domain::codes::RulePack;

/// What a cell of needs says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NeedsCell {
    /// Codes known, in the order written, each once.
    pub codes: Vec<String>,
    /// What is known by no code.
    pub unknown: Vec<String>,
}

/// Needs a cell can hold; more are a note, not a list.
const MOST: usize = 20;

/// Words by the code they stand for, as [`phrase_key`] makes them. A code counts only if the rules know it.
const WORDS: &[(&str, &str)] = &[
    ("speech language communication", "SLCN"),
    ("speech language", "SLCN"),
    ("speech language communication difficulty", "SLCN"),
    ("slc", "SLCN"),
    ("autism", "ASD"),
    ("autistic", "ASD"),
    ("asc", "ASD"),
    ("autism spectrum disorder", "ASD"),
    ("autism spectrum condition", "ASD"),
    ("autistic spectrum condition", "ASD"),
    ("dyslexia", "SPLD"),
    ("dyscalculia", "SPLD"),
    ("profound multiple learning disability", "PMLD"),
    ("social emotional mental health need", "SEMH"),
    ("social emotional mental health difficulty", "SEMH"),
    ("hearing impaired", "HI"),
    ("hearing", "HI"),
    ("visual impairment", "VI"),
    ("visually impaired", "VI"),
    ("vision", "VI"),
    ("multi sensory", "MSI"),
    ("multisensory impairment", "MSI"),
    ("physical", "PD"),
    ("physical difficulty", "PD"),
    ("down", "DS"),
    ("other", "OTH"),
    ("other difficulty", "OTH"),
    ("other difficulty disability", "OTH"),
    ("no specialist assessment", "NSA"),
];

/// Reads needs separated by `,` `;` `/` `+` `&` or "|", in their order. A name that holds commas itself stays whole.
pub fn read(cell: &str, rules: &RulePack, on: NaiveDate) -> NeedsCell {
    let mut needs = NeedsCell::default();
    let parts: Vec<&str> =
        cell.split([',', ';', '/', '+', '&', '|']).map(str::trim).filter(|part| !part.is_empty()).take(MOST).collect();
    let mut at = 0;
    while at < parts.len() {
        // The longest run of parts that is a need: "Speech, language and communication" is three parts and one need.
        // A code is a need by itself.
        let longest = by_code(parts[at], rules, on).map(|code| (code, at + 1)).or_else(|| {
            let mut ends = (at + 1..=parts.len().min(at + 5)).rev();
            ends.find_map(|end| one(&parts[at..end].join(" "), rules, on).map(|code| (code, end)))
        });
        match longest {
            Some((code, end)) => {
                if !needs.codes.contains(&code) {
                    needs.codes.push(code);
                }
                at = end;
            }
            None => {
                if !matches!(phrase_key(parts[at]).as_str(), "" | "none" | "n a" | "na" | "n" | "no") {
                    needs.unknown.push(parts[at].to_owned());
                }
                at += 1;
            }
        }
    }
    needs
}

/// The ways one cell may hold a code beside words: whole, before a dash, colon or bracket, inside brackets, after a dash.
pub fn spellings(cell: &str) -> Vec<&str> {
    let mut ways = vec![cell];
    for mark in [" - ", " – ", ":"] {
        if let Some((before, after)) = cell.split_once(mark) {
            ways.extend([before.trim(), after.trim()]);
        }
    }
    if let Some((before, rest)) = cell.split_once('(') {
        ways.push(before.trim());
        ways.extend(rest.split_once(')').map(|(inside, _)| inside.trim()));
    }
    ways.retain(|way| !way.is_empty());
    ways
}

fn one(text: &str, rules: &RulePack, on: NaiveDate) -> Option<String> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    spellings(text).into_iter().find_map(|way| by_code(way, rules, on).or_else(|| by_words(way, rules, on)))
}

fn by_code(code: &str, rules: &RulePack, on: NaiveDate) -> Option<String> {
    rules.need(code, on).map(|need| need.code.clone())
}

fn by_words(words: &str, rules: &RulePack, on: NaiveDate) -> Option<String> {
    let key = phrase_key(words);
    if let Some(need) = rules.needs.iter().find(|need| phrase_key(&need.label) == key) {
        return by_code(&need.code, rules, on);
    }
    let short = key.strip_suffix(" need").unwrap_or(&key);
    let found =
        WORDS.iter().find(|(phrase, _)| *phrase == key || *phrase == short || key == format!("{phrase} syndrome"));
    by_code(found?.1, rules, on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_are_read_in_their_order_however_separated() {
        let on = "2026-11-02".parse().unwrap();
        for (cell, codes) in [
            ("SLCN", &["SLCN"][..]),
            ("SLCN, SPLD", &["SLCN", "SPLD"]),
            ("ASD/SLCN", &["ASD", "SLCN"]),
            ("ASD + SEMH", &["ASD", "SEMH"]),
            ("semh;pd", &["SEMH", "PD"]),
            ("MLD & HI", &["MLD", "HI"]),
            ("SpLD, SPLD", &["SPLD"]),
            ("1. SLCN; 2. ASD", &["SLCN", "ASD"]),
            ("Speech, Language and Communication Needs", &["SLCN"]),
            ("Speech, Language & Communication Needs, Autism", &["SLCN", "ASD"]),
            ("Social, Emotional and Mental Health; Dyslexia", &["SEMH", "SPLD"]),
            ("SLCN - Speech, Language and Communication Needs", &["SLCN"]),
            ("Moderate Learning Difficulties (MLD)", &["MLD"]),
            ("Profound & Multiple Learning Difficulty", &["PMLD"]),
            ("Autistic Spectrum Disorder", &["ASD"]),
            ("Down's Syndrome", &["DS"]),
            ("Visual Impairment", &["VI"]),
            ("Other Difficulty/Disability", &["OTH"]),
            ("None", &[]),
            ("", &[]),
        ] {
            let read = read(cell, RulePack::england(), on);
            assert_eq!(
                (read.codes.as_slice(), read.unknown.as_slice()),
                (codes.map_owned().as_slice(), &[][..]),
                "{cell}"
            );
        }
    }

    #[test]
    fn a_need_nobody_knows_is_kept_apart() {
        let read = read("BESD, SLCN", RulePack::england(), "2026-11-02".parse().unwrap());
        assert_eq!((read.codes, read.unknown), (vec!["SLCN".to_owned()], vec!["BESD".to_owned()]));
    }

    trait MapOwned {
        fn map_owned(&self) -> Vec<String>;
    }

    impl MapOwned for &[&str] {
        fn map_owned(&self) -> Vec<String> {
            self.iter().map(|&text| text.to_owned()).collect()
        }
    }
}
