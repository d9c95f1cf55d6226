//! The way out, and a copy of a daybook from before the one that was opened last.

use anyhow::{Context, Result, ensure};
use daybook_tests::host::torture::{Load, WORDS};
use daybook_tests::window::{Desk, Window};
use serde_json::json;
use std::path::Path;

use crate::pages::{Settings, Shell, Start};

const TUESDAY: &str = "2026-11-03T09:00";

/// Opens a daybook that lies somewhere, from the first screen.
fn open(desk: &Desk, window: &Window, folder: &Path) -> Result<()> {
    desk.answer_dialog(Some(folder))?;
    window.click_named("main button", "Open a daybook")?;
    Start(window).open_with(WORDS)
}

fn settings(window: &Window, section: &str) -> Result<()> {
    Shell(window).go("Settings")?;
    Settings(window).open(section)
}

#[test]
fn everything_is_written_out_into_a_folder() -> Result<()> {
    let desk = Desk::new()?.on(TUESDAY);
    let folder = Load::make(0)?.lay(desk.folder())?;
    let window = desk.open()?;
    open(&desk, &window, &folder)?;
    settings(&window, "Place and leaving")?;
    let out = desk.folder().join("stick");
    std::fs::create_dir(&out)?;
    desk.answer_dialog(Some(&out))?;
    window.click_named("#screen button", "Write everything out")?;
    window.wait_text("#screen [role=status]", "were written into")?;
    window.shot("written-out")?;
    let made = std::fs::read_dir(&out)?.next().context("a folder was made")??.path();
    let pupils = std::fs::read_to_string(made.join("pupil.csv"))?;
    ensure!(pupils.contains("Nguyễn") && made.join("README.txt").is_file(), "{pupils}");
    Ok(())
}

#[test]
fn a_copy_from_before_is_recognised_and_compared() -> Result<()> {
    let desk = Desk::new()?.on(TUESDAY);
    let load = Load::make(0)?;
    let (ours, place) = (load.lay(desk.folder())?, desk.folder().join("place"));
    std::fs::create_dir(&place)?;
    let window = desk.open()?;
    let shell = Shell(&window);
    open(&desk, &window, &ours)?;
    window.invoke(
        "call",
        &json!({ "name": "capture", "args": { "line": "15m office about the rota", "minutes": null } }),
    )?;
    shell.lock()?;
    window.click_named("main button", "Choose another daybook")?;
    let older = load.lay(&place)?;
    open(&desk, &window, &older)?;
    window.wait_text(".standing", "This is an older copy: on ")?;
    window.shot("parted-banner")?;
    window.click_named(".standing button", "Compare the two")?;
    window.wait_text("#section-title", "Place and leaving")?;
    desk.answer_dialog(Some(&ours))?;
    window.click_named("#screen button", "Compare with another copy")?;
    window.type_in("Passphrase", WORDS)?;
    shell.answer("Compare")?;
    window.wait_text("[role=dialog]", "They parted on")?;
    window.wait_text("[role=dialog]", "Only in the other")?;
    window.shot("parted-compared")?;
    shell.finish("Done")?;
    window.click_named(".standing button", "Put this away")?;
    window.wait_gone(".standing")
}
