//! Before a daybook is open: making one, opening one, the lock.

use anyhow::{Result, ensure};
use daybook_tests::window::Window;

pub struct Start<'a>(pub &'a Window);

impl Start<'_> {
    /// The first run offers exactly these ways in.
    pub fn offers(&self, ways: &[&str]) -> Result<()> {
        self.0.wait_text("h1", "Write it down once")?;
        let offered = self.0.texts(".page > .line button")?;
        ensure!(offered == ways, "offered: {offered:?}");
        Ok(())
    }

    pub fn choose(&self, way: &str) -> Result<()> {
        self.0.click_named("main button", way)
    }

    /// Opens the sample school and waits for it.
    pub fn explore(&self) -> Result<()> {
        self.choose("Explore a sample school")?;
        self.0.wait(".shell")
    }

    pub fn type_passphrases(&self, words: &str, again: &str) -> Result<()> {
        self.0.type_in("Passphrase", words)?;
        self.0.type_in("Passphrase again", again)
    }

    pub fn make(&self) -> Result<()> {
        self.0.click_named("main button", "Make the daybook")
    }

    /// Leaves the recovery key for later, once the daybook is made.
    pub fn later(&self) -> Result<()> {
        self.0.click_named("main button", "Later, in Settings")
    }

    /// Waits until it is said how strong the passphrase is.
    pub fn says_strength(&self) -> Result<()> {
        self.0.wait_text(".strength", "guess")
    }

    /// Waits until a field complains in these words.
    pub fn complains(&self, words: &str) -> Result<()> {
        self.0.wait_text(".field .error, [role=alert]", words)
    }

    /// Types the words at the lock.
    pub fn unlock(&self, words: &str) -> Result<()> {
        self.0.wait_text("main", "It is locked")?;
        self.0.fill("input[type=password]", words)?;
        self.0.click_named("main button[type=submit]", "Open")
    }

    /// Opens a daybook that is on the list of those opened before.
    pub fn open_again(&self, name: &str, words: &str) -> Result<()> {
        self.0.click_named("main .open", name)?;
        self.open_with(words)
    }

    /// Opens the locked daybook.
    pub fn open_with(&self, words: &str) -> Result<()> {
        self.unlock(words)?;
        self.0.wait(".shell")
    }
}
