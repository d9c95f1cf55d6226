//! A day on the timer: begun on a task, interrupted, taken up again, locked in the middle, stopped, taken back.

use anyhow::{Context, Result, ensure};
use daybook_tests::window::{Desk, Window};
use serde_json::json;

use crate::pages::{Shell, Start, Tasks, Week};

const FRIDAY: &str = "2026-11-20";
/// The sample school's words, as its lock screen says them.
const WORDS: &str = "explore the sample school";
/// What runs, in the strip over every screen.
const RUNS: &str = ".tools .what";

#[test]
fn a_day_on_the_timer() -> Result<()> {
    let desk = Desk::new()?.on("2026-11-20T09:00");
    let window = desk.open()?;
    window.wait("main h1")?;
    Start(&window).explore()?;
    begins_on_a_task(&window)?;
    is_interrupted_and_returns(&desk, &window)?;
    is_asked_about_the_time_it_was_locked(&desk, &window)?;
    stops(&desk, &window)
}

fn begins_on_a_task(window: &Window) -> Result<()> {
    Shell(window).go("Tasks")?;
    let tasks = Tasks(window);
    tasks.quick("write to the panel 40m today")?;
    tasks.find_alone("write to the panel")?;
    tasks.focus_the_list()?;
    window.keys("b")?;
    window.wait_text(RUNS, "write to the panel")
}

fn is_interrupted_and_returns(desk: &Desk, window: &Window) -> Result<()> {
    desk.set_clock("2026-11-20T09:25")?;
    window.keys("Ctrl+i")?;
    window.wait_text("[role=dialog] h2", "Who or what interrupted?")?;
    window.wait_focus("In a line")?;
    window.write("Mrs Cook phone about the taxi")?;
    window.wait_text("#timer-begin", "by Mrs Cook")?;
    window.keys("Enter")?;
    window.wait_gone("[role=dialog]")?;
    window.wait_text(RUNS, "Mrs Cook phone")?;
    // Whoever looks on reads neither.
    window.keys("F8")?;
    window.wait(".tools .what .bar")?;
    let said = window.evaluate("document.querySelector('.top-strip').innerHTML")?;
    ensure!(!said.as_str().context("text")?.contains("Cook"), "names are hidden in the timer: {said}");
    window.keys("F8")?;
    window.wait_text(RUNS, "Mrs Cook phone")?;
    desk.set_clock("2026-11-20T09:35")?;
    window.keys("Ctrl+.")?;
    Shell(window).says("Timer stopped, 1 entry written")?;
    window.wait_text(RUNS, "write to the panel")?;
    ensure!(written(window)? == ["09:25+10 Mrs Cook phone about the taxi"], "{:?}", written(window)?);
    Ok(())
}

fn is_asked_about_the_time_it_was_locked(desk: &Desk, window: &Window) -> Result<()> {
    desk.set_clock("2026-11-20T09:50")?;
    Shell(window).lock()?;
    desk.set_clock("2026-11-20T10:40")?;
    Start(window).open_with(WORDS)?;
    window.wait_text("[role=dialog] h2", "What was that time?")?;
    window.wait_text("[role=dialog]", "You were away 09:50 to 10:40 (locked).")?;
    // Put off, it waits in the strip.
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    window.click_named(".tools button", "What was 09:50 to 10:40?")?;
    Shell(window).finish("It was this work")?;
    window.wait_gone(".tools .asks")?;
    window.wait_text(RUNS, "write to the panel")
}

fn stops(desk: &Desk, window: &Window) -> Result<()> {
    let shell = Shell(window);
    desk.set_clock("2026-11-20T11:00")?;
    window.keys("Ctrl+.")?;
    shell.says("Timer stopped, 2 entries written")?;
    window.wait(".tools button[aria-label='Start the timer']")?;
    let all = ["09:00+25 write to the panel", "09:25+10 Mrs Cook phone about the taxi", "09:35+85 write to the panel"];
    ensure!(written(window)? == all, "{:?}", written(window)?);
    shell.go("Week")?;
    let week = Week(window);
    week.show("As it happened")?;
    week.has("write to the panel")?;
    week.has("Mrs Cook phone about the taxi")?;
    shell.undo()?;
    shell.says("Undone: Timer stopped, 2 entries written")?;
    ensure!(written(window)? == all[1..2], "{:?}", written(window)?);
    window.wait(".tools button[aria-label='Start the timer']")
}

/// What the timer wrote of the day, as `09:00+25 what`, by time.
fn written(window: &Window) -> Result<Vec<String>> {
    let week = window.invoke("call", &json!({ "name": "week", "args": { "date": FRIDAY } }))?;
    let entries = week["entries"].as_array().context("entries")?.iter();
    let told = entries.filter_map(|entry| {
        let (text, start) = (entry["text"].as_str()?, entry["start"].as_u64()?);
        let timed = ["write to the panel", "Mrs Cook phone about the taxi"].contains(&text);
        timed.then(|| format!("{:02}:{:02}+{} {text}", start / 60, start % 60, entry["minutes"]))
    });
    Ok(told.collect())
}
