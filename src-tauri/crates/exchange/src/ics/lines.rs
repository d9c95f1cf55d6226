//! Text to content lines: unfolded, numbered, each a name, parameters and a value (RFC 5545, 3.1).

/// Characters of a line that are kept: no title, rule or date is longer.
const MOST_OF_A_LINE: usize = 20_000;

/// One content line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The line of the file it begins on, from 1.
    pub number: u32,
    /// Its name in capitals; empty where the line is none.
    pub name: String,
    /// Its parameters, names in capitals, values without quotation marks.
    pub parameters: Vec<(String, String)>,
    /// Its value, as written.
    pub value: String,
}

/// The content lines of a file, whichever way its lines end. Empty ones are passed over.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut physical = Physical { rest: text, number: 0 }.peekable();
    std::iter::from_fn(move || {
        let (number, first) = physical.find(|(_, line)| !line.trim().is_empty())?;
        let mut whole = cut(first, MOST_OF_A_LINE).to_owned();
        while let Some((_, more)) = physical.next_if(|(_, line)| line.starts_with([' ', '\t'])) {
            let room = MOST_OF_A_LINE.saturating_sub(whole.len());
            whole.push_str(cut(more.get(1..).unwrap_or_default(), room));
        }
        Some(parsed(number, &whole))
    })
}

impl Line {
    /// A parameter's value.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The value as text, its escapes undone (3.3.11), on one line.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') | None => text.push(' '),
                    Some(other) => text.push(other),
                },
                c if c.is_control() => text.push(' '),
                c => text.push(c),
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

struct Physical<'a> {
    rest: &'a str,
    number: u32,
}

impl<'a> Iterator for Physical<'a> {
    type Item = (u32, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.find(['\r', '\n']).unwrap_or(self.rest.len());
        let (line, after) = self.rest.split_at(end);
        self.rest = after.strip_prefix("\r\n").or_else(|| after.get(1..)).unwrap_or_default();
        self.number = self.number.saturating_add(1);
        Some((self.number, line))
    }
}

fn parsed(number: u32, whole: &str) -> Line {
    let mut quoted = false;
    let mut cuts = Vec::new();
    let mut colon = None;
    for (at, c) in whole.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => cuts.push(at),
            ':' if !quoted => {
                colon = Some(at);
                break;
            }
            _ => {}
        }
    }
    let Some(colon) = colon else {
        return Line { number, name: String::new(), parameters: Vec::new(), value: whole.to_owned() };
    };
    let mut parts = Vec::with_capacity(cuts.len() + 1);
    let mut from = 0;
    for at in cuts.into_iter().chain([colon]) {
        parts.push(whole.get(from..at).unwrap_or_default());
        from = at + 1;
    }
    let mut parts = parts.into_iter();
    let name = parts.next().unwrap_or_default().trim().to_ascii_uppercase();
    let parameters = parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned()))
        .collect();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let value = whole.get(colon + 1..).unwrap_or_default().to_owned();
    Line { number, name: if is_name { name } else { String::new() }, parameters, value }
}

/// The start of a text, at most so many bytes, whole characters.
fn cut(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}
