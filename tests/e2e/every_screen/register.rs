//! Every screen, form and dialog of the register as it looks, also with a name as long as names are.

use std::path::Path;

use anyhow::Result;
use daybook_tests::window::{Desk, Window};

use super::{FRIDAY, Findings, wear};
use crate::pages::{Import, Register, Shell, Start};

const ROLL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/primary-roll.csv");
const FORENAME: &str = "Oluwaseun-Temitope";
const SURNAME: &str = "Featherstonehaugh-Cholmondeley";

#[test]
fn the_register_of_the_sample_school() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    Shell(&window).go("Register")?;
    window.wait("table[aria-label=Pupils] tbody tr[aria-rowindex]")?;
    found.look(&window, "register")?;
    window.press("table[aria-label=Pupils] tbody tr[aria-rowindex='2']")?;
    window.wait("#details")?;
    found.look(&window, "record")?;
    Register(&window).each_part(|part| found.look(&window, &format!("record-{}", part.to_lowercase())))?;
    window.click_named("#screen [role=tab]", "Provision")?;
    window.click_named("#screen button", "Provision map of the school")?;
    window.wait("#screen table tfoot")?;
    found.look(&window, "provision-map")?;
    Shell(&window).go("Register")?;
    // Without a file, the import says which files will do.
    desk.answer_dialog(None)?;
    window.click_named("#screen button", "Import a list")?;
    window.wait_text("[data-step]", "Which file?")?;
    found.look(&window, "import-file")?;
    desk.answer_dialog(Some(Path::new(ROLL)))?;
    Import(&window).choose_a_file()?;
    Import(&window).at_step("What does each column hold?")?;
    found.look(&window, "import-columns")?;
    Import(&window).check_the_rows()?;
    window.wait_gone(".busy")?;
    found.look(&window, "import-rows")?;
    found.none()
}

/// What can be done with the list as a whole.
#[test]
fn the_register_as_a_whole() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    Start(&window).explore()?;
    let register = Register(&window);
    Shell(&window).go("Register")?;
    register.wait_rows()?;
    add_a_long_name(&window, &mut found)?;
    register.search(SURNAME)?;
    register.list("Everyone on roll")?;
    register.counts("1 of ")?;
    found.both(&window, "register-long-name")?;
    window.click("table[aria-label=Pupils] tbody .mark input")?;
    found.both(&window, "register-marked")?;
    register.bulk("SEN provision")?;
    found.both(&window, "bulk-status")?;
    escape(&window)?;
    window.click_named("#screen button", "Take the marks off")?;
    register.clear()?;
    window.press_named("#screen button", "Columns")?;
    found.both(&window, "register-columns")?;
    window.keys("Escape")?;
    window.press_named("#screen button", "Views")?;
    found.both(&window, "register-views")?;
    window.keys("Escape")?;
    for (menu, item, there, name) in [
        ("With the list", "What changed since", "#screen h1", "what-changed"),
        ("With the list", "Year’s end", "#children", "years-end"),
        ("With the list", "Print the list", ".pages[aria-busy=false] .sheets li", "list-on-paper"),
        ("More", "What the census will ask", "#screen [role=status]", "census"),
        ("More", "Records", "#screen form", "retention"),
    ] {
        Shell(&window).go("Register")?;
        register.wait_rows()?;
        register.menu(menu, item)?;
        window.wait(there)?;
        window.wait_gone("#screen .busy")?;
        found.both(&window, name)?;
        if name == "years-end" {
            window.press("table[aria-label='Children moving up'] tbody tr[aria-rowindex='2']")?;
            window.wait("[role=dialog]")?;
            found.both(&window, "years-end-exception")?;
            escape(&window)?;
        }
    }
    Shell(&window).go("Register")?;
    register.wait_rows()?;
    register.menu("More", "Save the list as a file")?;
    window.wait("[role=dialog]")?;
    found.both(&window, "export")?;
    escape(&window)?;
    found.none()
}

/// Every form of a record, and the record of a child with the longest name and nothing in it.
#[test]
fn every_form_of_a_record() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    Start(&window).explore()?;
    let register = Register(&window);
    Shell(&window).go("Register")?;
    register.wait_rows()?;
    window.press("table[aria-label=Pupils] tbody tr[aria-rowindex='2']")?;
    window.wait("#details")?;
    for (tab, button, name) in [
        ("Overview", "Change provision", "form-status"),
        ("Overview", "Change needs", "form-needs"),
        ("Plan", "Begin a plan", "form-plan"),
        ("Plan", "Review", "form-review"),
        ("Provision", "Begin provision", "form-provision"),
        ("Provision", "End", "form-provision-end"),
        ("Profile", "the profile", "form-profile"),
        ("Results", "Add a result", "form-result"),
        ("Documents", "Note where one lies", "form-link"),
        ("Documents", "Keep a small file", "form-file"),
    ] {
        window.click_named("#screen [role=tab]", tab)?;
        window.wait_named("#screen button", button)?;
        window.click_named("#screen button", button)?;
        window.wait("[role=dialog]")?;
        found.both(&window, name)?;
        escape(&window)?;
    }
    window.press_named("#screen button", "Record as a whole")?;
    window.press_named("[role=menuitem]", "Erase this child")?;
    window.wait_text("[role=dialog]", "Type C-")?;
    found.both(&window, "erase")?;
    escape(&window)?;
    Shell(&window).go("Register")?;
    register.wait_rows()?;
    add_a_long_name(&window, &mut found)?;
    register.list("Everyone on roll")?;
    register.search(SURNAME)?;
    register.counts("1 of ")?;
    register.open(SURNAME)?;
    for tab in ["Overview", "Plan", "Provision", "Profile", "Results", "Documents", "Timeline", "History"] {
        window.click_named("#screen [role=tab]", tab)?;
        window.wait_gone("#screen .busy")?;
        found.both(&window, &format!("empty-record-{}", tab.to_lowercase()))?;
        wear(&window, "light", 200)?;
        found.glance(&window, &format!("large-empty-record-{}", tab.to_lowercase()))?;
        wear(&window, "light", 100)?;
    }
    found.none()
}

/// Types a pupil with the longest of names, and looks at the form while it is in it.
fn add_a_long_name(window: &Window, found: &mut Findings) -> Result<()> {
    window.click_named("#screen button", "Add a pupil")?;
    window.type_in("Legal forename", FORENAME)?;
    window.type_in("Legal surname", SURNAME)?;
    window.type_in("Class", "3 Kingfishers and Woodpeckers")?;
    found.both(window, "new-pupil")?;
    window.keys("Ctrl+s")?;
    window.wait_text("#screen h1", SURNAME)?;
    window.wait("#details")?;
    Register(window).back()
}

/// A tooltip takes the first Escape, the dialog under it the next.
fn escape(window: &Window) -> Result<()> {
    for _ in 0..3 {
        window.keys("Escape")?;
        std::thread::sleep(std::time::Duration::from_millis(200));
        if window.count("[role=dialog]")? == 0 {
            break;
        }
    }
    window.wait_gone("[role=dialog]")
}
