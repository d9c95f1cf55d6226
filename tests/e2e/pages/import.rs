//! The import of a list, step by step.

use anyhow::Result;
use daybook_tests::window::Window;

pub struct Import<'a>(pub &'a Window);

impl Import<'_> {
    pub fn choose_a_file(&self) -> Result<()> {
        self.0.click_named("#screen button", "Choose a file")
    }

    /// The step that is shown, by its heading.
    pub fn at_step(&self, heading: &str) -> Result<()> {
        self.0.wait_text("#screen [data-step]", heading)
    }

    /// What a column of the file is taken for.
    pub fn taken_for(&self, column: &str, field: &str) -> Result<()> {
        self.0.wait(&format!("#screen button[aria-label='{column}: {field}']"))
    }

    pub fn take_for(&self, column: &str, field: &str) -> Result<()> {
        self.0.pick(column, field)?;
        self.taken_for(column, field)?;
        // The list is looked at again with every change.
        self.0.wait_gone(".busy")
    }

    pub fn check_the_rows(&self) -> Result<()> {
        self.0.click_named("#screen button", "Check the rows")?;
        self.at_step("What would become of each row?")
    }

    pub fn summary_says(&self, words: &str) -> Result<()> {
        self.0.wait_text(".rows-step [role=status]", words)
    }

    /// The rows that have a kind of problem, each with its words.
    pub fn rows_with(&self, kind: &str) -> Result<Vec<String>> {
        self.0.pick("Kind of problem", kind)?;
        self.0.wait_text("table[aria-label='Rows of the file'] tbody td", kind)?;
        self.0.texts("table[aria-label='Rows of the file'] tbody tr[aria-rowindex]")
    }

    pub fn press(&self, button: &str) -> Result<()> {
        self.0.click_named("#screen button", button)
    }
}
