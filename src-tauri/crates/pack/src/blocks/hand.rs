//! What is filled in by hand.

/// Boxes to tick, in a row, after a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticks {
    /// What is asked. May be empty.
    pub question: String,
    /// The answers, one box each.
    pub boxes: Vec<String>,
}

/// A place for one person to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// As what they sign, such as "Headteacher".
    pub role: String,
    /// Their name as they write it. May be empty.
    pub name: String,
}

/// Columns of lines to write on, under headings.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruled {
    /// Headings, each with its share of the width.
    pub columns: Vec<(String, f32)>,
    /// How many lines.
    pub lines: usize,
}
