//! What cannot be read or is not there: a sentence, and nothing half done.

use std::fs::{self, File};
use std::io::Write;

use anyhow::{Result, ensure};
use daybook_tests::window::{Desk, Window};
use serde_json::json;

use crate::pages::{Import, Settings, Shell, Start};

const WORDS: &str = "four herons by the weir";

/// Makes a daybook in the folder offered, with a school in it.
fn make(window: &Window) -> Result<()> {
    let start = Start(window);
    start.choose("Make a daybook")?;
    window.type_in("Name", "Northgate")?;
    start.type_passphrases(WORDS, WORDS)?;
    start.make()?;
    start.later()?;
    Settings(window).at_step("Your school")?;
    Settings(window).save_and_go_on()?;
    Settings(window).at_step("The year’s dates")
}

#[test]
fn fifty_megabytes_of_noise_are_no_list() -> Result<()> {
    let desk = Desk::new()?;
    let noise = desk.folder().join("roll.csv");
    let mut file = File::create(&noise)?;
    // Bytes that no text has, different in every block.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..50 * 16 {
        let block: Vec<u8> = std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()
        })
        .take(8192)
        .flatten()
        .collect();
        file.write_all(&block)?;
    }
    drop(file);

    let window = desk.open()?;
    make(&window)?;
    Shell(&window).go("Register")?;
    desk.answer_dialog(Some(&noise))?;
    window.click_named("#screen button", "Import a list")?;
    window.wait("#screen [role=alert]")?;
    let said = window.text("#screen [role=alert]")?;
    ensure!(said.ends_with(['.', '!']) || said.contains(". "), "a sentence says why: {said}");
    Import(&window).at_step("Which file?")?;
    Shell(&window).go("Packs")?;
    Shell(&window).go("Register")?;
    window.wait_text("#screen", "No pupils yet")?;
    ensure!(window.title()? == "SENCO Daybook", "the title names no file");
    Ok(())
}

#[test]
fn a_folder_that_is_no_daybook_is_not_opened() -> Result<()> {
    let desk = Desk::new()?;
    let other = desk.folder().join("holiday pictures");
    fs::create_dir(&other)?;
    fs::write(other.join("beach.jpg"), b"no daybook")?;
    let window = desk.open()?;
    desk.answer_dialog(Some(&other))?;
    Start(&window).choose("Open a daybook")?;
    window.wait("[role=alert]")?;
    Start(&window).offers(&["Make a daybook", "Open a daybook", "Explore a sample school", "Open a backup"])?;
    ensure!(fs::read_dir(&other)?.count() == 1, "nothing was written into it");
    ensure!(fs::read(other.join("beach.jpg"))? == b"no daybook", "nothing in it was changed");
    Ok(())
}

#[test]
fn a_daybook_without_its_keys_says_which_file_is_missing() -> Result<()> {
    let desk = Desk::new()?;
    let folder = {
        let window = desk.open()?;
        make(&window)?;
        let folder = window.invoke("call", &json!({ "name": "session", "args": {} }))?["vault"]["folder"].clone();
        Shell(&window).lock()?;
        std::path::PathBuf::from(folder.as_str().unwrap_or_default())
    };
    fs::rename(folder.join("keys.json"), desk.folder().join("keys.json"))?;
    let window = desk.open()?;
    desk.answer_dialog(Some(&folder))?;
    Start(&window).choose("Open a daybook")?;
    Start(&window).complains("keys.json")?;
    // Put back, it opens as ever.
    fs::rename(desk.folder().join("keys.json"), folder.join("keys.json"))?;
    desk.answer_dialog(Some(&folder))?;
    Start(&window).choose("Open a daybook")?;
    Start(&window).open_with(WORDS)
}

#[test]
fn the_title_of_the_window_is_always_the_same() -> Result<()> {
    let desk = Desk::new()?.on("2026-11-20T14:20");
    let window = desk.open()?;
    let same = || -> Result<()> {
        ensure!(window.title()? == "SENCO Daybook", "the title says {}", window.title()?);
        Ok(())
    };
    Start(&window).explore()?;
    for screen in ["Today", "Week", "Packs", "Settings", "Register"] {
        Shell(&window).go(screen)?;
        same()?;
    }
    window.press("table[aria-label=Pupils] tbody tr[aria-rowindex='2']")?;
    window.wait("#details")?;
    same()?;
    Shell(&window).lock()?;
    same()
}
