//! The register and a child's record.

use anyhow::Result;
use daybook_tests::window::Window;

pub struct Register<'a>(pub &'a Window);

const SEARCH: &str = "input[aria-label^='Search by name']";
const ROWS: &str = "table[aria-label=Pupils] tbody tr[aria-rowindex]";

/// The parts of a record beside its overview, and what there is in each once it is read.
const PARTS: [(&str, &str); 7] = [
    ("Plan", "#plans ~ article"),
    ("Provision", "#provisions ~ ul li"),
    ("Profile", "#profile ~ *"),
    ("Results", "#results ~ table"),
    ("Documents", "#documents ~ p"),
    ("Timeline", "#timeline ~ ol li"),
    ("History", "#history ~ ol li, #history ~ p"),
];

impl Register<'_> {
    /// Waits until the list is there.
    pub fn wait_rows(&self) -> Result<()> {
        self.0.wait(ROWS)
    }

    /// Chooses from a menu over the list, such as `More`.
    pub fn menu(&self, menu: &str, item: &str) -> Result<()> {
        self.0.press_named("#screen button", menu)?;
        self.0.press_named("[role=menuitem]", item)?;
        self.0.wait_gone("[role=menu]")
    }

    /// Begins one change to those that are marked.
    pub fn bulk(&self, change: &str) -> Result<()> {
        self.0.press_named("[aria-label='Marked pupils'] button", "Change them")?;
        self.0.press_named("[role=menuitem]", change)?;
        self.0.wait("[role=dialog]")
    }

    /// Opens each part of the record that is open, and looks at it.
    pub fn each_part(&self, mut look: impl FnMut(&str) -> Result<()>) -> Result<()> {
        for (tab, there) in PARTS {
            self.0.click_named("#screen [role=tab]", tab)?;
            self.0.wait(there)?;
            look(tab)?;
        }
        Ok(())
    }

    /// Waits for the line that counts, such as `38 of 49 on the register`.
    pub fn counts(&self, line: &str) -> Result<()> {
        self.0.wait_text(".register [role=status]", line)
    }

    pub fn list(&self, scope: &str) -> Result<()> {
        self.0.turn(scope)
    }

    /// Types into the search without leaving it.
    pub fn search(&self, text: &str) -> Result<()> {
        self.0.fill(SEARCH, text)
    }

    /// Turns a filter that is in sight.
    pub fn filter(&self, value: &str) -> Result<()> {
        self.0.click_named("[aria-label=Filters] button.filter", value)
    }

    /// Turns a value of a filter that is a button away.
    pub fn filter_by(&self, filter: &str, value: &str) -> Result<()> {
        self.0.press_named("[aria-label=Filters] button", filter)?;
        self.0.press_named(&format!("[role=group][aria-label='{filter}'] button.filter"), value)?;
        self.0.keys("Escape")?;
        self.0.wait_gone(&format!("[role=group][aria-label='{filter}']"))
    }

    pub fn clear(&self) -> Result<()> {
        self.0.click_named(".register button", "Clear all")
    }

    pub fn sort_by(&self, heading: &str) -> Result<()> {
        self.0.click_named("table[aria-label=Pupils] th button", heading)
    }

    /// Waits until the first row says this.
    pub fn first_says(&self, words: &str) -> Result<()> {
        self.0.wait_text(&format!("{ROWS}:is([aria-rowindex='2'])"), words)
    }

    pub fn rows(&self) -> Result<Vec<String>> {
        self.0.texts(ROWS)
    }

    /// Waits until the list shows these rows and no others.
    pub fn wait_for(&self, rows: &[String]) -> Result<()> {
        for _ in 0..60 {
            if self.rows()? == rows {
                return Ok(());
            }
            std::thread::sleep(std::time::Duration::from_millis(250));
        }
        anyhow::bail!("the list never showed {rows:?}, but {:?}", self.rows()?)
    }

    pub fn open(&self, name: &str) -> Result<()> {
        self.0.press_named(ROWS, name)?;
        self.0.wait("#screen #details")
    }

    pub fn back(&self) -> Result<()> {
        self.0.click_named("#screen .back button", "Register")?;
        self.0.wait(".register")
    }
}
