//! The timer as it runs, nests and asks.

use anyhow::Result;
use daybook_tests::window::{Desk, Window};

use super::Findings;
use crate::pages::{Shell, Start};

const WORDS: &str = "explore the sample school";

#[test]
fn the_timer() -> Result<()> {
    let desk = Desk::new()?.on("2026-11-20T14:20");
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    window.wait("#plan-of-day, .empty")?;
    begins(
        &window,
        "Ctrl+j",
        "annual review report for the panel, with what everybody wrote",
        &mut found,
        "timer-begin",
    )?;
    desk.set_clock("2026-11-20T14:44")?;
    begins(&window, "Ctrl+i", "Mrs Cook phone about the taxi", &mut found, "timer-interrupt")?;
    found.look(&window, "timer-nested")?;
    window.click(".tools button[aria-haspopup=menu]")?;
    window.wait("[role=menu]")?;
    // A menu stands beside the page's landmarks, as every menu does.
    window.shot("timer-menu")?;
    window.keys("Escape")?;
    window.wait_gone("[role=menu]")?;
    window.click(".tools button[aria-haspopup=menu]")?;
    window.click_named("[role=menuitem]", "Discard")?;
    window.wait_text("[role=dialog] h2", "Discard this time?")?;
    found.both(&window, "timer-discard")?;
    Shell(&window).finish("Keep it running")?;
    back_at(&desk, &window, "2026-11-20T15:10")?;
    window.wait_text("[role=dialog]", "You were away 14:44 to 15:10 (locked).")?;
    found.look(&window, "timer-asks")?;
    Shell(&window).answer("Something else")?;
    window.wait_focus("What it was, in a line")?;
    found.both(&window, "timer-asks-else")?;
    Shell(&window).answer("Back")?;
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    found.look(&window, "timer-asks-later")?;
    // A stretch of several days has to fit as well.
    back_at(&desk, &window, "2026-11-23T08:05")?;
    window.wait_text("[role=dialog] h2", "What was that time?")?;
    Shell(&window).answer("Nothing: leave it out")?;
    window.wait_text("[role=dialog]", "Mon 23 Nov 08:05")?;
    found.both(&window, "timer-asks-weekend")?;
    Shell(&window).answer("It was this work")?;
    window.wait_text("[role=dialog]", "Say how long it was")?;
    found.glance(&window, "timer-asks-weekend-refused")?;
    found.none()
}

fn begins(window: &Window, keys: &str, line: &str, found: &mut Findings, name: &str) -> Result<()> {
    window.keys(keys)?;
    window.wait_focus("In a line")?;
    window.write(line)?;
    found.both(window, name)?;
    Shell(window).finish("Start")?;
    window.wait(".tools .what")
}

fn back_at(desk: &Desk, window: &Window, moment: &str) -> Result<()> {
    Shell(window).lock()?;
    desk.set_clock(moment)?;
    Start(window).open_with(WORDS)
}
