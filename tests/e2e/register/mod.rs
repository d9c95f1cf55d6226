//! The register as a SENCO works in it: lists in and out, a child's plan, many children at once, a year's end, an erasing.

mod child;
mod imports;
mod many;

use anyhow::Result;
use daybook_tests::window::Window;

use crate::pages::{Settings, Start};

const WORDS: &str = "four herons by the weir";

/// A daybook of one's own with the name of a school and nothing else.
fn of_one_school(window: &Window) -> Result<()> {
    Start(window).choose("Make a daybook")?;
    window.type_in("Name", "Northgate")?;
    Start(window).type_passphrases(WORDS, WORDS)?;
    Start(window).make()?;
    Start(window).later()?;
    window.wait(".shell")?;
    Settings(window).at_step("Your school")?;
    Settings(window).save_and_go_on()?;
    Settings(window).at_step("The year’s dates")
}
