//! The printed recovery key: what is on the sheet, and what a person typing it off the sheet may mean.
//!
//! 160 random bits as eight groups of four characters in Crockford's base 32 (no I, L, O or U), and a ninth group that
//! checks them: the first 20 bits of SHA-256 over [`LABEL`] and the 20 bytes. The check tells a slip from a wrong key,
//! and mostly in which group it is. It is no secret and takes nothing from the strength of the key.

use super::random;
use base32::Alphabet::Crockford;
use daybook_domain::Outcome;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// How many groups there are, the one that checks included.
const GROUPS: usize = 9;
/// How many characters a group has.
const WIDTH: usize = 4;
const LENGTH: usize = GROUPS * WIDTH;
const BYTES: usize = 20;
/// How many characters stand for the random bytes.
const SECRET: usize = LENGTH - WIDTH;
const CHARACTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LABEL: &[u8] = b"senco-daybook recovery key 1";
/// Longer, in bytes, than anybody types a recovery key; passphrases may be.
const LONGEST: usize = 200;
/// A key has eleven digits or so, words have hardly any: with fewer than this, a slip is not looked for.
const FEWEST_DIGITS: usize = 2;

/// A recovery key; wiped from memory when it is dropped, and never shown by a `{:?}`.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Zeroizing<[u8; BYTES]>);

/// What somebody typed where words or a recovery key may stand.
#[derive(Debug, PartialEq, Eq)]
pub enum Typed {
    /// A recovery key without a slip.
    Key(RecoveryKey),
    /// What was meant as one, most likely.
    Mistyped {
        /// The group with the slip, from 1 to 9, where it can be told.
        group: Option<usize>,
    },
    /// Words.
    Words,
}

impl RecoveryKey {
    /// A fresh one.
    pub fn random() -> Outcome<Self> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        random(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    #[cfg(test)]
    pub(crate) fn of(bytes: [u8; BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key that was typed, if it is one without a slip.
    pub fn read(typed: &str) -> Option<Self> {
        match read(typed) {
            Typed::Key(key) => Some(key),
            Typed::Mistyped { .. } | Typed::Words => None,
        }
    }

    /// Its nine groups, as they are printed.
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        let secret = Zeroizing::new(base32::encode(Crockford, self.0.as_slice()));
        let check = check(&self.0);
        let all = Zeroizing::new(format!("{}{}", secret.as_str(), check.as_str()));
        all.as_bytes()
            .chunks(WIDTH)
            .map(|group| Zeroizing::new(group.iter().map(|byte| char::from(*byte)).collect()))
            .collect()
    }

    /// Its groups joined by hyphens: the secret that its slot is wrapped under.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + GROUPS));
        for group in self.groups() {
            if !text.is_empty() {
                text.push('-');
            }
            text.push_str(&group);
        }
        text
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey")
    }
}

/// Reads what was typed. Capitals, spaces and hyphens are as one likes; O is read as 0, I and L as 1.
pub fn read(typed: &str) -> Typed {
    if typed.len() > LONGEST {
        return Typed::Words;
    }
    let typed: Zeroizing<String> = Zeroizing::new(typed.nfkc().collect());
    let letters: Zeroizing<Vec<char>> = Zeroizing::new(typed.chars().filter(|c| !parts(*c)).map(meant).collect());
    let meant_as_key = typed.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS;
    if letters.len() != LENGTH {
        return if meant_as_key { of_uneven_groups(&typed) } else { Typed::Words };
    }
    if let Some(strange) = letters.iter().position(|c| !is_character(*c)) {
        let one = letters.iter().filter(|c| !is_character(**c)).count() == 1;
        return if meant_as_key && one { Typed::Mistyped { group: Some(group_of(strange)) } } else { Typed::Words };
    }
    // All are ASCII, so a letter is a byte.
    let mut letters: Zeroizing<Vec<u8>> =
        Zeroizing::new(letters.iter().filter_map(|c| u8::try_from(u32::from(*c)).ok()).collect());
    match key_of(&letters) {
        Some(key) => Typed::Key(key),
        None if meant_as_key => Typed::Mistyped { group: slip(&mut letters) },
        None => Typed::Words,
    }
}

/// What was typed with a character too many or too few.
fn of_uneven_groups(typed: &str) -> Typed {
    let groups: Vec<usize> =
        typed.split(parts).map(|group| group.chars().count()).filter(|letters| *letters > 0).collect();
    let foreign = typed.chars().filter(|c| !parts(*c) && !is_character(meant(*c))).count();
    let letters: usize = groups.iter().sum();
    if foreign > 1 || letters.abs_diff(LENGTH) > WIDTH {
        return Typed::Words;
    }
    let uneven: Vec<usize> = (0..groups.len()).filter(|group| groups[*group] != WIDTH).collect();
    match uneven[..] {
        [group] if groups.len() == GROUPS => Typed::Mistyped { group: Some(group + 1) },
        _ => Typed::Mistyped { group: None },
    }
}

/// The group in which one character is another, or two neighbours changed places, if only one group can be it.
fn slip(letters: &mut [u8]) -> Option<usize> {
    let mut found = BTreeSet::new();
    for at in 0..LENGTH {
        let typed = letters[at];
        for other in CHARACTERS.iter().filter(|other| **other != typed) {
            letters[at] = *other;
            if key_of(letters).is_some() {
                found.insert(group_of(at));
            }
        }
        letters[at] = typed;
        if (at + 1) % WIDTH != 0 {
            letters.swap(at, at + 1);
            if key_of(letters).is_some() {
                found.insert(group_of(at));
            }
            letters.swap(at, at + 1);
        }
    }
    if found.len() == 1 { found.pop_first() } else { None }
}

/// The key of 36 characters whose check is right.
fn key_of(letters: &[u8]) -> Option<RecoveryKey> {
    let (secret, said) = letters.split_at_checked(SECRET)?;
    let decoded = Zeroizing::new(base32::decode(Crockford, std::str::from_utf8(secret).ok()?)?);
    let mut bytes = Zeroizing::new([0; BYTES]);
    if decoded.len() != BYTES {
        return None;
    }
    bytes.copy_from_slice(&decoded);
    (check(&bytes).as_bytes() == said).then_some(RecoveryKey(bytes))
}

/// The last group: the first 20 bits of the digest.
fn check(bytes: &[u8; BYTES]) -> Zeroizing<String> {
    let digest = Sha256::new().chain_update(LABEL).chain_update(bytes).finalize();
    let mut check = Zeroizing::new(base32::encode(Crockford, &digest[..3]));
    check.truncate(WIDTH);
    check
}

/// Whether a character stands between groups: spaces and every kind of hyphen and dash.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The character that was meant: Crockford's reading of letters that look like digits.
fn meant(c: char) -> char {
    match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn is_character(c: char) -> bool {
    u8::try_from(u32::from(c)).is_ok_and(|byte| CHARACTERS.contains(&byte))
}

fn group_of(letter: usize) -> usize {
    letter / WIDTH + 1
}
