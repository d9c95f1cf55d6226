//! Looking back, as it looks.

use anyhow::Result;
use daybook_tests::window::Desk;

use super::{FRIDAY, Findings, wear};
use crate::pages::{Shell, Start};

#[test]
fn looking_back() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    Shell(&window).go("Week")?;
    window.wait(".timetable")?;
    window.turn("Look back")?;
    window.wait("section[aria-labelledby=groups] table")?;
    found.look(&window, "look-back")?;
    for (at, name) in [("by-week", "look-back-weeks"), ("out-of-hours", "look-back-out-of-hours")] {
        window.evaluate(&format!("document.getElementById('{at}').scrollIntoView()"))?;
        found.both(&window, name)?;
    }
    window.turn("Child")?;
    window.wait_text("section[aria-labelledby=groups] thead th:first-child", "Child")?;
    found.both(&window, "look-back-child")?;
    window.click("section[aria-labelledby=groups] tbody .bars button")?;
    window.wait("[role=dialog] tfoot")?;
    found.both(&window, "look-back-entries")?;
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    window.pick("From when to when", "Own dates")?;
    window.field("First day")?;
    found.both(&window, "look-back-own-dates")?;
    window.pick("From when to when", "This school year")?;
    window.wait_text("#screen", "This school year")?;
    wear(&window, "light", 200)?;
    found.glance(&window, "large-look-back")?;
    found.none()
}
