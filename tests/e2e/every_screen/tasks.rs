//! The tasks, the catalogue, and what is asked of them.

use anyhow::Result;
use daybook_tests::window::{Desk, Window};

use super::{FRIDAY, Findings};
use crate::pages::{Shell, Start, Tasks};

#[test]
fn the_tasks_and_the_catalogue() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    let tasks = Tasks(&window);
    Shell(&window).go("Tasks")?;
    window.wait("#screen [role=grid]")?;
    found.look(&window, "tasks")?;
    tasks.part("Catalogue")?;
    window.wait("#screen .ruled-table")?;
    found.look(&window, "catalogue")?;
    window.click_named("#screen .ruled-table button", "SEN budget")?;
    window.wait("[role=dialog] form")?;
    found.look(&window, "catalogue-line")?;
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    tasks.part("To do")?;
    tasks.quick("write to the panel 40m today")?;
    tasks.quick("order cushions 20m 6/11/2026")?;
    tasks.quick(
        "a title as long as anybody would ever type in a hurry about the ramp, the rails, the doors and the lift",
    )?;
    found.both(&window, "tasks-long-title")?;
    for (keys, name) in [("p", "part"), ("h", "give"), ("m", "move"), ("s", "split"), ("Enter", "open")] {
        tasks.focus_the_list()?;
        window.keys(keys)?;
        window.wait("[role=dialog]")?;
        found.look(&window, &format!("task-{name}"))?;
        window.keys("Escape")?;
        window.wait_gone("[role=dialog]")?;
    }
    window.keys("Space Shift+ArrowDown")?;
    window.wait_text("[aria-label='Chosen tasks']", "2 tasks chosen")?;
    found.look(&window, "tasks-chosen")?;
    window.click_named("#screen button", "Add a task with all it needs")?;
    window.wait("[role=dialog] form")?;
    found.look(&window, "task-form")?;
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    tasks.part("Not being done")?;
    window.wait("#screen [role=grid]")?;
    found.look(&window, "not-being-done")?;
    tasks.part("Done and dropped")?;
    window.wait("#screen [role=grid]")?;
    found.look(&window, "tasks-settled")?;
    Shell(&window).go("Today")?;
    window.wait("#tasks-due")?;
    found.look(&window, "today-tasks")?;
    found.none()
}

/// A daybook without a catalogue: where one is begun, and what it is chosen from.
pub fn begin_a_catalogue(window: &Window, found: &mut Findings) -> Result<()> {
    let tasks = Tasks(window);
    Shell(window).go("Tasks")?;
    tasks.part("Catalogue")?;
    window.wait("#screen .empty")?;
    found.look(window, "catalogue-empty")?;
    tasks.choose_from_the_times()?;
    window.click_named("[role=dialog] button", "Choose the usual set")?;
    found.look(window, "catalogue-start")?;
    tasks.add_those_chosen()
}
