//! The packs: choosing, looking, saving.

use std::path::Path;

use anyhow::{Result, ensure};
use daybook_tests::window::Window;

pub struct Packs<'a>(pub &'a Window);

impl Packs<'_> {
    /// Chooses a pack and saves it to the file that the next dialog answers with; looks at what lies there.
    pub fn save(&self, pack: &str, file: &Path) -> Result<()> {
        self.0.click_named("fieldset.kinds label", pack)?;
        // The choice says for what the pack is; its pages are headed by its name alone.
        self.0.wait_text(".pages strong", pack.split(',').next().unwrap_or(pack))?;
        self.0.wait(".pages[aria-busy=false] .sheets li")?;
        self.0.click_named("#screen button", "Save PDF")?;
        self.0.wait_text(".toast", "Saved")?;
        let bytes = std::fs::read(file)?;
        ensure!(bytes.starts_with(b"%PDF-"), "{} is no PDF", file.display());
        Ok(())
    }
}
