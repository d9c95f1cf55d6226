//! One child: a plan made, reviewed and begun again, a form kept through a lock, and the record erased.

use anyhow::{Result, ensure};
use daybook_tests::window::{Desk, Window};

use super::{WORDS, of_one_school};
use crate::pages::{Register, Shell, Start};

#[test]
fn a_plan_is_made_reviewed_and_goes_into_its_next_round() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    add_ada(&window)?;
    window.click_named("#screen [role=tab]", "Plan")?;
    window.click_named("#screen button", "Begin a plan")?;
    window.type_in("What is known", "Speaks in twos")?;
    window.type_in("Outcome 1", "Asks for help")?;
    Shell(&window).finish("Begin the plan")?;
    window.wait_text("#screen article", "round 1")?;
    window.click_named("#screen article button", "Review")?;
    window.type_in("What came of it as a whole", "She asks, with a picture")?;
    Shell(&window).answer("Keep the review")?;
    window.wait_text("[role=dialog]", "how far it came")?;
    window.turn("Some progress")?;
    // A lock in the middle of it loses nothing.
    window.keys("Ctrl+l")?;
    Start(&window).open_with(WORDS)?;
    window.click_named(".left button", "Go on: The review of a plan")?;
    window.wait_text("[role=dialog]", "What you were typing is here again")?;
    ensure!(window.held_in("What came of it as a whole")? == "She asks, with a picture", "the review is there again");
    Shell(&window).finish("Keep the review")?;
    window.wait_text("#screen article", "round 2")?;
    window.wait_text("#screen article summary", "Round 1")?;
    window.wait_text("#screen article", "Asks for help")?;
    Shell(&window).undo()?;
    window.wait_text("#screen article", "round 1")
}

#[test]
fn a_child_is_erased_by_the_case_code() -> Result<()> {
    let desk = Desk::new()?.on("2026-11-20T14:20");
    let window = desk.open()?;
    Start(&window).explore()?;
    Shell(&window).go("Register")?;
    let register = Register(&window);
    register.counts("48 on the register")?;
    register.search("C-0023")?;
    register.counts("1 of 48")?;
    window.press("table[aria-label=Pupils] tbody tr[aria-rowindex='2']")?;
    window.wait("#details")?;
    window.press_named("#screen button", "Record as a whole")?;
    window.press_named("[role=menuitem]", "Erase this child")?;
    window.turn("It has been passed on already")?;
    window.type_in("Type C-0023 to erase the child", "C-0024")?;
    if window.count("[role=dialog] [role=radio], [role=dialog] input[type=radio]")? > 0 {
        window.turn("Keep them")?;
    }
    Shell(&window).answer("Erase for good")?;
    window.wait_text("[role=dialog]", "not the case code of this child")?;
    window.type_in("Type C-0023 to erase the child", "C-0023")?;
    Shell(&window).finish("Erase for good")?;
    register.clear()?;
    register.counts("47 on the register")?;
    ensure!(window.count(".tools button[aria-label^='Undo: ']:not(:disabled)")? == 0, "no Undo brings the child back");
    Ok(())
}

/// By keyboard alone, the journeys of a record: what a Tab and an Enter do, and where the focus comes back to.
#[test]
fn a_result_is_written_down_without_the_mouse() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    add_ada(&window)?;
    window.tab_to("Overview")?;
    window.keys("ArrowRight ArrowRight ArrowRight ArrowRight")?;
    window.wait_focus("Results")?;
    window.tab_to("Add a result")?;
    window.keys("Enter")?;
    window.wait("[role=dialog]")?;
    window.tab_to("Test or scale")?;
    window.write("BPVS")?;
    window.keys("Escape")?;
    window.wait_focus("Stay")?;
    window.keys("Enter")?;
    window.wait_focus("Test or scale")?;
    window.tab_to("Result")?;
    window.write("85")?;
    window.keys("Enter")?;
    window.wait_gone("[role=dialog]")?;
    window.wait_text("#screen table", "BPVS")?;
    window.wait_focus("Assessments and screening")
}

fn add_ada(window: &Window) -> Result<()> {
    of_one_school(window)?;
    Shell(window).go("Register")?;
    window.click_named("#screen button", "Add a pupil")?;
    window.type_in("Legal forename", "Ada")?;
    window.type_in("Legal surname", "Finch")?;
    window.keys("Ctrl+s")?;
    window.wait_text("#screen h1", "Ada Finch")?;
    window.wait("#details")
}
