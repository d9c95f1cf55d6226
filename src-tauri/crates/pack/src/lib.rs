//! Evidence packs: blocks, lines, pages, tags, PDF.
//!
//! Everything here is a pure function of data. It never reads a clock, a file or a record: what it prints, it was given,
//! with names already masked. Only `press::ink` knows printpdf, only `press::tags_pdf` knows lopdf.

pub mod blocks;
mod document;
mod error;
pub mod packs;
mod page;
mod pattern;
pub mod press;

pub use document::{Block, Document, Imprint, Orientation};
pub use error::PackError;
pub use page::Page;
pub use pattern::Pattern;
pub use press::{Galley, PlacedPage, bind, dump, layout, set, to_pdf, to_svg};
