//! Somebody looks on: with names hidden, no screen of the sample school shows or says one, and one key brings them back.

use anyhow::{Context, Result, ensure};
use daybook_tests::window::{Desk, Window};
use serde_json::{Value, json};

use crate::pages::{Import, Register, Settings, Shell, Start};

const FRIDAY: &str = "2026-11-20T14:20";
const ROLL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/primary-roll.csv");

/// Everything a person can read, hover over or hear, a line for each.
const SEEN: &str = "[document.title, document.body.innerText, document.body.textContent,
    ...[...document.querySelectorAll('[title], [aria-label], [placeholder]')]
        .flatMap((one) => ['title', 'aria-label', 'placeholder'].map((name) => one.getAttribute(name) ?? '')),
    ...[...document.querySelectorAll('input:not([type=password]), textarea')].map((one) => one.value)].join('\\n')";

/// Words of the app that are somebody's name too, such as a season.
const ALSO_WORDS: [&str; 6] = ["Autumn", "Summer", "April", "May", "June", "Will"];

struct Onlooker<'a> {
    window: &'a Window,
    names: Vec<String>,
    found: Vec<String>,
}

impl<'a> Onlooker<'a> {
    /// Knows everybody on the register of the sample school and everybody on its roll.
    fn new(window: &'a Window) -> Result<Self> {
        let query = json!({ "scope": "roll", "search": "", "statuses": [], "needs": [], "years": [], "classes": [], "flags": [],
            "sort": "name", "descending": false });
        let list = window.invoke("call", &json!({ "name": "register", "args": { "query": query } }))?;
        let rows = list["rows"].as_array().context("the register has rows")?;
        let mut names: Vec<String> = rows
            .iter()
            .flat_map(|row| [&row["surname"], &row["forename"], &row["preferred"]])
            .filter_map(Value::as_str)
            .filter(|name| name.chars().count() > 2 && !ALSO_WORDS.contains(name))
            .map(str::to_owned)
            .collect();
        names.sort();
        names.dedup();
        ensure!(names.len() > 50, "the sample school has pupils");
        Ok(Self { window, names, found: Vec::new() })
    }

    fn look(&mut self, place: &str) -> Result<()> {
        let seen = self.seen()?;
        self.found.extend(seen.into_iter().map(|(name, line)| format!("{place}: {name}, in: {line}")));
        Ok(())
    }

    /// Names that can be read now, each with its line.
    fn seen(&self) -> Result<Vec<(String, String)>> {
        let all = self.window.evaluate(SEEN)?;
        let all = all.as_str().context("text")?;
        Ok(all
            .lines()
            .flat_map(|line| {
                let words: Vec<&str> =
                    line.split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '’').collect();
                let here = self.names.iter().filter(|name| {
                    let parts: Vec<&str> = name.split(' ').collect();
                    words.windows(parts.len()).any(|run| run == parts)
                });
                here.map(|name| (name.clone(), line.chars().take(160).collect())).collect::<Vec<_>>()
            })
            .collect())
    }

    fn nothing(self) -> Result<()> {
        ensure!(self.found.is_empty(), "{}", self.found.join("\n"));
        Ok(())
    }
}

#[test]
fn with_names_hidden_no_screen_shows_or_says_one() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    window.size(1280, 800)?;
    window.wait("main h1")?;
    Start(&window).explore()?;
    window.wait("#plan-of-day, .empty")?;
    let shell = Shell(&window);
    let mut onlooker = Onlooker::new(&window)?;
    shell.go("Register")?;
    window.wait("table[aria-label=Pupils] tbody tr[aria-rowindex]")?;
    ensure!(!onlooker.seen()?.is_empty(), "names are there to be hidden");
    window.keys("F8")?;
    window.wait(".hidden-names")?;
    onlooker.look("register")?;
    window.shot("hidden-register")?;
    window.press("table[aria-label=Pupils] tbody tr[aria-rowindex='2']")?;
    window.wait("#details")?;
    onlooker.look("record")?;
    window.shot("hidden-record")?;
    Register(&window).each_part(|part| onlooker.look(part))?;
    shell.go("Register")?;
    desk.answer_dialog(Some(std::path::Path::new(ROLL)))?;
    window.click_named("#screen button", "Import a list")?;
    Import(&window).at_step("What does each column hold?")?;
    onlooker.look("columns of an import")?;
    Import(&window).check_the_rows()?;
    window.wait_gone(".busy")?;
    onlooker.look("rows of an import")?;
    window.shot("hidden-import")?;
    shell.go("Today")?;
    window.wait("#plan-of-day, .empty")?;
    onlooker.look("today")?;
    window.shot("hidden-today")?;
    for (keys, name) in [("Ctrl+Shift+Space", "capture"), ("?", "shortcuts"), ("e", "entry")] {
        window.keys(keys)?;
        window.wait("[role=dialog]")?;
        onlooker.look(name)?;
        window.keys("Escape")?;
        window.wait_gone("[role=dialog]")?;
    }
    window.keys("Ctrl+k")?;
    window.fill(".palette-query", &onlooker.names[0].clone())?;
    window.wait_text("[role=dialog]", "Pupils")?;
    onlooker.look("palette")?;
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    shell.go("Week")?;
    window.wait(".figures")?;
    onlooker.look("week as it happened")?;
    window.shot("hidden-week")?;
    window.click(".piece.entry")?;
    window.wait("[role=dialog]")?;
    onlooker.look("an entry")?;
    window.keys("Escape")?;
    window.wait_gone("[role=dialog]")?;
    window.turn("Plan")?;
    window.wait_gone(".figures")?;
    onlooker.look("week as planned")?;
    shell.go("Packs")?;
    window.wait(".pages[aria-busy=false] .sheets li")?;
    window.shot("hidden-packs")?;
    shell.go("Settings")?;
    for section in ["School", "Kinds of work", "Lock and privacy", "Activity log"] {
        Settings(&window).open(section)?;
        onlooker.look(section)?;
    }
    shell.go("Register")?;
    window.wait("table[aria-label=Pupils] tbody tr[aria-rowindex]")?;
    window.keys("F8")?;
    window.wait_gone(".hidden-names")?;
    ensure!(!onlooker.seen()?.is_empty(), "the same key brings them back");
    onlooker.nothing()
}
