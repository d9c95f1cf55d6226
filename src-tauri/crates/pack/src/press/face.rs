//! The typeface: which characters it has, how wide they are, how pairs of them are kerned.
//!
//! Everything is measured with the very files that end up in the PDF. Knows nothing of pages or of PDF.

use crate::error::PackError;
use harfrust::{Buffer, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShaperFont, shape};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// What stands in for a character that the typeface does not have.
pub const STAND_IN: &str = "[?]";

/// A cut of the typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Running text.
    Regular,
    /// Headings and figures.
    Semibold,
    /// Small print.
    Italic,
}

impl Face {
    /// Every cut, in the order they are numbered in.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Semibold, Self::Italic];

    /// Its PostScript name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSans3-Regular",
            Self::Semibold => "SourceSans3-Semibold",
            Self::Italic => "SourceSans3-It",
        }
    }

    /// The font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!(env!("DAYBOOK_FACE_REGULAR")),
            Self::Semibold => include_bytes!(env!("DAYBOOK_FACE_SEMIBOLD")),
            Self::Italic => include_bytes!(env!("DAYBOOK_FACE_ITALIC")),
        }
    }
}

/// A glyph of a word: the character it stands for, its number in the font file, its own width and how far the next
/// glyph moves because of the pair they make, both in thousandths of the type size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// The character.
    pub character: char,
    /// Its number in the font file.
    pub id: u16,
    /// Its width.
    pub advance: i32,
    /// What the pair with the next glyph adds to the width; mostly nothing or less than nothing.
    pub kern: i32,
}

/// Words that have been measured, in one face.
type Measured = RefCell<HashMap<Box<str>, Rc<[Glyph]>>>;

/// What shaping is prepared for once and then used for every word: a face and a script.
type Plans = RefCell<HashMap<(Face, Option<Script>), Rc<ShapePlan>>>;

/// The typeface at work: measures, and remembers the words it has measured and the characters it could not set.
pub struct Typeface {
    fonts: Vec<&'static Font>,
    faces: Vec<ShaperFont<'static, 'static>>,
    features: Vec<Feature>,
    plans: Plans,
    words: [Measured; 3],
    missing: RefCell<BTreeSet<char>>,
}

impl Typeface {
    /// Opens the typeface that is built in.
    pub fn open() -> Result<Self, PackError> {
        static FONTS: OnceLock<Vec<Option<Font>>> = OnceLock::new();
        let fonts = FONTS.get_or_init(|| Face::ALL.iter().map(|face| Font::new(face.bytes(), 0)).collect());
        let fonts: Vec<&'static Font> = fonts
            .iter()
            .zip(Face::ALL)
            .map(|(font, face)| font.as_ref().ok_or_else(|| PackError::Typeface(face.name().to_owned())))
            .collect::<Result<_, _>>()?;
        let faces = fonts.iter().map(|font| ShaperFont::new(font)).collect();
        // Only kerning is taken from the font's features: one character stays one glyph, so that the text can be copied
        // and read aloud letter by letter, and figures keep the one width they have by default.
        let features = ["-liga", "-clig", "-calt", "-ccmp", "-locl"].iter().filter_map(|f| f.parse().ok()).collect();
        Ok(Self {
            fonts,
            faces,
            features,
            plans: RefCell::default(),
            words: Default::default(),
            missing: RefCell::default(),
        })
    }

    /// The text as it can be set in this face: composed, without control characters, and with a stand-in for
    /// whatever the face does not have.
    pub fn settable<'t>(&self, face: Face, text: &'t str) -> Cow<'t, str> {
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte) || byte == b'\n') {
            return Cow::Borrowed(text);
        }
        let mut set = String::with_capacity(text.len());
        let mut stood_in = false;
        for character in text.nfc().filter(|c| !is_unseen(*c)) {
            if character == '\n' {
                set.push('\n');
            } else if character.is_control() || character == '\u{2028}' || character == '\u{2029}' {
                set.push(' ');
            } else if self.glyph(face, character).is_some() {
                set.push(character);
            } else {
                self.missing.borrow_mut().insert(character);
                if !stood_in {
                    set.push_str(STAND_IN);
                }
                stood_in = true;
                continue;
            }
            stood_in = false;
        }
        Cow::Owned(set)
    }

    /// How wide a line of settable text is at this size, in points.
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let thousandths: i32 = text
            .split_inclusive(' ')
            .map(|word| self.word(face, word).iter().map(|g| g.advance + g.kern).sum::<i32>())
            .sum();
        thousandths as f32 * size / 1000.0
    }

    /// The glyphs of a line of settable text.
    pub fn glyphs(&self, face: Face, text: &str) -> Vec<Glyph> {
        text.split_inclusive(' ').flat_map(|word| self.word(face, word).to_vec()).collect()
    }

    /// The characters met so far that the typeface does not have.
    pub fn missing(&self) -> BTreeSet<char> {
        self.missing.borrow().clone()
    }

    fn glyph(&self, face: Face, character: char) -> Option<(u16, i32)> {
        let font = &self.faces[face as usize];
        let id = font.nominal_glyph(u32::from(character)).filter(|id| id.to_u32() != 0)?;
        Some((u16::try_from(id.to_u32()).ok()?, font.glyph_h_advance(id)))
    }

    fn word(&self, face: Face, word: &str) -> Rc<[Glyph]> {
        if let Some(known) = self.words[face as usize].borrow().get(word) {
            return Rc::clone(known);
        }
        let measured: Rc<[Glyph]> = self.measure(face, word).into();
        self.words[face as usize].borrow_mut().insert(word.into(), Rc::clone(&measured));
        measured
    }

    fn measure(&self, face: Face, word: &str) -> Vec<Glyph> {
        let mut glyphs: Vec<Glyph> = word
            .chars()
            .filter_map(|character| {
                self.glyph(face, character).map(|(id, advance)| Glyph { character, id, advance, kern: 0 })
            })
            .collect();
        let mut buffer = Buffer::new();
        buffer.push_str(word);
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let plan = self.plan(face, &buffer);
        let options = ShapeOptions::new().plan(Some(&plan)).features(&self.features);
        if shape(&self.faces[face as usize], &mut buffer, options).is_ok()
            && buffer.glyph_positions().len() == glyphs.len()
        {
            for (glyph, position) in glyphs.iter_mut().zip(buffer.glyph_positions()) {
                glyph.kern = position.x_advance - glyph.advance;
            }
        }
        glyphs
    }

    fn plan(&self, face: Face, buffer: &Buffer) -> Rc<ShapePlan> {
        let (direction, script, language) = (buffer.direction(), buffer.script(), buffer.language());
        let mut plans = self.plans.borrow_mut();
        let plan = plans.entry((face, script)).or_insert_with(|| {
            Rc::new(ShapePlan::new(self.fonts[face as usize], direction, script, language, &self.features))
        });
        Rc::clone(plan)
    }
}

/// Characters that are there to be obeyed, not seen.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &str = "Łukasz Zoë Nguyễn Ṣadé Ștefan Ġanni Ó Súilleabháin";

    #[test]
    fn every_latin_script_name_is_covered() {
        let typeface = Typeface::open().unwrap();
        for face in Face::ALL {
            assert_eq!(typeface.settable(face, NAMES), NAMES, "{face:?}");
        }
        assert!(typeface.missing().is_empty());
    }

    #[test]
    fn letters_and_their_accents_apart_become_one() {
        let typeface = Typeface::open().unwrap();
        assert_eq!(typeface.settable(Face::Regular, "S\u{323}ade\u{301}"), "Ṣadé");
    }

    #[test]
    fn figures_are_all_of_one_width() {
        let typeface = Typeface::open().unwrap();
        for face in Face::ALL {
            let widths: BTreeSet<i32> =
                ('0'..='9').map(|digit| typeface.glyphs(face, &digit.to_string())[0].advance).collect();
            assert_eq!(widths.len(), 1, "{face:?}");
            assert_eq!(
                typeface.width(face, 10.0, "1171"),
                typeface.width(face, 10.0, "0000"),
                "{face:?}: no kerning between figures"
            );
        }
    }

    #[test]
    fn what_cannot_be_set_is_seen_and_reported() {
        let typeface = Typeface::open().unwrap();
        assert_eq!(typeface.settable(Face::Regular, "a 漢字 b\u{200d}\u{7}c"), "a [?] b c");
        assert_eq!(typeface.missing(), BTreeSet::from(['漢', '字']));
    }

    #[test]
    fn pairs_are_kerned() {
        let typeface = Typeface::open().unwrap();
        let apart = typeface.width(Face::Regular, 100.0, "A") + typeface.width(Face::Regular, 100.0, "V");
        assert!(typeface.width(Face::Regular, 100.0, "AV") < apart);
    }
}
