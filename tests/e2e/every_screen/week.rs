//! A week begun from a normal week and from another calendar, and dates given to one.

use anyhow::{Result, ensure};
use daybook_tests::window::Desk;
use std::fs;

use super::{FRIDAY, Findings};
use crate::pages::{Shell, Start, Week};

/// Two meetings of the week from 23 November, one that lasts a day, and one that cannot be read.
const MEETINGS: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
    BEGIN:VEVENT\r\nUID:1@example\r\nDTSTART:20261123T073000Z\r\nDTEND:20261123T080000Z\r\nSUMMARY:Governors with the trust\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:2@example\r\nDTSTART:20261126T170000Z\r\nDTEND:20261126T180000Z\r\nSUMMARY:Parents’ evening\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:3@example\r\nDTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261128\r\nSUMMARY:Census week\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:4@example\r\nDTSTART:whenever\r\nSUMMARY:Some time\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

#[test]
fn a_week_is_laid_from_a_normal_week_and_takes_two_meetings_in() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    let (shell, week) = (Shell(&window), Week(&window));
    shell.go("Week")?;
    window.wait(".figures")?;

    // This week is frozen; what comes back of it is kept.
    window.press_named("#screen button", "More")?;
    window.press_named("[role=menuitem]", "Keep this plan as a normal week")?;
    window.wait_text("[role=dialog] h2", "Keep a normal week")?;
    window.type_in("Name", "Week A")?;
    found.both(&window, "normal-week-keep")?;
    shell.finish("Keep ")?;
    shell.undoes("Plan kept as a normal week")?;

    // Next week is blank, and begins with it.
    week.press("Week after")?;
    window.wait_text("#screen h1", "23–27 Nov")?;
    window.wait_text("#screen .note", "This week is still blank")?;
    found.both(&window, "week-blank-with-normal-week")?;
    window.press_named("#screen .note button", "Normal week")?;
    window.press_named("[role=menuitem]", "Lay Week A")?;
    window.wait_gone("#screen .note")?;
    shell.undoes("Normal week laid in the week of 23 November")?;
    let laid = window.count(".timetable [data-piece]")?;
    ensure!(laid > 3, "the normal week was laid: {laid} pieces");

    // Laid again, everything stands in its own way, and that is said.
    window.press_named("#screen button", "More")?;
    window.press_named("[role=menuitem]", "Lay Week A")?;
    window.wait_text("[role=dialog] h2", "Nothing was laid")?;
    found.both(&window, "normal-week-left-out")?;
    shell.finish("Close")?;
    window.press_named("#screen button", "More")?;
    window.press_named("[role=menuitem]", "Rename or remove")?;
    window.wait_text("[role=dialog]", "Week A")?;
    found.both(&window, "normal-weeks")?;
    shell.finish("Close")?;

    // The finer grid is remembered.
    window.turn("5 min")?;
    found.both(&window, "week-plan-laid")?;

    // Two meetings of another calendar.
    let file = desk.folder().join("meetings.ics");
    fs::write(&file, MEETINGS)?;
    window.press_named("#screen button", "More")?;
    window.press_named("[role=menuitem]", "Meetings from a calendar file")?;
    window.wait_text("[role=dialog] h2", "Meetings from a calendar file")?;
    desk.answer_dialog(Some(&file))?;
    shell.answer("Choose the file")?;
    window.wait_text("[role=dialog]", "Governors with the trust")?;
    window.turn("07:30–08:00 Governors with the trust")?;
    window.turn("17:00–18:00 Parents’ evening")?;
    window.find_in("Kind of work", "Meetings with parents", "Meetings with parents")?;
    window.wait_text("[role=dialog] button.primary", "Lay 2 meetings")?;
    found.both(&window, "meetings")?;
    shell.finish("Lay 2 meetings")?;
    week.has("Governors with the trust, Monday 07:30 to 08:00")?;
    week.has("Parents’ evening, Thursday 17:00 to 18:00")?;
    shell.undo()?;
    shell.says("Undone: 2 meetings laid on the plan")?;

    // And dates for another calendar, with no names in them.
    shell.go("Tasks")?;
    window.click_named("#screen button", "Save as a calendar file")?;
    window.wait_text("[role=dialog] h2", "Save as a calendar file")?;
    window.turn("Planned blocks, at their time")?;
    found.both(&window, "calendar-file")?;
    let out = desk.folder().join("dates.ics");
    desk.answer_dialog(Some(&out))?;
    shell.answer("Save")?;
    window.wait_text("[role=dialog] [role=status]", "saved in")?;
    let text = fs::read_to_string(&out)?;
    ensure!(text.contains("BEGIN:VEVENT") && text.contains("UID:block-"), "blocks are in it");
    shell.finish("Close")?;
    found.none()
}
