//! Many children at once: one change with one undo, and a file of those who were chosen.

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
