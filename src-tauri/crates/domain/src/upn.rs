//! Unique pupil numbers: whether one is well formed. A bad one is warned of, never a reason to refuse a pupil.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Check letters by their value, 0 to 22: I, O and S are left out because they look like digits.
const LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";

/// What a unique pupil number turns out to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Upn {
    /// Nothing was written.
    Missing,
    /// Permanent, and its check letter is right.
    Permanent,
    /// Temporary, and its check letter is right.
    Temporary,
    /// Not a UPN.
    Bad {
        /// What is wrong, as a plain sentence without the number itself.
        reason: String,
    },
}

impl Upn {
    /// What is wrong with it, if anything is.
    pub fn warning(&self) -> Option<&str> {
        match self {
            Self::Bad { reason } => Some(reason),
            Self::Missing | Self::Permanent | Self::Temporary => None,
        }
    }
}

/// Checks a UPN as written; case and spaces do not matter.
///
/// Check letter, 3-digit local authority, 4-digit school, 2-digit year, 3-digit serial; a temporary one has a
/// 2-digit serial and a last letter. Characters 2 to 13 are weighed by 2 to 13; their sum modulo 23 is the check
/// letter (Department for Education, UPN guide).
pub fn check(written: &str) -> Upn {
    let characters: Vec<char> =
        written.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).take(14).collect();
    let [letter, middle @ .., last] = characters.as_slice() else {
        return if characters.is_empty() { Upn::Missing } else { bad("A UPN has 13 characters.") };
    };
    if middle.len() != 11 {
        return bad("A UPN has 13 characters.");
    }
    if value_of_letter(*letter).is_none() {
        return bad("A UPN begins with a letter, and never with I, O or S.");
    }
    if !middle.iter().all(char::is_ascii_digit) {
        return bad("The middle of a UPN is digits only: was an O or an I typed for a 0 or a 1?");
    }
    let temporary = !last.is_ascii_digit();
    let Some(last) = last.to_digit(10).or_else(|| value_of_letter(*last)) else {
        return bad("A UPN ends with a digit or, if it is temporary, with a letter other than I, O or S.");
    };
    let values = middle.iter().filter_map(|c| c.to_digit(10)).chain([last]);
    let sum: u32 = values.zip(2..).map(|(value, weight)| value * weight).sum();
    if value_of_letter(*letter) != Some(sum % 23) {
        return bad("The check letter does not fit the digits, so at least one character is wrong.");
    }
    if temporary { Upn::Temporary } else { Upn::Permanent }
}

fn value_of_letter(letter: char) -> Option<u32> {
    LETTERS.find(letter).and_then(|value| u32::try_from(value).ok())
}

fn bad(reason: &str) -> Upn {
    Upn::Bad { reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn good_numbers_pass() {
        for (upn, expected) in [
            ("B801200005001", Upn::Permanent),
            ("R674123101121", Upn::Permanent),
            ("P207000016049", Upn::Permanent),
            ("Q80120000500C", Upn::Temporary),
            (" b801 2000 05001 ", Upn::Permanent),
            ("", Upn::Missing),
            (" \t", Upn::Missing),
        ] {
            assert_eq!(check(upn), expected, "DfE UPN guide: {upn:?}");
        }
    }

    #[test]
    fn bad_numbers_say_why() {
        for (upn, why) in [
            ("A801200005001", "check letter"),
            // Vendors' worked example gives Q here; the sum is 266, which is P.
            ("Q207000016049", "check letter"),
            ("B80120000500", "13 characters"),
            ("B8012000050011", "13 characters"),
            ("B", "13 characters"),
            ("S801200005001", "begins with a letter"),
            ("1801200005001", "begins with a letter"),
            ("B8O1200005001", "digits only"),
            ("B80120000500I", "ends with"),
            ("B80120000500é", "ends with"),
        ] {
            let found = check(upn);
            assert!(found.warning().is_some_and(|reason| reason.contains(why)), "{upn}: {found:?}");
        }
    }

    /// Made-up numbers, and what python-stdnum 2.2 (`stdnum.gb.upn`) says of them: good ones, temporary ones, with a letter
    /// or a digit wrong, two digits changed about, letters that are none, one character too few or too many.
    #[test]
    fn an_independent_library_agrees_on_thousands_of_numbers() {
        let vectors: Vec<(&str, &str)> =
            include_str!("upn/vectors.csv").lines().skip(1).map(|line| line.split_once(',').unwrap()).collect();
        assert!(vectors.len() > 3_900 && vectors.iter().filter(|(_, valid)| *valid == "yes").count() > 2_000);
        for (number, valid) in vectors {
            let found = check(number);
            assert_eq!(found.warning().is_none(), valid == "yes", "{number}: {found:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn exactly_one_letter_fits_any_digits(digits in "[0-9]{11}[0-9A-HJ-NP-RT-Z]") {
            let fits = LETTERS.chars().filter(|letter| check(&format!("{letter}{digits}")).warning().is_none()).count();
            prop_assert_eq!(fits, 1);
        }

        #[test]
        fn one_wrong_digit_never_passes(digits in "[0-9]{12}", place in 0..12_usize, other in 0..10_u8) {
            let letter = LETTERS.chars().find(|l| check(&format!("{l}{digits}")) == Upn::Permanent).unwrap();
            let mut changed = digits.clone().into_bytes();
            prop_assume!(changed[place] != b'0' + other);
            changed[place] = b'0' + other;
            let changed = String::from_utf8(changed).unwrap();
            let upn = format!("{letter}{changed}");
            prop_assert!(check(&upn).warning().is_some());
        }
    }
}
