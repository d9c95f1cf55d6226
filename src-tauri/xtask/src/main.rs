//! The developer's commands. `cargo xtask help` lists them.
//!
//! Knows how the parts are built and checked, and what the machine needs for it; knows nothing of what they do.
#![allow(clippy::print_stdout, reason = "a developer's command speaks on standard output")]

mod checks;
mod machine;
mod packages;
mod shell;
mod start;
mod steps;
mod tools;
mod ui;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::shell::{cargo, run};

const HELP: &str = "\
cargo xtask COMMAND

  run [--sample]   set up what is missing, build, and open the app (with the sample school)
  test             set up what is missing, then every check and every test, the real window among them
  demo OUT         write every pack of the sample school to the folder OUT, as PDF and as page pictures
  bench            measure against a big school; prints a table and JSON
  start            measure how long the window takes to open, against an empty one; prints a table
  torture          try to lose something: kill it, fill the disk, damage the files; prints a table
  fuzz READER [SECONDS]  let a fuzzer make up bytes for a reader of outside files, for a minute unless told
  types [--check]  write the TypeScript types from the command list, or say whether they are stale
  help             this text
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Result<()> {
    match words {
        ["run", rest @ ..] => open_app(rest),
        ["test"] => checks::run_all(),
        ["demo", out] => demo(out),
        ["bench", rest @ ..] => host(&["--release"], "bench", rest),
        ["start"] => start::measure(),
        ["torture", rest @ ..] => host(&["--release"], "torture", rest),
        ["fuzz", reader] => fuzz(reader, "60"),
        ["fuzz", reader, seconds] => fuzz(reader, seconds),
        ["types", rest @ ..] => host(&[], "types", rest),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("There is no such command: {}\n\n{HELP}", words.join(" ")),
    }
}

fn open_app(args: &[&str]) -> Result<()> {
    if let Some(unknown) = args.iter().find(|arg| **arg != "--sample") {
        bail!("`cargo xtask run` takes --sample and nothing else, not {unknown}.");
    }
    machine::check_for_running()?;
    ui::install()?;
    ui::build_when_stale()?;
    println!("Building and opening SENCO Daybook. The first build takes some minutes.");
    run(cargo().args(["run", "--locked", "--package", "daybook", "--"]).args(args))
}

/// Fuzzes one reader. The fuzzer is a compiler's own feature that needs no other one, but asks for its leave. What it
/// makes up, and what it finds, stays in the target folder.
fn fuzz(reader: &str, seconds: &str) -> Result<()> {
    ui::install()?;
    tools::fuzzer()?;
    let seconds: u32 = seconds.parse()?;
    let own = shell::target().join("fuzz");
    let (made_up, found) = (own.join("corpus").join(reader), own.join("found"));
    std::fs::create_dir_all(&made_up)?;
    std::fs::create_dir_all(&found)?;
    run(cargo()
        .args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", reader])
        .arg(&made_up)
        .args(["--", &format!("-max_total_time={seconds}"), "-max_len=524288", "-timeout=20", "-rss_limit_mb=1024"])
        .arg(format!("-artifact_prefix={}/{reader}-", found.display()))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("DAYBOOK_FUZZ_SEEDS", &made_up)
        .env("CARGO_TARGET_DIR", own))
}

fn demo(out: &str) -> Result<()> {
    packages::install(packages::PAGE_PICTURES)?;
    // The host's own working folder is the workspace, so the folder is named from where the person stands.
    let out = std::path::absolute(out)?;
    host(&[], "demo", &[&out.to_string_lossy()])
}

/// Runs one of the scriptable host's own commands, which need no window and so none of its packages.
fn host(build: &[&str], command: &str, args: &[&str]) -> Result<()> {
    let package = ["run", "--locked", "--quiet", "--package", "daybook-tests", "--bin", "daybook-host"];
    run(cargo().args(package).args(build).args(["--", command]).args(args))
}
