//! Many children at once: one change with one undo, a file of those who were chosen, a year's end and back.

use anyhow::{Result, ensure};
use daybook_tests::window::Desk;

use crate::pages::{Register, Shell, Start};

#[test]
fn chosen_children_are_changed_with_one_undo_and_saved_as_a_file() -> Result<()> {
    let desk = Desk::new()?.on("2026-11-20T14:20");
    let window = desk.open()?;
    Start(&window).explore()?;
    let (shell, register) = (Shell(&window), Register(&window));
    shell.go("Register")?;
    register.wait_rows()?;
    window.tab_to("Pupils")?;
    window.keys("Space ArrowDown Space ArrowDown Space")?;
    window.wait_text("[aria-label='Marked pupils']", "3 pupils marked")?;
    let file = desk.folder().join("chosen.csv");
    window.click_named("[aria-label='Marked pupils'] button", "Save as a file")?;
    window.wait_text("[role=dialog]", "3 children")?;
    window.turn("CSV")?;
    desk.answer_dialog(Some(&file))?;
    shell.answer("Save")?;
    window.wait_text("[role=dialog] [role=status]", "Saved in")?;
    let saved = std::fs::read_to_string(&file)?;
    ensure!(saved.lines().count() == 4, "a heading and three children: {} lines", saved.lines().count());
    shell.finish("Close")?;
    register.bulk("Class")?;
    window.type_in("Class", "Owls")?;
    window.wait_text("[role=dialog] [role=status]", "3 would change")?;
    shell.finish("Change 3 pupils")?;
    register.search("Owls")?;
    register.counts("3 of 48")?;
    shell.undo()?;
    register.counts("0 of 48")
}

#[test]
fn everybody_moves_up_with_an_exception_and_back_again() -> Result<()> {
    let desk = Desk::new()?.on("2026-11-20T14:20");
    let window = desk.open()?;
    Start(&window).explore()?;
    let (shell, register) = (Shell(&window), Register(&window));
    shell.go("Register")?;
    register.list("Everyone on roll")?;
    register.first_says("Abara")?;
    let before = register.rows()?;
    register.menu("With the list", "Year’s end")?;
    window.wait("#children")?;
    // The sample's year has begun; the next is moved into, and it is early for that.
    window.wait_text("#screen", "This school year began in September.")?;
    window.wait_text("#screen p[role=status]", "September 2027")?;
    window.type_in("Their last day on roll", "21/07/2027")?;
    window.wait_text("#screen p[role=status]", "September 2027")?;
    window.press("table[aria-label='Children moving up'] tbody tr[aria-rowindex='2']")?;
    window.wait("[role=dialog]")?;
    window.turn("Stays in the year")?;
    shell.finish("Keep this")?;
    window.wait_text("#screen", "1 exception so far")?;
    // Neither a slip nor a lock loses it.
    window.click_named("#screen .back button", "Register")?;
    window.wait_text("[role=dialog]", "Leave without saving?")?;
    shell.finish("Stay")?;
    shell.answer_screen("Move everybody up")?;
    window.wait_text("[role=dialog]", "21 July 2027")?;
    window.shot("year-end")?;
    shell.finish("Move them up")?;
    register.wait_rows()?;
    shell.says("moved up")?;
    shell.undo()?;
    shell.says("Undone")?;
    register.list("Everyone on roll")?;
    register.counts("on roll")?;
    register.wait_for(&before)
}
