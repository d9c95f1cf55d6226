//! Two schools of one SENCO, one in sight at a time.

use anyhow::Result;
use daybook_tests::window::Desk;

use crate::pages::{Settings, Shell, Start};

#[test]
fn a_second_school_is_added_gone_to_and_undone() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    let shell = Shell(&window);
    Start(&window).explore()?;
    shell.go("Settings")?;
    Settings(&window).open("School")?;
    window.type_in("Another school", "Hillside Infants and Nursery School of the Holy Trinity")?;
    window.click_named("#screen button", "Add the school and go there")?;
    // A new school begins at Today, with what is still to be set up.
    window.wait_text(".top-strip .where", "Hillside Infants")?;
    window.wait_text("#screen h1", "Today")?;
    window.wait_text("#screen", "Set")?;
    window.shot("schools-new")?;
    shell.go("Register")?;
    window.wait_text("#screen", "No pupils yet")?;
    shell.go("Settings")?;
    Settings(&window).open("School")?;
    window.wait_text("ul[aria-label=Schools]", "No hours typed yet")?;
    window.shot("schools")?;
    window.press_named(".top-strip button", "Hillside Infants")?;
    window.wait("[role=menuitem]")?;
    window.shot("schools-menu")?;
    window.press_named("[role=menuitem]", "Go to ")?;
    window.wait_gone("ul[aria-label=Schools]")?;
    window.wait_text("#screen h1", "Today")?;
    shell.go("Register")?;
    window.wait_text("#screen", "SEN support")?;
    window.keys("Ctrl+z")?;
    window.wait_text(".top-strip .where", "Hillside Infants")?;
    window.wait_text("#screen h1", "Today")
}
