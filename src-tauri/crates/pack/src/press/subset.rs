//! Cuts the faces down to the characters that a document uses.

use crate::error::PackError;
use crate::press::face::{Face, Typeface};
use crate::press::fingerprint;
use crate::press::placed::{Drawn, PlacedPage};
use std::collections::{BTreeMap, BTreeSet};
use subsetter::{GlyphRemapper, subset};

/// A face with only some of its characters.
pub struct CutFace {
    /// Its name, with the six letters that mark it as cut down.
    pub name: String,
    /// The font file.
    pub program: Vec<u8>,
    /// The number of each character's glyph in that file.
    pub glyphs: BTreeMap<u32, u16>,
    /// The width of each of those glyphs, in thousandths of the type size.
    pub widths: BTreeMap<u16, u16>,
}

/// Cuts each face that the pages use.
pub fn cut(typeface: &Typeface, pages: &[PlacedPage]) -> Result<BTreeMap<Face, CutFace>, PackError> {
    let mut used: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for mark in pages.iter().flat_map(|page| &page.marks) {
        if let Drawn::Text(run) = &mark.drawn {
            used.entry(run.face).or_default().extend(run.text.chars());
        }
    }
    used.into_iter().map(|(face, characters)| Ok((face, cut_face(typeface, face, &characters)?))).collect()
}

fn cut_face(typeface: &Typeface, face: Face, characters: &BTreeSet<char>) -> Result<CutFace, PackError> {
    let mut remapper = GlyphRemapper::new();
    let (mut glyphs, mut widths) = (BTreeMap::new(), BTreeMap::new());
    for character in characters {
        for glyph in typeface.glyphs(face, character.encode_utf8(&mut [0; 4])) {
            let id = remapper.remap(glyph.id);
            glyphs.insert(u32::from(*character), id);
            widths.insert(id, u16::try_from(glyph.advance).unwrap_or_default());
        }
    }
    let program = subset(face.bytes(), 0, &remapper)
        .map_err(|error| PackError::Typeface(format!("{}: {error:?}", face.name())))?;
    let mut mark = fingerprint([program.as_slice()]);
    let letters: String = (0..6)
        .map(|_| {
            let letter = char::from(b'A' + (mark % 26) as u8);
            mark /= 26;
            letter
        })
        .collect();
    Ok(CutFace { name: format!("{letters}+{}", face.name()), program, glyphs, widths })
}
