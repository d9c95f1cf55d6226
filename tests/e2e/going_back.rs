//! A key for the safe, a backup gone back to, and the words forgotten.

use anyhow::{Result, ensure};
use daybook_tests::window::{Desk, Window};
use serde_json::{Value, json};

use crate::pages::{Settings, Shell, Start};

const WORDS: &str = "four herons by the weir";

fn ask(window: &Window, name: &str, args: Value) -> Result<Value> {
    window.invoke("call", &json!({ "name": name, "args": args }))
}

fn waiting(window: &Window) -> Result<bool> {
    Ok(ask(window, "day", json!({ "date": "2026-11-02" }))?.to_string().contains("the rota"))
}

#[test]
fn a_backup_is_gone_back_to_and_the_key_from_the_safe_opens_it() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    let start = Start(&window);
    start.choose("Make a daybook")?;
    window.type_in("Name", "Northgate")?;
    start.type_passphrases(WORDS, WORDS)?;
    start.make()?;

    // The key is shown once; nobody goes on before it is put away.
    window.click_named("main button", "Make the recovery key")?;
    window.wait("ol[aria-label^='The recovery key'] .group")?;
    let groups = window.texts("ol[aria-label^='The recovery key'] .group")?;
    ensure!(groups.len() == 9 && groups.iter().all(|group| group.len() == 4), "{groups:?}");
    let sheet = desk.folder().join("recovery.pdf");
    desk.answer_dialog(Some(&sheet))?;
    window.click_named("main button", "Save it as a PDF")?;
    window.wait_text("main [role=status]", "Saved.")?;
    ensure!(std::fs::read(&sheet)?.starts_with(b"%PDF"), "the sheet is a PDF");
    window.turn("I have put it in the safe")?;
    window.click_named("main button", "Go on")?;
    Settings(&window).at_step("Your school")?;
    Settings(&window).save_and_go_on()?;
    Settings(&window).at_step("The year’s dates")?;

    Shell(&window).go("Settings")?;
    Settings(&window).open("Backups")?;
    window.click_named("#screen button", "Make a backup now")?;
    Shell(&window).says("The backup is made")?;
    window.wait_text("#screen table", "Go back to this")?;
    ask(&window, "capture", json!({ "line": "15m office about the rota", "minutes": null }))?;
    ensure!(waiting(&window)?, "captured after the backup");

    // Three clicks and the words.
    window.click_named("#screen table button", "Go back to this")?;
    window.wait_text("[role=dialog] h2", "Go back to a backup")?;
    window.type_in("Passphrase", "some other words entirely")?;
    Shell(&window).answer("Go back to this backup")?;
    start.complains("does not open")?;
    window.type_in("Passphrase", WORDS)?;
    Shell(&window).finish("Go back to this backup")?;
    Shell(&window).says("as it was then")?;
    ensure!(!waiting(&window)?, "as it was at the backup");
    let kept = ask(&window, "backups", json!({}))?;
    let reasons: Vec<&str> =
        kept["rows"].as_array().into_iter().flatten().filter_map(|row| row["reason"].as_str()).collect();
    ensure!(reasons.contains(&"restore"), "what was there is kept: {reasons:?}");

    Shell(&window).lock()?;
    window.click_named("main button", "I have forgotten the words")?;
    window.type_in("Recovery key", &groups.join(" ").to_lowercase())?;
    window.click_named("main button[type=submit]", "Open")?;
    window.wait(".shell")
}
