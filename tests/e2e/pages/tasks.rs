//! The tasks: the list, the line that adds one, and the catalogue.

use anyhow::Result;
use daybook_tests::window::Window;

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
}
