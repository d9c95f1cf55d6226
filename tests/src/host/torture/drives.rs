//! Real small drives: one that is full, and one that the system turns read-only in the middle of the work.
//!
//! They are mounted where nobody else sees them, and go with the process that looks after them. Where the account or
//! the system allows no such thing, the table says that it was not tried.

use super::Tally;
use anyhow::Result;
use std::path::Path;

const FULL: &str = "a drive that is full, until room is made";
const BACKUPS: &str = "a backup, and going back to one, on a drive that is full";
const READ_ONLY: &str = "a drive that turns read-only in the middle of the load";

/// What a person may be told of a drive that takes no more.
const FAULTS: [&str; 6] =
    ["store.disk_full", "store.disk", "store.read_only", "backup.no_room", "backup.unwritten", "restore.no_room"];

/// Makes every trial with a drive, in a process of its own that may mount some.
///
/// # Errors
/// Where what that process says cannot be read.
pub fn that_fail(host: &Path, step: u64) -> Result<Vec<Tally>> {
    let skipped = || [FULL, BACKUPS, READ_ONLY].map(Tally::skipped).to_vec();
    if !cfg!(target_os = "linux") {
        return Ok(skipped());
    }
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| owner(&own) == 0);
    let alone = if root { &["--mount"][..] } else { &["--mount", "--map-root-user"] };
    let ran = std::process::Command::new("unshare")
        .args(alone)
        .arg(host)
        .args(["torture", "--drives", &step.to_string()])
        .stderr(std::process::Stdio::inherit())
        .output();
    match ran {
        Ok(ran) if ran.status.success() => Ok(serde_json::from_slice(&ran.stdout)?),
        // It may be missing, or may mount nothing for this account: both end before the trials, which say so.
        Ok(ran) if ran.stdout.is_empty() => Ok(skipped()),
        Ok(ran) => Err(anyhow::anyhow!("the trials of drives ended early ({})", ran.status)),
        Err(_) => Ok(skipped()),
    }
}

#[cfg(unix)]
fn owner(of: &std::fs::Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::uid(of)
}

#[cfg(not(unix))]
fn owner(_: &std::fs::Metadata) -> u32 {
    u32::MAX
}

/// The trials, in a process that sees drives of its own; prints the tallies for [`that_fail`].
///
/// # Errors
/// Where the daybook cannot be made at all.
pub fn run(step: u64) -> Result<()> {
    // Said before anything else is done, so that whoever started this knows that it may run at all.
    let load = super::Load::make(30)?;
    let step = step.max(1);
    let tallies = [
        full::while_saving(&load, step)?.unwrap_or_else(|| Tally::skipped(FULL)),
        full::while_copying(&load, step)?.unwrap_or_else(|| Tally::skipped(BACKUPS)),
        read_only::at_every_step(&load, step)?.unwrap_or_else(|| Tally::skipped(READ_ONLY)),
    ];
    println!("{}", serde_json::to_string(&tallies)?);
    Ok(())
}

/// Whether a refusal is one that a person may be given here.
fn is_told(code: &str, message: &str) -> bool {
    FAULTS.contains(&code) && message.ends_with('.')
}

mod full;
mod mounted;
mod read_only;
