//! Lists in: the three files of the fixtures one after the other, two thousand pupils, and cells that are pasted.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use daybook_tests::window::{Desk, Window};

use super::of_one_school;
use crate::pages::{Import, Register, Shell};

/// The kinds of `MISTAKES.txt`, as they are called on the screen.
const KINDS: [(&str, &str); 4] =
    [("dob", "No date of birth"), ("upn", "UPN not right"), ("dup", "The same row again"), ("old", "Old SEN code")];

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

#[test]
fn three_lists_come_in_one_after_the_other() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    of_one_school(&window)?;
    let (import, register) = (Import(&window), Register(&window));
    begin(&desk, &window, &fixture("primary-roll.csv"))?;
    import.check_the_rows()?;
    import.summary_says("412 new, 0 changed and 2 repeats left out")?;
    every_mistake_is_on_the_screen(&import)?;
    carry_out(&import, "Import 412 pupils", "412 pupils were added")?;
    import.press("Go to the register")?;
    register.list("Everyone on roll")?;
    register.counts("412 on roll")?;
    // The transfer file knows the letters that the first list had lost.
    begin(&desk, &window, &fixture("transfer-in.xml"))?;
    import.check_the_rows()?;
    import.summary_says("0 new, 2 changed and 4 already as in the file")?;
    carry_out(&import, "Update 2 pupils", "2 pupils were updated")?;
    begin(&desk, &window, &fixture("secondary-sen-list.xlsx"))?;
    import.check_the_rows()?;
    import.summary_says("284 new")?;
    import.press("Show 2 others")?;
    window.wait_text("#screen", "Row 290")?;
    carry_out(&import, "Import 284 pupils", "284 pupils were added")?;
    import.press("Undo the import")?;
    window.wait_text("#screen [data-step]", "The import was undone")?;
    import.press("Go to the register")?;
    register.list("Everyone on roll")?;
    register.counts("412 on roll")?;
    register.search("Čapek")?;
    register.counts("of 412")
}

/// The rows of each kind are those of the list of mistakes, and no others.
fn every_mistake_is_on_the_screen(import: &Import) -> Result<()> {
    let mistakes = std::fs::read_to_string(fixture("MISTAKES.txt"))?;
    for (kind, words) in KINDS {
        let said = |line: &str| line.split_whitespace().nth(2).map(as_exported).context("a line names a child");
        let mut expected =
            mistakes.lines().filter(|line| line.starts_with(kind)).map(said).collect::<Result<Vec<String>>>()?;
        let rows = import.rows_with(words)?;
        ensure!(rows.len() == expected.len(), "{words}: {rows:?} for {expected:?}");
        for row in rows {
            let at = expected.iter().position(|surname| row.contains(surname.as_str()));
            expected.swap_remove(at.with_context(|| format!("{words}: a row that is no mistake: {row}"))?);
        }
    }
    Ok(())
}

/// Letters that the list's code page lacks are question marks in it.
fn as_exported(surname: &str) -> String {
    surname.chars().map(|letter| if u32::from(letter) > 0xff { '?' } else { letter }).collect()
}

#[test]
fn two_thousand_pupils_are_previewed_and_committed() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    of_one_school(&window)?;
    let file = desk.folder().join("roll.csv");
    std::fs::write(&file, roll(2_000)?)?;
    begin(&desk, &window, &file)?;
    let import = Import(&window);
    import.check_the_rows()?;
    import.summary_says("2,000 new")?;
    window.script(
        "window.progress = []; new MutationObserver(() => {
             const bar = document.querySelector('#screen progress');
             if (bar && bar.max > 1) window.progress.push(bar.value);
         }).observe(document.body, { subtree: true, childList: true, attributes: true })",
        &[],
    )?;
    carry_out(&import, "Import 2,000 pupils", "2,000 pupils were added")?;
    let went = window.evaluate("window.progress.length > 0 && window.progress.at(-1) > window.progress[0]")?;
    ensure!(went == true, "how far it has come is shown while it goes: {}", window.evaluate("window.progress")?);
    import.press("Go to the register")?;
    let register = Register(&window);
    register.list("Everyone on roll")?;
    register.counts("2,000 on roll")?;
    // Part of a name and of a case code alike are found, so one is asked for by what only they have.
    register.search("C-1234")?;
    register.counts("1 of 2,000")
}

/// So many made-up pupils.
fn roll(pupils: u32) -> Result<String> {
    let mut list = String::from("Legal Surname,Legal Forename,Date of Birth,Year,Reg,SEN Status\n");
    for at in 0..pupils {
        let (day, born) = (at % 28 + 1, 2011 + at % 5);
        writeln!(
            list,
            "Surname {at},Forename {at},{day:02}/03/{born},,{}A,{}",
            at % 5 + 7,
            if at % 6 == 0 { "K" } else { "N" }
        )?;
    }
    Ok(list)
}

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

fn begin(desk: &Desk, window: &Window, file: &Path) -> Result<()> {
    Shell(window).go("Register")?;
    desk.answer_dialog(Some(file))?;
    window.click_named("#screen button", "Import a list")?;
    Import(window).at_step("What does each column hold?")
}

fn carry_out(import: &Import, button: &str, done: &str) -> Result<()> {
    import.press(button)?;
    import.at_step("The list is in the daybook")?;
    import.0.wait_text("#screen .done", done)
}
