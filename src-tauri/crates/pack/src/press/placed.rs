//! Placed pages: everything that is on the paper, where it is, and which tag it belongs to.
//!
//! Plain data in points, from the top left corner down. Knows nothing of PDF or of SVG.

use crate::press::face::Face;
use crate::press::tags::NodeId;

/// A page, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedPage {
    /// The title of the document.
    pub title: String,
    /// Its number, from 1.
    pub number: usize,
    /// How many pages there are.
    pub of: usize,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What is on it, in reading order.
    pub marks: Vec<Mark>,
}

/// Something on the paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it is.
    pub drawn: Drawn,
    /// The tag it belongs to; none for furniture and decoration, which are not read aloud.
    pub tag: Option<NodeId>,
}

/// What a mark looks like.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawn {
    /// A run of text on one line.
    Text(TextRun),
    /// A straight line.
    Rule(Rule),
    /// A rectangle.
    Panel(Panel),
}

/// A run of text on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// Where it begins.
    pub x: f32,
    /// Its baseline.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// The text, every character of which the face has.
    pub text: String,
    /// The cut.
    pub face: Face,
    /// The size.
    pub size: f32,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Where it begins.
    pub from: (f32, f32),
    /// Where it ends.
    pub to: (f32, f32),
    /// How thick it is.
    pub weight: f32,
    /// Whether it is dotted.
    pub dotted: bool,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panel {
    /// Its left edge.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// How it is filled.
    pub fill: Fill,
}

/// How a rectangle is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fill {
    /// White, with an outline.
    Outline,
    /// Ink.
    Solid,
    /// A tint so pale that ink on it reads as on white.
    Tint,
    /// White with slanting lines, and an outline.
    Hatched,
    /// White with dots, and an outline.
    Dotted,
    /// White with a line through the middle, and an outline.
    Struck,
}

/// How thick rules are, in points.
pub mod weight {
    /// Between rows.
    pub const HAIRLINE: f32 = 0.4;
    /// Around panels.
    pub const FINE: f32 = 0.7;
    /// Under headings of columns, above sums.
    pub const FIRM: f32 = 1.0;
    /// Under the title.
    pub const STRONG: f32 = 1.8;
}

/// Deep blue-black: all text, and every rule but the hairlines.
pub const INK: (u8, u8, u8) = (0x17, 0x22, 0x3f);
/// A softer ink, for hairlines only: they order the page and must not shout.
pub const SOFT: (u8, u8, u8) = (0x6c, 0x78, 0x96);
/// White.
pub const PAPER: (u8, u8, u8) = (0xff, 0xff, 0xff);
/// The pale tint.
pub const TINT: (u8, u8, u8) = (0xe6, 0xea, 0xf2);
/// From one slanting line to the next, in points.
pub const HATCH: f32 = 3.2;
/// From one dot to the next, in points.
pub const DOTS: f32 = 3.0;

/// The colour of a rule of this weight.
pub fn rule_colour(weight: f32) -> (u8, u8, u8) {
    if weight <= weight::HAIRLINE { SOFT } else { INK }
}

impl Drawn {
    /// A straight line from left to right.
    pub fn across(x: f32, y: f32, width: f32, weight: f32) -> Self {
        Self::Rule(Rule { from: (x, y), to: (x + width, y), weight, dotted: false })
    }

    /// A dotted line from left to right, to write on.
    pub fn dotted(x: f32, y: f32, width: f32) -> Self {
        Self::Rule(Rule { from: (x, y), to: (x + width, y), weight: 0.7, dotted: true })
    }

    /// A straight line from the top down.
    pub fn down(x: f32, y: f32, height: f32, weight: f32) -> Self {
        Self::Rule(Rule { from: (x, y), to: (x, y + height), weight, dotted: false })
    }

    /// A rectangle.
    pub fn panel(x: f32, y: f32, width: f32, height: f32, fill: Fill) -> Self {
        Self::Panel(Panel { x, y, width, height, fill })
    }

    /// The same, so far to the right and down, to a hundredth of a point.
    #[must_use]
    pub fn moved(self, right: f32, down: f32) -> Self {
        let at = |(x, y): (f32, f32)| (hundredth(x + right), hundredth(y + down));
        match self {
            Self::Text(run) => {
                let (x, y) = at((run.x, run.y));
                Self::Text(TextRun { x, y, width: hundredth(run.width), ..run })
            }
            Self::Rule(rule) => Self::Rule(Rule { from: at(rule.from), to: at(rule.to), ..rule }),
            Self::Panel(panel) => {
                let (x, y) = at((panel.x, panel.y));
                Self::Panel(Panel { x, y, width: hundredth(panel.width), height: hundredth(panel.height), ..panel })
            }
        }
    }
}

impl Mark {
    /// Not read aloud.
    pub fn plain(drawn: Drawn) -> Self {
        Self { drawn, tag: None }
    }

    /// Read aloud as part of this tag.
    pub fn tagged(drawn: Drawn, tag: NodeId) -> Self {
        Self { drawn, tag: Some(tag) }
    }
}

impl PlacedPage {
    /// The marks in runs that share a tag. The runs that have one are numbered in order: that number is the marked
    /// content identifier by which the tag tree finds them.
    pub fn runs(&self) -> impl Iterator<Item = (Option<NodeId>, &[Mark])> {
        self.marks.chunk_by(|a, b| a.tag == b.tag).map(|run| (run[0].tag, run))
    }

    /// The title and the number, for whoever cannot see the page.
    pub fn label(&self) -> String {
        format!("{}, page {} of {}", self.title, self.number, self.of)
    }
}

fn hundredth(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
