//! A document: what a pack says, before anyone has thought about where it goes on the paper.

use crate::blocks::{Bars, Fact, Ruled, Signature, Table, Ticks, Timetable};
use crate::pattern::Pattern;
use chrono::NaiveDate;

/// Which way round the A4 sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// 210 mm wide.
    #[default]
    Portrait,
    /// 297 mm wide.
    Landscape,
}

/// Who made a pack, when and from what: the small print at the foot of every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The school; also the author in the file's properties.
    pub school: String,
    /// The day it was prepared. The only date in the file: the same data give the same bytes.
    pub prepared_on: NaiveDate,
    /// Which version of the figures it says, such as "Version 4f1c 09ab": copies of one version say the same. May be empty.
    pub provenance: String,
}

/// A whole pack as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its title, on the first page, in the running head and in the file's properties.
    pub title: String,
    /// The line under the title, such as the week. May be empty.
    pub subtitle: String,
    /// The language it is written in, as a BCP 47 tag.
    pub lang: String,
    /// Who made it, when and from what.
    pub imprint: Imprint,
    /// Which way round the sheet lies.
    pub orientation: Orientation,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// One thing that a document says. What kind of thing it is decides its look and its tag alike.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The heading of a section.
    Section(String),
    /// The heading of a part of a section.
    Part(String),
    /// Running text; a line feed starts a new line.
    Paragraph(String),
    /// Small print: a rule, a source, how something was rounded.
    Note(String),
    /// The one figure that matters most, large, with what it is beside it.
    Lead(Fact),
    /// Figures with their labels, side by side.
    Facts(Vec<Fact>),
    /// Rows and columns.
    Table(Table),
    /// Items of a list.
    List(Vec<String>),
    /// A chart of horizontal bars.
    Bars(Bars),
    /// What the patterns mean.
    Legend(Vec<Pattern>),
    /// Days side by side against the clock.
    Timetable(Timetable),
    /// Boxes to tick by hand.
    Ticks(Ticks),
    /// Columns of lines to write on.
    Ruled(Ruled),
    /// A label, and so many lines to write on.
    WriteOn {
        /// What to write.
        label: String,
        /// How many lines.
        lines: usize,
    },
    /// A place to sign and date for each of these people.
    Signatures(Vec<Signature>),
    /// Columns of blocks side by side, each with its share of the width; kept on one page where they fit on one.
    Beside(Vec<(f32, Vec<Block>)>),
    /// Blocks that stand here where what is left of the page has room for all of them, and otherwise wait for the next
    /// [`Block::Landing`].
    Float(Vec<Self>),
    /// Where blocks stand that waited.
    Landing,
    /// The first of these that what is left of the page has room for; the last where there is room for none.
    FirstFitting(Vec<Vec<Self>>),
    /// Blocks that stay on one page as far as one page has room for them.
    Together(Vec<Self>),
    /// What follows starts a new page.
    NewPage,
}
