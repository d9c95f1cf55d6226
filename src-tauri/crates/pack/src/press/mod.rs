//! The press: blocks -> lines -> pages -> tags -> PDF. Every stage is a pure function of data.

mod dump;
mod face;
mod hatching;
mod ink;
mod line;
mod paginate;
mod piece;
mod placed;
mod role;
mod set;
mod sheet;
mod subset;
mod svg;
mod tags;
mod tags_pdf;

pub use dump::dump;
pub use face::Face;
pub use placed::{Drawn, Fill, Mark, Panel, PlacedPage, Rule, TextRun};
pub use sheet::long_date;
pub use svg::to_svg;
pub use tags::{Node, NodeId, Tag, TagTree};

use crate::document::Document;
use crate::error::PackError;
use face::Typeface;
use set::Setter;
use sheet::Sheet;
use std::collections::BTreeSet;

/// A document set in type: its pages, their tags, and what could not be set.
#[derive(Debug, Clone, PartialEq)]
pub struct Galley {
    /// The pages.
    pub pages: Vec<PlacedPage>,
    /// What the parts of the pages are.
    pub tags: TagTree,
    /// Characters that the typeface does not have; each is printed as `[?]`.
    pub missing: BTreeSet<char>,
}

/// Sets a document in type.
///
/// # Errors
/// Only where the typeface that is built in cannot be read.
pub fn set(document: &Document) -> Result<Galley, PackError> {
    Ok(set_in(&Typeface::open()?, document))
}

fn set_in(typeface: &Typeface, document: &Document) -> Galley {
    let sheet = Sheet::lying(document.orientation);
    let mut setter = Setter::new(typeface, sheet.room());
    let pieces = setter.document(document, sheet.measure());
    let stacked = paginate::paginate(sheet, pieces);
    let of = stacked.len();
    let pages = stacked
        .into_iter()
        .enumerate()
        .map(|(index, mut marks)| {
            marks.extend(sheet.furniture(typeface, document, index + 1, of));
            PlacedPage {
                title: document.title.clone(),
                number: index + 1,
                of,
                width: sheet.width,
                height: sheet.height,
                marks,
            }
        })
        .collect();
    Galley { pages, tags: setter.tags, missing: typeface.missing() }
}

/// The pages of a document.
///
/// # Errors
/// Only where the typeface that is built in cannot be read.
pub fn layout(document: &Document) -> Result<Vec<PlacedPage>, PackError> {
    set(document).map(|galley| galley.pages)
}

/// A document as a PDF file: tagged, PDF/UA-1, the same bytes for the same data.
///
/// # Errors
/// Where the typeface cannot be read or cut down, or the file cannot be written; there is never half a file.
pub fn to_pdf(document: &Document) -> Result<Vec<u8>, PackError> {
    // One typeface for both, so that no word is measured twice.
    let typeface = Typeface::open()?;
    bind_in(&typeface, document, &set_in(&typeface, document))
}

/// Pages that have been set already as a PDF file.
///
/// # Errors
/// As [`to_pdf`].
pub fn bind(document: &Document, galley: &Galley) -> Result<Vec<u8>, PackError> {
    bind_in(&Typeface::open()?, document, galley)
}

fn bind_in(typeface: &Typeface, document: &Document, galley: &Galley) -> Result<Vec<u8>, PackError> {
    let drawn = ink::draw(typeface, &galley.pages)?;
    tags_pdf::bind(drawn, document, galley)
}

/// A number that tells data apart: the same for the same bytes on every machine (64-bit FNV-1a).
fn fingerprint<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> u64 {
    parts
        .into_iter()
        .flatten()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
