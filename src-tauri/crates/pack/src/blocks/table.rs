//! Tables.

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words: from the left.
    Words,
    /// Figures: to the right, one under another.
    Figures,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its share of the width.
    pub weight: f32,
    /// How it stands.
    pub align: Align,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells, as many as there are columns; missing ones are empty, further ones are dropped.
    pub cells: Vec<String>,
    /// Whether it is a sum of those above.
    pub total: bool,
}

impl Row {
    /// An ordinary row.
    pub fn of<S: Into<String>>(cells: impl IntoIterator<Item = S>) -> Self {
        Self { cells: cells.into_iter().map(Into::into).collect(), total: false }
    }

    /// A sum of the rows above.
    pub fn total<S: Into<String>>(cells: impl IntoIterator<Item = S>) -> Self {
        Self { total: true, ..Self::of(cells) }
    }
}

/// Rows and columns. The first cell of a row says what the row is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What to say where there is no row.
    pub when_empty: String,
}

impl Table {
    /// A table without columns or rows, and what to say while there are none.
    pub fn or(when_empty: impl Into<String>) -> Self {
        Self { columns: Vec::new(), rows: Vec::new(), when_empty: when_empty.into() }
    }

    /// With a further column of words.
    #[must_use]
    pub fn words(self, heading: &str, weight: f32) -> Self {
        self.column(heading, weight, Align::Words)
    }

    /// With a further column of figures.
    #[must_use]
    pub fn figures(self, heading: &str, weight: f32) -> Self {
        self.column(heading, weight, Align::Figures)
    }

    /// With these rows.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        self.rows.extend(rows);
        self
    }

    fn column(mut self, heading: &str, weight: f32, align: Align) -> Self {
        self.columns.push(Column { heading: heading.to_owned(), weight, align });
        self
    }
}
