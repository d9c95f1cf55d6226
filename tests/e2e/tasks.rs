//! Tasks in the real window: from the catalogue and one line onto the week, and what becomes of them.

use anyhow::{Context, Result, ensure};
use daybook_tests::window::{Desk, Window};
use serde_json::{Value, json};

use crate::pages::{Shell, Start, Tasks, Week};

/// The Friday before the week that is planned.
const FRIDAY: &str = "2026-11-20T14:20";
/// The sample school's words, as its lock screen says them.
const WORDS: &str = "explore the sample school";
/// Most who are tried until a name is found that nobody else has.
const TRIED: usize = 40;

#[test]
fn tasks_are_planned_done_given_away_moved_and_split() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    window.wait("main h1")?;
    Start(&window).explore()?;
    an_estimate_of_the_catalogue_is_her_own(&window)?;
    what_the_sample_holds_is_done(&window)?;
    let child = a_child_on_support(&window)?;
    lines_become_tasks(&window, &child)?;
    lays_them_on_the_week(&window, &child)?;
    desk.set_clock("2026-11-23T16:00")?;
    Shell(&window).lock()?;
    Start(&window).open_with(WORDS)?;
    says_as_planned(&window, &child)?;
    gives_one_away_and_does_not_do_another(&window)?;
    the_not_doing_list_is_at_hand_and_ranked(&window)?;
    moves_several_at_once(&window)?;
    splits_one(&window)
}

fn shots(window: &Window, name: &str) -> Result<()> {
    for theme in ["light", "dark"] {
        window.script("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)])?;
        window.shot(&format!("tasks-{name}-{theme}"))?;
    }
    window.script("document.documentElement.dataset.theme = 'light'", &[]).map(drop)
}

fn an_estimate_of_the_catalogue_is_her_own(window: &Window) -> Result<()> {
    Shell(window).go("Tasks")?;
    let tasks = Tasks(window);
    tasks.part("Catalogue")?;
    window.click_named("#screen .ruled-table button", "SEN budget")?;
    window.wait_text("[role=dialog] h2", "Change a line of the catalogue")?;
    window.type_in("How long one takes", "2h10")?;
    // It is no longer the figure that was published or proposed.
    window.wait_text("[role=dialog]", "My own")?;
    shots(window, "line")?;
    Shell(window).finish("Save")?;
    let says = "return [...document.querySelectorAll('#screen .ruled-table tbody tr')].some((row) =>
        ['SEN budget', '2 h 10 min', 'My own'].every((word) => row.innerText.includes(word)))";
    window.until("the line says its time and whose figure it is", says, &[])?;
    shots(window, "catalogue")
}

/// So that the list and the tasks to be planned are those of this test, and short.
fn what_the_sample_holds_is_done(window: &Window) -> Result<()> {
    let ask = |name: &str, args: Value| window.invoke("call", &json!({ "name": name, "args": args }));
    let list = ask("tasks", json!({ "scope": "open", "search": "" }))?;
    let ids: Vec<&Value> = list["rows"].as_array().context("rows")?.iter().map(|row| &row["task"]["id"]).collect();
    ask("tasks_set_state", json!({ "tasks": ids, "state": { "is": "done" } })).map(drop)
}

/// The forename of a child on SEN support that no other child has.
fn a_child_on_support(window: &Window) -> Result<String> {
    let ask = |name: &str, args: Value| window.invoke("call", &json!({ "name": name, "args": args }));
    let list = ask("register", json!({ "query": { "scope": "roll", "statuses": ["K"] } }))?;
    for row in list["rows"].as_array().context("rows")?.iter().take(TRIED) {
        let name = row["preferred"].as_str().filter(|name| !name.is_empty()).or(row["forename"].as_str());
        let name = name.context("a forename")?;
        let read = ask("task_quick_read", json!({ "line": format!("review plan {name} #K"), "pupil": null }))?;
        if name.chars().all(|c| c.is_ascii_alphabetic()) && read["children"].as_array().map(Vec::len) == Some(1) {
            return Ok(name.to_owned());
        }
    }
    anyhow::bail!("every forename is had by two")
}

fn lines_become_tasks(window: &Window, child: &str) -> Result<()> {
    let tasks = Tasks(window);
    tasks.part("To do")?;
    window.keys("Alt+n")?;
    window.wait_focus("Add a task")?;
    window.write(&format!("review plan {child} 40m fri #K"))?;
    window.wait_text("#screen .reading", "40 min · by Fri 27 Nov · for")?;
    shots(window, "quick")?;
    window.keys("Enter")?;
    window.wait_gone("#screen .reading .strong")?;
    for line in [
        "write to the panel 1h fri",
        "ring the nurse 15m wed",
        "order cushions 20m fri",
        "order labels 10m fri",
        "chase the report 30m thu",
    ] {
        tasks.quick(line)?;
    }
    shots(window, "list")?;
    tasks.find(&format!("review plan {child}"))?;
    tasks.row_says(&format!("review plan {child}"), &["40 min", "27 Nov", child])?;
    shots(window, "found")
}

/// One by the mouse, one twice by the keyboard alone; then the week is frozen.
fn lays_them_on_the_week(window: &Window, child: &str) -> Result<()> {
    let (shell, week) = (Shell(window), Week(window));
    shell.go("Week")?;
    window.wait(".timetable")?;
    week.press("Week after")?;
    window.wait_text("#screen h1", "23–27 Nov")?;
    let review = format!("review plan {child}");
    shots(window, "to-plan")?;
    week.drag_task(&review, (0, "15:30"))?;
    window.wait_text("[role=dialog] h2", "Lay it on the plan")?;
    window.find_in("Kind of work", "SEN Support plans", "SEN Support plans and reviews")?;
    shots(window, "lay")?;
    shell.finish("Lay it")?;
    week.has(&format!("{review}, Monday 15:30 to 16:10"))?;
    shell.undoes("Task laid on the plan")?;
    for (start, day) in [("8:00", None), ("8:00", Some("Tuesday"))] {
        let button = "[...document.querySelectorAll('[aria-labelledby=to-plan] button')].find((one) => one.textContent.includes('write to the panel'))";
        window.until("it is to be planned", &format!("return !!{button}"), &[])?;
        window.script(&format!("{button}.focus()"), &[])?;
        window.keys("Enter")?;
        window.wait_text("[role=dialog] h2", "Lay it on the plan")?;
        window.pick("Day", day.unwrap_or("Monday"))?;
        window.type_in("Start", start)?;
        window.type_in("How long", "30")?;
        if day.is_none() {
            window.tab_to("Kind of work")?;
            window.write("Outside")?;
            window.wait_text(".combobox-list [role=option]", "Outside agencies")?;
            window.keys("ArrowDown Enter")?;
            window.wait_gone(".combobox-list")?;
        } else {
            // Back from the buttons: in a field, Enter lays it.
            window.keys("Shift+Tab")?;
        }
        window.keys("Enter")?;
        window.wait_gone("[role=dialog]")?;
        week.has(&format!("write to the panel, {} 08:00 to 08:30", day.unwrap_or("Monday")))?;
    }
    shots(window, "laid")?;
    window.keys("f")?;
    week.stands("Plan frozen on Fri 20 Nov")
}

/// One key each: the first is done in part while another block of it lies ahead, the second is done.
fn says_as_planned(window: &Window, child: &str) -> Result<()> {
    let shell = Shell(window);
    shell.go("Today")?;
    window.wait_text("#plan-of-day .hinted", "write to the panel")?;
    shots(window, "today")?;
    window.keys("p")?;
    shell.says("As planned: write to the panel")?;
    window.wait_text("#plan-of-day .hinted", &format!("review plan {child}"))?;
    window.keys("p")?;
    shell.says(&format!("As planned: review plan {child}"))?;
    shell.go("Tasks")?;
    let tasks = Tasks(window);
    tasks.find("write to the panel")?;
    tasks.row_says("write to the panel", &["50%", "30 min of 1 h"])?;
    tasks.part("Done and dropped")?;
    tasks.find(&format!("review plan {child}"))?;
    tasks.row_says(&format!("review plan {child}"), &["40 min"])?;
    shots(window, "done")?;
    tasks.part("To do")
}

fn gives_one_away_and_does_not_do_another(window: &Window) -> Result<()> {
    let (shell, tasks) = (Shell(window), Tasks(window));
    tasks.with("chase the report", "Give to somebody")?;
    window.wait_text("[role=dialog] h2", "Give to somebody")?;
    window.type_in("Who took it on", "Mr Reed")?;
    window.type_in("Until", "1/12/2026")?;
    shots(window, "give")?;
    shell.finish("Give it")?;
    tasks.row_says("chase the report", &["Mr Reed"])?;
    tasks.with("ring the nurse", "Not done, still needed")?;
    window.wait_text("[role=dialog] h2", "Not done, still needed")?;
    window.type_in("Why", "Covered a class")?;
    shell.finish("Not done")?;
    shell.says("Not done, still needed: ring the nurse")
}

/// One press from any screen; who is let down most comes first.
fn the_not_doing_list_is_at_hand_and_ranked(window: &Window) -> Result<()> {
    Shell(window).go("Register")?;
    window.wait_text("#screen h1", "Register")?;
    window.click_named("nav[aria-label=Screens] button", "not being done")?;
    let tasks = Tasks(window);
    window.wait_text("#screen [role=tab][aria-selected=true]", "Not being done")?;
    window.wait("[data-tasks] .title")?;
    let ask = json!({ "name": "tasks", "args": { "scope": "not_doing", "search": "" } });
    let rows = window.invoke("call", &ask)?["rows"].as_array().context("rows")?.clone();
    let ranks: Option<Vec<usize>> = rows
        .iter()
        .map(|row| ["law", "child", "family", "school"].iter().position(|stake| row["task"]["stake"] == *stake))
        .collect();
    ensure!(ranks.as_ref().is_some_and(|ranks| ranks.is_sorted()), "not by who is let down: {ranks:?}");
    let titles: Vec<&str> = rows.iter().filter_map(|row| row["task"]["title"].as_str()).collect();
    let shown = tasks.titles()?;
    ensure!(titles.iter().take(shown.len()).eq(shown.iter()), "shown {shown:?} of {titles:?}");
    shots(window, "not-doing")?;
    tasks.find("ring the nurse")?;
    tasks.row_says("ring the nurse", &["25 Nov"])?;
    tasks.part("To do")
}

fn due(window: &Window, title: &str) -> Result<Value> {
    let ask = json!({ "name": "tasks", "args": { "scope": "open", "search": title } });
    let view = window.invoke("call", &ask)?;
    let mut rows = view["rows"].as_array().context("rows")?.iter();
    Ok(rows.find(|row| row["task"]["title"] == title).context("the task")?["task"]["due"].clone())
}

fn moves_several_at_once(window: &Window) -> Result<()> {
    let (shell, tasks) = (Shell(window), Tasks(window));
    let two = ["order cushions", "order labels"];
    window.type_in("Search", "order")?;
    for title in two {
        tasks.row_says(title, &["27 Nov"])?;
    }
    tasks.focus_the_list()?;
    window.keys("Ctrl+a")?;
    window.wait_text("[aria-label='Chosen tasks']", "2 tasks chosen")?;
    shots(window, "chosen")?;
    window.click_named("[aria-label='Chosen tasks'] button", "Move to another day")?;
    window.wait_text("[role=dialog] h2", "Move to another day")?;
    shots(window, "move")?;
    shell.finish("Next week")?;
    shell.says("2 tasks moved to Mon 30 Nov")?;
    for title in two {
        ensure!(due(window, title)? == "2026-11-30", "{title} was moved");
    }
    window.keys("Ctrl+z")?;
    shell.says("Undone: 2 tasks moved")?;
    for title in two {
        ensure!(due(window, title)? == "2026-11-27", "one step took both back: {title}");
    }
    Ok(())
}

fn splits_one(window: &Window) -> Result<()> {
    let tasks = Tasks(window);
    tasks.with("order cushions", "Split")?;
    window.wait_text("[role=dialog] h2", "Split")?;
    window.wait_focus("What is to be done")?;
    window.write("count the cushions")?;
    shots(window, "split")?;
    Shell(window).finish("Split it")?;
    for piece in ["count the cushions", "order cushions"] {
        tasks.find(piece)?;
        tasks.row_says(piece, &["10 min", "27 Nov"])?;
    }
    shots(window, "after")
}
