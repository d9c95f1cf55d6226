//! The tasks: the list, the line that adds one, and the catalogue.

use anyhow::Result;
use daybook_tests::window::Window;
use serde_json::json;

/// The tasks in the window.
pub struct Tasks<'a>(pub &'a Window);

impl Tasks<'_> {
    /// Opens a part of the screen by its tab.
    pub fn part(&self, name: &str) -> Result<()> {
        self.0.click_named("#screen [role=tab]", name)?;
        self.0.wait_text("#screen [role=tab][aria-selected=true]", name)
    }

    /// Opens the published and proposed times.
    pub fn choose_from_the_times(&self) -> Result<()> {
        self.0.click_named("#screen button", "Choose lines to start from")?;
        self.0.wait("[role=dialog] fieldset input")
    }

    /// Adds what was chosen of them.
    pub fn add_those_chosen(&self) -> Result<()> {
        self.0.click_named("[role=dialog] button", "Add them")?;
        self.0.wait_gone("[role=dialog]")?;
        self.0.wait("#screen .ruled-table")
    }

    /// Adds a task in a line.
    pub fn quick(&self, line: &str) -> Result<()> {
        // Its key is heard only once the line is there.
        self.0.field("Add a task")?;
        self.0.keys("Alt+n")?;
        self.0.wait_focus("Add a task")?;
        self.0.write(line)?;
        self.0.wait("#screen .reading .strong")?;
        self.0.keys("Enter")?;
        self.0.wait_gone("#screen .reading .strong")
    }

    /// Puts the focus on the list.
    pub fn focus_the_list(&self) -> Result<()> {
        self.0.evaluate("(document.querySelector('[data-tasks] table').focus(), true)")?;
        self.0.wait_focus("Tasks")
    }

    /// Waits until the row of a task says this too.
    pub fn row_says(&self, title: &str, words: &[&str]) -> Result<()> {
        let says = "const [title, words] = arguments, plain = (one) => one.innerText.replace(/\\s+/g, ' ');
            return [...document.querySelectorAll('[data-tasks] tbody tr')].map(plain).some((row) =>
                row.includes(title) && words.every((word) => row.includes(word)))";
        self.0.until(&format!("\"{title}\" says {words:?}"), says, &[json!(title), json!(words)])
    }

    /// Looks for tasks by their words; the row of one so called is there then.
    pub fn find(&self, title: &str) -> Result<()> {
        self.0.type_in("Search", title)?;
        self.row_says(title, &[])
    }

    /// Looks for a task by its words until its row is the only one.
    pub fn find_alone(&self, title: &str) -> Result<()> {
        self.find(title)?;
        self.0.until("one task is found", "return document.querySelectorAll('[data-tasks] .title').length === 1", &[])
    }

    /// Finds a task and chooses from the menu of its row.
    pub fn with(&self, title: &str, action: &str) -> Result<()> {
        self.find(title)?;
        self.0.press_named("[data-tasks] button", &format!("With {title}"))?;
        self.0.press_named("[role=menuitem]", action)?;
        self.0.wait_gone("[role=menu]")
    }

    /// What the list shows, from its top, once something is in it.
    pub fn titles(&self) -> Result<Vec<String>> {
        self.0.wait("[data-tasks] .title")?;
        self.0.texts("[data-tasks] .title")
    }
}
