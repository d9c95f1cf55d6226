//! Names: two in one cell, capitals, and letters that an export lost.

/// A name in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Surname.
    pub surname: String,
    /// Forename, with middle names.
    pub forename: String,
    /// A forename given in brackets.
    pub preferred: String,
    /// Whether it had to be split where nothing marked the surname.
    pub guessed: bool,
}

/// Words that open a surname of several words.
const PARTICLES: [&str; 22] = [
    "van", "von", "de", "der", "den", "del", "della", "da", "das", "dos", "di", "du", "la", "le", "bin", "ibn", "al",
    "el", "st", "ó", "ní", "mac",
];
/// Those of them that stay in lower case when a name written in capitals is set in ordinary letters.
const LOW: [&str; 12] = ["van", "von", "de", "der", "den", "del", "della", "da", "das", "dos", "di", "bin"];

/// Splits "SURNAME, Forename (Preferred)", "Forename SURNAME" and "Forename Surname".
pub fn split(cell: &str) -> Parts {
    let (cell, preferred) = bracketed(cell);
    if let Some((surname, forename)) = cell.split_once(',') {
        let (surname, forename) = (surname.trim().to_owned(), forename.trim().to_owned());
        return Parts { surname, forename, preferred, guessed: false };
    }
    let words: Vec<&str> = cell.split(' ').filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| is_capitals(word);
    let leading = words.iter().take_while(|word| capital(word)).count();
    let trailing = words.iter().rev().take_while(|word| capital(word)).count();
    let joined = |words: &[&str]| words.join(" ");
    if leading > 0 && leading < words.len() {
        let (surname, forename) = words.split_at(leading);
        return Parts { surname: joined(surname), forename: joined(forename), preferred, guessed: false };
    }
    if trailing > 0 && trailing < words.len() {
        let (forename, surname) = words.split_at(words.len() - trailing);
        return Parts { surname: joined(surname), forename: joined(forename), preferred, guessed: false };
    }
    let particle = words.iter().skip(1).position(|word| PARTICLES.contains(&word.to_lowercase().as_str()));
    let at = particle.map_or(words.len().saturating_sub(1), |particle| particle + 1);
    let (forename, surname) = words.split_at(at);
    Parts { surname: joined(surname), forename: joined(forename), preferred, guessed: words.len() > 1 }
}

/// A name written all in capitals, in ordinary letters; any other name as it is.
///
/// Capitals are how some systems print a surname, not how it is spelt: "O'BRIEN" is O'Brien, "VAN DER BERG" van der Berg.
pub fn ordinary(name: &str) -> String {
    if !is_capitals(name) {
        return name.to_owned();
    }
    let words: Vec<String> = name.split(' ').map(ordinary_word).collect();
    words.join(" ")
}

/// A forename likewise; two or three capitals are initials and stay.
pub fn ordinary_forename(name: &str) -> String {
    if name.chars().filter(|c| c.is_alphabetic()).count() > 3 { ordinary(name) } else { name.to_owned() }
}

/// Where letters were lost to a question mark, counted from 1.
pub fn lost(name: &str) -> Vec<usize> {
    name.chars().enumerate().filter(|(_, c)| *c == '?').map(|(at, _)| at + 1).collect()
}

/// Whether a cell that should name a pupil says that it is a sum or a footer.
pub fn is_total(cell: &str) -> bool {
    let key = crate::words::plain(cell);
    let first = key.split(' ').next().unwrap_or_default();
    matches!(first, "total" | "totals" | "subtotal" | "count")
        || ["grand total", "sub total", "number of", "end of", "printed", "report"]
            .iter()
            .any(|start| key.starts_with(start))
}

/// More than one letter, all capitals; a question mark stands for any letter.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.chars().any(char::is_lowercase)
        || matches!(text, "Ó")
}

fn ordinary_word(word: &str) -> String {
    let low = word.to_lowercase();
    if LOW.contains(&low.as_str()) {
        return low;
    }
    let mut out = String::with_capacity(word.len());
    let mut start = true;
    for c in low.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        // A letter after a hyphen, an apostrophe or "Mc" begins a part of its own.
        start = matches!(c, '-' | '\'' | '’') || out == "Mc";
    }
    out
}

fn bracketed(cell: &str) -> (String, String) {
    match cell.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?))) {
        Some((before, (inside, after))) => {
            (crate::words::squeeze(&format!("{before} {after}")), inside.trim().to_owned())
        }
        None => (cell.to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_names_are_split() {
        for (cell, surname, forename, preferred) in [
            ("NGUYỄN, Isla", "NGUYỄN", "Isla", ""),
            ("Ó SÚILLEABHÁIN, Zoë", "Ó SÚILLEABHÁIN", "Zoë", ""),
            ("Smith, Jonathan (Jon)", "Smith", "Jonathan", "Jon"),
            ("Isla Nguyễn", "Nguyễn", "Isla", ""),
            ("Mary Jane Smith", "Smith", "Mary Jane", ""),
            ("Dylan van der Berg", "van der Berg", "Dylan", ""),
            ("Isla NGUYỄN", "NGUYỄN", "Isla", ""),
            ("NGUYỄN Isla", "NGUYỄN", "Isla", ""),
            ("VAN DER BERG Dylan", "VAN DER BERG", "Dylan", ""),
            ("Madonna", "Madonna", "", ""),
            ("", "", "", ""),
        ] {
            let parts = split(cell);
            let split = (parts.surname.as_str(), parts.forename.as_str(), parts.preferred.as_str());
            assert_eq!(split, (surname, forename, preferred), "{cell}");
        }
    }

    #[test]
    fn capitals_become_ordinary_letters() {
        for (written, ordinary_letters) in [
            ("NGUYỄN", "Nguyễn"),
            ("O'BRIEN", "O'Brien"),
            ("D’SOUZA", "D’Souza"),
            ("EVANS-HUGHES", "Evans-Hughes"),
            ("MCDONALD", "McDonald"),
            ("VAN DER BERG", "van der Berg"),
            ("ST JOHN", "St John"),
            ("Ó SÚILLEABHÁIN", "Ó Súilleabháin"),
            ("LI", "Li"),
            ("MacLeod", "MacLeod"),
        ] {
            assert_eq!(ordinary(written), ordinary_letters);
        }
    }

    #[test]
    fn a_total_is_no_pupil() {
        assert!(is_total("Total") && is_total("Grand Total: 285") && is_total("TOTALS"));
        assert!(!is_total("Totaro") && !is_total("Count Dracula-Smith".trim_start_matches("Count ")));
    }
}
