//! A week without the mouse: only keys, from the first Tab to the lock.

use anyhow::Result;
use daybook_tests::window::{Desk, Window};

const WORDS: &str = "four herons by the weir";

#[test]
fn a_week_by_keyboard_alone() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    makes_a_daybook(&window)?;
    lays_out_the_week(&window)?;
    writes_down_what_came_between(&window)?;
    finds_a_child(&window)?;
    locks(&window)
}

fn makes_a_daybook(window: &Window) -> Result<()> {
    window.wait_text("h1", "Write it down once")?;
    window.tab_to("Make a daybook")?;
    window.keys("Enter")?;
    window.wait_focus("Name")?;
    window.write("Northgate")?;
    window.tab_to("Passphrase")?;
    window.write(WORDS)?;
    window.tab_to("Passphrase again")?;
    window.write(WORDS)?;
    window.keys("Enter")?;
    window.wait_focus("A key for the safe")?;
    window.tab_to("Later, in Settings")?;
    window.keys("Enter")?;
    // The set-up: the school is all that a first block needs.
    window.wait_text("h1", "Your school")?;
    window.tab_to("School")?;
    window.keys("Ctrl+s")?;
    window.wait_text("h1", "The year’s dates")?;
    window.wait_focus("The year’s dates")
}

/// Enter lays a block; Shift and an arrow moves it, Alt and an arrow makes it longer; single letters freeze and tell.
fn lays_out_the_week(window: &Window) -> Result<()> {
    window.keys("g w")?;
    window.wait_text("h1", "Week of 2–6 Nov 2026")?;
    window.wait(".timetable")?;
    window.tab_to("Monday 09:00: lay a block")?;
    window.keys("ArrowRight ArrowDown ArrowDown")?;
    window.wait_focus("Tuesday 09:30: lay a block")?;
    window.keys("Enter")?;
    window.wait_focus("What for")?;
    window.write("Annual review")?;
    window.tab_to("Kind of work")?;
    window.write("Annual")?;
    window.wait_text(".combobox-list [role=option]", "Annual reviews")?;
    window.keys("ArrowDown Enter")?;
    window.wait_gone(".combobox-list")?;
    window.keys("Enter")?;
    window.wait_gone("[role=dialog]")?;
    window.wait_focus("Annual review, Tuesday 09:30 to 10:00")?;
    window.keys("Shift+ArrowDown Shift+ArrowDown Shift+ArrowLeft")?;
    window.wait_focus("Annual review, Monday 10:00 to 10:30")?;
    window.keys("Alt+ArrowDown Alt+ArrowDown")?;
    window.wait_focus("Annual review, Monday 10:00 to 11:00")?;
    window.keys("f")?;
    window.wait_text(".how-far", "Plan frozen")?;
    window.wait_focus("Annual review, Monday 10:00 to 11:00")?;
    window.keys("p")?;
    window.wait_text(".toast", "As planned: Annual review")
}

fn writes_down_what_came_between(window: &Window) -> Result<()> {
    window.keys("Ctrl+Shift+Space")?;
    window.wait_focus("In a line")?;
    window.write("20m office, parent at the door")?;
    window.keys("Enter")?;
    window.wait_gone("[role=dialog]")?;
    window.keys("g t")?;
    window.wait_text("#waiting", "To classify (1)")?;
    window.keys("k")?;
    window.wait_focus("Kind of work")?;
    window.write("Meetings with")?;
    window.wait_text(".combobox-list [role=option]", "Meetings with parents")?;
    window.keys("ArrowDown Enter")?;
    window.wait_gone(".combobox-list")?;
    window.keys("Enter")?;
    window.wait_gone("[role=dialog]")?;
    window.wait_text("#screen", "Nothing waits")
}

fn finds_a_child(window: &Window) -> Result<()> {
    window.keys("g r")?;
    window.wait_text("#screen", "No pupils yet")?;
    window.keys("Alt+n")?;
    window.wait_focus("Legal forename")?;
    window.write("Ada")?;
    window.tab_to("Legal surname")?;
    window.write("Finch")?;
    window.keys("Ctrl+s")?;
    window.wait_text("h1", "Ada Finch")?;
    window.wait("#details")?;
    window.keys("Alt+ArrowLeft")?;
    window.wait_text("h1", "Register")?;
    window.wait(".register")?;
    window.tab_to("Register")?;
    window.keys("ArrowRight")?;
    window.wait_text(".register [role=status]", "1 on roll")?;
    window.keys("Escape")?;
    window.keys("/")?;
    window.wait_focus("Search by name")?;
    window.write("fin")?;
    window.wait_text(".register [role=status]", "1 of 1 on roll")?;
    window.keys("Enter")?;
    window.wait_focus("Pupils")?;
    window.keys("Enter")?;
    window.wait_text("h1", "Ada Finch")
}

fn locks(window: &Window) -> Result<()> {
    window.keys("Ctrl+l")?;
    window.wait_text("main", "It is locked")?;
    window.wait_focus("Passphrase")?;
    window.write("not these words at all")?;
    window.keys("Enter")?;
    window.wait(".error, [role=alert]")?;
    window.wait_focus("Passphrase")?;
    window.keys("Ctrl+a Backspace")?;
    window.write(WORDS)?;
    window.keys("Enter")?;
    window.wait(".shell")
}
