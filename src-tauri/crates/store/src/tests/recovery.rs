//! Typing a recovery key off its sheet.

use crate::RecoveryKey;
use crate::keys::recovery::{Typed, read};
use proptest::prelude::*;

const CHARACTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// A key as it was printed once, its check reckoned by another program: what is on paper in a safe is read for ever.
const PRINTED: &str = "064C-PHTX-G04H-P1XA-ZPVF-CKA8-D93S-W7VT-NSF2";

/// The 36 characters without what stands between groups.
fn letters(key: &RecoveryKey) -> Vec<char> {
    key.groups().iter().flat_map(|group| group.chars().collect::<Vec<_>>()).collect()
}

fn typed(letters: &[char], between: &str) -> String {
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(between)
}

fn key() -> impl Strategy<Value = RecoveryKey> {
    any::<[u8; 20]>().prop_map(RecoveryKey::of)
}

#[test]
fn a_key_that_was_printed_once_is_read_for_ever() {
    let key = RecoveryKey::read(PRINTED).unwrap();
    assert_eq!(typed(&letters(&key), "-"), PRINTED);
}

#[test]
fn a_key_has_nine_groups_of_four_and_no_two_are_alike() {
    let (key, other) = (RecoveryKey::random().unwrap(), RecoveryKey::random().unwrap());
    let groups = key.groups();
    assert_eq!((groups.len(), groups.iter().all(|group| group.len() == 4)), (9, true));
    assert!(letters(&key).iter().all(|c| CHARACTERS.contains(*c)));
    assert_ne!(letters(&key), letters(&other));
    assert_eq!(format!("{key:?}"), "RecoveryKey");
}

#[test]
fn typing_is_forgiving_of_case_spaces_dashes_and_letters_that_look_like_digits() {
    let looks = PRINTED.replace('0', "O").replacen('1', "l", 1).replacen('1', "I", 1);
    for typed in [
        PRINTED.to_lowercase(),
        PRINTED.replace('-', ""),
        PRINTED.replace('-', " "),
        PRINTED.replace('-', " \u{2013} "),
        format!("  {}\r\n", PRINTED.replace('-', "\n")),
        looks,
        PRINTED
            .chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c })
            .collect(),
    ] {
        assert_eq!(RecoveryKey::read(&typed), RecoveryKey::read(PRINTED), "{typed}");
        assert!(RecoveryKey::read(&typed).is_some(), "{typed}");
    }
}

#[test]
fn a_slip_of_one_character_is_found_in_its_group() {
    let good: Vec<char> = PRINTED.chars().filter(|c| *c != '-').collect();
    let (mut told, mut tried) = (0, 0);
    for at in 0..36 {
        // A few of the 31 slips there can be; which, differs from place to place.
        for other in CHARACTERS.chars().cycle().skip(at * 5).take(4).filter(|other| *other != good[at]) {
            tried += 1;
            let mut letters = good.clone();
            letters[at] = other;
            match read(&typed(&letters, "-")) {
                Typed::Mistyped { group: Some(group) } => {
                    assert_eq!(group, at / 4 + 1);
                    told += 1;
                }
                Typed::Mistyped { group: None } => {}
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(tried > 100 && told + 2 >= tried, "the group was told {told} times of {tried}");
}

#[test]
fn what_is_no_key_says_where_as_far_as_it_can_be_told() {
    let group = |typed: &str| read(typed);
    let at = |group| Typed::Mistyped { group: Some(group) };
    let somewhere = Typed::Mistyped { group: None };
    assert_eq!(group(&PRINTED.replace("CKA8", "CK8A")), at(6), "neighbours changed places");
    assert_eq!(group(&PRINTED.replace("G04H", "GU4H")), at(3), "U is in no key");
    assert_eq!(group(&PRINTED.replace("W7VT", "W7V")), at(8), "a character too few");
    assert_eq!(group(&PRINTED.replace("W7VT", "W7VTT")), at(8), "a character too many");
    assert_eq!(group(&PRINTED.replace("-W7VT", "")), somewhere, "a group too few");
    assert_eq!(group(&PRINTED[..35].replace('-', "")), Typed::Words, "much is missing");
    assert_eq!(group(&PRINTED.replace("064C-PHTX", "PHTX-064C")), somewhere, "groups changed places");
    for words in ["", " ", "- - -", "walnut tandem orbit cardigan", "abcd-efgh-jkmn-pqrs-tvwx-yzab-cdef-ghjk-mnpq", "1"]
    {
        assert_eq!(group(words), Typed::Words, "{words:?}");
    }
    assert_eq!(group(&"0A".repeat(5_000_000)), Typed::Words);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_key_that_is_shown_is_read_back(key in key(), between in "[ \t-]{0,3}", lower in any::<bool>()) {
        let shown = typed(&letters(&key), &between);
        let shown = if lower { shown.to_lowercase() } else { shown };
        prop_assert_eq!(read(&shown), Typed::Key(key));
    }

    #[test]
    fn a_group_that_was_mistyped_never_reads_as_the_key(key in key(), group in 0usize..9, other in "[0-9A-HJKMNP-TV-Z]{4}") {
        let mut letters = letters(&key);
        let other: Vec<char> = other.chars().collect();
        prop_assume!(letters[group * 4..group * 4 + 4] != other);
        letters[group * 4..group * 4 + 4].copy_from_slice(&other);
        let slips = letters.iter().zip(self::letters(&key)).filter(|(a, b)| **a != *b).count();
        match read(&typed(&letters, "-")) {
            Typed::Key(read) => prop_assert!(read != key),
            Typed::Mistyped { group: Some(said) } if slips == 1 => prop_assert_eq!(said, group + 1),
            Typed::Mistyped { .. } | Typed::Words => {}
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>(), digits in "[0-9A-Z \\-éU]{30,44}") {
        read(&text);
        prop_assert!(!matches!(read(&digits), Typed::Key(_)));
    }
}
