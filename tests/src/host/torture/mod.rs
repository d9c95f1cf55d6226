//! Trying to lose something: what was tried, how often, and what was lost.
//!
//! Every trial starts from the same closed daybook and does the same steps, whose state after each step is known. Whatever
//! is done to the process, the disk or the file, the daybook must afterwards be in one of those states, and not before the
//! last step that was acknowledged.

#![allow(clippy::print_stdout, reason = "the table is what the command is for")]

mod cut_off;
mod damage;
pub mod drives;
mod full_disk;
mod killed;
mod load;

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};
use std::path::Path;

pub use load::{Load, WORDS, at, folder, open, opening};

/// What came of one kind of trial.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tally {
    /// What was tried.
    pub tried: String,
    /// How often.
    pub times: u32,
    /// Of those, how often something acknowledged was gone, or something else was there than ought to be.
    pub lost: u32,
    /// What else there is to say, in a few words.
    pub remark: String,
}

impl Tally {
    /// Of a trial that this computer or this account does not allow.
    fn skipped(tried: &str) -> Self {
        let remark = "**skipped**: this computer or this account allows no such trial".to_owned();
        Self { tried: tried.to_owned(), times: 0, lost: 0, remark }
    }

    /// Whether it was not tried at all, which the table says.
    pub fn was_skipped(&self) -> bool {
        self.times == 0
    }
}

/// How often each kind of trial is made.
#[derive(Debug, Clone, Copy)]
pub struct Rounds {
    /// How often the process is killed.
    pub kills: u32,
    /// How many kibibytes apart the places are at which the disk ends.
    pub disk_step: u64,
    /// How many kibibytes apart the room is that a small drive is left with.
    pub drive_step: u64,
    /// How many flipped bits each page of the file is tried with.
    pub flips_a_page: u32,
}

impl Rounds {
    /// A few of each, for every day.
    pub const SMALL: Self = Self { kills: 12, disk_step: 96, drive_step: 512, flips_a_page: 1 };
    /// Enough of each to believe it.
    pub const LARGE: Self = Self { kills: 1000, disk_step: 4, drive_step: 8, flips_a_page: 8 };
}

/// Makes every trial. `host` is the scriptable host that is killed.
///
/// # Errors
/// Where a trial cannot be made at all; what was lost is in the tallies.
pub fn tallies(host: &Path, rounds: Rounds) -> Result<Vec<Tally>> {
    let load = Load::make(60)?;
    let mut tallies = vec![killed::at_random(host, &load, rounds.kills)?];
    tallies.extend(full_disk::at_every_place(host, &load, rounds.disk_step)?);
    tallies.extend(drives::that_fail(host, rounds.drive_step)?);
    tallies.extend(cut_off::at_every_place(host, &load, rounds.disk_step * 16)?);
    tallies.extend(damage::of_every_kind(&load, rounds.flips_a_page)?);
    Ok(tallies)
}

/// Makes every trial and prints the table.
///
/// # Errors
/// Where something was lost.
pub fn run(rounds: Rounds) -> Result<()> {
    let tallies = tallies(&std::env::current_exe()?, rounds)?;
    println!("| what was tried | how often | what was lost | |\n|---|---:|---:|---|");
    for tally in &tallies {
        let Tally { tried, times, lost, remark } = tally;
        let lost = if tally.was_skipped() {
            "not tried".to_owned()
        } else if *lost == 0 {
            "nothing".to_owned()
        } else {
            format!("**{lost} times**")
        };
        println!("| {tried} | {times} | {lost} | {remark} |");
    }
    ensure!(tallies.iter().all(|tally| tally.lost == 0), "something was lost");
    Ok(())
}
