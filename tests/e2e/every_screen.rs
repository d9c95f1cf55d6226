//! Every screen as it looks: for everyone (axe-core finds nothing), in light and dark, at two sizes of window, with
//! large letters, and while there is nothing in the daybook yet. Leaves a picture of each.

mod look_back;
mod register;
mod tasks;
mod timer;
mod week;

use anyhow::{Result, ensure};
use daybook_tests::window::{Desk, Window};
use serde_json::json;

use crate::pages::{Settings, Shell, Start};

const SECTIONS: [&str; 14] = [
    "School",
    "Year dates",
    "Hours",
    "Kinds of work",
    "Codes",
    "Lock and privacy",
    "Keys",
    "Backups",
    "Check",
    "Activity log",
    "Place and leaving",
    "What it protects",
    "Appearance",
    "About",
];
const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];

/// A Friday afternoon in the sample school's second half-term, in a week that is not closed yet.
const FRIDAY: &str = "2026-11-20T14:20";

/// What was wrong, gathered so that one look at a failure shows all of it.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    /// Looks at what is shown at both sizes of window and in both themes.
    fn look(&mut self, window: &Window, name: &str) -> Result<()> {
        for (width, height) in SIZES {
            window.size(width, height)?;
            for theme in ["light", "dark"] {
                wear(window, theme, 100)?;
                window.shot(&format!("{name}-{theme}-{width}"))?;
                self.check(window, &format!("{name}, {theme}, {width} wide"))?;
            }
        }
        Ok(())
    }

    /// Looks at it in both themes, where another of its kind was looked at at every size.
    fn both(&mut self, window: &Window, name: &str) -> Result<()> {
        window.size(SIZES[0].0, SIZES[0].1)?;
        for theme in ["light", "dark"] {
            wear(window, theme, 100)?;
            window.shot(&format!("{name}-{theme}"))?;
            self.check(window, &format!("{name}, {theme}"))?;
        }
        Ok(())
    }

    /// Looks once, where only the words differ from what was looked at fully.
    fn glance(&mut self, window: &Window, name: &str) -> Result<()> {
        window.shot(name)?;
        self.check(window, name)
    }

    fn check(&mut self, window: &Window, place: &str) -> Result<()> {
        self.0.extend(window.violations()?.iter().map(|found| format!("{place}: {found}")));
        let wide = window.evaluate(
            "document.documentElement.scrollWidth > innerWidth ||
            [...document.querySelectorAll('#screen')].some((one) => one.scrollWidth > one.clientWidth + 1)",
        )?;
        if wide == true {
            self.0.push(format!("{place}: the page is wider than its window"));
        }
        Ok(())
    }

    fn none(self) -> Result<()> {
        ensure!(self.0.is_empty(), "{}", self.0.join("\n"));
        Ok(())
    }
}

/// Sets the theme and the size of letters on the page itself, as the Appearance section does, so that no screen is left.
fn wear(window: &Window, theme: &str, text_size: u32) -> Result<()> {
    let look = json!({ "theme": theme, "high_contrast": false, "text_size": text_size });
    window.script(
        "const { theme, text_size } = arguments[0]; const root = document.documentElement;
         root.dataset.theme = theme; root.style.fontSize = `${text_size}%`",
        &[look],
    )?;
    Ok(())
}

#[test]
fn before_a_daybook_is_open() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    found.look(&window, "first-run")?;
    Start(&window).choose("Make a daybook")?;
    window.field("Passphrase again")?;
    found.look(&window, "make")?;
    Start(&window).type_passphrases("password1", "another")?;
    Start(&window).make()?;
    Start(&window).complains("too easy to guess")?;
    found.look(&window, "make-refused")?;
    found.none()
}

#[test]
fn the_sample_school() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    let shell = Shell(&window);
    window.wait("#plan-of-day, .empty")?;
    found.look(&window, "today")?;
    shell.go("Week")?;
    window.wait(".figures")?;
    found.look(&window, "week-happened")?;
    window.turn("Plan")?;
    window.wait_gone(".figures")?;
    found.look(&window, "week-plan")?;
    shell.go("Packs")?;
    window.wait(".pages[aria-busy=false] .sheets li")?;
    found.look(&window, "packs")?;
    found.none()
}

#[test]
fn the_settings() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    Shell(&window).go("Settings")?;
    for section in SECTIONS {
        Settings(&window).open(section)?;
        found.look(&window, &format!("settings-{}", section.to_lowercase().replace(' ', "-")))?;
    }
    found.none()
}

#[test]
fn a_theme_and_a_size_of_letters_are_kept() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    {
        let window = desk.open()?;
        Start(&window).explore()?;
        Shell(&window).go("Settings")?;
        Settings(&window).open("Appearance")?;
        window.turn("Dark")?;
        window.wait("html[data-theme=dark]")?;
        let size = window.field("Text size")?;
        window.choose(&size, "150")?;
        window.wait("html[style*='150%']")?;
    }
    let window = desk.open()?;
    window.wait("html[data-theme=dark][style*='150%']")
}

#[test]
fn what_lies_over_a_screen() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.wait("main h1")?;
    Start(&window).explore()?;
    window.wait("#plan-of-day, .empty")?;
    for (keys, name) in [("Ctrl+Shift+Space", "capture"), ("Ctrl+k", "palette"), ("?", "shortcuts"), ("e", "entry")] {
        window.keys(keys)?;
        window.wait("[role=dialog]")?;
        found.look(&window, name)?;
        window.keys("Escape")?;
        window.wait_gone("[role=dialog]")?;
    }
    window.keys("F8")?;
    window.wait(".hidden-names")?;
    found.look(&window, "names-hidden")?;
    window.keys("F8")?;
    Shell(&window).go("Settings")?;
    for (section, button, name) in [
        ("Keys", "Change the words", "change-words"),
        ("Keys", "Make a recovery key", "make-key"),
        ("Place and leaving", "Show the key of the database", "database-key"),
    ] {
        Settings(&window).open(section)?;
        window.click_named("#screen button", button)?;
        window.wait("[role=dialog]")?;
        found.look(&window, name)?;
        window.keys("Escape")?;
        window.wait_gone("[role=dialog]")?;
    }
    Settings(&window).open("Backups")?;
    window.click_named("#screen button", "Make a backup now")?;
    window.wait("#screen tbody tr")?;
    window.click_named("#screen tbody button", "Go back to this")?;
    window.wait("[role=dialog]")?;
    found.look(&window, "restore")?;
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    Shell(&window).lock()?;
    found.look(&window, "lock")?;
    window.click_named("main button", "I have forgotten the words")?;
    window.field("Recovery key")?;
    found.look(&window, "lock-recovery-key")?;
    window.click_named("main button", "Go back to a backup")?;
    window.wait("main tbody tr")?;
    found.look(&window, "lock-restore")?;
    found.none()
}

#[test]
fn large_letters_need_no_scrolling_sideways() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    let mut found = Findings::default();
    window.size(1280, 800)?;
    wear(&window, "light", 200)?;
    window.wait("main h1")?;
    found.glance(&window, "large-first-run")?;
    Start(&window).explore()?;
    wear(&window, "light", 200)?;
    for screen in ["Today", "Week", "Tasks", "Register", "Packs", "Settings"] {
        Shell(&window).go(screen)?;
        window.wait("#screen h1")?;
        window.wait_gone(".busy")?;
        found.glance(&window, &format!("large-{}", screen.to_lowercase()))?;
    }
    for section in SECTIONS {
        Settings(&window).open(section)?;
        found.glance(&window, &format!("large-settings-{}", section.to_lowercase().replace(' ', "-")))?;
    }
    found.none()
}

#[test]
fn an_empty_daybook_says_where_to_begin() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    let mut found = Findings::default();
    window.size(1280, 800)?;
    Start(&window).choose("Make a daybook")?;
    window.type_in("Name", "Northgate")?;
    Start(&window).type_passphrases("four herons by the weir", "four herons by the weir")?;
    Start(&window).make()?;
    window.wait_text("main h1", "A key for the safe")?;
    found.look(&window, "spare-key")?;
    window.click_named("main button", "Make the recovery key")?;
    window.wait_text("main h1", "Put this in the safe")?;
    found.look(&window, "spare-key-made")?;
    window.turn("I have put it in the safe")?;
    window.click_named("main button", "Go on")?;
    window.wait(".shell")?;
    for step in ["School", "Year dates", "Hours", "Pupils"] {
        window.click_named("[aria-label=Steps] button", step)?;
        window.wait_text("[aria-label=Steps] [aria-current]", step)?;
        found.glance(&window, &format!("empty-set-up-{}", step.to_lowercase().replace(' ', "-")))?;
    }
    for screen in ["Today", "Week", "Tasks", "Register", "Packs"] {
        Shell(&window).go(screen)?;
        window.wait_text("#screen .empty", "First, the name of your school")?;
        found.glance(&window, &format!("nameless-{}", screen.to_lowercase()))?;
    }
    window.click_named("#screen .empty button", "Type its name")?;
    Settings(&window).at_step("Your school")?;
    Settings(&window).save_and_go_on()?;
    Settings(&window).at_step("The year’s dates")?;
    for (screen, says) in [
        ("Today", "Getting started"),
        ("Week", "hours are not known yet"),
        ("Tasks", "No tasks yet"),
        ("Register", "No pupils yet"),
        ("Packs", "no plan for this week yet"),
    ] {
        Shell(&window).go(screen)?;
        window.wait_text("#screen", says)?;
        found.look(&window, &format!("empty-{}", screen.to_lowercase()))?;
    }
    tasks::begin_a_catalogue(&window, &mut found)?;
    found.none()
}
