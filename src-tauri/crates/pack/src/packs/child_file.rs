//! A child's whole file, as it is handed on: everything the daybook holds of one child, under its own headings.
//!
//! Other people's names come marked already; what the marks mean is said on the first page.

use crate::document::{Document, Imprint};
use crate::page::Page;

/// What stands before a name that is somebody else's.
pub const OPENS: &str = "[[";
/// What stands after it.
pub const CLOSES: &str = "]]";

/// Everything that is held of a child.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChildFile {
    /// The child's neutral code. It is the title: a title shows where a name should not.
    pub case_code: String,
    /// The child's name.
    pub name: String,
    /// What is held, under its headings.
    pub record: Page,
    /// How many texts name somebody else and are marked.
    pub marked: u32,
}

/// The file, part by part.
pub fn child_file(file: &ChildFile, imprint: Imprint) -> Document {
    let mut page = Page::titled(format!("Whole file of {}", file.case_code), file.name.clone());
    page.say(
        "The record that the SENCO’s daybook holds of this child, on the day it was prepared. It is confidential. Documents \
         kept in the daybook are beside this file, and all of it is there as open data too.",
    );
    page.heading("Before it is given to anybody");
    page.list([
        format!(
            "Names of other children, and fields that say who did something, are marked with {OPENS} and {CLOSES}: {}. Look \
             at each and black out what is not for whoever receives the file.",
            match file.marked {
                0 => "none was found".to_owned(),
                1 => "one text is marked".to_owned(),
                n => format!("{n} texts are marked"),
            }
        ),
        "Relatives, professionals and children of other schools are not known by name here, so none of them is marked in \
         running text. Read it through."
            .to_owned(),
        "Not in it: what the SENCO kept as private notes of time, plans of a week that name the child, what the record said \
         before it was changed, and texts about others that mention the child. Look for those in the daybook where a request \
         for access reaches them."
            .to_owned(),
        "The data in the folder “data” is as it was written, without marks: pass it on to the next school, and leave it out \
         where the file is an answer to a request for access."
            .to_owned(),
    ]);
    page.append(file.record.clone());
    page.into_document(imprint)
}
