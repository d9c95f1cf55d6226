//! A child's one-page profile: the child's own words, and what staff need beside them, on one page.

use crate::blocks::Fact;
use crate::document::{Block, Document, Imprint};
use crate::page::Page;

/// Characters of a name that is set large.
const SHORT: usize = 16;

/// A profile, in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProfileSheet {
    /// The child's name, or the case code.
    pub who: String,
    /// What stands beside the name: year and class, how it is said.
    pub beside: String,
    /// The line under the title.
    pub subtitle: String,
    /// The child's own words, each part with its heading.
    pub own: Vec<(String, String)>,
    /// For staff, each part with its heading.
    pub staff: Vec<(String, String)>,
    /// Small print.
    pub notes: Vec<String>,
}

/// The profile: roomy where there is room for that, else as close as it has to be.
pub fn profile(sheet: &ProfileSheet, imprint: Imprint) -> Document {
    let mut page = Page::titled("One-page profile", &sheet.subtitle);
    // A name as large as the page is for short ones.
    if sheet.who.chars().count() <= SHORT {
        page.lead(Fact::new(sheet.who.clone(), sheet.beside.clone()));
    } else {
        page.facts([Fact::new(sheet.who.clone(), sheet.beside.clone())]);
    }
    page.first_fitting([roomy(sheet), wide(sheet, Block::Paragraph), wide(sheet, Block::Note)]);
    page.into_document(imprint)
}

fn roomy(sheet: &ProfileSheet) -> Page {
    let mut page = Page::default();
    page.heading("In my own words");
    for pair in sheet.own.chunks(2) {
        page.beside(pair.iter().map(|part| (1.0, one(part))));
    }
    page.heading("For staff");
    for pair in sheet.staff.chunks(2) {
        page.beside(pair.iter().map(|part| (1.0, one(part))));
    }
    notes(&mut page, sheet);
    page
}

/// A part; one that says nothing has lines to write on.
fn one((heading, text): &(String, String)) -> Page {
    let mut page = Page::default();
    page.add(Block::Part(heading.clone()));
    match text.trim() {
        "" => page.write_on("To be written together", 3),
        text => page.say(text),
    }
    page
}

fn wide(sheet: &ProfileSheet, block: fn(String) -> Block) -> Page {
    let mut page = Page::default();
    for (heading, parts) in [("In my own words", &sheet.own), ("For staff", &sheet.staff)] {
        page.heading(heading);
        for (heading, text) in parts.iter().filter(|(_, text)| !text.trim().is_empty()) {
            page.add(Block::Part(heading.clone()));
            page.add(block(text.trim().to_owned()));
        }
    }
    notes(&mut page, sheet);
    page
}

fn notes(page: &mut Page, sheet: &ProfileSheet) {
    for note in &sheet.notes {
        page.note(note);
    }
}
