//! Cargo's tools for the tests, built into a folder of the project's own when the machine has none.

use std::path::PathBuf;

use anyhow::Result;

use crate::shell::{ask, cargo, run, target};

/// Where they are installed.
pub fn folder() -> PathBuf {
    target().join("tools")
}

/// The test runner.
pub fn nextest() -> Result<()> {
    if ask("cargo-nextest", &["nextest", "--version"]).is_some() {
        return Ok(());
    }
    install(&["cargo-nextest"])
}

/// The fuzzer.
pub fn fuzzer() -> Result<()> {
    if ask("cargo-fuzz", &["--version"]).is_some() {
        return Ok(());
    }
    install(&["cargo-fuzz"])
}

/// The go-between that lets a test hold the real window, at the same major version as Tauri.
pub fn tauri_driver() -> Result<()> {
    if folder().join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX)).exists() {
        return Ok(());
    }
    install(&["tauri-driver", "--version", "^2"])
}

fn install(what: &[&str]) -> Result<()> {
    println!("Installing {}", what.join(" "));
    // A target folder named for the workspace would otherwise be shared with, and grow by, the tool.
    run(cargo()
        .args(["install", "--locked", "--quiet", "--root"])
        .arg(folder())
        .args(what)
        .env_remove("CARGO_TARGET_DIR"))
}
