//! Folding text so that search and order do not depend on accents, case or the kind of apostrophe.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const APOSTROPHES: [char; 6] = ['\'', '’', '‘', 'ʼ', '`', '´'];

/// The text without accents, case and apostrophes, with single spaces: `Ó Súilleabháin` becomes `o suilleabhain`.
///
/// ```
/// assert_eq!(daybook_store::fold("Łukasz  O’Brien"), "lukasz obrien");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let bare = text.chars().filter(|c| !APOSTROPHES.contains(c));
    for c in bare.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            // Letters that Unicode does not take apart.
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            c if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            // Lower-casing may itself bring a mark, as in the dotted capital I.
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    folded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn names_fold_to_what_an_english_keyboard_types() {
        for (name, typed) in [
            ("Zoë", "zoe"),
            ("Nguyễn", "nguyen"),
            ("Ṣadé", "sade"),
            ("Ștefan", "stefan"),
            ("Ġanni", "ganni"),
            ("Łukasz", "lukasz"),
            ("Ó Súilleabháin", "o suilleabhain"),
            ("O’Neill", "oneill"),
            ("İpek", "ipek"),
            ("Sørensen-Þór", "sorensen-thor"),
            ("  van   der Berg ", "van der berg"),
        ] {
            assert_eq!(fold(name), typed, "{name}");
        }
    }
}
