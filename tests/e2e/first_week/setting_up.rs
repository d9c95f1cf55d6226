//! Up to the first Monday: the daybook, the school, its year and hours, the pupils.

use std::path::Path;

use anyhow::{Result, ensure};
use daybook_tests::window::{Desk, Window};

use super::{NAME, WORDS};
use crate::pages::{Import, Register, Settings, Shell, Start};

const ROLL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/primary-roll.csv");

pub fn makes_a_daybook(desk: &Desk, window: &Window) -> Result<()> {
    let start = Start(window);
    start.offers(&["Make a daybook", "Open a daybook", "Explore a sample school", "Open a backup"])?;
    start.choose("Make a daybook")?;
    let within = desk.folder().join("my documents");
    std::fs::create_dir(&within)?;
    desk.answer_dialog(Some(&within))?;
    start.choose("Choose another folder")?;
    window.wait_text(".path", "my documents")?;
    window.type_in("Name", NAME)?;

    start.type_passphrases("password1", "password1")?;
    start.make()?;
    start.complains("too easy to guess")?;
    start.type_passphrases(WORDS, "four herons by the mill")?;
    start.says_strength()?;
    start.make()?;
    start.complains("The two are not the same")?;
    ensure!(std::fs::read_dir(&within)?.next().is_none(), "nothing was made while something was wrong");
    window.type_in("Passphrase again", WORDS)?;
    start.make()?;
    start.later()?;
    window.wait(".shell")?;
    ensure!(within.join(format!("{NAME}.daybook/keys.json")).is_file(), "the daybook is a folder where she said");
    Ok(())
}

pub fn types_the_school_its_year_and_its_hours(window: &Window) -> Result<()> {
    let settings = Settings(window);
    settings.at_step("Your school")?;
    ensure!(window.held_in("School")? == NAME, "the daybook's name is offered");
    window.type_in("School", "Northgate Primary School")?;
    window.type_in("Your name", "A. Marsh")?;
    window.type_in("Headteacher", "B. Fell")?;
    settings.save_and_go_on()?;

    settings.at_step("The year’s dates")?;
    for (name, first, last) in [
        ("Autumn 1", "2/9/26", "23/10/2026"),
        ("Autumn 2", "20/10/2026", "18 Dec 2026"),
        ("Spring 1", "4/1/2027", "12/2/2027"),
        ("Spring 2", "22/2/2027", "25/3/2027"),
        ("Summer 1", "12/4/2027", "28/5/2027"),
        ("Summer 2", "7/6/2027", "21/7/2027"),
    ] {
        settings.type_half_term(name, first, last)?;
    }
    settings.add_inset_day("3/9/2026", "Safeguarding")?;
    settings.add_inset_day("4/1/2027", "Assessment")?;
    settings.save_and_go_on()?;
    window.wait_text(".error", "begins before Autumn 1 has ended. No dates were changed.")?;
    window.type_in("First day of Autumn 2", "2/11/2026")?;
    settings.save_and_go_on()?;

    settings.at_step("Your hours")?;
    settings.open_weekday("Monday")?;
    settings.type_span("Contracted", "Monday", "830", "25:00")?;
    window.wait_text(".error", "time")?;
    settings.type_span("Contracted", "Monday", "8:30", "16:30")?;
    settings.add_span("Teaching")?;
    settings.type_span("Teaching", "Monday", "9", "10:30")?;
    settings.add_span("Protected SENCO time")?;
    settings.type_span("Protected SENCO time", "Monday", "13:00", "15:00")?;
    settings.add_span("Breaks")?;
    settings.type_span("Breaks", "Monday", "12:15", "13:00")?;
    settings.copy_to("Tuesday to Friday")?;
    settings.open_weekday("Friday")?;
    settings.type_span("Contracted", "Friday", "8:30", "15:30")?;
    window.wait_text("dl.sums", "39 h")?;
    settings.save_and_go_on()?;
    settings.at_step("Your pupils")
}

pub fn imports_the_roll(desk: &Desk, window: &Window) -> Result<()> {
    let import = Import(window);
    desk.answer_dialog(Some(Path::new(ROLL)))?;
    window.click_named("#screen button", "Choose the list")?;
    import.at_step("What does each column hold?")?;
    for (column, field) in [
        ("Adno", "Admission number"),
        ("Legal Surname", "Legal surname"),
        ("Date of Birth", "Date of birth"),
        ("Reg", "Class or tutor group"),
        ("SEN Status", "SEN provision"),
        ("SEN Need Type", "SEN needs, primary first"),
        ("In Care", "Looked after"),
    ] {
        import.taken_for(column, field)?;
    }
    import.take_for("In Care", "Leave this column out")?;
    import.take_for("In Care", "Looked after")?;
    import.check_the_rows()?;
    for (kind, names) in [
        ("No date of birth", &["ikitins", "ahin", "O'Brien"][..]),
        ("UPN not right", &["Okafor"]),
        ("Old SEN code", &["Davies", "MacLeod"]),
        ("Letters lost from a name", &["?"]),
        ("The same", &["ller", "Begum"]),
    ] {
        let rows = import.rows_with(kind)?;
        for name in names {
            ensure!(rows.iter().any(|row| row.contains(name)), "{kind}: {name} is not among {rows:#?}");
        }
    }
    window.pick("Kind of problem", "Any problem or none")?;
    import.press("Import 4")?;
    import.at_step("The list is in the daybook")?;
    Shell(window).undoes("List of pupils imported")
}

pub fn imports_it_again(desk: &Desk, window: &Window) -> Result<()> {
    let import = Import(window);
    desk.answer_dialog(Some(Path::new(ROLL)))?;
    import.press("Import another list")?;
    import.check_the_rows()?;
    import.summary_says("0 new, 0 changed")?;
    window.wait_text("#screen", "Nothing to import")?;
    ensure!(window.count("#screen .foot button.primary")? == 0, "nothing is offered that would change anything");
    Ok(())
}

/// The register finds, filters and sorts; a record is opened, edited and saved.
pub fn looks_a_child_up(window: &Window) -> Result<()> {
    Shell(window).go("Register")?;
    let register = Register(window);
    register.list("Everyone on roll")?;
    register.counts("412 on roll")?;
    register.search("jacob")?;
    register.counts("9 of 412 on roll")?;
    ensure!(register.rows()?.iter().all(|row| row.contains("Jacob")), "only what was typed is left");
    register.clear()?;
    register.list("Register")?;
    register.filter("SEN support")?;
    register.filter_by("Need", "SLCN")?;
    register.filter_by("Year", "Year 4")?;
    register.filter_by("Flags", "Pupil premium")?;
    register.filter_by("Class", "4A")?;
    for row in register.rows()? {
        ensure!(row.contains("SEN support") && row.contains("SLCN") && row.contains("4A"), "filtered: {row}");
    }
    register.clear()?;
    register.sort_by("Class")?;
    register.first_says("1A")?;
    register.sort_by("Class")?;
    register.first_says("RC")?;
    register.sort_by("Name")?;
    register.search("lewis jacob")?;
    register.open("Lewis, Jacob")?;
    window.type_in("Goes by", "Jake")?;
    window.type_in("Note", "Prefers to be met at the gate.")?;
    window.click_named("#screen button", "Save the details")?;
    Shell(window).says("Undo")?;
    window.wait_text("#screen h1", "Jake Lewis")?;
    register.back()
}
