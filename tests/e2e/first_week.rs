//! The first week with a daybook, from the first run to Friday's evidence, with the mouse and forms.

use std::path::Path;

use anyhow::{Result, ensure};
use daybook_tests::window::{Desk, Window};

use crate::pages::{Import, Packs, Register, Settings, Shell, Start, Week};

const WORDS: &str = "four herons by the weir";
const ROLL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/primary-roll.csv");

#[test]
fn a_first_week_from_the_first_run_to_fridays_evidence() -> Result<()> {
    let desk = Desk::new()?;
    {
        let window = sits_down(&desk)?;
        makes_a_daybook(&desk, &window)?;
        types_the_school_its_year_and_its_hours(&window)?;
        imports_the_roll(&desk, &window)?;
        imports_it_again(&desk, &window)?;
        looks_a_child_up(&window)?;
        plans_the_week(&desk, &window)?;
    }
    let desk = desk.on("2026-11-04T15:40");
    {
        let window = sits_down(&desk)?;
        lives_the_week(&window)?;
    }
    let desk = desk.on("2026-11-06T15:10");
    {
        let window = sits_down(&desk)?;
        closes_the_week(&desk, &window)?;
    }
    {
        let window = sits_down(&desk)?;
        takes_back_and_locks(&window)?;
    }
    Ok(())
}

fn sits_down(desk: &Desk) -> Result<Window> {
    let window = desk.open()?;
    window.size(1440, 1000)?;
    Ok(window)
}

fn makes_a_daybook(desk: &Desk, window: &Window) -> Result<()> {
    let start = Start(window);
    start.offers(&["Make a daybook", "Open a daybook", "Explore a sample school"])?;
    start.choose("Make a daybook")?;
    let within = desk.folder().join("my documents");
    std::fs::create_dir(&within)?;
    desk.answer_dialog(Some(&within))?;
    start.choose("Choose another folder")?;
    window.wait_text(".path", "my documents")?;
    window.type_in("Name", "Northgate")?;

    start.type_passphrases("password1", "password1")?;
    start.make()?;
    start.complains("too easy to guess")?;
    start.type_passphrases(WORDS, "four herons by the mill")?;
    ensure!(!start.strength()?.is_empty(), "the strength is said in words");
    start.make()?;
    start.complains("The two are not the same")?;
    ensure!(std::fs::read_dir(&within)?.next().is_none(), "nothing was made while something was wrong");
    window.type_in("Passphrase again", WORDS)?;
    start.make()?;
    window.wait(".shell")?;
    ensure!(within.join("Northgate.daybook/keys.json").is_file(), "the daybook is a folder where she said");
    Ok(())
}

fn types_the_school_its_year_and_its_hours(window: &Window) -> Result<()> {
    let settings = Settings(window);
    settings.at_step("Your school")?;
    ensure!(window.held_in("School")? == "Northgate", "the daybook's name is offered");
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
    settings.copy_to_every_other_weekday()?;
    settings.open_weekday("Friday")?;
    settings.type_span("Contracted", "Friday", "8:30", "15:30")?;
    window.wait_text("dl.sums", "39 h")?;
    settings.save_and_go_on()?;
    settings.at_step("Your pupils")
}

fn imports_the_roll(desk: &Desk, window: &Window) -> Result<()> {
    let import = Import(window);
    window.click_named("#screen button", "Choose the list")?;
    desk.answer_dialog(Some(Path::new(ROLL)))?;
    import.choose_a_file()?;
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
    Shell(window).undoes("Import")
}

fn imports_it_again(desk: &Desk, window: &Window) -> Result<()> {
    let import = Import(window);
    import.press("Import another list")?;
    desk.answer_dialog(Some(Path::new(ROLL)))?;
    import.choose_a_file()?;
    import.check_the_rows()?;
    import.summary_says("0 new, 0 changed")?;
    window.wait_text("#screen", "Nothing to import")?;
    ensure!(window.count("#screen .foot button.primary")? == 0, "nothing is offered that would change anything");
    Ok(())
}

/// The register finds, filters and sorts; a record is opened, edited and saved.
fn looks_a_child_up(window: &Window) -> Result<()> {
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

/// Monday: the plan is drawn, moved and stretched with the mouse, then frozen, and printed to a file.
fn plans_the_week(desk: &Desk, window: &Window) -> Result<()> {
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
fn lives_the_week(window: &Window) -> Result<()> {
    let shell = Shell(window);
    Start(window).open_again("Northgate", WORDS)?;
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
fn closes_the_week(desk: &Desk, window: &Window) -> Result<()> {
    Start(window).open_again("Northgate", WORDS)?;
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
fn takes_back_and_locks(window: &Window) -> Result<()> {
    let (start, shell, week) = (Start(window), Shell(window), Week(window));
    start.open_again("Northgate", WORDS)?;
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
