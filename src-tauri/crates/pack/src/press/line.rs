//! Text into lines: where a line may end, and what to do with a word that is longer than a line.

use crate::press::face::{Face, Typeface};
use unicode_linebreak::linebreaks;

/// A line of text and how wide it is, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The text, without the space it ended with.
    pub text: String,
    /// Its width.
    pub width: f32,
}

/// Wraps text to a width in points, ragged right and without hyphenation. A word that is wider than the line is broken
/// between letters. Text without anything to see gives no line.
pub fn wrap(typeface: &Typeface, face: Face, size: f32, text: &str, width: f32) -> Vec<Line> {
    let text = typeface.settable(face, text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(typeface, face, size, paragraph.trim_end(), width, &mut lines);
    }
    while lines.last().is_some_and(|line| line.text.is_empty()) {
        lines.pop();
    }
    lines
}

/// The one line that fits, ended with an ellipsis where something had to go.
pub fn clip(typeface: &Typeface, face: Face, size: f32, text: &str, width: f32) -> Line {
    let text = typeface.settable(face, text).replace(['\n', '\u{a0}'], " ");
    let whole = typeface.width(face, size, &text);
    if whole <= width {
        return Line { text, width: whole };
    }
    let mut kept = text;
    loop {
        kept.pop();
        let candidate = format!("{}…", kept.trim_end());
        let wide = typeface.width(face, size, &candidate);
        if wide <= width || kept.is_empty() {
            return Line { text: candidate, width: wide };
        }
    }
}

/// How wide the widest stretch is that no line may end in, in points.
pub fn widest_stretch(typeface: &Typeface, face: Face, size: f32, text: &str) -> f32 {
    let text = typeface.settable(face, text);
    let mut begun = 0;
    let mut widest: f32 = 0.0;
    for (end, _) in linebreaks(&text) {
        widest = widest.max(typeface.width(face, size, text[begun..end].trim_end()));
        begun = end;
    }
    widest
}

fn wrap_paragraph(typeface: &Typeface, face: Face, size: f32, text: &str, width: f32, lines: &mut Vec<Line>) {
    let whole = typeface.width(face, size, text);
    if whole <= width || text.is_empty() {
        push(typeface, face, size, text, lines);
        return;
    }
    let (mut line, mut reach, mut begun) = (String::new(), 0.0, 0);
    for (end, _) in linebreaks(text) {
        let piece = &text[begun..end];
        begun = end;
        let seen = typeface.width(face, size, piece.trim_end());
        if reach + seen > width && !line.is_empty() {
            push(typeface, face, size, &line, lines);
            line.clear();
            reach = 0.0;
        }
        if seen <= width {
            line.push_str(piece);
            reach += typeface.width(face, size, piece);
            continue;
        }
        for (character, advance) in
            typeface.glyphs(face, piece).iter().map(|g| (g.character, g.advance as f32 * size / 1000.0))
        {
            if reach + advance > width && !line.is_empty() {
                push(typeface, face, size, &line, lines);
                line.clear();
                reach = 0.0;
            }
            line.push(character);
            reach += advance;
        }
    }
    if !line.trim_end().is_empty() {
        push(typeface, face, size, &line, lines);
    }
}

fn push(typeface: &Typeface, face: Face, size: f32, line: &str, lines: &mut Vec<Line>) {
    // A space that may not end a line is an ordinary one to whoever copies or hears it.
    let text = line.trim_end().replace('\u{a0}', " ");
    let width = typeface.width(face, size, &text);
    lines.push(Line { text, width });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        wrap(&Typeface::open().unwrap(), Face::Regular, 10.0, text, width).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(lines("Speech and language therapist", 70.0), ["Speech and", "language", "therapist"]);
    }

    #[test]
    fn a_line_feed_starts_a_line_and_nothing_gives_none() {
        assert_eq!(lines("one\ntwo", 200.0), ["one", "two"]);
        assert_eq!(lines("one\n\ntwo", 200.0), ["one", "", "two"]);
        assert!(lines("", 200.0).is_empty());
        assert!(lines(" \n ", 200.0).is_empty());
    }

    #[test]
    fn an_endless_word_is_broken_rather_than_overflowing() {
        let typeface = Typeface::open().unwrap();
        let broken = wrap(&typeface, Face::Regular, 10.0, &"W".repeat(10_000), 100.0);
        assert_eq!(broken.iter().map(|line| line.text.len()).sum::<usize>(), 10_000);
        assert!(broken.iter().all(|line| line.width <= 100.0));
    }

    #[test]
    fn clipping_says_that_it_clipped() {
        let typeface = Typeface::open().unwrap();
        let line = clip(&typeface, Face::Regular, 8.0, "Annual review meeting", 50.0);
        assert!(line.text.ends_with('…') && line.width <= 50.0, "{line:?}");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[a-zA-ZéŁ0-9 ,.'-]{0,200}", width in 20.0f32..300.0) {
            let typeface = Typeface::open().unwrap();
            let wrapped = wrap(&typeface, Face::Regular, 9.5, &text, width);
            for line in &wrapped {
                prop_assert!(line.width <= width + 0.5, "{line:?} in {width}");
            }
            let seen = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(seen(&wrapped.iter().map(|l| l.text.as_str()).collect::<String>()), seen(&text));
        }
    }
}
