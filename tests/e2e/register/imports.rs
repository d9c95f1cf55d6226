//! Lists in: cells that are pasted.

use anyhow::{Result, ensure};
use daybook_tests::window::Desk;

use super::of_one_school;
use crate::pages::{Import, Register, Shell};

#[test]
fn cells_are_pasted_and_taken_in() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    of_one_school(&window)?;
    Shell(&window).go("Register")?;
    desk.answer_dialog(None)?;
    window.click_named("#screen button", "Import a list")?;
    let import = Import(&window);
    import.at_step("Which file?")?;
    window.choose(
        "#screen textarea",
        "Surname\tForename\tDate of birth\tSEN Status\nFinch\tAda\t01/03/2017\tK\nFinch\tBen\t29/02/2017\tN\n",
    )?;
    import.press("Look at the pasted cells")?;
    import.at_step("What does each column hold?")?;
    import.taken_for("Date of birth", "Date of birth")?;
    import.check_the_rows()?;
    ensure!(import.rows_with("Date of birth not readable")?.len() == 1, "the day that never was is told");
    carry_out(&import, "Import 2 pupils", "2 pupils were added")?;
    import.press("Go to the register")?;
    let register = Register(&window);
    register.counts("1 on the register")?;
    register.open("Finch, Ada")
}

fn carry_out(import: &Import, button: &str, done: &str) -> Result<()> {
    import.press(button)?;
    import.at_step("The list is in the daybook")?;
    import.0.wait_text("#screen .done", done)
}
