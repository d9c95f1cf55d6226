//! Folding text so that search and order do not depend on accents, case or the kind of apostrophe.

use daybook_domain::names;

/// The text as [`names::fold`] sees it, without apostrophes and with single spaces: `Ó Súilleabháin` becomes
/// `o suilleabhain`, and so what hides a name and what finds it agree on its letters.
///
/// ```
/// assert_eq!(daybook_store::fold("Łukasz  O’Brien"), "lukasz obrien");
/// ```
pub fn fold(text: &str) -> String {
    let folded = names::fold(text).replace('\'', "");
    folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
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
            ("Anne‑Marie", "anne-marie"),
            ("Мария", "mariia"),
            ("Zo\u{200b}e\u{308}", "zoe"),
        ] {
            assert_eq!(fold(name), typed, "{name}");
        }
    }
}
