//! The recovery sheet: the one thing that opens a daybook when its passphrase is lost, for the head's safe.

use crate::blocks::Fact;
use crate::document::{Document, Imprint};
use crate::page::Page;
use chrono::NaiveDateTime;
use daybook_domain::text::{long_date, long_moment};

/// What is on the sheet. No pupil is.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The name of the daybook that the key opens.
    pub daybook: String,
    /// When the key was made.
    pub made_at: NaiveDateTime,
    /// The groups of the key, in order.
    pub groups: Vec<String>,
    /// The headteacher who signs for it; may be empty, and the line is there all the same.
    pub head: String,
}

/// How many groups stand on a line.
const ABREAST: usize = 3;

/// The key, large, and what whoever finds the sheet in ten years has to know: what it opens, how it is typed, where it
/// is kept, and what to do when it is lost.
pub fn recovery_sheet(sheet: &RecoverySheet, imprint: Imprint) -> Document {
    let made = long_moment(sheet.made_at);
    let mut page = Page::titled("Recovery key", format!("Opens the daybook “{}”. Made on {made}", sheet.daybook));
    for (line, groups) in sheet.groups.chunks(ABREAST).enumerate() {
        page.lead(Fact::new(groups.join("-"), label(line * ABREAST + 1, groups.len())));
    }
    page.heading("What it opens");
    page.say(
        "This key opens the daybook when its passphrase is forgotten, or when the person who knows it has left. \
         Whoever holds this sheet and the files of the daybook can read everything in it.",
    );
    page.heading("Where it is kept");
    page.list([
        "In an envelope, sealed and signed across the flap, in the headteacher’s safe.",
        "Never beside the computer, in an email, or as a photograph. A file that it was printed from is deleted.",
    ]);
    page.heading("How it is used");
    page.list([
        "Start SENCO Daybook, choose the daybook, and type the key where the passphrase is asked for.".to_owned(),
        "Capitals, spaces and hyphens do not matter. What looks like I or L is 1, what looks like O is 0, and U is V."
            .to_owned(),
        format!("The last group checks the others, so that a slip is noticed: type all {}.", sheet.groups.len()),
        "Then set a new passphrase under Settings, Safety. The key goes on opening the daybook.".to_owned(),
    ]);
    page.heading("If it is lost, or somebody has seen it");
    page.say(format!(
        "Make a new key under Settings, Safety: from then on this one, of {}, no longer opens the daybook. It still opens \
         backups that were made while it did, so keep those as safe as the daybook, or delete them.",
        long_date(sheet.made_at.date()),
    ));
    page.write_on("Where this sheet is kept", 1);
    page.signatures(&[("Headteacher", &sheet.head)]);
    page.into_document(imprint)
}

fn label(first: usize, groups: usize) -> String {
    match groups {
        1 => format!("group {first}"),
        _ => format!("groups {first} to {}", first + groups - 1),
    }
}
