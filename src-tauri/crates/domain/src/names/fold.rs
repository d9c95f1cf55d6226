//! Text without what does not tell names apart: accents, case, kinds of apostrophe, hyphen and space.

/// Folded text, and where each of its bytes came from.
pub(super) struct Folded {
    pub text: String,
    /// First and last byte (excluded) of the original that each folded byte stands for.
    origins: Vec<(usize, usize)>,
}

/// The text in small Latin letters: `Nguyễn` becomes `nguyen`, `D’Souza` becomes `d'souza`, runs of space one space.
pub fn fold(text: &str) -> String {
    Folded::of(text).text
}

impl Folded {
    pub fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len()) };
        for (at, c) in text.char_indices() {
            folded.push(c, at, at + c.len_utf8());
        }
        folded
    }

    /// Where a stretch of the folded text stands in the original, in bytes.
    pub fn origin(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let (first, last) = (self.origins.get(start)?, self.origins.get(end.checked_sub(1)?)?);
        Some((first.0, last.1))
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        match c {
            'a'..='z' | '0'..='9' => self.text.push(c),
            'A'..='Z' => self.text.push(c.to_ascii_lowercase()),
            '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '＇' => self.text.push('\''),
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' => self.text.push('-'),
            // What an export writes for a letter it does not have.
            '?' | '\u{fffd}' => self.text.push('?'),
            // Invisible: it parts no word.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() && self.text.ends_with(' ') => {}
            c if c.is_whitespace() => self.text.push(' '),
            c if c.is_ascii() => self.text.push(c),
            c => self.push_foreign(c),
        }
        if self.origins.len() == self.text.len() {
            // Nothing was written, such as for an accent of its own: it belongs to what it follows.
            if let Some(last) = self.origins.last_mut() {
                last.1 = end;
            }
        }
        self.origins.resize(self.text.len(), (start, end));
    }

    fn push_foreign(&mut self, c: char) {
        // Small letters first: large ones of some scripts are put into Latin differently.
        for c in c.to_lowercase() {
            match deunicode::deunicode_char(c) {
                Some(latin) if c.is_alphabetic() => {
                    let letters = latin.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase());
                    self.text.extend(letters);
                }
                Some("") => {}
                None if c.is_alphabetic() => self.text.push(c),
                // Signs and pictures part words.
                Some(_) | None => self.text.push('.'),
            }
        }
    }
}
