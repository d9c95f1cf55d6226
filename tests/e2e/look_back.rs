//! Looking back in the real window: whichever way time is grouped it comes to the same, and a bar opens what it is made of.

use anyhow::{Context, Result, ensure};
use daybook_tests::window::{Desk, Window};
use serde_json::json;

use crate::pages::week::minutes;
use crate::pages::{Shell, Start};

const TABLE: &str = "#screen section[aria-labelledby=groups] table";

/// Time of each group, and what stands under them.
fn times(window: &Window) -> Result<(Vec<u32>, u32)> {
    let cells = window.texts(&format!("{TABLE} tbody tr td:nth-child(3)"))?;
    let sum = window.text(&format!("{TABLE} tfoot td:nth-child(3)"))?;
    Ok((cells.iter().map(|cell| minutes(cell)).collect::<Result<_>>()?, minutes(&sum)?))
}

/// The minutes of each row of what is open, and their sum.
fn opened(window: &Window) -> Result<(u32, u32)> {
    window.wait("[role=dialog] tfoot")?;
    let cells = window.texts("[role=dialog] tbody td.figure-text")?;
    let rows = cells.iter().map(|cell| minutes(cell)).sum::<Result<u32>>()?;
    Ok((rows, minutes(&window.text("[role=dialog] tfoot td.figure-text")?)?))
}

#[test]
fn a_half_term_is_looked_back_on() -> Result<()> {
    let desk = Desk::new()?.on("2026-11-20T14:20");
    let window = desk.open()?;
    window.wait("main h1")?;
    Start(&window).explore()?;
    Shell(&window).go("Week")?;
    window.wait(".timetable")?;
    window.turn("Look back")?;
    window.wait_text("#screen h1", "Look back")?;
    let mut sums = Vec::new();
    for by in ["Kind of work", "Area", "Role", "Place", "Child", "Interrupter", "Planned or not"] {
        window.turn(by)?;
        window.wait_text(&format!("{TABLE} thead th:first-child"), by)?;
        let (groups, sum) = times(&window)?;
        ensure!(groups.iter().sum::<u32>() == sum, "{by}: {groups:?} are not {sum}");
        sums.push(sum);
    }
    ensure!(sums.iter().all(|sum| *sum == sums[0] && *sum > 0), "not the same whichever way: {sums:?}");
    a_bar_opens_its_entries(&window)?;
    a_week_opens_its_entries(&window)?;
    window.wait_text("section[aria-labelledby=out-of-hours]", "Only you see this.")?;
    window.wait_text("section[aria-labelledby=burden]", "5 minutes a day")?;
    it_is_remembered(&window)?;
    it_prints_whole_and_on_white(&window)
}

fn a_bar_opens_its_entries(window: &Window) -> Result<()> {
    let (groups, _) = times(window)?;
    window.script("document.querySelector(arguments[0]).focus()", &[json!(format!("{TABLE} tbody .bars button"))])?;
    window.keys("Enter")?;
    let (rows, sum) = opened(window)?;
    ensure!(rows == sum && groups.first() == Some(&sum), "{rows} minutes opened of {sum}, drawn {groups:?}");
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")
}

/// Its first week has the focus of the chart; the arrow goes to the next.
fn a_week_opens_its_entries(window: &Window) -> Result<()> {
    window.script("document.querySelector('#screen .columns button').focus()", &[])?;
    window.keys("ArrowRight Enter")?;
    let (rows, sum) = opened(window)?;
    let shown = window.texts("section[aria-labelledby=by-week] tbody tr td:nth-child(3) .value")?;
    let second = shown.get(1).context("two weeks with something in them")?;
    ensure!(rows == sum && minutes(second)? == sum, "{rows} minutes opened of {sum}, in the table {second}");
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")
}

fn it_is_remembered(window: &Window) -> Result<()> {
    window.pick("From when to when", "Last 12 weeks")?;
    window.wait_text("section[aria-labelledby=by-week] tbody", "2026")?;
    window.turn("Plan")?;
    window.wait(".timetable")?;
    window.keys("b")?;
    window.wait_text("#screen h1", "Look back")?;
    window.wait_text(&format!("{TABLE} thead th:first-child"), "Planned or not")?;
    window.wait_text("#screen", "Last 12 weeks")
}

/// The page as the print style lays it out, on the width of A4 between its margins, while the window is dark.
fn it_prints_whole_and_on_white(window: &Window) -> Result<()> {
    const WIDTH: u32 = 688;
    window.script(
        "const turn = (rules) => { for (const rule of rules) {
             if (rule.media && rule.conditionText === 'print') rule.media.mediaText = 'all';
             if (rule.cssRules) turn(rule.cssRules); } };
         for (const sheet of document.styleSheets) turn(sheet.cssRules);
         document.documentElement.dataset.theme = 'dark';
         document.documentElement.style.inlineSize = `${arguments[0]}px`",
        &[json!(WIDTH)],
    )?;
    window.wait_gone("nav[aria-label=Screens]")?;
    window.shot("look-back-printed")?;
    let wrong = window.evaluate(
        "[...document.querySelectorAll('.look-back, .look-back *')].filter((one) => one.checkVisibility() && !one.closest('.unseen')).flatMap((one) => {
             const box = one.getBoundingClientRect(), words = (one.innerText ?? '').slice(0, 40).replace(/\\s+/g, ' ');
             const cut = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
             const low = getComputedStyle(one).overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1;
             const light = (colour) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return a > 0 && r + g + b > 600; };
             const pale = [...one.childNodes].some((part) => part.nodeType === 3 && part.data.trim()) && light(getComputedStyle(one).color);
             return [[box.right > 689 && box.width > 0, 'runs out'], [cut, 'is cut'], [low, 'is cut below'], [pale, 'is pale']]
                 .filter(([so]) => so).map(([, how]) => `${one.tagName}.${one.className} ${how}: ${words}`);
         })",
    )?;
    ensure!(wrong.as_array().is_some_and(Vec::is_empty), "{wrong:#}");
    Ok(())
}
