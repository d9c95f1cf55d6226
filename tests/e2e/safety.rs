//! The keys, the check, and what stands over every screen when a daybook can only be read.

use anyhow::{Context, Result, ensure};
use daybook_tests::host::Fixed;
use daybook_tests::host::torture::{self, Load, WORDS};
use daybook_tests::window::{Desk, Window};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

use crate::pages::{Settings, Shell, Start};

const TUESDAY: &str = "2026-11-03T09:00";
const OTHERS: &str = "five otters under the bridge";
const GROUPS: &str = "ol[aria-label^='The recovery key'] .group";
const PAGE: usize = 4096;

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

/// Makes a recovery key in its dialog, and puts it away.
fn make_key(window: &Window, words: &str, sheet: &Path, desk: &Desk) -> Result<String> {
    window.type_in("Passphrase", words)?;
    Shell(window).answer("Make the key")?;
    window.wait(GROUPS)?;
    let groups = window.texts(GROUPS)?.join(" ");
    desk.answer_dialog(Some(sheet))?;
    Shell(window).answer("Save it as a PDF")?;
    window.wait_text("[role=dialog] [role=status]", "Saved.")?;
    ensure!(std::fs::read(sheet)?.starts_with(b"%PDF"), "the sheet is a PDF");
    window.turn("I have put it in the safe")?;
    Ok(groups)
}

#[test]
fn words_are_changed_and_a_lost_recovery_key_is_replaced() -> Result<()> {
    let desk = Desk::new()?.on(TUESDAY);
    let folder = Load::make(0)?.lay(desk.folder())?;
    let window = desk.open()?;
    let (shell, start) = (Shell(&window), Start(&window));
    open(&desk, &window, &folder)?;
    settings(&window, "Keys")?;
    window.click_named("#screen button", "Change the words")?;
    window.type_in("Passphrase now", "not these words at all")?;
    window.type_in("New passphrase", OTHERS)?;
    window.type_in("New passphrase again", OTHERS)?;
    window.wait_text("[role=dialog] .strength", "")?;
    window.shot("keys-words")?;
    shell.answer("Change the words")?;
    start.complains("does not open")?;
    window.type_in("Passphrase now", WORDS)?;
    shell.finish("Change the words")?;
    shell.says("The new words open the daybook from now on")?;

    window.click_named("#screen button", "Make a recovery key")?;
    let lost = make_key(&window, OTHERS, &desk.folder().join("lost.pdf"), &desk)?;
    shell.finish("Done")?;
    window.wait_text("#screen", "Make another recovery key")?;
    window.click_named("#screen button", "Make another recovery key")?;
    let kept = make_key(&window, OTHERS, &desk.folder().join("kept.pdf"), &desk)?;
    window.wait_text("[role=dialog]", "The key there was before no longer opens the daybook")?;
    window.shot("keys-recovery")?;
    shell.finish("Done")?;
    window.wait_text("#screen", "Made on")?;
    window.shot("keys")?;
    ensure!(lost != kept, "another key is another key");

    shell.lock()?;
    start.unlock(WORDS)?;
    start.complains("does not open")?;
    window.click_named("main button", "I have forgotten the words")?;
    window.type_in("Recovery key", &lost)?;
    window.click_named("main button[type=submit]", "Open")?;
    start.complains("is not the key of this daybook")?;
    window.type_in("Recovery key", &kept)?;
    window.click_named("main button[type=submit]", "Open")?;
    // Whoever needed the key has forgotten the words, and sets others without them.
    window.wait_text("#screen", "This time the recovery key opened the daybook")?;
    window.shot("keys-forgotten")?;
    window.click_named("#screen button", "Change the words")?;
    window.type_in("New passphrase", WORDS)?;
    window.type_in("New passphrase again", WORDS)?;
    shell.finish("Change the words")?;
    shell.lock()?;
    start.open_with(WORDS)
}

/// Damages one page of the daybook so that it comes to this, tried without a window first.
fn damage(load: &Load, desk: &Desk, wanted: impl Fn(&mut Fixed, Value) -> bool) -> Result<PathBuf> {
    let trial = tempfile::tempdir()?;
    let sound = std::fs::read(load.lay(trial.path())?.join("daybook.db"))?;
    for page in 1..sound.len() / PAGE {
        let mut bytes = sound.clone();
        bytes[page * PAGE + PAGE / 2] ^= 1;
        std::fs::write(load.lay(trial.path())?.join("daybook.db"), &bytes)?;
        let args = torture::opening(trial.path())["args"].clone();
        if wanted(&mut torture::at(trial.path())?, args) {
            let folder = load.lay(desk.folder())?;
            std::fs::write(folder.join("daybook.db"), &bytes)?;
            return Ok(folder);
        }
    }
    anyhow::bail!("no page comes to that")
}

#[test]
fn what_a_check_finds_is_said_and_mended() -> Result<()> {
    let desk = Desk::new()?.on(TUESDAY);
    let folder = damage(&Load::make(0)?, &desk, |host, args| {
        host.session.call("vault_open", args).is_ok()
            && host.session.call("check", json!({})).is_ok_and(|view| view["findings"][0]["mended"] == json!(true))
    })?;
    let window = desk.open()?;
    open(&desk, &window, &folder)?;
    settings(&window, "Check")?;
    window.click_named("#screen button", "Check the daybook")?;
    window.wait_text("#screen", "What was found")?;
    window.wait(".finding")?;
    window.shot("check-found")?;
    window.click_named("#screen button", "Check it again")?;
    window.wait_text("#screen .whole", "The daybook is whole")?;
    window.shot("check-whole").map(drop)
}

#[test]
fn a_damaged_daybook_opens_only_to_read_and_every_screen_says_so() -> Result<()> {
    let desk = Desk::new()?.on(TUESDAY);
    let folder = damage(&Load::make(0)?, &desk, |host, args| {
        let refused = host.session.call("vault_open", args.clone()).is_err_and(|fault| fault.code == "vault.damaged");
        refused && host.session.call("vault_open_read_only", args).is_ok()
    })?;
    let before = std::fs::read(folder.join("daybook.db"))?;
    let window = desk.open()?;
    let shell = Shell(&window);
    desk.answer_dialog(Some(&folder))?;
    window.click_named("main button", "Open a daybook")?;
    Start(&window).unlock(WORDS)?;
    window.wait_text("main", "Open what can be read")?;
    window.shot("damaged")?;
    window.fill("input[type=password]", WORDS)?;
    window.click_named("main button", "Open what can be read")?;
    window.wait(".shell")?;
    for screen in ["Today", "Week", "Register", "Settings"] {
        shell.go(screen)?;
        window.wait_text(".standing", "The daybook is open only to read")?;
    }
    window.click_named(".standing button", "Write it out")?;
    window.wait_text("#section-title", "Place and leaving")?;
    window.shot("read-only-banner")?;
    let line = json!({ "name": "capture", "args": { "line": "15m office about the rota", "minutes": null } });
    let refused = window.invoke("call", &line).err().context("nothing can be changed")?;
    ensure!(refused.to_string().contains("vault.read_only_open"), "{refused}");
    ensure!(std::fs::read(folder.join("daybook.db"))? == before, "the damaged file is as it was");
    Ok(())
}
