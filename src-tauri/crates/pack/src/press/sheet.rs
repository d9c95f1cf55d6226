//! The sheet: how large it is, where the text stands on it, and what is repeated on every page.

use crate::document::{Document, Orientation};
use crate::press::face::Typeface;
use crate::press::line::{Line, clip};
use crate::press::placed::{Drawn, Mark, TextRun, weight};
use crate::press::role::Role;
use chrono::NaiveDate;

/// An A4 sheet and its margins, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The margin on the left, wide enough to punch.
    pub left: f32,
    /// The margin on the right.
    pub right: f32,
    /// Where the text begins.
    pub top: f32,
    /// How far above the lower edge the text ends.
    pub bottom: f32,
}

impl Sheet {
    /// The sheet that lies this way round.
    pub fn lying(orientation: Orientation) -> Self {
        match orientation {
            Orientation::Portrait => {
                Self { width: 595.28, height: 841.89, left: 56.0, right: 46.0, top: 46.0, bottom: 52.0 }
            }
            Orientation::Landscape => {
                Self { width: 841.89, height: 595.28, left: 40.0, right: 40.0, top: 36.0, bottom: 44.0 }
            }
        }
    }

    /// How wide the text is.
    pub fn measure(self) -> f32 {
        self.width - self.left - self.right
    }

    /// How much room the text has from top to bottom.
    pub fn room(self) -> f32 {
        self.height - self.top - self.bottom
    }

    /// What is repeated at the foot of every page. None of it is read aloud.
    pub fn furniture(self, typeface: &Typeface, document: &Document, number: usize, of: usize) -> Vec<Mark> {
        let mut marks = Vec::new();
        let measure = self.measure();
        let foot = self.height - self.bottom + 14.0;
        marks.push(Mark::plain(Drawn::across(self.left, foot, measure, weight::HAIRLINE).moved(0.0, 0.0)));
        let imprint = &document.imprint;
        // The title is on the first page already; where there are more, all of them carry it.
        let title = if of > 1 { document.title.clone() } else { String::new() };
        let said = [
            imprint.school.clone(),
            title,
            format!("Prepared on {}", long_date(imprint.prepared_on)),
            imprint.provenance.clone(),
        ];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        self.line(typeface, &mut marks, foot + 11.0, &said.join("  ·  "), &format!("Page {number} of {of}"));
        marks
    }

    fn line(self, typeface: &Typeface, marks: &mut Vec<Mark>, y: f32, left: &str, right: &str) {
        let look = Role::Furniture.look();
        let right = clip(typeface, look.face, look.size, right, self.measure() * 0.45);
        let left = clip(typeface, look.face, look.size, left, self.measure() - right.width - 16.0);
        let mut put = |x: f32, line: Line| {
            if !line.text.is_empty() {
                let run = TextRun { x, y, width: line.width, text: line.text, face: look.face, size: look.size };
                marks.push(Mark::plain(Drawn::Text(run).moved(0.0, 0.0)));
            }
        };
        put(self.left, left);
        put(self.left + self.measure() - right.width, right);
    }
}

/// A date as it is printed: "13 November 2026".
pub fn long_date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
