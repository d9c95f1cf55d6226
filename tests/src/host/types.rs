//! The TypeScript types, written or compared.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// Where the generated types are kept.
pub fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ui/src/host/types.ts")
}

/// Writes the types.
///
/// # Errors
/// Where the file cannot be written.
pub fn write() -> Result<()> {
    std::fs::write(file(), daybook_app::types::typescript()).context("the types could not be written")
}

/// Says whether the types are those of the command list.
///
/// # Errors
/// Where they are not, or the file cannot be read.
pub fn check() -> Result<()> {
    let kept = std::fs::read_to_string(file()).context("the types could not be read")?;
    if kept.replace("\r\n", "\n") != daybook_app::types::typescript() {
        bail!("ui/src/host/types.ts is stale. Run `cargo xtask types` and commit what it writes.");
    }
    Ok(())
}
