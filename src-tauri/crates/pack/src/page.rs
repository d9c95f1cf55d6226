//! A builder that lets a pack file read like its table of contents.

use crate::blocks::{Bars, Fact, Ruled, Signature, Table, Ticks, Timetable};
use crate::document::{Block, Document, Imprint, Orientation};
use crate::pattern::Pattern;

/// A pack in the making.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    title: String,
    subtitle: String,
    orientation: Orientation,
    blocks: Vec<Block>,
}

impl Page {
    /// A pack with this title, and the line under it.
    pub fn titled(title: impl Into<String>, subtitle: impl Into<String>) -> Self {
        Self { title: title.into(), subtitle: subtitle.into(), ..Self::default() }
    }

    /// On sheets that lie on their long side.
    #[must_use]
    pub fn landscape(mut self) -> Self {
        self.orientation = Orientation::Landscape;
        self
    }

    /// Adds any block.
    pub fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// The figure that matters most.
    pub fn lead(&mut self, fact: Fact) {
        self.add(Block::Lead(fact));
    }

    /// Figures side by side.
    pub fn facts(&mut self, facts: impl IntoIterator<Item = Fact>) {
        self.add(Block::Facts(facts.into_iter().collect()));
    }

    /// The heading of a section, and a table under it.
    pub fn section(&mut self, heading: &str, table: Table) {
        self.heading(heading);
        self.add(Block::Table(table));
    }

    /// The heading of a section.
    pub fn heading(&mut self, text: &str) {
        self.add(Block::Section(text.to_owned()));
    }

    /// Running text.
    pub fn say(&mut self, text: impl Into<String>) {
        self.add(Block::Paragraph(text.into()));
    }

    /// Small print.
    pub fn note(&mut self, text: impl Into<String>) {
        self.add(Block::Note(text.into()));
    }

    /// Items of a list.
    pub fn list<S: Into<String>>(&mut self, items: impl IntoIterator<Item = S>) {
        self.add(Block::List(items.into_iter().map(Into::into).collect()));
    }

    /// A chart.
    pub fn bars(&mut self, bars: Bars) {
        self.add(Block::Bars(bars));
    }

    /// What the patterns mean.
    pub fn legend(&mut self, patterns: &[Pattern]) {
        self.add(Block::Legend(patterns.to_vec()));
    }

    /// Days against the clock.
    pub fn timetable(&mut self, timetable: Timetable) {
        self.add(Block::Timetable(timetable));
    }

    /// Boxes to tick.
    pub fn ticks(&mut self, question: &str, boxes: &[&str]) {
        self.add(Block::Ticks(Ticks {
            question: question.to_owned(),
            boxes: boxes.iter().map(|answer| (*answer).to_owned()).collect(),
        }));
    }

    /// Columns of lines to write on.
    pub fn ruled(&mut self, columns: &[(&str, f32)], lines: usize) {
        let columns = columns.iter().map(|(heading, weight)| ((*heading).to_owned(), *weight)).collect();
        self.add(Block::Ruled(Ruled { columns, lines }));
    }

    /// A label and lines to write on.
    pub fn write_on(&mut self, label: &str, lines: usize) {
        self.add(Block::WriteOn { label: label.to_owned(), lines });
    }

    /// Columns side by side, each a page of its own with its share of the width.
    pub fn beside(&mut self, columns: impl IntoIterator<Item = (f32, Self)>) {
        self.add(Block::Beside(columns.into_iter().map(|(weight, page)| (weight, page.blocks)).collect()));
    }

    /// What stands here where the page has room for all of it, and otherwise at the next landing.
    pub fn float(&mut self, page: Self) {
        self.add(Block::Float(page.blocks));
    }

    /// Where stands what had no room before.
    pub fn landing(&mut self) {
        self.add(Block::Landing);
    }

    /// The first of these that the rest of the page has room for, or the last.
    pub fn first_fitting(&mut self, pages: impl IntoIterator<Item = Self>) {
        self.add(Block::FirstFitting(pages.into_iter().map(|page| page.blocks).collect()));
    }

    /// What stays on one page as far as one has room for it.
    pub fn together(&mut self, page: Self) {
        self.add(Block::Together(page.blocks));
    }

    /// The heading of a part of a section.
    pub fn part(&mut self, text: impl Into<String>) {
        self.add(Block::Part(text.into()));
    }

    /// Everything that another page holds.
    pub fn append(&mut self, page: Self) {
        self.blocks.extend(page.blocks);
    }

    /// Whether nothing is on it yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// What follows starts a new page.
    pub fn turn(&mut self) {
        self.add(Block::NewPage);
    }

    /// Places to sign, each for a role and a name.
    pub fn signatures(&mut self, people: &[(&str, &str)]) {
        let sign = |(role, name): &(&str, &str)| Signature { role: (*role).to_owned(), name: (*name).to_owned() };
        self.add(Block::Signatures(people.iter().map(sign).collect()));
    }

    /// The pack, in British English.
    pub fn into_document(self, imprint: Imprint) -> Document {
        let Self { title, subtitle, orientation, blocks } = self;
        Document { title, subtitle, lang: "en-GB".to_owned(), imprint, orientation, blocks }
    }
}
