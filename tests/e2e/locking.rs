//! Nobody is there: the daybook locks by itself, says why, and gives back what was being typed.

use anyhow::{Result, ensure};
use daybook_tests::window::Desk;

use crate::pages::{Shell, Start};

const FRIDAY: &str = "2026-11-20T14:20";
const LINE: &str = "20m office about the rota";
/// The sample school's words, as its lock screen says them.
const WORDS: &str = "explore the sample school";

#[test]
fn what_was_being_typed_when_it_locked_by_itself_is_there_again() -> Result<()> {
    // Ten of these minutes are the usual time until it locks.
    let desk = Desk::new()?.on(FRIDAY).with("DAYBOOK_MINUTE", "800");
    let window = desk.open()?;
    window.wait("main h1")?;
    Start(&window).explore()?;
    window.keys("Ctrl+Shift+Space")?;
    window.wait_text("[role=dialog] h2", "What just happened?")?;
    window.fill("#capture input[type=text]", LINE)?;
    window.wait_text("main", "Nobody had touched it for a while")?;
    let left = window.evaluate("document.documentElement.textContent.includes('rota')")?;
    ensure!(left == false, "nothing of what was typed is on the lock screen");
    Start(&window).open_with(WORDS)?;
    window.wait_text("[aria-label='What you were typing']", "A line you were capturing")?;
    window.click_named("[aria-label='What you were typing'] button", "Go on")?;
    window.wait_text("#capture", "What you were typing is here again.")?;
    ensure!(window.value("#capture input[type=text]")? == LINE, "the line is as it was typed");
    window.keys("Enter")?;
    window.wait_gone("[role=dialog]")?;
    Shell(&window).undoes("Line captured")
}
