//! Roles: what a line of text is for. One role decides how it looks; the setter gives it the tag that goes with it.

use crate::press::face::Face;

/// What a line of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The title of the document.
    Title,
    /// The line under it.
    Subtitle,
    /// The heading of a section.
    Section,
    /// The heading of a part.
    Part,
    /// Running text.
    Paragraph,
    /// Small print.
    Note,
    /// The one figure that matters most.
    LeadValue,
    /// What it is.
    LeadLabel,
    /// A figure among others.
    FactValue,
    /// What it counts.
    FactLabel,
    /// The heading of a column.
    ColumnHead,
    /// A cell.
    Cell,
    /// A cell of a row of sums.
    Total,
    /// The label of a bar.
    BarLabel,
    /// The figure at the end of a bar.
    BarFigure,
    /// The heading of a day.
    DayHead,
    /// What is said of a day under its heading.
    DayRemark,
    /// The heading of a strip of a day.
    TrackHead,
    /// An hour beside the timetable.
    Hour,
    /// What a stretch of time is.
    SlotTitle,
    /// How long it is.
    SlotFigures,
    /// The number of a stretch that is set in full below the timetable.
    Number,
    /// A stretch that is set in full below the timetable.
    Numbered,
    /// What to write where, and what a swatch means.
    HandLabel,
    /// Running head and foot.
    Furniture,
}

/// How a role looks: face, size and the distance from one baseline to the next, both in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The cut.
    pub face: Face,
    /// The size.
    pub size: f32,
    /// From baseline to baseline.
    pub leading: f32,
}

impl Role {
    /// How it looks.
    pub fn look(self) -> Look {
        use Face::{Italic, Regular, Semibold};
        let (face, size, leading) = match self {
            Self::Title => (Semibold, 23.0, 27.0),
            Self::Subtitle => (Regular, 12.0, 16.0),
            Self::Section => (Semibold, 13.5, 17.0),
            Self::Part => (Semibold, 11.0, 14.5),
            Self::Paragraph => (Regular, 10.5, 14.5),
            Self::Note => (Italic, 9.0, 12.0),
            Self::LeadValue => (Semibold, 36.0, 38.0),
            Self::LeadLabel => (Regular, 12.0, 15.5),
            Self::FactValue => (Semibold, 17.0, 20.0),
            Self::FactLabel => (Regular, 9.5, 12.0),
            Self::ColumnHead => (Semibold, 9.0, 11.5),
            Self::Cell => (Regular, 10.0, 13.0),
            Self::Total => (Semibold, 10.0, 13.0),
            Self::BarLabel => (Regular, 10.0, 12.5),
            Self::BarFigure => (Regular, 9.0, 11.0),
            Self::DayHead => (Semibold, 10.5, 13.0),
            Self::DayRemark => (Italic, 9.0, 11.0),
            Self::TrackHead => (Regular, 8.0, 10.0),
            Self::Hour => (Regular, 8.0, 9.0),
            Self::SlotTitle => (Semibold, 8.4, 9.6),
            Self::SlotFigures => (Regular, 7.8, 9.2),
            Self::Number => (Semibold, 8.4, 10.2),
            Self::Numbered => (Regular, 8.4, 10.2),
            Self::HandLabel => (Regular, 9.5, 12.5),
            Self::Furniture => (Regular, 8.5, 11.0),
        };
        Look { face, size, leading }
    }
}

impl Look {
    /// How far the baseline is below the top of the line.
    pub fn baseline(self) -> f32 {
        (self.leading - self.size) / 2.0 + self.size * 0.82
    }
}
