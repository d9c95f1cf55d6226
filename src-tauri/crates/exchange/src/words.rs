//! Text made comparable: what two spellings of one thing have in common.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents or punctuation, words one space apart: "Séan  O'Brien-Hughes" is "sean obrien hughes".
///
/// A question mark stays, because it stands for a letter that an export lost.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            '\'' | '’' | '‘' | '`' | '´' | '.' => {}
            'ß' => out.push_str("ss"),
            'Æ' | 'æ' => out.push_str("ae"),
            'Œ' | 'œ' => out.push_str("oe"),
            'Ø' | 'ø' => out.push('o'),
            'Ł' | 'ł' => out.push('l'),
            'Đ' | 'đ' | 'Ð' | 'ð' => out.push('d'),
            'Ħ' | 'ħ' => out.push('h'),
            'ı' => out.push('i'),
            'Þ' | 'þ' => out.push_str("th"),
            '+' => out.push_str(" plus "),
            '&' => out.push_str(" and "),
            c if c.is_alphanumeric() || c == '?' => out.extend(c.to_lowercase()),
            _ => out.push(' '),
        }
    }
    squeeze(&out)
}

/// A name for looking up: [`plain`], and run together, so that a hyphen and a space are the same.
pub fn name_key(name: &str) -> String {
    plain(name).replace(' ', "")
}

/// A phrase for looking up: [`plain`], without small words, each word in the singular.
pub fn phrase_key(phrase: &str) -> String {
    let words: Vec<String> = plain(phrase)
        .split(' ')
        .filter(|word| !matches!(*word, "and" | "of" | "the" | "with" | ""))
        .map(singular)
        .collect();
    words.join(" ")
}

/// Whether two texts are written alike but for case, kind of apostrophe and spacing.
pub fn same_written(one: &str, other: &str) -> bool {
    let even = |text: &str| squeeze(&text.nfc().collect::<String>().to_lowercase().replace(['’', '‘', '`'], "'"));
    one == other || even(one) == even(other)
}

/// Whether a name with lost letters could be this one: each `?` may stand for any one letter.
pub fn could_be(with_lost: &str, whole: &str) -> bool {
    let letters = |text: &str| text.nfc().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (lost, whole) = (letters(with_lost), letters(whole));
    lost.len() == whole.len()
        && lost
            .iter()
            .zip(&whole)
            .all(|(l, w)| l == w || (*l == '?' && w.is_alphabetic()) || (is_quote(*l) && is_quote(*w)))
}

/// One space between words, none around them.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The text, cut short enough to stand in a sentence.
pub fn short(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(38).chain(['…']).collect() }
}

/// Words joined for a sentence: "a", "a and b", "a, b and c".
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`')
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with(['s', 'u']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (one, other) in [
            ("Ó SÚILLEABHÁIN", "O Suilleabhain"),
            ("Evans-Hughes", "evans hughes"),
            ("D’Souza", "D'SOUZA"),
            ("Łukasz", "lukasz"),
            ("Ørsted", "Orsted"),
            ("Zoe\u{308}", "Zoë"),
        ] {
            assert_eq!(name_key(one), name_key(other));
        }
    }

    #[test]
    fn a_lost_letter_could_be_any_one_letter() {
        assert!(could_be("Nguy?n", "Nguyễn"));
        assert!(could_be("?ahin", "Şahin"));
        assert!(!could_be("Nguy?n", "Nguyen-Li"));
        assert!(!could_be("?ahin", "Sahim"));
        assert!(!could_be("?dam", "-dam"));
    }
}
