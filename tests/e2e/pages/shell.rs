//! What is at hand on every screen: the rail, undo and redo, capture, the lock, the notices.

use anyhow::Result;
use daybook_tests::window::Window;

pub struct Shell<'a>(pub &'a Window);

impl Shell<'_> {
    /// Goes to a screen by the rail.
    pub fn go(&self, screen: &str) -> Result<()> {
        self.0.click_named("nav[aria-label=Screens] button", screen)?;
        self.0.wait_text("nav [aria-current=page]", screen)
    }

    /// Captures a line with the shortcut, wherever she is, once it is read as she means it.
    pub fn capture(&self, line: &str, read_as: &str) -> Result<()> {
        self.0.keys("Ctrl+Shift+Space")?;
        self.0.wait_text("[role=dialog] h2", "What just happened?")?;
        self.0.fill("#capture input[type=text]", line)?;
        self.0.wait_text("#capture .reading", read_as)?;
        self.0.keys("Enter")?;
        self.0.wait_gone("[role=dialog]")
    }

    /// Waits for a notice.
    pub fn says(&self, words: &str) -> Result<()> {
        self.0.wait_text(".toast", words)
    }

    /// What Undo would take back.
    pub fn undoes(&self, what: &str) -> Result<()> {
        self.0.wait(&format!(".tools button[aria-label^='Undo: {what}']:not(:disabled)"))
    }

    pub fn undo(&self) -> Result<()> {
        self.0.click_named(".tools button", "Undo: ")
    }

    pub fn redo(&self) -> Result<()> {
        self.0.click_named(".tools button", "Redo: ")
    }

    pub fn lock(&self) -> Result<()> {
        self.0.click_named(".tools button", "Lock the daybook")?;
        self.0.wait_text("main", "It is locked")
    }

    /// Presses one of the buttons of the dialog or panel on top.
    pub fn answer(&self, button: &str) -> Result<()> {
        self.0.click_named("[role=dialog] button", button)
    }

    /// Presses one of the buttons of the screen itself.
    pub fn answer_screen(&self, button: &str) -> Result<()> {
        self.0.click_named("#screen button", button)
    }

    /// As [`Shell::answer`], where the dialog closes by it.
    pub fn finish(&self, button: &str) -> Result<()> {
        self.answer(button)?;
        self.0.wait_gone("[role=dialog]")
    }
}
