//! The week itself: planned on Monday, lived, reconciled on Friday, and still there after a restart.

use anyhow::{Result, ensure};
use daybook_tests::window::{Desk, Window};

use super::{NAME, WORDS};
use crate::pages::{Packs, Shell, Start, Week};

/// Monday: the plan is drawn, moved and stretched with the mouse, then frozen, and printed to a file.
pub fn plans_the_week(desk: &Desk, window: &Window) -> Result<()> {
    Shell(window).go("Week")?;
    let week = Week(window);
    week.lay(0, "10:45", "11:45", "Plans for Year 4", "SEN Support plans and reviews")?;
    week.lay(2, "13:00", "14:00", "Speech and language visit", "Outside agencies")?;
    week.lay(1, "9:00", "10:00", "Phonics group", "Teaching and interventions")?;
    week.lay(4, "13:00", "14:30", "Report for the head", "Reports to SLT and governors")?;
    week.move_to("Phonics group", (1, "9:00"), (2, "10:45"))?;
    week.has("Phonics group, Wednesday 10:45 to 11:45")?;
    week.stretch(2, "11:45", "12:15")?;
    week.has("Phonics group, Wednesday 10:45 to 12:15")?;
    week.press("Freeze the plan")?;
    week.stands("Plan frozen on Mon 2 Nov")?;

    Shell(window).go("Packs")?;
    let file = desk.folder().join("week-plan.pdf");
    desk.answer_dialog(Some(&file))?;
    Packs(window).save("Week plan, to annotate by hand", &file)
}

/// The week goes on: what went as planned, what came between, what was lost.
pub fn lives_the_week(window: &Window) -> Result<()> {
    let shell = Shell(window);
    Start(window).open_again(NAME, WORDS)?;
    // One key for the block that waits on Today.
    shell.go("Today")?;
    window.wait_text("#plan-of-day .hinted", "Phonics group")?;
    window.keys("p")?;
    shell.says("As planned: Phonics group")?;
    // From anywhere, in one line.
    shell.go("Register")?;
    shell.capture("15m Mrs Cook phone about Jacob's provision", "15 min, interruption by Mrs Cook, phone")?;
    shell.go("Today")?;
    window.wait_text("#waiting", "To classify (1)")?;
    window.click_named("#screen button", "Lunch: missed")?;
    window.wait_text("#screen", "missed")?;

    // An evening at home, outside the hours; then something that pushed out what was planned.
    writes(window, "Read the new guidance", "Policy and planning", "19:30", "45", &[("Where", "At home")])?;
    let displaced = "What it pushed out";
    writes(
        window,
        "Covered a class",
        "Safeguarding and other roles",
        "13:00",
        "60",
        &[(displaced, "Speech and language visit")],
    )
}

/// Writes an entry of today that was not planned.
fn writes(window: &Window, text: &str, kind: &str, start: &str, long: &str, picks: &[(&str, &str)]) -> Result<()> {
    window.click_named("#screen button", "Write an entry")?;
    window.type_in("What happened", text)?;
    window.find_in("Kind of work", kind, kind)?;
    window.type_in("Start", start)?;
    window.type_in("How long", long)?;
    for (field, option) in picks {
        window.pick(field, option)?;
    }
    Shell(window).finish("Save")?;
    window.wait_text("#screen", text)
}

/// Friday: everything is settled, the week is closed and printed; figures open into what they are summed from.
pub fn closes_the_week(desk: &Desk, window: &Window) -> Result<()> {
    Start(window).open_again(NAME, WORDS)?;
    let (shell, week) = (Shell(window), Week(window));
    shell.go("Week")?;
    week.show("As it happened")?;
    week.press("Reconcile")?;
    // What was captured is classified.
    week.press("Classify, one after the other")?;
    window.find_in("Kind of work", "Calls", "Calls and messages with families")?;
    shell.finish("Classify")?;
    // Every block that is still open is said to have gone so or so; the one pushed out is known not to have been done.
    week.press("Not done: Plans for Year 4")?;
    window.type_in("Why", "Called to a class")?;
    shell.finish("Not done")?;
    week.press("As planned: Report for the head")?;
    shell.says("As planned: Report for the head")?;
    // One entry gives way where two claim the same minutes.
    writes(window, "Met the head", "Policy and planning", "14:00", "30", &[])?;
    week.press("Keep this whole: Met the head")?;
    window.wait_text("#screen", "Nothing stands in the way")?;
    ensure!(week.blockers()?.is_empty(), "nothing is left to settle");
    week.press("Close the week")?;
    week.stands("Closed on Fri 6 Nov")?;

    for figure in
        ["Planned", "As planned", "Interruptions", "Extra", "Out of hours", "Breaks lost", "Planned and not done"]
    {
        let (shown, rows, sum) = week.open_figure(figure)?;
        ensure!(!rows.is_empty(), "{figure} opens nothing");
        ensure!(
            rows.iter().sum::<u32>() == shown && sum == shown,
            "{figure}: {shown} shown, {rows:?} listed, {sum} summed"
        );
        window.keys("Escape")?;
        window.wait_gone("[role=dialog]")?;
    }

    week.print("Print the week as it happened")?;
    let file = desk.folder().join("week-as-it-happened.pdf");
    desk.answer_dialog(Some(&file))?;
    Packs(window).save("Week as it happened", &file)?;
    shell.lock()
}

/// After a restart: what was done last can still be undone and done again; the lock opens only to the right words.
pub fn takes_back_and_locks(window: &Window) -> Result<()> {
    let (start, shell, week) = (Start(window), Shell(window), Week(window));
    start.open_again(NAME, WORDS)?;
    shell.go("Week")?;
    week.stands("Closed on Fri 6 Nov")?;
    shell.undo()?;
    shell.says("Undone")?;
    week.stands("Plan frozen on Mon 2 Nov")?;
    shell.redo()?;
    shell.says("Done again")?;
    week.stands("Closed on Fri 6 Nov")?;
    shell.lock()?;
    start.unlock("four herons by the mill")?;
    start.complains("passphrase")?;
    ensure!(window.count(".shell")? == 0, "it stays locked");
    start.open_with(WORDS)
}
